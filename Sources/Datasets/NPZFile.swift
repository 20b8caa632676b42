/// The arrays of an `.npz` file, as far as Keras's data sets need them.
package struct NPZFile: Sendable {
    private let archive: ZipArchive

    init(_ file: DatasetFile) throws { archive = try ZipArchive(path: file.path, bytes: file.bytes) }

    package init(path: String, bytes: [UInt8]) throws { archive = try ZipArchive(path: path, bytes: bytes) }

    /// A one-dimensional object array whose elements are lists of integers.
    package func integerLists(_ name: String) throws -> IntegerLists {
        var reader = try MemberReader(archive, member: name + ".npy")
        let header = try NPYHeader(from: &reader)
        guard header.type == "|O" || header.type == "O" else {
            throw DatasetError.invalidArray(reader.place, .unsupportedType(header.type, expected: "|O"))
        }
        let unpickler = IntegerListUnpickler(reader, count: header.shape[0])
        return try unpickler.read()
    }

    /// A one-dimensional array of integers of 1 to 8 bytes.
    package func integers(_ name: String) throws -> [Int] {
        var reader = try MemberReader(archive, member: name + ".npy")
        let header = try NPYHeader(from: &reader)
        guard let type = IntegerType(header.type) else {
            throw DatasetError.invalidArray(reader.place, .unsupportedType(header.type, expected: "<i8"))
        }
        let count = header.shape[0]
        guard reader.remaining >= count * type.size else { throw reader.endsEarly }
        var values: [Int] = []
        values.reserveCapacity(count)
        for _ in 0..<count { values.append(type.value(try reader.number(bytes: type.size))) }
        try reader.finish()
        return values
    }
}

/// A little-endian integer type in NumPy's notation: `<i8`, `|u1`.
private struct IntegerType {
    var isSigned: Bool
    var size: Int

    init?(_ type: String) {
        let parts = Array(type.utf8)
        guard parts.count == 3, parts[1] == UInt8(ascii: "i") || parts[1] == UInt8(ascii: "u"),
            let size = Int(String(decoding: parts[2...], as: UTF8.self)), [1, 2, 4, 8].contains(size),
            parts[0] == UInt8(ascii: "<") || (parts[0] == UInt8(ascii: "|") && size == 1)
        else { return nil }
        isSigned = parts[1] == UInt8(ascii: "i")
        self.size = size
    }

    /// The bits as a number; unsigned ones beyond `Int.max` are cut to it.
    func value(_ bits: UInt64) -> Int {
        guard isSigned else { return Int(clamping: bits) }
        let unused = UInt64(64 - 8 * size)
        return Int(Int64(bitPattern: bits << unused) >> Int64(unused))
    }
}
