package import Diagnostics
package import Notebook

/// How a page is to look, apart from what the lesson says.
package struct PageOptions: Sendable {
    /// `Hanji 0.1.0`: named in the foot of a page without a record.
    package var generator: String
    package var showsTableOfContents: Bool
    /// Whether HTML in the prose is taken over as it is. It can break the page, but runs nothing: the page's policy
    /// lets no foreign script run.
    package var allowsRawHTML: Bool

    package init(generator: String = "Hanji", showsTableOfContents: Bool = true, allowsRawHTML: Bool = false) {
        self.generator = generator
        self.showsTableOfContents = showsTableOfContents
        self.allowsRawHTML = allowsRawHTML
    }
}

/// What a page knows of the files around it. The writers read none themselves.
package struct PageSurroundings: Sendable {
    /// The picture that an image of the prose names; `nil` leaves the address as it is.
    package var picture: @Sendable (String) -> PageImage?
    /// Where a link to another notebook leads; `nil` leaves the link as it is.
    package var link: @Sendable (String) -> String?
    var allowsRawHTML = false
    /// The book that the page is part of.
    package var book: BookPlace?

    package init(
        picture: @escaping @Sendable (String) -> PageImage? = { _ in nil },
        link: @escaping @Sendable (String) -> String? = { _ in nil }, book: BookPlace? = nil
    ) {
        self.picture = picture
        self.link = link
        self.book = book
    }
}

/// A page's place in a book: what stands around it. Addresses are relative to the page.
package struct BookPlace: Sendable {
    package struct Link: Hashable, Sendable {
        package var title: String
        package var address: String

        package init(title: String, address: String) {
            self.title = title
            self.address = address
        }
    }
    /// An entry of the book's contents; `address` is `nil` for a part, which has no page of its own.
    package struct Entry: Sendable {
        package var title: String
        package var address: String?
        package var depth: Int
        package var isCurrent: Bool

        package init(title: String, address: String?, depth: Int, isCurrent: Bool) {
            self.title = title
            self.address = address
            self.depth = depth
            self.isCurrent = isCurrent
        }
    }
    package struct Translation: Hashable, Sendable {
        /// `ko`, `ja`, `en`.
        package var language: Language
        package var address: String

        package init(language: Language, address: String) {
            self.language = language
            self.address = address
        }
    }

    package var title: String
    /// The first page.
    package var home: String
    package var entries: [Entry] = []
    /// From the book down to this page's part.
    package var breadcrumbs: [Link] = []
    package var previous: Link?
    package var next: Link?
    /// This page in the book's languages, itself too.
    package var translations: [Translation] = []
    /// The styles and the script that all pages share, and the index of the search.
    package var styleSheet: String
    package var script: String
    package var searchIndex: String
    /// Where the site will stand, with its final slash; absolute addresses need it.
    package var site: String?
    /// From the site's root.
    package var path: String
    package var summary: String

    package init(
        title: String, home: String, styleSheet: String, script: String, searchIndex: String, path: String,
        summary: String
    ) {
        self.title = title
        self.home = home
        self.styleSheet = styleSheet
        self.script = script
        self.searchIndex = searchIndex
        self.path = path
        self.summary = summary
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
