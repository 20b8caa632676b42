// The convex hull of random points: sorted by their direction from the lowest one, then walked around.
struct Point {
    var x: Int
    var y: Int
}

/// Positive when `c` lies left of the way from `a` to `b`.
func turn(_ a: Point, _ b: Point, _ c: Point) -> Int {
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}

func makePoints(_ count: Int) -> [Point] {
    var state = 987_654_321
    var points: [Point] = []
    for _ in 0..<count {
        state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
        let x = state / 1_024 % 20_000 - 10_000
        state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
        let y = state / 1_024 % 20_000 - 10_000
        if x * x + y * y <= 100_000_000 {
            points.append(Point(x: x, y: y))
        }
    }
    return points
}

func convexHull(_ points: [Point]) -> [Point] {
    var lowest = points[0]
    for point in points {
        if point.y < lowest.y || (point.y == lowest.y && point.x < lowest.x) {
            lowest = point
        }
    }
    let around = points.sorted { a, b in
        let side = turn(lowest, a, b)
        if side != 0 { return side > 0 }
        let toA = (a.x - lowest.x) * (a.x - lowest.x) + (a.y - lowest.y) * (a.y - lowest.y)
        let toB = (b.x - lowest.x) * (b.x - lowest.x) + (b.y - lowest.y) * (b.y - lowest.y)
        return toA < toB
    }
    var hull: [Point] = []
    for point in around {
        while hull.count >= 2 && turn(hull[hull.count - 2], hull[hull.count - 1], point) <= 0 {
            hull.removeLast()
        }
        hull.append(point)
    }
    return hull
}

let points = makePoints(100_000)
let hull = convexHull(points)
var doubleArea = 0
for i in 0..<hull.count {
    let (a, b) = (hull[i], hull[(i + 1) % hull.count])
    doubleArea += a.x * b.y - a.y * b.x
}
print("\(points.count) points, \(hull.count) on the hull, doubled area \(doubleArea)")
let farthest = points.sorted { a, b in
    let (squareA, squareB) = (a.x * a.x + a.y * a.y, b.x * b.x + b.y * b.y)
    return squareA != squareB ? squareA > squareB : (a.x != b.x ? a.x < b.x : a.y < b.y)
}
for point in farthest.prefix(3) {
    print(point.x, point.y)
}
