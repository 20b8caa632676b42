import Diagnostics
import Notebook

/// `@label` in a text.
enum CrossReference {
    /// What a text consists of.
    enum Part {
        case text(Substring)
        /// The letters behind a sign that stands for itself; what is known of them may be less.
        case label(Substring)
    }

    static func parts(of text: String) -> [Part] {
        var parts: [Part] = []
        var rest = text[...]
        while let sign = rest.utf8.firstIndex(of: UInt8(ascii: "@")) {
            let end = text.index(after: sign)
            let label = text[end...].prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
            // Not within an address: someone@example.
            let isAddress = rest[..<sign].last.map { $0.isASCII && ($0.isLetter || $0.isNumber) } ?? false
            if isAddress || label.isEmpty {
                parts.append(.text(rest[..<label.endIndex]))
            } else {
                parts += [.text(rest[..<sign]), .label(label)]
            }
            rest = text[label.endIndex...]
        }
        return parts + [.text(rest)]
    }

    static func all(in text: String) -> [Substring] {
        parts(of: text).compactMap { part in if case .label(let label) = part { label } else { nil } }
    }

    /// The label that is meant: hyphens at the end may belong to the text.
    static func known(_ label: Substring, where isKnown: (Substring) -> Bool) -> Substring? {
        var label = label
        while !isKnown(label) {
            guard let last = label.last, last == "-" || last == "_" else { return nil }
            label.removeLast()
        }
        return label
    }

    /// What can be referred to on a page.
    static func labels(of notebook: Notebook) -> Set<String> {
        Captions(notebook).referable.union(Outline(notebook).entries.map(\.anchor))
    }

    /// Whether a label is one by its beginning, as Quarto's are.
    static func isMeant(_ label: Substring) -> Bool {
        ["fig-", "tbl-", "tab-", "eq-", "lst-", "exr-", "sec-"].contains { label.hasPrefix($0) }
    }
}
