package import Outputs

/// A strict reader of JSON (RFC 8259). Unlike Foundation's it keeps `1` and `1.0` apart, so that writing what was read
/// changes no byte; it names the place of a fault, and deep nesting cannot exhaust the stack.
package struct JSONParser {
    static let depthLimit = 200

    private let bytes: [UInt8]
    private var offset = 0

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Reads `bytes`, which must be valid UTF-8.
    package static func parse(_ bytes: [UInt8]) throws(JSONSyntaxError) -> JSON {
        var parser = JSONParser(bytes)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { parser.offset = 3 }
        let value = try parser.value(depth: 0)
        parser.skipSpace()
        guard parser.offset == bytes.count else { throw parser.fault(.textAfterEnd) }
        return value
    }

    private func fault(_ problem: JSONProblem) -> JSONSyntaxError { JSONSyntaxError(problem: problem, offset: offset) }

    private var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    private mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { offset += 1 }
    }

    private func unexpected() -> JSONSyntaxError {
        guard next != nil else { return fault(.unexpectedEnd) }
        let rest = bytes[offset...]
        if ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].contains(where: { rest.starts(with: $0.utf8) }) {
            return fault(.mergeConflict)
        }
        let word = rest.prefix { $0 > 0x20 && !Array("{}[],:\"".utf8).contains($0) }.prefix(40)
        let text = String(decoding: word.isEmpty ? rest.prefix(1) : word, as: UTF8.self)
        return fault(.unexpected(text))
    }

    private mutating func expect(_ byte: UInt8) throws(JSONSyntaxError) {
        guard next == byte else { throw unexpected() }
        offset += 1
    }

    private mutating func value(depth: Int) throws(JSONSyntaxError) -> JSON {
        skipSpace()
        guard depth < Self.depthLimit else { throw fault(.tooDeep(limit: Self.depthLimit)) }
        guard let byte = next else { throw fault(.unexpectedEnd) }
        switch byte {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
        default: throw unexpected()
        }
    }

    private mutating func word(_ word: String, _ value: JSON) throws(JSONSyntaxError) -> JSON {
        guard bytes[offset...].starts(with: word.utf8) else { throw unexpected() }
        offset += word.utf8.count
        return value
    }

    private mutating func object(depth: Int) throws(JSONSyntaxError) -> JSON {
        offset += 1
        var members: [String: JSON] = [:]
        skipSpace()
        if next == UInt8(ascii: "}") {
            offset += 1
            return .object([:])
        }
        while true {
            skipSpace()
            let start = offset
            guard next == UInt8(ascii: "\"") else { throw unexpected() }
            let key = try string()
            guard members[key] == nil else { throw JSONSyntaxError(problem: .duplicateKey(key), offset: start) }
            skipSpace()
            try expect(UInt8(ascii: ":"))
            members[key] = try value(depth: depth + 1)
            skipSpace()
            if next == UInt8(ascii: ",") {
                offset += 1
            } else {
                try expect(UInt8(ascii: "}"))
                return .object(members)
            }
        }
    }

    private mutating func array(depth: Int) throws(JSONSyntaxError) -> JSON {
        offset += 1
        var elements: [JSON] = []
        skipSpace()
        if next == UInt8(ascii: "]") {
            offset += 1
            return .array([])
        }
        while true {
            elements.append(try value(depth: depth + 1))
            skipSpace()
            if next == UInt8(ascii: ",") {
                offset += 1
            } else {
                try expect(UInt8(ascii: "]"))
                return .array(elements)
            }
        }
    }
}

// MARK: - Strings

extension JSONParser {
    private mutating func string() throws(JSONSyntaxError) -> String {
        let start = offset
        offset += 1
        var text = ""
        var runStart = offset
        while let byte = next {
            switch byte {
            case UInt8(ascii: "\""):
                text += String(decoding: bytes[runStart..<offset], as: UTF8.self)
                offset += 1
                return text
            case UInt8(ascii: "\\"):
                text += String(decoding: bytes[runStart..<offset], as: UTF8.self)
                text.unicodeScalars.append(try escape())
                runStart = offset
            case 0..<0x20:
                throw fault(.controlCharacter(byte))
            default:
                offset += 1
            }
        }
        throw JSONSyntaxError(problem: .unclosedString, offset: start)
    }

    private mutating func escape() throws(JSONSyntaxError) -> Unicode.Scalar {
        let start = offset
        offset += 1
        guard let letter = next else { throw fault(.unexpectedEnd) }
        offset += 1
        switch letter {
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try unicodeEscape(from: start)
        default: throw JSONSyntaxError(problem: .invalidEscape, offset: start)
        }
    }

    private mutating func unicodeEscape(from start: Int) throws(JSONSyntaxError) -> Unicode.Scalar {
        let high = try fourDigits(from: start)
        if let scalar = Unicode.Scalar(high) { return scalar }
        let lone = JSONSyntaxError(problem: .loneSurrogate, offset: start)
        guard high < 0xDC00, bytes[offset...].starts(with: "\\u".utf8) else { throw lone }
        offset += 2
        let low = try fourDigits(from: start)
        guard 0xDC00...0xDFFF ~= low, let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
        else {
            throw lone
        }
        return scalar
    }

    private mutating func fourDigits(from start: Int) throws(JSONSyntaxError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw JSONSyntaxError(problem: .invalidEscape, offset: start)
            }
            value = value << 4 | UInt32(digit)
            offset += 1
        }
        return value
    }
}

// MARK: - Numbers

extension JSONParser {
    private mutating func number() throws(JSONSyntaxError) -> JSON {
        let start = offset
        if next == UInt8(ascii: "-") { offset += 1 }
        let digits = skipDigits()
        var isWellFormed = digits == 1 || (digits > 1 && bytes[offset - digits] != UInt8(ascii: "0"))
        var isInteger = true
        if next == UInt8(ascii: ".") {
            isInteger = false
            offset += 1
            if skipDigits() == 0 { isWellFormed = false }
        }
        if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
            isInteger = false
            offset += 1
            if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { offset += 1 }
            if skipDigits() == 0 { isWellFormed = false }
        }
        let text = String(decoding: bytes[start..<offset], as: UTF8.self)
        guard isWellFormed else { throw JSONSyntaxError(problem: .invalidNumber(text), offset: start) }
        if isInteger, let value = Int(text) { return .int(value) }
        // An integer beyond 64 bits is kept as JavaScript keeps it.
        guard let value = Double(text), value.isFinite else {
            throw JSONSyntaxError(problem: .numberOutOfRange(text), offset: start)
        }
        return .double(value)
    }

    private mutating func skipDigits() -> Int {
        let start = offset
        while let byte = next, UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte { offset += 1 }
        return offset - start
    }
}
