/// What libFuzzer made up: as bytes, as text, or as a row of choices.
package struct Input {
    package let bytes: UnsafeRawBufferPointer
    private var position = 0

    package init(_ start: UnsafePointer<UInt8>, _ count: Int) {
        bytes = UnsafeRawBufferPointer(start: start, count: count)
    }

    /// As files are read that are not UTF-8 throughout, so that every input is a text.
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    package var isAtEnd: Bool { position >= bytes.count }

    /// The next byte; zero behind the end, so that short inputs are programs too.
    package mutating func byte() -> Int {
        guard position < bytes.count else { return 0 }
        defer { position += 1 }
        return Int(bytes[position])
    }

    /// A choice among `count`, at most 65,536.
    package mutating func choice(_ count: Int) -> Int {
        let value = count > 256 ? byte() << 8 | byte() : byte()
        return count > 0 ? value % count : 0
    }

    /// Mostly small numbers of both signs, now and then a large one.
    package mutating func number() -> Int {
        let first = byte()
        switch first {
        case 0..<200: return first % 48 - 4
        case 200..<240: return byte() << 8 | byte()
        case 240..<248: return -(byte() << 8 | byte())
        case 248..<252: return Int(Int32.max) - byte()
        default: return Int(Int32.min) + byte()
        }
    }
}

/// Ends the run with what a target's property says against the input; libFuzzer keeps the input.
package func found(_ fault: @autoclosure () -> String) -> Never { fatalError("found: \(fault())") }
