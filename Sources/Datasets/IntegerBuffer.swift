/// Integers one after the other, in room that is made ahead of them.
struct IntegerBuffer {
    /// The first `count` elements are integers that were read, the rest is room.
    private(set) var storage: [Int32]
    private(set) var count = 0

    init(room: Int) { storage = [Int32](repeating: 0, count: room) }

    mutating func append(_ value: Int32) {
        makeRoom(1)
        storage[count] = value
        count += 1
    }

    /// Decodes `BININT1`, `BININT2` and `BININT` that begin at `start...last` and follow each other; returns where the
    /// first other opcode begins.
    mutating func decode(_ bytes: Span<UInt8>, from start: Int, upTo last: Int) -> Int {
        makeRoom((last - start) / 2 + 1)
        var next = start
        var filled = count
        var values = storage.mutableSpan
        scan: while next <= last {
            switch bytes[next] {
            case PickleOpcode.binInt1.rawValue:
                values[filled] = Int32(bytes[next + 1])
                next += 2
            case PickleOpcode.binInt2.rawValue:
                values[filled] = Int32(bytes[next + 1]) | Int32(bytes[next + 2]) << 8
                next += 3
            case PickleOpcode.binInt.rawValue:
                let low = UInt32(bytes[next + 1]) | UInt32(bytes[next + 2]) << 8
                let high = UInt32(bytes[next + 3]) | UInt32(bytes[next + 4]) << 8
                values[filled] = Int32(bitPattern: low | high << 16)
                next += 5
            default: break scan
            }
            filled += 1
        }
        count = filled
        return next
    }

    private mutating func makeRoom(_ added: Int) {
        guard storage.count - count < added else { return }
        let wanted = max(count + added, storage.count + storage.count / 2)
        storage.append(contentsOf: repeatElement(0, count: wanted - storage.count))
    }
}
