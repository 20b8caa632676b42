import Foundation
import Outputs

/// Reuters newswires (Lewis, 1987, Reuters-21578): 11,228 short texts in 46 topics, as ranks of words by frequency.
///
/// The files `reuters.npz` and `reuters_word_index.json` are those of `keras.datasets.reuters`; they are looked for where
/// ``IMDB`` looks. Where `reuters.npz` is missing, generated texts of the same shape stand in, and a note says so.
public enum Reuters {
    static let newsFile = "reuters.npz"
    static let wordIndexFile = "reuters_word_index.json"

    /// The texts in Keras's order, as `keras.datasets.reuters.load_data` gives them: one shuffle, then the last `testSplit`
    /// for testing.
    ///
    /// - Parameters:
    ///   - numWords: Words of this rank (with the offset) and rarer ones become `oovChar`.
    ///   - skipTop: Words of a smaller rank become `oovChar`.
    ///   - maxLength: Texts of this length or longer are left out; the start character counts.
    ///   - testSplit: The share for testing, between 0 and 1.
    ///   - seed: The seed of the shuffle, 0 to 2^32 − 1.
    /// - Throws: A ``LessonError`` when an argument is out of its range and when a file is not what Keras writes.
    public static func load(
        numWords: Int? = nil, skipTop: Int = 0, maxLength: Int? = nil, testSplit: Double = 0.2, seed: Int = 113,
        startChar: Int = 1, oovChar: Int = 2, indexFrom: Int = 3
    ) throws -> (train: LabeledSequences, test: LabeledSequences) {
        try load(
            SequenceRules(
                numWords: numWords, skipTop: skipTop, maxLength: maxLength, seed: seed, startChar: startChar,
                oovChar: oovChar, indexFrom: indexFrom), testSplit: testSplit)
    }

    /// The rank of each word, from 1 for the most frequent one. Add `indexFrom` (3) to find a word in the texts.
    ///
    /// - Throws: A ``LessonError`` when the file cannot be read, or is missing beside a real `reuters.npz`.
    public static func wordIndex() throws -> [String: Int] { try wordIndex(in: nil) }

    /// The topics' names by label, 0 to 45.
    public static let labelNames = [
        "cocoa", "grain", "veg-oil", "earn", "acq", "wheat", "copper", "housing", "money-supply", "coffee", "sugar",
        "trade", "reserves", "ship", "cotton", "carcass", "crude", "nat-gas", "cpi", "money-fx", "interest", "gnp",
        "meal-feed", "alum", "oilseed", "gold", "tin", "strategic-metal", "livestock", "retail", "ipi", "iron-steel",
        "rubber", "heat", "jobs", "lei", "bop", "zinc", "orange", "pet-chem", "dlr", "gas", "silver", "wpi", "hog",
        "lead",
    ]

    package static func load(
        _ rules: SequenceRules, testSplit: Double, in directories: [String]? = nil
    ) throws -> (train: LabeledSequences, test: LabeledSequences) {
        try rules.validate()
        guard testSplit > 0, testSplit < 1 else {
            throw DatasetError.shareOutOfRange(name: "testSplit", value: testSplit)
        }
        guard let location = DataDirectories.locate(newsFile, in: directories) else {
            SampleNotice.emit(for: .reuters)
            Outputs.used(DatasetUse(name: "reuters", sha256: SampleNews.identity, isSample: true))
            return try rules.apply(whole: try SampleNews.generate(), testSplit: testSplit)
        }
        let file = try DatasetFile(location)
        let archive = try NPZFile(file)
        let (ranks, labels) = (try archive.integerLists("x"), try archive.integers("y"))
        guard ranks.count == labels.count else {
            throw DatasetError.labelCountMismatch(
                path: file.path, sequences: "x", sequenceCount: ranks.count, labels: "y", labelCount: labels.count)
        }
        Outputs.used(DatasetUse(name: "reuters", sha256: file.sha256, isSample: false))
        return try rules.apply(whole: RankedSequences(ranks: ranks, labels: labels), testSplit: testSplit)
    }

    package static func wordIndex(in directories: [String]?) throws -> [String: Int] {
        guard let news = DataDirectories.locate(newsFile, in: directories) else {
            SampleNotice.emit(for: .reutersWordIndex)
            Outputs.used(DatasetUse(name: "reuters_word_index", sha256: SampleNews.identity, isSample: true))
            return SampleNews.wordIndex()
        }
        guard let location = DataDirectories.locate(wordIndexFile, in: directories) else {
            throw DatasetError.missingCompanion(path: news.path, companion: wordIndexFile)
        }
        let file = try DatasetFile(location)
        var reader = WordIndexReader(file)
        let index = try reader.read()
        Outputs.used(DatasetUse(name: "reuters_word_index", sha256: file.sha256, isSample: false))
        return index
    }
}
