import Notebook
import Outputs

/// Cell options as a code cell's metadata keeps them: flags as `tags`, which Jupyter's tools know (`hide-input`,
/// `raises-exception`), the rest under `hanji.options` by the names that the author writes.
extension CellOptions {
    var tags: [String] {
        var tags: [String] = []
        switch evaluation {
        case .run: break
        case .none: tags.append(Tag.noeval)
        case .raisesException: tags.append(Tag.raisesException)
        case .failsCheck: tags.append(Tag.failsCheck)
        }
        switch input {
        case .shown: break
        case .folded: tags.append(Tag.hideInput)
        case .removed: tags.append(Tag.removeInput)
        }
        switch output {
        case .shown: break
        case .folded: tags.append(Tag.hideOutput)
        case .removed: tags.append(Tag.removeOutput)
        }
        if isRemoved { tags.append(Tag.removeCell) }
        return tags
    }

    /// Takes in a tag; `false` when it is none of ours.
    mutating func apply(tag: String) -> Bool {
        switch tag {
        case Tag.noeval: evaluation = .none
        case Tag.raisesException: evaluation = .raisesException
        case Tag.failsCheck: evaluation = .failsCheck
        case Tag.hideInput: input = .folded
        case Tag.removeInput: input = .removed
        case Tag.hideOutput: output = .folded
        case Tag.removeOutput: output = .removed
        case Tag.removeCell: isRemoved = true
        default: return false
        }
        return true
    }

    private enum Tag {
        static let noeval = "noeval"
        static let raisesException = "raises-exception"
        static let failsCheck = "fails-check"
        static let hideInput = "hide-input"
        static let hideOutput = "hide-output"
        static let removeInput = "remove-input"
        static let removeOutput = "remove-output"
        static let removeCell = "remove-cell"
    }

    /// The options with a value; empty when all are as by default.
    var attributes: [String: JSON] {
        var attributes = comparison.attributes
        if let timeout { attributes["timeout"] = .number(timeout) }
        for (name, path) in Self.texts { attributes[name] = self[keyPath: path].map(JSON.string) }
        return attributes
    }

    mutating func apply(attributes: JSONReader) throws(RecordError) {
        let comparison = try ComparisonOptions(attributes)
        (compare, rtol, atol) = (comparison.mode, comparison.rtol, comparison.atol)
        normalizers = comparison.normalizers
        timeout = try attributes.optional("timeout")?.double()
        for (name, path) in Self.texts { self[keyPath: path] = try attributes.optional(name)?.string() }
    }

    private static var texts: [(String, WritableKeyPath<CellOptions, String?>)] {
        [
            ("fig-cap", \.figureCaption), ("fig-alt", \.figureAlt), ("fig-width", \.figureWidth),
            ("tbl-cap", \.tableCaption), ("lst-cap", \.listingCaption),
        ]
    }
}
