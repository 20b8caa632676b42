import Diagnostics
import Execution
import Notebook
import Outputs
import Records
import Testing

/// The state machine between a worker's events and a run's result.
@Suite struct SessionTests {
    private static let lesson = NotebookReader.read(
        SourceText(
            path: "lessons/sums.md",
            text: """
                ---
                lang: en
                ---

                ```swift {#first}
                let a = 1
                ```

                ```swift {#shown .noeval}
                output = relu(dot(W, input))
                ```

                ```swift {#second timeout=5}
                a + 1
                ```
                """))

    private let first = CellID("first")
    private let second = CellID("second")
    private let done = WorkerEvent.done(engine: "Hanji test", instructionSet: "avx2")
    private let two = Output.result(MIMEBundle(text: "2"))

    private func play(_ events: [WorkerEvent], limits: RunLimits = RunLimits()) -> (Session, [Session.Action]) {
        var session = Session(Self.lesson, limits: limits)
        let actions = events.flatMap { session.apply($0) }
        return (session, actions)
    }

    @Test func whatWasRunBeforeIsKeptAndNoNews() {
        let (played, actions) = play([
            .kept(cell: first), .started(cell: first, number: 1), .finished(cell: first, .succeeded),
            .repeated(cell: first), .started(cell: second, number: 2), .output(cell: second, two),
            .finished(cell: second, .succeeded), done,
        ])
        var session = played
        let result = session.ended(.exited(0))
        #expect(result.ending == .completed && result.kept == [first] && result.repeated == [first])
        #expect(!actions.contains { if case .show(.started(first, _, _, _)) = $0 { true } else { false } })
        #expect(actions.contains(.show(.repeated(first))))
    }

    @Test func aCellOutOfTurnIsNotKept() {
        let (played, actions) = play([.kept(cell: second)])
        var session = played
        #expect(actions.contains(.kill))
        #expect(session.ended(.signalled(9)).ending == .crashed(nil))
    }

    @Test func theNotebooksOwnLimitsGoFirst() {
        let text = "---\ntimeout: 3\nnotebook-timeout: 9\n---\n```swift\n1\n```\n"
        let notebook = NotebookReader.read(SourceText(path: "a.md", text: text))
        let session = Session(notebook, limits: RunLimits(cellTime: 60, notebookTime: 600, memory: 100))
        #expect(session.limits == RunLimits(cellTime: 3, notebookTime: 9, memory: 100))
    }

    @Test func aNotebookThatTakesTooLongSaysSo() {
        var (session, _) = play([.started(cell: first, number: 1)], limits: RunLimits(notebookTime: 9))
        #expect(session.deadlinePassed(ofNotebook: true) == [.kill])
        let result = session.ended(.signalled(9))
        #expect(result.ending == .timeLimit(first))
        #expect(result.failure?.error.name == "TimeLimitExceeded")
        #expect(result.failure?.error.message.contains("9 s") == true)
    }

    @Test func expressionsInProseGiveValues() throws {
        let notebook = NotebookReader.read(
            SourceText(path: "a.md", text: "```swift {#first}\nlet a = 1\n```\n\n값 `{swift} a`\n"))
        let prose = CellID(String(try #require(notebook.expressions.first).id.rawValue.prefix { $0 != "#" }))
        var session = Session(notebook)
        let events: [WorkerEvent] = [
            .started(cell: first, number: 1), .finished(cell: first, .succeeded),
            .inline(prose: prose, expression: "a", text: "1"), done,
        ]
        #expect(events.flatMap { session.apply($0) }.contains(.kill) == false)
        let result = session.ended(.exited(0))
        #expect(result.inline[prose] == [Record.InlineValue(expression: "a", text: "1")])
        #expect(result.record(of: notebook).proseCells.first?.inline.map(\.text) == ["1"])

        var failing = Session(notebook)
        for event in events.prefix(2) + [.inlineFailed(prose: prose, OutputError(name: "E", message: "m")), done] {
            _ = failing.apply(event)
        }
        #expect(failing.ended(.exited(0)).failure?.error.name == "E")
        // Another expression than the file has.
        var lying = Session(notebook)
        #expect(lying.apply(.inline(prose: prose, expression: "b", text: "1")).contains(.kill))
    }

    @Test func aRunThatKeepsGoing() {
        let error = Output.error(OutputError(name: "E", message: "m"))
        var session = Session(Self.lesson, keepsGoing: true)
        for event in [
            WorkerEvent.started(cell: first, number: 1), .output(cell: first, error), .finished(cell: first, .failed),
            .skipped(cell: second), done,
        ] {
            #expect(!session.apply(event).contains(.kill))
        }
        let result = session.ended(.exited(0))
        #expect(result.ending == .failed(first))
        #expect(result.skipped == [second] && result.failures.map(\.cell) == [first])
    }

    @Test func onlyARunThatKeepsGoingSkips() {
        var (session, _) = play([.started(cell: first, number: 1), .finished(cell: first, .failed)])
        #expect(session.apply(.skipped(cell: second)).contains(.kill))
    }

    @Test func aWholeRun() {
        let use = DatasetUse(name: "imdb", sha256: "00", isSample: true)
        var (session, actions) = play([
            .started(cell: first, number: 1), .dataset(use), .finished(cell: first, .succeeded),
            .started(cell: second, number: 2), .output(cell: second, two), .finished(cell: second, .succeeded), done,
        ])
        let result = session.ended(.exited(0))
        #expect(result.ending == .completed)
        #expect(result.outputs == [first: [], second: [two]])
        #expect(result.datasets == [use])
        #expect(result.engine == "Hanji test")
        #expect(result.instructionSet == "avx2")
        #expect(result.failure == nil)
        #expect(
            actions == [
                .allow(seconds: nil), .show(.started(first, number: 1, index: 1, count: 2)),
                .allow(seconds: nil), .show(.finished(first, .succeeded)),
                .allow(seconds: 5 + Session.grace), .show(.started(second, number: 2, index: 2, count: 2)),
                .show(.output(second, two)),
                .allow(seconds: nil), .show(.finished(second, .succeeded)),
            ])
    }

    @Test func theCommandsLimitCountsWhereTheCellSaysNone() {
        let (_, actions) = play([.started(cell: first, number: 1)], limits: RunLimits(cellTime: 60))
        #expect(actions.first == .allow(seconds: 60 + Session.grace))
    }

    @Test func progressIsShownAndNotKept() {
        let progress = Progress(label: "fit", done: 1, total: 4, detail: "epoch 1/4")
        var (session, actions) = play([.started(cell: first, number: 1), .progress(cell: first, progress)])
        #expect(actions.last == .show(.progress(first, progress)))
        #expect(session.ended(.exited(1)).outputs[first]?.contains(.progress(progress)) == false)
    }

    @Test func aFailedCellEndsTheRun() {
        let error = OutputError(name: "DivisionByZero", message: "division by zero")
        var (session, _) = play([
            .started(cell: first, number: 1), .output(cell: first, .error(error)), .finished(cell: first, .failed),
            done,
        ])
        let result = session.ended(.exited(0))
        #expect(result.ending == .failed(first))
        #expect(result.failure?.cell == first)
        #expect(result.failure?.error == error)
        #expect(result.outputs[second] == nil)
    }

    /// Not a fault of the engine, and the limit is named only where there is one.
    @Test func aWorkerThatFindsNoMoreMemoryIsNotAFault() {
        var (session, _) = play([.started(cell: first, number: 1)])
        let result = session.ended(.signalled(11), standardError: "Fatal error: failed to allocate 48 bytes of memory")
        #expect(result.ending == .memoryLimit(first))
        #expect(result.failure?.error.name == "OutOfMemory")
        var (limited, _) = play([.started(cell: first, number: 1)], limits: RunLimits(memory: 100))
        let error = limited.ended(.signalled(6), standardError: "terminate called after std::bad_alloc").failure?.error
        #expect(error?.name == "MemoryLimitExceeded")
        #expect(error?.message.contains("100 MiB") == true)
    }

    @Test func aWorkerThatDiesIsItsCellsFailure() throws {
        var (session, _) = play([
            .started(cell: first, number: 1), .finished(cell: first, .succeeded), .started(cell: second, number: 2),
        ])
        let result = session.ended(.signalled(11), standardError: "Fatal error")
        #expect(result.ending == .crashed(second))
        #expect(result.standardError == "Fatal error")
        let failure = try #require(result.failure)
        #expect(failure.error.name == "WorkerCrash")
        #expect(failure.error.message.contains("SIGSEGV (11)"))
        // The place is the cell's first line, and the file is named without its folder.
        #expect(failure.error.traceback.first == "sums.md:14:1")
    }

    @Test func aWorkerThatExitsBetweenCellsIsACrashOfNoCell() {
        var (session, _) = play([.started(cell: first, number: 1), .finished(cell: first, .succeeded)])
        let result = session.ended(.exited(0))
        #expect(result.ending == .crashed(nil))
        #expect(result.failure?.cell == nil)
        #expect(result.failure?.error.name == "WorkerCrash")
    }

    @Test func aCellThatDoesNotHeedItsLimitIsKilled() {
        var (session, _) = play([
            .started(cell: first, number: 1), .finished(cell: first, .succeeded), .started(cell: second, number: 2),
        ])
        #expect(session.deadlinePassed() == [.kill])
        let result = session.ended(.signalled(9))
        #expect(result.ending == .timeLimit(second))
        #expect(result.failure?.error.message.contains("5 s") == true)
    }

    @Test func aCellThatHeedsItsLimitSaysSoItself() {
        let error = OutputError(name: "TimeLimitExceeded", message: "5 s")
        var (session, _) = play([
            .started(cell: first, number: 1), .output(cell: first, .error(error)),
            .finished(cell: first, .timeLimit), done,
        ])
        #expect(session.ended(.exited(0)).ending == .timeLimit(first))
    }

    @Test func cancellationHasNoFailure() {
        var (session, _) = play([.started(cell: first, number: 1)])
        let result = session.ended(.signalled(15), cancelled: true)
        #expect(result.ending == .cancelled)
        #expect(result.failure == nil)
    }

    @Test(arguments: [
        [WorkerEvent.started(cell: CellID("second"), number: 1)],
        [.output(cell: CellID("first"), .stream(.stdout, "early"))],
        [.started(cell: CellID("first"), number: 1), .started(cell: CellID("second"), number: 2)],
        [.started(cell: CellID("first"), number: 1), .finished(cell: CellID("second"), .succeeded)],
        [.started(cell: CellID("first"), number: 1), .done(engine: "", instructionSet: "")],
        [.done(engine: "", instructionSet: "")],
        [.rejected(messages: ["no"])],
    ])
    func whatIsOutOfOrderEndsTheWorker(_ events: [WorkerEvent]) {
        var (session, actions) = play(events)
        #expect(actions.last == .kill)
        #expect(session.apply(.started(cell: first, number: 1)).isEmpty, "what comes afterwards is not heard")
        let result = session.ended(.signalled(9))
        guard case .crashed = result.ending else {
            Issue.record("ended with \(result.ending)")
            return
        }
        #expect(result.failure?.error.name == "WorkerCrash")
    }

    @Test func aLineThatIsNoEventEndsTheWorker() {
        var session = Session(Self.lesson)
        _ = session.apply(.started(cell: first, number: 1))
        #expect(session.apply(malformed: MalformedEvent(line: "hello")).last == .kill)
        #expect(session.ended(.signalled(9)).failure?.error.message.contains("hello") == true)
    }
}
