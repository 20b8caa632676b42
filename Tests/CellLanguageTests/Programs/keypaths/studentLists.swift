// `\.name` where a function is wanted: map, filter and helpers of one's own.
struct Student {
    let name: String
    let score: Int
    var passed: Bool { score >= 60 }
    var initial: Character { name.first ?? "?" }
}

let students = [
    Student(name: "지민", score: 82), Student(name: "Sora", score: 47),
    Student(name: "健", score: 60), Student(name: "Ada", score: 99),
]
print(students.map(\.name))  // expect: ["지민", "Sora", "健", "Ada"]
print(students.filter(\.passed).map(\.score))  // expect: [82, 60, 99]
print(students.map(\.name.count), students.map(\.initial))  // expect: [2, 4, 1, 3] ["지", "S", "健", "A"]
print(students.allSatisfy(\.passed), students.contains(where: \.passed))  // expect: false true
print(students.map(\.score).reduce(0, +), students.map(\.score).max() ?? 0)  // expect: 288 99

extension Array {
    func sorted<Key: Comparable>(on key: (Element) -> Key) -> [Element] {
        sorted { key($0) < key($1) }
    }
}
print(students.sorted(on: \.score).map(\.name))  // expect: ["Sora", "健", "지민", "Ada"]
print(students.sorted(on: \.name).first?.name ?? "-")  // expect: Ada
