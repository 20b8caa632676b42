import Diagnostics
import Execution
import Foundation
import Notebook
import Records
import Rendering

/// A notebook that a command was given, read and checked.
struct Lesson: Sendable {
    /// As the user named it.
    var path: String
    var check: NotebookCheck
    /// In which the command speaks about it.
    var language: Language

    /// Warnings at references to nothing, and errors at the images whose files are not there or are no pictures, and at links to places that the page has not:
    /// a page with them is not published, the cells run all the same.
    var links: [Diagnostic]

    var notebook: Notebook { check.notebook }

    init(path: String, language: Language?) throws(NotebookFileError) {
        self.path = path
        check = NotebookCheck.read(try NotebookFile.load(path: path))
        links =
            Self.pictures(of: check.notebook, at: path)
            + BookLinkCheck.brokenAnchors(within: check.notebook)
            + BookLinkCheck.unknownReferences(in: check.notebook)
        let front = check.notebook.frontMatter
        self.language = language ?? (front.namesLanguage ? front.language : .ofLocale)
    }

    var hasErrors: Bool { check.diagnostics.hasErrors }

    /// What the checks that need no run say, by place.
    var diagnostics: [Diagnostic] { (check.diagnostics + links).sortedByPlace() }

    /// The diagnostics as the terminal shows them.
    func diagnosticText(for terminal: Terminal) -> String {
        let renderer = TerminalRenderer(language: language, colour: terminal.hasColour)
        return renderer.render(diagnostics, in: notebook.source)
    }

    private static func pictures(of notebook: Notebook, at path: String) -> [Diagnostic] {
        let folder = RelativePath.directory(path)
        return NotebookLinks(notebook).pictures.compactMap { picture in
            let (name, _) = NotebookLinks.divided(picture.address)
            guard let file = RelativePath.existing(RelativePath.join(folder, name)),
                let data = FileManager.default.contents(atPath: file)
            else {
                return Diagnostic(.error, BookLinkMessage.missingPicture(name), at: picture.range)
            }
            guard ImageType(Array(data)) == nil else { return nil }
            return Diagnostic(.error, BookLinkMessage.unreadablePicture(name), at: picture.range)
        }
    }
}
