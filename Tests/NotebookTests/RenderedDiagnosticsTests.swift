import Diagnostics
import Notebook
import Testing

@Suite struct RenderedDiagnosticsTests {
    private let text = """
        ---
        title: 손실
        lang: kr
        ---

        손실을 그립니다.

        ```swift {#loss .hide-inputs timeout=빨리}
        plot()
        ```

        ```swift {#loss}
        plot()
        ```
        """

    @Test func korean() {
        let notebook = Reading.read(text)
        let page = TerminalRenderer(language: .korean).render(notebook.diagnostics, in: notebook.source)
        #expect(
            page == """
                lesson.md:3:7: 오류: `kr`은(는) 지원하지 않는 언어입니다
                3 | lang: kr
                  |       ^~
                  = `ko`, `ja`, `en` 가운데 하나를 쓰십시오

                lesson.md:8:17: 오류: `.hide-inputs`은(는) 알 수 없는 옵션입니다. `.hide-input`을(를) 뜻했습니까?
                8 | ```swift {#loss .hide-inputs timeout=빨리}
                  |                 ^~~~~~~~~~~~
                  |                 .hide-input

                lesson.md:8:38: 오류: `timeout`의 값은 0보다 큰 초 수여야 하는데 `빨리`입니다
                8 | ```swift {#loss .hide-inputs timeout=빨리}
                  |                                      ^~~~

                lesson.md:12:11: 오류: 이름표 `#loss`은(는) 이미 다른 셀에 있습니다
                12 | ```swift {#loss}
                   |           ^~~~~
                lesson.md:8:11: 참고: `#loss`은(는) 여기에 먼저 쓰였습니다
                8 | ```swift {#loss .hide-inputs timeout=빨리}
                  |           ^~~~~

                """)
    }

    @Test func japanese() {
        let notebook = Reading.read("```swift {#損失}\n1\n```\n\n> ```swift\n> 1\n> ```\n")
        let page = TerminalRenderer(language: .japanese).render(notebook.diagnostics, in: notebook.source)
        #expect(
            page == """
                lesson.md:1:11: エラー: ラベル `#損失` に使えない文字があります
                1 | ```swift {#損失}
                  |           ^~~~~
                  = 使えるのは ASCII の英字、数字、`-`、`_` だけです

                lesson.md:5:6: 警告: リストや引用の中の swift ブロックはセルではありません。表示されるだけで実行されません
                5 | > ```swift
                  |      ^~~~~
                  = 実行するにはブロックを行頭に移し、しないなら言語名を消してください

                """)
    }

    @Test func english() {
        let notebook = Reading.read("---\ntitle: 가: 나\n---\n```swift {.noeval .fails-check}\n1\n")
        let page = TerminalRenderer(language: .english).render(notebook.diagnostics, in: notebook.source)
        #expect(
            page == """
                lesson.md:2:9: error: the front matter is not valid YAML (mapping values are not allowed in this context)
                2 | title: 가: 나
                  |          ^
                  = put text with `:` or `#` in quotes

                lesson.md:4:1: error: this code fence is never closed, so everything to the end of the file is code
                4 | ```swift {.noeval .fails-check}
                  | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
                  = put a fence as long as this one on a line after the code

                lesson.md:4:19: error: `.noeval` and `.fails-check` exclude each other
                4 | ```swift {.noeval .fails-check}
                  |                   ^~~~~~~~~~~~
                lesson.md:4:11: note: `.noeval` is first given here
                4 | ```swift {.noeval .fails-check}
                  |           ^~~~~~~

                """)
    }

    /// Every message has three wordings of its own, and none falls back to its id.
    @Test func everyMessageInEveryLanguage() {
        let messages: [NotebookMessage] = [
            .unclosedFrontMatter, .brokenYAML(problem: "p"), .frontMatterNotMapping, .frontMatterTooComplex,
            .duplicateFrontMatterKey("k"), .unknownFrontMatterKey("k", nearest: nil),
            .unknownFrontMatterKey("k", nearest: "n"),
            .badTitle, .badLanguage("l"), .badSeed("s"), .unclosedFence, .nestedCell, .notACell(info: "i"),
            .noSpaceBeforeAttributes, .textAfterLanguage("t"), .unclosedAttributes, .unclosedQuote,
            .textAfterAttributes("t"),
            .unexpectedAttribute("a"), .unknownClass("c", nearest: nil), .unknownClass("c", nearest: "d"),
            .unknownOption("o", nearest: nil), .unknownOption("o", nearest: "p"), .classWithoutDot("c"),
            .missingValue(option: "o"), .classAsOption("c"), .badValue(option: "o", value: "v", expected: .seconds),
            .badValue(option: "o", value: "v", expected: .tolerance),
            .badValue(option: "o", value: "v", expected: .text),
            .badValue(option: "o", value: "v", expected: .width),
            .badValue(option: "o", value: "v", expected: .oneOf(["a", "b"])),
            .duplicateOption("o"), .firstOption("o"), .contradictoryOptions("a", "b"), .malformedOptionLine,
            .unquotedValue(option: "o"), .lateOptionLine, .illegalLabel("l"), .labelTooLong(limit: 64), .emptyLabel,
            .secondLabel("l"), .duplicateLabel("l"), .firstLabel("l"),
        ]
        for message in messages {
            let texts = Language.allCases.map { message.text(in: $0) }
            #expect(Set(texts).count == 3 && !texts.contains(message.id), "\(message)")
            #expect(texts[0].unicodeScalars.contains { 0xAC00...0xD7A3 ~= $0.value }, "\(message)")
            #expect(texts[1].unicodeScalars.contains { 0x3041...0x30FF ~= $0.value }, "\(message)")
            #expect(texts[2].unicodeScalars.allSatisfy { $0.isASCII || $0 == "…" }, "\(message)")
        }
    }
}
