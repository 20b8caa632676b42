import Digest
import Foundation
import Outputs

/// Generated newswires that stand in for Reuters where the real file is absent: as many texts, the same topics with the
/// same shares, lengths of the same spread. Made-up words; what tells a topic is which words are frequent in it.
enum SampleNews {
    private static let seed: UInt64 = 0x4841_4E4A_4952_4555
    private static let texts = 11_228
    private static let words = 30_000
    /// Texts of each topic in the real set, which is what makes it uneven.
    private static let counts = [
        67, 537, 100, 3972, 2423, 22, 62, 19, 177, 154, 153, 473, 62, 209, 28, 29, 543, 51, 86, 682, 339, 127, 22, 53,
        81, 123, 38, 24, 73, 23, 57, 52, 41, 16, 57, 16, 60, 21, 22, 29, 46, 38, 16, 18, 19, 18,
    ]

    static var identity: String { Digest.sha256("hanji sample corpus reuters, version 1, seed \(seed)") }

    static func generate() throws -> RankedSequences {
        var random = Xoshiro256(seed: seed)
        // The most frequent topic takes up what the rounded counts leave.
        let rest = texts - counts.reduce(0, +)
        var labels = counts.enumerated().flatMap { [Int](repeating: $0, count: $0 == 3 ? $1 + rest : $1) }
        for last in stride(from: labels.count - 1, to: 0, by: -1) {
            labels.swapAt(last, Int(random.unit() * Double(last + 1)))
        }
        var values: [Int32] = []
        var ranges: [Range<Int>] = []
        for (index, label) in labels.enumerated() {
            if index % 1_024 == 0 { try Interruption.check() }
            let start = values.count
            // Log-normal lengths: a median of 95 words, a mean of about 145, seldom more than a thousand.
            let normal = (-2 * log(1 - random.unit())).squareRoot() * cos(2 * .pi * random.unit())
            let length = min(2_375, max(12, Int(exp(4.55 + 0.92 * normal))))
            for _ in 0..<length {
                // Zipf's law over all words; a seventh of the words belongs to the topic, some of it to its neighbour's.
                let rank = Int(pow(Double(words), random.unit()))
                let isTopical = random.unit() < 0.15
                let topic = random.unit() < 0.12 ? (label + 1) % counts.count : label
                let word = isTopical ? 40 + topic * 13 + Int(pow(150, random.unit())) * 46 / 4 : rank
                values.append(Int32(min(max(word, 1), words)))
            }
            ranges.append(start..<values.count)
        }
        return RankedSequences(ranks: IntegerLists(values: values, ranges: ranges), labels: labels)
    }

    /// A pronounceable word for every rank, all different.
    static func wordIndex() -> [String: Int] {
        var random = Xoshiro256(seed: seed &+ 1)
        var index: [String: Int] = [:]
        index.reserveCapacity(words)
        let (onsets, vowels) = (SampleWords.onsets, SampleWords.vowels)
        var rank = 1
        while rank <= words {
            // Frequent words are short.
            let syllables = 1 + (rank > 60 ? 1 : 0) + (rank > 2_500 ? 1 : 0)
            let word = (0..<syllables).map { _ in
                onsets[Int(random.unit() * Double(onsets.count))] + vowels[Int(random.unit() * Double(vowels.count))]
            }.joined()
            guard index[word] == nil else {
                if random.unit() < 0.3 {
                    let longer = word + onsets[Int(random.unit() * Double(onsets.count))]
                    if index[longer] == nil {
                        index[longer] = rank
                        rank += 1
                    }
                }
                continue
            }
            index[word] = rank
            rank += 1
        }
        return index
    }
}
