import Diagnostics
import Notebook
import Outputs
import Rendering
import Testing

@Suite struct CellTests {
    @Test func aSmallPageLooksLikeThis() throws {
        let page = SamplePage(
            """
            ---
            title: 예제
            lang: ko
            ---

            ## 준비

            **강조**와 `code`.

            ```swift {#a}
            let x = 1
            x
            ```
            """, outputs: ["a": [.stream(.stdout, "출력\n"), SamplePage.result("1")]])
        try expectSnapshot(page.body(), "small-page.html")
    }

    @Test func aCellInADivisionIsShownThere() throws {
        let html = try SamplePage(
            "::: answer\n앞\n\n```swift {#a}\n1\n```\n\n뒤\n:::\n", outputs: ["a": [SamplePage.result("1")]]
        ).body()
        let details = try #require(html.firstRange(of: "<details"))
        let end = try #require(html.firstRange(of: "</details>"))
        let answer = html[details.lowerBound..<end.lowerBound]
        #expect(answer.contains("<p>앞</p>") && answer.contains("id=\"a\"") && answer.contains("<p>뒤</p>"))
        #expect(html.ranges(of: "id=\"a\"").count == 1)
    }

    @Test func aTableOfData() throws {
        let data: JSON = [
            "columns": ["말", "횟수"], "index": [0, .null, 9], "rows": [["<b>", "3"], .null, ["", "12"]],
            "shape": [10, 2],
        ]
        let bundle = MIMEBundle([MIME.text: "plain", MIME.table: data])
        let html = try body("", outputs: [.result(bundle)])
        #expect(html.contains("<th scope=\"col\" class=\"number\">횟수</th>") && html.contains("<td>&lt;b&gt;</td>"))
        #expect(html.contains("<td class=\"missing\">NaN</td><td class=\"number\">12</td>"))
        #expect(html.contains("10 rows × 2 columns") && !html.contains("plain"))
        // What is no table is text.
        let broken = MIMEBundle([MIME.text: "plain", MIME.table: ["columns": ["a"]]])
        let text = try body("", outputs: [.result(broken)])
        #expect(text.contains("plain"))
    }

    private func body(_ attributes: String, code: String = "x", outputs: [Output]) throws -> String {
        try SamplePage("```swift {#a \(attributes)}\n\(code)\n```", outputs: ["a": outputs]).body()
    }

    @Test func foldedPartsAreInDetails() throws {
        let both = try body(".hide-input .hide-output", outputs: [SamplePage.result("1")])
        #expect(both.contains("<details class=\"fold\"><summary>Show code</summary>\n<div class=\"input\"><pre"))
        #expect(both.contains("<details class=\"fold\"><summary>Show output</summary>\n<div class=\"outputs\">"))
    }

    @Test func removedPartsAreNotThere() throws {
        #expect(try !body(".remove-input", code: "secret", outputs: [SamplePage.result("1")]).contains("secret"))
        #expect(try !body(".remove-output", outputs: [SamplePage.result("secret")]).contains("secret"))
        #expect(try body(".remove-cell", outputs: [SamplePage.result("1")]).isEmpty)
    }

    @Test func codeThatIsNotRunHasColourAndNoNumber() throws {
        let body = try body(".noeval", code: "output = relu(1)", outputs: [])
        #expect(!body.contains("cell-number"))
        #expect(body.contains("<span class=\"hl-function\">relu</span>"))
    }

    @Test func swiftBlocksWithinQuotesAreColouredAndOthersAreNot() throws {
        let body = try SamplePage("> ```swift\n> let x = 1\n> ```\n\n```text\nlet x = 1\n```\n").body()
        #expect(body.contains("<span class=\"hl-keyword\">let</span> x"))
        #expect(body.contains("<code class=\"language-text\">let x = 1</code>"))
    }

    @Test func anArrayHasItsTypeAndShapeBesideIt() throws {
        let bundle = MIMEBundle([
            MIME.text: "array([0., 1.])", MIME.array: ["dtype": "float32", "shape": [25000, 10000]],
        ])
        let body = try body("", outputs: [.result(bundle)])
        #expect(body.contains("<span class=\"badge\">float32</span><span class=\"badge\">(25,000, 10,000)</span>"))
        #expect(body.contains("<samp>array([0., 1.])</samp>"))
    }

    @Test func anEpochLogIsATableWithTheLogFolded() throws {
        let values = ["loss": (1...20).map { 1 / Double($0) }, "val_loss": (1...20).map { abs(Double($0) - 4) + 0.5 }]
        let body = try body("", outputs: [SamplePage.history(values, keys: ["loss", "val_loss"])])
        #expect(body.contains("<th scope=\"row\"><code>val_loss</code></th>"))
        #expect(body.contains("<td>0.5000<small>epoch 4</small></td><td>16.5000<small>epoch 20</small></td>"))
        #expect(body.contains("<summary>Show the log of every epoch</summary>"))
        #expect(body.matches(of: #/<svg class="spark /#).count == 2)
    }

    @Test func aShortEpochLogShowsEveryEpoch() throws {
        let body = try body("", outputs: [SamplePage.history(["loss": [0.5, 0.25, .nan]], keys: ["loss"])])
        #expect(body.contains("<td>0.5000</td><td>0.2500</td><td>nan</td>"))
    }

    @Test(arguments: [
        ["epochs": 2, "keys": ["loss"], "values": ["loss": [1]]] as JSON, ["epochs": 0, "keys": [], "values": [:]], [],
        ["epochs": 1, "keys": ["loss"], "values": ["loss": ["x"]]],
    ])
    func aPayloadThatIsNoneIsShownAsText(_ payload: JSON) throws {
        let body = try body("", outputs: [.display(MIMEBundle([MIME.text: "log", MIME.history: payload]))])
        #expect(body.contains("<samp>log</samp>"))
        #expect(!body.contains("epoch-log"))
    }

    @Test func extremeScoresDoNotBreakTheLine() throws {
        let values = [-1e308, 1e308, .infinity, 1e-300, 0, 5, 1]
        let body = try body("", outputs: [SamplePage.history(["loss": values], keys: ["loss"])])
        #expect(!body.contains("nan") && !body.contains("d=\"Minf"))
    }

    @Test func anErrorHasItsExcerpt() throws {
        let error = OutputError(name: "IndexOutOfRange", message: "out of range", traceback: ["1 | x[9]", "  | ^"])
        let body = try body("", outputs: [.error(error)])
        #expect(body.contains("<strong>IndexOutOfRange</strong> out of range</p>"))
        #expect(body.contains("<samp>1 | x[9]\n  | ^</samp>"))
    }

    @Test func recordedDiagnosticsMarkTheirPlaceInTheCell() throws {
        let payload: JSON = [
            ["severity": "error", "message": "no such member", "advice": "use max", "place": ["lower": 2, "upper": 5]]
        ]
        let body = try body(
            ".fails-check", code: "x.mxa()",
            outputs: [.display(MIMEBundle([MIME.text: "t", MIME.diagnostics: payload]))])
        #expect(body.contains("<code>x.<mark>mxa</mark>()</code>"))
        #expect(body.contains("no such member") && body.contains("use max"))
    }

    @Test func aPlaceOutsideTheCellMarksNothing() throws {
        let payload: JSON = [["message": "m", "place": ["lower": 900, "upper": 905]]]
        let body = try body(".fails-check", outputs: [.display(MIMEBundle([MIME.diagnostics: payload]))])
        #expect(body.contains("m</p></div>") && !body.contains("<mark>"))
    }

    private struct Fault: DiagnosticMessage {
        var id: String { "fault" }
        func text(in language: Language) -> String { language.choose(ko: "잘못", ja: "誤り", en: "a fault") }
    }

    @Test func findingsOfACheckStandAtTheirCellAndAreCountedAtTheTop() throws {
        var page = SamplePage("```swift {#a}\nbad\n```")
        page.diagnostics = [Diagnostic(.error, Fault(), at: SourceRange(14, 17))]
        let body = try page.body()
        #expect(body.contains("There is something to mend in this notebook."))
        #expect(body.contains("<span class=\"place\">line 2, column 1</span> a fault</p>"))
        #expect(body.contains("<mark>bad</mark>"))
    }

    @Test func longOutputScrollsInItsOwnBox() throws {
        let long = (1...100).map(String.init).joined(separator: "\n")
        #expect(
            try body("", outputs: [.stream(.stdout, long)]).contains("<pre class=\"stream wraps long\" tabindex=\"0\""))
        #expect(
            try body("", outputs: [.stream(.stdout, "1\n2\n")]).contains(
                "<pre class=\"stream wraps\"><samp>1\n2</samp>"))
    }
}
