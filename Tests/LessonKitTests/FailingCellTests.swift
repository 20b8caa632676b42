import LessonKit
import Outputs
import Synchronization
import Testing

/// Cells of compiled lessons that must fail. That one that does not ends the program is for `make conformance`.
@Suite(.serialized) @MainActor struct FailingCellTests {
    private struct Overdrawn: Error {}

    @Test func aThrownErrorIsReported() {
        var steps = 0
        let errors = errors {
            __mustFail {
                steps += 1
                throw Overdrawn()
            }
        }
        #expect(errors.map(\.name) == ["Overdrawn"])
        #expect(steps == 1, "what was changed before stays changed")
    }

    @Test func aTrapDoesNotEndTheProgram() {
        var values = [1, 2, 3]
        let errors = errors {
            __mustFail {
                values[0] = 10
                values[values.count] = 4
            }
            __mustFail { _ = Int("zwei")! }
        }
        #expect(errors.map(\.name) == ["Trap", "Trap"])
        #expect(values == [10, 2, 3])
    }

    @Test func aRunawayRecursionDoesNotEndTheProgram() {
        // Of text, so that no optimiser makes a loop of it.
        func down(_ n: Int) -> String { n < 0 ? "" : down(n + 1) + "\(n)" }
        let errors = errors { __mustFail { print(down(0)) } }
        #expect(errors.map(\.name) == ["Trap"])
    }

    private func errors(_ body: () -> Void) -> [OutputError] {
        let sink = ErrorSink()
        let outer = Outputs.current
        Outputs.current = sink
        defer { Outputs.current = outer }
        body()
        return sink.all
    }
}

private final class ErrorSink: OutputSink {
    private let errors = Mutex<[OutputError]>([])
    var all: [OutputError] { errors.withLock { $0 } }

    func emit(_ output: Output) {
        if case .error(let error) = output { errors.withLock { $0.append(error) } }
    }

    func used(_ dataset: DatasetUse) {}
}
