import Outputs

/// Compares JSON values with a tolerance for numbers.
struct JSONComparison {
    struct Deviation: Hashable {
        /// `[3].values.loss[0]`; empty for the whole value.
        var place: String
        var expected: String
        var got: String
    }

    var tolerance: Tolerance
    var integersAreExact: Bool

    func firstDifference(_ expected: JSON, _ got: JSON, at place: String = "") -> Deviation? {
        switch (expected, got) {
        case (.array(let left), .array(let right)) where left.count == right.count:
            for (index, pair) in zip(left, right).enumerated() {
                if let found = firstDifference(pair.0, pair.1, at: "\(place)[\(index)]") { return found }
            }
            return nil
        case (.object(let left), .object(let right)):
            for name in Set(left.keys).union(right.keys).sorted() {
                let inner = place.isEmpty ? name : "\(place).\(name)"
                guard let one = left[name], let other = right[name] else {
                    return Deviation(
                        place: inner, expected: left[name]?.excerpt ?? "–", got: right[name]?.excerpt ?? "–")
                }
                if let found = firstDifference(one, other, at: inner) { return found }
            }
            return nil
        default:
            let excess = Self.excess(expected, got, tolerance, integersAreExact: integersAreExact)
            return excess <= 1 ? nil : Deviation(place: place, expected: expected.excerpt, got: got.excerpt)
        }
    }

    /// How far apart two values are, as a multiple of what is allowed; infinite for what is no number and not the same.
    static func excess(_ expected: JSON, _ got: JSON, _ tolerance: Tolerance, integersAreExact: Bool) -> Double {
        if expected == got { return 0 }
        if integersAreExact, case .int = expected, case .int = got { return .infinity }
        guard let left = expected.asDouble, let right = got.asDouble else { return .infinity }
        return tolerance.excess(of: right, over: left)
    }
}

extension JSON {
    /// A number as reports show it: NaN and infinities, which JSON cannot say, without quotation marks.
    var numeral: String {
        if case .string(let name) = self, asDouble != nil { return name }
        return excerpt
    }
}
