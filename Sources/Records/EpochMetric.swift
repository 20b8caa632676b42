/// A metric in the log of a training as Keras and this product print it:
///
///     Epoch 3/20 - loss: 0.2420 - accuracy: 0.9182
///
///     Epoch 3/20
///     30/30 ━━━━━━━━━━ 1s 18ms/step - loss: 0.2420 - accuracy: 0.9182
struct EpochMetric: Hashable {
    var name: String
    /// From 1.
    var epoch: Int

    /// The metric whose value is the token at `position` of a line; `nil` where there is no such log.
    ///
    /// - Parameter before: The lines above.
    init?(ofNumberAt position: Int, in line: [NumericText.Token], before: ArraySlice<Substring>) {
        guard position > 0, case .word(let word) = line[position - 1], word.hasSuffix(": "),
            let epoch = Self.epoch(of: line) ?? before.last.flatMap({ Self.epoch(of: NumericText($0).tokens) })
        else { return nil }
        let name = word.dropLast(2).reversed().prefix { $0.isLetter || $0.isNumber || $0 == "_" }.reversed()
        guard !name.isEmpty else { return nil }
        self.name = String(name)
        self.epoch = epoch
    }

    private static func epoch(of line: [NumericText.Token]) -> Int? {
        guard line.count >= 3, case .word("Epoch ") = line[0], case .number(let number) = line[1], number.isInteger,
            case .word(let slash) = line[2], slash.hasPrefix("/")
        else { return nil }
        return Int(number.text)
    }
}
