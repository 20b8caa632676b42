import Diagnostics
import Execution
import Foundation
import Notebook
import Outputs
import Synchronization

/// Shows on standard error how far runs are: one line that is rewritten on a terminal, plain lines elsewhere.
final class ProgressDisplay: Sendable {
    enum Style { case live, plain, silent }

    private struct State {
        var line = ""
        var remaining = RemainingTime()
        var lastReport = ContinuousClock.now
        var cell = ""
    }

    private let style: Style
    private let language: Language
    private let name: String
    private let start = ContinuousClock.now
    private let state = Mutex(State())

    /// Plain lines about a long computation come no more often than this.
    private static let plainPeriod = Duration.seconds(10)

    /// One display for each notebook. Several at once cannot share a line.
    init(lesson: Lesson, isQuiet: Bool, isAlone: Bool) {
        style = isQuiet ? .silent : Terminal.error.isInteractive && isAlone ? .live : .plain
        language = lesson.language
        name = lesson.path
    }

    func show(_ update: RunUpdate) {
        guard style != .silent else { return }
        state.withLock { state in
            switch update {
            case .started(let id, _, let index, let count):
                state.remaining = RemainingTime()
                state.lastReport = .now
                state.cell = "\(name) [\(index)/\(count)] \(id)"
                write(state.cell, &state, isNews: true)
            case .progress(_, let progress):
                let now = ContinuousClock.now
                let seconds = state.remaining.estimate(
                    done: progress.done, total: progress.total, now: now - start)
                var line = "\(state.cell) · \(progress.detail)"
                if let seconds { line += " · " + CommandText.remaining(seconds, in: language) }
                let isNews = now - state.lastReport >= Self.plainPeriod
                if isNews { state.lastReport = now }
                write(line, &state, isNews: isNews)
            case .repeated(let id):
                state.cell = "\(name) \(CommandText.repeating(id.rawValue, in: language))"
                write(state.cell, &state, isNews: true)
            case .output, .finished:
                break
            }
        }
    }

    private func write(_ line: String, _ state: inout State, isNews: Bool) {
        switch style {
        case .live:
            state.line = line
            Terminal.error.write("\r\u{1B}[K" + line.fitting(columns: Terminal.error.width - 1))
        case .plain:
            if isNews { Terminal.error.write(line + "\n") }
        case .silent:
            break
        }
    }

    /// Takes the line away before something else is written.
    func finish() {
        state.withLock { state in
            guard style == .live, !state.line.isEmpty else { return }
            state.line = ""
            Terminal.error.write("\r\u{1B}[K")
        }
    }
}
