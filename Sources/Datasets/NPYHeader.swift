/// The header of a `.npy` array (NumPy Enhancement Proposal 1): element type and shape.
struct NPYHeader: Equatable {
    /// NumPy's type string: `<i8`, `|O`.
    var type: String
    var shape: [Int]

    /// NumPy's own limit for headers that are read without trust.
    private static let lengthLimit = 10_000
    private static let magic: [UInt8] = [0x93, 0x4E, 0x55, 0x4D, 0x50, 0x59]
    /// More elements than any data set here has; keeps sizes that are computed from it small.
    static let elementLimit = 1_000_000

    init(from reader: inout MemberReader) throws {
        let start = reader.place
        guard try reader.bytes(min(Self.magic.count, reader.remaining)) == Self.magic else {
            throw DatasetError.invalidArray(start, .notNPY)
        }
        let (major, minor) = (Int(try reader.byte()), Int(try reader.byte()))
        guard (1...3).contains(major) else {
            throw DatasetError.invalidArray(reader.place, .unsupportedVersion(major, minor))
        }
        let length = try reader.number(bytes: major == 1 ? 2 : 4)
        guard length <= UInt64(Self.lengthLimit) else {
            throw DatasetError.invalidArray(reader.place, .malformedHeader)
        }
        let place = reader.place
        var literal = HeaderLiteral(text: try reader.bytes(Int(length)))
        guard let (type, shape) = literal.parse() else {
            throw DatasetError.invalidArray(
                FilePlace(file: place.file, member: place.member, offset: place.offset + literal.position),
                .malformedHeader)
        }
        guard shape.count == 1 else {
            throw DatasetError.invalidArray(place, .notOneDimensional(shape))
        }
        guard shape[0] <= Self.elementLimit else {
            throw DatasetError.invalidArray(place, .tooManyElements(shape[0], limit: Self.elementLimit))
        }
        self.type = type
        self.shape = shape
    }
}

/// The Python dictionary in the header: `{'descr': '<i8', 'fortran_order': False, 'shape': (25000,), }`.
private struct HeaderLiteral {
    let text: [UInt8]
    var position = 0

    init(text: [UInt8]) { self.text = text }

    /// The order of storage is read and left aside: with one dimension both are the same.
    mutating func parse() -> (type: String, shape: [Int])? {
        var type: String?
        var fortranOrder: Bool?
        var shape: [Int]?
        guard take("{") else { return nil }
        while !take("}") {
            guard let key = string(), take(":") else { return nil }
            switch key {
            case "descr" where type == nil: type = string()
            case "fortran_order" where fortranOrder == nil: fortranOrder = bool()
            case "shape" where shape == nil: shape = tuple()
            default: return nil
            }
            guard take(",") || next == UInt8(ascii: "}") else { return nil }
        }
        skipBlanks()
        guard position == text.count, let type, fortranOrder != nil, let shape else { return nil }
        return (type, shape)
    }

    private mutating func skipBlanks() {
        while position < text.count, text[position] == 0x20 || text[position] == 0x0A { position += 1 }
    }

    private var next: UInt8? {
        mutating get {
            skipBlanks()
            return position < text.count ? text[position] : nil
        }
    }

    private mutating func take(_ word: StaticString) -> Bool {
        skipBlanks()
        let word = Array("\(word)".utf8)
        guard text[position...].starts(with: word) else { return false }
        position += word.count
        return true
    }

    private mutating func string() -> String? {
        guard let quote = next, quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") else { return nil }
        guard let end = text[(position + 1)...].firstIndex(of: quote) else { return nil }
        defer { position = end + 1 }
        return String(decoding: text[(position + 1)..<end], as: UTF8.self)
    }

    private mutating func bool() -> Bool? {
        if take("True") { return true }
        return take("False") ? false : nil
    }

    private mutating func tuple() -> [Int]? {
        guard take("(") else { return nil }
        var numbers: [Int] = []
        while !take(")") {
            skipBlanks()
            let digits = text[position...].prefix { (0x30...0x39).contains($0) }
            guard let number = Int(String(decoding: digits, as: UTF8.self)), numbers.count < 32 else { return nil }
            numbers.append(number)
            position += digits.count
            guard take(",") || next == UInt8(ascii: ")") else { return nil }
        }
        return numbers
    }
}
