/// A gzip file (RFC 1952) inflated into memory.
enum GzipFile {
    /// The most that a file may inflate to. The largest of Fashion-MNIST has 47 MB; a bomb ends here.
    private static let sizeLimit = 256 << 20

    static func inflated(_ file: DatasetFile) throws -> [UInt8] {
        let bytes = file.bytes
        func fault(_ fault: ImageFault) -> DatasetError { .invalidImages(path: file.path, fault) }
        guard bytes.count >= 18, bytes[0] == 0x1F, bytes[1] == 0x8B, bytes[2] == 8 else { throw fault(.notGzip) }
        let flags = bytes[3]
        var start = 10
        if flags & 4 != 0 { start += 2 + Int(bytes[10]) + Int(bytes[11]) << 8 }
        // A name and a comment, each ended by a zero; then a checksum of the header.
        for flag in [UInt8(8), 16] where flags & flag != 0 {
            while start < bytes.count, bytes[start] != 0 { start += 1 }
            start += 1
        }
        if flags & 2 != 0 { start += 2 }
        let end = bytes.count - 8
        guard start < end, let inflater = Inflater() else { throw fault(.damagedStream) }
        let size = number(bytes, at: bytes.count - 4)
        guard size <= sizeLimit else {
            throw DatasetError.fileTooLarge(path: file.path, bytes: size, limit: sizeLimit)
        }
        var output = [UInt8](repeating: 0, count: size)
        var (position, done) = (start, 0)
        while true {
            switch inflater.step(
                input: bytes, range: position..<min(end, position + 1 << 20), output: &output,
                range: done..<min(size, done + 1 << 22))
            {
            case .damaged: throw fault(.damagedStream)
            case .progress(let consumed, let produced):
                guard consumed > 0 || produced > 0 else { throw fault(.damagedStream) }
                position += consumed
                done += produced
            case .end(_, let produced):
                done += produced
                guard done == size else { throw fault(.wrongSize(expected: size, found: done)) }
                guard crc32(0, output, 0..<size) == UInt32(truncatingIfNeeded: number(bytes, at: bytes.count - 8))
                else { throw fault(.wrongChecksum) }
                return output
            }
        }
    }

    /// Four bytes, the least first.
    private static func number(_ bytes: [UInt8], at place: Int) -> Int {
        (0..<4).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
    }
}
