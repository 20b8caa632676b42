// Extensions of Optional: for every content, for some contents, for nested and comparable ones.
extension Optional {
    var isNone: Bool { self == nil }
    var count: Int { isNone ? 0 : 1 }
    var list: [Wrapped] { map { [$0] } ?? [] }

    func or(_ other: @autoclosure () -> Wrapped) -> Wrapped { self ?? other() }

    func filter(_ keeps: (Wrapped) -> Bool) -> Wrapped? {
        guard let value = self, keeps(value) else { return nil }
        return value
    }

    func zip<Other>(_ other: Other?) -> (Wrapped, Other)? {
        if let a = self, let b = other { (a, b) } else { nil }
    }

    mutating func take() -> Wrapped? {
        defer { self = nil }
        return self
    }

    mutating func setIfNil(_ value: Wrapped) -> Bool {
        guard self == nil else { return false }
        self = value
        return true
    }
}

extension Optional where Wrapped: Collection {
    var isNilOrEmpty: Bool { self?.isEmpty ?? true }
}

extension Optional where Wrapped == String {
    var orBlank: String { self ?? "" }
}

extension Optional where Wrapped: Numeric {
    static func + (a: Wrapped?, b: Wrapped?) -> Wrapped? {
        guard let a, let b else { return nil }
        return a + b
    }
}


let none: Int? = nil
let some: Int? = 7
print(none.isNone, some.isNone, none.count + some.count, some.list, none.list)  // expect: true false 1 [7] []
print(none.or(3), some.or(3), some.filter { $0 > 10 } ?? -1, some.filter { $0 > 5 } ?? -1)  // expect: 3 7 -1 7
if let (a, b) = some.zip("일곱") { print(a, b) }  // expect: 7 일곱
print(some.zip(none) == nil)  // expect: true
var slot: String? = "표"
print(slot.take() ?? "-", slot.take() ?? "-", slot.setIfNil("새"), slot.setIfNil("또"), slot ?? "-")
// expect: 표 - true false 새
let empty: [Int]? = []
print(empty.isNilOrEmpty, ([1] as [Int]?).isNilOrEmpty, (nil as String?).isNilOrEmpty, (nil as String?).orBlank.count)
// expect: true false true 0
let total = some + 1
print(total ?? 0, (some + none) ?? 0)  // expect: 8 0
print([some, nil, 9].compactMap { $0 }.max() ?? 0, [none, none].filter { $0.isNone }.count)  // expect: 9 2
let nested: Int?? = .some(nil)
print(nested.isNone, nested.list.count, (nested ?? 5) ?? 6, nested.flatMap { $0 }.isNone)  // expect: false 1 6 true
