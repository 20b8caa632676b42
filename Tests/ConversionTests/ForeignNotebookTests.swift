import Conversion
import Diagnostics
import Notebook
import Outputs
import Records
import Testing

/// Notebooks that others have made, on their way to Markdown and Quarto and back.
@Suite struct ForeignNotebookTests {
    private static let png = "iVBORw0KGgo="
    private static let pngBytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    private static func record(_ parts: Record.Part..., language: JSON = "python") -> Record {
        Record(title: nil, run: nil, parts: parts, metadata: ["language_info": ["name": language]])
    }

    private static func prose(
        _ text: String, attachments: [String: [String: JSON]] = [:], metadata: [String: JSON] = [:]
    ) -> Record.Part {
        .prose(Record.Prose(id: CellID("m"), text: text, attachments: attachments, metadata: metadata))
    }

    private static func code(
        _ source: String, id: String = "c", _ outputs: [Output] = [], metadata: [String: JSON] = [:]
    ) -> Record.Part {
        .code(Record.Code(id: CellID(id), number: 1, source: source, outputs: outputs, metadata: metadata))
    }

    private static func record(ofMarkdown text: String) -> Record {
        RecordBuilder.record(
            of: NotebookReader.read(SourceText(path: "a.md", text: text)), recorded: nil, engine: "Hanji")
    }

    private static func roundTrip(_ markdown: String) -> String {
        MarkdownWriter.write(record(ofMarkdown: markdown), stem: "a").text
    }

    // MARK: Prose stays prose

    @Test(arguments: [
        ("```swift\nx\n```", "```swift {.noeval}\nx\n```"),
        ("~~~~ swift playground\nx\n~~~~", "~~~~ swift {.noeval}\nx\n~~~~"),
        (
            "::: note\n```swift {#a .hide-input}\nx\n```\n:::",
            "::: note\n```swift {#a .noeval .hide-input}\nx\n```\n:::"
        ),
        ("```swift {.noeval #a}\nx\n```", "```swift {.noeval #a}\nx\n```"),
        ("- 가\n\n  ```swift\n  x\n  ```", "- 가\n\n  ```swift\n  x\n  ```"),
    ])
    func anExampleInAMarkdownCellDoesNotBecomeACellThatRuns(_ text: String, _ expected: String) {
        let written = MarkdownWriter.write(Self.record(Self.prose(text)), stem: "a").text
        #expect(written == expected + "\n")
        let cells = NotebookReader.read(SourceText(path: "a.md", text: written)).cells
        #expect(cells.allSatisfy { $0.options.evaluation == .none })
    }

    @Test func aSwiftBlockThatIsShownOnlyIsStillSoAfterARoundTrip() {
        let markdown = "---\nlang: ko\n---\n\n``` {.swift .noeval}\nlet y = 1\n```\n"
        let record = Self.record(ofMarkdown: markdown)
        #expect(record.codeCells.map(\.options.evaluation) == [.none])
        #expect(record.run != nil)
        #expect(Self.roundTrip(markdown) == markdown.replacing("``` {", with: "```{"))
    }

    @Test(arguments: [
        ("글\n```\n열림", "```"), ("~~~~python\nx\n", "~~~~"), ("```", "```"), ("::: note\n```\nx", "```"),
        ("<!-- 주석", "-->"), ("<PRE>\nx", "</pre>"),
    ])
    func whatAMarkdownCellLeavesOpenIsClosedAtItsEnd(_ text: String, _ end: String) {
        let record = Self.record(Self.prose(text), Self.code("let x = 1"), language: "swift")
        let written = MarkdownWriter.write(record, stem: "a").text
        #expect(written == text + (text.hasSuffix("\n") ? "" : "\n") + end + "\n\n```swift\nlet x = 1\n```\n")
        let cells = NotebookReader.read(SourceText(path: "a.md", text: written)).cells
        #expect(cells.map(\.code) == ["let x = 1"])
    }

    @Test(arguments: ["<!-- 주석 -->", "> ```\n> x", "<pre>x</pre>", "- 가\n\n  ```\n  x", "<predicate"])
    func whatEndsByItselfIsLeftAlone(_ text: String) {
        #expect(MarkdownWriter.write(Self.record(Self.prose(text)), stem: "a").text == text + "\n")
    }

    // MARK: Outputs

    @Test func inQuartoAnOutputStandsBelowTheCellThatMadeIt() {
        let record = Self.record(
            Self.code("print('가')", [.stream(.stdout, "가\n")]),
            Self.prose("```swift\nprint(\"나\")\n```"))
        #expect(
            QuartoWriter.write(record, stem: "a").text == """
                ---
                lang: en
                format: html
                ---

                ```python {.noeval}
                print('가')
                ```

                ::: {.cell-output .cell-output-stdout}
                ```
                가
                ```
                :::

                ```{.swift}
                print("나")
                ```

                """)
    }

    @Test func inQuartoEqualCellsKeepTheirOwnOutputs() throws {
        let record = Self.record(
            Self.code("f()", id: "one", [.stream(.stdout, "1\n")]),
            Self.code("f()", id: "two", [.stream(.stdout, "2\n")]), language: "swift")
        let text = QuartoWriter.write(record, stem: "a").text
        let one = try #require(text.firstRange(of: "\n1\n"))
        let two = try #require(text.firstRange(of: "\n2\n"))
        #expect(one.upperBound < two.lowerBound)
    }

    @Test func picturesOfANotebookBecomeFilesBesideItsQuarto() {
        let figure = Output.display(MIMEBundle([MIME.text: "<Figure>", "image/png": .string(Self.png)]))
        for language: JSON in ["python", "swift"] {
            let record = Self.record(
                Self.prose("![가](attachment:a.png)", attachments: ["a.png": ["image/png": .string(Self.png)]]),
                Self.code("plot()", [figure]), language: language)
            let written = QuartoWriter.write(record, stem: "책")
            #expect(written.files == ["책_files/m-a.png": Self.pngBytes, "책_files/c-0.png": Self.pngBytes])
            #expect(written.text.contains("![가](책_files/m-a.png)"))
            #expect(written.text.contains("![](책_files/c-0.png)"))
            #expect(!written.text.contains("<Figure>"))
        }
    }

    // MARK: Attachments

    @Test func attachmentsAreFoundWhereTheirNamesArePercentEncoded() {
        let names = ["그림 x.png", "그림 x.png.png", "100%.png"]
        let record = Self.record(
            Self.prose(
                "![](attachment:%EA%B7%B8%eb%a6%bc%20x.png) ![](<attachment:그림 x.png.png>) ![](attachment:100%25.png)"
                    + " attachment:y.png",
                attachments: names.reduce(into: [:]) { $0[$1] = ["image/png": .string(Self.png)] }))
        let written = MarkdownWriter.write(record, stem: "a b")
        #expect(
            written.text == "![](a%20b_files/m-그림%20x.png) ![](<a%20b_files/m-그림%20x.png.png>) "
                + "![](a%20b_files/m-100%25.png) attachment:y.png\n")
        #expect(Set(written.files.keys) == Set(names.map { "a b_files/m-" + $0 }))
    }

    // MARK: Attributes and tags

    @Test func aFenceKeepsItsAttributesOnARoundTrip() {
        let markdown = """
            ```python {.noeval #lbl title="예제.py"}
            print(1)
            ```

            ```{.r .noeval #r}
            y
            ```

            """
        let once = Self.roundTrip(markdown)
        #expect(once.hasSuffix(markdown))
        #expect(Self.roundTrip(once) == once)
    }

    @Test(arguments: [
        "swift {#a}", "python {.noeval}\n```\n\n```swift", "python", "r {.noeval}", "python {.noeval #`}",
    ])
    func anInfoStringFromElsewhereMakesNothingRun(_ info: String) {
        let record = Self.record(Self.code("x", metadata: ["fence": .string(info)]))
        #expect(MarkdownWriter.write(record, stem: "a").text == "```python {.noeval}\nx\n```\n")
    }

    @Test func whatMarkdownHasNoPlaceForIsCounted() throws {
        let file = """
            {"cells": [
             {"cell_type": "markdown", "id": "m", "metadata": {"tags": ["intro"]}, "source": "글"},
             {"cell_type": "code", "id": "p", "execution_count": 1, "metadata": {"tags": ["my-tag", "hide-input"]},
              "outputs": [
               {"output_type": "display_data", "metadata": {}, "data": {"text/html": "<b>"}},
               {"output_type": "stream", "name": "stdout", "text": "1"}], "source": "x"}],
             "metadata": {"language_info": {"name": "python"}}, "nbformat": 4, "nbformat_minor": 5}
            """
        let python = try NotebookFormat.decode(Array(file.utf8), file: "a.ipynb")
        let left = MarkdownWriter.write(python, stem: "a").leftOut
        #expect(left.outputs == 2 && left.tags == ["intro", "my-tag", "hide-input"])
        // Quarto shows the text.
        #expect(QuartoWriter.write(python, stem: "a").leftOut.outputs == 1)

        let swift = try NotebookFormat.decode(
            Array(file.replacing("\"python\"", with: "\"swift\"").utf8), file: "a.ipynb")
        let kept = MarkdownWriter.write(swift, stem: "a").leftOut
        #expect(kept.outputs == 0 && kept.tags == ["intro", "my-tag"])
    }
}
