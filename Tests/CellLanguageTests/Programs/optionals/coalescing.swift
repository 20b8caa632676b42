// The operator ??: chains, right sides evaluated only when needed, optional right sides.
let none: Int? = nil, some: Int? = 4
print(none ?? 1, some ?? 1, none ?? some ?? 9, none ?? none ?? 9)  // expect: 1 4 4 9
let either = none ?? some
print(either ?? 0, type(of: either))  // expect: 4 Optional<Int>
var calls = 0
func fallback() -> Int {
    calls += 1
    return 100
}
print(some ?? fallback(), calls, none ?? fallback(), calls)  // expect: 4 0 100 1
let settings = ["색": "빨강"]
print(settings["색"] ?? "검정", settings["크기"] ?? "보통", settings["크기"] ?? settings["색"] ?? "-")  // expect: 빨강 보통 빨강
print((some ?? 0) + 1, some.map { $0 + 1 } ?? 0, (none ?? 3) * (some ?? 2), none == nil ? "없음" : "있음")  // expect: 5 5 12 없음
print(Int("12") ?? 0, Int("십이") ?? 0, Double("1.5") ?? .nan, [Int]().max() ?? .min)  // expect: 12 0 1.5 -9223372036854775808
let nested: Int?? = .some(nil)
print((nested ?? 5) ?? 6, (nested ?? 5) == nil)  // expect: 6 true
var cache: [Int: String] = [:]
func name(_ id: Int) -> String {
    if let known = cache[id] { return known }
    let made = "이름\(id)"
    cache[id] = made
    return made
}
print(cache[1] ?? name(1), cache[1] ?? "비어 있음", cache.count)  // expect: 이름1 이름1 1
func load(_ key: String) throws -> Int {
    struct Missing: Error {}
    guard key != "없음" else { throw Missing() }
    return key.count
}
print((try? load("없음")) ?? -1, (try? load("있다")) ?? -1)  // expect: -1 2
let first = ["", "값"].first { !$0.isEmpty } ?? "모두 빔"
let longest = [String]().max { $0.count < $1.count }?.count ?? 0
print(first, longest)  // expect: 값 0
func limit(_ value: Double?, _ range: ClosedRange<Double> = 0...1) -> Double { min(max(value ?? range.lowerBound, range.lowerBound), range.upperBound) }
print(limit(nil), limit(0.5), limit(7), limit(nil, 2...3))  // expect: 0.0 0.5 1.0 2.0
let text = "\(some ?? 0)점, \(none.map(String.init) ?? "미정")"
print(text)  // expect: 4점, 미정
