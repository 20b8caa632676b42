import Outputs

/// Random numbers from the notebook's one seeded stream, drawn as the standard library draws from a generator: a compiled
/// lesson gets the same.
extension Intrinsic {
    static let randoms: [Intrinsic] = [
        // __randomInt(_ lower: Int, _ upper: Int) -> Int, both included
        Intrinsic("random.int") { frame in
            let (lower, upper) = (frame.readWord(), frame.readWord())
            if lower > upper { throw Trap(.invalidRange, "\(lower), \(upper)") }
            let value = RandomStream.integer(in: lower...upper)
            frame.beginResults()
            frame.writeWord(value)
        },
        // __random(_ lower: Self, _ upper: Self) -> Self, both included
        Intrinsic("random.integer") { frame in
            let type = frame.types[0]
            let (lower, upper) = (frame.readWord(), frame.readWord())
            let value: Int =
                switch type {
                case .integer(.int8): try drawn(Int8.self, lower, upper)
                case .integer(.int16): try drawn(Int16.self, lower, upper)
                case .integer(.int32): try drawn(Int32.self, lower, upper)
                case .integer(.uint8): try drawn(UInt8.self, lower, upper)
                case .integer(.uint16): try drawn(UInt16.self, lower, upper)
                case .integer(.uint32): try drawn(UInt32.self, lower, upper)
                case .integer(.uint64), .integer(.uint): try drawn(UInt.self, lower, upper)
                default: try drawn(Int.self, lower, upper)
                }
            frame.beginResults()
            frame.writeWord(value)
        },
        Intrinsic("random.word") { frame in
            frame.beginResults()
            frame.writeWord(Int(bitPattern: UInt(RandomStream.next())))
        },
        // __random(_ lower: Double, _ upper: Double, _ isClosed: Bool) -> Double
        Intrinsic("random.double") { frame in
            let (lower, upper) = (frame.read(Double.self), frame.read(Double.self))
            let value = try drawn(lower, upper, isClosed: frame.readWord() != 0)
            frame.beginResults()
            frame.write(value)
        },
        Intrinsic("random.float") { frame in
            let (lower, upper) = (float(frame.readWord()), float(frame.readWord()))
            let value = try drawn(lower, upper, isClosed: frame.readWord() != 0)
            frame.beginResults()
            frame.writeWord(Bytecode.word(value))
        },
    ]

    private static func drawn<T: FixedWidthInteger>(_ type: T.Type, _ lower: Int, _ upper: Int) throws -> Int {
        let (lower, upper) = (T(truncatingIfNeeded: lower), T(truncatingIfNeeded: upper))
        guard lower <= upper else { throw Trap(.invalidRange, "\(lower), \(upper)") }
        var generator = RandomStream.Generator()
        return Int(truncatingIfNeeded: T.random(in: lower...upper, using: &generator))
    }

    private static func drawn<T: BinaryFloatingPoint>(_ lower: T, _ upper: T, isClosed: Bool) throws -> T
    where T.RawSignificand: FixedWidthInteger {
        guard isClosed ? lower <= upper : lower < upper, (upper - lower).isFinite else {
            throw Trap(.invalidRange, "\(lower), \(upper)")
        }
        var generator = RandomStream.Generator()
        return isClosed
            ? T.random(in: lower...upper, using: &generator) : T.random(in: lower..<upper, using: &generator)
    }
}
