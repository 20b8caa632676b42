import Foundation
import Testing

/// Compares with the file of this name in `Snapshots`. With HANJI_RECORD=1 the file is written and the test fails, so that
/// a recording run is never green; a missing file fails too.
func expectSnapshot(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Snapshots/\(name)")
    if ProcessInfo.processInfo.environment["HANJI_RECORD"] == "1" {
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        Issue.record("recorded \(name)", sourceLocation: sourceLocation)
        return
    }
    let wanted = try String(contentsOf: file, encoding: .utf8)
    #expect(text == wanted, sourceLocation: sourceLocation)
}
