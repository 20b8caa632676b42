/// A formula in the mathematics of LaTeX.
package struct Formula: Sendable {
    /// Between the dollars, as written; in a table without the backslash before a pipe.
    package var source: String
    package var isDisplay: Bool
    /// `nil` for what is not understood: the source is shown in its place.
    package var root: MathNode?

    package init(source: String, isDisplay: Bool, root: MathNode?) {
        self.source = source
        self.isDisplay = isDisplay
        self.root = root
    }
}

/// A formula as it is set: the elements of MathML Core, under the names of its specification.
package indirect enum MathNode: Hashable, Sendable {
    case row([MathNode])
    /// One letter is set in italics unless it is upright; names of several letters never are.
    case identifier(String, isUpright: Bool = false)
    case number(String)
    case symbol(MathSymbol)
    case text(String)
    /// In em.
    case space(Double)
    /// `hasBar` is false for binomials.
    case fraction(MathNode, MathNode, hasBar: Bool)
    case root(MathNode, index: MathNode?)
    case scripts(MathNode, lower: MathNode?, upper: MathNode?)
    /// What stands below and above; `isAccent` for a hat or a bar.
    case limits(MathNode, lower: MathNode?, upper: MathNode?, isAccent: Bool)
    case table(MathTable)
    /// Larger or smaller than its surroundings: `\displaystyle`, `\tfrac`.
    case style(isDisplay: Bool, MathNode)
    case phantom(MathNode)
    case boxed(MathNode)
}

/// An operator, a relation, a bracket or punctuation.
package struct MathSymbol: Hashable, Sendable {
    package enum Role: Hashable, Sendable {
        /// What MathML's dictionary of operators says of the character.
        case ordinary
        case opening, closing, separator
        /// A function's name or a sum that takes limits below in display style.
        case largeOperator
    }
    package var text: String
    package var role: Role
    /// Grows with what it encloses.
    package var isStretchy: Bool?
    /// A fixed height in em, of `\big` and its kin.
    package var size: Double?

    package init(_ text: String, _ role: Role = .ordinary, isStretchy: Bool? = nil, size: Double? = nil) {
        self.text = text
        self.role = role
        self.isStretchy = isStretchy
        self.size = size
    }
}

package struct MathTable: Hashable, Sendable {
    package enum Alignment: Hashable, Sendable { case left, center, right }
    package var rows: [[MathNode]]
    /// The last one counts for all columns after it.
    package var alignments: [Alignment]
    /// Equations that are aligned are set as large as they would be alone, close to their signs.
    package var isAligned: Bool

    package init(rows: [[MathNode]], alignments: [Alignment], isAligned: Bool) {
        self.rows = rows
        self.alignments = alignments
        self.isAligned = isAligned
    }
}

extension Formula {
    /// The formula of a fenced block `math`. What is not understood stays source.
    package init(reading source: String) {
        let root = try? TeXParser.parse(source).get()
        self.init(source: source, isDisplay: true, root: root)
    }
}
