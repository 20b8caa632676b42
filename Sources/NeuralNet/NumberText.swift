import Foundation

/// Numbers as Keras's progress bar writes them.
enum NumberText {
    /// Four decimals, or four decimals and an exponent for what is too small to show so.
    static func short(_ value: Double) -> String {
        String(format: abs(value) > 1e-3 ? "%.4f" : "%.4e", value)
    }

    /// 3 or 0.5: without the point where there is nothing behind it. A NaN has no sign that would say anything.
    static func plain(_ value: Double) -> String {
        value.isNaN ? "NaN" : value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : "\(value)"
    }
}
