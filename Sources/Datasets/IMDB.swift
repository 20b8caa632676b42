import Foundation
import Outputs

/// The IMDB reviews (Maas et al., "Learning Word Vectors for Sentiment Analysis", ACL 2011): 25,000 for training and
/// 25,000 for testing, half of them positive, as ranks of words by frequency.
///
/// The files `imdb.npz` and `imdb_word_index.json` are those of `keras.datasets.imdb`. They are looked for in the
/// directories named by `--data`, in the one that `HANJI_DATA` names, and in `~/.keras/datasets`. Where `imdb.npz` is
/// in none of them, generated reviews of the same shape stand in, and a note in the output says so.
public enum IMDB {
    static let reviewsFile = "imdb.npz"
    static let wordIndexFile = "imdb_word_index.json"

    /// The reviews in Keras's order, as `keras.datasets.imdb.load_data` gives them.
    ///
    /// - Parameters:
    ///   - numWords: Words of this rank (with the offset) and rarer ones become `oovChar`. By default the largest rank
    ///     that occurs, which itself is replaced, as in Keras.
    ///   - skipTop: Words of a smaller rank become `oovChar`.
    ///   - maxLength: Reviews of this length or longer are left out; the start character counts.
    ///   - seed: The seed of the shuffle, 0 to 2^32 − 1.
    ///   - startChar: Stands in front of every review.
    ///   - oovChar: Stands for every word left out.
    ///   - indexFrom: Added to every rank, so that small numbers are free for markers.
    /// - Throws: A ``LessonError`` when an argument is out of its range, when no review is as short as `maxLength`
    ///   demands, and when a file cannot be read or is not what Keras writes.
    public static func load(
        numWords: Int? = nil, skipTop: Int = 0, maxLength: Int? = nil, seed: Int = 113, startChar: Int = 1,
        oovChar: Int = 2, indexFrom: Int = 3
    ) throws -> (train: LabeledSequences, test: LabeledSequences) {
        try load(
            SequenceRules(
                numWords: numWords, skipTop: skipTop, maxLength: maxLength, seed: seed, startChar: startChar,
                oovChar: oovChar, indexFrom: indexFrom))
    }

    /// The rank of each word, from 1 for the most frequent one. Add `indexFrom` (3) to find a word in the reviews.
    ///
    /// - Throws: A ``LessonError`` when the file cannot be read, or is missing beside a real `imdb.npz`.
    public static func wordIndex() throws -> [String: Int] { try wordIndex(in: nil) }

    /// `load` with all of Keras's options, from `directories` instead of the process's.
    package static func load(
        _ rules: SequenceRules, in directories: [String]? = nil
    ) throws -> (train: LabeledSequences, test: LabeledSequences) {
        try rules.validate()
        guard let location = DataDirectories.locate(reviewsFile, in: directories) else {
            SampleNotice.emit(for: .imdbReviews)
            Outputs.used(DatasetUse(name: "imdb", sha256: SampleCorpus.identity, isSample: true))
            let corpus = try SampleCorpus.generate()
            return try rules.apply(train: corpus.train, test: corpus.test)
        }
        let file = try DatasetFile(location)
        let (parts, digest) = try read(file)
        Outputs.used(DatasetUse(name: "imdb", sha256: digest, isSample: false))
        return try rules.apply(train: parts[0], test: parts[1])
    }

    package static func wordIndex(in directories: [String]?) throws -> [String: Int] {
        guard let reviews = DataDirectories.locate(reviewsFile, in: directories) else {
            SampleNotice.emit(for: .imdbWordIndex)
            Outputs.used(DatasetUse(name: "imdb_word_index", sha256: SampleCorpus.identity, isSample: true))
            return try SampleCorpus.wordIndex()
        }
        guard let location = DataDirectories.locate(wordIndexFile, in: directories) else {
            throw DatasetError.missingCompanion(path: reviews.path, companion: wordIndexFile)
        }
        let file = try DatasetFile(location)
        var reader = WordIndexReader(file)
        let index = try reader.read()
        Outputs.used(DatasetUse(name: "imdb_word_index", sha256: file.sha256, isSample: false))
        return index
    }

    /// Training and test data, decoded side by side while the digest is computed.
    private static func read(_ file: DatasetFile) throws -> (parts: [RankedSequences], digest: String) {
        enum Piece: Sendable {
            case part(RankedSequences)
            case digest(String)
        }
        let archive = try NPZFile(file)
        let pieces = try Parallel.map(count: 3) { index -> Piece in
            switch index {
            case 0: .part(try part(archive, of: file, "train"))
            case 1: .part(try part(archive, of: file, "test"))
            default: .digest(file.sha256)
            }
        }
        var parts: [RankedSequences] = []
        var digest = ""
        for piece in pieces {
            switch piece {
            case .part(let part): parts.append(part)
            case .digest(let text): digest = text
            }
        }
        return (parts, digest)
    }

    private static func part(_ archive: NPZFile, of file: DatasetFile, _ split: String) throws -> RankedSequences {
        let ranks = try archive.integerLists("x_" + split)
        let labels = try archive.integers("y_" + split)
        guard ranks.count == labels.count else {
            throw DatasetError.labelCountMismatch(
                path: file.path, sequences: "x_" + split, sequenceCount: ranks.count, labels: "y_" + split,
                labelCount: labels.count)
        }
        return RankedSequences(ranks: ranks, labels: labels)
    }
}
