import Diagnostics
import Foundation
import Markup
import Testing

/// The 652 examples of CommonMark 0.30.
@Suite struct SpecificationTests {
    struct Example: Decodable, Sendable {
        var example: Int
        var section: String
        var markdown: String
        var html: String
    }

    static func examples() throws -> [Example] {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/commonmark-0.30.json")
        return try JSONDecoder().decode([Example].self, from: Data(contentsOf: file))
    }

    private static func html(_ markdown: String, _ extensions: MarkdownExtensions) -> String {
        let source = SourceText(path: "a.md", text: markdown)
        return CommonMarkHTML.of(MarkdownParser.parse(source, extensions: extensions).blocks)
    }

    @Test func everyExampleIsAsSpecifiedWithoutExtensions() throws {
        let examples = try Self.examples()
        #expect(examples.count == 652)
        let different = examples.filter { Self.html($0.markdown, []) != $0.html }
        for example in different.prefix(5) {
            Issue.record(
                "example \(example.example): \(Self.html(example.markdown, []).debugDescription), not \(example.html.debugDescription)"
            )
        }
        #expect(different.count == 0)
    }

    /// No example of the specification looks like an extension: none is read otherwise.
    @Test func extensionsChangeNoExample() throws {
        for example in try Self.examples() {
            #expect(Self.html(example.markdown, .all) == example.html, "example \(example.example)")
        }
    }

    /// Every node of every example stands where it says, with extensions and without.
    @Test(arguments: [[], .all] as [MarkdownExtensions]) func everyNodeStandsWhereItSays(
        _ extensions: MarkdownExtensions
    ) throws {
        for example in try Self.examples() {
            let source = SourceText(path: "a.md", text: example.markdown)
            let check = RoundTrip(MarkdownParser.parse(source, extensions: extensions), in: source)
            #expect(check.faults == [], "example \(example.example)")
        }
    }
}
