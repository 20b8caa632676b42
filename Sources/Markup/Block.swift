package import Diagnostics

/// A block of a Markdown document with the range of the file it was made from.
package struct Block: Sendable {
    package var kind: Kind
    package var range: SourceRange

    package init(_ kind: Kind, at range: SourceRange) {
        self.kind = kind
        self.range = range
    }

    package indirect enum Kind: Sendable {
        /// `anchor` is the id on the page: unique in the document, raw UTF-8.
        case heading(level: Int, anchor: String, [Inline])
        case paragraph([Inline])
        case quote([Block])
        /// `start` is `nil` for a bullet list.
        case list(start: Int?, isTight: Bool, items: [[Block]])
        /// A fenced or indented code block. `content` maps the code back to the file.
        case code(CodeBlock)
        case table(Table)
        /// A note, an exercise, something folded away.
        case division(Division)
        /// A formula on lines of its own. `label` is its `{#label}`, by which the text refers to it.
        case formula(Formula, label: String?)
        case html(String)
        case thematicBreak
    }
}

package struct CodeBlock: Sendable {
    /// The info string as written, `swift {#loss .hide-input}`; empty for an indented block.
    package var info: String
    package var infoRange: SourceRange
    /// The first word of the info string, escapes and character references resolved, and without attributes.
    package var language = ""
    /// `{#label .class name="value"}` behind the language.
    package var attributes = Attributes()
    package var text: String
    /// The range of the code in the file, fences excluded. Offsets within `text` are offsets from its lower bound
    /// when the fence stands at the margin (`isVerbatim`); an indented fence loses its indentation.
    package var textRange: SourceRange
    package var isVerbatim: Bool
    package var isFenced: Bool
    /// A fence that the file's end closed.
    package var isUnclosed: Bool

    package init(
        info: String, infoRange: SourceRange, text: String, textRange: SourceRange, isVerbatim: Bool = true,
        isFenced: Bool = true, isUnclosed: Bool = false
    ) {
        self.info = info
        self.infoRange = infoRange
        self.text = text
        self.textRange = textRange
        self.isVerbatim = isVerbatim
        self.isFenced = isFenced
        self.isUnclosed = isUnclosed
    }
}

package struct Table: Sendable {
    package enum Alignment: Sendable { case none, left, center, right }
    package var alignments: [Alignment]
    package var header: [[Inline]]
    package var rows: [[[Inline]]]
    /// `: caption {#label}` below it.
    package var caption: [Inline]?
    package var label: String?

    package init(alignments: [Alignment], header: [[Inline]], rows: [[[Inline]]]) {
        self.alignments = alignments
        self.header = header
        self.rows = rows
    }
}

package struct Inline: Sendable {
    package var kind: Kind
    package var range: SourceRange

    package init(_ kind: Kind, at range: SourceRange) {
        self.kind = kind
        self.range = range
    }

    package indirect enum Kind: Sendable {
        case text(String)
        case code(String)
        case emphasis([Inline])
        case strong([Inline])
        case strikethrough([Inline])
        case link(destination: String, title: String, [Inline])
        case image(source: String, title: String, alt: String, attributes: Attributes = Attributes())
        case formula(Formula)
        /// Small letters that say how those below them are read, in groups.
        case ruby([RubyGroup])
        /// The box at the beginning of a task's item.
        case task(isDone: Bool)
        /// A line break in the source that the reader sees as a space; those between East Asian letters are gone already.
        case softBreak
        case lineBreak
        case html(String)
        /// The `number`-th note of the document, its `occurrence`-th reference (both from 1).
        case footnote(label: String, number: Int, occurrence: Int)
    }
}

package struct RubyGroup: Hashable, Sendable {
    package var base: String
    package var reading: String

    package init(base: String, reading: String) {
        self.base = base
        self.reading = reading
    }
}

package struct Footnote: Sendable {
    package var label: String
    /// In order of first reference, from 1.
    package var number: Int
    /// How many references there are.
    package var references: Int
    package var blocks: [Block]
    package var range: SourceRange

    package init(label: String, number: Int, references: Int, blocks: [Block], range: SourceRange) {
        self.label = label
        self.number = number
        self.references = references
        self.blocks = blocks
        self.range = range
    }
}

/// A parsed document.
package struct Document: Sendable {
    package var blocks: [Block]
    /// Those that are referred to, by number.
    package var footnotes: [Footnote]
    package var diagnostics: [Diagnostic]

    package init(blocks: [Block], footnotes: [Footnote], diagnostics: [Diagnostic]) {
        self.blocks = blocks
        self.footnotes = footnotes
        self.diagnostics = diagnostics
    }
}
