import Conversion
import Diagnostics
import Notebook
import Outputs
import Records
import Testing

@Suite struct ConversionTests {
    private static func notebook(_ text: String) -> Notebook {
        NotebookReader.read(SourceText(path: "lesson.md", text: text))
    }

    private static let lesson = """
        ---
        title: "제목 \\"둘\\""
        lang: ko
        seed: 42
        ---

        글 **강조**입니다.

        ```swift {#loss .hide-input rtol=0.001 normalize="durations paths"}
        //| fig-cap: 손실
        //| timeout: 5
        let x = 1
        ```

        끝 `{swift} x`.

        ```swift {.noeval}
        y
        ```

        """

    @Test func aNotebookComesBackAsItWas() {
        let record = RecordBuilder.record(of: Self.notebook(Self.lesson), recorded: nil, engine: "Hanji")
        let written = MarkdownWriter.write(record, stem: "lesson")
        #expect(written.text == Self.lesson)
        let again = RecordBuilder.record(of: Self.notebook(written.text), recorded: nil, engine: "Hanji")
        #expect(again == record)
    }

    @Test func outputsAreKeptWhereTheyAreStillTheCells() throws {
        let old = Self.notebook("```swift {#a}\n1\n```\n\n```swift {#b}\n2\n```\n")
        let shown = Output.stream(.stdout, "x\n")
        let recorded = Record(
            of: old, outputs: [CellID("a"): [shown], CellID("b"): [shown]], engine: "Hanji", instructionSet: "avx2")
        let new = Self.notebook("```swift {#a}\n1\n```\n\n```swift {#b}\n3\n```\n")
        let record = RecordBuilder.record(of: new, recorded: recorded, engine: "Hanji")
        #expect(record.codeCells.map(\.outputs) == [[shown], []])
    }

    private static let python = """
        {"cells": [
         {"cell_type": "markdown", "id": "m", "metadata": {}, "source": ["# 제목\\n", "\\n", "![가](attachment:p.png)"],
          "attachments": {"p.png": {"image/png": "iVBORw0KGgo="}}},
         {"cell_type": "code", "id": "c", "execution_count": 1, "metadata": {}, "outputs": [], "source": ["print('```')"]},
         {"cell_type": "raw", "id": "r", "metadata": {}, "source": ["날것"]}],
         "metadata": {"language_info": {"name": "python"}}, "nbformat": 4, "nbformat_minor": 5}
        """

    @Test func cellsOfOtherLanguagesAreShownAndNotRun() throws {
        let record = try NotebookFormat.decode(Array(Self.python.utf8), file: "a.ipynb")
        let written = MarkdownWriter.write(record, stem: "a")
        #expect(
            written.text == """
                # 제목

                ![가](a_files/m-p.png)

                ```python {.noeval}
                print('```')
                ```

                ```raw {.noeval}
                날것
                ```

                """)
        #expect(written.files == ["a_files/m-p.png": [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]])
    }

    @Test func theyComeBackAsCellsOfTheirLanguage() throws {
        let record = try NotebookFormat.decode(Array(Self.python.utf8), file: "a.ipynb")
        let markdown = MarkdownWriter.write(record, stem: "a").text
        let again = RecordBuilder.record(of: Self.notebook(markdown), recorded: nil, engine: "Hanji")
        #expect(again.run == nil && again.metadata["language_info"]?["name"]?.asString == "python")
        #expect(again.codeCells.map(\.source) == ["print('```')"])
        #expect(again.proseCells.map(\.isRaw) == [false, true])
        #expect(MarkdownWriter.write(again, stem: "a").text == markdown)
    }

    @Test func quartoGetsCalloutsReferencesAndOutputs() {
        let notebook = Self.notebook(
            """
            ---
            lang: ko
            ---

            @loss을 봅니다. {漢字|かんじ} `@loss`

            ::: tip 비결
            가
            :::

            ```swift {#loss}
            //| fig-cap: 손실
            plot()
            ```
            """)
        let outputs: [Output] = [
            .stream(.stdout, "x\n"), .result(MIMEBundle([MIME.text: "F", MIME.svg: "<svg></svg>"])),
        ]
        let record = Record(of: notebook, outputs: [CellID("loss"): outputs], engine: "H", instructionSet: "")
        let written = QuartoWriter.write(notebook, record: record, stem: "a")
        #expect(
            written.text == """
                ---
                lang: ko
                format: html
                ---

                @fig-loss을 봅니다. <ruby>漢字<rt>かんじ</rt></ruby> `@loss`

                ::: {.callout-tip title="비결"}
                가
                :::

                ```{.swift}
                plot()
                ```

                ::: {.cell-output .cell-output-stdout}
                ```
                x
                ```
                :::

                ![손실](a_files/loss-1.svg){#fig-loss}

                """)
        #expect(written.files["a_files/loss-1.svg"] == Array("<svg></svg>".utf8))
    }

    @Test func inQuartoExpressionsShowTheirRecordedValues() {
        let notebook = Self.notebook("학생 `{swift} students`명, `{swift} names`\n")
        var record = Record(of: notebook, outputs: [:], engine: "H", instructionSet: "")
        record.parts = record.proseCells.map { prose in
            var prose = prose
            prose.inline = [
                Record.InlineValue(expression: "students", text: "28"),
                Record.InlineValue(expression: "names", text: "[\"a_b\"]"),
            ]
            return .prose(prose)
        }
        let head = "---\nlang: en\nformat: html\n---\n\n"
        #expect(
            QuartoWriter.write(notebook, record: record, stem: "a").text
                == head + #"학생 28명, \[\"a\_b\"\]"# + "\n")
        #expect(
            QuartoWriter.write(notebook, record: nil, stem: "a").text
                == head + "학생 `{swift} students`명, `{swift} names`\n")
    }

    @Test func inQuartoADivisionAroundACellIsWrittenOnce() {
        let notebook = Self.notebook("::: note\n가\n\n```swift\n1\n```\n\n{漢字|かんじ}\n:::\n")
        #expect(
            QuartoWriter.write(notebook, record: nil, stem: "a").text == """
                ---
                lang: en
                format: html
                ---

                ::: {.callout-note}
                가

                ```{.swift}
                1
                ```

                <ruby>漢字<rt>かんじ</rt></ruby>
                :::

                """)
    }

    @Test func inQuartoACellThatHasChangedShowsNoOutput() {
        let old = Self.notebook("```swift {#a}\n1\n```\n")
        let record = Record(
            of: old, outputs: [CellID("a"): [.stream(.stdout, "x\n")]], engine: "H", instructionSet: "")
        let written = QuartoWriter.write(Self.notebook("```swift {#a}\n2\n```\n"), record: record, stem: "a")
        #expect(!written.text.contains("cell-output"))
    }
}
