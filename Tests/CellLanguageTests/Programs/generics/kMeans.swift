// k-means over any kind of point: what a point can do is a protocol, the algorithm is generic.
protocol ClusterPoint {
    func distance(to other: Self) -> Double
    static func mean(_ points: [Self]) -> Self
}

struct Plane: ClusterPoint, Equatable, CustomStringConvertible {
    var x, y: Double
    func distance(to other: Plane) -> Double { ((x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)).squareRoot() }
    static func mean(_ points: [Plane]) -> Plane {
        let n = Double(points.count)
        return Plane(x: points.map(\.x).reduce(0, +) / n, y: points.map(\.y).reduce(0, +) / n)
    }
    var description: String { "(\(x), \(y))" }
}

extension Double: ClusterPoint {
    func distance(to other: Double) -> Double { abs(self - other) }
    static func mean(_ points: [Double]) -> Double { points.reduce(0, +) / Double(points.count) }
}

struct Text: ClusterPoint, ExpressibleByStringLiteral {
    var letters: Set<Character>
    init(stringLiteral value: String) { letters = Set(value) }
    init(letters: Set<Character>) { self.letters = letters }
    func distance(to other: Text) -> Double {
        let union = letters.union(other.letters).count
        return union == 0 ? 0 : 1 - Double(letters.intersection(other.letters).count) / Double(union)
    }
    // What at least half of the texts have.
    static func mean(_ points: [Text]) -> Text {
        let all = points.reduce(into: Set<Character>()) { $0.formUnion($1.letters) }
        return Text(letters: all.filter { c in 2 * points.filter { $0.letters.contains(c) }.count >= points.count })
    }
}

struct KMeans<Point: ClusterPoint> {
    private(set) var centers: [Point]
    private(set) var rounds = 0

    init(start: [Point]) { centers = start }

    func nearest(_ point: Point) -> Int {
        centers.indices.min { centers[$0].distance(to: point) < centers[$1].distance(to: point) }!
    }

    mutating func fit(_ points: [Point], limit: Int = 100) -> [Int] {
        var assignment = points.map { _ in -1 }
        for _ in 1...limit {
            let new = points.map(nearest)
            if new == assignment { break }
            assignment = new
            rounds += 1
            for k in centers.indices {
                let members = zip(points, assignment).filter { $0.1 == k }.map(\.0)
                if !members.isEmpty { centers[k] = Point.mean(members) }
            }
        }
        return assignment
    }

    func inertia(_ points: [Point]) -> Double {
        points.reduce(0) { sum, point in
            let d = point.distance(to: centers[nearest(point)])
            return sum + d * d
        }
    }
}

let points = [(1, 1), (2, 1), (1, 2), (8, 8), (9, 8), (8, 9), (0, 9)].map { Plane(x: Double($0.0), y: Double($0.1)) }
var model = KMeans(start: [points[0], points[1], points[6]])
print(model.fit(points), model.rounds)  // expect: [0, 1, 0, 2, 2, 2, 2] 1
print(model.centers[2] == points[6], model.nearest(Plane(x: 7, y: 7)), model.inertia([points[6]]))
// expect: false 2 39.31250000000001
var two = KMeans(start: [points[0], points[3]])
print(two.fit(points), two.centers[1])  // expect: [0, 0, 0, 1, 1, 1, 0] (8.333333333333334, 8.333333333333334)

var line = KMeans(start: [0.0, 1])
print(line.fit([1, 1.5, 2, 10, 11, 12]), line.centers, line.rounds)  // expect: [0, 0, 0, 1, 1, 1] [1.5, 11.0] 2
print(line.fit([5], limit: 1), line.inertia([1.5, 12]))  // expect: [0] 13.25
var texts = KMeans<Text>(start: ["abc", "xyz"])
print(texts.fit(["abc", "abd", "xyz", "xy", "ab", "zyw"]), texts.centers.map { String($0.letters.sorted()) })
// expect: [0, 0, 1, 1, 0, 1] ["ab", "xyz"]
