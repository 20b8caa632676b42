package import Notebook

/// How a page is to look, apart from what the lesson says.
package struct PageOptions: Sendable {
    /// `Hanji 0.1.0`: named in the foot of a page without a record.
    package var generator: String
    package var showsTableOfContents: Bool

    package init(generator: String = "Hanji", showsTableOfContents: Bool = true) {
        self.generator = generator
        self.showsTableOfContents = showsTableOfContents
    }
}

/// A page, ready to be written.
package struct RenderedPage: Sendable {
    /// A whole document that needs nothing else to be read. The same input gives the same bytes.
    package var html: String
    /// `lesson.html` for `chapter/lesson.md`.
    package var fileName: String
    package var title: String
    /// Which cells' outputs are not those of the lesson as it stands.
    package var freshness: Freshness
    /// A figure or another output that was refused, by cell, with the reason.
    package var refused: [RefusedOutput]
}

/// An output of a record that the page does not show because it could do more than be looked at.
package struct RefusedOutput: Hashable, Sendable {
    package var cell: CellID
    package var reason: SVGProblem

    package init(cell: CellID, reason: SVGProblem) {
        self.cell = cell
        self.reason = reason
    }
}
