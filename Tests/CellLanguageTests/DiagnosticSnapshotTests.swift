import CellLanguage
import CellLibrary
import Diagnostics
import Foundation
import Testing

/// Every piece of `Rejected` with what is said of it, as `Snapshots/<file>.<language>.txt`: whoever changes a sentence
/// sees it here in the three languages.
@Suite struct DiagnosticSnapshotTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()

    private static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path + "/Rejected")) ?? [])
        .filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }.sorted()

    @Test func thereAreFiles() { #expect(Self.names.count > 8) }

    @Test(arguments: names, [Language.korean, .japanese, .english]) func says(name: String, _ language: Language) throws
    {
        let pieces = try String(contentsOf: Self.folder.appending(path: "Rejected/\(name).txt"), encoding: .utf8)
        let texts = pieces.components(separatedBy: "\n---\n").map { piece in
            let source = SourceText(path: "a", text: piece)
            let checked = FrontEnd.check([CellSource(id: "a", text: piece, offset: 0)], library: CellLibrary.library)
            return TerminalRenderer(language: language).render(checked.diagnostics, in: source)
        }
        let code = language.choose(ko: "ko", ja: "ja", en: "en")
        try expectSnapshot(texts.joined(separator: "---\n"), "\(name).\(code).txt")
    }
}
