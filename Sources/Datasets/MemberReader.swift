import Outputs

/// Reads one member of an archive from front to back through a window, inflating as it goes; the whole member is never
/// in memory at once. At the end the declared size and the checksum must hold.
struct MemberReader: ~Copyable {
    /// The most that a member may inflate to. The largest of IMDB has 14 MB; a bomb ends here.
    static let sizeLimit = 64 << 20
    private static let windowSize = 1 << 17
    /// The most that can be asked for in one piece.
    static let pieceLimit = 1 << 15

    let archive: ZipArchive
    let member: ZipArchive.Member
    /// The inflated bytes at hand: those in `position..<limit` are not read yet.
    private(set) var window: [UInt8]
    var position = 0
    private(set) var limit = 0
    /// Bytes inflated before the window's first one.
    private var base = 0

    private let inflater: Inflater?
    private var input: Range<Int>
    private var checksum: UInt32 = 0
    private var streamEnded = false

    init(_ archive: ZipArchive, member name: String) throws {
        let (member, start) = try archive.data(of: name)
        let inflater = member.method == 8 ? Inflater() : nil
        if member.size > Self.sizeLimit {
            throw archive.fault(.tooLarge(member.size, limit: Self.sizeLimit), at: start, member: name)
        }
        if member.method == 0, member.size != member.compressedSize {
            throw archive.fault(.wrongSize(declared: member.size), at: start, member: name)
        }
        if member.method == 8, inflater == nil { throw archive.fault(.damagedStream, at: start, member: name) }
        self.archive = archive
        self.member = member
        self.inflater = inflater
        input = start..<start + member.compressedSize
        window = [UInt8](repeating: 0, count: Self.windowSize)
    }

    /// The offset of the next byte within the inflated member.
    var offset: Int { base + position }
    var place: FilePlace { FilePlace(file: archive.path, member: member.name, offset: offset) }
    /// How many bytes of the member are still to be read, by its declared size.
    var remaining: Int { member.size - offset }

    /// Makes `count` bytes ready in the window; false when the member ends before.
    mutating func ready(_ count: Int) throws -> Bool {
        if limit - position >= count { return true }
        guard count <= Self.pieceLimit, count <= remaining else { return false }
        let kept = limit - position
        for index in 0..<kept { window[index] = window[position + index] }
        base += position
        position = 0
        limit = kept
        while limit < Self.windowSize, base + limit < member.size { try inflateMore() }
        if base + limit == member.size { try checkEnd() }
        return limit >= count
    }

    mutating func byte() throws -> UInt8 {
        guard try ready(1) else { throw endsEarly }
        defer { position += 1 }
        return window[position]
    }

    /// An unsigned little-endian number of 1 to 8 bytes.
    mutating func number(bytes count: Int) throws -> UInt64 {
        guard try ready(count) else { throw endsEarly }
        var value: UInt64 = 0
        for index in (0..<count).reversed() { value = value << 8 | UInt64(window[position + index]) }
        position += count
        return value
    }

    mutating func bytes(_ count: Int) throws -> [UInt8] {
        guard count >= 0, try ready(count) else { throw endsEarly }
        defer { position += count }
        return Array(window[position..<position + count])
    }

    /// Everything must have been read, and what was read must have been what the archive promised.
    mutating func finish() throws {
        if remaining > 0 { throw DatasetError.invalidArray(place, .trailingBytes) }
        try checkEnd()
    }

    var endsEarly: DatasetError { .invalidArray(place, .endsEarly) }

    // MARK: Inflating

    private mutating func inflateMore() throws {
        try Interruption.check()
        let wanted = min(Self.windowSize - limit, member.size - base - limit)
        guard let inflater else {
            for index in 0..<wanted { window[limit + index] = archive.bytes[input.lowerBound + index] }
            return accept(consumed: wanted, produced: wanted)
        }
        switch inflater.step(input: archive.bytes, range: input, output: &window, range: limit..<limit + wanted) {
        case .damaged: throw fault(.damagedStream)
        case .progress(let consumed, let produced):
            guard consumed > 0 || produced > 0 else { throw fault(.damagedStream) }
            accept(consumed: consumed, produced: produced)
        case .end(let consumed, let produced):
            accept(consumed: consumed, produced: produced)
            streamEnded = true
            if base + limit < member.size { throw fault(.wrongSize(declared: member.size)) }
        }
    }

    private mutating func accept(consumed: Int, produced: Int) {
        input = input.lowerBound + consumed..<input.upperBound
        checksum = crc32(checksum, window, limit..<limit + produced)
        limit += produced
    }

    /// The deflated stream may end only where the declared size ends, and must end there.
    private mutating func checkEnd() throws {
        if let inflater, !streamEnded {
            var spare: [UInt8] = [0]
            switch inflater.step(input: archive.bytes, range: input, output: &spare, range: 0..<1) {
            case .end(let consumed, 0): input = input.lowerBound + consumed..<input.upperBound
            default: throw fault(.wrongSize(declared: member.size))
            }
            streamEnded = true
        }
        guard checksum == member.checksum else {
            throw fault(.wrongChecksum(declared: member.checksum, found: checksum))
        }
    }

    private borrowing func fault(_ fault: ArchiveFault) -> DatasetError {
        archive.fault(fault, at: input.lowerBound, member: member.name)
    }
}
