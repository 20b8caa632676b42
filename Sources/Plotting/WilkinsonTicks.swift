/// Where an axis has its ticks, by the extended Wilkinson algorithm: Talbot, Lin and Hanrahan, "An Extension of
/// Wilkinson's Algorithm for Positioning Tick Labels on Axes", IEEE Transactions on Visualization and Computer
/// Graphics 16(6), 2010.
///
/// Every sequence of round steps near the data is scored by simplicity (round steps, zero among the ticks), coverage
/// (neither empty margins nor data beyond the ticks) and density (as many ticks as there is room for). Legibility is
/// left to the caller, who may refuse a labelling whose labels would collide. Branches that cannot beat the best
/// labelling so far are cut, so that few hundred of them are looked at.
package struct WilkinsonTicks: Sendable {
    /// How many ticks there is room for; at least 2.
    package var targetCount: Double
    /// Only integers may carry a tick.
    package var integersOnly = false
    /// No tick may stand outside.
    package var bounds: ClosedRange<Double>?

    package init(targetCount: Double, integersOnly: Bool = false, bounds: ClosedRange<Double>? = nil) {
        self.targetCount = max(2, targetCount)
        self.integersOnly = integersOnly
        self.bounds = bounds
    }

    /// Evenly spaced ticks: `start`, `start + stride`, … times 10^`exponent`. Integers, so that labels are exact.
    package struct Labelling: Hashable, Sendable {
        package var start: Int
        package var stride: Int
        package var count: Int
        package var exponent: Int

        package var ticks: [DecimalNumber] {
            (0..<count).map { DecimalNumber(start + $0 * stride, exponent: exponent) }
        }
    }

    /// The paper's Q, in tenths: steps from the nicest to the least nice.
    private static let steps = [10, 50, 20, 25, 40, 30]
    /// The paper's weights of simplicity, coverage, density and legibility.
    private static func score(_ simplicity: Double, _ coverage: Double, _ density: Double) -> Double {
        0.25 * simplicity + 0.2 * coverage + 0.5 * density + 0.05
    }

    /// One family of labellings: steps of `tenths` / 10 times a power of ten, of which every `skip`-th is taken.
    private struct Family {
        /// The place of the step in ``steps``.
        var rank: Int
        var tenths: Int
        var skip: Int

        func simplicity(hasZero: Bool) -> Double {
            1 - Double(rank) / Double(steps.count - 1) - Double(skip) + (hasZero ? 1 : 0)
        }
        /// The best that simplicity can be.
        var limit: Double { simplicity(hasZero: true) }
    }

    /// The best labelling of `lower` … `upper`, two finite numbers of ordinary size with `lower` < `upper`;
    /// `nil` if no two ticks can be had under the conditions.
    package func search(_ lower: Double, _ upper: Double, accepts: (Labelling) -> Bool = { _ in true }) -> Labelling? {
        var best: (labelling: Labelling?, score: Double) = (nil, -2)
        var skip = 1
        while true {
            for (rank, tenths) in Self.steps.enumerated() {
                let family = Family(rank: rank, tenths: tenths, skip: skip)
                guard Self.score(family.limit, 1, 1) >= best.score else { return best.labelling }
                var count = 2
                while Self.score(family.limit, 1, densityLimit(count)) >= best.score {
                    search(lower, upper, family, count: count, &best, accepts)
                    count += 1
                }
            }
            skip += 1
        }
    }

    /// The labellings of one family with `count` ticks: from steps just too small on, by powers of ten.
    private func search(
        _ lower: Double, _ upper: Double, _ family: Family, count: Int,
        _ best: inout (labelling: Labelling?, score: Double), _ accepts: (Labelling) -> Bool
    ) {
        let (skip, intervals) = (family.skip, count - 1)
        var exponent = Self.ceilingOfLog10((upper - lower) / Double(count + 1) / Double(skip * family.tenths) * 10)
        while true {
            let unit = DecimalNumber.power(exponent - 1) * Double(family.tenths)
            let stride = unit * Double(skip)
            let coverageLimit = Self.coverageLimit(lower, upper, span: stride * Double(intervals))
            guard Self.score(family.limit, coverageLimit, densityLimit(count)) >= best.score else { return }
            let firstStart = (upper / stride).rounded(.down) * Double(skip) - Double(intervals * skip)
            let lastStart = (lower / stride).rounded(.up) * Double(skip)
            if abs(firstStart) < 1e15 && abs(lastStart) < 1e15 && firstStart <= lastStart {
                for start in Int(firstStart)...Int(lastStart) {
                    let first = Double(start) * unit
                    let last = first + stride * Double(intervals)
                    let hasZero = start % skip == 0 && start <= 0 && start + skip * intervals >= 0
                    let score = Self.score(
                        family.simplicity(hasZero: hasZero), Self.coverage(lower, upper, first, last),
                        density(count, lower, upper, first, last))
                    guard score > best.score else { continue }
                    let labelling = Labelling(
                        start: start * family.tenths, stride: skip * family.tenths, count: count,
                        exponent: exponent - 1)
                    if permits(labelling) && accepts(labelling) { best = (labelling, score) }
                }
            }
            exponent += 1
        }
    }

    private func permits(_ labelling: Labelling) -> Bool {
        if integersOnly {
            // Steps are two-digit numbers: below a tenth nothing is an integer, from one on everything.
            guard labelling.exponent >= -2 else { return false }
            let whole = labelling.exponent >= 0 ? 1 : (labelling.exponent == -1 ? 10 : 100)
            guard labelling.start % whole == 0 && labelling.stride % whole == 0 else { return false }
        }
        guard let bounds else { return true }
        let ticks = labelling.ticks
        guard let first = ticks.first, let last = ticks.last else { return false }
        return bounds.contains(first.doubleValue) && bounds.contains(last.doubleValue)
    }

    private static func coverage(_ lower: Double, _ upper: Double, _ first: Double, _ last: Double) -> Double {
        let tenth = 0.1 * (upper - lower)
        let above = (upper - last) / tenth
        let below = (lower - first) / tenth
        return 1 - 0.5 * (above * above + below * below)
    }

    private static func coverageLimit(_ lower: Double, _ upper: Double, span: Double) -> Double {
        let range = upper - lower
        guard span > range else { return 1 }
        let half = (span - range) / 2 / (0.1 * range)
        return 1 - half * half
    }

    private func density(
        _ count: Int, _ lower: Double, _ upper: Double, _ first: Double, _ last: Double
    ) -> Double {
        let actual = Double(count - 1) / (last - first)
        let wanted = (targetCount - 1) / (max(upper, last) - min(lower, first))
        return 2 - max(actual / wanted, wanted / actual)
    }

    private func densityLimit(_ count: Int) -> Double {
        Double(count) >= targetCount ? 2 - Double(count - 1) / (targetCount - 1) : 1
    }

    private static func ceilingOfLog10(_ value: Double) -> Int {
        let decimal = DecimalNumber(value)
        return decimal.mantissa == 1 ? decimal.exponent : decimal.magnitude + 1
    }
}
