import Notebook
import Records

/// The options of a recorded cell as the author writes them.
enum CellAttributesWriter {
    /// `#label .hide-input rtol=0.001`
    static func attributes(of code: Record.Code) -> String {
        let options = code.options
        var words = classes(of: options).map { "." + $0 }
        if let label = code.label { words.insert("#" + label, at: 0) }
        // The record's source has the option lines, and so says all that stands in them.
        let lines = optionNames(in: code.source)
        for (name, value) in [("timeout", options.timeout), ("rtol", options.rtol), ("atol", options.atol)] {
            if let value, !lines.contains(name) { words.append("\(name)=\(Self.number(value))") }
        }
        if let compare = options.compare, !lines.contains("compare") {
            words.append("compare=\(compare.rawValue)")
        }
        if !options.normalizers.isEmpty, !lines.contains("normalize") {
            words.append("normalize=\"\(options.normalizers.map(\.rawValue).joined(separator: " "))\"")
        }
        return words.joined(separator: " ")
    }

    /// The options that are words alone, which are tags in Jupyter: `hide-input`.
    static func classes(of options: CellOptions) -> [String] {
        var words: [String] = []
        switch options.evaluation {
        case .run: break
        case .none: words.append("noeval")
        case .raisesException: words.append("raises-exception")
        case .failsCheck: words.append("fails-check")
        }
        if options.input != .shown { words.append(options.input == .folded ? "hide-input" : "remove-input") }
        if options.output != .shown { words.append(options.output == .folded ? "hide-output" : "remove-output") }
        if options.isRemoved { words.append("remove-cell") }
        return words
    }

    /// The captions that a notebook from elsewhere has in its metadata alone.
    static func optionLines(of code: Record.Code) -> String {
        let lines = optionNames(in: code.source)
        let options = code.options
        let texts = [
            ("fig-cap", options.figureCaption), ("fig-alt", options.figureAlt), ("fig-width", options.figureWidth),
            ("tbl-cap", options.tableCaption), ("lst-cap", options.listingCaption),
        ]
        return texts.compactMap { name, text in
            guard let text, !lines.contains(name) else { return nil }
            return "//| \(name): \(MarkdownWriter.quoted(text))\n"
        }.joined()
    }

    /// Whole numbers without a point.
    private static func number(_ value: Double) -> String {
        value == value.rounded() && value.magnitude < 1e15 ? String(Int(value)) : String(value)
    }

    private static func optionNames(in source: String) -> Set<String> {
        var names: Set<String> = []
        for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
            let line = line.drop { $0 == " " || $0 == "\t" }
            guard line.hasPrefix("//|") else { break }
            names.insert(String(line.dropFirst(3).prefix { $0 != ":" }).filter { !$0.isWhitespace })
        }
        return names
    }
}
