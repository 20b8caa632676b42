import Diagnostics
import Notebook
import Outputs
import Records
import Testing

@Suite("nbformat, byte for byte")
struct NotebookFormatTests {
    @Test("a record is written as Python's nbformat writes it")
    func writesTheFixture() throws {
        let expected = try Fixture.bytes("lesson.ipynb")
        let written = NotebookFormat.encode(Self.lesson)
        #expect(String(decoding: written, as: UTF8.self) == String(decoding: expected, as: UTF8.self))
        #expect(written == expected)
        #expect(try NotebookFormat.decode(expected, file: "lesson.ipynb") == Self.lesson)
    }

    @Test("what is read and written again is the same to the byte", arguments: ["foreign.ipynb", "lesson.ipynb"])
    func rewritesTheFixtures(name: String) throws {
        let bytes = try Fixture.bytes(name)
        let record = try NotebookFormat.decode(bytes, file: name)
        let written = NotebookFormat.encode(record)
        #expect(String(decoding: written, as: UTF8.self) == String(decoding: bytes, as: UTF8.self))
        #expect(written == bytes)
    }

    @Test("a foreign notebook is known as one and keeps what means nothing here")
    func foreign() throws {
        let record = try NotebookFormat.decode(try Fixture.bytes("foreign.ipynb"), file: "foreign.ipynb")
        #expect(record.run == nil)
        #expect(record.metadata["kernelspec"]?["name"] == "python3")
        #expect(record.proseCells.map(\.isRaw) == [false, false, true])
        #expect(record.proseCells[1].attachments["a.png"]?["image/png"] == "aGFuamk=\n")
        let code = try #require(record.codeCells.last)
        #expect(code.number == 7)
        #expect(code.metadata["tags"] == ["custom"])
        #expect(code.error?.traceback == ["one\ntwo", ""])
    }

    /// The record of `lesson()` in `Fixtures/check_nbformat.py`, built as a run builds it.
    static var lesson: Record {
        let history: JSON = [
            "epochs": 2, "samples": 15000, "validationSamples": 10000, "keys": ["loss", "val_loss"],
            "values": [
                "loss": .array([.double(0.5084), .double(0.3)]), "val_loss": .array([.double(0.4), .double(1)]),
            ],
        ]
        let folded = Sample.options {
            $0.input = .folded
            $0.rtol = 1e-3
            $0.timeout = 60
            $0.figureCaption = "훈련과 검증 손실"
        }
        let notebook = Sample.notebook([
            Sample.prose("prose-1", "# 영화 리뷰 분류\n\n정확도는 `{swift} accuracy`입니다.\n"),
            Sample.cell(
                "loss-curve", "//| fig-cap: 훈련과 검증 손실\r\nlet history = fit()\r\nhistory\r\n", number: 1,
                label: "loss-curve", options: folded),
            Sample.cell(
                "5f2b-1", "let never = shown()\n", number: nil, options: Sample.options { $0.evaluation = .none }),
            Sample.cell("a1b2-1", "[1][5]\n", number: 2, options: Sample.options { $0.evaluation = .raisesException }),
            Sample.cell("c3d4-1", "print()\n", number: 3),
        ]) { $0.title = "영화 리뷰 분류" }
        return Record(
            of: notebook,
            outputs: [
                CellID("loss-curve"): [
                    .stream(.stdout, "epoch 1\n"),
                    .progress(Progress(label: "fit", done: 1, total: 2, detail: "")),
                    .stream(.stdout, "epo"), .stream(.stdout, "ch 1\rx\repoch 2\n"),
                    .result(MIMEBundle([MIME.text: "History(2 epochs)", MIME.history: history])),
                ],
                CellID("a1b2-1"): [
                    .error(OutputError(name: "IndexOutOfRange", message: "범위 밖", traceback: ["lesson.md:9:4"]))
                ],
            ],
            inline: [CellID("prose-1"): [Record.InlineValue(expression: "accuracy", text: "0.8752")]],
            engine: "0.1.0", instructionSet: "avx2",
            datasets: [Sample.dataset("imdb", "0"), Sample.dataset("imdb", "0")])
    }

    @Test("every option survives the file")
    func options() throws {
        let all = Sample.options {
            $0.evaluation = .failsCheck
            $0.input = .removed
            $0.output = .folded
            $0.isRemoved = true
            $0.timeout = 1.5
            $0.rtol = 0
            $0.atol = 1e-7
            $0.compare = .shape
            $0.figureCaption = "가"
            $0.figureAlt = "나"
            $0.figureWidth = "50%"
            $0.tableCaption = "다"
            $0.listingCaption = "라"
        }
        let record = Sample.record([Sample.code("a", options: all)])
        let read = try NotebookFormat.decode(NotebookFormat.encode(record), file: "a.ipynb")
        #expect(read.codeCells[0].options == all)
    }

    @Test("a seed beyond 63 bits survives the file", arguments: [0, 42, UInt64(Int.max), UInt64(Int.max) + 1, .max])
    func seed(seed: UInt64) throws {
        let record = Record(title: nil, run: Sample.run(seed: seed), parts: [])
        #expect(try NotebookFormat.decode(NotebookFormat.encode(record), file: "a.ipynb").run?.seed == seed)
    }

    @Test("cells of files before nbformat 4.5 get ids from their text")
    func idsOfOldFiles() throws {
        let cell = #"{"cell_type": "markdown", "metadata": {}, "source": ["a\n", "b"]}"#
        let text = #"{"cells": [\#(cell), \#(cell)], "metadata": {}, "nbformat": 4, "nbformat_minor": 2}"#
        let ids = try NotebookFormat.decode(text.bytes, file: "old.ipynb").proseCells.map(\.id.rawValue)
        #expect(ids == [String(ids[0]), ids[0] + "-2"])
        #expect(ids[0].utf8.count == 16)
    }

    @Test("whether a cell failed depends on whether it should")
    func failed() {
        let error = Output.error(OutputError(name: "E", message: "m"))
        let raises = Sample.options { $0.evaluation = .raisesException }
        #expect(Sample.code("a", [error]).failed)
        #expect(!Sample.code("a", []).failed)
        #expect(!Sample.code("a", options: raises, [error]).failed)
        #expect(Sample.code("a", options: raises, []).failed)
        #expect(!Sample.code("a", number: nil, options: raises, []).failed)
    }
}
