import Diagnostics

/// The footnotes of a document: what is defined, and what was referred to so far.
struct FootnoteRegister {
    struct Entry {
        var definition: SourceScan.Definition
        var number: Int?
        var references = 0
    }

    /// By normalised label.
    private(set) var entries: [String: Entry] = [:]
    /// The normalised labels that were referred to, by number.
    private(set) var order: [String] = []
    private(set) var diagnostics: [Diagnostic] = []

    init(_ definitions: [SourceScan.Definition]) {
        for definition in definitions {
            let key = Self.key(definition.label)
            if let first = entries[key] {
                let note = DiagnosticNote(
                    MarkupMessage.firstFootnote(label: first.definition.label), at: first.definition.labelRange)
                diagnostics.append(
                    Diagnostic(
                        .warning, MarkupMessage.duplicateFootnote(label: definition.label), at: definition.labelRange,
                        notes: [note]))
            } else {
                entries[key] = Entry(definition: definition)
            }
        }
    }

    func isDefined(_ label: String) -> Bool { entries[Self.key(label)] != nil }

    /// A reference: the note's number and which reference to it this is, or `nil` and a diagnostic.
    mutating func refer(to label: String, at range: SourceRange, isNestedDefinition: Bool) -> (
        number: Int, occurrence: Int
    )? {
        let key = Self.key(label)
        if isNestedDefinition { warn(.nestedFootnote(label: label), at: range) }
        guard var entry = entries[key] else {
            if !isNestedDefinition {
                let nearest = Spelling.nearest(to: label, among: entries.values.map(\.definition.label).sorted())
                warn(.undefinedFootnote(label: label, nearest: nearest), at: range)
            }
            return nil
        }
        if entry.number == nil {
            order.append(key)
            entry.number = order.count
        }
        entry.references += 1
        entries[key] = entry
        return (entry.number ?? order.count, entry.references)
    }

    /// Warnings about definitions that nothing refers to, by place.
    func unused() -> [Diagnostic] {
        entries.values.filter { $0.number == nil }.map(\.definition).sorted { $0.range.lower < $1.range.lower }.map {
            Diagnostic(.warning, MarkupMessage.unusedFootnote(label: $0.label), at: $0.labelRange)
        }
    }

    private mutating func warn(_ message: MarkupMessage, at range: SourceRange) {
        diagnostics.append(Diagnostic(.warning, message, at: range))
    }

    /// Labels are equal whatever their case and their normal form.
    private static func key(_ label: String) -> String { label.lowercased() }
}
