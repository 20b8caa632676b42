import Diagnostics
import Foundation
import Testing

/// Pieces of Swift that its compiler rejects, apart by `---`: the checker rejects each of them too, in whatever words.
/// What it let pass would be a lesson that cannot be compiled.
@Suite(.serialized) struct RejectionTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Rejected")

    private static let pieces: [String] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.sorted().flatMap { name in
            let text = (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)) ?? ""
            return text.components(separatedBy: "\n---\n")
        }
    }()

    @Test func thereAreMany() { #expect(Self.pieces.count > 150) }

    @Test(arguments: pieces) func isRejected(_ piece: String) {
        #expect(Interpreter.run(piece).errors.count > 0, "accepted:\n\(piece)")
    }
}
