import Diagnostics
import Execution
import Notebook
import Outputs
import Records

extension CheckEntry {
    /// For reports that other tools read.
    ///
    /// - Parameter language: As the command names it; else the lesson's.
    func summary(in language: Language?) -> CheckSummary {
        let language = language ?? lesson?.language ?? .ofLocale
        var summary = CheckSummary(path: path, language: language, outcome: summaryOutcome)
        guard let lesson else {
            if case .unreadable(let reason) = outcome { summary.add(reason, id: "unreadable") }
            return summary
        }
        let source = lesson.notebook.source
        summary.cells = lesson.notebook.cells.filter { $0.options.evaluation != .none }.map { cell in
            .init(
                id: cell.id.rawValue, name: cell.label ?? cell.number.map(String.init) ?? cell.id.rawValue,
                line: source.line(at: cell.range.lower))
        }
        summary.problems = lesson.diagnostics.map { problem($0, in: lesson.notebook, language) }
        switch outcome {
        case nil, .refused, .cancelled: break
        case .unreadable(let reason): summary.add(reason, id: "unreadable")
        case .unrecorded: summary.add(CommandText.stale(path, isMissing: true, in: language), id: "unrecorded")
        case .compared(let comparison): add(comparison, to: &summary, language)
        }
        return summary
    }

    private var summaryOutcome: CheckSummary.Outcome {
        switch outcome {
        case nil: .checked
        case .unreadable: .unreadable
        case .refused: .typeError
        case .unrecorded: .unrecorded
        case .cancelled: .cancelled
        case .compared(let comparison):
            switch comparison.verdict {
            case _ where comparison.result.ending != .completed: .failed
            case .different: .different
            case _ where comparison.nondeterminism != nil: .nondeterministic
            case .skipped: .skipped
            case .same: .same
            }
        }
    }

    private func add(_ comparison: Comparison, to summary: inout CheckSummary, _ language: Language) {
        if case .skipped(let mismatches) = comparison.verdict {
            summary.reason = mismatches.map { $0.text(in: language) }.joined(separator: "; ")
        }
        for failure in comparison.result.failures {
            summary.problems.append(
                .init(
                    cell: failure.cell?.rawValue, line: summary.line(of: failure.cell?.rawValue),
                    id: failure.error.name, message: "\(failure.error.name): \(failure.error.message)",
                    detail: failure.error.traceback.joined(separator: "\n")))
        }
        let report = FindingReport(language: language)
        func add(_ finding: Finding, _ message: String) {
            summary.problems.append(
                .init(
                    cell: finding.cell?.id.rawValue, line: summary.line(of: finding.cell?.id.rawValue),
                    id: finding.id, message: message, detail: report.details(of: finding), finding: finding))
        }
        for finding in verdict?.findings ?? [] { add(finding, finding.text(in: language)) }
        if let finding = comparison.nondeterminism {
            add(finding, CommandText.nondeterministic(path, in: language) + " " + finding.text(in: language))
        }
    }

    private func problem(
        _ diagnostic: Diagnostic, in notebook: Notebook, _ language: Language
    ) -> CheckSummary.Problem {
        let place = notebook.source.position(at: diagnostic.range.lower)
        let cell = notebook.cells.first { $0.range.contains(diagnostic.range) }
        return .init(
            cell: cell?.id.rawValue, line: place.line, column: place.column,
            isWarning: diagnostic.severity != .error, id: diagnostic.message.id,
            message: diagnostic.message.text(in: language), detail: diagnostic.message.advice(in: language) ?? "")
    }
}

extension CheckSummary {
    fileprivate mutating func add(_ reason: String, id: String) {
        self.reason = reason
        problems.append(.init(cell: nil, line: 0, id: id, message: reason))
    }

    fileprivate func line(of cell: String?) -> Int { cells.first { $0.id == cell }?.line ?? 0 }
}
