// Clusters of points found by k-means, with seeds of one's own and the elbow of the inertia.
struct Point: Equatable {
    var x: Double, y: Double
    static func + (a: Point, b: Point) -> Point { Point(x: a.x + b.x, y: a.y + b.y) }
    static func / (a: Point, n: Double) -> Point { Point(x: a.x / n, y: a.y / n) }
    func squaredDistance(to other: Point) -> Double { (x - other.x) * (x - other.x) + (y - other.y) * (y - other.y) }
}
struct Random {
    var state: UInt64
    mutating func next() -> Double {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Double(state >> 40) / Double(1 << 24)
    }
}
var random = Random(state: 7)
let centres = [Point(x: 0, y: 0), Point(x: 6, y: 1), Point(x: 2, y: 7)]
let points = centres.flatMap { centre in
    (0..<8).map { _ in Point(x: centre.x + random.next() * 2 - 1, y: centre.y + random.next() * 2 - 1) }
}
func nearest(_ point: Point, _ means: [Point]) -> Int {
    means.indices.min { point.squaredDistance(to: means[$0]) < point.squaredDistance(to: means[$1]) }!
}
func kMeans(_ points: [Point], start: [Point], limit: Int = 50) -> (means: [Point], labels: [Int], rounds: Int) {
    var means = start, labels: [Int] = [], rounds = 0
    repeat {
        let before = labels
        labels = points.map { nearest($0, means) }
        rounds += 1
        if labels == before { break }
        for k in means.indices {
            let members = zip(points, labels).filter { $0.1 == k }.map(\.0)
            guard !members.isEmpty else { continue }
            means[k] = members.reduce(Point(x: 0, y: 0), +) / Double(members.count)
        }
    } while rounds < limit
    return (means, labels, rounds)
}
func inertia(_ means: [Point], _ labels: [Int]) -> Double {
    zip(points, labels).map { $0.squaredDistance(to: means[$1]) }.reduce(0, +)
}
let result = kMeans(points, start: [points[0], points[8], points[16]])
for (mean, centre) in zip(result.means, centres) {
    print(String(format: "(%.2f, %.2f)", mean.x, mean.y), mean.squaredDistance(to: centre) < 0.5)
}  // expect: (-0.03, -0.09) true
// expect: (5.99, 1.01) true
// expect: (1.96, 7.02) true
print(result.labels.map(String.init).joined(), result.rounds)  // expect: 000000001111111122222222 2
let elbow = (1...5).map { k in
    let start = (0..<k).map { points[$0 * points.count / k] }
    let (means, labels, _) = kMeans(points, start: start)
    return inertia(means, labels)
}
print(elbow.map { String(format: "%.1f", $0) })  // expect: ["401.9", "235.0", "17.5", "15.0", "11.5"]
print(zip(elbow, elbow.dropFirst()).map { $0 > $1 ? "↓" : "→" }.joined())  // expect: ↓↓↓↓
let counts = Dictionary(grouping: result.labels) { $0 }.mapValues(\.count)
print(counts.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value)" })  // expect: ["0:8", "1:8", "2:8"]
print(nearest(Point(x: 5, y: 2), result.means) == result.labels[8], kMeans([points[3]], start: [points[9]]).means == [points[3]])  // expect: true true
