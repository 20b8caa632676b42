/// What the command's exit status says. The worst of all notebooks counts.
enum ExitStatus: Int32, Error, Comparable {
    case fine = 0
    /// A cell failed, an output differs, a type is wrong, a record is stale under `--strict`.
    case finding = 1
    /// Usage, input that cannot be read, output that cannot be written, or nothing to do.
    case unusable = 2
    case timeLimit = 124

    static func < (a: ExitStatus, b: ExitStatus) -> Bool { a.rawValue < b.rawValue }

    mutating func worsen(to other: ExitStatus) { self = max(self, other) }

    /// Ends the command with this status.
    func leave() throws { if self != .fine { throw self } }
}
