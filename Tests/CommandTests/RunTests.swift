import Foundation
import Testing

private let tiny = """
    ---
    title: 작은 수업
    lang: ko
    seed: 7
    ---

    첫 문단입니다.

    ```swift {#sum}
    let numbers = [1, 2, 3]
    print("합계", numbers.reduce(0) { $0 + $1 })
    numbers.map { $0 * $0 }
    ```

    ```swift {#draw}
    var tensor = Tensor.zeros([2, 3])
    tensor[0, 1] = 1
    tensor
    ```

    """

@Suite(.needsBinary) struct RunTests {
    @Test func aNotebookIsRecordedBesideItself() throws {
        let folder = try Folder()
        try folder.write(tiny, "lesson.md")
        let outcome = try folder.run("run", "lesson.md", "--quiet")
        #expect(outcome.status == 0, "\(outcome.error)")
        #expect(outcome.output.contains("lesson.ipynb"))
        #expect(outcome.error == "")
        let record = try #require(folder.read("lesson.ipynb"))
        #expect(record.contains("합계 6"))
        #expect(record.contains("[1, 4, 9]"))
        #expect(record.contains(#""seed": 7"#))
        #expect(record.contains(#""engine": "Hanji "#))
    }

    @Test func twoRunsGiveTheSameBytesOnAnyNumberOfThreads() throws {
        let folder = try Folder()
        try folder.write(tiny, "lesson.md")
        var records: Set<String> = []
        for threads in ["1", "2", "8"] {
            let outcome = try folder.run(
                "run", "lesson.md", "-o", "t\(threads)", environment: ["OMP_NUM_THREADS": threads])
            #expect(outcome.status == 0, "\(outcome.error)")
            records.insert(try #require(folder.read("t\(threads)/lesson.ipynb")))
        }
        #expect(records.count == 1)
        #expect(try folder.run("run", "lesson.md", "-o", "t1").output.contains("변경 없음"))
    }

    @Test func theRecordDoesNotTellWhereItWasMade() throws {
        let folder = try Folder()
        let text = """
            ```swift {#bad .raises-exception}
            [1][3]
            ```

            ```swift {#wrong .fails-check}
            let x: Int = ""
            ```

            """
        try folder.write(text, "a/lesson.md")
        #expect(try folder.run("run", "a/lesson.md").status == 0)
        let fromAbove = try #require(folder.read("a/lesson.ipynb"))
        #expect(fromAbove.contains("IndexOutOfRange"))
        let inside = try Command.run(["run", "./lesson.md"], in: folder.url.appendingPathComponent("a"))
        #expect(inside.output.contains("unchanged"), "\(inside.error)")
    }

    @Test func aMisspeltMetricIsToldBeforeAnyCellRuns() throws {
        let folder = try Folder()
        var text = "---\nlang: en\n---\n"
        for number in 1...11 { text += "\n```swift {#cell-\(number)}\nprint(\"cell \(number) ran\")\n```\n" }
        text += """

            ```swift {#compile}
            let model = Sequential {
                Dense(1, activation: .sigmoid)
            }
            model.compile(optimizer: .rmsprop, loss: .binaryCrossentropy, metrics: [.accuray])
            ```

            """
        try folder.write(text, "lesson.md")
        let outcome = try folder.run("run", "lesson.md")
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let line = try #require(lines.firstIndex { $0.contains("accuray") }) + 1
        let column = try #require(lines[line - 1].range(of: "accuray")).lowerBound
        let number = lines[line - 1].distance(from: lines[line - 1].startIndex, to: column) + 1
        #expect(outcome.status == 1)
        #expect(outcome.error.contains("lesson.md:\(line):\(number): error:"), "\(outcome.error)")
        #expect(outcome.error.contains("did you mean"))
        #expect(outcome.error.contains("accuracy"))
        #expect(!(outcome.output + outcome.error).contains("cell-1]") && !outcome.output.contains("ran"))
        #expect(!folder.exists("lesson.ipynb"))
    }

    @Test func aFailingCellStopsItsNotebookAndKeepsTheOldRecord() throws {
        let folder = try Folder()
        try folder.write(tiny, "lesson.md")
        #expect(try folder.run("run", "lesson.md").status == 0)
        let before = try #require(folder.read("lesson.ipynb"))
        let text = """

            ```swift {#boom}
            func half(_ n: Int) -> Int { 10 / n }
            half(0)
            ```

            ```swift
            print("behind")
            ```

            """
        try folder.write(tiny + text, "lesson.md")
        let outcome = try folder.run("run", "lesson.md", "--lang", "en")
        #expect(outcome.status == 1)
        let line = (tiny + text).split(separator: "\n", omittingEmptySubsequences: false)
            .firstIndex { $0.contains("10 / n") }.map { $0 + 1 }
        #expect(outcome.error.contains("lesson.md:\(try #require(line)):"), "\(outcome.error)")
        #expect(outcome.error.contains("DivisionByZero"))
        #expect(outcome.error.contains("boom"))
        #expect(folder.read("lesson.ipynb") == before)
    }

    @Test(arguments: [
        Array("this is no archive".utf8), [UInt8](), [0x50, 0x4B, 0x03, 0x04] + [UInt8](repeating: 0xFF, count: 200),
    ])
    func aHostileDataFileIsTheCellsErrorAndKeepsTheOldRecord(_ bytes: [UInt8]) throws {
        let folder = try Folder()
        let text = "---\nlang: en\n---\n```swift {#load}\nlet (train, test) = try IMDB.load(numWords: 100)\n```\n"
        try folder.write("---\nlang: en\n---\n```swift\n1\n```\n", "lesson.md")
        #expect(try folder.run("run", "lesson.md").status == 0)
        let before = try #require(folder.read("lesson.ipynb"))
        try folder.write(text, "lesson.md")
        try folder.write(bytes, "data/imdb.npz")
        let outcome = try folder.run("run", "lesson.md", "--data", "data")
        #expect(outcome.status == 1)
        #expect(outcome.error.contains("lesson.md:5:"), "\(outcome.error)")
        #expect(outcome.error.contains("imdb.npz"))
        #expect(folder.read("lesson.ipynb") == before)
    }

    @Test func theOthersGoOnUnlessFailFast() throws {
        let folder = try Folder()
        try folder.write("```swift\n[1][5]\n```\n", "a.md")
        try folder.write(tiny, "b.md")
        #expect(try folder.run("run", "a.md", "b.md").status == 1)
        #expect(folder.exists("b.ipynb"))
        try FileManager.default.removeItem(at: folder.url.appendingPathComponent("b.ipynb"))
        #expect(try folder.run("run", "a.md", "b.md", "--fail-fast").status == 1)
        #expect(!folder.exists("b.ipynb"))
    }

    @Test func severalJobsReportInOrder() throws {
        let folder = try Folder()
        let names = (1...4).map { "n\($0).md" }
        for name in names { try folder.write(tiny, name) }
        let outcome = try Command.run(["run", "--jobs", "3"] + names, in: folder.url)
        #expect(outcome.status == 0, "\(outcome.error)")
        let order = outcome.output.split(separator: "\n").compactMap { $0.split(separator: " ").first.map(String.init) }
        #expect(order == names)
    }

    @Test(.timeLimit(.minutes(1))) func anEndlessCellEndsAtItsLimit() throws {
        let folder = try Folder()
        let text = "```swift {#endless timeout=0.5}\nvar n = 0\nwhile true { n = (n + 1) % 7 }\n```\n"
        try folder.write(text, "lesson.md")
        let outcome = try folder.run("run", "lesson.md")
        #expect(outcome.status == 124, "\(outcome.error)")
        #expect(outcome.error.contains("TimeLimitExceeded"))
        #expect(outcome.error.contains("0.5 s"))
        #expect(!folder.exists("lesson.ipynb"))
    }

    @Test(.timeLimit(.minutes(1))) func anInterruptEndsCommandAndWorker() throws {
        let folder = try Folder()
        try folder.write("```swift {#endless}\nvar n = 0\nwhile true { n = (n + 1) % 7 }\n```\n", "lesson.md")
        let running = try Command.start(["run", "lesson.md"], in: folder.url)
        Thread.sleep(forTimeInterval: 1.5)
        kill(running.process.processIdentifier, SIGINT)
        let outcome = running.finish()
        #expect(running.process.terminationReason == .uncaughtSignal)
        #expect(outcome.status == SIGINT)
        #expect(!folder.exists("lesson.ipynb"))
    }

    @Test(.timeLimit(.minutes(1))) func aNotebookEndsAtItsLimit() throws {
        let folder = try Folder()
        let cell = "```swift\nvar n = 0\nwhile true { n = (n + 1) % 7 }\n```\n"
        try folder.write("---\nlang: en\nnotebook-timeout: 0.5\n---\n" + cell, "lesson.md")
        let outcome = try folder.run("run", "lesson.md", "--notebook-timeout", "600")
        #expect(outcome.status == 124, "\(outcome.error)")
        #expect(outcome.error.contains("the notebook ran longer than its 0.5 s"), "\(outcome.error)")
    }

    @Test func aRunThatWasCutOffGoesOn() throws {
        let folder = try Folder()
        for name in ["a", "b", "c"] { try folder.write(tiny, "\(name).md") }
        try folder.write("```swift\n[1][5]\n```\n", "b.md")
        #expect(try folder.run("run", "a.md", "b.md", "c.md", "--quiet", "--fail-fast").status == 1)
        #expect(!folder.exists("c.ipynb"))
        try folder.write(tiny, "b.md")
        let resumed = try folder.run("run", "a.md", "b.md", "c.md", "--quiet", "--resume", "--lang", "en")
        #expect(resumed.status == 0, "\(resumed.error)")
        #expect(resumed.output.contains("a.md → a.ipynb (already recorded)"), "\(resumed.output)")
        #expect(resumed.output.contains("b.md → b.ipynb (2 cells"), "\(resumed.output)")
        let again = try folder.run("run", "a.md", "b.md", "c.md", "--quiet", "--resume", "--lang", "en")
        #expect(!again.output.contains("already recorded"), "a run that came to its end is not gone on with")
    }

    @Test(.timeLimit(.minutes(1))) func aWorkerThatDiesIsItsNotebooksFailure() throws {
        let folder = try Folder()
        // Takes more memory at once than the system lets it have.
        let text = "---\nlang: en\n---\n```swift {#greedy}\nlet much = [Int](repeating: 1, count: 1_000_000_000)\n```\n"
        try folder.write(text, "a.md")
        try folder.write(tiny, "b.md")
        let outcome = try folder.run("run", "a.md", "b.md", "--quiet", "--memory", "200")
        #expect(outcome.status == 1)
        #expect(outcome.error.contains("greedy"), "\(outcome.error)")
        #expect(folder.exists("b.ipynb") && !folder.exists("a.ipynb"))
    }

    @Test func cellsThatDoNotDependOnAFailedOneRun() throws {
        let folder = try Folder()
        let cells = [
            "#data": "let numbers = [1, 2, 3]", "#bad": "let fourth = numbers[3]", "#after": "fourth + 1",
            "#shared": "numbers.count", "#apart": "print([7][7])", "#last": "print(\"apart\")",
        ]
        let order = ["#data", "#bad", "#after", "#shared", "#apart", "#last"]
        let text = order.map { "```swift {\($0)}\n\(cells[$0] ?? "")\n```\n\n" }.joined()
        try folder.write("---\nlang: en\n---\n" + text, "lesson.md")
        let stopped = try folder.run("run", "lesson.md", "--quiet")
        #expect(stopped.error.contains("(bad)") && !stopped.error.contains("(apart)"))
        let outcome = try folder.run("run", "lesson.md", "--quiet", "--keep-going")
        #expect(outcome.status == 1)
        #expect(outcome.error.contains("cell 2 (bad)") && outcome.error.contains("cell 5 (apart)"), "\(outcome.error)")
        #expect(
            outcome.error.contains(
                "not run, because they depend on a cell that failed: cell 3 (after), cell 4 (shared)"),
            "\(outcome.error)")
        #expect(!folder.exists("lesson.ipynb"))
    }
}
