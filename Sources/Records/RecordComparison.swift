package import Notebook
import Outputs

/// Compares what a lesson showed with what its record says it shows.
package struct RecordComparison: Sendable {
    package enum Verdict: Hashable, Sendable {
        case same
        /// In document order; never empty.
        case different([Finding])
        /// The record was made with other data; nothing was compared.
        case skipped([DatasetMismatch])

        package var findings: [Finding] { if case .different(let findings) = self { findings } else { [] } }
    }

    package var tolerances: Tolerances
    /// What the command says about cells whose notebook says nothing.
    package var options: ComparisonOptions

    package init(tolerances: Tolerances = .standard, options: ComparisonOptions = ComparisonOptions()) {
        self.tolerances = tolerances
        self.options = options
    }

    /// What the record says and what a run gave now. The options that `got` carries decide how each cell is compared.
    package func verdict(expected: Record, got: Record) -> Verdict {
        let mismatches = DatasetMismatch.between(
            recorded: expected.run?.datasets ?? [], present: got.run?.datasets ?? [])
        if !mismatches.isEmpty { return .skipped(mismatches) }
        let findings = compare(expected: expected, got: got)
        return findings.isEmpty ? .same : .different(findings)
    }

    /// The differences, whatever data the two were made with.
    package func compare(expected: Record, got: Record) -> [Finding] {
        let (left, right) = (expected.codeCells, got.codeCells)
        let shared = (got.run?.comparison ?? ComparisonOptions()).over(options)
        let cells = CellAlignment(left, right).rows.flatMap { row -> [Finding] in
            switch (row.expected.map { left[$0] }, row.got.map { right[$0] }) {
            // A cell that is only shown is prose in this respect: it has no part in what is computed.
            case (let expected, let got) where !Self.isRun(expected) && !Self.isRun(got): []
            case (let expected?, let got?): compareCells(expected, got, shared)
            case (let expected?, nil): [Finding(cell: CellReference(expected), .cellMissing)]
            case (nil, let got?): [Finding(cell: CellReference(got), .cellAdded)]
            case (nil, nil): []
            }
        }
        return cells + compareInline(expected, got, ComparisonRules(shared, tolerances: tolerances))
    }

    private static func isRun(_ cell: Record.Code?) -> Bool { cell.map { $0.options.evaluation != .none } ?? false }

    private func compareCells(
        _ expected: Record.Code, _ got: Record.Code, _ shared: ComparisonOptions
    ) -> [Finding] {
        let reference = CellReference(got, or: expected)
        var findings: [Finding] = []
        if expected.options.evaluation != got.options.evaluation {
            findings.append(
                Finding(
                    cell: reference,
                    .evaluationChanged(expected: expected.options.evaluation, got: got.options.evaluation)))
        }
        if let change = Self.sourceChange(expected, got) { findings.append(Finding(cell: reference, change)) }
        switch (expected.number, got.number) {
        case (nil, nil): break
        case (_?, nil): findings.append(Finding(cell: reference, .notRun))
        case (nil, _?): findings.append(Finding(cell: reference, .notRecorded))
        case (_?, _?):
            let rules = ComparisonRules(got.options.comparison.over(shared), tolerances: tolerances)
            findings += OutputComparison(rules).compare(expected.outputs, got.outputs).map {
                Finding(cell: reference, output: $0.output, $0.difference, outputs: $0.outputs)
            }
        }
        return findings
    }

    /// Comments and the layout of lines do not count: they change nothing that a cell does.
    private static func sourceChange(_ expected: Record.Code, _ got: Record.Code) -> Difference? {
        let (old, new) = (SourceLines.meaningful(expected.body), SourceLines.meaningful(got.body))
        if old.elementsEqual(new, by: { $0.text.utf8.elementsEqual($1.text.utf8) }) { return nil }
        let index =
            zip(old, new).enumerated().first { !$1.0.text.utf8.elementsEqual($1.1.text.utf8) }?.offset
            ?? min(old.count, new.count)
        let line = index < new.count ? new[index].line : (new.last?.line ?? 0) + 1
        return .sourceChanged(
            line: line, expected: index < old.count ? old[index].text : nil,
            got: index < new.count ? new[index].text : nil)
    }

    /// The inline values of the whole lesson as one sequence: prose may be cut anew without changing what it says.
    private func compareInline(_ expected: Record, _ got: Record, _ rules: ComparisonRules) -> [Finding] {
        let left = expected.proseCells.flatMap(\.inline)
        let right = got.proseCells.flatMap(\.inline)
        let pairs = SequenceAlignment.pairs(left.map(\.expression), right.map(\.expression))
        let text = rules.text()
        let (kept, found) = (Set(pairs.map(\.0)), Set(pairs.map(\.1)))
        var differences: [Difference] = []
        for (one, other) in pairs where !text.accepts(expected: left[one].text, got: right[other].text) {
            differences.append(
                .inline(expression: left[one].expression, expected: left[one].text, got: right[other].text))
        }
        for (index, value) in left.enumerated() where !kept.contains(index) {
            differences.append(.inline(expression: value.expression, expected: value.text, got: nil))
        }
        for (index, value) in right.enumerated() where !found.contains(index) {
            differences.append(.inline(expression: value.expression, expected: nil, got: value.text))
        }
        return differences.map { Finding(cell: nil, $0) }
    }
}
