package import Bytecode
package import Diagnostics
import Notebook
package import Outputs

/// Words a cell's failure for the reader: the sentence in the lesson's language, the place in the source file, the calls
/// that led there.
package struct FailureText {
    private let source: SourceText
    private let language: Language

    package init(_ source: SourceText, language: Language) {
        self.source = source
        self.language = language
    }

    /// Names the file without its folder, so that a record does not tell where it was made.
    init(_ notebook: Notebook) {
        let name = notebook.source.path.split(separator: "/").last.map(String.init) ?? notebook.source.path
        self.init(SourceText(path: name, text: notebook.source.text), language: notebook.frontMatter.language)
    }

    func error(_ failure: CellFailure, in cell: Cell) -> OutputError {
        error(failure, inCellAt: cell.textRange.lower)
    }

    /// `start` is where the cell's text begins.
    package func error(_ failure: CellFailure, inCellAt start: Int) -> OutputError {
        let (name, message) = describe(failure.cause)
        let place = failure.stack.first?.range ?? firstLine(at: start)
        var traceback = excerpt(place)
        let calls = failure.stack.dropFirst()
        for (function, range) in calls.prefix(Self.shownCalls) {
            traceback.append("  \(calledFrom) \(function) (\(position(range)))")
        }
        if calls.count > Self.shownCalls { traceback.append("  … \(calls.count - Self.shownCalls)") }
        return OutputError(name: name, message: message, traceback: traceback)
    }

    /// `place` is where the cell was when it was stopped, if that is known.
    func error(_ fault: RunFault, in cell: Cell?, at place: SourceRange? = nil) -> OutputError {
        var traceback = (place ?? cell.map { firstLine(at: $0.textRange.lower) }).map(excerpt) ?? []
        if let advice = fault.advice(in: language) { traceback.append("  = \(advice)") }
        return OutputError(name: fault.name, message: fault.text(in: language), traceback: traceback)
    }

    /// A runaway recursion has thousands of calls; the innermost ones tell the story.
    private static let shownCalls = 10

    private func describe(_ cause: CellFailure.Cause) -> (name: String, message: String) {
        switch cause {
        case .trap(let kind, let detail):
            (kind.name, kind.text(in: language) + (detail.map { " (\($0))" } ?? ""))
        case .library(let error as any LessonError):
            (error.name, error.message(in: language.rawValue))
        case .library(let error as OutputError):
            (error.name, error.message)
        case .library(let error):
            (String(describing: type(of: error)), String(describing: error))
        }
    }

    private var calledFrom: String { language.choose(ko: "호출한 곳:", ja: "呼び出し元:", en: "called from") }

    private func firstLine(at start: Int) -> SourceRange {
        let line = source.range(ofLine: source.line(at: start))
        return SourceRange(min(start, line.upper), line.upper)
    }

    private func excerpt(_ range: SourceRange) -> [String] {
        let lines = TerminalRenderer(language: language).excerpt(range, in: source).split(separator: "\n")
        return [position(range)] + lines.map(String.init)
    }

    private func position(_ range: SourceRange) -> String {
        let place = source.position(at: range.lower)
        return "\(source.path):\(place.line):\(place.column)"
    }
}
