/// A number as people write it: `mantissa` × 10^`exponent`. Ticks and descriptions go through here, so that their
/// digits are exact and depend on no mathematical library and no locale.
package struct DecimalNumber: Hashable, Sendable {
    package var mantissa: Int
    package var exponent: Int

    package init(_ mantissa: Int, exponent: Int) {
        self.mantissa = mantissa
        self.exponent = exponent
    }

    /// The shortest decimal that reads back as `value`, which must be finite.
    package init(_ value: Double) {
        // Swift writes "0.0123", "1e-05" or "1.5e+20": at most 17 digits, which fit an Int.
        let parts = "\(value)".split(separator: "e", maxSplits: 1)
        let digits = parts[0].split(separator: ".", maxSplits: 1)
        let fraction = digits.count > 1 && digits[1] != "0" ? digits[1] : ""
        mantissa = Int("\(digits[0])\(fraction)") ?? 0
        exponent = (parts.count > 1 ? Int(parts[1]) ?? 0 : 0) - fraction.count
        normalize()
    }

    /// The nearest `Double`.
    package var doubleValue: Double { Double("\(mantissa)e\(exponent)") ?? 0 }

    /// 10^`exponent` as the nearest `Double`.
    package static func power(_ exponent: Int) -> Double { Double("1e\(exponent)") ?? 0 }

    /// The power of ten of the first digit: 2 for 250, −1 for 0.25, 0 for zero.
    package var magnitude: Int { mantissa == 0 ? 0 : "\(mantissa.magnitude)".count - 1 + exponent }

    /// Takes trailing zeros out of the mantissa.
    package mutating func normalize() {
        if mantissa == 0 { exponent = 0 }
        while mantissa != 0 && mantissa % 10 == 0 {
            mantissa /= 10
            exponent += 1
        }
    }

    /// The number rounded, half away from zero, to `digits` significant digits.
    package func rounded(toSignificant digits: Int) -> DecimalNumber {
        var result = self
        let surplus = "\(mantissa.magnitude)".count - digits
        if surplus > 0 {
            var unit = 1
            for _ in 0..<surplus { unit *= 10 }
            let (quotient, remainder) = mantissa.magnitude.quotientAndRemainder(dividingBy: UInt(unit))
            let magnitude = Int(quotient) + (remainder * 2 >= UInt(unit) ? 1 : 0)
            result = DecimalNumber(mantissa < 0 ? -magnitude : magnitude, exponent: exponent + surplus)
        }
        result.normalize()
        return result
    }

    /// Digits with exactly `fractionDigits` after the point, which must be enough for the number; thousands are parted
    /// by commas from 10,000 on, as in Korean, Japanese and English alike, or from `groupsFrom` digits on. The minus sign is
    /// U+2212.
    package func text(fractionDigits: Int, groupsFrom: Int = 5) -> String {
        var digits = "\(mantissa.magnitude)" + String(repeating: "0", count: max(0, exponent + fractionDigits))
        if digits.count <= fractionDigits {
            digits = String(repeating: "0", count: fractionDigits + 1 - digits.count) + digits
        }
        if mantissa == 0 { digits = String(repeating: "0", count: fractionDigits + 1) }
        let whole = digits.dropLast(fractionDigits)
        let fraction = digits.suffix(fractionDigits)
        return (mantissa < 0 ? "−" : "") + Self.grouped(whole, from: groupsFrom)
            + (fraction.isEmpty ? "" : "." + fraction)
    }

    /// The number for a sentence: plain digits where they are short, else `1.5×10^20`.
    package var text: String {
        guard (-5...14).contains(magnitude) else {
            var digits = self
            digits.normalize()
            let power = digits.magnitude
            let lead = DecimalNumber(digits.mantissa, exponent: digits.exponent - power)
            return "\(lead.text(fractionDigits: max(0, -lead.exponent)))×10^\(power)"
        }
        return text(fractionDigits: max(0, -exponent))
    }

    private static func grouped(_ digits: some StringProtocol, from least: Int) -> String {
        guard digits.count >= least else { return String(digits) }
        var result = ""
        for (index, digit) in digits.enumerated() {
            if index > 0 && (digits.count - index) % 3 == 0 { result += "," }
            result.append(digit)
        }
        return result
    }
}
