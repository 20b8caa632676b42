import Diagnostics
import Notebook
import Testing

@Suite struct CellTests {
    @Test func everyOption() throws {
        let notebook = Reading.read(
            """
            ```swift {#loss-curve .hide-input .remove-output rtol=1e-3 atol="0.5" timeout=60 compare=numeric}
            //| fig-cap: 훈련과 검증 손실
            //| fig-alt: "에포크: \\"수\\""
            //| fig-width: 60%
            //| tbl-cap: '그것''은'
              //| lst-cap: 코드
            let x = 1
            ```
            """)
        #expect(notebook.diagnostics.map { $0.message.text(in: .english) } == [])
        let cell = try #require(notebook.cells.first)
        #expect(cell.label == "loss-curve" && cell.id == CellID("loss-curve") && cell.number == 1)
        #expect(cell.options.input == .folded && cell.options.output == .removed && !cell.options.isRemoved)
        #expect(cell.options.rtol == 0.001 && cell.options.atol == 0.5 && cell.options.timeout == 60)
        #expect(cell.options.compare == .numeric && cell.options.evaluation == .run)
        #expect(cell.options.figureCaption == "훈련과 검증 손실" && cell.options.figureAlt == "에포크: \"수\"")
        #expect(cell.options.figureWidth == "60%" && cell.options.tableCaption == "그것'은")
        #expect(cell.options.listingCaption == "코드")
        #expect(cell.code == "let x = 1")
    }

    @Test func cellsInADivisionRunInTheirPlace() throws {
        let notebook = Reading.read(
            "::: answer\n앞\n\n```swift {#a}\n1\n```\n\n사이\n\n```swift {#b}\n2\n```\n뒤\n:::\n\n끝\n")
        #expect(notebook.diagnostics.isEmpty)
        #expect(notebook.cells.map(\.label) == ["a", "b"] && notebook.cells.map(\.number) == [1, 2])
        #expect(notebook.cells.map(\.isNested) == [true, true])
        // The parts are the file's text in order; the division is a block of the first of them.
        let prose = notebook.parts.compactMap { part -> Prose? in
            if case .prose(let prose) = part { prose } else { nil }
        }
        #expect(prose.map(\.text) == ["::: answer\n앞", "사이", "뒤\n:::\n\n끝"])
        #expect(prose.map(\.blocks.count) == [1, 0, 1])
    }

    @Test func expressionsInProse() {
        let notebook = Reading.read(
            "# `{swift} a`\n\n- **`{swift} b + 1`**[^1]\n\n```swift\n1\n```\n\n`{swift}x` `` {swift} c ``\n\n[^1]: `{swift} d`\n"
        )
        #expect(notebook.expressions.map(\.expression) == ["a", "b + 1", "c", "d"])
        #expect(Set(notebook.expressions.map(\.id)).count == 4)
        let text = notebook.expressions.map { expression in
            notebook.source.slice(
                SourceRange(expression.textOffset, expression.textOffset + expression.expression.utf8.count))
        }
        #expect(text == ["a", "b + 1", "c", "d"])
    }

    @Test func evaluation() {
        func options(_ attributes: String) -> CellOptions? {
            Reading.read(Reading.cell(attributes)).cells.first?.options
        }
        #expect(options("{.noeval}")?.evaluation == CellOptions.Evaluation.none)
        #expect(options("{.raises-exception}")?.evaluation == .raisesException)
        #expect(options("{.fails-check}")?.evaluation == .failsCheck)
        #expect(options("{.remove-input}")?.input == .removed)
        #expect(options("{.hide-output}")?.output == .folded)
        #expect(options("{.remove-cell}")?.isRemoved == true)
        #expect(options("{compare=shape}")?.compare == .shape)
        #expect(options("{normalize=durations}")?.normalizers == [.durations])
        #expect(options("{normalize=\"paths, durations\"}")?.normalizers == [.paths, .durations])
        #expect(options("{fig-cap=\"가 \\\"나\\\" \\\\\" tbl-cap='다'}")?.figureCaption == "가 \"나\" \\")
        #expect(options("{fig-width=480}")?.figureWidth == "480px")
        #expect(options("") == CellOptions() && options("{}") == CellOptions() && options("{ }") == CellOptions())
    }

    @Test func numbers() {
        let text = [
            Reading.cell("{.noeval}"), "글", Reading.cell(""), Reading.cell("{.fails-check}"), "```python\n1\n```\n",
            Reading.cell("{.remove-cell}"),
        ]
        let cells = Reading.read(text.joined(separator: "\n")).cells
        #expect(cells.map(\.number) == [nil, 1, 2, 3])
    }

    /// What the compiler sees maps to the file byte by byte, even where the fence is indented.
    @Test(arguments: ["", " ", "   "], ["\n", "\r\n"]) func textMapsToTheFile(_ indent: String, _ lineBreak: String)
        throws
    {
        let lines = ["글", "", "```swift {#a}", "//| fig-cap: 그림", "let 가 = \"日\"", "", "  print(가)", "```", "끝"]
        let text = lines.map { $0.isEmpty ? "" : indent + $0 }.joined(separator: lineBreak)
        let notebook = Reading.read(text)
        let cell = try #require(notebook.cells.first)
        #expect(notebook.source.slice(cell.textRange) == cell.text)
        #expect(
            cell.text == lines[3...6].map { $0.isEmpty ? "" : indent + $0 }.joined(separator: lineBreak) + lineBreak)
        #expect(cell.code == "let 가 = \"日\"\n\n  print(가)")
        #expect(
            notebook.source.slice(cell.range)
                == (lines[2...7].map { $0.isEmpty ? "" : indent + $0 }.joined(separator: lineBreak)).dropFirst(
                    indent.count))
        #expect(notebook.source.position(at: cell.textRange.lower).line == 4)
        #expect(notebook.diagnostics.isEmpty)
    }

    @Test func partsInOrder() {
        let text = "# 제목\n\n글[^1]\n\n```swift\n1\n```\n```swift {#b}\n2\n```\n\n> 인용\n\n[l]: /u\n\n[^1]: 각주\n"
        let notebook = Reading.read(text)
        let parts = notebook.parts.map { part in
            switch part {
            case .prose(let prose): "prose(\(prose.blocks.count)): \(prose.text)"
            case .cell(let cell): "cell: \(cell.code)"
            }
        }
        #expect(parts == ["prose(2): # 제목\n\n글[^1]", "cell: 1", "cell: 2", "prose(1): > 인용\n\n[l]: /u\n\n[^1]: 각주"])
        for case .prose(let prose) in notebook.parts { #expect(notebook.source.slice(prose.range) == prose.text) }
        #expect(notebook.footnotes.count == 1)
    }

    @Test func otherFencesAreProse() {
        let notebook = Reading.read("```python\n1\n```\n\n```\n2\n```\n\n    swift\n\n~~~swiftly\n3\n~~~\n")
        #expect(notebook.cells.isEmpty && notebook.diagnostics.isEmpty && notebook.parts.count == 1)
        #expect(Reading.read("~~~swift\n1\n~~~").cells.count == 1)
        #expect(Reading.read("````swift\n```\n````").cells.first?.code == "```")
    }

    @Test func emptyCell() throws {
        for text in ["```swift\n```", "```swift {#a}\n\n```"] {
            let cell = try #require(Reading.read(text).cells.first)
            #expect(cell.code == "" && cell.number == 1)
        }
        #expect(Reading.read("```swift").cells.count == 1)
    }
}

@Suite struct CellIDTests {
    private func ids(_ text: String) -> [String] {
        Reading.read(text).parts.map { part in
            switch part {
            case .prose(let prose): prose.id.rawValue
            case .cell(let cell): cell.id.rawValue
            }
        }
    }

    @Test func shape() {
        let all = ids(
            "글\n\n" + Reading.cell("") + "\n글\n\n" + Reading.cell("") + Reading.cell("{#a_B-9}") + Reading.cell("", ""))
        #expect(Set(all).count == all.count && all.count == 6)
        for id in all {
            #expect(
                1...64 ~= id.count
                    && id.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") })
        }
        #expect(all[0].hasSuffix("-1") && all[2].hasSuffix("-2") && all[0].dropLast(2) == all[2].dropLast(2))
        #expect(all[1].dropLast(2) == all[3].dropLast(2) && all[4] == "a_B-9")
    }

    /// An id depends on what its own part says, not on the others, on options or on line breaks.
    @Test func stable() {
        let before = ids("글\n\n" + Reading.cell("", "let a = 1") + "\n끝")
        let after = ids(
            "# 새 글\n\n" + Reading.cell("", "new()") + "\n글\n\n" + Reading.cell("{.hide-input}", "let a = 1") + "\n끝")
        #expect(Array(after.suffix(3)) == before)
        #expect(ids("글\r\n\r\n```swift\r\nlet a = 1\r\n```\r\n끝") == before)
        #expect(ids(Reading.cell("", "let a = 2")) != [before[1]])
    }

    @Test func labelsWinOverDigests() {
        let digest = ids(Reading.cell(""))[0]
        let all = ids(Reading.cell("") + Reading.cell("{#\(digest)}", "2"))
        #expect(all == [digest.dropLast() + "2", digest])
    }

    @Test func secondOfALabelGetsADigest() {
        let notebook = Reading.read(Reading.cell("{#a}") + Reading.cell("{#a}", "2"))
        #expect(notebook.cells[0].label == "a" && notebook.cells[1].label == nil)
        #expect(notebook.cells[0].id != notebook.cells[1].id)
    }
}
