// Capture lists take the value at the time the closure is made; without one the variable itself is shared.
var x = 1
let byReference = { x }
let byValue = { [x] in x }
let named = { [start = x * 10] in start + x }
x = 5
print(byReference(), byValue(), named())  // expect: 5 1 15
var functions: [() -> String] = []
var index = 0
while index < 3 {
    functions.append { [index] in "값 \(index)/\(index + 1)" }
    functions.append { "변수 \(index)" }
    index += 1
}
print(functions.map { $0() })  // expect: ["값 0/1", "변수 3", "값 1/2", "변수 3", "값 2/3", "변수 3"]
struct Settings { var rate: Double, name: String }
var settings = Settings(rate: 0.1, name: "처음")
let snapshot = { [settings] in "\(settings.name) \(settings.rate)" }
let live = { "\(settings.name) \(settings.rate)" }
settings.rate = 0.5
settings.name = "나중"
print(snapshot(), "|", live())  // expect: 처음 0.1 | 나중 0.5
final class Box {
    var value: Int
    init(_ value: Int) { self.value = value }
}
var box = Box(1)
let held = { [box] in box.value }
let followed = { box.value }
box.value = 2
print(held(), followed())  // expect: 2 2
box = Box(99)
print(held(), followed())  // expect: 2 99
var list = [1, 2, 3]
let size = { [count = list.count, list] (extra: Int) -> String in "\(count) \(list) \(extra)" }
list.append(4)
print(size(7), list.count)  // expect: 3 [1, 2, 3] 7 4
let makers = (1...3).map { n in { [doubled = n * 2] (value: Int) in value * doubled + n } }
print(makers.map { $0(10) })  // expect: [21, 42, 63]
var depth = 0
let nested = { [depth] in
    let inner = { "\(depth)" }
    return inner() + "!"
}
depth = 9
print(nested(), depth)  // expect: 0! 9
