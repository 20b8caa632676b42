package import Diagnostics
package import Markup

/// A lesson as it is written: front matter, prose and cells in the order of the file. Nothing here runs.
package struct Notebook: Sendable {
    package var source: SourceText
    package var frontMatter: FrontMatter
    package var parts: [Part]
    package var footnotes: [Footnote]
    /// What is wrong with the file itself: front matter, options, fences. Types are not looked at here.
    package var diagnostics: [Diagnostic]

    package init(
        source: SourceText, frontMatter: FrontMatter, parts: [Part], footnotes: [Footnote], diagnostics: [Diagnostic]
    ) {
        self.source = source
        self.frontMatter = frontMatter
        self.parts = parts
        self.footnotes = footnotes
        self.diagnostics = diagnostics
    }

    package enum Part: Sendable {
        case prose(Prose)
        case cell(Cell)
    }

    /// The inline expressions of the prose, by their places.
    package var expressions: [InlineExpression] {
        parts.flatMap { part -> [InlineExpression] in if case .prose(let prose) = part { prose.expressions } else { [] }
        }
    }

    package var cells: [Cell] { parts.compactMap { if case .cell(let cell) = $0 { cell } else { nil } } }
}

/// What stands between two cells. It has no blocks if it is nothing but definitions, or the rest of a division whose
/// cells divide it: the division is a block of the prose in which it begins.
package struct Prose: Sendable {
    package var id: CellID
    package var blocks: [Block]
    /// The Markdown between the two cells, link definitions and footnotes included, without the empty lines around it.
    package var text: String
    package var range: SourceRange
    /// Those written in ``text``, in order.
    package var expressions: [InlineExpression]

    package init(
        id: CellID, blocks: [Block], text: String, range: SourceRange, expressions: [InlineExpression] = []
    ) {
        self.id = id
        self.blocks = blocks
        self.text = text
        self.range = range
        self.expressions = expressions
    }
}

/// A fenced block whose first word is `swift`.
package struct Cell: Sendable {
    package var id: CellID
    /// The label the author gave, `#loss-curve` without its mark.
    package var label: String?
    /// From 1, in document order; `nil` for a `.noeval` cell, which is not numbered.
    package var number: Int?
    /// The code as the reader sees it, option lines (`//|`) left out.
    package var code: String
    /// The code as the compiler sees it: all of the fence's text, option lines included, so that offsets from
    /// `textRange.lower` are offsets into the file.
    package var text: String
    package var textRange: SourceRange
    /// From the opening fence to the closing one.
    package var range: SourceRange
    package var options: CellOptions
    /// Whether it stands in a division (`:::`), as the answer to an exercise does: a page shows it there.
    package var isNested: Bool

    package init(
        id: CellID, label: String?, number: Int?, code: String, text: String, textRange: SourceRange,
        range: SourceRange, options: CellOptions, isNested: Bool = false
    ) {
        self.isNested = isNested
        self.id = id
        self.label = label
        self.number = number
        self.code = code
        self.text = text
        self.textRange = textRange
        self.range = range
        self.options = options
    }
}

/// 1 to 64 characters of `A-Z a-z 0-9 - _` (nbformat's rule): the label, or a digest of the content and its occurrence.
package struct CellID: Hashable, Sendable, Codable, CustomStringConvertible {
    package var rawValue: String
    package init(_ rawValue: String) { self.rawValue = rawValue }
    package var description: String { rawValue }
}

package struct CellOptions: Sendable, Hashable {
    package enum Evaluation: String, Sendable, Codable {
        /// Checked and run.
        case run
        /// `.noeval`: shown and coloured, parsed, neither checked nor run.
        case none
        /// `.raises-exception`: must fail when run.
        case raisesException
        /// `.fails-check`: must not type-check; its diagnostics are its output, its names are invisible.
        case failsCheck
    }
    package enum Visibility: String, Sendable, Codable { case shown, folded, removed }
    package enum Comparison: String, Sendable, Codable, CaseIterable {
        case exact, numeric, shape
        /// Only whether the cell fails.
        case ignored = "none"
    }

    package var evaluation: Evaluation = .run
    package var input: Visibility = .shown
    package var output: Visibility = .shown
    /// `.remove-cell`: runs, but the page shows nothing of it.
    package var isRemoved = false
    /// Seconds.
    package var timeout: Double?
    package var rtol: Double?
    package var atol: Double?
    /// `nil`: as the notebook or the command says, else numeric.
    package var compare: Comparison?
    package var normalizers: [Normalizer] = []
    package var figureCaption: String?
    package var figureAlt: String?
    package var figureWidth: String?
    package var tableCaption: String?
    package var listingCaption: String?

    package init() {}
}

package struct FrontMatter: Sendable {
    package var title: String?
    package var language: Language = .english
    /// Whether the file says `lang:` itself.
    package var namesLanguage = false
    package var seed: UInt64 = 0
    /// For cells that say nothing else.
    package var comparison = ComparisonOptions()
    /// Seconds for each cell that says nothing else.
    package var timeout: Double?
    /// Seconds for all cells together.
    package var notebookTimeout: Double?
    /// Of the whole front matter, fences included; `nil` without one.
    package var range: SourceRange?

    package init() {}
}
