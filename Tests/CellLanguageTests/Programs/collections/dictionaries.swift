// Dictionaries: reading, writing, defaults, updating, removing, going through in order.
var stock = ["사과": 3, "배": 5, "감": 0]
print(stock["사과"] ?? 0, stock["포도"] ?? -1, stock["포도"] == nil, stock.count)  // expect: 3 -1 true 3
stock["포도"] = 7
stock["사과"]! += 10
stock["배", default: 0] -= 1
stock["귤", default: 100] += 1
print(stock.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value)" })  // expect: ["감:0", "귤:101", "배:4", "사과:13", "포도:7"]
print(stock.updateValue(9, forKey: "감") ?? -1, stock.updateValue(1, forKey: "밤") ?? -1)  // expect: 0 -1
print(stock.removeValue(forKey: "밤") ?? -1, stock.removeValue(forKey: "밤") ?? -1, stock.count)  // expect: 1 -1 5
stock["귤"] = nil
print(stock.keys.sorted(), stock.values.sorted(), stock.values.reduce(0, +))  // expect: ["감", "배", "사과", "포도"] [4, 7, 9, 13] 33
for (name, count) in stock.sorted(by: { $0.value > $1.value }) where count > 4 { print(name, count) }  // expect: 사과 13
// expect: 감 9
// expect: 포도 7
print(stock.keys.contains("배"), stock.contains { $0.value == 0 }, stock.allSatisfy { $0.value > 3 }, stock.isEmpty)  // expect: true false true false
if let (name, count) = stock.max(by: { $0.value < $1.value }) { print(name, count) }  // expect: 사과 13
let cheap = stock.filter { $0.value < 9 }
print(cheap.count, cheap["포도"] ?? 0, stock.mapValues { $0 * 2 }["배"] ?? 0)  // expect: 2 7 8
print(stock.map { $0.value }.sorted(), stock.compactMapValues { $0 > 8 ? "많음" : nil }.count)  // expect: [4, 7, 9, 13] 2
let ages = Dictionary(uniqueKeysWithValues: [("지우", 17), ("하준", 18)])
let lengths = Dictionary(uniqueKeysWithValues: ["가", "나나"].map { ($0, $0.count) })
print(ages["하준"] ?? 0, lengths["나나"] ?? 0, Dictionary(uniqueKeysWithValues: zip(["a", "b"], 1...))["b"] ?? 0)  // expect: 18 2 2
let summed = Dictionary([("a", 1), ("b", 2), ("a", 3)], uniquingKeysWith: +)
print(summed["a"] ?? 0, summed.count, Dictionary([("a", 1), ("a", 3)]) { first, _ in first }["a"] ?? 0)  // expect: 4 2 1
var merged = ages
merged.merge(["지우": 1, "서연": 16]) { old, new in old + new }
print(merged["지우"] ?? 0, merged["서연"] ?? 0, ages.merging(["지우": 1]) { _, new in new }["지우"] ?? 0, ages["지우"] ?? 0)  // expect: 18 16 1 17
var nested: [String: [String: Int]] = [:]
nested["1반", default: [:]]["수학"] = 90
nested["1반"]?["국어"] = 80
nested["2반"]?["국어"] = 70
print(nested.count, nested["1반"]?["수학"] ?? 0, nested["1반"]!.values.max()!, nested["2반"]?["국어"] ?? -1)  // expect: 1 90 90 -1
print(ages == ["하준": 18, "지우": 17], ages != merged, ["b": 1].first!.key, ["b": 1])  // expect: true true b ["b": 1]
var inverted: [Int: [String]] = [:]
for (name, count) in ["a": 1, "b": 2, "c": 1] { inverted[count, default: []].append(name) }
print(inverted[1]!.sorted(), inverted.keys.sorted(), inverted[3, default: ["없음"]])  // expect: ["a", "c"] [1, 2] ["없음"]
merged.removeAll()
print(merged, merged.isEmpty, merged.first == nil)  // expect: [:] true true
