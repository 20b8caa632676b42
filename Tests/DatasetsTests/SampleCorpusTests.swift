import Datasets
import Outputs
import Testing

extension IMDBSuite {
    @Suite struct SampleCorpusTests {
        private func load(
            _ rules: SequenceRules = SequenceRules(numWords: 10_000)
        ) throws -> (train: LabeledSequences, test: LabeledSequences) {
            try CollectingSink.collecting { try IMDB.load(rules, in: []) }.value
        }

        @Test func hasTheShapeOfIMDB() throws {
            let (train, test) = try load()
            for part in [train, test] {
                #expect(part.count == 25_000)
                #expect(part.labels.reduce(0, +) == 12_500)
                #expect(part.sequences.allSatisfy { $0.first == 1 })
                #expect(part.sequences.allSatisfy { $0.allSatisfy { (1...9_999).contains($0) && $0 != 3 } })
                let mean = Double(part.sequences.reduce(0) { $0 + $1.count }) / 25_000
                #expect((80...240).contains(mean))
                #expect(part.sequences.allSatisfy { (10...2_500).contains($0.count) })
            }
            #expect(train.sequences.compactMap { $0.max() }.max() == 9_999)
            // Shuffled: the first hundred labels are mixed.
            #expect((30...70).contains(train.labels.prefix(100).reduce(0, +)))
        }

        @Test func isTheSameEveryTime() throws {
            RandomStream.reseed(1)
            let (train, test) = try load()
            RandomStream.reseed(2)
            let again = try load()
            #expect(train.sequences == again.train.sequences)
            #expect(train.labels == again.train.labels)
            #expect(test.sequences == again.test.sequences)
            // The same on every machine: the sum over all words, weighted by their places.
            #expect(checksum(train) == expectedChecksums.train)
            #expect(checksum(test) == expectedChecksums.test)
        }

        private func checksum(_ data: LabeledSequences) -> UInt64 {
            var sum: UInt64 = 14_695_981_039_346_656_037  // FNV-1a over whole words
            for (sequence, label) in zip(data.sequences, data.labels) {
                for word in sequence { sum = (sum ^ UInt64(word)) &* 1_099_511_628_211 }
                sum = (sum ^ UInt64(label)) &* 1_099_511_628_211
            }
            return sum
        }

        private let expectedChecksums: (train: UInt64, test: UInt64) = (
            7_983_205_281_941_325_928, 8_352_324_117_547_864_847
        )

        @Test func ranksWordsByFrequency() throws {
            let (train, test) = try load(SequenceRules(startChar: nil, oovChar: nil, indexFrom: 0))
            let index = try CollectingSink.collecting { try IMDB.wordIndex(in: []) }.value
            var counts = [Int](repeating: 0, count: index.count + 1)
            for sequence in train.sequences + test.sequences { for rank in sequence { counts[rank] += 1 } }
            #expect(Set(index.values) == Set(1...index.count))
            #expect(index.count > 20_000)
            // Without `numWords` the word with the largest rank is left out, as in Keras.
            let used = counts.dropFirst().prefix { $0 > 0 }
            #expect(used.count > 12_000)
            #expect(zip(used, used.dropFirst()).allSatisfy { $0 >= $1 })
            // About half of a text consists of the hundred most frequent words, as in Zipf's law.
            let top = Double(counts[1...100].reduce(0, +)) / Double(counts.reduce(0, +))
            #expect((0.4...0.75).contains(top))
        }

        @Test func readsAsText() throws {
            let (train, _) = try load()
            let index = try CollectingSink.collecting { try IMDB.wordIndex(in: []) }.value
            let words = Dictionary(uniqueKeysWithValues: index.map { ($1, $0) })
            #expect(words.values.allSatisfy { $0.allSatisfy { ("a"..."z").contains($0) } })
            let known = train.sequences.reduce(0) { $0 + $1.filter { words[$0 - 3] != nil }.count }
            let all = train.sequences.reduce(0) { $0 + $1.count }
            #expect(Double(known) / Double(all) > 0.9)
            // Words of praise stand in positive reviews, words of blame in negative ones, but not only there.
            for (word, label) in [("wonderful", 1), ("masterpiece", 1), ("terrible", 0), ("boring", 0)] {
                let number = try #require(index[word]) + 3
                var occurrences = [0, 0]
                for (sequence, label) in zip(train.sequences, train.labels) where sequence.contains(number) {
                    occurrences[label] += 1
                }
                #expect(occurrences[label] > occurrences[1 - label])
                #expect(occurrences[1 - label] > 20)
            }
        }

        @Test func isNeverSilent() throws {
            let before = LessonLanguage.current
            defer { LessonLanguage.current = before }
            for (language, word) in [("ko", "말뭉치"), ("ja", "コーパス"), ("en", "sample corpus")] {
                LessonLanguage.current = language
                let sink = try CollectingSink.collecting {
                    _ = try IMDB.load(SequenceRules(numWords: 100), in: [])
                    _ = try IMDB.wordIndex(in: [])
                }.sink
                #expect(sink.outputs.count == 2)
                for output in sink.outputs {
                    guard case .display(let bundle) = output, let text = bundle.text else {
                        Issue.record("\(output)")
                        continue
                    }
                    #expect(text.contains(word))
                    #expect(text.contains("HANJI_DATA"))
                    #expect(text.contains("--data"))
                    #expect(text.contains("HANJI_DATA"))
                }
                #expect(sink.uses.map(\.name) == ["imdb", "imdb_word_index"])
                #expect(sink.uses.allSatisfy { $0.isSample && $0.sha256.count == 64 })
            }
        }

        @Test func respectsTheRules() throws {
            let short = try load(SequenceRules(numWords: 50, maxLength: 40))
            #expect(short.train.sequences.allSatisfy { $0.count < 40 && $0.allSatisfy { $0 < 50 } })
            #expect(short.train.count > 500)
            let other = try load(SequenceRules(numWords: 10_000, seed: 7))
            #expect(other.train.sequences != (try load()).train.sequences)
        }
    }
}

@Suite struct AliasTableTests {
    @Test func drawsByWeight() {
        var random = Xoshiro256(seed: 1)
        let weights = [1.0, 2, 3, 4, 0.5, 9.5]
        let table = AliasTable(weights: weights)
        var counts = [Double](repeating: 0, count: weights.count)
        for _ in 0..<200_000 { counts[table.draw(&random)] += 1 }
        for (count, weight) in zip(counts, weights) { #expect(abs(count / 200_000 - weight / 20) < 0.005) }
    }
}
