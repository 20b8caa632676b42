package import Diagnostics

/// A name of the notebook's top level and every place that means it, for tools that rewrite the cells.
package struct TopLevelName: Sendable, Hashable {
    package var name: String
    /// The cell that declares it.
    package var cell: String
    package var definition: Diagnostics.SourceRange
    /// The definition and all uses, in the order of the document.
    package var uses: [Diagnostics.SourceRange]

    package init(name: String, cell: String, definition: Diagnostics.SourceRange, uses: [Diagnostics.SourceRange]) {
        self.name = name
        self.cell = cell
        self.definition = definition
        self.uses = uses
    }
}

/// Collects the uses of a name while the notebook is checked.
final class TopLevelUse {
    let name: String
    let cell: String
    let definition: Diagnostics.SourceRange
    private var uses: Set<Diagnostics.SourceRange>

    init(name: String, cell: String, definition: Diagnostics.SourceRange) {
        self.name = name
        self.cell = cell
        self.definition = definition
        uses = [definition]
    }

    /// Attempts are checked more than once; a place counts once.
    func use(at range: Diagnostics.SourceRange) { uses.insert(range) }

    var result: TopLevelName {
        TopLevelName(
            name: name, cell: cell, definition: definition,
            uses: uses.sorted { ($0.lower, $0.upper) < ($1.lower, $1.upper) })
    }
}
