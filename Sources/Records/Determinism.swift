/// Whether two runs of one notebook showed the same, to the last byte.
package enum Determinism {
    /// What differs first, in document order; `nil` when the runs are alike.
    ///
    /// - Parameters:
    ///   - first: A record of the first run.
    ///   - second: A record of a second run of the same notebook on the same data.
    package static func firstDifference(_ first: Record, _ second: Record) -> Finding? {
        for (one, other) in zip(first.codeCells, second.codeCells) {
            let reference = CellReference(one)
            switch (one.number, other.number) {
            case (nil, nil): continue
            case (_?, nil), (nil, _?): return Finding(cell: reference, .notRun)
            case (_?, _?): break
            }
            // A float that differs in its last bit is printed the same and still no longer the same run.
            let differences = OutputComparison(.identical).compare(one.outputs, other.outputs)
            if let found = differences.first {
                return Finding(cell: reference, output: found.output, found.difference, outputs: found.outputs)
            }
        }
        for (one, other) in zip(first.proseCells.flatMap(\.inline), second.proseCells.flatMap(\.inline))
        where one.text != other.text {
            return Finding(cell: nil, .inline(expression: one.expression, expected: one.text, got: other.text))
        }
        return nil
    }
}
