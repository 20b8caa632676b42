/// Text as Python makes it, where nbformat's bytes depend on it.
enum PythonText {
    /// `str.splitlines(True)`: the lines with their ends. Besides `\n`, `\r` and `\r\n` Python ends a line at vertical
    /// tab, form feed, the separators U+001C to U+001E, U+0085, U+2028 and U+2029.
    static func splitLines(_ text: String) -> [String] {
        var lines: [String] = []
        let scalars = text.unicodeScalars
        var start = scalars.startIndex
        var index = start
        while index < scalars.endIndex {
            let scalar = scalars[index]
            index = scalars.index(after: index)
            guard endsLine(scalar) else { continue }
            if scalar == "\r", index < scalars.endIndex, scalars[index] == "\n" { index = scalars.index(after: index) }
            lines.append(String(scalars[start..<index]))
            start = index
        }
        if start < scalars.endIndex { lines.append(String(scalars[start...])) }
        return lines
    }

    private static func endsLine(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A...0x0D, 0x1C...0x1E, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }

    /// `repr(float)`: the shortest digits that give the value back, with an exponent of at least two digits below 1e-4
    /// and from 1e16 on. `value` must be finite.
    static func representation(_ value: Double) -> String {
        let shortest = value.magnitude.description.utf8
        let parts = shortest.split(separator: UInt8(ascii: "e"))
        let exponent = parts.count > 1 ? Int(String(decoding: parts[1], as: UTF8.self)) ?? 0 : 0
        let mantissa = parts[0].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        var digits = Array(mantissa[0]) + (mantissa.count > 1 ? Array(mantissa[1]) : [])
        // The value is 0.d₁d₂d₃… × 10^point.
        var point = mantissa[0].count + exponent
        let zero = UInt8(ascii: "0")
        while digits.count > 1, digits.first == zero {
            digits.removeFirst()
            point -= 1
        }
        while digits.count > 1, digits.last == zero { digits.removeLast() }
        if digits == [zero] { point = 1 }

        let sign = value.sign == .minus ? "-" : ""
        return sign + String(decoding: notation(digits, point: point), as: UTF8.self)
    }

    private static func notation(_ digits: [UInt8], point: Int) -> [UInt8] {
        let zero = UInt8(ascii: "0")
        let dot = UInt8(ascii: ".")
        switch point {
        case 17..., ..<(-3):
            let exponent = point - 1
            let magnitude = String(exponent.magnitude)
            let padded = (exponent < 0 ? "e-" : "e+") + (magnitude.count < 2 ? "0" : "") + magnitude
            return digits[..<1] + (digits.count > 1 ? [dot] + digits[1...] : []) + Array(padded.utf8)
        case 1...:
            if point >= digits.count {
                return digits + [UInt8](repeating: zero, count: point - digits.count) + [dot, zero]
            }
            return digits[..<point] + [dot] + digits[point...]
        default:
            return [zero, dot] + [UInt8](repeating: zero, count: -point) + digits
        }
    }
}
