import Outputs

/// The words of the sample corpus by the place that they take in a sentence, each with how often and in which reviews
/// it is used. The words are plain English, joined from plain English, or invented names.
struct SampleLexicon: Sendable {
    enum Slot: String, CaseIterable, Sendable {
        case judgement, verdict, feeling, degree, aspect, film, role, trait, deed, thing, place, name
    }

    /// The words that can fill one slot.
    struct Choice: Sendable {
        /// Indices into ``SampleLexicon/words``.
        var words: [Int]
        /// How reviews of each label draw: `tables[0]` negative, `tables[1]` positive.
        var tables: [AliasTable]
    }

    private(set) var words: [String] = []
    private(set) var choices: [Slot: Choice] = [:]
    private var known: [String: Int] = [:]

    init(random: inout Xoshiro256) {
        for slot in Slot.allCases { fill(slot, &random) }
    }

    /// The index of a word, which is entered if it is new.
    mutating func index(of word: String) -> Int {
        if let index = known[word] { return index }
        known[word] = words.count
        words.append(word)
        return words.count - 1
    }

    // MARK: Filling the slots

    /// `offset` flattens the top of the Zipf-Mandelbrot law 1/(rank + offset); `lean` is how far the words lean
    /// towards one label: 0 for words of both alike, 1 for words of one label only.
    private mutating func enter(_ slot: Slot, _ entries: [(word: String, lean: Double)], offset: Double) {
        let entries = entries.filter { known[$0.word] == nil }
        let weights = entries.indices.map { 1 / (Double($0) + 1 + offset) }
        let tables = [-1.0, 1.0].map { side in
            AliasTable(weights: zip(weights, entries).map { $0 * max(0.02, 1 + side * $1.lean) })
        }
        choices[slot] = Choice(words: entries.map { index(of: $0.word) }, tables: tables)
    }

    private mutating func fill(_ slot: Slot, _ random: inout Xoshiro256) {
        switch slot {
        case .judgement:
            enter(slot, opinions(SampleWords.praise, SampleWords.blame, 0.35...0.9, &random), offset: 12)
        case .verdict:
            enter(slot, opinions(SampleWords.praiseNouns, SampleWords.blameNouns, 0.4...0.9, &random), offset: 6)
        case .feeling:
            enter(slot, opinions(SampleWords.praiseVerbs, SampleWords.blameVerbs, 0.3...0.8, &random), offset: 4)
        case .degree: enter(slot, leaning(SampleWords.degrees, 0.1, &random), offset: 2)
        case .aspect: enter(slot, leaning(SampleWords.aspects, 0.12, &random), offset: 4)
        case .film: enter(slot, leaning(SampleWords.films, 0.08, &random), offset: 0)
        case .role: enter(slot, leaning(SampleWords.roles, 0.2, &random), offset: 8)
        case .trait: enter(slot, leaning(SampleWords.traits, 0.25, &random), offset: 8)
        case .deed: enter(slot, leaning(SampleWords.deeds, 0.2, &random), offset: 8)
        case .thing:
            let plain = SampleWords.things
            var joined = plain.flatMap { first in plain.compactMap { $0 == first ? nil : first + $0 } }
            // Written out, because the standard library may change how it shuffles.
            for index in stride(from: joined.count - 1, to: 0, by: -1) {
                joined.swapAt(index, Int(random.unit() * Double(index + 1)))
            }
            enter(slot, leaning(plain + joined.prefix(9_000), 0.3, &random), offset: 30)
        case .place:
            let places = names(3_000, endings: SampleWords.placeEndings, &random)
            enter(slot, leaning(places, 0.3, &random), offset: 10)
        case .name:
            let names = names(12_000, endings: SampleWords.nameEndings, &random)
            enter(slot, leaning(names, 0.3, &random), offset: 30)
        }
    }

    /// Praise and blame in turn, so that both are used equally often.
    private func opinions(
        _ praise: [String], _ blame: [String], _ strength: ClosedRange<Double>, _ random: inout Xoshiro256
    ) -> [(word: String, lean: Double)] {
        zip(praise, blame).flatMap { good, bad in
            [good, bad].enumerated().map { side, word in
                let lean = strength.lowerBound + (strength.upperBound - strength.lowerBound) * random.unit()
                return (word, side == 0 ? lean : -lean)
            }
        }
    }

    /// Words that only happen to be used more for one label than for the other, mostly by little.
    private func leaning(
        _ words: [String], _ spread: Double, _ random: inout Xoshiro256
    ) -> [(word: String, lean: Double)] {
        words.map { ($0, spread * 2 * (random.unit() + random.unit() + random.unit() - 1.5)) }
    }

    /// Invented names: one to three syllables and an ending.
    private func names(_ count: Int, endings: [String], _ random: inout Xoshiro256) -> [String] {
        var names: [String] = []
        var taken = Set(known.keys)
        while names.count < count {
            var name = ""
            for _ in 0...Int(random.unit() * 2.2) {
                name += SampleWords.onsets[Int(random.unit() * Double(SampleWords.onsets.count))]
                name += SampleWords.vowels[Int(random.unit() * Double(SampleWords.vowels.count))]
            }
            name += endings[Int(random.unit() * Double(endings.count))]
            if taken.insert(name).inserted { names.append(name) }
        }
        return names
    }
}
