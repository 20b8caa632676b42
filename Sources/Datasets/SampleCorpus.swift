import Digest
import Outputs
import Synchronization

/// Generated reviews that stand in for IMDB where the real file is absent: 25,000 + 25,000, half of them positive, as
/// ranks of words by how often they occur. They come from a seed of their own, so they are the same everywhere and
/// leave the notebook's random numbers alone. No sentence was written by a reviewer.
///
/// They are made so that the chapter's network shows on them what it shows on the real ones: many words lean a little
/// towards one label, some reviews are of two minds, and rare words can be learnt by heart.
enum SampleCorpus {
    static let reviewsPerPart = 25_000
    private static let seed: UInt64 = 0x4841_4E4A_4931_3133

    /// What the record calls this corpus: changes when the generator does.
    static var identity: String { Digest.sha256("hanji sample corpus imdb, version 1, seed \(seed)") }

    /// The words in the order of their ranks, once they are known.
    private static let rankedWords = Mutex<[String]?>(nil)

    static func generate() throws -> (train: RankedSequences, test: RankedSequences) {
        var random = Xoshiro256(seed: seed)
        var lexicon = SampleLexicon(random: &random)
        let grammar = SampleGrammar(lexicon: &lexicon)
        let seeds = [random.next(), random.next()]
        let author = SampleAuthor(lexicon: lexicon, grammar: grammar)
        var parts = try Parallel.map(count: 2) { part in
            try author.reviews(count: reviewsPerPart, random: Xoshiro256(seed: seeds[part]))
        }
        let order = wordsByFrequency(in: parts.map(\.ranks.values), count: lexicon.words.count)
        var ranks = [Int32](repeating: 0, count: order.count)
        for (position, word) in order.enumerated() { ranks[word] = Int32(position + 1) }
        for part in parts.indices {
            let count = parts[part].ranks.values.count
            for index in 0..<count {
                parts[part].ranks.values[index] = ranks[Int(parts[part].ranks.values[index])]
            }
        }
        rankedWords.withLock { $0 = order.map { lexicon.words[$0] } }
        return (parts[0], parts[1])
    }

    /// The rank of every word, from 1.
    static func wordIndex() throws -> [String: Int] {
        let known = rankedWords.withLock { $0 }
        if known == nil { _ = try generate() }
        let words = rankedWords.withLock { $0 } ?? []
        return Dictionary(uniqueKeysWithValues: words.enumerated().map { ($1, $0 + 1) })
    }

    /// Frequent words first; equally frequent ones in the order of the lexicon. Words that never occur come last.
    private static func wordsByFrequency(in texts: [[Int32]], count: Int) -> [Int] {
        var frequencies = [Int](repeating: 0, count: count)
        for text in texts {
            for word in text { frequencies[Int(word)] += 1 }
        }
        return (0..<count).sorted { (frequencies[$1], $0) < (frequencies[$0], $1) }
    }
}

/// Writes reviews with the words of a lexicon and the sentences of a grammar.
struct SampleAuthor: Sendable {
    private let grammar: SampleGrammar
    private let choices: [SampleLexicon.Slot: SampleLexicon.Choice]
    /// Whether `an` stands before a word, by its index.
    private let takesAn: [Bool]

    init(lexicon: SampleLexicon, grammar: SampleGrammar) {
        self.grammar = grammar
        choices = lexicon.choices
        takesAn = lexicon.words.map { "aeio".contains($0.first ?? " ") }
    }

    /// Indices into the lexicon's words. Positive reviews first, as in the file of IMDB.
    func reviews(count: Int, random: Xoshiro256) throws -> RankedSequences {
        var random = random
        var values: [Int32] = []
        values.reserveCapacity(count * 128)
        var ranges: [Range<Int>] = []
        var labels: [Int] = []
        for index in 0..<count {
            if index % 1_024 == 0 { try Interruption.check() }
            let label = index < count / 2 ? 1 : 0
            let start = values.count
            write(label: label, into: &values, &random)
            ranges.append(start..<values.count)
            labels.append(label)
        }
        return RankedSequences(ranks: IntegerLists(values: values, ranges: ranges), labels: labels)
    }

    private func write(label: Int, into text: inout [Int32], _ random: inout Xoshiro256) {
        // How sure the reviewer is: the share of words that are chosen as the other label would choose them.
        let doubt = random.unit() < 0.06 ? 0.5 : 0.14 * random.unit()
        func draw(_ slot: SampleLexicon.Slot) -> Int32 {
            guard let choice = choices[slot] else { return 0 }
            let side = random.unit() < doubt ? 1 - label : label
            return Int32(choice.words[choice.tables[side].draw(&random)])
        }
        // A review speaks of the same few people, places and things again and again.
        let cast = (0..<5).map { _ in draw(.name) }
        let roles = (0..<3).map { _ in draw(.role) }
        let places = (0..<2).map { _ in draw(.place) }
        let things = (0..<20).map { _ in draw(.thing) }
        func pick(_ words: [Int32]) -> Int32 { words[Int(random.unit() * Double(words.count))] }

        // A long tail of long reviews: 3 to 53 sentences, 11 on the average.
        let u = random.unit()
        let sentences = 3 + Int(6 * u / (1.1 - u))
        var article: Int?
        for _ in 0..<sentences {
            let kind = random.unit()
            let choices = kind < 0.4 ? grammar.opinions : kind < 0.85 ? grammar.plots : grammar.fillers
            for piece in choices[Int(random.unit() * Double(choices.count))] {
                switch piece {
                case .word(let word): text.append(Int32(word))
                case .article:
                    article = text.count
                    text.append(Int32(grammar.articles.a))
                    continue
                case .slot(.name): text.append(pick(cast))
                case .slot(.role): text.append(pick(roles))
                case .slot(.place): text.append(pick(places))
                case .slot(.thing): text.append(pick(things))
                case .slot(let slot): text.append(draw(slot))
                }
                if let position = article, takesAn[Int(text[text.count - 1])] {
                    text[position] = Int32(grammar.articles.an)
                }
                article = nil
            }
        }
    }
}
