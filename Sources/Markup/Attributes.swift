/// Pandoc's attributes, `{#label .class name="value"}`, after an image, a heading, a formula or a fence's language.
package struct Attributes: Hashable, Sendable {
    package var label: String?
    package var classes: [String] = []
    /// In the order of the text.
    package var values: [Value] = []

    package struct Value: Hashable, Sendable {
        package var name: String
        package var value: String
    }

    package init() {}

    package subscript(name: String) -> String? { values.last { $0.name == name }?.value }

    package var isEmpty: Bool { label == nil && classes.isEmpty && values.isEmpty }

    /// The longest text that is looked through for a closing brace: an opening one alone must not cost the rest of it.
    static let longest = 1_000

    /// The attributes that begin with the brace at `start`, and where they end; `nil` for what is none.
    package static func parse(_ bytes: [UInt8], at start: Int) -> (attributes: Attributes, end: Int)? {
        guard start < bytes.count, bytes[start] == 0x7B else { return nil }
        var reader = Reader(bytes: bytes, position: start + 1, limit: min(bytes.count, start + longest))
        guard let attributes = reader.read(), !attributes.isEmpty else { return nil }
        return (attributes, reader.position)
    }

    /// The attributes of a text that is nothing else but white space around them.
    package static func parse(_ text: some StringProtocol) -> Attributes? {
        let bytes = Array(text.utf8)
        guard let start = bytes.firstIndex(where: { !CharacterClass.isASCIISpace($0) }),
            let (attributes, end) = parse(bytes, at: start),
            bytes[end...].allSatisfy(CharacterClass.isASCIISpace)
        else { return nil }
        return attributes
    }

    /// Where attributes begin that end `bytes`, white space apart. The last opening brace decides.
    static func startOfTrailing(in bytes: [UInt8]) -> Int? {
        guard let last = bytes.lastIndex(where: { !CharacterClass.isASCIISpace($0) }), bytes[last] == 0x7D,
            let start = bytes[..<last].lastIndex(of: 0x7B), let (_, end) = parse(bytes, at: start), end == last + 1
        else { return nil }
        return start
    }

    private struct Reader {
        let bytes: [UInt8]
        var position: Int
        let limit: Int

        private var byte: UInt8? { position < limit ? bytes[position] : nil }

        /// Up to and with the closing brace.
        mutating func read() -> Attributes? {
            var attributes = Attributes()
            while true {
                while let next = byte, CharacterClass.isASCIISpace(next) { position += 1 }
                guard let next = byte else { return nil }
                switch next {
                case 0x7D:
                    position += 1
                    return attributes
                case 0x23, 0x2E:
                    position += 1
                    guard let name = word() else { return nil }
                    if next == 0x2E {
                        attributes.classes.append(name)
                    } else if attributes.label == nil {
                        attributes.label = name
                    } else {
                        return nil
                    }
                default:
                    guard let name = word(), byte == 0x3D else { return nil }
                    position += 1
                    guard let value = value() else { return nil }
                    attributes.values.append(Value(name: name, value: value))
                }
            }
        }

        private mutating func word() -> String? {
            let start = position
            while let next = byte, next > 0x20, ![0x7B, 0x7D, 0x3D, 0x22, 0x27, 0x60].contains(next) { position += 1 }
            return position > start ? String(decoding: bytes[start..<position], as: UTF8.self) : nil
        }

        private mutating func value() -> String? {
            guard let quote = byte, quote == 0x22 || quote == 0x27 else { return word() }
            position += 1
            var value: [UInt8] = []
            while let next = byte, next != quote {
                position += 1
                if next == 0x5C, let escaped = byte, escaped == quote || escaped == 0x5C {
                    value.append(escaped)
                    position += 1
                } else {
                    value.append(next)
                }
            }
            guard byte == quote else { return nil }
            position += 1
            return String(decoding: value, as: UTF8.self)
        }
    }
}
