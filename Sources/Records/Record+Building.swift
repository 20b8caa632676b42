package import Notebook
package import Outputs

extension Record {
    /// The record of a run of `notebook`.
    ///
    /// - Parameters:
    ///   - outputs: What each cell showed. A cell without an entry did not run; one that ran and showed nothing has an
    ///     empty entry. Progress is left out and text merged as ``StreamText`` says.
    ///   - inline: The values of the inline expressions of each run of prose.
    package init(
        of notebook: Notebook, outputs: [CellID: [Output]], inline: [CellID: [InlineValue]] = [:], engine: String,
        instructionSet: String, datasets: [DatasetUse] = []
    ) {
        let parts = notebook.parts.map { part -> Part in
            switch part {
            case .prose(let prose):
                .prose(Prose(id: prose.id, text: LineEnds.normalized(prose.text), inline: inline[prose.id] ?? []))
            case .cell(let cell):
                .code(Code(cell, outputs: outputs[cell.id]))
            }
        }
        self.init(
            title: notebook.frontMatter.title,
            run: Run(
                engine: engine, instructionSet: instructionSet, language: notebook.frontMatter.language,
                seed: notebook.frontMatter.seed, datasets: datasets, comparison: notebook.frontMatter.comparison),
            parts: parts)
    }
}

extension Record.Code {
    /// The cell as a record keeps it; `outputs` is `nil` for a cell that did not run.
    init(_ cell: Cell, outputs: [Output]?) {
        self.init(
            id: cell.id, label: cell.label, number: outputs == nil ? nil : cell.number,
            source: LineEnds.normalized(cell.text), options: cell.options,
            outputs: StreamText.merged(outputs ?? []))
    }
}

enum LineEnds {
    /// `\r\n` and `\r` as `\n`, and no line break at the end, so that a checkout with other line ends gives the same
    /// record.
    static func normalized(_ text: String) -> String {
        guard text.utf8.contains(0x0D) else {
            return text.utf8.last == 0x0A ? String(text.unicodeScalars.dropLast()) : text
        }
        var scalars = String.UnicodeScalarView()
        var afterReturn = false
        for scalar in text.unicodeScalars {
            if scalar == "\r" {
                scalars.append("\n")
            } else if !(scalar == "\n" && afterReturn) {
                scalars.append(scalar)
            }
            afterReturn = scalar == "\r"
        }
        if scalars.last == "\n" { scalars.removeLast() }
        return String(scalars)
    }
}
