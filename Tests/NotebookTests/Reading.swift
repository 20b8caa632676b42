import Diagnostics
import Notebook

/// Helpers for tests that read notebooks from text.
enum Reading {
    static func read(_ text: String) -> Notebook { NotebookReader.read(SourceText(path: "lesson.md", text: text)) }

    /// `line:column severity id the text marked`, one string a diagnostic.
    static func diagnostics(_ text: String) -> [String] {
        let notebook = read(text)
        return notebook.diagnostics.map { diagnostic in
            let place = notebook.source.position(at: diagnostic.range.lower)
            let severity = diagnostic.severity == .error ? "" : "\(diagnostic.severity) "
            return
                "\(place.line):\(place.column) \(severity)\(diagnostic.message.id) \(notebook.source.slice(diagnostic.range))"
        }
    }

    /// The text with every fix-it applied.
    static func mended(_ text: String) -> String {
        var bytes = Array(text.utf8)
        for fixIt in read(text).diagnostics.flatMap(\.fixIts).sorted(by: { $0.range.lower > $1.range.lower }) {
            bytes.replaceSubrange(fixIt.range.lower..<fixIt.range.upper, with: Array(fixIt.replacement.utf8))
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A notebook of one cell with these attributes.
    static func cell(_ attributes: String, _ code: String = "1") -> String { "```swift \(attributes)\n\(code)\n```\n" }
}
