import Diagnostics

/// The form that continuous integration knows as JUnit XML: a suite for each lesson, a case for each cell. What concerns
/// the whole lesson is a case of its own. Times are left out: nothing here was measured.
///
/// Source: the schema that Jenkins's xUnit plugin checks against (`junit-10.xsd`).
package enum JUnitReport {
    package static func render(_ lessons: [CheckSummary]) -> String {
        var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        let suites = lessons.map(Suite.init)
        text += "<testsuites name=\"hanji check\"\(counts(suites))>\n"
        text += suites.map(\.text).joined()
        return text + "</testsuites>\n"
    }

    private static func counts(_ suites: [Suite]) -> String {
        let tests = suites.reduce(0) { $0 + $1.cases.count }
        let failures = suites.reduce(0) { $0 + $1.failures }
        let errors = suites.reduce(0) { $0 + $1.errors }
        return " tests=\"\(tests)\" failures=\"\(failures)\" errors=\"\(errors)\""
    }

    private struct Suite {
        struct Case {
            var name: String
            var line: Int
            var problems: [CheckSummary.Problem]
        }

        var lesson: CheckSummary
        var cases: [Case]

        init(_ lesson: CheckSummary) {
            self.lesson = lesson
            let known = Set(lesson.cells.map(\.id))
            let problems = lesson.errors
            cases = lesson.cells.map { cell in
                Case(name: cell.name, line: cell.line, problems: problems.filter { $0.cell == cell.id })
            }
            let others = problems.filter { problem in problem.cell.map { !known.contains($0) } ?? true }
            if cases.isEmpty || !others.isEmpty { cases.append(Case(name: lesson.path, line: 0, problems: others)) }
        }

        /// A lesson that cannot be judged is an error of the test, one that is judged and found wanting a failure.
        private var element: String {
            switch lesson.outcome {
            case .unreadable, .typeError, .cancelled: "error"
            default: "failure"
            }
        }
        private var failing: Int { cases.filter { !$0.problems.isEmpty }.count }
        var failures: Int { element == "failure" ? failing : 0 }
        var errors: Int { element == "error" ? failing : 0 }
        private var isSkipped: Bool { lesson.outcome == .skipped && failing == 0 }

        var text: String {
            let path = MarkupText.attribute(lesson.path)
            let skipped = isSkipped ? cases.count : 0
            return "  <testsuite name=\"\(path)\" tests=\"\(cases.count)\" failures=\"\(failures)\""
                + " errors=\"\(errors)\" skipped=\"\(skipped)\">\n" + cases.map(text).joined() + "  </testsuite>\n"
        }

        private func text(_ example: Case) -> String {
            let place = MarkupText.attribute(lesson.path)
            var text = "    <testcase classname=\"\(place)\" name=\"\(MarkupText.attribute(example.name))\""
            text += " file=\"\(place)\"" + (example.line > 0 ? " line=\"\(example.line)\"" : "")
            if isSkipped {
                let reason = MarkupText.attribute(lesson.reason ?? "")
                return text + ">\n      <skipped message=\"\(reason)\"/>\n    </testcase>\n"
            }
            guard let first = example.problems.first else { return text + "/>\n" }
            // Readers of this form expect one failure in a case: the first names it, all are told.
            let all = example.problems.map { $0.detail.isEmpty ? $0.message : $0.message + "\n" + $0.detail }
            text += ">\n      <\(element) type=\"\(MarkupText.attribute(first.id))\""
            text += " message=\"\(MarkupText.attribute(first.message))\">"
            text += MarkupText.escaped(all.joined(separator: "\n\n")) + "</\(element)>\n"
            return text + "    </testcase>\n"
        }
    }
}
