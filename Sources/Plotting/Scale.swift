import Foundation

/// How values become places on an axis.
package enum Scale: Hashable, Sendable {
    case linear, logarithmic

    /// The number that stands on the axis; `nil` for what it cannot show.
    func value(_ value: Double) -> Double? {
        switch self {
        case .linear: value.isFinite ? value : nil
        case .logarithmic: value > 0 && value.isFinite ? log10(value) : nil
        }
    }
}
