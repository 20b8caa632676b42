import Datasets
import Foundation
import Outputs
import Tensors
import Testing

/// Texts, sequences and splits exactly as Keras and scikit-learn have them (Tests/Parity/preprocessing.py).
@Suite(.serialized) struct PreprocessingTests {
    private static let fixture: JSON = {
        let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appending(path: "Fixtures/preprocessing.json")
        guard let data = try? Data(contentsOf: url), let json = try? JSONDecoder().decode(JSON.self, from: data) else {
            return .null
        }
        return json
    }()

    private static func lists(_ json: JSON?) -> [[Int]] {
        (json?.asArray ?? []).map { ($0.asArray ?? []).compactMap(\.asInt) }
    }

    @Test func padding() throws {
        let cases = try #require(Self.fixture["pads"]?.asArray)
        #expect(cases.count == 5)
        for item in cases {
            let options = item["options"]
            let error = try Failure.collected {
                let result = padSequences(
                    Self.lists(Self.fixture["sequences"]), maxLength: options?["maxlen"]?.asInt,
                    padding: try #require(SequenceEnd(rawValue: options?["padding"]?.asString ?? "pre")),
                    truncating: try #require(SequenceEnd(rawValue: options?["truncating"]?.asString ?? "pre")),
                    value: options?["value"]?.asInt ?? 0)
                #expect(result.dtype == .int32)
                #expect(.array(result.shape.map { .int($0) }) == item["shape"])
                #expect(.array(result.doubles().map { .int(Int($0)) }) == item["values"])
            }
            #expect(error == nil)
        }
    }

    @Test func tokenizers() throws {
        let texts = try #require(Self.fixture["texts"]?.asArray).compactMap(\.asString)
        for item in try #require(Self.fixture["tokenizers"]?.asArray) {
            let options = item["options"]
            let tokenizer = Tokenizer(
                numWords: options?["num_words"]?.asInt, lower: options?["lower"]?.asBool ?? true,
                charLevel: options?["char_level"]?.asBool ?? false, oovToken: options?["oov_token"]?.asString)
            tokenizer.fitOnTexts(texts)
            let words = (item["words"]?.asArray ?? []).compactMap { $0.asArray?.first?.asString }
            // Compared by code points: Swift's own strings do not tell compositions apart.
            #expect(tokenizer.rankedWords.map { Array($0.utf8) } == words.map { Array($0.utf8) }, "\(options ?? .null)")
            #expect(tokenizer.textsToSequences(texts + ["unknown words 영화가"]) == Self.lists(item["sequences"]))
            let back = (item["texts"]?.asArray ?? []).compactMap(\.asString)
            #expect(tokenizer.sequencesToTexts([[1, 2, 3], [2, 99]]) == back, "\(options ?? .null)")
            #expect(tokenizer.documentCount == item["documents"]?.asInt)
            for (name, entries) in item["matrices"]?.asObject ?? [:] {
                let mode = try #require(TextMatrixMode(rawValue: name))
                let matrix = tokenizer.textsToMatrix(Array(texts.prefix(3)), mode: mode)
                #expect(.array(matrix.shape.map(JSON.int)) == item["shape"])
                let expected = (entries.asArray ?? []).map { ($0.asArray ?? []).compactMap(\.asDouble) }
                let found = matrix.doubles().enumerated().filter { $0.element != 0 }
                #expect(found.map(\.offset) == expected.map { Int($0[0]) }, "\(name)")
                #expect(zip(found, expected).allSatisfy { abs($0.element - $1[1]) < 1e-14 }, "\(name)")
            }
            #expect(item["matrices"]?.asObject?.count == 4)
        }
    }

    @Test func splits() throws {
        for item in try #require(Self.fixture["splits"]?.asArray) {
            let count = try #require(item["n"]?.asInt)
            let error = try Failure.collected {
                let x = Tensor((0..<count).map { Double($0) }).reshaped([count, 1])
                let parts = trainTestSplit(
                    x, Array(0..<count), testSize: try #require(item["size"]?.asDouble),
                    randomState: try #require(item["seed"]?.asInt))
                #expect(.array(parts.xTrain.doubles().map { .int(Int($0)) }) == item["train"])
                #expect(.array(parts.yTest.doubles().map { .int(Int($0)) }) == item["test"])
            }
            #expect(error == nil)
        }
        let wrong = Failure.collected { _ = trainTestSplit(Tensor.ones([4, 1]), [1, 2, 3]) }
        #expect("\(wrong.map { "\($0)" } ?? "")".contains("x has 4 samples but y has 3"))
    }

    @Test func categories() {
        let error = Failure.collected {
            #expect(toCategorical([0, 2, 1]) == Tensor([[1, 0, 0], [0, 0, 1], [0, 1, 0]]))
            #expect(toCategorical(Tensor([1, 0]), classes: 3).shape == [2, 3])
        }
        #expect(error == nil)
        let wrong = Failure.collected { _ = toCategorical([0, 5], classes: 3) }
        #expect("\(wrong.map { "\($0)" } ?? "")".contains("Label 1 is 5"))
    }

    @Test func tables() throws {
        let tsv = "id\tdocument\tlabel\r\n1\t\"좋다\t1\r\n2\t\t0\n3\t나쁘다\t0"
        let table = try Table.tsv(tsv)
        #expect(table.shape == [3, 3] && table.columns == ["id", "document", "label"])
        #expect(table["document"].strings == ["\"좋다", "", "나쁘다"] && table["label"].ints == [1, 0, 0])
        #expect(table.dropMissing().shape == [2, 3] && table.missingCounts() == ["id": 0, "document": 1, "label": 0])
        #expect(table.head(2)["id"].doubles == [1, 2] && table.tail(1)["id"].strings == ["3"])
        let counts = table["label"].valueCounts()
        #expect(counts["label"].strings == ["0", "1"] && counts["count"].ints == [2, 1])
        #expect(table["document"].valueCounts().shape == [2, 2])
        let data = try #require(table.show().data[MIME.table])
        #expect(data["columns"] == ["id", "document", "label"] && data["shape"] == [3, 3])
        #expect(data["index"] == [0, 1, 2] && data["rows"]?.asArray?[1] == ["2", "", "0"])
        let made = Table().column("단어", ["가", "나"]).column("횟수", [3, 12]).column("비율", [0.2, 0.8], digits: 2)
        #expect(made["횟수"].ints == [3, 12] && made["비율"].doubles == [0.2, 0.8] && made.shape == [2, 3])
        #expect("\(made)" == "단어  횟수  비율\n  가     3  0.20\n  나    12  0.80\n\n[2 rows x 3 columns]")
        #expect(made.show().data[MIME.table]?["index"] == nil)
        let uneven = Failure.collected { _ = made.column("x", [1]) }
        #expect("\(uneven.map { "\($0)" } ?? "")".contains("2 rows"))
        let csv = try Table.csv("a,b\n\"x, \"\"y\"\"\",1\n\"two\nlines\",2\n")
        #expect(csv["a"].strings == ["x, \"y\"", "two\nlines"] && csv.shape == [2, 2])
        #expect(
            "\(#expect(throws: (any Error).self) { try Table.tsv("a\tb\n1") }.map { "\($0)" } ?? "")".contains("line 2")
        )
        let unknown = Failure.collected { _ = table["lable"] }
        #expect("\(unknown.map { "\($0)" } ?? "")".contains("id, document, label"))
        let text = Failure.collected { _ = table["document"].ints }
        #expect("\(text.map { "\($0)" } ?? "")".contains("Row 0 of the column"))
    }

    @Test func generatedDataHaveTheShapesOfTheReal() throws {
        let (train, test) = try Reuters.load(SequenceRulesFixture.reuters, testSplit: 0.2, in: [])
        #expect(train.count == 8982 && test.count == 2246 && Set(train.labels).count == 46)
        #expect(train.sequences.allSatisfy { $0.first == 1 && ($0.max() ?? 0) < 1000 })
        #expect(Reuters.labelNames.count == 46 && Reuters.labelNames[3] == "earn")
        let index = try Reuters.wordIndex(in: [])
        #expect(Set(index.values) == Set(1...index.count))
        let (reviews, more) = try NSMC.load(in: [])
        #expect(reviews.shape == [150_000, 3] && more.shape == [50_000, 3])
        #expect(reviews.dropMissing().count == 149_995 && more.dropMissing().count == 49_997)
        let (images, others) = try FashionMNIST.load(in: [])
        #expect(images.images.shape == [60_000, 28, 28] && others.images.shape == [10_000, 28, 28])
        #expect(images.images.dtype == .uint8 && Set(images.labels) == Set(0..<10))
    }
}

enum SequenceRulesFixture {
    static let reuters = SequenceRules(numWords: 1000)
}

/// What the real files hold, where they are.
@Suite(.serialized) struct RealDataTests {
    private static let folder = ProcessInfo.processInfo.environment["HANJI_DATA"]

    @Test(.enabled(if: folder != nil, "needs HANJI_DATA")) func realFiles() throws {
        let folders = [try #require(Self.folder)]
        let (train, test) = try Reuters.load(SequenceRules(numWords: 10_000), testSplit: 0.2, in: folders)
        #expect(train.count == 8982 && test.count == 2246 && train.labels[0] == 3)
        #expect(train.sequences[0].prefix(12) == [1, 2, 2, 8, 43, 10, 446, 5, 25, 218, 260, 5])
        let (images, others) = try FashionMNIST.load(in: folders)
        #expect(images.labels.prefix(10) == [9, 0, 0, 3, 0, 2, 7, 2, 5, 5])
        #expect(others.labels.prefix(10) == [9, 2, 1, 1, 6, 1, 4, 6, 5, 7])
        let (reviews, more) = try NSMC.load(in: folders)
        #expect(reviews.shape == [150_000, 3] && more.shape == [50_000, 3])
        #expect(reviews.dropMissing().count == 149_994 && more.dropMissing().count == 49_996)
        #expect(reviews["document"][0] == "아 더빙.. 진짜 짜증나네요 목소리" && reviews["label"][0] == "0")
    }
}
