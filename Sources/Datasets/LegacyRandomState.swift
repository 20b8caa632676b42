/// NumPy's legacy `RandomState` as far as data sets need it: the Mersenne Twister MT19937 (Matsumoto and Nishimura,
/// 1998) seeded by an integer, and `shuffle`. Keras shuffles its data sets with it, so entry 0 depends on every bit.
package struct LegacyRandomState: Sendable {
    private static let size = 624
    private static let shift = 397

    private var key: [UInt32]
    private var position = Self.size

    /// `numpy.random.RandomState(seed)` for an integer seed: Knuth's initialisation, not `init_by_array`.
    package init(seed: UInt32) {
        key = []
        key.reserveCapacity(Self.size)
        var value = seed
        for index in 0..<Self.size {
            key.append(value)
            value = 1_812_433_253 &* (value ^ (value >> 30)) &+ UInt32(index) &+ 1
        }
    }

    /// The next 32 bits of the generator.
    package mutating func next() -> UInt32 {
        if position == Self.size { twist() }
        var value = key[position]
        position += 1
        value ^= value >> 11
        value ^= (value << 7) & 0x9D2C_5680
        value ^= (value << 15) & 0xEFC6_0000
        return value ^ (value >> 18)
    }

    /// Uniform in 0...limit by masked rejection: NumPy's `random_interval` for limits below 2^32.
    package mutating func interval(upTo limit: UInt32) -> UInt32 {
        guard limit > 0 else { return 0 }
        let mask = UInt32.max >> UInt32(limit.leadingZeroBitCount)
        while true {
            let value = next() & mask
            if value <= limit { return value }
        }
    }

    /// `indices = numpy.arange(count); self.shuffle(indices)`: Fisher and Yates, from the end.
    package mutating func shuffledIndices(count: Int) -> [Int] {
        var indices = Array(0..<count)
        guard count > 1 else { return indices }
        for index in stride(from: count - 1, to: 0, by: -1) {
            indices.swapAt(index, Int(interval(upTo: UInt32(index))))
        }
        return indices
    }

    private mutating func twist() {
        for index in 0..<Self.size {
            let next = key[(index + 1) % Self.size]
            let mixed = (key[index] & 0x8000_0000) | (next & 0x7FFF_FFFF)
            let far = key[(index + Self.shift) % Self.size]
            key[index] = far ^ (mixed >> 1) ^ (mixed & 1 == 0 ? 0 : 0x9908_B0DF)
        }
        position = 0
    }
}
