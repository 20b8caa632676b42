import CZlib

/// Raw deflate (RFC 1951) in pieces: zlib's `inflate` over an input that stays in memory.
final class Inflater {
    enum Step {
        case progress(consumed: Int, produced: Int)
        case end(consumed: Int, produced: Int)
        case damaged
    }

    /// zlib keeps a pointer to its stream, so the stream must not move.
    private let stream: UnsafeMutablePointer<z_stream>

    /// `nil` when zlib has no memory left.
    init?() {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        let code = inflateInit2_(stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard code == Z_OK else {
            stream.deallocate()
            return nil
        }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    /// Inflates `input` from `start` on into `output[range]`, as much as fits.
    func step(input: [UInt8], range source: Range<Int>, output: inout [UInt8], range target: Range<Int>) -> Step {
        let available = UInt32(clamping: source.count)
        let space = UInt32(clamping: target.count)
        precondition(target.upperBound <= output.count, "zlib must not write beyond the window")
        let code = input[source].withUnsafeBufferPointer { input in
            // The whole array, not its slice: a slice would be copied before it is written to.
            output.withUnsafeMutableBufferPointer { output in
                stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
                stream.pointee.avail_in = available
                stream.pointee.next_out = output.baseAddress.map { $0 + target.lowerBound }
                stream.pointee.avail_out = space
                return inflate(stream, Z_NO_FLUSH)
            }
        }
        let consumed = Int(available - stream.pointee.avail_in)
        let produced = Int(space - stream.pointee.avail_out)
        switch code {
        case Z_OK: return .progress(consumed: consumed, produced: produced)
        case Z_STREAM_END: return .end(consumed: consumed, produced: produced)
        case Z_BUF_ERROR: return .progress(consumed: consumed, produced: produced)
        default: return .damaged
        }
    }
}

/// zlib's CRC-32, continued from `checksum` over `bytes[range]`.
func crc32(_ checksum: UInt32, _ bytes: [UInt8], _ range: Range<Int>) -> UInt32 {
    bytes[range].withUnsafeBufferPointer {
        UInt32(truncatingIfNeeded: CZlib.crc32(UInt(checksum), $0.baseAddress, UInt32(clamping: $0.count)))
    }
}
