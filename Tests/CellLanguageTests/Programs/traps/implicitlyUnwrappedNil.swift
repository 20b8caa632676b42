// A variable declared with `!` read before it was given a value.
final class Model {
    var rate: Double!
    func step(_ x: Double) -> Double {
        x * rate  // trap: NilUnwrapped
    }
}
let model = Model()
model.rate = 0.5
print(model.step(4))  // expect: 2.0
model.rate = nil
print(model.step(4))
