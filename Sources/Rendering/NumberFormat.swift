import Foundation

/// Numbers for people, without a locale.
enum NumberFormat {
    /// `25000` as `25,000`.
    static func grouped(_ value: Int) -> String {
        var digits = Array(String(value.magnitude))
        var place = digits.count - 3
        while place > 0 {
            digits.insert(",", at: place)
            place -= 3
        }
        return (value < 0 ? "-" : "") + String(digits)
    }

    /// A score of an epoch: four decimals as Keras shows them, with an exponent where those would say nothing.
    static func score(_ value: Double) -> String {
        guard value.isFinite else { return value.isNaN ? "nan" : value < 0 ? "-inf" : "inf" }
        let isPlain = value == 0 || (1e-3..<1e6).contains(value.magnitude)
        return String(format: isPlain ? "%.4f" : "%.4e", value)
    }
}
