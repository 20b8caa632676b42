package import Outputs

/// A data set that a record was made with and that is not the one read now: the outputs cannot be compared.
package struct DatasetMismatch: Hashable, Sendable {
    package var name: String
    package var recorded: [DatasetUse]
    package var present: [DatasetUse]

    package init(name: String, recorded: [DatasetUse], present: [DatasetUse]) {
        self.name = name
        self.recorded = recorded
        self.present = present
    }

    /// Data sets of which something was read now that the record does not know by the same digest. One that only the
    /// record names is no mismatch: the run may have ended before it was read.
    package static func between(recorded: [DatasetUse], present: [DatasetUse]) -> [DatasetMismatch] {
        var mismatches: [DatasetMismatch] = []
        for name in Set(recorded.map(\.name)).intersection(present.map(\.name)).sorted() {
            let known = recorded.filter { $0.name == name }
            let found = present.filter { $0.name == name }
            if !Set(found).isSubset(of: Set(known)) {
                mismatches.append(DatasetMismatch(name: name, recorded: known, present: found))
            }
        }
        return mismatches
    }
}
