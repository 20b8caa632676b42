extension Sequential {
    /// A table of the layers with their output shapes and numbers of weights. What depends on inputs that are not known
    /// yet is shown as `?`. Source: `keras.Model.summary`.
    public func summary() -> String {
        var rows = [["Layer (type)", "Output Shape", "Param #"]]
        var total: Int? = 0
        var shape: [Int]? = stack.first.flatMap { $0.inputShape ?? $0.declaredInput }
        for layer in stack where !(layer is Input) {
            let input = layer.inputShape ?? shape
            shape = input.flatMap { try? layer.outputShape($0) }
            let weights = input.map { layer.parameterCount($0) }
            total = if let total, let weights { total + weights } else { nil }
            let lengths =
                shape.map { "(None, \($0.map(String.init).joined(separator: ", ")))" }
                ?? layer.unitCount.map { "(None, \($0))" } ?? "?"
            rows.append(["\(layer.name) (\(layer.kind))", lengths, weights.map(Self.grouped) ?? "?"])
        }
        let widths = (0..<3).map { column in rows.map { $0[column].count }.max() ?? 0 }
        func line(_ row: [String]) -> String {
            let cells = row.enumerated().map { column, text in
                let padding = String(repeating: " ", count: widths[column] - text.count)
                return column == 2 ? padding + text : text + padding
            }
            return cells.joined(separator: "   ")
        }
        let rule = String(repeating: "─", count: widths.reduce(6, +))
        var lines = [line(rows[0]), rule] + rows.dropFirst().map(line) + [rule]
        lines.append("Total params: " + (total.map(Self.grouped) ?? "?"))
        return lines.joined(separator: "\n")
    }

    /// 160,016
    private static func grouped(_ number: Int) -> String {
        var text = ""
        for (place, digit) in String(number).reversed().enumerated() {
            if place > 0, place % 3 == 0 { text.append(",") }
            text.append(digit)
        }
        return String(text.reversed())
    }
}
