/// A half-open range of UTF-8 offsets into one ``SourceText``.
package struct SourceRange: Hashable, Sendable, Codable {
    package var lower: Int
    package var upper: Int

    package init(_ lower: Int, _ upper: Int) {
        precondition(0 <= lower && lower <= upper, "a source range runs forwards")
        self.lower = lower
        self.upper = upper
    }

    package init(at offset: Int) { self.init(offset, offset) }

    package var count: Int { upper - lower }
    package var isEmpty: Bool { lower == upper }

    /// The same range seen from a text in which this one's text begins at `offset`.
    package func shifted(by offset: Int) -> SourceRange { SourceRange(lower + offset, upper + offset) }

    package func union(_ other: SourceRange) -> SourceRange {
        SourceRange(min(lower, other.lower), max(upper, other.upper))
    }

    package func contains(_ other: SourceRange) -> Bool { lower <= other.lower && other.upper <= upper }
}

/// A place in a file as people and tools count it; all three are 1-based.
package struct SourcePosition: Hashable, Sendable, Codable {
    package var line: Int
    /// Counted in characters (grapheme clusters), for people.
    package var column: Int
    /// Counted in UTF-8 bytes, for tools.
    package var utf8Column: Int

    package init(line: Int, column: Int, utf8Column: Int) {
        self.line = line
        self.column = column
        self.utf8Column = utf8Column
    }
}
