/// What can be wrong with a Markdown text. Nothing is an error: every text means something.
package enum MarkupMessage: Sendable, Hashable {
    /// `[^label]` without a definition; it stays literal text. With the nearest label that is defined.
    case undefinedFootnote(label: String, nearest: String?)
    /// A definition that nothing refers to; it is not shown.
    case unusedFootnote(label: String)
    /// A second definition of the same label; it is not shown.
    case duplicateFootnote(label: String)
    /// The note at the first definition.
    case firstFootnote(label: String)
    /// A definition within a quote or a list; it stays literal text.
    case nestedFootnote(label: String)
    /// Quotes, lists or emphasis in one another beyond the limit; the inner ones are left out, their text is not.
    case tooDeeplyNested(limit: Int)
}
