import Bytecode
import Diagnostics
import Execution
import Notebook
import Testing

/// The static check of a whole notebook.
@Suite struct NotebookCheckTests {
    private func check(_ text: String) -> NotebookCheck {
        NotebookCheck.read(SourceText(path: "lesson.md", text: text))
    }

    @Test func aSoundNotebookHasAProgram() {
        let check = check("```swift {#a}\nlet x = 1\n```\n\n```swift {#b}\nx + 1\n```\n")
        #expect(check.diagnostics.isEmpty)
        #expect(check.program?.cells.keys.sorted() == ["a", "b"])
    }

    @Test func placesCountFromTheFilesBeginning() throws {
        let check = check("# 제목\n\n```swift\nlet x = unknownName\n```\n")
        #expect(check.program == nil)
        let found = try #require(check.diagnostics.first { $0.severity == .error })
        let place = check.notebook.source.position(at: found.range.lower)
        #expect(place == SourcePosition(line: 4, column: 9, utf8Column: 9))
    }

    @Test func mistakesOfTheFileAndOfCellsStandTogetherByPlace() {
        let check = check("```swift\nlet x = unknownName\n```\n\n```swift {.no-such-option}\n1\n```\n")
        let lines = check.diagnostics.filter { $0.severity == .error }
            .map { check.notebook.source.line(at: $0.range.lower) }
        #expect(lines == [2, 5])
    }

    @Test func anErrorOfTheFileAloneKeepsTheCellsFromRunning() {
        let check = check("```swift {.no-such-option}\n1\n```\n")
        #expect(check.cellDiagnostics.isEmpty)
        #expect(check.diagnostics.hasErrors)
        #expect(check.program == nil)
    }

    @Test func whatIsOnlyShownIsNotChecked() {
        let check = check("```swift {.noeval}\noutput = relu(dot(W, input) +\n```\n\n```swift\n1\n```\n")
        #expect(check.diagnostics.isEmpty)
        #expect(NotebookCheck.cellsToRun(of: check.notebook).count == 1)
    }

    @Test func aCellThatMustNotTypeCheckKeepsItsDiagnosticsToItself() throws {
        let check = check("```swift {#wrong .fails-check}\nlet x: Int = \"a\"\n```\n\n```swift\n1\n```\n")
        #expect(!check.diagnostics.hasErrors)
        #expect(check.program != nil)
        #expect(try #require(check.expectedDiagnostics[CellID("wrong")]).hasErrors)
    }

    @Test func deepNestingIsAMistakeAndNoCrash() {
        let depth = 20_000
        let code = String(repeating: "(", count: depth) + "1" + String(repeating: ")", count: depth)
        #expect(check("```swift\n\(code)\n```\n").diagnostics.hasErrors)
    }
}
