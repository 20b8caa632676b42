import Foundation
package import Keeping
import Outputs
public import Tensors

/// Turns texts into lists of numbers: word 1 is the most frequent one, and 0 stays free for padding.
///
/// Texts are lower-cased, filter characters become spaces, and what stands between spaces is a word. Words are told apart
/// by their code points, so that a composed and a decomposed letter differ. Of equally frequent words the one that was
/// seen first comes first. `numWords` limits what comes out, not what is counted: numbers below it are kept.
/// Source: `keras.preprocessing.text.Tokenizer`.
public final class Tokenizer {
    private let numWords: Int?
    private let filters: Set<Unicode.Scalar>
    private let lower: Bool
    private let charLevel: Bool
    private let oovToken: String?
    private var counts: [Word: Int] = [:]
    /// How many texts hold a word.
    private var documentCounts: [Word: Int] = [:]
    /// In the order in which they were first seen.
    private var order: [Word] = []
    private var index: [Word: Int] = [:]
    private var ranked: [Word] = []
    /// How many texts were counted.
    public private(set) var documentCount = 0

    /// A word by its code points: Swift's own strings are equal where only the composition differs.
    private struct Word: Hashable {
        let text: String
        init(_ text: String) { self.text = text }
        static func == (a: Word, b: Word) -> Bool { a.text.utf8.elementsEqual(b.text.utf8) }
        func hash(into hasher: inout Hasher) { for byte in text.utf8 { hasher.combine(byte) } }
    }

    /// With `charLevel` every character is a word, those of `filters` too. With `oovToken` that word gets number 1 and stands for all that are not known or not kept.
    public init(
        numWords: Int? = nil, filters: String = "!\"#$%&()*+,-./:;<=>?@[\\]^_`{|}~\t\n", lower: Bool = true,
        charLevel: Bool = false, oovToken: String? = nil
    ) {
        self.numWords = numWords
        self.filters = Set(filters.unicodeScalars)
        self.lower = lower
        self.charLevel = charLevel
        self.oovToken = oovToken
    }

    /// Counts the words of texts and numbers all words counted so far anew.
    public func fitOnTexts(_ texts: [String]) {
        Failure.guarded(()) {
            for (number, text) in texts.enumerated() {
                if number % 1_024 == 0 { try Interruption.check() }
                documentCount += 1
                let words = words(text)
                for word in words where counts.updateValue((counts[word] ?? 0) + 1, forKey: word) == nil {
                    order.append(word)
                }
                for word in Set(words) { documentCounts[word, default: 0] += 1 }
            }
            rank()
        }
    }

    /// Numbers all words counted so far.
    private func rank() {
        let sorted = order.enumerated().sorted {
            (counts[$1.element] ?? 0, $0.offset) < (counts[$0.element] ?? 0, $1.offset)
        }.map(\.element)
        ranked = (oovToken.map { [Word($0)] } ?? []) + sorted
        index = Dictionary(ranked.enumerated().map { ($1, $0 + 1) }) { _, last in last }
        // Kept: a loop over words asks for them at every turn.
        wordIndex = Dictionary(index.map { ($0.key.text, $0.value) }) { min($0, $1) }
        wordCounts = Dictionary(counts.map { ($0.key.text, $0.value) }) { $0 + $1 }
        rankedWords = ranked.map(\.text)
    }

    /// The number of every word, from 1.
    public private(set) var wordIndex: [String: Int] = [:]

    /// How often every word occurred.
    public private(set) var wordCounts: [String: Int] = [:]

    /// How many different words there are.
    public var wordCount: Int { index.count }

    /// The words by number: `words[0]` has number 1.
    public private(set) var rankedWords: [String] = []

    /// The numbers of each text's words. Words that are unknown or not kept are left out, or become the `oovToken`.
    ///
    /// Errors: the tokenizer has not seen any text.
    public func textsToSequences(_ texts: [String]) -> [[Int]] {
        Failure.guarded([]) {
            guard documentCount > 0 else { throw DatasetError.tokenizerNotFitted }
            let oov = oovToken.flatMap { index[Word($0)] }
            return try texts.enumerated().map { number, text in
                if number % 1_024 == 0 { try Interruption.check() }
                return words(text).compactMap { word in
                    guard let place = index[word] else { return oov }
                    if let numWords, place >= numWords { return oov }
                    return place
                }
            }
        }
    }

    /// The words of each list of numbers, with spaces between.
    public func sequencesToTexts(_ sequences: [[Int]]) -> [String] {
        sequences.map { sequence in
            sequence.compactMap { number in
                guard number > 0, number <= ranked.count else { return oovToken }
                if let numWords, number >= numWords { return oovToken }
                return ranked[number - 1].text
            }.joined(separator: " ")
        }
    }

    /// A row for each text with a column for each number below `numWords` (or all): float64 `[texts, numbers]`.
    ///
    /// Errors: the tokenizer has not seen any text.
    public func textsToMatrix(_ texts: [String], mode: TextMatrixMode = .binary) -> Tensor {
        let width = numWords ?? index.count + 1
        var result = Tensor.zeros([texts.count, width])
        for (row, sequence) in textsToSequences(texts).enumerated() where !sequence.isEmpty {
            var tally: [Int: Int] = [:]
            for number in sequence where number < width { tally[number, default: 0] += 1 }
            for (number, count) in tally {
                let value =
                    switch mode {
                    case .binary: 1.0
                    case .count: Double(count)
                    case .freq: Double(count) / Double(sequence.count)
                    case .tfidf:
                        (1 + log(Double(count)))
                            * log(1 + Double(documentCount) / Double(1 + documents(holding: number)))
                    }
                result[row, number] = Tensor(value)
            }
        }
        return result
    }

    /// How many of the counted texts hold the word of a number; of the `oovToken` that is not known.
    private func documents(holding number: Int) -> Int { documentCounts[ranked[number - 1]] ?? 0 }

    private func words(_ text: String) -> [Word] {
        let text = lower ? text.lowercased() : text
        if charLevel {
            return text.unicodeScalars.map { Word(String($0)) }
        }
        return text.unicodeScalars.split { $0 == " " || filters.contains($0) }.map { Word(String($0)) }
    }
}

/// How texts are turned into rows of ``Tokenizer/textsToMatrix(_:mode:)``.
public enum TextMatrixMode: String, Equatable, Sendable {
    /// 1 where a word occurs.
    case binary
    /// How often it occurs.
    case count
    /// The share of the text's words.
    case freq
    /// 1 + ln(count), times ln(1 + texts / (1 + texts with the word)), so that words of all texts count little.
    case tfidf
}

/// Words are counted again in the order in which they were first seen, so that its dictionaries come out as they were.
extension Tokenizer: Keepable {
    package static var isPlainValue: Bool { false }

    package func keep(in writer: KeptWriter) throws {
        try writer.object(self) { _ in
            try writer.optional(numWords, writer.int)
            try writer.list(filters.map(\.value).sorted()) { try writer.int(Int($0)) }
            try writer.bool(lower)
            try writer.bool(charLevel)
            try writer.optional(oovToken, writer.string)
            try writer.list(order) {
                try writer.string($0.text)
                try writer.int(counts[$0] ?? 0)
                try writer.int(documentCounts[$0] ?? 0)
            }
            try writer.int(documentCount)
            try writer.bool(!ranked.isEmpty)
        }
    }

    package static func restored(from reader: KeptReader) throws -> Tokenizer {
        try reader.object {
            let numWords = try reader.optional(reader.int)
            var filters = String.UnicodeScalarView()
            for value in try reader.list(reader.int) {
                guard let scalar = UInt32(exactly: value).flatMap(Unicode.Scalar.init) else {
                    throw KeepingError.damaged
                }
                filters.append(scalar)
            }
            let tokenizer = Tokenizer(
                numWords: numWords, filters: String(filters), lower: try reader.bool(), charLevel: try reader.bool(),
                oovToken: try reader.optional(reader.string))
            for (text, count, documents) in try reader.list({
                (try reader.string(), try reader.int(), try reader.int())
            }) {
                tokenizer.counts[Word(text)] = count
                tokenizer.documentCounts[Word(text)] = documents
                tokenizer.order.append(Word(text))
            }
            tokenizer.documentCount = try reader.int()
            if try reader.bool() { tokenizer.rank() }
            return tokenizer
        }
    }
}
