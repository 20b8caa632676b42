package import Diagnostics
import Foundation

/// What a check found as one page that needs nothing else: old, new and difference side by side, figures laid over each
/// other. Drawings stand in pictures, where a browser runs nothing of what is in them.
package struct HTMLReport: Sendable {
    private let language: Language

    package init(language: Language) { self.language = language }

    package func render(_ lessons: [CheckSummary]) -> String {
        let title = language.choose(ko: "한지 검사 보고", ja: "Hanji 検査の報告", en: "Hanji check report")
        return """
            <!DOCTYPE html>
            <html lang="\(language.rawValue)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>\(title)</title>
            <style>\(Self.style)</style>
            </head>
            <body>
            <h1>\(title)</h1>
            \(overview(lessons))
            \(lessons.filter { !$0.problems.isEmpty }.map(section).joined(separator: "\n"))
            <script>\(Self.script)</script>
            </body>
            </html>

            """
    }

    private func escaped(_ text: String) -> String { MarkupText.escaped(text) }

    // MARK: Lessons

    private func overview(_ lessons: [CheckSummary]) -> String {
        let rows = lessons.map { lesson in
            let count = lesson.errors.count
            let good = [CheckSummary.Outcome.same, .checked].contains(lesson.outcome)
            let style = good ? "good" : lesson.outcome == .skipped ? "skipped" : "bad"
            let name = escaped(lesson.path)
            let link = lesson.problems.isEmpty ? name : "<a href=\"#\(anchor(lesson))\">\(name)</a>"
            let outcome = lesson.outcome.text(in: language) + (count > 0 ? " (\(count))" : "")
            return
                "<tr><td>\(link)</td><td class=\"\(style)\">\(outcome)</td><td>\(escaped(lesson.reason ?? ""))</td></tr>"
        }
        return "<table>\n\(rows.joined(separator: "\n"))\n</table>"
    }

    /// Letters and digits as they are, the rest as numbers: two paths never share an anchor.
    private func anchor(_ lesson: CheckSummary) -> String {
        "l-"
            + lesson.path.unicodeScalars.map { scalar in
                scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
                    ? String(scalar) : "_\(scalar.value)_"
            }.joined()
    }

    private func section(_ lesson: CheckSummary) -> String {
        """
        <section id="\(anchor(lesson))">
        <h2>\(escaped(lesson.path))</h2>
        \(lesson.problems.map(article).joined(separator: "\n"))
        </section>
        """
    }

    private func article(_ problem: CheckSummary.Problem) -> String {
        let place = problem.line > 0 ? " <span class=\"place\">\(problem.line):\(problem.column)</span>" : ""
        var text = "<article><h3>\(escaped(problem.message))\(place)</h3>"
        if let finding = problem.finding {
            text += body(of: finding)
        } else if !problem.detail.isEmpty {
            text += "<pre>\(escaped(problem.detail))</pre>"
        }
        return text + "</article>"
    }

    // MARK: Findings

    private func body(of finding: Finding) -> String {
        var text = ""
        if let drawings = finding.drawings { text += overlay(drawings) }
        if let texts = finding.texts {
            let rules = finding.outputs?.rules ?? ComparisonRules()
            text += table(LineDifference(expected: texts.expected, got: texts.got, rules: rules, limit: 400).rows)
        } else if finding.difference.expected != nil || finding.difference.got != nil {
            text += pair(finding.difference.expected, finding.difference.got)
        }
        if case .arrayElement(_, let first, let count, _, _) = finding.difference, count > 1 {
            text += elements(first)
        }
        if let note = finding.note(in: language) { text += "<p class=\"note\">\(escaped(note))</p>" }
        if finding.texts == nil, finding.drawings == nil { text += wholes(finding) }
        return text
    }

    private var headings: (expected: String, got: String) {
        language.choose(ko: ("기록", "지금"), ja: ("記録", "今"), en: ("recorded", "now"))
    }

    private func pair(_ expected: String?, _ got: String?) -> String {
        func cell(_ text: String?, _ style: String) -> String {
            "<td class=\"\(style)\"><code>\(text.map(escaped) ?? "–")</code></td>"
        }
        return "<table class=\"pair\"><tr><th>\(headings.expected)</th><th>\(headings.got)</th></tr>"
            + "<tr>\(cell(expected, "old"))\(cell(got, "new"))</tr></table>"
    }

    private func elements(_ elements: [ElementDeviation]) -> String {
        let rows = elements.map {
            "<tr><td>\($0.index)</td><td class=\"old\">\(escaped($0.expected))</td>"
                + "<td class=\"new\">\(escaped($0.got))</td></tr>"
        }
        return "<table class=\"pair\">\(rows.joined())</table>"
    }

    private func table(_ rows: [LineDifference.Row]) -> String {
        let lines = rows.map { row in
            switch row {
            case .same(let line, let text): "<tr><td>\(line)</td><td></td><td>\(escaped(text))</td></tr>"
            case .removed(let line, let text):
                "<tr class=\"old\"><td>\(line)</td><td>−</td><td>\(escaped(text))</td></tr>"
            case .added(let line, let text):
                "<tr class=\"new\"><td>\(line)</td><td>+</td><td>\(escaped(text))</td></tr>"
            case .gap: "<tr class=\"gap\"><td></td><td></td><td>⋯</td></tr>"
            }
        }
        return "<table class=\"lines\">\(lines.joined())</table>"
    }

    /// Both outputs as text, folded away.
    private func wholes(_ finding: Finding) -> String {
        let old = finding.outputs?.expected?.text(of: nil)
        let new = finding.outputs?.got?.text(of: nil)
        guard old != nil || new != nil else { return "" }
        let label = language.choose(ko: "출력 전체", ja: "出力の全体", en: "the whole outputs")
        return "<details><summary>\(label)</summary><div class=\"sides\"><pre>\(escaped(old ?? ""))</pre>"
            + "<pre>\(escaped(new ?? ""))</pre></div></details>"
    }

    // MARK: Figures

    private func overlay(_ drawings: (expected: String, got: String)) -> String {
        let label = language.choose(
            ko: "기록과 지금 사이를 옮겨 봅니다", ja: "記録と今の間を動かします", en: "move between recorded and now")
        return """
            <div class="sides"><figure><figcaption>\(headings.expected)</figcaption>\(picture(drawings.expected, headings.expected))</figure>
            <figure><figcaption>\(headings.got)</figcaption>\(picture(drawings.got, headings.got))</figure></div>
            <div class="overlay"><div>\(picture(drawings.expected, headings.expected))\(picture(drawings.got, headings.got))</div>
            <input type="range" min="0" max="100" value="50" aria-label="\(label)"></div>
            """
    }

    private func picture(_ svg: String, _ name: String) -> String {
        let data = Data(svg.utf8).base64EncodedString()
        return "<img alt=\"\(name)\" src=\"data:image/svg+xml;base64,\(data)\">"
    }

    private static let style = """
        body{font:15px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
        table{border-collapse:collapse;margin:.5rem 0}td,th{padding:.15rem .6rem;text-align:left;vertical-align:top;border:1px solid #ddd}
        .lines{font:13px/1.4 ui-monospace,monospace;width:100%}.lines td{border:0;white-space:pre-wrap}.lines td:first-child{color:#666;text-align:right}
        .old{background:#fbe9e7}.new{background:#e6f4ea}.gap td{color:#666}.good{color:#137333}.bad{color:#b3261e}.skipped{color:#8a5a00}
        article{border-top:1px solid #ddd;padding:.5rem 0}h3{font-size:1rem;margin:.3rem 0}.place{color:#666;font-weight:400}.note{color:#555;margin:.3rem 0}
        pre{overflow-x:auto;background:#f6f6f6;padding:.5rem}.sides{display:grid;grid-template-columns:1fr 1fr;gap:1rem}figure{margin:0}
        img{width:100%;background:#fff}.overlay{max-width:40rem}.overlay>div{position:relative}.overlay img+img{position:absolute;left:0;top:0;opacity:.5}
        .overlay input{width:100%}
        @media(prefers-color-scheme:dark){body{background:#161616;color:#e6e6e6}pre{background:#222}td,th,article{border-color:#444}.old{background:#4a2320}.new{background:#1d3b26}.good{color:#7bd88f}.bad{color:#ff8a80}.skipped{color:#f0c060}.note,.place,.gap td,.lines td:first-child{color:#aaa}}
        """

    private static let script = """
        for(const slider of document.querySelectorAll('.overlay input'))slider.addEventListener('input',()=>{slider.parentElement.querySelector('img+img').style.opacity=slider.value/100})
        """
}

extension CheckSummary.Outcome {
    package func text(in language: Language) -> String {
        switch self {
        case .checked: language.choose(ko: "오류 없음", ja: "エラーなし", en: "no errors")
        case .same: language.choose(ko: "기록과 같음", ja: "記録と同じ", en: "as recorded")
        case .different: language.choose(ko: "기록과 다름", ja: "記録と違う", en: "differs from the record")
        case .skipped: language.choose(ko: "건너뜀", ja: "スキップ", en: "skipped")
        case .unrecorded: language.choose(ko: "기록 없음", ja: "記録なし", en: "no record")
        case .unreadable: language.choose(ko: "읽을 수 없음", ja: "読めない", en: "cannot be read")
        case .cancelled: language.choose(ko: "중단됨", ja: "中断", en: "cancelled")
        case .typeError: language.choose(ko: "코드 오류", ja: "コードのエラー", en: "errors in the code")
        case .failed: language.choose(ko: "실행 실패", ja: "実行に失敗", en: "a cell failed")
        case .nondeterministic:
            language.choose(ko: "실행마다 다름", ja: "実行ごとに違う", en: "not the same in two runs")
        }
    }
}
