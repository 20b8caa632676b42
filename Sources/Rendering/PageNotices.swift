import Diagnostics
import Notebook

/// What a reader must know before the first line: that outputs are missing or old, that something is to be mended.
struct PageNotices {
    var notebook: Notebook
    var fileName: String
    var freshness: Freshness
    var diagnostics: [Diagnostic]
    var text: PageText

    var html: HTML { [staleness, findings].filter { !$0.isEmpty }.joined(separator: "\n") }

    private var staleness: HTML {
        guard freshness.isStale else { return "" }
        let sentence = freshness.isMissing ? text.noRecord(file: fileName) : text.staleRecord
        let concerned = notebook.cells.filter { freshness[$0.id] != .current && $0.number != nil }
        let list: HTML =
            freshness.isMissing || concerned.isEmpty
            ? "" : "<p>\(text.staleCells(Self.numbers(concerned.compactMap(\.number))))</p>\n"
        return """
            <div class="notice warning"><p>\(sentence)</p>
            <pre><code>hanji run \(fileName)</code></pre>
            \(list)</div>
            """
    }

    /// `[1]–[3], [7]`.
    static func numbers(_ numbers: [Int]) -> String {
        var runs: [ClosedRange<Int>] = []
        for number in numbers {
            if let last = runs.last, last.upperBound + 1 == number {
                runs[runs.count - 1] = last.lowerBound...number
            } else {
                runs.append(number...number)
            }
        }
        return runs.map { $0.count == 1 ? "[\($0.lowerBound)]" : "[\($0.lowerBound)]–[\($0.upperBound)]" }
            .joined(separator: ", ")
    }

    /// Those within a cell stand at the cell; the others stand here, because prose has no place for them.
    private var findings: HTML {
        let cells = notebook.cells
        let expected = cells.filter { $0.options.evaluation == .failsCheck }
        let counted = diagnostics.filter { diagnostic in !expected.contains { $0.range.contains(diagnostic.range) } }
        guard !counted.isEmpty else { return "" }
        let elsewhere = counted.filter { diagnostic in !cells.contains { $0.range.contains(diagnostic.range) } }
        let list = DiagnosticWriter.html(elsewhere, in: notebook.source, text: text)
        return "<div class=\"notice warning\"><p>\(text.findings(counted.count))</p></div>\n\(list)"
    }
}
