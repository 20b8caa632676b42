import Notebook
import Outputs

/// Compares the data behind what is seen, by what it is. What does not have the shape that its MIME type promises is
/// compared as plain JSON.
struct PayloadComparison {
    var tolerances: Tolerances
    /// Whether somebody names a tolerance, which then holds for integers too.
    var isExplicit: Bool
    /// Leave values aside: dtype, shape, keys, labels and counts alone.
    var shapeOnly: Bool

    init(_ rules: ComparisonRules) {
        tolerances = rules.tolerances
        isExplicit = rules.isExplicit
        shapeOnly = rules.mode == .shape
    }

    func compare(_ mime: String, expected: JSON, got: JSON) -> [Difference] {
        let known: [Difference]? =
            switch mime {
            case MIME.array: compareArrays(expected, got)
            case MIME.history: compareHistories(expected, got)
            case MIME.figure: compareFigures(expected, got)
            case MIME.diagnostics: compareDiagnostics(expected, got)
            default: nil
            }
        if let known { return known }
        if shapeOnly { return [] }
        let comparison = JSONComparison(tolerance: tolerances.array, integersAreExact: !isExplicit)
        return comparison.firstDifference(expected, got).map {
            [.data(mime: mime, place: $0.place, expected: $0.expected, got: $0.got)]
        } ?? []
    }

    // MARK: Lists of numbers

    struct Worst {
        var index: Int
        var count: Int
        /// The first few that are off.
        var first: [Int]
    }

    private static let shown = 5

    /// The element that is farthest off, if any is; the lists are of one length.
    func worst(_ expected: [JSON], _ got: [JSON], _ tolerance: Tolerance, isInteger: Bool = false) -> Worst? {
        var worst: (index: Int, excess: Double)?
        var count = 0
        var first: [Int] = []
        for index in expected.indices {
            let excess = JSONComparison.excess(
                expected[index], got[index], tolerance, integersAreExact: isInteger && !isExplicit)
            guard excess > 1 else { continue }
            count += 1
            if first.count < Self.shown { first.append(index) }
            if excess > worst?.excess ?? 0 { worst = (index, excess) }
        }
        return worst.map { Worst(index: $0.index, count: count, first: first) }
    }
}
