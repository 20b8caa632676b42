import Synchronization

/// The notebook's one stream of random numbers: xoshiro256** (Blackman and Vigna, 2018), seeded by SplitMix64.
/// Everything that draws (initial weights, shuffling, `random`) draws from here, so that a seed fixes a whole lesson.
public enum RandomStream {
    private static let generator = Mutex((Xoshiro256(seed: 0), drawn: 0))

    /// Starts the stream anew.
    public static func reseed(_ seed: UInt64) { generator.withLock { $0 = (Xoshiro256(seed: seed), 0) } }

    /// Where the stream stands: what it will give from here on, and how many numbers were drawn.
    package struct Position: Hashable, Sendable {
        /// The words of the generator's state.
        package let state: [UInt64]
        package let drawn: Int

        package init(state: [UInt64], drawn: Int) {
            self.state = state
            self.drawn = drawn
        }
    }

    /// Setting it goes back, or on, to a position that the stream had; the state has four words.
    package static var position: Position {
        get { generator.withLock { Position(state: $0.0.words, drawn: $0.drawn) } }
        set { generator.withLock { $0 = (Xoshiro256(words: newValue.state), newValue.drawn) } }
    }

    public static func next() -> UInt64 {
        generator.withLock {
            $0.drawn &+= 1
            return $0.0.next()
        }
    }

    /// How many numbers were drawn since the stream began.
    public static var drawn: Int { generator.withLock { $0.drawn } }

    /// The stream as a generator, for the standard library's own functions with `using:`.
    public struct Generator: RandomNumberGenerator {
        public init() {}
        public mutating func next() -> UInt64 { RandomStream.next() }
    }

    /// Uniform in a range, drawn as `Int.random(in:using:)` draws.
    public static func integer(in range: ClosedRange<Int>) -> Int {
        var generator = Generator()
        return Int.random(in: range, using: &generator)
    }

    /// Uniform in `0...bound`.
    public static func integer(upTo bound: UInt64) -> UInt64 {
        var generator = Generator()
        return UInt64.random(in: 0...bound, using: &generator)
    }

    /// Uniform in [0, 1), drawn as `Double.random(in: 0..<1, using:)` draws.
    public static func unit() -> Double {
        var generator = Generator()
        return Double.random(in: 0..<1, using: &generator)
    }

    /// An independent generator for one task, seeded by one draw from the stream.
    public static func split() -> Xoshiro256 { Xoshiro256(seed: next()) }
}

/// xoshiro256**: 256 bits of state, period 2^256 − 1.
public struct Xoshiro256: RandomNumberGenerator, Sendable {
    private var s0, s1, s2, s3: UInt64

    public init(seed: UInt64) {
        var state = seed
        func splitMix() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
        s0 = splitMix()
        s1 = splitMix()
        s2 = splitMix()
        s3 = splitMix()
    }

    init(words: [UInt64]) { (s0, s1, s2, s3) = (words[0], words[1], words[2], words[3]) }

    var words: [UInt64] { [s0, s1, s2, s3] }

    public mutating func next() -> UInt64 {
        func rotate(_ x: UInt64, _ k: UInt64) -> UInt64 { (x << k) | (x >> (64 - k)) }
        let result = rotate(s1 &* 5, 7) &* 9
        let t = s1 << 17
        s2 ^= s0
        s3 ^= s1
        s1 ^= s2
        s0 ^= s3
        s2 ^= t
        s3 = rotate(s3, 45)
        return result
    }

    /// Uniform in [0, 1), 53 bits.
    public mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }
}
