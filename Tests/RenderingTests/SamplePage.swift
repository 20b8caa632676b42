import Diagnostics
import Notebook
import Outputs
import Records
import Rendering
import Testing

/// A lesson as text with made-up outputs, by cell label, and the page made of both.
struct SamplePage {
    var markdown: String
    var outputs: [String: [Output]] = [:]
    var datasets: [DatasetUse] = []
    var engine = "Hanji 0.1.0"
    /// The lesson that was recorded, when it is not the one that is rendered.
    var recordedMarkdown: String?
    var hasRecord = true
    var diagnostics: [Diagnostic] = []

    init(_ markdown: String, outputs: [String: [Output]] = [:]) {
        self.markdown = markdown
        self.outputs = outputs
    }

    static func notebook(_ markdown: String) -> Notebook {
        NotebookReader.read(SourceText(path: "lessons/lesson.md", text: markdown))
    }

    var record: Record {
        let notebook = Self.notebook(recordedMarkdown ?? markdown)
        var shown: [CellID: [Output]] = [:]
        for cell in notebook.cells where cell.number != nil {
            shown[cell.id] = cell.label.flatMap { outputs[$0] } ?? []
        }
        return Record(
            of: notebook, outputs: shown, engine: engine, instructionSet: "avx2", datasets: datasets)
    }

    func render() throws -> RenderedPage {
        try PageRenderer().render(
            Self.notebook(markdown), record: hasRecord ? record : nil, diagnostics: diagnostics)
    }

    /// What stands between the tags of `main`.
    func body() throws -> String {
        let html = try render().html
        let start = try #require(html.firstRange(of: "<main id=\"hanji-main\" class=\"body\" tabindex=\"-1\">"))
        let end = try #require(html.firstRange(of: "</main>"))
        return html[start.upperBound..<end.lowerBound].split(separator: "\n").joined(separator: "\n")
    }

    static func result(_ text: String) -> Output { .result(MIMEBundle(text: text)) }

    static func figure(_ svg: String) -> Output {
        .result(MIMEBundle([MIME.text: "Figure", MIME.svg: .string(svg)]))
    }

    static let drawing = #"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0h10"/></svg>"#

    static func history(_ values: [String: [Double]], keys: [String]) -> Output {
        .display(
            MIMEBundle([
                MIME.text: "Epoch 1/2 - loss: 0.5000",
                MIME.history: [
                    "epochs": .int(values[keys[0]]?.count ?? 0), "samples": 15000, "validationSamples": 10000,
                    "keys": .array(keys.map { .string($0) }),
                    "values": .object(values.mapValues { .array($0.map { .number($0) }) }),
                ],
            ]))
    }
}

extension RenderedPage: CustomTestStringConvertible {
    /// Short, because a failed expectation prints it.
    public var testDescription: String { "page “\(title)”" }

    func shows(_ markup: String) -> Bool { html.contains(markup) }
}
