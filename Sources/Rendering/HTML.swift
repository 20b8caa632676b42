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
        // Most text has nothing to make safe.
        guard text.utf8.contains(where: { mayNeedEscape[Int($0)] }) else { return String(text) }
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

    /// The bytes that are escaped or replaced, or begin a character that may be: control characters, `&<>"'`, and the
    /// first bytes of C1 controls and of noncharacters.
    private static let mayNeedEscape: [Bool] = (0..<256).map { byte in
        switch byte {
        case 0x09, 0x0A: false
        case 0..<0x20, 0x22, 0x26, 0x27, 0x3C, 0x3E, 0x7F, 0xC2, 0xEF, 0xF0...0xFF: true
        default: false
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
