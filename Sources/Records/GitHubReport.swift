/// Lines that GitHub's runners show at their place in the changed files.
///
/// Source: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
package enum GitHubReport {
    package static func render(_ lessons: [CheckSummary]) -> String { lessons.map(lines).joined() }

    private static func lines(_ lesson: CheckSummary) -> String {
        var lines = lesson.problems.map { problem in
            let command = problem.isWarning ? "warning" : "error"
            let detail = problem.detail.isEmpty ? "" : "\n" + problem.detail
            return line(
                command, lesson.path, problem.line, problem.column, title: problem.id, problem.message + detail)
        }
        if lesson.outcome == .skipped, let reason = lesson.reason {
            lines.append(line("notice", lesson.path, 0, 0, title: "skipped", reason))
        }
        return lines.joined()
    }

    private static func line(
        _ command: String, _ path: String, _ line: Int, _ column: Int, title: String, _ message: String
    ) -> String {
        var properties = ["file=\(property(path))"]
        if line > 0 { properties.append("line=\(line)") }
        if line > 0, column > 0 { properties.append("col=\(column)") }
        properties.append("title=\(property(title))")
        return "::\(command) \(properties.joined(separator: ","))::\(data(message))\n"
    }

    private static func data(_ text: String) -> String {
        text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
    }

    private static func property(_ text: String) -> String {
        data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
    }
}
