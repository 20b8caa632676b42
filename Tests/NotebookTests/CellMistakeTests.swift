import Diagnostics
import Notebook
import Testing

@Suite struct CellMistakeTests {
    @Test(arguments: [
        // Attributes
        ("{.hide-inputs}", ["1:11 unknown-class .hide-inputs"]),
        ("{.output_area}", ["1:11 unknown-class .output_area"]),
        ("{timout=60}", ["1:11 unknown-option timout"]),
        ("{x=1}", ["1:11 unknown-option x"]),
        ("{timeout=abc}", ["1:19 bad-option-value abc"]),
        ("{timeout=0}", ["1:19 bad-option-value 0"]),
        ("{timeout=inf}", ["1:19 bad-option-value inf"]),
        ("{timeout=0x10}", ["1:19 bad-option-value 0x10"]),
        ("{rtol=-1}", ["1:16 bad-option-value -1"]),
        ("{atol=\"가\"}", ["1:16 bad-option-value \"가\""]),
        ("{compare=foo}", ["1:19 bad-option-value foo"]),
        ("{compare=exect}", ["1:19 bad-option-value exect"]),
        ("{fig-width=wide}", ["1:21 bad-option-value wide"]),
        ("{fig-cap=\"\"}", ["1:19 bad-option-value \"\""]),
        ("{timeout=}", ["1:11 bad-option-value timeout="]),
        ("{timeout}", ["1:11 missing-value timeout"]),
        ("{.timeout}", ["1:11 missing-value .timeout"]),
        ("{noeval}", ["1:11 class-without-dot noeval"]),
        ("{noevla}", ["1:11 unknown-option noevla"]),
        ("{가나}", ["1:11 unexpected-attribute 가나"]),
        ("{.noeval=1}", ["1:11 unexpected-attribute .noeval=1"]),
        ("{noeval=true}", ["1:11 class-as-option noeval=true"]),
        ("{.noeval .noeval}", ["1:19 duplicate-option .noeval"]),
        ("{rtol=1 rtol=2}", ["1:18 duplicate-option rtol"]),
        ("{.noeval", ["1:10 unclosed-attributes {"]),
        ("{fig-cap=\"가}", ["1:19 unclosed-quote \""]),
        // Found by the fuzzer: a control character was read again and again.
        ("{\u{1}.noeval=1}", ["1:12 unexpected-attribute .noeval=1"]),
        ("{.noeval} 글", ["1:20 text-after-attributes 글"]),
        ("playground", ["1:10 text-after-language playground"]),
        // Labels
        ("{#손실}", ["1:11 illegal-label #손실"]),
        ("{#a.b}", ["1:11 illegal-label #a.b"]),
        ("{#a/b?c}", ["1:11 illegal-label #a/b?c"]),
        ("{#}", ["1:11 empty-label #"]),
        ("{#a #b}", ["1:14 second-label #b"]),
        ("{#\(String(repeating: "a", count: 65))}", ["1:11 label-too-long #\(String(repeating: "a", count: 65))"]),
        // Contradictions
        ("{.noeval .raises-exception}", ["1:19 contradictory-options .raises-exception"]),
        ("{.fails-check .noeval}", ["1:24 contradictory-options .noeval"]),
        ("{.raises-exception .fails-check}", ["1:29 contradictory-options .fails-check"]),
        ("{.hide-input .remove-input}", ["1:23 contradictory-options .remove-input"]),
        ("{.hide-output .remove-output}", ["1:24 contradictory-options .remove-output"]),
        ("{rtol=1 compare=exact}", ["1:18 contradictory-options compare"]),
        ("{compare=none atol=1}", ["1:24 contradictory-options atol"]),
        // Fine
        ("{.hide-input .hide-output .raises-exception rtol=0 compare=numeric}", []),
        ("{ #a  .noeval }", []),
    ]) func attributes(_ attributes: String, _ expected: [String]) {
        let found = Reading.diagnostics(Reading.cell(attributes))
        #expect(found == expected)
        #expect(Reading.read(Reading.cell(attributes)).cells.count == 1)
    }

    @Test(arguments: [
        ("//| fig-caption: 가", ["2:5 unknown-option fig-caption"]),
        ("//| fig-cap:", ["2:5 bad-option-value fig-cap:"]),
        ("//| fig-cap 가", ["2:5 malformed-option-line fig-cap 가"]),
        ("//| fig-cap:가", ["2:5 malformed-option-line fig-cap:가"]),
        ("//|: 가", ["2:4 malformed-option-line : 가"]),
        ("//| fig-cap: 가: 나", ["2:14 unquoted-value 가: 나"]),
        ("//| fig-cap: 그림 #1", ["2:14 unquoted-value 그림 #1"]),
        ("//| fig-cap: [가]", ["2:14 unquoted-value [가]"]),
        ("//| fig-cap: \"가", ["2:14 unquoted-value \"가"]),
        ("//| fig-cap: \"가\" 나", ["2:14 unquoted-value \"가\" 나"]),
        ("//| timeout: 1분", ["2:14 bad-option-value 1분"]),
        ("//| noeval: true", ["2:5 class-as-option noeval: true"]),
        ("//| fig-cap: 가\n//| fig-cap: 나", ["3:5 duplicate-option fig-cap"]),
        ("let x = 1\n//| fig-cap: 가", ["3:1 warning late-option-line //| fig-cap: 가"]),
        ("//|\n//| fig-cap: 가", []),
        ("//| fig-cap: C#과 a:b", []),
    ]) func optionLines(_ code: String, _ expected: [String]) {
        let found = Reading.diagnostics(Reading.cell("", code))
        #expect(found == expected)
    }

    @Test(arguments: [
        ("글\n\n```swift {#a}\n1", ["3:1 unclosed-fence ```swift {#a}"]),
        ("~~~\n1\n```", ["1:1 unclosed-fence ~~~"]),
        ("- 가\n\n  ```swift\n  1\n  ```", ["3:6 warning nested-cell swift"]),
        ("> ```swift {#a}\n> 1\n> ```", ["1:6 warning nested-cell swift {#a}"]),
        ("> - ```swift\n>   1\n>   ```", ["1:8 warning nested-cell swift"]),
        ("```Swift\n1\n```", ["1:4 warning not-a-cell Swift"]),
        ("```{swift}\n1\n```", ["1:4 warning not-a-cell {swift}"]),
        ("```swift{#a}\n1\n```", ["1:9 warning no-space-before-attributes {"]),
        ("a[^1]\n\n[^1]: x\n\n    ```swift\n    1\n    ```", ["5:8 warning nested-cell swift"]),
        ("```swift {#a}\n1\n```\n\n```swift {#b}\n```\n\n```swift {#a}\n2\n```", ["8:11 duplicate-label #a"]),
        ("> ```python\n> 1\n> ```", []),
    ]) func fences(_ text: String, _ expected: [String]) {
        let found = Reading.diagnostics(text)
        #expect(found == expected)
    }

    @Test(arguments: [
        ("{.hide-inputs timout=1 compare=exect}", "{.hide-input timeout=1 compare=exact}"),
        ("{noeval}", "{.noeval}"),
        ("{noevla}", "{.noeval}"),
        ("{#a.b/c .noeval", "{#a-b-c .noeval}"),
    ]) func fixIts(_ attributes: String, _ mended: String) {
        let text = Reading.mended(Reading.cell(attributes))
        #expect(text == Reading.cell(mended))
        #expect(Reading.diagnostics(text) == [])
    }

    /// Every way to cut a cell's head in two is read without a crash, and every range lies in the file.
    @Test func prefixes() {
        let text = Array(
            "---\nlang: ko\n---\n```swift {#a .b c=\"d\\\"\" e='f' g=h}\n//| fig-cap: \"가\"\nx\n```\n".unicodeScalars)
        for start in text.indices {
            for end in start..<text.count {
                var view = String.UnicodeScalarView()
                view.append(contentsOf: text[start..<end])
                let notebook = Reading.read(String(view))
                let whole = SourceRange(0, notebook.source.utf8.count)
                let ranges = notebook.diagnostics.map(\.range) + notebook.diagnostics.flatMap { $0.fixIts.map(\.range) }
                #expect(ranges.allSatisfy { whole.contains($0) }, "\(notebook.source.text.debugDescription)")
            }
        }
    }
}
