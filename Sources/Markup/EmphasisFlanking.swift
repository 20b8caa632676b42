/// Whether a run of `*` may open or close emphasis, by CommonMark's rule and by the one amended for text in Chinese,
/// Japanese and Korean, which has no spaces between words (commonmark-spec #650; the markdown-cjk-friendly
/// specification).
struct EmphasisFlanking {
    /// Only the amended rule lets the run open emphasis.
    var opensAsAmended: Bool
    /// Only the amended rule lets the run close emphasis.
    var closesAsAmended: Bool
    /// By the amended rule.
    let opens: Bool
    let closes: Bool

    /// The run `run`, between line breaks or the ends of `bytes[start...]`.
    init(of run: Range<Int>, in bytes: [UInt8], from start: Int) {
        let next = Neighbour(bytes.scalar(at: run.upperBound)?.scalar)
        let written = bytes.scalar(before: run.lowerBound, notBefore: start)
        let previous = Neighbour(written?.scalar)
        // A variation selector is looked through: what counts is the character it selects a form of.
        var base = previous
        if let written, CharacterClass.isVariationSelector(written.scalar) {
            base = Neighbour(bytes.scalar(before: run.lowerBound - written.count, notBefore: start)?.scalar)
            if CharacterClass.isIdeographicVariationSelector(written.scalar) { base.isCJK = true }
        }
        let opens = !next.isSpace && (!next.isPunctuation || previous.isSpace || previous.isPunctuation)
        let closes = !previous.isSpace && (!previous.isPunctuation || next.isSpace || next.isPunctuation)
        let opensAmended =
            !next.isSpace && (!next.isForeignPunctuation || base.isSpace || base.isForeignPunctuation || base.isCJK)
        let closesAmended =
            !base.isSpace && (!base.isForeignPunctuation || next.isSpace || next.isForeignPunctuation || next.isCJK)
        opensAsAmended = opensAmended && !opens
        closesAsAmended = closesAmended && !closes
        self.opens = opensAmended
        self.closes = closesAmended
    }

    private struct Neighbour {
        var isSpace: Bool
        var isPunctuation: Bool
        var isCJK: Bool
        /// Punctuation that is not CJK.
        var isForeignPunctuation: Bool { isPunctuation && !isCJK }

        /// The ends of the text count as white space.
        init(_ scalar: Unicode.Scalar?) {
            isSpace = scalar.map(CharacterClass.isSpace) ?? true
            isPunctuation = scalar.map(CharacterClass.isPunctuation) ?? false
            isCJK = scalar.map(CharacterClass.isCJK) ?? false
        }
    }
}
