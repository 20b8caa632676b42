import Diagnostics
import Notebook
import Outputs
import Records
import Testing

@Suite("Random records")
struct RoundTripTests {
    @Test("written, read and written again: the same record and the same bytes", arguments: 0..<300)
    func roundTrip(seed: Int) throws {
        var maker = RandomRecord(seed: UInt64(seed))
        let record = maker.record()
        let bytes = NotebookFormat.encode(record)
        let read = try NotebookFormat.decode(bytes, file: "random.ipynb")
        #expect(read == record)
        #expect(NotebookFormat.encode(read) == bytes)
        #expect(RecordComparison().verdict(expected: record, got: read) == .same)
    }
}

/// Records of random content, rich in what is awkward to write.
private struct RandomRecord {
    private var random: Xoshiro256

    init(seed: UInt64) { random = Xoshiro256(seed: seed) }

    private mutating func chance(_ probability: Double) -> Bool { random.unit() < probability }
    private mutating func count(_ limit: Int) -> Int { Int.random(in: 0...limit, using: &random) }

    private mutating func list<T>(_ limit: Int, _ make: (inout Self) -> T) -> [T] {
        (0..<count(limit)).map { _ in make(&self) }
    }

    private mutating func text() -> String {
        let pieces = [
            "a", "한글", "日本", "\n", "\r\n", "\r", "\u{B}", "\u{C}", "\u{1C}", "\u{85}", "\u{2028}", "\u{2029}", "\"",
            "\\",
            "\u{0}", "\u{7F}", "😀", "e\u{301}", "1.5", " ", "\t", "/", "\u{FEFF}",
        ]
        return list(8) { pieces[$0.count(pieces.count - 1)] }.joined()
    }

    private mutating func number() -> JSON {
        switch count(4) {
        case 0: .int(Int(truncatingIfNeeded: random.next()))
        case 1: .int(count(100))
        case 2: .double(Double(count(1000)) / 8)
        case 3: .number(Double(Float(random.unit())))
        default:
            .number(Double(bitPattern: random.next()))
        }
    }

    private mutating func json(depth: Int = 0) -> JSON {
        switch count(depth > 3 ? 4 : 6) {
        case 0: .null
        case 1: .bool(chance(0.5))
        case 2: .string(text())
        case 3, 4: number()
        case 5: .array(list(4) { $0.json(depth: depth + 1) })
        default: .object(object(depth: depth))
        }
    }

    private mutating func object(depth: Int = 0) -> [String: JSON] {
        Dictionary(list(4) { ($0.text(), $0.json(depth: depth + 1)) }, uniquingKeysWith: { first, _ in first })
    }

    private mutating func bundle() -> MIMEBundle {
        var data: [String: JSON] = [MIME.text: .string(text())]
        if chance(0.3) { data[MIME.svg] = .string(text()) }
        if chance(0.3) { data[MIME.html] = .string(text()) }
        if chance(0.3) { data["image/png"] = .string(text()) }
        if chance(0.5) { data["application/vnd.test+json"] = json() }
        return MIMEBundle(data, metadata: chance(0.2) ? object() : [:])
    }

    private mutating func output() -> Output {
        switch count(4) {
        case 0: .stream(.stdout, "out" + text())
        case 1: .stream(.stderr, "err" + text())
        case 2: .display(bundle())
        case 3: .result(bundle())
        default: .error(OutputError(name: text(), message: text(), traceback: list(3) { $0.text() }))
        }
    }

    private mutating func options() -> CellOptions {
        var options = CellOptions()
        options.evaluation = [.run, .none, .raisesException, .failsCheck][count(3)]
        options.input = [.shown, .folded, .removed][count(2)]
        options.output = [.shown, .folded, .removed][count(2)]
        options.isRemoved = chance(0.2)
        if chance(0.3) { options.timeout = Double(count(100)) }
        if chance(0.3) { options.rtol = random.unit() }
        if chance(0.3) { options.atol = random.unit() }
        options.compare = chance(0.5) ? CellOptions.Comparison.allCases[count(3)] : nil
        options.normalizers = Normalizer.allCases.filter { _ in chance(0.1) }
        if chance(0.3) { options.figureCaption = text() }
        if chance(0.3) { options.tableCaption = text() }
        return options
    }

    mutating func record() -> Record {
        let datasets = list(3) { maker in
            DatasetUse(name: maker.text(), sha256: maker.text(), isSample: maker.chance(0.5))
        }
        let run = Record.Run(
            engine: text(), instructionSet: text(), language: Language.allCases[count(2)], seed: random.next(),
            datasets: datasets,
            comparison: chance(0.5)
                ? ComparisonOptions() : ComparisonOptions(mode: .shape, rtol: random.unit(), normalizers: [.sets]))
        let parts = (0..<count(6)).map { index -> Record.Part in
            let id = CellID("cell-\(index)")
            if chance(0.4) {
                return .prose(
                    Record.Prose(
                        id: id, text: text(),
                        inline: list(2) { Record.InlineValue(expression: $0.text(), text: $0.text()) },
                        isRaw: chance(0.1)))
            }
            return .code(
                Record.Code(
                    id: id, label: chance(0.5) ? id.rawValue : nil, number: chance(0.8) ? index + 1 : nil,
                    source: text(), options: options(), outputs: list(4) { $0.output() }))
        }
        return Record(title: chance(0.5) ? text() : nil, run: run, parts: parts)
    }
}
