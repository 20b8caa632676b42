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

/// Collects the notebook's names while the checker resolves them.
struct TopLevelNames {
    /// The cell that is being checked.
    var cell = ""
    private var names: [TopLevelName] = []
    private var indices: [ObjectIdentifier: Int] = [:]
    /// By place, so that an attempt that was taken back counts once or not at all.
    private var uses: [SourceRange: Int] = [:]

    mutating func declare(_ entity: AnyObject, _ name: String, at range: SourceRange) {
        indices[ObjectIdentifier(entity)] = names.count
        names.append(TopLevelName(name: name, cell: cell, definition: range, uses: []))
    }

    mutating func use(_ entity: AnyObject, at range: SourceRange) {
        if let index = indices[ObjectIdentifier(entity)] { uses[range] = index }
    }

    var all: [TopLevelName] {
        var result = names
        for (range, index) in uses { result[index].uses.append(range) }
        for index in result.indices {
            result[index].uses = Set(result[index].uses + [result[index].definition]).sorted { $0.lower < $1.lower }
        }
        return result.sorted { $0.definition.lower < $1.definition.lower }
    }
}
