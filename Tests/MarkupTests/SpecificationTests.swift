import Diagnostics
import Foundation
import Markup
import Testing

private enum Fetched {
    static let file = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../.build-specification/commonmark-0.30.json").standardized
    static let isThere = FileManager.default.fileExists(atPath: file.path)
}

/// The 652 examples of CommonMark 0.30, which `Scripts/fetch-specification` fetches; without them there is nothing to
/// test.
@Suite(.enabled(if: Fetched.isThere, "no examples: run Scripts/fetch-specification"))
struct SpecificationTests {
    struct Example: Decodable, Sendable {
        var example: Int
        var section: String
        var markdown: String
        var html: String
    }

    static func examples() throws -> [Example] {
        try JSONDecoder().decode([Example].self, from: Data(contentsOf: Fetched.file))
    }

    /// The examples that are read otherwise with extensions, by number, and why. There are none: no example has what
    /// begins an extension, and the amended rule of emphasis says the same wherever no East Asian letter stands.
    private static let readOtherwise: [Int: String] = [:]

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

    @Test func extensionsChangeTheseExamplesAlone() throws {
        let different = try Self.examples().filter { Self.html($0.markdown, .all) != $0.html }.map(\.example)
        #expect(different == Self.readOtherwise.keys.sorted())
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
