import Foundation

/// A number's sign, digits and decimal exponent: 0.d₁d₂d₃… × 10^exponent.
struct DecimalDigits {
    var isNegative: Bool
    /// Without zeros at either end; empty for zero.
    var digits: [UInt8]
    var exponent: Int

    /// The shortest digits that identify `value` among numbers of its type.
    init(_ value: Double, isSingle: Bool) {
        self.init(parsing: isSingle ? Float(value).description : value.description)
    }

    /// From `-12.5`, `1e-05`, `1.25e+20`.
    private init(parsing text: String) {
        isNegative = false
        digits = []
        exponent = 0
        var point: Int?
        let parts = text.split(separator: "e", maxSplits: 1)
        for byte in (parts.first ?? "").utf8 {
            switch byte {
            case UInt8(ascii: "-"): isNegative = true
            case UInt8(ascii: "."): point = digits.count
            default: digits.append(byte)
            }
        }
        if parts.count == 2 { exponent = Int(parts[1]) ?? 0 }
        exponent += point ?? digits.count
        while digits.first == UInt8(ascii: "0") {
            digits.removeFirst()
            exponent -= 1
        }
        while digits.last == UInt8(ascii: "0") { digits.removeLast() }
        if digits.isEmpty { exponent = 1 }
    }

    /// Integer part with sign, and fraction; at most `precision` digits of fraction, without zeros at the end.
    static func positional(_ value: Double, isSingle: Bool, precision: Int) -> (integer: String, fraction: String) {
        var number = DecimalDigits(value, isSingle: isSingle)
        if number.digits.count - number.exponent > precision {
            number = DecimalDigits(parsing: String(format: "%.\(precision)f", value))
        }
        let sign = value.sign == .minus ? "-" : ""
        if number.digits.isEmpty { return (sign + "0", "") }
        let zeros = { (count: Int) in String(repeating: "0", count: max(0, count)) }
        let text = String(decoding: number.digits, as: UTF8.self)
        if number.exponent <= 0 { return (sign + "0", zeros(-number.exponent) + text) }
        return (
            sign + text.prefix(number.exponent) + zeros(number.exponent - text.count),
            String(text.dropFirst(number.exponent))
        )
    }

    /// One digit with sign, fraction of at most `precision` digits, and the exponent. A fraction shorter than `least`
    /// is filled up with the further digits of the number itself, as NumPy does, not with zeros.
    static func scientific(
        _ value: Double, isSingle: Bool, precision: Int, least: Int = 0
    ) -> (integer: String, fraction: String, exponent: Int) {
        var number = DecimalDigits(value, isSingle: isSingle)
        if number.digits.count > precision + 1 {
            number = DecimalDigits(parsing: String(format: "%.\(precision)e", value))
        } else if number.digits.count < least + 1 {
            number = DecimalDigits(parsing: String(format: "%.\(least)e", value))
        }
        let text = String(decoding: number.digits, as: UTF8.self)
        let sign = value.sign == .minus ? "-" : ""
        let fraction = String(text.dropFirst())
        return (
            sign + (text.isEmpty ? "0" : text.prefix(1)),
            fraction + String(repeating: "0", count: max(0, least - fraction.count)), number.exponent - 1
        )
    }
}
