// Mixed data as lessons meet it: records of Any read safely, with paths and defaults.
typealias Record = [String: Any]
let records: [Record] = [
    ["이름": "지우", "점수": 91.5, "태그": ["수학", "과학"], "주소": ["도시": "서울", "번지": 12] as Record],
    ["이름": "하준", "점수": 80, "태그": [String]()],
    ["이름": 3, "점수": "팔십"],
]
func name(_ record: Record) -> String { record["이름"] as? String ?? "이름 없음" }
func score(_ record: Record) -> Double? {
    switch record["점수"] {
    case let value as Double: value
    case let value as Int: Double(value)
    case let text as String: Double(text)
    default: nil
    }
}
for record in records { print(name(record), score(record).map { "\($0)" } ?? "점수 없음") }  // expect: 지우 91.5
// expect: 하준 80.0
// expect: 이름 없음 점수 없음
print(records.compactMap(score).reduce(0, +), records.map { ($0["태그"] as? [String])?.count ?? -1 })  // expect: 171.5 [2, 0, -1]
func value(_ record: Any, _ path: String...) -> Any? {
    path.reduce(record) { current, key in (current as? Record)?[key] }
}
print(value(records[0], "주소", "도시") as? String ?? "-", value(records[0], "주소", "번지") as? Int ?? 0, value(records[1], "주소", "도시") == nil)  // expect: 서울 12 true
func kinds(_ record: Record) -> String {
    record.keys.sorted().map { key in
        switch record[key]! {
        case is String: "글"
        case is Int: "정수"
        case is Double: "실수"
        case is [String]: "목록"
        case is Record: "묶음"
        default: "?"
        }
    }.joined(separator: ",")
}
print(records.map(kinds))  // expect: ["글,실수,묶음,목록", "글,정수,목록", "정수,글"]
func flatten(_ value: Any, prefix: String = "") -> [(String, String)] {
    switch value {
    case let record as Record:
        return record.keys.sorted().flatMap { flatten(record[$0]!, prefix: prefix.isEmpty ? $0 : prefix + "." + $0) }
    case let list as [Any]:
        return list.enumerated().flatMap { flatten($1, prefix: "\(prefix)[\($0)]") }
    default: return [(prefix, "\(value)")]
    }
}
for (path, text) in flatten(records[0]) { print(path, "=", text) }  // expect: 이름 = 지우
// expect: 점수 = 91.5
// expect: 주소.도시 = 서울
// expect: 주소.번지 = 12
// expect: 태그[0] = 수학
// expect: 태그[1] = 과학
var changed = records[1]
changed["점수"] = (score(changed) ?? 0) + 5.5
changed["태그"] = (changed["태그"] as? [String] ?? []) + ["국어"]
changed["이름"] = nil
print(score(changed) ?? 0, changed["태그"] as? [String] ?? [], name(changed), changed.count, records[1].count)  // expect: 85.5 ["국어"] 이름 없음 2 3
let columns = ["이름", "점수"].map { key in records.map { $0[key].map { "\($0)" } ?? "" } }
print(columns)  // expect: [["지우", "하준", "3"], ["91.5", "80", "팔십"]]
