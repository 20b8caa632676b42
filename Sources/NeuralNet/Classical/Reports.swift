import Foundation
import Outputs
public import Tensors

/// How often class i (row) was taken for class j (column): int64 `[classes, classes]`, classes in rising order.
/// Source: `sklearn.metrics.confusion_matrix`.
///
/// Errors: ``NetworkError/pairShapes(title:yTrue:yPred:)``.
public func confusionMatrix(_ yTrue: [Int], _ yPred: [Int]) -> Tensor {
    Failure.guarded(Tensor.zeros([0, 0], dtype: .int64)) {
        let table = try ConfusionTable(yTrue, yPred, "confusionMatrix")
        return Tensor(table.counts)
    }
}

/// ``confusionMatrix(_:_:)-([Int],_)`` of tensors of class numbers `[samples]`.
public func confusionMatrix(_ yTrue: Tensor, _ yPred: Tensor) -> Tensor {
    Failure.guarded(Tensor.zeros([0, 0], dtype: .int64)) {
        confusionMatrix(try yTrue.classNumbers(), try yPred.classNumbers())
    }
}

/// Precision, recall and F1 score of each class as a table of text. `names` stand for the classes in rising order.
/// Source: `sklearn.metrics.classification_report`.
///
/// Errors: ``NetworkError/pairShapes(title:yTrue:yPred:)``, ``NetworkError/wrongNameCount(names:classes:)``.
public func classificationReport(
    _ yTrue: [Int], _ yPred: [Int], names: [String]? = nil, digits: Int = 2
) -> String {
    Failure.guarded("") {
        let table = try ConfusionTable(yTrue, yPred, "classificationReport")
        let classes = table.classes.count
        let labels = names ?? table.classes.map { "\($0)" }
        guard labels.count == classes else {
            throw NetworkError.wrongNameCount(names: labels.count, classes: classes)
        }
        let support = table.counts.map { $0.reduce(0, +) }
        let predicted = (0..<classes).map { column in table.counts.reduce(0) { $0 + $1[column] } }
        let right = (0..<classes).map { table.counts[$0][$0] }
        func ratio(_ a: Int, _ b: Int) -> Double { b == 0 ? 0 : Double(a) / Double(b) }
        let rows = (0..<classes).map { number in
            let (precision, recall) = (ratio(right[number], predicted[number]), ratio(right[number], support[number]))
            let f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)
            return [precision, recall, f1]
        }
        let total = support.reduce(0, +)
        func average(_ weights: [Double]) -> [Double] {
            let sum = weights.reduce(0, +)
            return (0..<3).map { column in
                zip(rows, weights).reduce(0) { $0 + $1.0[column] * $1.1 } / Swift.max(sum, 1e-300)
            }
        }
        let width = Swift.max(labels.map(columns).max() ?? 0, "weighted avg".count)
        func padded(_ text: String, _ width: Int) -> String {
            String(repeating: " ", count: Swift.max(0, width - columns(text))) + text
        }
        func number(_ value: Double) -> String { padded(String(format: "%.\(digits)f", value), 9) }
        func line(_ label: String, _ values: [Double], _ support: Int) -> String {
            ([padded(label, width) + " "] + values.map(number) + [padded("\(support)", 9)]).joined(separator: " ")
        }
        var lines = [
            ([padded("", width) + " "] + ["precision", "recall", "f1-score", "support"].map { padded($0, 9) })
                .joined(separator: " "), "",
        ]
        for place in 0..<classes { lines.append(line(labels[place], rows[place], support[place])) }
        lines.append("")
        let accuracy = ratio(right.reduce(0, +), total)
        lines.append(
            [padded("accuracy", width) + " ", padded("", 9), padded("", 9), number(accuracy), padded("\(total)", 9)]
                .joined(separator: " "))
        lines.append(line("macro avg", average([Double](repeating: 1, count: classes)), total))
        lines.append(line("weighted avg", average(support.map { Double($0) }), total))
        return lines.joined(separator: "\n") + "\n"
    }
}

/// ``classificationReport(_:_:names:digits:)-([Int],_,_,_)`` of tensors of class numbers `[samples]`.
public func classificationReport(
    _ yTrue: Tensor, _ yPred: Tensor, names: [String]? = nil, digits: Int = 2
) -> String {
    Failure.guarded("") {
        classificationReport(try yTrue.classNumbers(), try yPred.classNumbers(), names: names, digits: digits)
    }
}

/// How many columns a text takes where letters have one width: East Asian wide ones take two, marks above others none.
private func columns(_ text: String) -> Int {
    text.reduce(0) { sum, character in
        guard let scalar = character.unicodeScalars.first else { return sum }
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF,
            0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
            return sum + 2
        default: return sum + (scalar.properties.isEmojiPresentation ? 2 : 1)
        }
    }
}

private struct ConfusionTable {
    let classes: [Int]
    let counts: [[Int]]

    init(_ yTrue: [Int], _ yPred: [Int], _ title: String) throws {
        guard yTrue.count == yPred.count, !yTrue.isEmpty else {
            throw NetworkError.pairShapes(title: title, yTrue: [yTrue.count], yPred: [yPred.count])
        }
        let known = Set(yTrue).union(yPred).sorted()
        let places = Dictionary(uniqueKeysWithValues: known.enumerated().map { ($1, $0) })
        var table = [[Int]](repeating: [Int](repeating: 0, count: known.count), count: known.count)
        for (truth, guess) in zip(yTrue, yPred) {
            if let row = places[truth], let column = places[guess] { table[row][column] += 1 }
        }
        classes = known
        counts = table
    }
}
