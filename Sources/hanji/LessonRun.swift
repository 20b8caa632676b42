import Diagnostics
import Execution
import Foundation
import Notebook
import Outputs
import Records

/// One lesson's run with what the terminal is told about it.
enum LessonRun {
    /// Runs a lesson that has passed the check, showing how far it is.
    static func result(
        of lesson: Lesson, _ options: RunOptions, isAlone: Bool, store: String? = nil
    ) async -> Result<RunResult, WorkerStartError> {
        let display = ProgressDisplay(lesson: lesson, isQuiet: options.quiet, isAlone: isAlone)
        defer { display.finish() }
        do throws(WorkerStartError) {
            return .success(try await options.runner(store: store).run(lesson.notebook) { display.show($0) })
        } catch {
            return .failure(error)
        }
    }

    static func status(of ending: RunResult.Ending) -> ExitStatus {
        switch ending {
        case .completed: .fine
        case .failed, .memoryLimit, .crashed, .cancelled: .finding
        case .timeLimit: .timeLimit
        }
    }

    /// What a run that did not complete ended with, for the terminal.
    static func failureText(_ result: RunResult, of lesson: Lesson) -> String? {
        let failures = result.failures
        if failures.isEmpty { return nil }
        var text = failures.map { self.text(of: $0.error, in: $0.cell, of: lesson) }.joined()
        if case .crashed = result.ending, !result.standardError.isEmpty {
            text += result.standardError.split(separator: "\n").suffix(5).map { "  | \($0)\n" }.joined()
        }
        if !result.skipped.isEmpty {
            let skipped = lesson.notebook.cells.filter { result.skipped.contains($0.id) }
            let names = skipped.map { $0.name(in: lesson.language) }
            text += CommandText.skippedCells(lesson.path, names, in: lesson.language) + "\n"
        }
        return text
    }

    private static func text(of error: OutputError, in id: CellID?, of lesson: Lesson) -> String {
        let cell = id.flatMap { id in lesson.notebook.cells.first { $0.id == id } }
        let place = cell.map { $0.name(in: lesson.language) }
        var lines = error.traceback
        // The record names the file without its folder; here the place must be one that an editor can open.
        let name = lesson.path.split(separator: "/").last.map(String.init) ?? lesson.path
        var head = lesson.path
        if let first = lines.first, first.hasPrefix(name + ":") {
            head = lesson.path + first.dropFirst(name.count)
            lines.removeFirst()
        }
        let label = lesson.language.choose(ko: "오류", ja: "エラー", en: "error")
        let sentence = [place, error.name, error.message].compactMap { $0 }.joined(separator: ": ")
        return "\(head): \(label): \(sentence)\n" + lines.map { $0 + "\n" }.joined()
    }
}
