/// Shades from least to most, as colours for pictures and heat maps.
package enum ColorRamp: String, Hashable, Sendable {
    /// Black to white.
    case gray
    /// White to black.
    case reversedGray
    /// Paper to a deep blue, light to dark, told apart by lightness alone.
    case blues

    /// How many shades there are: a picture has one path for each.
    static let steps = 32

    /// The shade number `step` as a hexadecimal colour.
    package func color(_ step: Int) -> String {
        let share = Double(min(max(step, 0), Self.steps - 1)) / Double(Self.steps - 1)
        switch self {
        case .gray: return Self.hex(share, share, share)
        case .reversedGray: return Self.hex(1 - share, 1 - share, 1 - share)
        case .blues:
            // Through three colours, so that the middle keeps its hue.
            let stops: [(Double, Double, Double)] = [(0.94, 0.96, 0.985), (0.36, 0.62, 0.84), (0.03, 0.19, 0.42)]
            let place = share * 2
            let first = min(Int(place), 1)
            let part = place - Double(first)
            func mix(_ a: Double, _ b: Double) -> Double { a + (b - a) * part }
            let (low, high) = (stops[first], stops[first + 1])
            return Self.hex(mix(low.0, high.0), mix(low.1, high.1), mix(low.2, high.2))
        }
    }

    /// Whether text on a shade is light.
    func wantsLightText(_ step: Int) -> Bool {
        switch self {
        case .gray: step < Self.steps / 2
        case .reversedGray, .blues: step > Self.steps / 2
        }
    }

    /// The shade of a value between two bounds.
    static func step(_ value: Double, _ low: Double, _ high: Double) -> Int {
        guard value.isFinite, high > low else { return 0 }
        return min(max(Int((value - low) / (high - low) * Double(steps)), 0), steps - 1)
    }

    private static func hex(_ red: Double, _ green: Double, _ blue: Double) -> String {
        let digits = Array("0123456789abcdef")
        return "#"
            + [red, green, blue].map { part in
                let byte = Int((part * 255).rounded())
                return "\(digits[byte >> 4])\(digits[byte & 15])"
            }.joined()
    }
}
