// Counting right and wrong answers of a classifier, with precision, recall and F1 for each class.
struct ConfusionMatrix {
    let labels: [String]
    private var counts: [[Int]]

    init(labels: [String]) {
        self.labels = labels
        counts = labels.map { _ in labels.map { _ in 0 } }
    }

    init?(truth: [String], predicted: [String]) {
        guard truth.count == predicted.count else { return nil }
        self.init(labels: Set(truth + predicted).sorted())
        for (t, p) in zip(truth, predicted) { self[truth: t, predicted: p] += 1 }
    }

    private func index(_ label: String) -> Int { labels.firstIndex(of: label)! }

    subscript(truth truth: String, predicted predicted: String) -> Int {
        get { counts[index(truth)][index(predicted)] }
        set { counts[index(truth)][index(predicted)] = newValue }
    }

    var total: Int { counts.flatMap { $0 }.reduce(0, +) }
    var accuracy: Double {
        Double(labels.indices.reduce(0) { $0 + counts[$1][$1] }) / Double(total)
    }

    func precision(_ label: String) -> Double? {
        let i = index(label)
        let column = counts.reduce(0) { $0 + $1[i] }
        return column == 0 ? nil : Double(counts[i][i]) / Double(column)
    }

    func recall(_ label: String) -> Double? {
        let row = counts[index(label)]
        let sum = row.reduce(0, +)
        return sum == 0 ? nil : Double(row[index(label)]) / Double(sum)
    }

    func f1(_ label: String) -> Double {
        guard let p = precision(label), let r = recall(label), p + r > 0 else { return 0 }
        return 2 * p * r / (p + r)
    }

    func show() {
        print("truth\\said " + labels.joined(separator: " "))
        for (label, row) in zip(labels, counts) {
            print(label, row.map(String.init).joined(separator: " "))
        }
    }
}

let truth = ["cat", "dog", "cat", "bird", "dog", "cat", "dog", "bird"]
let said = ["cat", "dog", "dog", "cat", "dog", "cat", "cat", "cat"]
guard var matrix = ConfusionMatrix(truth: truth, predicted: said) else { fatalError("lengths differ") }
matrix.show()
// expect: truth\said bird cat dog
// expect: bird 0 2 0
// expect: cat 0 2 1
// expect: dog 0 1 2
print(matrix.accuracy, matrix.total)  // expect: 0.5 8
print(matrix.precision("bird") == nil, matrix.recall("bird") ?? -1, matrix.f1("bird"))  // expect: true 0.0 0.0
for label in matrix.labels {
    let p = matrix.precision(label).map { String(format: "%.2f", $0) } ?? "-"
    print(label, p, String(format: "%.3f", matrix.f1(label)))
}
// expect: bird - 0.000
// expect: cat 0.40 0.500
// expect: dog 0.67 0.667
matrix[truth: "bird", predicted: "bird"] += 2
print(matrix.accuracy, matrix.recall("bird")!, matrix.f1("bird"))  // expect: 0.6 0.5 0.6666666666666666
print(ConfusionMatrix(truth: ["a"], predicted: []) == nil)  // expect: true
