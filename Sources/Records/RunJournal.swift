import Digest
import Foundation
import Outputs

/// What a run over several lessons has recorded so far, kept in `.hanji` of the folder it runs in until it comes to its
/// end, so that a run that was cut off can go on where it was. One JSON object a line; a line that a loss of power has
/// torn counts for nothing.
package struct RunJournal: Sendable {
    /// What the records depend on besides the lessons; a run under other conditions is another run.
    package struct Conditions: Hashable, Sendable {
        package var engine: String
        package var dataDirectories: [String]
        package var output: String?

        package init(engine: String, dataDirectories: [String], output: String?) {
            self.engine = engine
            self.dataDirectories = dataDirectories
            self.output = output
        }
    }

    private struct Entry: Hashable {
        var source: String
        var record: String
    }

    private let home: String
    private var path: String { RecordPath.join(home, "unfinished-run") }
    private let conditions: Conditions
    private var entries: [String: Entry] = [:]

    /// - Parameters:
    ///   - folder: Where the command runs.
    ///   - isResumed: Whether what an earlier run has recorded counts; else it is forgotten.
    package init(in folder: String, _ conditions: Conditions, isResumed: Bool) {
        home = RecordPath.join(folder, ".hanji")
        self.conditions = conditions
        if isResumed { load() }
    }

    private var head: JSON {
        [
            "format": 1, "engine": .string(conditions.engine),
            "data": .array(conditions.dataDirectories.map(JSON.string)),
            "output": conditions.output.map(JSON.string) ?? .null,
        ]
    }

    private mutating func load() {
        guard let bytes = try? AtomicFile.read(path) else { return }
        let lines = bytes.split(separator: 0x0A).map { try? JSONParser.parse(Array($0)) }
        guard lines.first == head else { return }
        for case let line? in lines.dropFirst() {
            guard let lesson = line["lesson"]?.asString, let source = line["source"]?.asString,
                let record = line["record"]?.asString
            else { continue }
            entries[lesson] = Entry(source: source, record: record)
        }
    }

    /// Whether the lesson is recorded as it stands, by the run that goes on.
    ///
    /// - Parameter source: The lesson's text.
    package func isDone(_ lesson: String, source: String, record: String) -> Bool {
        guard let entry = entries[lesson], entry.source == Digest.sha256(source),
            let bytes = try? AtomicFile.read(record)
        else { return false }
        return entry.record == Digest.sha256(bytes)
    }

    /// Begins the journal, with what counts of an earlier one.
    package func begin() throws(AtomicFile.Failure) {
        do {
            try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
        } catch {
            throw AtomicFile.Failure(code: errno)
        }
        try AtomicFile.write(Array("*\n".utf8), to: RecordPath.join(home, ".gitignore"), isDurable: false)
        let known = entries.sorted { $0.key < $1.key }.map { Self.line($0.key, $0.value) }
        try AtomicFile.write(Self.bytes(head) + known.flatMap { $0 }, to: path, isDurable: false)
    }

    /// Notes a record that has been written. What cannot be noted is run again.
    package func add(_ lesson: String, source: String, record: String) {
        guard let bytes = try? AtomicFile.read(record) else { return }
        let entry = Entry(source: Digest.sha256(source), record: Digest.sha256(bytes))
        let file = open(path, O_WRONLY | O_APPEND | O_CLOEXEC)
        guard file >= 0 else { return }
        let line = Self.line(lesson, entry)
        _ = line.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
        close(file)
    }

    /// The run has come to its end: there is nothing to go on with.
    package func finish() { unlink(path) }

    private static func line(_ lesson: String, _ entry: Entry) -> [UInt8] {
        bytes(["lesson": .string(lesson), "source": .string(entry.source), "record": .string(entry.record)])
    }

    /// Strings hold no raw line breaks in JSON, so those that are there are layout.
    private static func bytes(_ value: JSON) -> [UInt8] { JSONWriter.write(value).filter { $0 != 0x0A } + [0x0A] }
}
