import Foundation

/// Compares text line by line.
struct TextComparison {
    enum Deviation: Hashable {
        /// The first line (from 1) whose words differ; `nil` where one text has no such line.
        case line(Int, expected: String?, got: String?)
        /// The number that is farthest off; `count` numbers are off in all. In an epoch's line of a training log it
        /// has the name of a metric.
        case number(line: Int, expected: String, got: String, count: Int, EpochMetric?)
    }

    var tolerance: Tolerance
    /// See ``Tolerances/decimalsForLastPlace``.
    var decimalsForLastPlace: Int
    /// Integers are counts, labels and indices: a rounding error does not change them.
    var integersAreExact: Bool

    func compare(expected: String, got: String) -> Deviation? {
        if expected == got { return nil }
        let (expected, got) = (Self.lines(expected), Self.lines(got))
        var worst: (deviation: Deviation, excess: Double)?
        var count = 0
        for index in 0..<max(expected.count, got.count) {
            guard index < expected.count, index < got.count else {
                return .line(
                    index + 1, expected: index < expected.count ? String(expected[index]) : nil,
                    got: index < got.count ? String(got[index]) : nil)
            }
            if expected[index] == got[index] { continue }
            let (left, right) = (NumericText(expected[index]).tokens, NumericText(got[index]).tokens)
            guard Self.haveSameWords(left, right) else {
                return .line(index + 1, expected: String(expected[index]), got: String(got[index]))
            }
            for position in left.indices {
                guard case (.number(let one), .number(let other)) = (left[position], right[position]) else { continue }
                let excess = excess(of: other, over: one)
                guard excess > 1 else { continue }
                count += 1
                if excess > worst?.excess ?? 0 {
                    let metric = EpochMetric(ofNumberAt: position, in: left, before: expected[..<index])
                    worst = (
                        .number(line: index + 1, expected: one.text, got: other.text, count: 0, metric), excess
                    )
                }
            }
        }
        guard case .number(let line, let one, let other, _, let metric) = worst?.deviation else { return nil }
        return .number(line: line, expected: one, got: other, count: count, metric)
    }

    /// The first line that is not the same, canonically equivalent text apart.
    static func compareExactly(expected: String, got: String) -> Deviation? {
        if expected == got { return nil }
        let (expected, got) = (lines(expected), lines(got))
        for index in 0..<max(expected.count, got.count) {
            let left = index < expected.count ? String(expected[index]) : nil
            let right = index < got.count ? String(got[index]) : nil
            if left != right { return .line(index + 1, expected: left, got: right) }
        }
        return nil
    }

    func accepts(expected: String, got: String) -> Bool { compare(expected: expected, got: got) == nil }

    private func excess(of got: NumericText.Number, over expected: NumericText.Number) -> Double {
        // A count that is now printed as `3.0` is another type, whatever its value.
        if integersAreExact, got.isInteger != expected.isInteger, got.value.isFinite, expected.value.isFinite {
            return .infinity
        }
        if got.isInteger, expected.isInteger, integersAreExact { return got.text == expected.text ? 0 : .infinity }
        var allowance = 0.0
        if let decimals = expected.decimals, decimals == got.decimals, decimals >= decimalsForLastPlace {
            allowance = pow(10, -Double(decimals))
        }
        return tolerance.excess(of: got.value, over: expected.value, allowance: allowance)
    }

    private static func haveSameWords(_ a: [NumericText.Token], _ b: [NumericText.Token]) -> Bool {
        a.count == b.count
            && zip(a, b).allSatisfy { pair in
                switch pair {
                case (.word(let a), .word(let b)): a == b
                case (.number, .number): true
                default: false
                }
            }
    }

    /// Split at `\n` alone, whose grapheme may be `\r\n`.
    private static func lines(_ text: String) -> [Substring] {
        text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { Substring($0) }
    }
}
