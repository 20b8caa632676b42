import Foundation
import Records
import Testing

@Suite("A run that is cut off")
struct RunJournalTests {
    private let conditions = RunJournal.Conditions(engine: "Hanji 1", dataDirectories: ["data"], output: nil)

    /// A folder in which `a.md` was recorded by a run that did not come to its end.
    private func interrupted() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try Data("record".utf8).write(to: URL(fileURLWithPath: folder.file("a.ipynb")))
        let journal = RunJournal(in: folder.path, conditions, isResumed: false)
        try journal.begin()
        journal.add("a.md", source: "text", record: folder.file("a.ipynb"))
        return folder
    }

    private func isDone(
        _ folder: TemporaryFolder, _ conditions: RunJournal.Conditions? = nil, isResumed: Bool = true,
        source: String = "text"
    ) -> Bool {
        RunJournal(in: folder.path, conditions ?? self.conditions, isResumed: isResumed)
            .isDone("a.md", source: source, record: folder.file("a.ipynb"))
    }

    @Test("what is recorded is done for the run that goes on, and for no other")
    func done() throws {
        let folder = try interrupted()
        #expect(isDone(folder))
        #expect(!isDone(folder, isResumed: false))
        #expect(!isDone(folder, source: "other text"))
        var other = conditions
        other.engine = "Hanji 2"
        #expect(!isDone(folder, other))
        other = conditions
        other.dataDirectories = []
        #expect(!isDone(folder, other))
    }

    @Test("a record that was changed or lost is not done")
    func record() throws {
        let folder = try interrupted()
        try Data("other".utf8).write(to: URL(fileURLWithPath: folder.file("a.ipynb")))
        #expect(!isDone(folder))
        unlink(folder.file("a.ipynb"))
        #expect(!isDone(folder))
    }

    @Test("a torn line counts for nothing, those before it do")
    func torn() throws {
        let folder = try interrupted()
        let path = folder.file(".hanji/unfinished-run")
        var bytes = try #require(FileManager.default.contents(atPath: path))
        bytes += Data(#"{"lesson":"b.md","sour"#.utf8)
        try bytes.write(to: URL(fileURLWithPath: path))
        #expect(isDone(folder))
    }

    @Test("a second interruption keeps what the first run recorded; the end forgets all")
    func again() throws {
        let folder = try interrupted()
        let journal = RunJournal(in: folder.path, conditions, isResumed: true)
        try journal.begin()
        #expect(isDone(folder))
        journal.finish()
        #expect(!isDone(folder))
    }
}
