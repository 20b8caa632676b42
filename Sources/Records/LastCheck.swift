import Foundation
import Notebook

/// What the last check of a lesson showed, kept beside it in `.hanji/last-check` until it is accepted or checked anew.
package struct LastCheck: Sendable {
    /// The lesson's path.
    private let lesson: String

    package init(ofLesson lesson: String) { self.lesson = lesson }

    private var home: String { RecordPath.join(RecordPath.directory(of: lesson), ".hanji") }
    private var folder: String { RecordPath.join(home, "last-check") }
    /// The outputs as a record.
    package var recordPath: String { RecordPath.record(ofLesson: lesson, in: folder) }
    private var pictureFolder: String { String(recordPath.dropLast(RecordPath.fileExtension.utf8.count + 1)) }

    /// Where the drawings of a finding are kept; `nil` for one that is about none.
    package func pictures(of finding: Finding) -> (expected: String, got: String)? {
        guard finding.drawings != nil, let cell = finding.cell, let output = finding.output else { return nil }
        let name = RecordPath.join(pictureFolder, "\(cell.id)-\(output)")
        return (name + ".expected.svg", name + ".got.svg")
    }

    /// Keeps the outputs of a run that came to its end, and the drawings that differ.
    package func save(_ record: Record, findings: [Finding]) throws(RecordError) {
        remove()
        try makeFolder(folder)
        // Not meant for anybody else's eyes, and not for version control.
        try write(Array("*\n".utf8), to: RecordPath.join(home, ".gitignore"))
        try RecordFile.write(record, to: recordPath)
        for finding in findings {
            guard let drawings = finding.drawings, let paths = pictures(of: finding) else { continue }
            try makeFolder(pictureFolder)
            try write(Array(drawings.expected.utf8), to: paths.expected)
            try write(Array(drawings.got.utf8), to: paths.got)
        }
    }

    /// `nil` when there is none.
    package func load() throws(RecordError) -> Record? { try RecordFile.read(recordPath) }

    package func remove() {
        unlink(recordPath)
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: pictureFolder) else { return }
        for name in names where name.hasSuffix(".svg") { unlink(RecordPath.join(pictureFolder, name)) }
        rmdir(pictureFolder)
    }

    private func makeFolder(_ path: String) throws(RecordError) {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw .unwritable(file: path, code: errno)
        }
    }

    private func write(_ bytes: [UInt8], to path: String) throws(RecordError) {
        do throws(AtomicFile.Failure) {
            try AtomicFile.write(bytes, to: path)
        } catch {
            throw RecordFile.unwritable(path, error)
        }
    }
}
