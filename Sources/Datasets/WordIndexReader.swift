/// Reads `{"the": 1, "and": 2, …}`: one JSON object (RFC 8259) of whole numbers, many times as fast as `JSONDecoder`,
/// which matters for the 88,584 words of IMDB.
package struct WordIndexReader {
    private let path: String
    private let bytes: [UInt8]
    private var position = 0

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    init(_ file: DatasetFile) { self.init(path: file.path, bytes: file.bytes) }

    /// The words with their ranks. Of equal words the last counts, as in Python.
    package mutating func read() throws -> [String: Int] {
        var index: [String: Int] = [:]
        index.reserveCapacity(bytes.count / 16)
        try take("{")
        if next != UInt8(ascii: "}") {
            while true {
                let word = try string()
                try take(":")
                index[word] = try integer()
                if next != UInt8(ascii: ",") { break }
                position += 1
            }
        }
        try take("}")
        if next != nil { throw fault(.trailingText) }
        return index
    }

    private func fault(_ fault: WordIndexFault) -> DatasetError {
        .invalidWordIndex(FilePlace(file: path, member: nil, offset: position), fault)
    }

    /// The next byte that is no white space.
    private var next: UInt8? {
        mutating get {
            while position < bytes.count {
                switch bytes[position] {
                case 0x20, 0x09, 0x0A, 0x0D: position += 1
                default: return bytes[position]
                }
            }
            return nil
        }
    }

    private mutating func take(_ character: Unicode.Scalar) throws {
        guard next == UInt8(ascii: character) else { throw fault(.expected(String(character))) }
        position += 1
    }

    private mutating func integer() throws -> Int {
        let isNegative = next == UInt8(ascii: "-")
        if isNegative { position += 1 }
        let start = position
        var value = 0
        while position < bytes.count, (0x30...0x39).contains(bytes[position]) {
            let (tenfold, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, carry) = tenfold.addingReportingOverflow(Int(bytes[position] - 0x30))
            if overflow || carry { throw fault(.integerTooLarge) }
            value = sum
            position += 1
        }
        guard position > start else { throw fault(.expected("0…9")) }
        return isNegative ? -value : value
    }

    private mutating func string() throws -> String {
        try take("\"")
        let start = position
        while position < bytes.count, bytes[position] != UInt8(ascii: "\""), bytes[position] != UInt8(ascii: "\\"),
            bytes[position] >= 0x20
        {
            position += 1
        }
        if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
            defer { position += 1 }
            guard let text = String(validating: bytes[start..<position], as: UTF8.self) else {
                throw fault(.invalidUTF8)
            }
            return text
        }
        return try escapedString(from: start)
    }

    /// A string with escapes; `position` stands at the first one.
    private mutating func escapedString(from start: Int) throws -> String {
        var text = Array(bytes[start..<position])
        while true {
            guard position < bytes.count, bytes[position] >= 0x20 else { throw fault(.expected("\"")) }
            let byte = bytes[position]
            if byte == UInt8(ascii: "\"") { break }
            if byte == UInt8(ascii: "\\") {
                let scalar = try escape()
                text.append(contentsOf: Array(String(Character(scalar)).utf8))
            } else {
                text.append(byte)
                position += 1
            }
        }
        guard let result = String(validating: text, as: UTF8.self) else { throw fault(.invalidUTF8) }
        position += 1
        return result
    }

    private mutating func escape() throws -> Unicode.Scalar {
        guard position + 1 < bytes.count else { throw fault(.invalidEscape) }
        let kind = bytes[position + 1]
        if kind != UInt8(ascii: "u") {
            guard let scalar = Self.shortEscapes[kind] else { throw fault(.invalidEscape) }
            position += 2
            return scalar
        }
        let first = try codeUnit()
        if let scalar = Unicode.Scalar(first) { return scalar }
        // A character beyond U+FFFF is written as two halves.
        guard first < 0xDC00, position < bytes.count, bytes[position] == UInt8(ascii: "\\") else {
            throw fault(.invalidEscape)
        }
        let second = try codeUnit()
        guard (0xDC00...0xDFFF).contains(second),
            let scalar = Unicode.Scalar(0x10000 + (UInt32(first - 0xD800) << 10 | UInt32(second - 0xDC00)))
        else { throw fault(.invalidEscape) }
        return scalar
    }

    /// `\uXXXX`
    private mutating func codeUnit() throws -> UInt16 {
        let digits = bytes[min(position + 2, bytes.count)..<min(position + 6, bytes.count)]
        guard digits.count == 4, bytes[position + 1] == UInt8(ascii: "u"),
            digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
            let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw fault(.invalidEscape) }
        position += 6
        return unit
    }

    private static let shortEscapes: [UInt8: Unicode.Scalar] = [
        UInt8(ascii: "\""): "\"", UInt8(ascii: "\\"): "\\", UInt8(ascii: "/"): "/", UInt8(ascii: "b"): "\u{8}",
        UInt8(ascii: "f"): "\u{C}", UInt8(ascii: "n"): "\n", UInt8(ascii: "r"): "\r", UInt8(ascii: "t"): "\t",
    ]
}
