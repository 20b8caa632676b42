import Diagnostics
import Execution
import Notebook
import Records

/// A notebook that a command was given, read and checked.
struct Lesson: Sendable {
    /// As the user named it.
    var path: String
    var check: NotebookCheck
    /// In which the command speaks about it.
    var language: Language

    var notebook: Notebook { check.notebook }

    init(path: String, language: Language?) throws(NotebookFileError) {
        self.path = path
        check = NotebookCheck.read(try NotebookFile.load(path: path))
        let front = check.notebook.frontMatter
        self.language = language ?? (front.namesLanguage ? front.language : .ofLocale)
    }

    var hasErrors: Bool { check.diagnostics.hasErrors }

    /// The diagnostics as the terminal shows them.
    func diagnosticText(for terminal: Terminal) -> String {
        let renderer = TerminalRenderer(language: language, colour: terminal.hasColour)
        return renderer.render(check.diagnostics, in: notebook.source)
    }
}
