/// What is read beyond CommonMark. Lessons use all of it; none of it leaves CommonMark as libcmark has it.
package struct MarkdownExtensions: OptionSet, Hashable, Sendable {
    package let rawValue: Int

    package init(rawValue: Int) { self.rawValue = rawValue }

    /// Emphasis and line breaks as text without spaces between words needs them.
    package static let eastAsian = MarkdownExtensions(rawValue: 1 << 0)
    /// `[^label]` and `[^label]: text`.
    package static let footnotes = MarkdownExtensions(rawValue: 1 << 1)
    /// GitHub's tables, and `: caption {#label}` below them.
    package static let tables = MarkdownExtensions(rawValue: 1 << 2)
    /// `~~text~~`. One tilde is none: `2022~2023` is a range of years.
    package static let strikethrough = MarkdownExtensions(rawValue: 1 << 3)
    /// `- [ ] to do`, `- [x] done`.
    package static let taskLists = MarkdownExtensions(rawValue: 1 << 4)
    /// `$…$` and `$$…$$`.
    package static let math = MarkdownExtensions(rawValue: 1 << 5)
    /// `::: note` … `:::` and `> [!NOTE]`.
    package static let divisions = MarkdownExtensions(rawValue: 1 << 6)
    /// `{漢字|かんじ}`.
    package static let ruby = MarkdownExtensions(rawValue: 1 << 7)
    /// `# Heading {#id}`, `![alt](source){#label width=50%}`.
    package static let attributes = MarkdownExtensions(rawValue: 1 << 8)

    package static let all: MarkdownExtensions = [
        .eastAsian, .footnotes, .tables, .strikethrough, .taskLists, .math, .divisions, .ruby, .attributes,
    ]
}
