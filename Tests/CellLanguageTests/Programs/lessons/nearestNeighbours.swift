// Classifying fruit by its nearest neighbours, with ties, weights and several distances.
enum Fruit: String, CaseIterable { case apple = "사과", pear = "배", tangerine = "귤" }
struct Sample {
    let weight: Double, sweetness: Double
    let label: Fruit
}
let samples = [
    Sample(weight: 150, sweetness: 6, label: .apple), Sample(weight: 170, sweetness: 7, label: .apple),
    Sample(weight: 140, sweetness: 7, label: .apple), Sample(weight: 300, sweetness: 5, label: .pear),
    Sample(weight: 280, sweetness: 6, label: .pear), Sample(weight: 260, sweetness: 4, label: .pear),
    Sample(weight: 60, sweetness: 8, label: .tangerine), Sample(weight: 80, sweetness: 9, label: .tangerine),
    Sample(weight: 70, sweetness: 6, label: .tangerine),
]
typealias Point = (x: Double, y: Double)
typealias Distance = (Point, Point) -> Double
let euclidean: Distance = { a, b in sqrt((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)) }
let manhattan: Distance = { a, b in abs(a.x - b.x) + abs(a.y - b.y) }
let chebyshev: Distance = { max(abs($0.x - $1.x), abs($0.y - $1.y)) }
func point(_ weight: Double, _ sweetness: Double) -> Point { (weight / 40, sweetness) }
struct Classifier {
    var k: Int
    var distance: Distance
    var weighted = false
    func nearest(to target: Point, except skipped: Int? = nil) -> [(label: Fruit, distance: Double)] {
        Array(
            samples.enumerated().filter { $0.offset != skipped }
                .map { (label: $0.element.label, distance: distance(target, point($0.element.weight, $0.element.sweetness))) }
                .sorted { $0.distance < $1.distance }.prefix(k))
    }
    func predict(_ target: Point, except skipped: Int? = nil) -> Fruit {
        var votes: [Fruit: Double] = [:]
        for neighbour in nearest(to: target, except: skipped) {
            votes[neighbour.label, default: 0] += weighted ? 1 / (neighbour.distance + 1e-9) : 1
        }
        return Fruit.allCases.max { votes[$0, default: 0] < votes[$1, default: 0] }!
    }
    var leaveOneOut: Double {
        let hits = samples.enumerated().filter { index, sample in
            predict(point(sample.weight, sample.sweetness), except: index) == sample.label
        }.count
        return Double(hits) / Double(samples.count)
    }
}
let classifier = Classifier(k: 3, distance: euclidean)
for (weight, sweetness) in [(155.0, 6.5), (250, 5), (90, 8), (210, 6)] {
    let target = point(weight, sweetness)
    let near = classifier.nearest(to: target).map { "\($0.label.rawValue) \(String(format: "%.2f", $0.distance))" }
    print(weight, sweetness, classifier.predict(target).rawValue, near)
}  // expect: 155.0 6.5 사과 ["사과 0.52", "사과 0.62", "사과 0.62"]
// expect: 250.0 5.0 배 ["배 1.03", "배 1.25", "배 1.25"]
// expect: 90.0 8.0 귤 ["귤 0.75", "귤 1.03", "사과 1.60"]
// expect: 210.0 6.0 사과 ["사과 1.41", "사과 1.50", "배 1.75"]
for k in [1, 3, 5, 9] {
    print("k=\(k)", String(format: "%.3f", Classifier(k: k, distance: euclidean).leaveOneOut))
}  // expect: k=1 0.889
// expect: k=3 0.778
// expect: k=5 0.222
// expect: k=9 0.000
let metrics: [(String, Distance)] = [("유클리드", euclidean), ("맨해튼", manhattan), ("체비쇼프", chebyshev)]
for (name, metric) in metrics {
    let plain = Classifier(k: 5, distance: metric), weighted = Classifier(k: 5, distance: metric, weighted: true)
    print(name, plain.predict(point(110, 7)).rawValue, weighted.predict(point(110, 7)).rawValue, weighted.leaveOneOut)
}  // expect: 유클리드 사과 사과 0.8888888888888888
// expect: 맨해튼 사과 사과 0.8888888888888888
// expect: 체비쇼프 사과 사과 0.8888888888888888
