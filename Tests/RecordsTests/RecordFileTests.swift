import Foundation
import Outputs
import Records
import Testing

@Suite("Records on disk")
struct RecordFileTests {
    private let record = Sample.record([Sample.code("a", [.stream(.stdout, "1\n")])])
    private let other = Sample.record([Sample.code("a", [.stream(.stdout, "2\n")])])

    private func bytes(_ path: String) -> [UInt8]? { FileManager.default.contents(atPath: path).map(Array.init) }

    private func status(_ path: String) throws -> stat {
        var status = stat()
        try #require(stat(path, &status) == 0)
        return status
    }

    @Test("written, replaced and left alone when nothing changed")
    func write() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("lesson.ipynb")
        #expect(try RecordFile.read(path) == nil)
        #expect(try RecordFile.write(record, to: path) == .written)
        #expect(try RecordFile.read(path) == record)
        let before = try status(path)
        #expect(try RecordFile.write(record, to: path) == .unchanged)
        #expect(try status(path).st_ino == before.st_ino)
        #expect(try status(path).st_mtim.tv_nsec == before.st_mtim.tv_nsec)
        #expect(try RecordFile.write(other, to: path) == .written)
        #expect(try RecordFile.read(path) == other)
        #expect(try folder.content == ["lesson.ipynb"])
    }

    @Test("the permissions of a replaced file stay")
    func permissions() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("lesson.ipynb")
        try RecordFile.write(record, to: path)
        chmod(path, 0o640)
        try RecordFile.write(other, to: path)
        #expect(try status(path).st_mode & 0o7777 == 0o640)
    }

    @Test("a symbolic link is followed and stays", arguments: [true, false])
    func links(exists: Bool) throws {
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(atPath: folder.file("real"), withIntermediateDirectories: true)
        let (link, target) = (folder.file("lesson.ipynb"), folder.file("real/target.ipynb"))
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "real/target.ipynb")
        if exists { try RecordFile.write(other, to: target) }
        #expect(try RecordFile.write(record, to: link) == .written)
        #expect(try RecordFile.read(target) == record)
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "real/target.ipynb")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.file("real")) == ["target.ipynb"])
    }

    @Test("links that go round in a circle are an error")
    func circle() throws {
        let folder = try TemporaryFolder()
        let (one, two) = (folder.file("one.ipynb"), folder.file("two.ipynb"))
        try FileManager.default.createSymbolicLink(atPath: one, withDestinationPath: two)
        try FileManager.default.createSymbolicLink(atPath: two, withDestinationPath: one)
        #expect(throws: RecordError.unwritable(file: one, code: ELOOP)) { try RecordFile.write(record, to: one) }
    }

    @Test(
        "what is no record is never written over",
        arguments: [
            #"{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}"#,
            #"{"cells": [], "metadata": {"hanji": 1}, "nbformat": 4, "nbformat_minor": 5}"#, "[]", "1", "", "not json",
            "{\"metadata\": {\"hanji\": {}}",
        ])
    func foreign(content: String) throws {
        let folder = try TemporaryFolder()
        let path = folder.file("lesson.ipynb")
        try Data(content.utf8).write(to: URL(fileURLWithPath: path))
        #expect(throws: RecordError.self) { try RecordFile.write(record, to: path) }
        #expect(bytes(path) == content.bytes)
        #expect(try folder.content == ["lesson.ipynb"])
    }

    @Test("a folder or a device is no place for a record")
    func notRegular() throws {
        let folder = try TemporaryFolder()
        #expect(throws: RecordError.notRegularFile(file: folder.path)) { try RecordFile.write(record, to: folder.path) }
        #expect(throws: RecordError.notRegularFile(file: "/dev/null")) { try RecordFile.write(record, to: "/dev/null") }
    }

    @Test("a pipe is no record, and is not waited for")
    func pipe() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("lesson.ipynb")
        try #require(mkfifo(path, 0o600) == 0)
        #expect(throws: RecordError.notRegularFile(file: path)) { try RecordFile.read(path) }
        #expect(throws: RecordError.notRegularFile(file: path)) { try RecordFile.write(record, to: path) }
    }

    @Test("a file beyond all measure is not read")
    func tooLarge() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("lesson.ipynb")
        try #require(FileManager.default.createFile(atPath: path, contents: nil))
        try #require(truncate(path, off_t(RecordFile.sizeLimit) + 1) == 0)
        #expect(throws: RecordError.tooLarge(file: path, limit: RecordFile.sizeLimit)) { try RecordFile.read(path) }
        #expect(throws: RecordError.self) { try RecordFile.write(record, to: path) }
    }

    @Test("a missing folder is an error")
    func missingFolder() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("missing/lesson.ipynb")
        #expect(throws: RecordError.unwritable(file: path, code: ENOENT)) { try RecordFile.write(record, to: path) }
        #expect(try folder.content == [])
    }

    @Test(
        "a folder without write permission leaves the old record",
        .enabled(if: geteuid() != 0, "root may write anywhere"))
    func unwritableFolder() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("lesson.ipynb")
        try RecordFile.write(other, to: path)
        chmod(folder.path, 0o555)
        defer { chmod(folder.path, 0o755) }
        #expect(throws: RecordError.unwritable(file: path, code: EACCES)) { try RecordFile.write(record, to: path) }
        #expect(try RecordFile.read(path) == other)
        #expect(try folder.content == ["lesson.ipynb"])
    }

    @Test(
        "a full disk leaves the old record and nothing beside it",
        .enabled(if: SmallDisk.canMount, "needs the right to mount a small tmpfs"))
    func fullDisk() throws {
        let disk = try #require(SmallDisk())
        let path = disk.folder.file("lesson.ipynb")
        try RecordFile.write(record, to: path)
        let old = try #require(bytes(path))
        let large = Sample.record([Sample.code("a", [.stream(.stdout, String(repeating: "x", count: 1 << 20))])])
        #expect(throws: RecordError.diskFull(file: path)) { try RecordFile.write(large, to: path) }
        #expect(bytes(path) == old)
        #expect(try disk.folder.content == ["lesson.ipynb"])
    }

    @Test("what a writer that was killed has left is swept away, what one is writing is not")
    func leftovers() throws {
        let folder = try TemporaryFolder()
        let (dead, alive) = (folder.file(".hanji-1-0.tmp"), folder.file(".hanji-2-0.tmp"))
        for path in [dead, alive] {
            try #require(FileManager.default.createFile(atPath: path, contents: Data("x".utf8)))
        }
        let file = open(alive, O_RDONLY)
        try #require(flock(file, LOCK_EX) == 0)
        try RecordFile.write(record, to: folder.file("lesson.ipynb"))
        #expect(try folder.content == [".hanji-2-0.tmp", "lesson.ipynb"])
        close(file)
        try RecordFile.write(other, to: folder.file("lesson.ipynb"))
        #expect(try folder.content == ["lesson.ipynb"])
    }

    @Test("a reader beside a writer sees the old record or the new one, never a part")
    func concurrentReading() async throws {
        let folder = try TemporaryFolder()
        let path = folder.file("lesson.ipynb")
        let records = (0..<2).map { number in
            Sample.record([Sample.code("a", [.stream(.stdout, String(repeating: "\(number)\n", count: 20_000))])])
        }
        try RecordFile.write(records[0], to: path)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { for round in 1...20 { try RecordFile.write(records[round % 2], to: path) } }
            group.addTask {
                for _ in 0..<20 {
                    let read = try RecordFile.read(path)
                    #expect(read == records[0] || read == records[1])
                }
            }
            try await group.waitForAll()
        }
        #expect(try folder.content == ["lesson.ipynb"])
    }
}

/// A file system of 64 KiB for as long as the value lives.
private final class SmallDisk {
    let folder: TemporaryFolder

    init?() {
        guard let folder = try? TemporaryFolder(),
            Self.run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder.path)
        else { return nil }
        self.folder = folder
    }

    deinit { _ = Self.run("umount", folder.path) }

    static let canMount = geteuid() == 0 && SmallDisk() != nil

    private static func run(_ arguments: String...) -> Bool {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = arguments
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }
}
