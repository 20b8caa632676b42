/// Elements as text of one common width, by the rules of NumPy's `FloatingFormat`, `IntegerFormat` and `BoolFormat`
/// with their default options (eight digits, shortest form).
struct ElementFormat {
    private enum Kind {
        case positional(left: Int, right: Int)
        case scientific(left: Int, fraction: Int, exponent: Int)
        case integer(width: Int)
        case bool(isPadded: Bool)
    }

    private static let precision = 8
    private let kind: Kind
    private let isSingle: Bool
    /// The width of NaN and infinities.
    private var width = 0

    /// The format for the elements of `tensor` at `places`, which are all that will be shown.
    init(_ tensor: Tensor, places: [Int]) {
        isSingle = tensor.dtype == .float32
        switch tensor.dtype {
        case .bool: kind = .bool(isPadded: tensor.rank > 0)
        case .int64, .int32, .uint8:
            kind = .integer(width: places.map { String(tensor.integer(at: $0)).count }.max() ?? 0)
        case .float64, .float32:
            let values = places.map { tensor.double(at: $0) }
            (kind, width) = Self.floating(values, isSingle: isSingle)
        }
    }

    private static func floating(_ values: [Double], isSingle: Bool) -> (Kind, Int) {
        let finite = values.filter(\.isFinite)
        var kind = Kind.positional(left: 0, right: 0)
        var (left, right) = (0, 0)
        if isScientific(finite, isSingle: isSingle) {
            let parts = finite.map { DecimalDigits.scientific($0, isSingle: isSingle, precision: precision) }
            let fraction = parts.map(\.fraction.count).max() ?? 0
            let exponent = parts.map { max(2, String($0.exponent.magnitude).count) }.max() ?? 2
            left = parts.map(\.integer.count).max() ?? 0
            right = exponent + 2 + fraction
            kind = .scientific(left: left, fraction: fraction, exponent: exponent)
        } else if !finite.isEmpty {
            let parts = finite.map { DecimalDigits.positional($0, isSingle: isSingle, precision: precision) }
            left = parts.map(\.integer.count).max() ?? 0
            right = parts.map(\.fraction.count).max() ?? 0
        }
        if finite.count < values.count {
            let hasMinusInfinity = values.contains { $0 == -.infinity }
            left = max(left, (hasMinusInfinity ? 4 : 3) - (right + 1))
        }
        switch kind {
        case .scientific(_, let fraction, let exponent):
            kind = .scientific(left: left, fraction: fraction, exponent: exponent)
        default: kind = .positional(left: left, right: right)
        }
        return (kind, left + right + 1)
    }

    /// Whether numbers are too large, too small or too far apart for plain decimals.
    private static func isScientific(_ finite: [Double], isSingle: Bool) -> Bool {
        let magnitudes = finite.lazy.filter { $0 != 0 }.map(\.magnitude)
        guard let most = magnitudes.max(), let least = magnitudes.min() else { return false }
        // Single precision has six decimal digits, double more than the eight that are shown.
        if isSingle { return most >= 1e6 || Float(least) < 0.0001 || Float(most) / Float(least) > 1000 }
        return most >= 1e8 || least < 0.0001 || most / least > 1000
    }

    func text(_ tensor: Tensor, at place: Int) -> String {
        switch kind {
        case .bool(let isPadded): return tensor.integer(at: place) == 0 ? "False" : isPadded ? " True" : "True"
        case .integer(let width): return Self.pad(String(tensor.integer(at: place)), to: width)
        case .positional, .scientific: break
        }
        let value = tensor.double(at: place)
        if value.isNaN { return Self.pad("nan", to: width) }
        if value.isInfinite { return Self.pad(value < 0 ? "-inf" : "inf", to: width) }
        if case .scientific(let left, let fractionWidth, let exponentWidth) = kind {
            let (integer, fraction, exponent) = DecimalDigits.scientific(
                value, isSingle: isSingle, precision: Self.precision, least: fractionWidth)
            let digits = String(exponent.magnitude)
            return Self.pad(integer, to: left) + "." + fraction + (exponent < 0 ? "e-" : "e+")
                + String(repeating: "0", count: exponentWidth - digits.count) + digits
        }
        guard case .positional(let left, let right) = kind else { return "" }
        let (integer, fraction) = DecimalDigits.positional(value, isSingle: isSingle, precision: Self.precision)
        return Self.pad(integer, to: left) + "." + fraction + String(repeating: " ", count: right - fraction.count)
    }

    private static func pad(_ text: String, to width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }
}
