import CellLanguage
import CellLibrary
import Diagnostics
import Testing

@Suite struct DiagnosticTests {
    private func rendered(_ text: String, _ language: Language) -> String {
        let source = SourceText(path: "수업.md", text: text)
        let checked = FrontEnd.check([CellSource(id: "c", text: text, offset: 0)], library: CellLibrary.library)
        return TerminalRenderer(language: language).render(checked.diagnostics, in: source)
    }

    private static let misspelt =
        "let 모델 = Sequential()\n모델.compile(optimizer: .rmsprop, loss: .mse, metrics: [.accuray])"

    @Test func misspeltMetricInThreeLanguages() {
        #expect(
            rendered(Self.misspelt, .english) == """
                수업.md:2:56: error: type 'any Metric' has no member 'accuray'; did you mean 'accuracy'?
                2 | 모델.compile(optimizer: .rmsprop, loss: .mse, metrics: [.accuray])
                  |                                                          ^~~~~~~
                  |                                                          accuracy

                """)
        #expect(
            rendered(Self.misspelt, .korean).hasPrefix(
                "수업.md:2:56: 오류: 'any Metric' 타입에는 'accuray'(이)라는 멤버가 없습니다; 혹시 'accuracy'입니까?"))
        #expect(
            rendered(Self.misspelt, .japanese).hasPrefix(
                "수업.md:2:56: エラー: 型'any Metric'には'accuray'というメンバーがありません。'accuracy'の間違いではありませんか"))
    }

    /// Python names them by texts.
    @Test func aMetricNamedByATextIsAMember() {
        let text = "let 모델 = Sequential()\n모델.compile(optimizer: \"adam\", loss: \"binary_crossentropy\")"
        let english = rendered(text, .english)
        #expect(english.contains("does not conform to expected type 'Optimizer'; did you mean '.adam'?"))
        #expect(english.contains("did you mean '.binaryCrossentropy'?"))
        #expect(rendered(text, .korean).contains("혹시 '.adam'입니까?"))
    }

    @Test func weightFilesAreRefusedByName() {
        let text = "let 모델 = Sequential()\ntry 모델.saveWeights(to: \"a\")\ntry 모델.loadWeights(from: \"a\")"
        let english = rendered(text, .english)
        #expect(english.contains("'saveWeights': files and the network cannot be used in cells; its results depend on"))
        #expect(english.contains("'loadWeights': files and the network cannot be used in cells"))
        #expect(rendered(text, .japanese).contains("'saveWeights': セルではファイルやネットワークを使えません"))
    }

    @Test func constantIsShownWithItsDeclaration() {
        #expect(
            rendered("let a = 1\na = 2", .english) == """
                수업.md:2:1: error: cannot assign to value: 'a' is a 'let' constant
                2 | a = 2
                  | ^
                수업.md:1:5: note: 'a' declared here
                1 | let a = 1
                  |     ^

                """)
    }

    /// All mistakes of all cells are reported at once, in the order of the file.
    @Test func allCellsAreChecked() {
        let cells = [
            CellSource(id: "a", text: "let x = y", offset: 100),
            CellSource(id: "b", text: "let z: Int = \"\"", offset: 200),
        ]
        let checked = FrontEnd.check(cells, library: CellLibrary.library)
        #expect(checked.program == nil)
        #expect(checked.diagnostics.map(\.range.lower) == [108, 213])
    }

    @Test func namesOfFailingCellsAreInvisible() {
        let cells = [
            CellSource(id: "a", text: "let x: Int = \"\"\nlet w = 1", offset: 0, mode: .failsCheck),
            CellSource(id: "b", text: "print(w)", offset: 100),
        ]
        let checked = FrontEnd.check(cells, library: CellLibrary.library)
        #expect(checked.expectedDiagnostics["a"]?.count == 1)
        #expect(checked.diagnostics.map { $0.message.id } == ["not-in-scope"])
    }

    @Test func failingCellThatDoesNotFailIsAMistake() {
        let cells = [CellSource(id: "a", text: "let x = 1", offset: 0, mode: .failsCheck)]
        let checked = FrontEnd.check(cells, library: CellLibrary.library)
        #expect(checked.diagnostics.map { $0.message.id } == ["expected-failure"])
    }

    /// A cell with a syntax error does not make every later use of its names an error too.
    @Test func syntaxErrorIsReportedOnce() {
        let cells = [
            CellSource(id: "a", text: "let x = (1\nlet y = 2", offset: 0),
            CellSource(id: "b", text: "print(x, y)", offset: 50),
        ]
        let checked = FrontEnd.check(cells, library: CellLibrary.library)
        #expect(checked.diagnostics.allSatisfy { $0.message.id == "syntax" })
        #expect(!checked.diagnostics.isEmpty)
    }

    /// Found by the fuzzer: only so many bytes are underlined, and the last character was cut.
    @Test(arguments: ["", "x", "xy"]) func aLongSyntaxErrorIsUnderlinedInWholeCharacters(beginning: String) {
        let text = "func a \(beginning)\(String(repeating: "나", count: 50))() {}"
        let found = FrontEnd.check([CellSource(id: "0", text: text, offset: 0)], library: CellLibrary.library)
            .diagnostics
        let bytes = Array(text.utf8)
        #expect(found.contains { $0.range.count > 70 })
        #expect(found.allSatisfy { bytes[$0.range.upper] & 0xC0 != 0x80 })
    }

    @Test func laterCellShadows() {
        let cells = [
            CellSource(id: "a", text: "let x = 1", offset: 0),
            CellSource(id: "b", text: "let x = \"a\"\nprint(x.count)", offset: 50),
        ]
        #expect(FrontEnd.check(cells, library: CellLibrary.library).program != nil)
    }

    @Test(arguments: [
        "((((", "}", "\"", "let", "\\(", "🙂🙂", "func f(", "[1, 2", "#if", "a ? b", "{ $0 }", "\u{0}", "=", "...",
    ])
    func anyTextIsSurvived(_ text: String) {
        _ = FrontEnd.check([CellSource(id: "c", text: text, offset: 0)], library: CellLibrary.library)
    }

    @Test func deepNestingIsSurvived() {
        let text = "let x = " + String(repeating: "(", count: 5000) + "1" + String(repeating: ")", count: 5000)
        let checked = FrontEnd.check([CellSource(id: "c", text: text, offset: 0)], library: CellLibrary.library)
        #expect(checked.program == nil)
    }
}
