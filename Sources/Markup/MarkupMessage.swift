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

    // Divisions
    /// A name that means nothing; the division is shown without a heading.
    case unknownDivision(String, nearest: String?)
    /// `::: note` without its `:::`.
    case unclosedDivision(name: String)
    /// `:::` that closes nothing; it stays literal text.
    case strayDivisionEnd

    // Formulas; the source is shown in their place.
    case unknownTeXCommand(String, nearest: String?)
    case unknownTeXEnvironment(String)
    case unclosedTeX(String)
    case unexpectedTeX(String)
    case missingTeXArgument(of: String)
    case doubleScript
    case formulaTooDeep

    /// An image without a text for those who do not see it.
    case missingAlternativeText(source: String)
    /// A second `{#id}`; a number is put behind it.
    case duplicateAnchor(String)
}
