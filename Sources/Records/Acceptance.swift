import Diagnostics
package import Notebook
import Outputs

/// Takes outputs of a later run into a record, all of them or those of some cells.
package enum Acceptance {
    package enum Refusal: Error, Hashable, Sendable {
        /// A word that is no cell's label, id or number.
        case unknownCell(String, nearest: String?)
        /// The notebook has changed since it was checked: its outputs would stand beside other code.
        case changedSince
        /// Outputs of single cells cannot stand beside those that were made with other data.
        case otherData([DatasetMismatch])
    }

    /// The cells of a record that words on the command line name: by label, id or number.
    package static func cells(named words: [String], in record: Record) throws(Refusal) -> Set<CellID> {
        var found: Set<CellID> = []
        let cells = record.codeCells.filter { $0.number != nil }
        for word in words {
            let name = word.hasPrefix("#") ? String(word.dropFirst()) : word
            guard
                let cell = cells.first(where: { $0.label == name || $0.id.rawValue == name })
                    ?? cells.first(where: { $0.number.map(String.init) == name })
            else {
                let names = cells.compactMap { $0.label ?? $0.number.map(String.init) }
                throw .unknownCell(word, nearest: Spelling.nearest(to: name, among: names))
            }
            found.insert(cell.id)
        }
        return found
    }

    /// The record with the outputs of a later run.
    ///
    /// - Parameters:
    ///   - old: What is recorded; `nil` when nothing is.
    ///   - new: The later run.
    ///   - accepted: The cells of `new` whose outputs are taken; `nil` for all. The others keep what is recorded of
    ///     them, as long as it is recorded of the same code.
    package static func record(
        old: Record?, new: Record, accepted: Set<CellID>?
    ) throws(Refusal) -> Record {
        guard let old, let accepted else { return new }
        let mismatches = DatasetMismatch.between(
            recorded: old.run?.datasets ?? [], present: new.run?.datasets ?? [])
        if !mismatches.isEmpty { throw .otherData(mismatches) }
        var outputs: [CellID: [Output]] = [:]
        let (left, right) = (old.codeCells, new.codeCells)
        for row in CellAlignment(left, right).rows {
            guard let one = row.expected.map({ left[$0] }), let other = row.got.map({ right[$0] }),
                one.number != nil, one.runsLike(other), !accepted.contains(other.id)
            else { continue }
            outputs[other.id] = one.outputs
        }
        var result = new
        result.parts = new.parts.map { part in
            guard case .code(var code) = part, let kept = outputs[code.id] else { return part }
            code.outputs = kept
            return .code(code)
        }
        return result
    }
}
