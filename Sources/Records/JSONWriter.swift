package import Outputs

/// JSON as `json.dumps(value, indent=1, sort_keys=True, separators=(",", ": "), ensure_ascii=False)` writes it.
package struct JSONWriter {
    private var bytes: [UInt8] = []

    package static func write(_ value: JSON) -> [UInt8] {
        var writer = JSONWriter()
        writer.write(value, indent: 0)
        return writer.bytes
    }

    private mutating func write(_ value: JSON, indent: Int) {
        switch value {
        case .null: append("null")
        case .bool(let value): append(value ? "true" : "false")
        case .int(let value): append(String(value))
        case .double(let number):
            if number.isFinite {
                append(PythonText.representation(number))
            } else {
                write(.number(number), indent: indent)
            }
        case .string(let text): writeString(text)
        case .array(let elements):
            writeList(elements, open: "[", close: "]", indent: indent) { $0.write($1, indent: indent + 1) }
        case .object(let members):
            // Python sorts by code point, which is the order of the UTF-8 bytes; Swift's `<` on strings is another.
            let sorted = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            writeList(sorted, open: "{", close: "}", indent: indent) { writer, member in
                writer.writeString(member.key)
                writer.append(": ")
                writer.write(member.value, indent: indent + 1)
            }
        }
    }

    private mutating func writeList<Element>(
        _ elements: [Element], open: String, close: String, indent: Int, _ writeElement: (inout Self, Element) -> Void
    ) {
        append(open)
        for (position, element) in elements.enumerated() {
            if position > 0 { append(",") }
            breakLine(indent: indent + 1)
            writeElement(&self, element)
        }
        if !elements.isEmpty { breakLine(indent: indent) }
        append(close)
    }

    private mutating func breakLine(indent: Int) {
        bytes.append(0x0A)
        for _ in 0..<indent { bytes.append(0x20) }
    }

    private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

    private mutating func writeString(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): append("\\\"")
            case UInt8(ascii: "\\"): append("\\\\")
            case 0x0A: append("\\n")
            case 0x0D: append("\\r")
            case 0x09: append("\\t")
            case 0x08: append("\\b")
            case 0x0C: append("\\f")
            case 0..<0x20:
                let digits = String(byte, radix: 16)
                append("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
