// Key paths through nested values, optionals and library properties.
struct Author {
    var name: String
    var born: Int?
}
struct Book {
    var title: String
    var author: Author
    var tags: [String]
}

let library = [
    Book(title: "Vectors", author: Author(name: "Hana", born: 1980), tags: ["math", "ml"]),
    Book(title: "확률", author: Author(name: "도윤", born: nil), tags: []),
    Book(title: "Trees", author: Author(name: "Ren", born: 1975), tags: ["ml"]),
]
print(library.map(\.author.name))  // expect: ["Hana", "도윤", "Ren"]
print(library.compactMap(\.author.born))  // expect: [1980, 1975]
print(library.map(\.tags.count), library.filter(\.tags.isEmpty).map(\.title))  // expect: [2, 0, 1] ["확률"]
print(library.flatMap(\.tags))  // expect: ["math", "ml", "ml"]
print(["a", "", "bcd"].map(\.count), ["a", "", "bcd"].filter(\.isEmpty).count)  // expect: [1, 0, 3] 1
print([[1, 2], [], [3]].map(\.first).map { $0 ?? 0 }, [[4], []].compactMap(\.last))  // expect: [1, 0, 3] [4]
print([1, 2, 3].map(\.self), [(1, "x"), (2, "y")].map(\.1))  // expect: [1, 2, 3] ["x", "y"]

func group<Key: Hashable>(_ books: [Book], by key: (Book) -> Key) -> [Key: [Book]] {
    Dictionary(grouping: books, by: key)
}
let bySize = group(library, by: \.tags.count)
for size in bySize.keys.sorted() { print(size, bySize[size, default: []].map(\.title)) }
// expect: 0 ["확률"]
// expect: 1 ["Trees"]
// expect: 2 ["Vectors"]
print(Dictionary(grouping: library, by: \.tags.isEmpty)[true]?.count ?? 0)  // expect: 1
let first = library.first.map(\.title)
print(first ?? "-", library.max { $0.tags.count < $1.tags.count }.map(\.author.name) ?? "-")  // expect: Vectors Hana
