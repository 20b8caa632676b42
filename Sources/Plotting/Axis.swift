import Foundation

/// One linear scale: the range it shows, its ticks and their labels.
package struct Axis: Hashable, Sendable {
    package struct Tick: Hashable, Sendable {
        /// From 0 at the lower end of the axis to 1 at its upper end.
        package var position: Double
        package var label: String
    }

    /// The ends, in units of 10^`unit`.
    package private(set) var lower: Double
    package private(set) var upper: Double
    package private(set) var ticks: [Tick] = []
    /// The power of ten that all labels are to be multiplied by; 0 for none.
    package private(set) var power = 0
    /// Huge and tiny values are scaled so that no difference of two overflows and none vanishes.
    private var unit = 0

    /// Which way the axis runs: what suits the one does not suit the other.
    package enum Direction: Sendable {
        /// Ticks stay near the data: before the first epoch there is none.
        case horizontal
        /// Ticks may frame the data.
        case vertical
    }

    /// The axis for `values`.
    ///
    /// - Parameters:
    ///   - limits: The ends, whatever the values.
    ///   - targetCount: How many ticks there is room for.
    ///   - language: Korean and Japanese count large numbers by ten thousands.
    ///   - accepts: Whether labels, with the axis' share that one step takes, keep clear of each other.
    /// - Returns: `nil` when no value is finite.
    package init?(
        values: some Sequence<Double>, limits: ClosedRange<Double>? = nil, direction: Direction,
        integersOnly: Bool = false, targetCount: Double, language: String = "en",
        accepts: ([String], Double) -> Bool = { _, _ in true }
    ) {
        var low = Double.infinity
        var high = -Double.infinity
        for value in values where value.isFinite {
            low = min(low, value)
            high = max(high, value)
        }
        if let limits { (low, high) = (limits.lowerBound, limits.upperBound) }
        guard low <= high else { return nil }
        let largest = max(abs(low), abs(high))
        if largest > 1e280 { unit = 40 } else if largest < 1e-270 && largest > 0 { unit = -40 }
        let scale = DecimalNumber.power(-unit)
        (low, high) = (low * scale, high * scale)

        // From 10^15 on every number is an integer and halves cannot be said.
        let integersOnly = integersOnly && largest < 1e15 && (limits == nil || high - low >= 1)
        let isConstant = high - low <= 1e-12 * max(abs(low), abs(high))
        if isConstant {
            let reach = integersOnly ? 0.5 : (low == 0 ? 1 : abs(low) / 2)
            (low, high) = (low - reach, high + reach)
        }
        let padding = isConstant || limits != nil ? 0 : 0.04 * (high - low)
        (lower, upper) = (low - padding, high + padding)

        let span = upper - lower
        let unit = unit
        var search = WilkinsonTicks(targetCount: targetCount, integersOnly: integersOnly)
        if direction == .horizontal || limits != nil { search.bounds = lower...upper }
        // There cannot be more ticks than integers.
        if integersOnly { search.targetCount = max(2, min(targetCount, (high - low).rounded(.down) + 1)) }
        var chosen: [DecimalNumber] = []
        if integersOnly && isConstant {
            // One integer alone has no step: it is its own tick.
            chosen = [DecimalNumber((low + (high - low) / 2).rounded())]
        }
        while chosen.isEmpty {
            let labelling = search.search(low, high) { candidate in
                let share = DecimalNumber(candidate.stride, exponent: candidate.exponent).doubleValue / span
                return accepts(Self.labels(candidate.ticks, unit: unit, language).texts, share)
            }
            if let labelling { chosen = labelling.ticks }
            // Labels too wide for so many ticks: fewer of them.
            guard search.targetCount > 2 else { break }
            search.targetCount = max(2, search.targetCount / 2)
        }
        if let first = chosen.first, let last = chosen.last {
            lower = min(lower, first.doubleValue)
            upper = max(upper, last.doubleValue)
        }
        let (texts, power) = Self.labels(chosen, unit: unit, language)
        self.power = power
        ticks = zip(chosen, texts).map { tick, text in
            Tick(position: (tick.doubleValue - lower) / (upper - lower), label: text)
        }
    }

    /// A logarithmic axis for the logarithms of values: ticks at powers of ten, or at 1, 2 and 5 times them where there
    /// are few.
    package init?(logarithms: [Double], limits: ClosedRange<Double>? = nil, targetCount: Double) {
        let ends = limits.map { [log10($0.lowerBound), log10($0.upperBound)] } ?? logarithms
        guard let least = ends.min(), let most = ends.max() else { return nil }
        let padding = limits == nil ? max(0.04 * (most - least), 0.02) : 0
        (lower, upper) = (least - padding, most + padding)
        let decades = Int(lower.rounded(.down))...Int(upper.rounded(.up))
        let isWide = upper - lower >= 2
        let step = isWide ? max(1, Int((Double(decades.count) / max(targetCount, 2)).rounded(.up))) : 1
        var chosen: [(factor: Double, decade: Int, place: Double)] = []
        for decade in decades where decade % step == 0 {
            for factor in isWide ? [1.0] : [1, 2, 5] {
                let place = Double(decade) + log10(factor)
                if place >= lower, place <= upper { chosen.append((factor, decade, place)) }
            }
        }
        let texts = Self.labels(chosen.map { ($0.factor, $0.decade) })
        ticks = zip(chosen, texts).map { Tick(position: ($0.place - lower) / (upper - lower), label: $1) }
    }

    /// 0.01, 20, 1000; powers of ten for all of them where one needs it.
    private static func labels(_ ticks: [(factor: Double, decade: Int)]) -> [String] {
        guard ticks.allSatisfy({ (-3...4).contains($0.decade) }) else {
            return ticks.map { power($0.factor, $0.decade) }
        }
        let isLarge = ticks.contains { $0.decade >= 4 }
        return ticks.map { factor, decade in
            DecimalNumber(factor * pow(10, Double(decade))).rounded(toSignificant: 1)
                .text(fractionDigits: max(0, -decade), groupsFrom: isLarge ? 4 : 5)
        }
    }

    /// 10⁶, 2·10⁻⁴.
    private static func power(_ factor: Double, _ decade: Int) -> String {
        let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
        let exponent = String(decade.magnitude).compactMap { $0.wholeNumberValue.map { digits[$0] } }
        return (factor == 1 ? "" : "\(Int(factor))·") + "10" + (decade < 0 ? "⁻" : "") + String(exponent)
    }

    /// The same axis with names at 0, 1, 2, … in the place of ticks.
    package func named(_ names: [String]) -> Axis {
        var copy = self
        copy.power = 0
        // Limits may leave some of them out.
        copy.ticks = names.enumerated().map { Tick(position: position(Double($0.offset)), label: $0.element) }
            .filter { 0...1 ~= $0.position }
        return copy
    }

    /// Where `value` stands: 0 at the lower end, 1 at the upper.
    package func position(_ value: Double) -> Double {
        (value * DecimalNumber.power(-unit) - lower) / (upper - lower)
    }

    /// The labels with as few digits as tell them apart and no fewer than are true, all with the same number of
    /// decimals. Beyond seven digits or four decimals a power of ten is taken out of all of them.
    private static func labels(
        _ ticks: [DecimalNumber], unit: Int, _ language: String
    ) -> (texts: [String], power: Int) {
        var ticks = ticks.map { tick in
            var tick = tick
            tick.normalize()
            if tick.mantissa != 0 { tick.exponent += unit }
            return tick
        }
        let magnitude = ticks.filter { $0.mantissa != 0 }.map(\.magnitude).max() ?? 0
        if let texts = myriads(ticks, magnitude, language) { return (texts, 0) }
        let power = magnitude >= 7 || magnitude < -3 ? magnitude : 0
        for index in ticks.indices where ticks[index].mantissa != 0 { ticks[index].exponent -= power }
        let fractionDigits = max(0, -(ticks.map(\.exponent).min() ?? 0))
        // All are parted by commas where one is.
        let groupsFrom = magnitude - power >= 4 ? 4 : 5
        return (ticks.map { $0.text(fractionDigits: fractionDigits, groupsFrom: groupsFrom) }, power)
    }

    /// 5만, 10만; 1.5億: large numbers as they are read in Korean and Japanese, with one unit for the whole axis and at most
    /// one decimal. Nothing where commas or a power of ten say it better.
    private static func myriads(_ ticks: [DecimalNumber], _ magnitude: Int, _ language: String) -> [String]? {
        let units: [(exponent: Int, name: String)]
        switch language {
        case "ko": units = [(12, "조"), (8, "억"), (4, "만")]
        case "ja": units = [(12, "兆"), (8, "億"), (4, "万")]
        default: return nil
        }
        let least = ticks.filter { $0.mantissa != 0 }.map(\.exponent).min() ?? 0
        // 7,500 and 10,000 stay together.
        let decimals = magnitude == 4 ? 0 : 1
        guard magnitude < 16,
            let unit = units.first(where: { $0.exponent <= magnitude && $0.exponent - least <= decimals })
        else { return nil }
        return ticks.map { tick in
            guard tick.mantissa != 0 else { return "0" }
            var tick = tick
            tick.exponent -= unit.exponent
            return tick.text(fractionDigits: max(0, unit.exponent - least), groupsFrom: 4) + unit.name
        }
    }
}
