package import Bytecode
package import CellLanguage
import CellLibrary
package import Diagnostics
package import Notebook

/// A notebook with all that can be said of it before a cell runs.
package struct NotebookCheck: Sendable {
    package let notebook: Notebook
    /// `nil` when there is an error anywhere in the notebook.
    package let program: Program?
    /// What the checker says of the cells, errors and warnings by place. What is wrong with the file itself stands in
    /// ``Notebook/diagnostics``.
    package let cellDiagnostics: [Diagnostic]
    /// What the cells marked `.fails-check` were told.
    package let expectedDiagnostics: [CellID: [Diagnostic]]
    /// What the cells declare for each other.
    package let names: [TopLevelName]
    /// The cells whose last expression is shown.
    package let showingCells: Set<CellID>

    /// Checks all cells as one program. Cells marked `.noeval` are only shown, often as pseudo-code, and nothing is
    /// said of them.
    package init(_ notebook: Notebook) {
        let sources = notebook.parts.flatMap { part -> [CellSource] in
            switch part {
            case .prose(let prose): prose.expressions.map(Self.source)
            case .cell(let cell): Self.mode(of: cell).map { [Self.source(cell, $0)] } ?? []
            }
        }
        let checked = FrontEnd.check(sources, library: CellLibrary.library)
        self.notebook = notebook
        program = notebook.diagnostics.hasErrors ? nil : checked.program
        cellDiagnostics = checked.diagnostics
        expectedDiagnostics = checked.expectedDiagnostics.reduce(into: [:]) { $0[CellID($1.key)] = $1.value }
        names = checked.topLevelNames
        showingCells = Set(checked.showingCells.map(CellID.init))
    }

    /// What cells see of the library.
    package static var library: Library { CellLibrary.library }

    /// Everything, by place.
    package var diagnostics: [Diagnostic] { (notebook.diagnostics + cellDiagnostics).sortedByPlace() }

    /// What a run executes, in order.
    package enum Step: Sendable {
        case cell(Cell)
        case inline(InlineExpression, of: CellID)
    }

    package static func steps(of notebook: Notebook) -> [Step] {
        notebook.parts.flatMap { part -> [Step] in
            switch part {
            case .prose(let prose): prose.expressions.map { .inline($0, of: prose.id) }
            case .cell(let cell): cell.options.evaluation == .none ? [] : [.cell(cell)]
            }
        }
    }

    /// The cells that a run executes, in order.
    package static func cellsToRun(of notebook: Notebook) -> [Cell] {
        notebook.cells.filter { $0.options.evaluation != .none }
    }

    /// Reads and checks on a stack that hostile nesting does not exhaust.
    package static func read(_ source: SourceText) -> NotebookCheck {
        LargeStack.run { NotebookCheck(NotebookReader.read(source)) }
    }

    private static func mode(of cell: Cell) -> CellSource.Mode? {
        switch cell.options.evaluation {
        case .none: nil
        case .run: .run
        case .raisesException: .raisesException
        case .failsCheck: .failsCheck
        }
    }

    private static func source(_ inline: InlineExpression) -> CellSource {
        CellSource(id: inline.id.rawValue, text: inline.expression, offset: inline.textOffset, mode: .inline)
    }

    private static func source(_ cell: Cell, _ mode: CellSource.Mode) -> CellSource {
        CellSource(id: cell.id.rawValue, text: cell.text, offset: cell.textRange.lower, mode: mode)
    }
}
