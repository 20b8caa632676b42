/// A piece of HTML. Literals are markup; whatever is interpolated is text and is escaped, unless it is HTML itself:
///
///     let item: HTML = "<li>\(title)</li>"
///
/// so that forgetting to escape does not compile into a hole.
struct HTML: Hashable, Sendable, ExpressibleByStringInterpolation {
    private(set) var markup: String

    init(stringLiteral value: String) { markup = value }
    init(stringInterpolation: StringInterpolation) { markup = stringInterpolation.markup }

    /// Markup that was made by another writer of markup.
    init(trusted markup: String) { self.markup = markup }

    init(text: String) { markup = Self.escape(text) }

    struct StringInterpolation: StringInterpolationProtocol {
        var markup = ""

        init(literalCapacity: Int, interpolationCount: Int) {
            markup.reserveCapacity(literalCapacity + interpolationCount * 16)
        }

        mutating func appendLiteral(_ literal: String) { markup += literal }
        mutating func appendInterpolation(_ text: some StringProtocol) { markup += HTML.escape(text) }
        mutating func appendInterpolation(_ number: Int) { markup += String(number) }
        mutating func appendInterpolation(_ html: HTML) { markup += html.markup }
        mutating func appendInterpolation(_ html: HTML?) { markup += html?.markup ?? "" }

        /// ` name="value"`, or nothing without a value.
        mutating func appendInterpolation(attribute name: StaticString, _ value: String?) {
            if let value { markup += " \(name)=\"\(HTML.escape(value))\"" }
        }
    }

    var isEmpty: Bool { markup.isEmpty }

    static func += (html: inout HTML, other: HTML) { html.markup += other.markup }

    /// Text made safe for content and for quoted attributes. What HTML cannot hold (control characters other than tab
    /// and line feed, noncharacters) becomes U+FFFD; carriage returns become line feeds, as parsers would make them.
    static func escape(_ text: some StringProtocol) -> String {
        if let escaped = text.utf8.withContiguousStorageIfAvailable(escapePlain) ?? nil { return escaped }
        var result = ""
        result.reserveCapacity(text.utf8.count + 16)
        var afterReturn = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            case "\r": result += "\n"
            case "\n": if !afterReturn { result += "\n" }
            default: result.unicodeScalars.append(isForbidden(scalar) ? "\u{FFFD}" : scalar)
            }
            afterReturn = scalar == "\r"
        }
        return result
    }

    /// The same byte by byte; `nil` for text with something that HTML cannot hold, which is rare.
    private static func escapePlain(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        var growth = 0
        for (index, byte) in bytes.enumerated() {
            let more = moreBytes[Int(byte)]
            if more > 0 { growth += more } else if more < 0, isSuspect(bytes, index) { return nil }
        }
        if growth == 0 { return String(decoding: bytes, as: UTF8.self) }
        return String(unsafeUninitializedCapacity: bytes.count + growth) { target in
            var place = 0
            for byte in bytes {
                if moreBytes[Int(byte)] <= 0 {
                    target[place] = byte
                    place += 1
                } else {
                    for byte in reference(byte).utf8 {
                        target[place] = byte
                        place += 1
                    }
                }
            }
            return place
        }
    }

    private static func reference(_ byte: UInt8) -> String {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        default: "&#39;"
        }
    }

    /// How much longer an escape is than its byte; negative for control characters and for the first bytes of characters
    /// among which HTML cannot hold some.
    private static let moreBytes: [Int] = (0..<256).map { byte in
        switch byte {
        case 0x09, 0x0A: 0
        case 0x22: 5
        case 0x26, 0x27: 4
        case 0x3C, 0x3E: 3
        case 0..<0x20, 0x7F, 0xC2, 0xEF, 0xF0...0xFF: -1
        default: 0
        }
    }

    /// Whether the character that begins here may be one that HTML cannot hold.
    private static func isSuspect(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        switch bytes[index] {
        case 0xC2: bytes[index + 1] < 0xA0
        case 0xEF: bytes[index + 1] == 0xB7 || bytes[index + 1] == 0xBF
        case 0xF0...0xF4: bytes[index + 2] == 0xBF && bytes[index + 3] >= 0xBE
        default: true
        }
    }

    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: false
        case 0...0x1F, 0x7F...0x9F, 0xFDD0...0xFDEF: true
        default: scalar.value & 0xFFFE == 0xFFFE
        }
    }
}

extension Sequence where Element == HTML {
    func joined(separator: HTML = "") -> HTML {
        HTML(trusted: map(\.markup).joined(separator: separator.markup))
    }
}
