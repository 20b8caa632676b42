import Datasets
import Foundation
import Outputs
import Synchronization
import Testing

/// What was said and used while a data set was read.
final class CollectingSink: OutputSink {
    private let storage = Mutex<(outputs: [Output], used: [DatasetUse])>(([], []))

    func emit(_ output: Output) { storage.withLock { $0.outputs.append(output) } }
    func used(_ dataset: DatasetUse) { storage.withLock { $0.used.append(dataset) } }

    var outputs: [Output] { storage.withLock { $0.outputs } }
    var uses: [DatasetUse] { storage.withLock { $0.used } }

    /// Runs `body` with a new sink in the place of the process's.
    static func collecting<T>(_ body: () throws -> T) rethrows -> (value: T, sink: CollectingSink) {
        let sink = CollectingSink()
        let before = Outputs.current
        Outputs.current = sink
        defer { Outputs.current = before }
        return (try body(), sink)
    }
}

extension IMDBSuite {
    @Suite struct IMDBTests {
        private struct Expected: Decodable {
            struct Options: Decodable {
                var rules: SequenceRules

                private enum Key: String, CodingKey {
                    case numWords = "num_words"
                    case skipTop = "skip_top"
                    case maxLength = "maxlen"
                    case seed
                    case startChar = "start_char"
                    case oovChar = "oov_char"
                    case indexFrom = "index_from"
                }

                init(from decoder: any Decoder) throws {
                    let container = try decoder.container(keyedBy: Key.self)
                    rules = SequenceRules()
                    rules.numWords = try container.decodeIfPresent(Int.self, forKey: .numWords)
                    rules.maxLength = try container.decodeIfPresent(Int.self, forKey: .maxLength)
                    if let value = try container.decodeIfPresent(Int.self, forKey: .skipTop) { rules.skipTop = value }
                    if let value = try container.decodeIfPresent(Int.self, forKey: .seed) { rules.seed = value }
                    if let value = try container.decodeIfPresent(Int.self, forKey: .indexFrom) {
                        rules.indexFrom = value
                    }
                    // `null` is something else than no key: Python's None.
                    if container.contains(.startChar) {
                        rules.startChar = try container.decode(Int?.self, forKey: .startChar)
                    }
                    if container.contains(.oovChar) {
                        rules.oovChar = try container.decode(Int?.self, forKey: .oovChar)
                    }
                }
            }
            var options: Options
            var xTrain: [[Int]]
            var yTrain: [Int]
            var xTest: [[Int]]
            var yTest: [Int]
        }

        @Test func loadsAsKerasDoes() throws {
            let cases = try JSONDecoder().decode([Expected].self, from: Data(try Support.bytes(of: "keras.json")))
            #expect(cases.count == 9)
            try Support.withDirectory(["imdb.npz": try Support.bytes(of: "reviews-deflated.npz")]) { directory in
                for expected in cases {
                    let (data, sink) = try CollectingSink.collecting {
                        try IMDB.load(expected.options.rules, in: [directory])
                    }
                    #expect(data.train.sequences == expected.xTrain)
                    #expect(data.train.labels == expected.yTrain)
                    #expect(data.test.sequences == expected.xTest)
                    #expect(data.test.labels == expected.yTest)
                    #expect(data.train.count == expected.yTrain.count)
                    #expect(sink.outputs.isEmpty)
                    #expect(sink.uses.map(\.name) == ["imdb"])
                    #expect(sink.uses.allSatisfy { !$0.isSample && $0.sha256.count == 64 })
                }
            }
        }

        @Test func namesTheFileByItsDigest() throws {
            // SHA-256 of "{}" by another tool.
            let files = ["imdb.npz": [], "imdb_word_index.json": Array("{}".utf8)]
            let sink = try Support.withDirectory(files) { directory in
                try CollectingSink.collecting { try IMDB.wordIndex(in: [directory]) }.sink
            }
            let digest = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"
            #expect(sink.uses == [DatasetUse(name: "imdb_word_index", sha256: digest, isSample: false)])
        }

        /// A file that changes under its name gets a new digest.
        @Test func forgetsTheDigestOfAChangedFile() throws {
            try Support.withDirectory(["imdb.npz": [], "imdb_word_index.json": Array("{}".utf8)]) { directory in
                let first = try CollectingSink.collecting { try IMDB.wordIndex(in: [directory]) }.sink.uses
                let file = URL(fileURLWithPath: directory + "/imdb_word_index.json")
                try Data("{\"a\": 1}".utf8).write(to: file)
                let second = try CollectingSink.collecting { try IMDB.wordIndex(in: [directory]) }.sink.uses
                #expect(first != second)
            }
        }

        @Test func findsFilesInTheOrderOfTheDirectories() throws {
            let before = DataDirectories.named
            defer { DataDirectories.named = before }
            DataDirectories.named = ["/first", "second"]
            #expect(DataDirectories.searched.prefix(2) == ["/first", "second"])
            #expect(DataDirectories.searched.last?.hasSuffix("/.keras/datasets") == true)
            let environment = ProcessInfo.processInfo.environment[DataDirectories.environmentVariable]
            #expect(DataDirectories.searched.count == (environment == nil ? 3 : 4))
            try Support.withDirectory(["a": [1], "b": [1]]) { one in
                try Support.withDirectory(["b": [2], "c": [2]]) { two in
                    #expect(DataDirectories.locate("b", in: [one, two])?.path == one + "/b")
                    #expect(DataDirectories.locate("c", in: [one, two])?.path == two + "/c")
                    #expect(DataDirectories.locate("d", in: [one, two]) == nil)
                    DataDirectories.named = [two]
                    #expect(DataDirectories.locate("c")?.path == two + "/c")
                }
            }
        }

        // MARK: Mistakes

        @Test(arguments: [
            (SequenceRules(numWords: -1), "numWords"), (SequenceRules(skipTop: -1), "skipTop"),
            (SequenceRules(maxLength: -5), "maxLength"), (SequenceRules(seed: -1), "seed"),
            (SequenceRules(seed: 1 << 32), "seed"), (SequenceRules(indexFrom: -1), "indexFrom"),
            (SequenceRules(indexFrom: .max), "indexFrom"),
        ])
        func refusesArgumentsOutOfRange(rules: SequenceRules, name: String) throws {
            let error = try Support.error { _ = try IMDB.load(rules, in: []) }
            guard case .invalidArgument(name, _, _) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(error.message(in: "en").contains(name))
        }

        @Test func saysWhenNoReviewIsShortEnough() throws {
            try Support.withDirectory(["imdb.npz": try Support.bytes(of: "reviews-stored.npz")]) { directory in
                let error = try Support.error { _ = try IMDB.load(SequenceRules(maxLength: 2), in: [directory]) }
                #expect(error == .noSequenceLeft(maxLength: 2))
            }
        }

        @Test func extremeArgumentsDoNotTrap() throws {
            try Support.withDirectory(["imdb.npz": try Support.bytes(of: "reviews-stored.npz")]) { directory in
                let data = try CollectingSink.collecting {
                    try IMDB.load(
                        SequenceRules(
                            numWords: .max, skipTop: .max, maxLength: .max, startChar: .min, oovChar: .min,
                            indexFrom: Int(Int32.max)), in: [directory])
                }.value
                #expect(data.train.sequences.allSatisfy { $0.allSatisfy { $0 == .min } })
            }
        }

        @Test func refusesFilesThatAreNone() throws {
            try Support.withDirectory([:]) { directory in
                let place = URL(fileURLWithPath: directory + "/imdb.npz")
                try FileManager.default.createDirectory(at: place, withIntermediateDirectories: false)
                let error = try Support.error { _ = try IMDB.load(SequenceRules(), in: [directory]) }
                #expect(error == .notAFile(path: place.path))
            }
        }

        @Test func refusesReviewsWithoutTheirWordIndex() throws {
            try Support.withDirectory(["imdb.npz": []]) { directory in
                let error = try Support.error { _ = try IMDB.wordIndex(in: [directory]) }
                #expect(
                    error == .missingCompanion(path: directory + "/imdb.npz", companion: "imdb_word_index.json"))
            }
        }

        @Test func refusesLabelsOfAnotherCount() throws {
            let lists = NPY.array(NPY.pickle())
            let labels = NPY.array(type: "|u1", shape: "(3,)", [0, 1, 1])
            let archive = ArchiveBuilder([
                .init(name: "x_train.npy", data: lists), .init(name: "y_train.npy", data: labels),
                .init(name: "x_test.npy", data: lists), .init(name: "y_test.npy", data: labels),
            ])
            try Support.withDirectory(["imdb.npz": archive.bytes()]) { directory in
                let error = try Support.error { _ = try IMDB.load(SequenceRules(), in: [directory]) }
                guard case .labelCountMismatch(_, "x_train", 2, "y_train", 3) = error else {
                    Issue.record("\(error)")
                    return
                }
            }
        }

        // MARK: The real files

        @Test(.enabled(if: Support.realData != nil, "HANJI_DATA names no directory with imdb.npz"))
        func loadsTheChaptersData() throws {
            let directory = try #require(Support.realData)
            let ((data, index), sink) = try CollectingSink.collecting {
                (try IMDB.load(SequenceRules(numWords: 10_000), in: [directory]), try IMDB.wordIndex(in: [directory]))
            }
            #expect(data.train.count == 25_000)
            #expect(data.test.count == 25_000)
            let first = data.train.sequences[0]
            #expect(first.prefix(12) == [1, 14, 22, 16, 43, 530, 973, 1622, 1385, 65, 458, 4468])
            #expect(first.suffix(2) == [178, 32])
            #expect(first.count == 218)
            #expect(data.train.labels[0] == 1)
            #expect(data.train.sequences.compactMap { $0.max() }.max() == 9_999)
            let lengths = data.train.sequences.map(\.count)
            #expect(lengths.max() == 2_494)
            #expect(lengths.reduce(0, +) == 5_967_532)  // 238.70128 on average
            #expect(index["the"] == 1)
            let words = Dictionary(uniqueKeysWithValues: index.map { ($1, $0) })
            let text = first.map { words[$0 - 3] ?? "?" }.joined(separator: " ")
            #expect(
                text.hasPrefix("? this film was just brilliant casting location scenery story direction everyone's"))
            #expect(sink.outputs.isEmpty)
            #expect(sink.uses.map(\.name) == ["imdb", "imdb_word_index"])
            #expect(sink.uses.allSatisfy { !$0.isSample })
        }
    }
}

/// These tests set the process's sink or look at what it collects, so they run one after the other.
@Suite(.serialized) struct IMDBSuite {}
