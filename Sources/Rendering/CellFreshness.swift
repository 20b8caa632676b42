package import Notebook
package import Records

/// Whether what the page shows below a cell is what the cell shows when it is run.
package enum CellFreshness: Hashable, Sendable {
    case current
    /// The code, or how it is run, is another than that which was recorded.
    case changed
    /// The cell itself is as it was, but something above it is not.
    case afterChange
    /// There is no output of this cell.
    case notRecorded
    /// The run ended before this cell.
    case notRun
}

/// What the record of a lesson is worth for each of its cells.
package struct Freshness: Sendable {
    package private(set) var cells: [CellID: CellFreshness] = [:]
    /// There is no record at all.
    package let isMissing: Bool
    /// The seed or the language is another than that of the run.
    package let settingsChanged: Bool
    /// By where the expressions begin.
    let inlineValues: [Int: String]
    private let missesInlineValues: Bool
    private let lostCells: Bool
    private let recorded: [CellID: Record.Code]

    package init(of notebook: Notebook, record: Record?) {
        guard let record else {
            isMissing = true
            settingsChanged = false
            inlineValues = [:]
            missesInlineValues = notebook.parts.contains {
                if case .prose(let prose) = $0 { !prose.expressions.isEmpty } else { false }
            }
            lostCells = false
            recorded = [:]
            for cell in notebook.cells where cell.options.evaluation != .none { cells[cell.id] = .notRecorded }
            return
        }
        let match = record.matched(to: notebook)
        isMissing = false
        settingsChanged = match.seedChanged || match.languageChanged
        inlineValues = match.inlineValues
        missesInlineValues = match.missesInlineValues
        lostCells = match.removed.contains { $0.options.evaluation.changesWhatFollows }
        recorded = notebook.cells.reduce(into: [:]) { $0[$1.id] = match[$1.id]?.recorded }

        let positions = record.codeCells.enumerated().reduce(into: [CellID: Int]()) { $0[$1.element.id] = $1.offset }
        let firstLost = match.removed.filter { $0.options.evaluation.changesWhatFollows }
            .compactMap { positions[$0.id] }.min()
        var last = -1
        var isAfterChange = settingsChanged
        for cell in notebook.cells where cell.options.evaluation != .none {
            let entry = match[cell.id]
            if let position = entry?.recorded.flatMap({ positions[$0.id] }) {
                // A cell that stood elsewhere, or that had one above it which is gone.
                if position < last || position > firstLost ?? .max { isAfterChange = true }
                last = max(last, position)
            }
            let state = Self.state(entry?.staleness, isAfterChange: isAfterChange)
            cells[cell.id] = state
            if state != .current, cell.options.evaluation.changesWhatFollows { isAfterChange = true }
        }
    }

    private static func state(_ staleness: RecordMatch.Staleness?, isAfterChange: Bool) -> CellFreshness {
        switch staleness {
        case .changed: .changed
        case .missing: .notRecorded
        case .notRun: .notRun
        case nil: isAfterChange ? .afterChange : .current
        }
    }

    /// What was recorded of the cell, fresh or not.
    func recordedCell(_ id: CellID) -> Record.Code? { recorded[id] }

    package subscript(id: CellID) -> CellFreshness { cells[id] ?? .current }

    /// Whether a new run could show something else anywhere on the page.
    package var isStale: Bool {
        isMissing && !cells.isEmpty || settingsChanged || missesInlineValues || lostCells
            || cells.values.contains { $0 != .current }
    }
}

extension CellOptions.Evaluation {
    /// Whether cells below see what this one did.
    fileprivate var changesWhatFollows: Bool { self == .run || self == .raisesException }
}
