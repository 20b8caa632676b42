// The type a literal after `??` takes where any value will do: after a chain it keeps its own.
struct Layer {
    var rate = 0.5
    func loss() -> Double { 2 }
    func last() -> Double? { nil }
}
let none: Layer? = nil, some: Layer? = Layer()
let empty: [Double] = [], table: [String: Double] = [:]
print(none?.rate ?? 1, some?.rate ?? 1)  // expect: 1 0.5
print(none?.loss() ?? 1, some?.loss() ?? 1)  // expect: 1 2.0
print(Layer().last() ?? 1, empty.first ?? 1, empty.max() ?? 1, table["가"] ?? 1)  // expect: 1.0 1.0 1.0 1.0
print("\(none?.rate ?? 1)", [none?.rate ?? 1], none?.rate ?? 1.0)  // expect: 1.0 [1.0] 1.0
let loss = none?.loss() ?? 1
let typed: Double = none?.rate ?? 1
print(loss, type(of: loss), typed)  // expect: 1.0 Double 1.0
print(empty.first.map { $0 * 2 } ?? 1, (none?.rate ?? 1) + 1)  // expect: 1 2.0
func show(_ value: Any) -> String { "\(type(of: value)) \(value)" }
print(show(none?.rate ?? 1), show(some?.rate ?? 1), show(empty.last ?? 1))  // expect: Int 1 Double 0.5 Double 1.0
