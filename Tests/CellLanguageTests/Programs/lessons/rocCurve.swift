// Points of the ROC curve from scores, the area under it in two ways, and the best threshold.
struct Prediction { let score: Double, positive: Bool }
let predictions = [
    (0.95, true), (0.9, true), (0.8, false), (0.7, true), (0.7, false), (0.6, true), (0.4, false), (0.3, true), (0.2, false), (0.1, false),
].map(Prediction.init)
let positives = predictions.filter(\.positive).count, negatives = predictions.count - positives
struct Point { let threshold: Double, falsePositive: Double, truePositive: Double }
func curve(_ predictions: [Prediction]) -> [Point] {
    let thresholds = Set(predictions.map(\.score)).sorted(by: >)
    return [Point(threshold: .infinity, falsePositive: 0, truePositive: 0)]
        + thresholds.map { threshold in
            let chosen = predictions.filter { $0.score >= threshold }
            let hits = chosen.filter(\.positive).count
            return Point(
                threshold: threshold, falsePositive: Double(chosen.count - hits) / Double(negatives),
                truePositive: Double(hits) / Double(positives))
        }
}
let points = curve(predictions)
for point in points { print(point.threshold, point.falsePositive, point.truePositive) }  // expect: inf 0.0 0.0
// expect: 0.95 0.0 0.2
// expect: 0.9 0.0 0.4
// expect: 0.8 0.2 0.4
// expect: 0.7 0.4 0.6
// expect: 0.6 0.4 0.8
// expect: 0.4 0.6 0.8
// expect: 0.3 0.6 1.0
// expect: 0.2 0.8 1.0
// expect: 0.1 1.0 1.0
let area = zip(points, points.dropFirst()).map { a, b in
    (b.falsePositive - a.falsePositive) * (a.truePositive + b.truePositive) / 2
}.reduce(0, +)
var ranked = 0.0
for good in predictions where good.positive {
    for bad in predictions where !bad.positive {
        switch good.score - bad.score {
        case 0: ranked += 0.5
        case 0...: ranked += 1
        default: break
        }
    }
}
print(String(format: "%.4f %.4f", area, ranked / Double(positives * negatives)))  // expect: 0.7400 0.7400
let best = points.max { $0.truePositive - $0.falsePositive < $1.truePositive - $1.falsePositive }!
print(best.threshold, String(format: "%.2f", best.truePositive - best.falsePositive))  // expect: 0.9 0.40
func report(at threshold: Double) -> (precision: Double?, recall: Double) {
    let chosen = predictions.filter { $0.score >= threshold }
    let hits = Double(chosen.filter(\.positive).count)
    return (chosen.isEmpty ? nil : hits / Double(chosen.count), hits / Double(positives))
}
for threshold in [0.99, 0.85, 0.5, 0.0] {
    let (precision, recall) = report(at: threshold)
    print(threshold, precision.map { String(format: "%.3f", $0) } ?? "없음", recall)
}  // expect: 0.99 없음 0.0
// expect: 0.85 1.000 0.4
// expect: 0.5 0.667 0.8
// expect: 0.0 0.500 1.0
let size = 5
for row in (0...size).reversed() {
    let marks = (0...size).map { column in
        points.contains { Int(($0.falsePositive * Double(size)).rounded()) == column && Int(($0.truePositive * Double(size)).rounded()) == row }
            ? "●" : column == row ? "·" : " "
    }
    print("|" + marks.joined() + "|")
}  // expect: |   ●●●|
// expect: |  ●●· |
// expect: |  ●·  |
// expect: |●●·   |
// expect: |●·    |
// expect: |●     |
