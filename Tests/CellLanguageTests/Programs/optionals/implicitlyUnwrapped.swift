// Variables declared with `!`, used as values and as optionals.
var rate: Double!
print(rate == nil)  // expect: true
rate = 0.5
print(rate + 1, rate * 2, rate ?? 0, rate == 0.5)  // expect: 1.5 1.0 0.5 true
if let rate { print(rate) }  // expect: 0.5
let copy = rate
print(type(of: copy), copy ?? 0)  // expect: Optional<Double> 0.5
let plain: Double = rate
print(plain, type(of: plain))  // expect: 0.5 Double
final class Model {
    var weights: [Double]!
    var name: String!
    func fit(_ data: [Double]) {
        weights = data.map { $0 * 2 }
        name = "모델\(data.count)"
    }
    func predict(_ x: Double) -> Double { weights[0] * x + weights.reduce(0, +) }
}
let model = Model()
print(model.weights == nil, model.weights?.count ?? 0)  // expect: true 0
model.fit([1, 2, 3])
print(model.predict(10), model.weights.count, model.name.count, model.name!)  // expect: 32.0 3 3 모델3
model.weights.append(0.5)
model.weights[0] = 100
model.name += "!"
print(model.weights ?? [], model.name ?? "")  // expect: [100.0, 4.0, 6.0, 0.5] 모델3!
model.name = nil
print(model.name?.count ?? -1)  // expect: -1
func double(_ value: Int!) -> Int { value == nil ? 0 : value * 2 }
print(double(4), double(nil))  // expect: 8 0
var parent: Node! = Node(value: 1, next: nil)
struct Node {
    var value: Int
    var rest: [Int]
    init(value: Int, next: Int?) {
        self.value = value
        rest = next.map { [$0] } ?? []
    }
}
parent.value += 5
parent.rest.append(parent.value)
print(parent.value, parent.rest, parent != nil ? "있음" : "없음")  // expect: 6 [6] 있음
