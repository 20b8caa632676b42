import Diagnostics
import Execution
import Records

/// What `check` found about one notebook.
struct CheckEntry: Sendable {
    enum Outcome: Sendable {
        /// The file, or its record, cannot be used; the reason has been told.
        case unreadable(String)
        /// The static check found errors.
        case refused
        /// There is no record to compare with.
        case unrecorded
        case compared(RecordComparison.Verdict, RunResult)
        case cancelled
    }

    var path: String
    var lesson: Lesson?
    /// `nil` while only the static check has been made.
    var outcome: Outcome?

    init(path: String, lesson: Lesson?, outcome: Outcome? = nil) {
        self.path = path
        self.lesson = lesson
        self.outcome = outcome
    }

    /// The findings that are news: cells behind one that failed did not run, which goes without saying.
    var verdict: RecordComparison.Verdict? {
        guard case .compared(let verdict, let result) = outcome else { return nil }
        guard case .different(let findings) = verdict, result.ending != .completed else { return verdict }
        let news = findings.filter { $0.difference != .notRun }
        return news.isEmpty ? verdict : .different(news)
    }

    var failure: String? {
        guard case .compared(_, let result) = outcome, let lesson else { return nil }
        return LessonRun.failureText(result, of: lesson)
    }

    func status(isStatic: Bool, isStrict: Bool) -> ExitStatus {
        switch outcome {
        case nil: .fine
        case .unreadable: .unusable
        case .refused, .unrecorded, .cancelled: .finding
        case .compared(let verdict, let result):
            max(LessonRun.status(of: result.ending), Self.status(of: verdict, isStrict: isStrict))
        }
    }

    private static func status(of verdict: RecordComparison.Verdict, isStrict: Bool) -> ExitStatus {
        switch verdict {
        case .same: .fine
        case .different: .finding
        case .skipped: isStrict ? .finding : .fine
        }
    }

    // MARK: Text

    var diagnosticText: String { lesson?.diagnosticText(for: .output) ?? "" }

    var outcomeText: String {
        guard let lesson else { return "" }
        switch outcome {
        case .compared:
            let report = FindingReport(language: lesson.language, colour: Terminal.output.hasColour)
            return (failure ?? "") + (verdict.map { report.render($0, lesson: path) } ?? "")
        case .unrecorded:
            return CommandText.stale(path, isMissing: true, in: lesson.language) + "\n"
        case nil, .unreadable, .refused, .cancelled:
            return ""
        }
    }
}
