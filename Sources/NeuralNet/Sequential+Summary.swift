extension Sequential {
    /// A table of the layers with their output shapes and numbers of weights. What depends on inputs that are not known
    /// yet is shown as `?`. Source: `keras.Model.summary`.
    public func summary() -> String {
        let parts = layerRows
        let rows =
            [["Layer (type)", "Output Shape", "Param #"]]
            + parts.map { ["\($0.name) (\($0.kind))", $0.output, $0.parameters.map(Self.grouped) ?? "?"] }
        let total = parts.reduce(0 as Int?) { sum, part in sum.flatMap { sum in part.parameters.map { sum + $0 } } }
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

    /// What a table or a drawing says of each layer.
    package struct LayerRow {
        package let name, kind: String
        /// `(None, 16)`, or `?` where it is not known yet.
        package let output: String
        package let parameters: Int?
        /// `relu`, of layers that have one.
        package let activation: String?
    }

    package var layerRows: [LayerRow] {
        var shape: [Int]? = stack.first.flatMap { $0.inputShape ?? $0.declaredInput }
        return stack.filter { !($0 is Input) }.map { layer in
            let input = layer.inputShape ?? shape
            shape = input.flatMap { try? layer.outputShape($0) }
            let output =
                shape.map { "(None, \($0.map(String.init).joined(separator: ", ")))" }
                ?? layer.unitCount.map { "(None, \($0))" } ?? "?"
            return LayerRow(
                name: layer.name, kind: layer.kind, output: output, parameters: input.map { layer.parameterCount($0) },
                activation: layer.outputActivation.flatMap { $0 == .linear ? nil : "\($0)" })
        }
    }

    /// The shape of one sample that the network reads, if it is known.
    package var inputShape: [Int]? { stack.first.flatMap { $0.inputShape ?? $0.declaredInput } }

    /// 160,016
    package static func grouped(_ number: Int) -> String {
        var text = ""
        for (place, digit) in String(number).reversed().enumerated() {
            if place > 0, place % 3 == 0 { text.append(",") }
            text.append(digit)
        }
        return String(text.reversed())
    }
}
