// A lazy property is computed once, when first asked for, from what the value holds then.
struct Report {
    var numbers: [Int]
    var runs = 0

    lazy var total: Int = {
        runs += 1
        return numbers.reduce(0, +)
    }()
    lazy var sorted: [Int] = numbers.sorted()
    lazy var title = "합계 \(total)"

    init(_ numbers: [Int]) { self.numbers = numbers }
}

var report = Report([3, 1, 2])
print(report.runs)  // expect: 0
print(report.total, report.total, report.runs)  // expect: 6 6 1
report.numbers.append(100)
print(report.total, report.numbers.count)  // expect: 6 4
print(report.sorted)  // expect: [1, 2, 3, 100]
report.sorted.append(-5)
report.numbers = []
print(report.sorted, report.numbers)  // expect: [1, 2, 3, 100, -5] []
print(report.title, report.runs)  // expect: 합계 6 1

var fresh = Report([4, 4])
var copy = fresh
copy.numbers.append(2)
print(fresh.total, copy.total, fresh.runs, copy.runs)  // expect: 8 10 1 1
fresh.total = 77
print(fresh.total, fresh.title, fresh.runs)  // expect: 77 합계 77 1

class Model {
    let name: String
    lazy var weights: [Double] = makeWeights()
    lazy var describe: () -> String = { [name] in "model \(name)" }
    private var made = 0

    init(name: String) { self.name = name }

    private func makeWeights() -> [Double] {
        made += 1
        print("making weights for", name)
        return [Double](repeating: 0.5, count: 3)
    }

    var timesMade: Int { made }
}
let model = Model(name: "회귀")
print(model.timesMade)  // expect: 0
model.weights[1] = 2
// expect: making weights for 회귀
print(model.weights, model.timesMade, model.describe())  // expect: [0.5, 2.0, 0.5] 1 model 회귀
