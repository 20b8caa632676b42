package import CellLanguage
import Diagnostics
package import Notebook

/// A notebook as a Swift package that prints what the notebook's cells show.
package struct TangledLesson: Sendable {
    /// `Package.swift`
    package let manifest: String
    /// `Sources/Lesson/main.swift`
    package let program: String

    /// `names` and `showing` are what the check of the notebook found; it must have found no error.
    package init(
        _ notebook: Notebook, names: [TopLevelName], showing: Set<CellID>, library: Library, dependency: Dependency
    ) {
        manifest = PackageManifest(dependency).text(for: notebook)
        program = ProgramText(notebook, names: names, showing: showing, library: library).text
    }

    /// How the heads of files end that may be written over.
    package static let mark = "tangled by Hanji"
    package static let manifestPath = "Package.swift"
    package static let programPath = "Sources/\(PackageManifest.target)/main.swift"
}

/// Where the package comes from that has the library.
package enum Dependency: Hashable, Sendable {
    case path(String)
    case url(String)

    /// A name with a scheme is a URL, as is `git@host:path`; others are folders.
    package init(_ text: String) { self = text.contains("://") || text.hasPrefix("git@") ? .url(text) : .path(text) }
}
