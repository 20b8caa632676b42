/// The directory of a zip archive (PKWARE's APPNOTE 6.3.10) as `.npz` files use it: stored and deflated members, zip64
/// sizes. Only the central directory is believed; every offset is checked against the file before it is followed.
struct ZipArchive: Sendable {
    struct Member: Sendable {
        var name: String
        var method: Int
        var flags: Int
        var checksum: UInt32
        var compressedSize: Int
        var size: Int
        /// Where the local header stands.
        var headerOffset: Int
    }

    static let memberLimit = 1_024

    let path: String
    let bytes: [UInt8]
    private(set) var members: [Member] = []

    init(path: String, bytes: [UInt8]) throws {
        self.path = path
        self.bytes = bytes
        try readDirectory()
    }

    /// The member called `name`; its data begins at the returned offset and lies within the file.
    func data(of name: String) throws -> (member: Member, start: Int) {
        let found = members.filter { $0.name == name }
        guard let member = found.first else {
            throw fault(.missingMember(present: members.prefix(8).map(\.name)), at: 0, member: name)
        }
        guard found.count == 1 else { throw fault(.duplicateMember, at: member.headerOffset, member: name) }
        guard member.flags & 1 == 0 else { throw fault(.encrypted, at: member.headerOffset, member: name) }
        guard member.method == 0 || member.method == 8 else {
            throw fault(.unsupportedMethod(member.method), at: member.headerOffset, member: name)
        }
        let header = member.headerOffset
        guard let signature = number(at: header, bytes: 4), signature == 0x0403_4B50,
            let nameLength = number(at: header + 26, bytes: 2), let extraLength = number(at: header + 28, bytes: 2)
        else { throw fault(.truncated, at: header, member: name) }
        let start = header + 30 + nameLength + extraLength
        guard start <= bytes.count, member.compressedSize <= bytes.count - start else {
            throw fault(.truncated, at: header, member: name)
        }
        return (member, start)
    }

    func fault(_ fault: ArchiveFault, at offset: Int, member: String? = nil) -> DatasetError {
        .invalidArchive(FilePlace(file: path, member: member, offset: offset), fault)
    }

    // MARK: The central directory

    private mutating func readDirectory() throws {
        guard let end = endRecord() else { throw fault(bytes.isEmpty ? .truncated : .notZip, at: 0) }
        guard var disk = number(at: end + 4, bytes: 2), var count = number(at: end + 10, bytes: 2),
            var offset = number(at: end + 16, bytes: 4)
        else { throw fault(.truncated, at: end) }
        // A zip64 archive says 0xFFFF and 0xFFFFFFFF here and the truth in another record, named by a locator before.
        if let signature = number(at: end - 20, bytes: 4), signature == 0x0706_4B50 {
            guard let record = number(at: end - 12, bytes: 8), number(at: record, bytes: 4) == 0x0606_4B50,
                let wideDisk = number(at: record + 16, bytes: 4), let wideCount = number(at: record + 32, bytes: 8),
                let wideOffset = number(at: record + 48, bytes: 8)
            else { throw fault(.truncated, at: end - 20) }
            (disk, count, offset) = (wideDisk, wideCount, wideOffset)
        }
        guard disk == 0 else { throw fault(.severalDisks, at: end) }
        guard count <= Self.memberLimit else {
            throw fault(.tooManyMembers(count, limit: Self.memberLimit), at: end)
        }
        for _ in 0..<count { offset = try readEntry(at: offset) }
    }

    /// The end record stands last, before a comment of at most 65,535 bytes that runs to the end of the file.
    private func endRecord() -> Int? {
        guard bytes.count >= 22 else { return nil }
        var offset = bytes.count - 22
        let lowest = max(0, offset - 65_535)
        while offset >= lowest {
            if bytes[offset] == 0x50, number(at: offset, bytes: 4) == 0x0605_4B50,
                number(at: offset + 20, bytes: 2) == bytes.count - offset - 22
            {
                return offset
            }
            offset -= 1
        }
        return nil
    }

    /// Reads one entry of the central directory and returns where the next begins.
    private mutating func readEntry(at offset: Int) throws -> Int {
        guard number(at: offset, bytes: 4) == 0x0201_4B50, let flags = number(at: offset + 8, bytes: 2),
            let method = number(at: offset + 10, bytes: 2), let checksum = number(at: offset + 16, bytes: 4),
            var compressedSize = number(at: offset + 20, bytes: 4), var size = number(at: offset + 24, bytes: 4),
            let nameLength = number(at: offset + 28, bytes: 2), let extraLength = number(at: offset + 30, bytes: 2),
            let commentLength = number(at: offset + 32, bytes: 2), var header = number(at: offset + 42, bytes: 4),
            offset + 46 + nameLength + extraLength + commentLength <= bytes.count
        else { throw fault(.truncated, at: min(max(offset, 0), bytes.count)) }
        let nameStart = offset + 46
        let name = String(decoding: bytes[nameStart..<nameStart + nameLength], as: UTF8.self)

        var field = nameStart + nameLength
        let extraEnd = field + extraLength
        while field + 4 <= extraEnd, let id = number(at: field, bytes: 2),
            let length = number(at: field + 2, bytes: 2)
        {
            if id == 1 {
                // The zip64 field holds, in this order, those of the three that do not fit above.
                var next = field + 4
                let end = min(field + 4 + length, extraEnd)
                func wide(_ value: inout Int) throws {
                    guard value == 0xFFFF_FFFF else { return }
                    guard next + 8 <= end, let number = number(at: next, bytes: 8) else {
                        throw fault(.truncated, at: field, member: name)
                    }
                    value = number
                    next += 8
                }
                try wide(&size)
                try wide(&compressedSize)
                try wide(&header)
            }
            field += 4 + length
        }
        members.append(
            Member(
                name: name, method: method, flags: flags, checksum: UInt32(checksum), compressedSize: compressedSize,
                size: size, headerOffset: header))
        return extraEnd + commentLength
    }

    /// A little-endian number, `nil` outside the file or when it is too large for an offset.
    private func number(at offset: Int, bytes count: Int) -> Int? {
        guard offset >= 0, offset <= bytes.count, count <= bytes.count - offset else { return nil }
        var value: UInt64 = 0
        for index in (0..<count).reversed() { value = value << 8 | UInt64(bytes[offset + index]) }
        // Half of the range is left free, so that small sums with a checked offset cannot overflow.
        return value <= UInt64(Int.max / 2) ? Int(value) : nil
    }
}
