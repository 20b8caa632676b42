// Passing or failing from hours of study and of sleep, learnt by logistic regression.
struct Student { let study: Double, sleep: Double, passed: Bool }
let students = [
    Student(study: 1, sleep: 6, passed: false), Student(study: 2, sleep: 4, passed: false),
    Student(study: 2.5, sleep: 8, passed: false), Student(study: 3, sleep: 7, passed: true),
    Student(study: 4, sleep: 3, passed: false), Student(study: 4.5, sleep: 7, passed: true),
    Student(study: 5, sleep: 6, passed: true), Student(study: 6, sleep: 5, passed: true),
]
func sigmoid(_ z: Double) -> Double { 1 / (1 + exp(-z)) }
struct Model {
    var weights = [0.0, 0.0], bias = 0.0
    func probability(_ x: [Double]) -> Double { sigmoid(zip(weights, x).map(*).reduce(bias, +)) }
}
let features = students.map { [$0.study, $0.sleep] }
let targets = students.map { $0.passed ? 1.0 : 0.0 }
let means = (0..<2).map { column in features.map { $0[column] }.reduce(0, +) / Double(features.count) }
let deviations = (0..<2).map { column in
    sqrt(features.map { pow($0[column] - means[column], 2) }.reduce(0, +) / Double(features.count))
}
func scaled(_ x: [Double]) -> [Double] { x.indices.map { (x[$0] - means[$0]) / deviations[$0] } }
let inputs = features.map(scaled)
print(means, deviations.map { String(format: "%.3f", $0) })  // expect: [3.5, 5.75] ["1.561", "1.561"]
func crossEntropy(_ model: Model) -> Double {
    -zip(inputs, targets).map { x, y in
        let p = model.probability(x)
        return y * log(p) + (1 - y) * log(1 - p)
    }.reduce(0, +) / Double(inputs.count)
}
var model = Model()
print(String(format: "%.4f", crossEntropy(model)))  // expect: 0.6931
for epoch in 1...200 {
    var gradient = [0.0, 0.0], biasGradient = 0.0
    for (x, y) in zip(inputs, targets) {
        let error = model.probability(x) - y
        for i in gradient.indices { gradient[i] += error * x[i] }
        biasGradient += error
    }
    for i in gradient.indices { model.weights[i] -= 0.5 * gradient[i] / Double(inputs.count) }
    model.bias -= 0.5 * biasGradient / Double(inputs.count)
    if epoch.isMultiple(of: 50) { print(epoch, String(format: "%.4f", crossEntropy(model))) }
}  // expect: 50 0.2271
// expect: 100 0.2015
// expect: 150 0.1910
// expect: 200 0.1847
let predictions = inputs.map { model.probability($0) > 0.5 }
let correct = zip(predictions, students).filter { $0 == $1.passed }.count
print("맞음 \(correct)/\(students.count)", model.weights.allSatisfy { $0 > 0 })  // expect: 맞음 7/8 true
for student in [(3.5, 8.0), (1, 9), (6, 3)] {
    let p = model.probability(scaled([student.0, student.1]))
    print(student, p > 0.5 ? "합격" : "불합격", String(format: "%.2f", p))
}  // expect: (3.5, 8.0) 합격 0.91
// expect: (1.0, 9.0) 불합격 0.04
// expect: (6.0, 3.0) 합격 0.97
