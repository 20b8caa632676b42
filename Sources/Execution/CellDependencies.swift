import CellLanguage
import Diagnostics
import Notebook

/// Which cells a failed one takes with it under `--keep-going`.
///
/// A cell that failed may have left anything half done that it could reach: the names that it uses, and what those were
/// made from, because instances of classes are shared. A cell depends on it that can reach one of these. What this keeps
/// from running may be more than necessary, never less.
struct CellDependencies {
    /// Of each cell, the names that it can reach, by their positions in the list of names.
    private var reach: [CellID: Set<Int>] = [:]
    private var lost: Set<Int> = []

    init(_ cells: [Cell], names: [TopLevelName]) {
        var used: [CellID: Set<Int>] = [:]
        for (index, name) in names.enumerated() {
            for use in name.uses {
                guard let cell = cells.first(where: { $0.textRange.contains(use) }) else { continue }
                used[cell.id, default: []].insert(index)
            }
        }
        // A name reaches whatever is used where it is declared, which stands above or in the same cell; a function may
        // be declared below its use, and then a second look finds what the first did not.
        reach = used
        var hasChanged = true
        while hasChanged {
            hasChanged = false
            for cell in cells {
                let direct = reach[cell.id] ?? []
                let all = direct.reduce(into: direct) { $0.formUnion(reach[CellID(names[$1].cell)] ?? []) }
                if all.count > direct.count {
                    reach[cell.id] = all
                    hasChanged = true
                }
            }
        }
    }

    /// The cell has failed, or was not run.
    mutating func lose(_ cell: CellID) { lost.formUnion(reach[cell] ?? []) }

    func dependsOnLost(_ cell: CellID) -> Bool { !(reach[cell] ?? []).isDisjoint(with: lost) }
}
