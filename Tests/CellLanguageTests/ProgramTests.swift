import Bytecode
import Diagnostics
import Foundation
import Testing

/// Programs with what they must do in comments: `// expect: text` is a line of output, `// error: text` a diagnostic of
/// that line (its beginning), `// trap: name` the failure that ends the run on that line.
@Suite(.serialized) struct ProgramTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Programs")

    static let programs: [String] = {
        let files = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        return files.filter { $0.hasSuffix(".swift") }.sorted()
    }()

    @Test func thereArePrograms() { #expect(Self.programs.count >= 10) }

    @Test(arguments: programs) func program(_ name: String) throws {
        let text = try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
        let run = Interpreter.run(text)
        let lines = text.components(separatedBy: "\n")
        func marks(_ mark: String) -> [(line: Int, text: String)] {
            lines.enumerated().compactMap { index, line in
                line.range(of: "// \(mark): ").map { (index + 1, String(line[$0.upperBound...])) }
            }
        }
        let wanted = marks("error").map { "\($0.line): \($0.text)" }
        let got = run.errors.map { error in
            let parts = error.split(separator: ":", maxSplits: 2)
            return "\(parts[0]):\(parts[2])"
        }
        #expect(got == wanted)
        let output = run.output.isEmpty ? [] : run.output.dropLast().components(separatedBy: "\n")
        #expect(output == marks("expect").map(\.text))
        if let trap = marks("trap").first {
            guard case .trap(let kind, _)? = run.failure?.cause else {
                Issue.record("did not fail: \(String(describing: run.failure))")
                return
            }
            #expect(kind.name == trap.text)
            #expect(run.failure?.stack.first.map { run.source.position(at: $0.range.lower).line } == trap.line)
        } else if let failure = run.failure {
            Issue.record("failed: \(failure)")
        }
    }
}
