// Extensions of Array for some element types only.
extension Array where Element == Double {
    var mean: Double { isEmpty ? 0 : reduce(0, +) / Double(count) }

    var variance: Double {
        let m = mean
        return map { ($0 - m) * ($0 - m) }.mean
    }

    func standardised() -> [Double] {
        let m = mean
        let s = variance.squareRoot()
        return map { s == 0 ? 0 : ($0 - m) / s }
    }
}

extension Array where Element: Comparable {
    var median: Element? {
        isEmpty ? nil : sorted()[count / 2]
    }

    func isAscending() -> Bool {
        zip(self, dropFirst()).allSatisfy { $0 <= $1 }
    }

    func argmax() -> Int? {
        indices.max { self[$0] < self[$1] }
    }
}

extension Array {
    func chunked(_ size: Int) -> [[Element]] {
        stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
    }

    mutating func rotateLeft() {
        guard !isEmpty else { return }
        append(removeFirst())
    }
}

let scores = [2.0, 4, 4, 4, 5, 5, 7, 9]
print(scores.mean, scores.variance, [Double]().mean)  // expect: 5.0 4.0 0.0
print(scores.standardised())  // expect: [-1.5, -0.5, -0.5, -0.5, 0.0, 0.0, 1.0, 2.0]
print([3, 1, 2].median ?? 0, ["b", "a", "c"].median ?? "", [Int]().median == nil)  // expect: 2 b true
print(scores.isAscending(), [2, 1].isAscending(), [0.1, 0.7, 0.2].argmax() ?? -1)  // expect: true false 1
print([1, 2, 3, 4, 5].chunked(2), ["가", "나", "다"].chunked(3))  // expect: [[1, 2], [3, 4], [5]] [["가", "나", "다"]]
var ring = ["a", "b", "c"]
ring.rotateLeft()
print(ring)  // expect: ["b", "c", "a"]
