// Closures with inout parameters, changing what they are given.
func update(_ value: inout Int, with change: (inout Int) -> Void) { change(&value) }
var n = 5
update(&n) { $0 += 10 }
update(&n) { $0 = $0 * $0 - 1 }
print(n)  // expect: 224
let bump: (inout Int) -> Void = { $0 += 1 }
bump(&n)
var list = [1, 2, 3]
bump(&list[1])
print(n, list)  // expect: 225 [1, 3, 3]
let steps: [(inout [Int]) -> Void] = [{ $0.append(9) }, { $0.reverse() }, { $0[0] = 0 }, { $0.removeAll { $0 == 2 } }]
for step in steps { step(&list) }
print(list)  // expect: [0, 3, 3, 1]
struct Model { var weight = 0.0, bias = 0.0, history: [Double] = [] }
func edited(_ model: Model, _ change: (inout Model) -> Void) -> Model {
    var copy = model
    change(&copy)
    return copy
}
let start = Model()
let next = edited(start) {
    $0.weight += 1.5
    $0.history.append($0.weight)
}
print(start.weight, next.weight, next.history)  // expect: 0.0 1.5 [1.5]
func modifyEach(_ values: inout [Double], _ change: (inout Double) -> Void) { for i in values.indices { change(&values[i]) } }
var row = [1.0, 2, 4]
modifyEach(&row) { $0 /= 2 }
modifyEach(&row) { if $0 < 1 { $0 = 0 } }
print(row)  // expect: [0.0, 1.0, 2.0]
let swapper = { (a: inout String, b: inout String) in (a, b) = (b, a) }
var left = "왼쪽", right = "오른쪽"
swapper(&left, &right)
print(left, right)  // expect: 오른쪽 왼쪽
func accumulate<T>(_ values: [Int], into start: T, _ body: (inout T, Int) -> Void) -> T {
    var result = start
    for value in values { body(&result, value) }
    return result
}
print(accumulate([3, 1, 2], into: "") { $0 += "\($1)" }, accumulate([3, 1, 2], into: [:]) { $0[$1 % 2, default: 0] += $1 }[1]!)  // expect: 312 4
var models = ["a": Model(), "b": Model(bias: 2)]
let train: (inout Model) -> Double = { model in
    model.bias += 1
    return model.bias
}
print(train(&models["b"]!), models["b"]!.bias, models["a"]!.bias)  // expect: 3.0 3.0 0.0
func withCounter(_ body: (inout Int) throws -> Void) rethrows -> Int {
    var counter = 0
    try body(&counter)
    return counter
}
let counted = withCounter { counter in for i in 1...5 where i != 3 { counter += i } }
print(counted)  // expect: 12
