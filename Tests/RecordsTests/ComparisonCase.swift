import Notebook
import Outputs
import Records
import Testing

/// One output compared with another: what is found, by the finding's id; none when the two count as the same.
struct ComparisonCase: Sendable, CustomTestStringConvertible {
    var name: String
    var options = CellOptions()
    var expected: [Output]
    var got: [Output]
    /// What is found, by the findings' ids.
    var found: [String]
    /// What the first finding says.
    var says: String?

    var testDescription: String { name }

    init(
        _ name: String, _ expected: [Output], _ got: [Output], found: [String] = [], says: String? = nil,
        options change: (inout CellOptions) -> Void = { _ in }
    ) {
        self.name = name
        self.expected = expected
        self.got = got
        self.found = found
        self.says = says
        change(&options)
    }

    /// Both are text that a cell printed.
    init(
        _ name: String, text expected: String, _ got: String, found: [String] = [], says: String? = nil,
        options change: (inout CellOptions) -> Void = { _ in }
    ) {
        self.init(
            name, [.stream(.stdout, expected)], [.stream(.stdout, got)], found: found, says: says, options: change)
    }

    /// Both are values with data behind them, printed and drawn as one.
    init(
        _ name: String, _ mime: String, _ expected: JSON, _ got: JSON, found: [String] = [], says: String? = nil,
        options change: (inout CellOptions) -> Void = { _ in }
    ) {
        let forms: [String: JSON] = [MIME.text: "value 1", MIME.svg: "<svg/>"]
        self.init(
            name, [.result(MIMEBundle(forms.merging([mime: expected]) { $1 }))],
            [.result(MIMEBundle(forms.merging([mime: got]) { $1 }))], found: found, says: says, options: change)
    }

    /// Both are drawings, the second of the same data as the first.
    init(
        _ name: String, svg expected: String, _ got: String, data: JSON? = nil, found: [String] = [],
        says: String? = nil, options change: (inout CellOptions) -> Void = { _ in }
    ) {
        let bundles = [expected, got].map { svg -> MIMEBundle in
            var forms: [String: JSON] = [MIME.svg: .string(svg)]
            forms[MIME.figure] = data
            return MIMEBundle(forms)
        }
        self.init(name, [.display(bundles[0])], [.display(bundles[1])], found: found, says: says, options: change)
    }
}
