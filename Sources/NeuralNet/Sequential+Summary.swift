extension Sequential {
    /// A table of the layers with their output shapes and numbers of weights. A layer that has not met data yet has
    /// as many inputs as the one below has outputs, or an unknown number. Source: `keras.Model.summary`.
    public func summary() -> String {
        var rows = [["Layer (type)", "Output Shape", "Param #"]]
        var counts: [String: Int] = [:]
        var total: Int? = 0
        var width: Int?
        for layer in stack {
            // As Keras names layers: dense, dense_1, dense_2.
            let name = layer.kind.lowercased()
            let number = counts[name, default: 0]
            counts[name] = number + 1
            let weights = (layer.inputWidth ?? width).map { ($0 + 1) * layer.units }
            total = if let total, let weights { total + weights } else { nil }
            width = layer.units
            rows.append([
                "\(name)\(number == 0 ? "" : "_\(number)") (\(layer.kind))", "(None, \(layer.units))",
                weights.map(Self.grouped) ?? "?",
            ])
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
