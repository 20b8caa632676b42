import Execution
import Notebook
import Outputs
import Testing

/// Events as lines and back.
@Suite struct WorkerEventTests {
    private static let cell = CellID("loss-curve")

    private static let events: [WorkerEvent] = [
        .started(cell: cell, number: 12),
        .started(cell: cell, number: nil),
        .output(cell: cell, .stream(.stdout, "첫째 줄\n둘째 줄\u{2028}\u{0}\u{1B}[1m")),
        .output(cell: cell, .stream(.stderr, "")),
        .output(cell: cell, .result(MIMEBundle(text: "[1, 2]"))),
        .output(
            cell: cell,
            .display(
                MIMEBundle(
                    [
                        MIME.text: "array",
                        // 1 and 1.0 are different numbers in a record.
                        MIME.array: [
                            "data": [.double(1), .int(1), .double(0.1), .double(-0.0), .double(1e300), "NaN", .null],
                            "dtype": "float32",
                        ],
                    ], metadata: [MIME.svg: ["width": "60%"]]))),
        .output(cell: cell, .error(OutputError(name: "ShapeMismatch", message: "…", traceback: ["a.md:1:2", ""]))),
        .progress(cell: cell, Progress(label: "fit", done: 3, total: 40, detail: "epoch 1/4 · loss 0.5012")),
        .dataset(DatasetUse(name: "imdb", sha256: "ab", isSample: false)),
        .kept(cell: cell),
        .repeated(cell: cell),
        .rejected(messages: ["하나", "둘"]),
        .done(engine: "Hanji 0.1.0", instructionSet: "avx2"),
    ]

    @Test(arguments: events + CellStatus.allCases.map { .finished(cell: cell, $0) })
    func roundTrip(_ event: WorkerEvent) throws {
        let line = event.line
        #expect(line.last == 0x0A)
        #expect(line.dropLast().contains(0x0A) == false, "one event is one line")
        #expect(try WorkerEvent(line: line) == event)
        #expect(try WorkerEvent(line: line).line == line)
    }

    @Test(arguments: [
        "", "hello", "{}", "[]", #"{"event": "started"}"#, #"{"event": "unheard-of", "cell": "a"}"#,
        #"{"event": "output", "cell": "a", "output": {"type": "picture"}}"#,
        #"{"event": "finished", "cell": "a", "status": "well"}"#, #"{"event": "done", "engine": 1}"#,
        #"{"event": "progress", "cell": "a", "done": 1.5}"#,
    ])
    func whatIsNoEventIsRefused(_ line: String) {
        #expect(throws: MalformedEvent.self) { try WorkerEvent(line: Array(line.utf8)) }
    }

    @Test func linesComeInPieces() {
        var splitter = LineSplitter()
        #expect(splitter.add(Array("ab".utf8)).isEmpty)
        #expect(splitter.add(Array("c\nd\n\ne".utf8)) == [Array("abc".utf8), Array("d".utf8), []])
        #expect(splitter.rest == Array("e".utf8))
        #expect(splitter.add([0x0A]) == [Array("e".utf8)])
        #expect(splitter.rest == nil)
    }

    @Test func jobs() throws {
        let job = WorkerJob(
            path: "수업.md", text: "```swift\n1\n```\u{2028}", dataDirectories: ["a b"], cellTimeLimit: 1.5,
            memoryLimit: 600, store: "/cache")
        #expect(WorkerJob(decoding: job.encoded()) == job)
        #expect(WorkerJob(decoding: Array("{}".utf8)) == nil)
    }
}
