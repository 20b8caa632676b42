import CellLanguage
import Diagnostics
import Execution
import Notebook
import Tangle

/// Notebooks for these tests, tangled.
enum Tangling {
    /// What stands in `main.swift` behind the head.
    static func cells(of text: String) -> String {
        let check = NotebookCheck.read(SourceText(path: "course/lesson.md", text: text))
        precondition(check.program != nil, "\(check.diagnostics)")
        return cells(of: check.notebook, names: check.names, showing: check.showingCells)
    }

    /// The same with names that a test has found itself: for declarations that the checker does not have yet.
    static func cells(of text: String, names: [(name: String, cell: String, uses: [Int])]) -> String {
        let source = SourceText(path: "course/lesson.md", text: text)
        let found = names.map { name, cell, uses in
            let ranges = source.occurrences(of: name)
            return TopLevelName(name: name, cell: cell, definition: ranges[uses[0]], uses: uses.map { ranges[$0] })
        }
        return cells(of: NotebookReader.read(source), names: found, showing: [])
    }

    private static func cells(of notebook: Notebook, names: [TopLevelName], showing: Set<CellID>) -> String {
        let program = tangled(notebook, names: names, showing: showing).program
        let lines = program.split(separator: "\n", omittingEmptySubsequences: false)
        let head = lines.firstIndex { $0.hasPrefix("__begin") } ?? 0
        return lines.dropFirst(head + 2).joined(separator: "\n")
    }

    static func tangled(
        _ notebook: Notebook, names: [TopLevelName] = [], showing: Set<CellID> = [],
        dependency: Dependency = .path("/houses/hanji")
    ) -> TangledLesson {
        TangledLesson(
            notebook, names: names, showing: showing, library: NotebookCheck.library, dependency: dependency)
    }
}

extension SourceText {
    /// Where a word stands, from 0, whole.
    fileprivate func occurrences(of word: String) -> [SourceRange] {
        let isPart = { (byte: UInt8) in byte == 0x5F || byte >= 0x80 || Character(UnicodeScalar(byte)).isLetter }
        let wanted = Array(word.utf8)
        return (0...max(0, utf8.count - wanted.count)).compactMap { start in
            let end = start + wanted.count
            guard Array(utf8[start..<end]) == wanted else { return nil }
            if start > 0, isPart(utf8[start - 1]) || end < utf8.count && isPart(utf8[end]) { return nil }
            return SourceRange(start, end)
        }
    }
}
