import Dispatch
import Outputs
import Synchronization

/// Ranks and labels as a data set's file has them: without offset, in the file's order.
struct RankedSequences: Sendable {
    var ranks: IntegerLists
    var labels: [Int]
}

/// The arguments of `keras.datasets.imdb.load_data`, applied in the order in which Keras applies them.
/// Source: keras/src/datasets/imdb.py (Keras 3).
package struct SequenceRules: Sendable {
    /// Ranks from this one on become ``oovChar``. `nil` or 0 takes the largest rank there is, so that, as in Keras, the
    /// word with the largest rank is replaced.
    package var numWords: Int?
    /// Ranks below this one become ``oovChar``.
    package var skipTop: Int
    /// Sequences of this length or longer are left out, the start character included in the length. `nil` or 0: none.
    package var maxLength: Int?
    package var seed: Int
    /// Put in front of every sequence.
    package var startChar: Int?
    /// `nil` leaves words out instead of replacing them.
    package var oovChar: Int?
    /// Added to every rank.
    package var indexFrom: Int

    package init(
        numWords: Int? = nil, skipTop: Int = 0, maxLength: Int? = nil, seed: Int = 113, startChar: Int? = 1,
        oovChar: Int? = 2, indexFrom: Int = 3
    ) {
        self.numWords = numWords
        self.skipTop = skipTop
        self.maxLength = maxLength
        self.seed = seed
        self.startChar = startChar
        self.oovChar = oovChar
        self.indexFrom = indexFrom
    }

    /// Checks what can be checked before a file is read.
    func validate() throws {
        try check("numWords", numWords, 0...Int.max)
        try check("skipTop", skipTop, 0...Int.max)
        try check("maxLength", maxLength, 0...Int.max)
        try check("seed", seed, 0...Int(UInt32.max))
        try check("indexFrom", indexFrom, 0...Int(Int32.max))
    }

    private func check(_ name: String, _ value: Int?, _ allowed: ClosedRange<Int>) throws {
        if let value, !allowed.contains(value) {
            throw DatasetError.invalidArgument(name: name, value: value, allowed: allowed)
        }
    }

    /// Shuffles and filters both parts. The shuffles draw from one generator, training data first.
    func apply(
        train: RankedSequences, test: RankedSequences
    ) throws -> (train: LabeledSequences, test: LabeledSequences) {
        try validate()
        var random = LegacyRandomState(seed: UInt32(clamping: seed))
        let parts = [train, test]
        var orders = parts.map { random.shuffledIndices(count: $0.ranks.count) }
        if let maxLength, maxLength > 0 {
            for (part, data) in parts.enumerated() {
                let added = startChar == nil ? 0 : 1
                orders[part].removeAll { data.ranks.ranges[$0].count + added >= maxLength }
                guard !orders[part].isEmpty else { throw DatasetError.noSequenceLeft(maxLength: maxLength) }
            }
        }
        let limit: Int
        if let numWords, numWords > 0 {
            limit = numWords
        } else {
            limit = zip(parts, orders).map { largest(in: $0, order: $1) }.max() ?? 0
        }
        let chosen = orders
        let results = try Parallel.map(count: parts.count) { part in
            try sequences(of: parts[part], order: chosen[part], limit: limit)
        }
        return (results[0], results[1])
    }

    /// Shuffles and filters one set and cuts it, as `keras.datasets.reuters.load_data` does: the last `testSplit` of the
    /// entries are for testing.
    func apply(
        whole data: RankedSequences, testSplit: Double
    ) throws -> (train: LabeledSequences, test: LabeledSequences) {
        try validate()
        var random = LegacyRandomState(seed: UInt32(clamping: seed))
        var order = random.shuffledIndices(count: data.ranks.count)
        if let maxLength, maxLength > 0 {
            let added = startChar == nil ? 0 : 1
            order.removeAll { data.ranks.ranges[$0].count + added >= maxLength }
            guard !order.isEmpty else { throw DatasetError.noSequenceLeft(maxLength: maxLength) }
        }
        let limit: Int
        if let numWords, numWords > 0 { limit = numWords } else { limit = largest(in: data, order: order) }
        let all = try sequences(of: data, order: order, limit: limit)
        let cut = Int(Double(all.count) * (1 - testSplit))
        return (
            LabeledSequences(sequences: Array(all.sequences[..<cut]), labels: Array(all.labels[..<cut])),
            LabeledSequences(sequences: Array(all.sequences[cut...]), labels: Array(all.labels[cut...]))
        )
    }

    private func largest(in data: RankedSequences, order: [Int]) -> Int {
        var largest = startChar ?? Int.min
        for index in order {
            for rank in data.ranks.values[data.ranks.ranges[index]] { largest = max(largest, Int(rank) + indexFrom) }
        }
        return largest
    }

    private func sequences(of data: RankedSequences, order: [Int], limit: Int) throws -> LabeledSequences {
        let kept = skipTop..<max(skipTop, limit)
        var sequences: [[Int]] = []
        sequences.reserveCapacity(order.count)
        let values = data.ranks.values.span
        for (done, index) in order.enumerated() {
            if done % 4_096 == 0 { try Interruption.check() }
            let range = data.ranks.ranges[index]
            let words = [Int](capacity: range.count + 1) { words in
                if let startChar {
                    if kept.contains(startChar) {
                        words.append(startChar)
                    } else if let oovChar {
                        words.append(oovChar)
                    }
                }
                for position in range {
                    let word = Int(values[position]) + indexFrom
                    if kept.contains(word) { words.append(word) } else if let oovChar { words.append(oovChar) }
                }
            }
            sequences.append(words)
        }
        return LabeledSequences(sequences: sequences, labels: order.map { data.labels[$0] })
    }
}
