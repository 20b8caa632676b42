import CellLanguage
import Diagnostics

/// The names that a program of one file needs where a notebook declares a name more than once: a later cell may declare
/// again what an earlier one has, and whatever meant the earlier one still does.
struct NewNames {
    struct Change {
        var old: String
        /// Of the declaration; of the namespace around it, if it is a type.
        var new: String
        /// A type keeps its own name, because it is printed with it, and gets a namespace.
        var isType: Bool

        /// What stands where the declaration is meant.
        var use: String { isType ? "\(new).\(old)" : new }
    }

    private(set) var definitions: [SourceRange: Change] = [:]
    private(set) var uses: [SourceRange: Change] = [:]
    /// Every word of the cells, and what has been given out.
    private var taken: Set<String>

    init(_ names: [TopLevelName], _ outlines: [CellOutline], library: Library) {
        taken = outlines.reduce(into: Set<String>()) { $0.formUnion($1.identifiers) }
        var declared: Set<String> = []
        let types = Set(outlines.flatMap(\.items).filter { $0.kind == .type }.compactMap(\.name))
        let meanings = Set(names.flatMap(\.uses))
        /// Whether some cell means the library's declaration by this name, or one of its own inside.
        func isMeantOtherwise(_ name: String) -> Bool {
            outlines.contains { $0.references[name]?.contains { !meanings.contains($0) } ?? false }
        }
        let cells = Dictionary(grouping: names) { Declaration(name: $0.name, cell: $0.cell) }.values
        // What one cell declares under one name are overloads, which stay together.
        for overloads in cells.sorted(by: { $0[0].definition.lower < $1[0].definition.lower }) {
            let name = overloads[0].name
            let isFirst = declared.insert(name).inserted
            let mustChange = !isFirst || library.hasFreeName(name) && isMeantOtherwise(name)
            guard mustChange, name.isWord else { continue }
            var number = 2
            while !taken.insert("\(name)_\(number)").inserted { number += 1 }
            for overload in overloads {
                let change = Change(
                    old: name, new: "\(name)_\(number)", isType: types.contains(overload.definition))
                definitions[overload.definition] = change
                for use in overload.uses where use != overload.definition { uses[use] = change }
            }
        }
    }

    /// A name like this one that no cell uses.
    func unused(_ name: String) -> String { taken.contains(name) ? unused(name + "_") : name }

    private struct Declaration: Hashable {
        var name, cell: String
    }
}

extension String {
    /// Operators have no other names.
    fileprivate var isWord: Bool { first.map { $0.isLetter || $0 == "_" } ?? false }
}
