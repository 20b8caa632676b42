/// What is wrong, as data. Conforming enums keep their wording apart, in a file `…+Message.swift`.
package protocol DiagnosticMessage: Sendable {
    /// A stable name in kebab case, for tools and tests: `unknown-member`.
    var id: String { get }
    /// One sentence that says what is wrong, without a final full stop in English, as compilers write.
    func text(in language: Language) -> String
    /// What to do about it, if the message itself does not say so.
    func advice(in language: Language) -> String?
}

extension DiagnosticMessage {
    package func advice(in language: Language) -> String? { nil }
}

package enum Severity: String, Sendable, Codable, Comparable {
    case error, warning, note

    private var rank: Int {
        switch self {
        case .error: 0
        case .warning: 1
        case .note: 2
        }
    }
    package static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
}

/// A replacement of the source that would mend the fault.
package struct FixIt: Sendable {
    package var range: SourceRange
    package var replacement: String

    package init(replace range: SourceRange, with replacement: String) {
        self.range = range
        self.replacement = replacement
    }
}

/// A further place that explains a diagnostic: the declaration, the first definition.
package struct DiagnosticNote: Sendable {
    package var message: any DiagnosticMessage
    /// `nil` when the thing stands in the library and not in the notebook.
    package var range: SourceRange?

    package init(_ message: any DiagnosticMessage, at range: SourceRange?) {
        self.message = message
        self.range = range
    }
}

/// A mistake of the author: a message, its place in the notebook's file, and what would mend it.
package struct Diagnostic: Sendable {
    package var severity: Severity
    package var message: any DiagnosticMessage
    package var range: SourceRange
    package var notes: [DiagnosticNote]
    package var fixIts: [FixIt]

    package init(
        _ severity: Severity = .error, _ message: any DiagnosticMessage, at range: SourceRange,
        notes: [DiagnosticNote] = [], fixIts: [FixIt] = []
    ) {
        self.severity = severity
        self.message = message
        self.range = range
        self.notes = notes
        self.fixIts = fixIts
    }

    /// The same diagnostic seen from a text in which its own text begins at `offset`.
    package func shifted(by offset: Int) -> Diagnostic {
        var copy = self
        copy.range = range.shifted(by: offset)
        copy.notes = notes.map { DiagnosticNote($0.message, at: $0.range?.shifted(by: offset)) }
        copy.fixIts = fixIts.map { FixIt(replace: $0.range.shifted(by: offset), with: $0.replacement) }
        return copy
    }
}

extension Sequence where Element == Diagnostic {
    package var hasErrors: Bool { contains { $0.severity == .error } }

    /// By place, then errors first; equal ones keep their order.
    package func sortedByPlace() -> [Diagnostic] {
        func place(_ diagnostic: Diagnostic) -> (Int, Severity) { (diagnostic.range.lower, diagnostic.severity) }
        let all = Array(self)
        // As a rule they were found in this order, and there may be as many as characters.
        guard zip(all.dropFirst(), all).contains(where: { place($0) < place($1) }) else { return all }
        return all.enumerated().sorted {
            place($0.element) == place($1.element) ? $0.offset < $1.offset : place($0.element) < place($1.element)
        }.map(\.element)
    }
}
