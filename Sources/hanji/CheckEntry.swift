import Diagnostics
import Execution
import Records

/// What `check` found about one notebook.
struct CheckEntry: Sendable {
    struct Comparison: Sendable {
        var verdict: RecordComparison.Verdict
        var result: RunResult
        /// What differed first between two runs, where two were made and were not alike.
        var nondeterminism: Finding?
    }

    enum Outcome: Sendable {
        /// The file, or its record, cannot be used; the reason has been told.
        case unreadable(String)
        /// The static check found errors.
        case refused
        /// There is no record to compare with.
        case unrecorded
        case compared(Comparison)
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

    var comparison: Comparison? { if case .compared(let comparison) = outcome { comparison } else { nil } }

    /// The findings that are news: cells behind one that failed did not run, which goes without saying.
    var verdict: RecordComparison.Verdict? {
        guard let comparison else { return nil }
        guard case .different(let findings) = comparison.verdict, comparison.result.ending != .completed else {
            return comparison.verdict
        }
        let news = findings.filter { $0.difference != .notRun }
        return news.isEmpty ? comparison.verdict : .different(news)
    }

    var failure: String? {
        guard let comparison, let lesson else { return nil }
        return LessonRun.failureText(comparison.result, of: lesson)
    }

    func status(isStatic: Bool, isStrict: Bool) -> ExitStatus {
        switch outcome {
        case nil: .fine
        case .unreadable: .unusable
        case .refused, .unrecorded, .cancelled: .finding
        case .compared(let comparison):
            [
                LessonRun.status(of: comparison.result.ending), Self.status(of: comparison.verdict, isStrict: isStrict),
                comparison.nondeterminism == nil ? .fine : .finding,
            ].max() ?? .fine
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
        case .compared(let comparison):
            let lastCheck = LastCheck(ofLesson: path)
            let report = FindingReport(language: lesson.language, colour: Terminal.output.hasColour) {
                lastCheck.pictures(of: $0)
            }
            var text = (failure ?? "") + (verdict.map { report.render($0, lesson: path) } ?? "")
            if let finding = comparison.nondeterminism {
                text += CommandText.nondeterministic(path, in: lesson.language) + "\n" + report.render(finding)
            }
            return text
        case .unrecorded:
            return CommandText.stale(path, isMissing: true, in: lesson.language) + "\n"
        case nil, .unreadable, .refused, .cancelled:
            return ""
        }
    }
}
