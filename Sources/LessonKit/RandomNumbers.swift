import Outputs

// Chance in compiled lessons. These declarations have the standard library's own signatures and stand in front of them in
// a file that imports LessonKit: what is drawn without a generator comes from the notebook's seeded stream, so that a
// lesson gives the same numbers compiled as in the notebook. With `using:` the standard library's own are meant.

extension FixedWidthInteger {
    /// A random value of the range, from the notebook's stream.
    public static func random(in range: Range<Self>) -> Self {
        var generator = RandomStream.Generator()
        return random(in: range, using: &generator)
    }

    /// A random value of the range, from the notebook's stream.
    public static func random(in range: ClosedRange<Self>) -> Self {
        var generator = RandomStream.Generator()
        return random(in: range, using: &generator)
    }
}

extension BinaryFloatingPoint where RawSignificand: FixedWidthInteger {
    /// A random value of the range, from the notebook's stream.
    public static func random(in range: Range<Self>) -> Self {
        var generator = RandomStream.Generator()
        return random(in: range, using: &generator)
    }

    /// A random value of the range, from the notebook's stream.
    public static func random(in range: ClosedRange<Self>) -> Self {
        var generator = RandomStream.Generator()
        return random(in: range, using: &generator)
    }
}

extension Bool {
    /// Heads or tails, from the notebook's stream.
    public static func random() -> Bool {
        var generator = RandomStream.Generator()
        return random(using: &generator)
    }
}

extension Sequence {
    /// The elements in random order, from the notebook's stream.
    public func shuffled() -> [Element] {
        var generator = RandomStream.Generator()
        return shuffled(using: &generator)
    }
}

extension MutableCollection where Self: RandomAccessCollection {
    /// Puts the elements in random order, from the notebook's stream.
    public mutating func shuffle() {
        var generator = RandomStream.Generator()
        shuffle(using: &generator)
    }
}

extension Collection {
    /// One of the elements, from the notebook's stream; `nil` of an empty collection.
    public func randomElement() -> Element? {
        var generator = RandomStream.Generator()
        return randomElement(using: &generator)
    }
}
