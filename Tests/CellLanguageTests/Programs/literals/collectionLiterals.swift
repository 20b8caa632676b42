// Array, dictionary and set literals: empty, nested, trailing commas, and as arguments.
let none: [Int] = []
let noTable: [String: Int] = [:]
print(none, noTable, none.isEmpty, noTable.isEmpty)  // expect: [] [:] true true
let empty = [String](), table = [Int: [String]](), seen = Set<Int>()
print(empty.count, table.count, seen.count)  // expect: 0 0 0
let matrix = [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
]
print(matrix, matrix[1][1])  // expect: [[1, 0, 0], [0, 1, 0], [0, 0, 1]] 1
let capitals = [
    "한국": "서울",
    "일본": "도쿄",
]
for (country, city) in capitals.sorted(by: { $0.key < $1.key }) { print(country, city) }  // expect: 일본 도쿄
// expect: 한국 서울
let layers: [(name: String, size: Int)] = [("입력", 4), ("은닉", 8), (name: "출력", size: 3)]
print(layers.map(\.size), layers.last!.name)  // expect: [4, 8, 3] 출력
let nested: [String: [Int]] = ["짝": [2, 4], "홀": [1, 3, 5]]
print(nested["홀"]!.count, nested.values.map(\.count).sorted())  // expect: 3 [2, 3]
let operations: [String: (Double, Double) -> Double] = ["+": { $0 + $1 }, "×": { $0 * $1 }, "-": (-)]
print(operations["×"]!(3, 4), operations["-"]!(3, 4), operations["+"]!(0.5, 1))  // expect: 12.0 -1.0 1.5
func total(of numbers: [Int], besides skipped: Set<Int> = []) -> Int {
    numbers.filter { !skipped.contains($0) }.reduce(0, +)
}
print(total(of: [1, 2, 3]), total(of: [1, 2, 3], besides: [2]), total(of: []))  // expect: 6 4 0
for (x, y) in [(1, 2), (3, 4)] { print(x * y, terminator: " ") }
print([[]] as [[Int]], [[1], []].count)  // expect: 2 12 [[]] 2
print([1: "하나", 2: "둘"][2] ?? "", [10, 20, 30][1], ["a", "b"].contains("b"))  // expect: 둘 20 true
var both: [Int: Set<String>] = [1: ["가", "나"]]
both[2] = ["다"]
both[1]?.insert("라")
print(both[1]!.count, both[2]!.count, both.keys.sorted())  // expect: 3 1 [1, 2]
