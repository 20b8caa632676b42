package import Diagnostics

/// A name that a cell declares for the notebook, with every place that means it and no other declaration of that name.
package struct TopLevelName: Hashable, Sendable {
    package var name: String
    /// The id of the cell that declares it.
    package var cell: String
    package var definition: Diagnostics.SourceRange
    /// The definition and all references, in the order of the file.
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
    /// A set, because attempts check the same place more than once.
    private var uses: Set<Diagnostics.SourceRange>

    init(name: String, cell: String, definition: Diagnostics.SourceRange) {
        self.name = name
        self.cell = cell
        self.definition = definition
        uses = [definition]
    }

    func use(at range: Diagnostics.SourceRange) { uses.insert(range) }

    var result: TopLevelName {
        TopLevelName(
            name: name, cell: cell, definition: definition,
            uses: uses.sorted { ($0.lower, $0.upper) < ($1.lower, $1.upper) })
    }
}
