import Bytecode
import CellLanguage
import CellLibrary
import Diagnostics
import Outputs
import Synchronization

/// Collects what a program says.
final class RecordingSink: OutputSink {
    private let outputs = Mutex<[Output]>([])
    func emit(_ output: Output) { outputs.withLock { $0.append(output) } }
    func used(_ dataset: DatasetUse) {}
    var all: [Output] { outputs.withLock { $0 } }
    var text: String {
        all.map {
            switch $0 {
            case .stream(.stdout, let text): text
            case .result(let bundle), .display(let bundle): (bundle.text ?? "") + "\n"
            default: ""
            }
        }.joined()
    }
}

/// The whole way of a program in the cell language: check, verify, run.
enum Interpreter {
    struct Run {
        var output: String
        var failure: CellFailure?
        var diagnostics: [Diagnostic]
        var source: SourceText

        var errors: [String] {
            diagnostics.filter { $0.severity == .error }.map { diagnostic in
                let place = source.position(at: diagnostic.range.lower)
                return "\(place.line):\(place.column): \(diagnostic.message.text(in: .english))"
            }
        }
    }

    /// One process has one sink, so programs run one after the other.
    private static let turn = Mutex(())

    static func run(_ text: String) -> Run {
        let source = SourceText(path: "test.swift", text: text)
        let checked = FrontEnd.check([CellSource(id: "cell", text: text, offset: 0)], library: CellLibrary.library)
        return turn.withLock { _ in
            let sink = RecordingSink()
            let outer = Outputs.current
            Outputs.current = sink
            defer { Outputs.current = outer }
            Failure.collect()
            var failure: CellFailure?
            if let program = checked.program {
                do throws(CellFailure) {
                    try CellLibrary.verified(program).run(cell: "cell")
                } catch {
                    failure = error
                }
            }
            return Run(output: sink.text, failure: failure, diagnostics: checked.diagnostics, source: source)
        }
    }
}

extension CellLibrary {
    /// A machine for a program that must be sound.
    fileprivate static func verified(_ program: Program) throws(CellFailure) -> Machine {
        do { return try machine(for: program) } catch {
            throw CellFailure(cause: .library(error), stack: [])
        }
    }
}
