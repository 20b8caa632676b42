import Diagnostics
import Execution
import Notebook
import Outputs
import Records

/// What `check` found, for tools: `{"notebooks": [{"path": …, "outcome": …, …}]}`.
enum CheckReport {
    /// `outcome` is one of `same`, `different`, `skipped`, `nondeterministic`, `unrecorded`, `type-error`,
    /// `unreadable`, `cancelled`, and `checked` where nothing was run.
    static func json(_ entries: [CheckEntry], language: Language?) -> String {
        let notebooks = entries.map { notebook($0, language ?? $0.lesson?.language ?? .ofLocale) }
        let report: JSON = ["format": 1, "notebooks": .array(notebooks)]
        return String(decoding: JSONWriter.write(report), as: UTF8.self) + "\n"
    }

    private static func notebook(_ entry: CheckEntry, _ language: Language) -> JSON {
        var members: [String: JSON] = ["path": .string(entry.path), "outcome": .string(name(of: entry))]
        if let lesson = entry.lesson {
            let rendered = JSONRenderer(language: language).render(lesson.diagnostics, in: lesson.notebook.source)
            members["diagnostics"] = (try? JSONParser.parse(Array(rendered.utf8))) ?? .array([])
        }
        if case .unreadable(let reason) = entry.outcome { members["reason"] = .string(reason) }
        if let comparison = entry.comparison {
            let (verdict, result) = (comparison.verdict, comparison.result)
            if let found = comparison.nondeterminism { members["nondeterminism"] = finding(found, language) }
            members["findings"] = .array((entry.verdict?.findings ?? []).map { finding($0, language) })
            if case .skipped(let mismatches) = verdict {
                members["reason"] = .string(mismatches.map { $0.text(in: language) }.joined(separator: "; "))
            }
            if let failure = result.failure {
                members["failure"] = [
                    "cell": failure.cell.map { .string($0.rawValue) } ?? .null, "name": .string(failure.error.name),
                    "message": .string(failure.error.message),
                    "traceback": .array(failure.error.traceback.map(JSON.string)),
                ]
            }
        }
        return .object(members)
    }

    private static func name(of entry: CheckEntry) -> String {
        switch entry.outcome {
        case nil: "checked"
        case .unreadable: "unreadable"
        case .refused: "type-error"
        case .unrecorded: "unrecorded"
        case .cancelled: "cancelled"
        case .compared(let comparison):
            switch comparison.verdict {
            case _ where comparison.nondeterminism != nil: "nondeterministic"
            case .same: comparison.result.ending == .completed ? "same" : "different"
            case .different: "different"
            case .skipped: "skipped"
            }
        }
    }

    static func finding(_ finding: Finding, _ language: Language) -> JSON {
        func text(_ value: String?) -> JSON { value.map(JSON.string) ?? .null }
        return [
            "cell": text(finding.cell?.id.rawValue), "label": text(finding.cell?.label),
            "number": finding.cell?.number.map(JSON.int) ?? .null, "output": finding.output.map(JSON.int) ?? .null,
            "id": .string(finding.id), "message": .string(finding.text(in: language)),
            "expected": text(finding.difference.expected), "got": text(finding.difference.got),
        ]
    }
}
