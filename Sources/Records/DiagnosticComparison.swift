import Outputs

extension PayloadComparison {
    /// Diagnostics by what they say. Their places move with every line written above the cell.
    func compareDiagnostics(_ expected: JSON, _ got: JSON) -> [Difference]? {
        guard let expected = expected.asArray, let got = got.asArray else { return nil }
        func text(_ list: [JSON], _ index: Int) -> String? {
            guard index < list.count else { return nil }
            return list[index]["message"]?.asString ?? list[index].excerpt
        }
        for index in 0..<max(expected.count, got.count) {
            let (left, right) = (text(expected, index), text(got, index))
            if left != right { return [.diagnostic(index: index + 1, expected: left, got: right)] }
        }
        return []
    }
}
