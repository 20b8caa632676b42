// Equality and hashing that the compiler writes: member by member, so structs can be keys and set elements.
struct Cell: Hashable {
    var row: Int
    var column: Int

    var neighbours: [Cell] {
        [(-1, 0), (1, 0), (0, -1), (0, 1)].map { Cell(row: row + $0.0, column: column + $0.1) }
    }
}
struct Board: Equatable {
    var name: String
    var cells: [Cell]
    var best: Cell?
    var scores: [Cell: Int] = [:]
}

let a = Cell(row: 1, column: 2)
print(a == Cell(row: 1, column: 2), a == Cell(row: 2, column: 1), a != Cell(row: 1, column: 3))
// expect: true false true
print(a.hashValue == Cell(row: 1, column: 2).hashValue)  // expect: true

var visited: Set<Cell> = [a, Cell(row: 0, column: 0)]
print(visited.insert(a).inserted, visited.contains(Cell(row: 0, column: 0)), visited.count)  // expect: false true 2
visited.formUnion(a.neighbours)
print(visited.count)  // expect: 6
print(visited.filter { $0.row == 1 }.map { $0.column }.sorted())  // expect: [1, 2, 3]
visited.subtract(a.neighbours)
print(visited == [Cell(row: 0, column: 0), a])  // expect: true

var cost: [Cell: Double] = [a: 0]
for n in a.neighbours { cost[n] = cost[a, default: 9] + 1.5 }
cost[Cell(row: 0, column: 2)]! *= 2
print(cost.count, cost[Cell(row: 2, column: 2)]!, cost[Cell(row: 0, column: 2)]!)  // expect: 5 1.5 3.0

var board = Board(name: "판", cells: [a])
var other = board
print(board == other)  // expect: true
other.best = a
print(board == other, other.best == a)  // expect: false true
board.best = Cell(row: 1, column: 2)
board.scores[a] = 3
print(board == other)  // expect: false
other.scores = [a: 3]
print(board == other, [board].contains(other), [board] == [other])  // expect: true true true
print([a, a.neighbours[0]].firstIndex(of: Cell(row: 0, column: 2)) ?? -1)  // expect: 1

// Hashing by hand: case does not matter.
struct Word: Hashable {
    let text: String
    static func == (a: Word, b: Word) -> Bool { a.text.lowercased() == b.text.lowercased() }
    func hash(into hasher: inout Hasher) { hasher.combine(text.lowercased()) }
}
let words = ["Swift", "swift", "SWIFT", "Kotlin"].map { Word(text: $0) }
print(Set(words).count, words[0] == words[2], words[0] == words[3])  // expect: 2 true false
print(Dictionary(grouping: words) { $0 }.mapValues { $0.count }[Word(text: "sWiFt")] ?? 0)  // expect: 3
