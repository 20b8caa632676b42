// The perceptron: logic gates, its rule for learning, and XOR, which it cannot learn.
struct Perceptron {
    var weights: [Double]
    var bias = 0.0
    init(inputs: Int) { weights = Array(repeating: 0, count: inputs) }
    func callAsFunction(_ x: [Double]) -> Int { zip(weights, x).map(*).reduce(bias, +) > 0 ? 1 : 0 }
    mutating func train(_ data: [(x: [Double], y: Int)], rate: Double = 1, limit: Int = 20) -> [Int] {
        var history: [Int] = []
        for _ in 0..<limit {
            var mistakes = 0
            for (x, y) in data {
                let error = y - self(x)
                guard error != 0 else { continue }
                mistakes += 1
                for i in weights.indices { weights[i] += rate * Double(error) * x[i] }
                bias += rate * Double(error)
            }
            history.append(mistakes)
            if mistakes == 0 { break }
        }
        return history
    }
}
let inputs: [[Double]] = [[0, 0], [0, 1], [1, 0], [1, 1]]
let gates: [(name: String, outputs: [Int])] = [
    ("AND", [0, 0, 0, 1]), ("OR", [0, 1, 1, 1]), ("NAND", [1, 1, 1, 0]), ("XOR", [0, 1, 1, 0]),
]
var trained: [String: Perceptron] = [:]
for (name, outputs) in gates {
    var perceptron = Perceptron(inputs: 2)
    let data = zip(inputs, outputs).map { (x: $0, y: $1) }
    let history = perceptron.train(data)
    let correct = data.filter { perceptron($0.x) == $0.y }.count
    print(name, "실수", history.prefix(8), correct == 4 ? "배움" : "못 배움", perceptron.weights, perceptron.bias)
    trained[name] = perceptron
}  // expect: AND 실수 [1, 3, 3, 2, 1, 0] 배움 [2.0, 1.0] -2.0
// expect: OR 실수 [1, 2, 1, 0] 배움 [1.0, 1.0] 0.0
// expect: NAND 실수 [2, 3, 3, 2, 1, 0] 배움 [-2.0, -1.0] 3.0
// expect: XOR 실수 [2, 3, 4, 4, 4, 4, 4, 4] 못 배움 [-1.0, 0.0] 1.0
func xor(_ x: [Double]) -> Int {
    guard let and = trained["AND"], let or = trained["OR"], let nand = trained["NAND"] else { return -1 }
    return and([Double(or(x)), Double(nand(x))])
}
print(inputs.map(xor))  // expect: [0, 1, 1, 0]
let majority = (0..<8).map { n in (x: [2, 1, 0].map { Double(n >> $0 & 1) }, y: n.nonzeroBitCount >= 2 ? 1 : 0) }
var vote = Perceptron(inputs: 3)
let history = vote.train(majority)
print(history.last == 0, majority.allSatisfy { vote($0.x) == $0.y }, vote.weights.count)  // expect: true true 3
let map = stride(from: 2.0, through: -1, by: -1).map { y in
    stride(from: -1.0, through: 2, by: 0.5).map { x in trained["OR"]!([x, y]) == 1 ? "■" : "□" }.joined()
}
for row in map { print(row) }  // expect: ■■■■■■■
// expect: □■■■■■■
// expect: □□□■■■■
// expect: □□□□□■■
