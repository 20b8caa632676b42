import Diagnostics
package import Notebook

/// What a record has to say about each cell of a lesson as it stands now. Nothing runs.
package struct RecordMatch: Sendable {
    /// Why a cell's recorded outputs are not to be trusted.
    package enum Staleness: Hashable, Sendable {
        /// The source, or whether and how it is to be run, has changed since.
        case changed
        /// The record knows no such cell.
        case missing
        /// The record was made by a run that did not come to this cell.
        case notRun
    }

    package struct Entry: Sendable {
        /// `nil` when the record has no such cell.
        package var recorded: Record.Code?
        /// `nil` when the outputs are those of the cell as it stands.
        package var staleness: Staleness?
    }

    /// One entry for each cell of the lesson.
    package private(set) var cells: [CellID: Entry] = [:]
    /// Cells of the record that had a part in what was computed and that the lesson no longer has.
    package private(set) var removed: [Record.Code] = []
    /// The recorded values of inline expressions, by where these begin in the lesson. An expression changes nothing, so
    /// what was recorded between the same two cells is its value, whatever the words around it say now.
    package private(set) var inlineValues: [Int: String] = [:]
    /// There are inline expressions that the record has no value of.
    package private(set) var missesInlineValues = false
    /// The lesson starts from another seed than the record.
    package private(set) var seedChanged = false
    /// The lesson's language, in which errors and labels are worded, is another.
    package private(set) var languageChanged = false

    package init(_ record: Record, to notebook: Notebook) {
        let recorded = record.codeCells
        let present = notebook.cells.map { Record.Code($0, outputs: nil) }
        for row in CellAlignment(recorded, present).rows {
            let old = row.expected.map { recorded[$0] }
            if let position = row.got {
                let cell = notebook.cells[position]
                cells[cell.id] = Entry(recorded: old, staleness: Self.staleness(of: cell, present[position], old))
            } else if let old, old.options.evaluation != .none {
                removed.append(old)
            }
        }
        matchInline(record, notebook)
        if let run = record.run {
            seedChanged = run.seed != notebook.frontMatter.seed
            languageChanged = run.language != notebook.frontMatter.language
        }
    }

    private mutating func matchInline(_ record: Record, _ notebook: Notebook) {
        var values: [CellID?: [String: String]] = [:]
        var above: CellID?
        for part in record.parts {
            switch part {
            case .code(let code): if code.options.evaluation != .none { above = code.id }
            case .prose(let prose):
                for value in prose.inline { values[above, default: [:]][value.expression] = value.text }
            }
        }
        above = nil
        for part in notebook.parts {
            switch part {
            case .cell(let cell):
                if cell.options.evaluation != .none { above = cells[cell.id]?.recorded?.id ?? cell.id }
            case .prose(let prose):
                for expression in prose.expressions {
                    let value = values[above]?[expression.expression]
                    inlineValues[expression.range.lower] = value
                    if value == nil { missesInlineValues = true }
                }
            }
        }
    }

    private static func staleness(of cell: Cell, _ present: Record.Code, _ recorded: Record.Code?) -> Staleness? {
        // A cell that is only shown has no part in what is computed, unless it had one when the record was made.
        if cell.options.evaluation == .none {
            return recorded.map { $0.options.evaluation == .none } ?? true ? nil : .changed
        }
        guard let recorded else { return .missing }
        guard recorded.runsLike(present) else { return .changed }
        return recorded.number == nil ? .notRun : nil
    }

    package subscript(id: CellID) -> Entry? { cells[id] }

    /// Whether a new run could show something else anywhere.
    package var isStale: Bool {
        seedChanged || languageChanged || missesInlineValues || !removed.isEmpty
            || cells.values.contains { $0.staleness != nil }
    }
}

extension Record {
    /// This record's cells beside those of the lesson.
    package func matched(to notebook: Notebook) -> RecordMatch { RecordMatch(self, to: notebook) }

    /// Whether the lesson has changed in what decides about outputs since this record was made.
    package func isStale(for notebook: Notebook) -> Bool { matched(to: notebook).isStale }
}
