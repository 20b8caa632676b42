import Diagnostics
import Notebook
import Outputs
import Records

/// The output of a cell that must not type-check: what the checker said of it.
enum ExpectedDiagnostics {
    /// Places are counted within the cell's text, so that prose written above the cell changes nothing.
    static func output(_ diagnostics: [Diagnostic], of cell: Cell, language: Language) -> Output {
        let text = SourceText(path: cell.label ?? cell.id.rawValue, text: cell.text)
        let local = diagnostics.map { $0.moved(into: cell) }
        let rendered = JSONRenderer(language: language).render(local, in: text)
        let payload = (try? JSONParser.parse(Array(rendered.utf8))) ?? .array([])
        return .display(
            MIMEBundle([
                MIME.text: .string(TerminalRenderer(language: language).render(local, in: text)),
                MIME.diagnostics: payload,
            ]))
    }
}

extension Diagnostic {
    /// Seen from the cell's own text; a note that stands elsewhere loses its place.
    fileprivate func moved(into cell: Cell) -> Diagnostic {
        func move(_ range: SourceRange) -> SourceRange? {
            cell.textRange.contains(range) ? range.shifted(by: -cell.textRange.lower) : nil
        }
        var copy = self
        copy.range = move(range) ?? SourceRange(at: 0)
        copy.notes = notes.map { DiagnosticNote($0.message, at: $0.range.flatMap(move)) }
        copy.fixIts = fixIts.compactMap { fixIt in move(fixIt.range).map { FixIt(replace: $0, with: fixIt.replacement) }
        }
        return copy
    }
}
