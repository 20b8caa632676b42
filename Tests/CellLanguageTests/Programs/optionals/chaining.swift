// Optional chains through properties, methods, subscripts and assignments.
struct Address { var city: String, lines: [String] }
final class Person {
    var name: String
    var address: Address?
    var friend: Person?
    init(_ name: String, address: Address? = nil) {
        self.name = name
        self.address = address
    }
    func greet() -> String { "안녕 \(name)" }
    func nickname() -> String? { name.count > 2 ? String(name.prefix(2)) : nil }
}
let jiwoo = Person("지우", address: Address(city: "서울", lines: ["가로", "12"]))
let hajun = Person("하준이")
jiwoo.friend = hajun
print(jiwoo.friend?.name ?? "-", jiwoo.friend?.friend?.name ?? "-", jiwoo.friend?.greet() ?? "-")  // expect: 하준이 - 안녕 하준이
print(jiwoo.address?.city.count ?? 0, hajun.address?.city ?? "모름", jiwoo.address?.lines.first?.count ?? -1)  // expect: 2 모름 2
print(jiwoo.friend?.nickname() ?? "-", jiwoo.nickname() ?? "-", jiwoo.friend?.nickname()?.uppercased().count ?? 0)  // expect: 하준 - 2
jiwoo.address?.city = "부산"
hajun.address?.city = "도쿄"
jiwoo.friend?.address = Address(city: "대구", lines: [])
jiwoo.friend?.address?.lines.append("새 줄")
print(jiwoo.address!.city, hajun.address?.lines ?? [], hajun.friend?.address == nil)  // expect: 부산 ["새 줄"] true
if (hajun.friend?.name = "없음") == nil { print("대입하지 않음") }  // expect: 대입하지 않음
if (jiwoo.friend?.name = "하준") != nil { print(hajun.name) }  // expect: 하준
var table: [String: [Int]] = ["a": [1, 2]]
table["a"]?.append(3)
table["b"]?.append(4)
table["a"]?[0] += 10
print(table["a"] ?? [], table["b"] == nil, table["a"]?.count ?? 0, table["a"]?[1] ?? 0, table["a"]?.first ?? 0)  // expect: [11, 2, 3] true 3 2 11
var grid: [[Int]?] = [[1], nil]
grid[0]?[0] = 7
grid[1]?[0] = 8
print(grid[0] ?? [], grid[1] == nil)  // expect: [7] true
let text: String? = "한지 노트"
print(text?.split(separator: " ").last?.count ?? 0, text?.isEmpty ?? true, text?.first?.isLetter ?? false)  // expect: 2 false true
var calls = 0
func argument() -> Int {
    calls += 1
    return calls
}
var list: [Int]? = nil
list?.append(argument())
list = []
list?.append(argument())
print(list ?? [], calls)  // expect: [1] 1
let closure: ((Int) -> Int)? = { $0 * 2 }, none: ((Int) -> Int)? = nil
print(closure?(21) ?? 0, none?(21) ?? 0)  // expect: 42 0
var optional: Int? = 3
optional? += 4
optional? *= 2
print(optional ?? 0, optional?.isMultiple(of: 7) ?? false, optional?.description.count ?? 0)  // expect: 14 true 2
let length = jiwoo.friend?.address?.lines.map(\.count).reduce(0, +)
print(length ?? -1, type(of: length))  // expect: 3 Optional<Int>
