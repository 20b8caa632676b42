import Notebook
import Outputs

/// Compares a value's forms: the data behind it first, then what is drawn and printed of it.
struct BundleComparison {
    private let rules: ComparisonRules

    init(_ rules: ComparisonRules) { self.rules = rules }

    func compare(_ expected: [String: JSON], _ got: [String: JSON]) -> [Difference] {
        let missing = Set(expected.keys).subtracting(got.keys).sorted().map { Difference.formMissing(mime: $0) }
        let added = Set(got.keys).subtracting(expected.keys).sorted().map { Difference.formAdded(mime: $0) }
        let common = Set(expected.keys).intersection(got.keys).sorted()
        let data = common.filter(NotebookFormat.isJSON).flatMap { payload($0, expected[$0], got[$0]) }
        if !data.isEmpty || rules.mode == .shape {
            // How the data are drawn and printed follows from them.
            return missing + added + data
        }
        let forms = common.filter { !NotebookFormat.isJSON($0) }.compactMap { mime -> Difference? in
            guard let left = expected[mime]?.asString, let right = got[mime]?.asString else {
                return expected[mime] == got[mime] ? nil : exact(mime, expected[mime], got[mime]).first
            }
            return form(mime, left, right, expected)
        }
        return missing + added + forms
    }

    private func payload(_ mime: String, _ expected: JSON?, _ got: JSON?) -> [Difference] {
        guard rules.mode != .exact else { return exact(mime, expected, got) }
        return PayloadComparison(rules).compare(mime, expected: expected ?? .null, got: got ?? .null)
    }

    private func exact(_ mime: String, _ expected: JSON?, _ got: JSON?) -> [Difference] {
        let comparison = JSONComparison(tolerance: .exact, integersAreExact: true)
        return comparison.firstDifference(expected ?? .null, got ?? .null).map {
            [.data(mime: mime, place: $0.place, expected: $0.expected, got: $0.got)]
        } ?? []
    }

    private func form(_ mime: String, _ expected: String, _ got: String, _ data: [String: JSON]) -> Difference? {
        let tolerance =
            data[MIME.array] != nil
            ? rules.tolerances.array : data[MIME.history] != nil ? rules.tolerances.history : rules.tolerances.text
        guard mime == MIME.svg, rules.mode == .numeric, let old = XMLTree.parse(expected), let new = XMLTree.parse(got)
        else {
            return TextForms(rules, tolerance: tolerance).difference(expected, got, mime: mime)
        }
        let comparison = DrawingComparison(
            geometry: FigureScale(data[MIME.figure]).tolerance(for: rules.tolerances.figure),
            text: rules.text(rules.tolerances.figure))
        return comparison.compare(expected: old, got: new).map {
            .drawing(place: $0.place, expected: $0.expected, got: $0.got)
        }
    }
}
