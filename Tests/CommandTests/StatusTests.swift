import Foundation
import Testing

/// The exit statuses: 0 fine, 1 a finding, 2 usage, input or nothing to do, 124 a time limit.
@Suite(.needsBinary) struct StatusTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var arguments: [String]
        var status: Int32
        /// Must stand in what the command says.
        var says: [String] = []
        var testDescription: String { arguments.joined(separator: " ") }
    }

    private static let files: [(name: String, bytes: [UInt8])] = [
        ("fine.md", Array("```swift {#a}\n1 + 1\n```\n".utf8)),
        ("prose.md", Array("# 제목\n".utf8)),
        ("type.md", Array("---\nlang: en\n---\n```swift\nlet x: Int = \"a\"\n```\n".utf8)),
        ("unclosed.md", Array("---\nlang: en\n---\ntext\n\n```swift\n1\n".utf8)),
        ("option.md", Array("---\nlang: en\n---\n```swift {.hide-inptu}\n1\n```\n".utf8)),
        ("front.md", Array("---\nlang: [en\n---\n```swift\n1\n```\n".utf8)),
        ("cp949.md", Array("# ".utf8) + [0xC7, 0xD1, 0xB1, 0xDB] + Array("\n".utf8)),
    ]

    private static let cases: [Case] = [
        Case(arguments: ["--version"], status: 0, says: ["Hanji 0."]),
        Case(arguments: ["--help"], status: 0, says: ["run", "render", "check"]),
        Case(arguments: ["run", "--help"], status: 0, says: ["--timeout"]),
        Case(arguments: [], status: 0, says: ["USAGE"]),
        Case(arguments: ["accept"], status: 2),
        Case(arguments: ["run"], status: 2),
        Case(arguments: ["run", "fine.md", "--unknown"], status: 2, says: ["--unknown"]),
        Case(arguments: ["run", "fine.md", "--timeout", "0"], status: 2, says: ["--timeout"]),
        Case(arguments: ["run", "fine.md", "--jobs", "-1"], status: 2),
        Case(arguments: ["run", "fine.md", "--data", "nowhere"], status: 2, says: ["nowhere"]),
        Case(arguments: ["render", "fine.md"], status: 2, says: ["--output"]),
        Case(arguments: ["run", "missing.md"], status: 2, says: ["missing.md: no such file"]),
        Case(arguments: ["run", "empty"], status: 2, says: ["is a directory"]),
        Case(arguments: ["run", "cp949.md"], status: 2, says: ["cp949.md:1:3", "UTF-8"]),
        Case(arguments: ["run", "prose.md"], status: 2, says: ["prose.md", "no cell"]),
        Case(arguments: ["run", "type.md"], status: 1, says: ["type.md:5:14: error:"]),
        Case(arguments: ["run", "unclosed.md"], status: 1, says: ["unclosed.md:6:1: error:"]),
        Case(arguments: ["run", "option.md"], status: 1, says: ["option.md:4:", "hide-input"]),
        Case(arguments: ["run", "front.md"], status: 1, says: ["front.md:"]),
        Case(arguments: ["run", "fine.md", "other/fine.md", "-o", "out"], status: 2, says: ["one file"]),
        Case(arguments: ["run", "fine.md", "missing.md", "-o", "out"], status: 2, says: ["out/fine.ipynb"]),
        Case(arguments: ["run", "fine.md", "-o", "fine.md/x"], status: 2, says: ["fine.md/x"]),
        Case(arguments: ["check", "empty"], status: 2, says: ["no notebook"]),
        Case(arguments: ["check", "fine.md", "--static"], status: 0),
        Case(arguments: ["check", "fine.md"], status: 1, says: ["no record"]),
        Case(arguments: ["check", ".", "--static"], status: 2, says: ["type.md:5:14", "cp949.md:1:3"]),
        Case(arguments: ["render", "fine.md", "-o", "out"], status: 0, says: ["out/fine.html", "no record"]),
        Case(arguments: ["render", "fine.md", "-o", "out", "--strict"], status: 1, says: ["no record"]),
        Case(arguments: ["render", "type.md", "-o", "out"], status: 1, says: ["out/type.html"]),
        Case(arguments: ["render", "missing.md", "-o", "out"], status: 2, says: ["no such file"]),
        Case(arguments: ["render", "empty", "-o", "out"], status: 2, says: ["no notebook"]),
    ]

    @Test(arguments: cases) func status(_ one: Case) throws {
        let folder = try Folder()
        for file in Self.files { try folder.write(file.bytes, file.name) }
        try folder.write("```swift\n1\n```\n", "other/fine.md")
        try folder.write("no notebook", "empty/readme.txt")
        let outcome = try Command.run(one.arguments, in: folder.url)
        #expect(outcome.status == one.status, "\(outcome.output)\(outcome.error)")
        for text in one.says {
            #expect((outcome.output + outcome.error).contains(text), "\(outcome.output)\(outcome.error)")
        }
    }

    @Test(arguments: [("ko_KR.UTF-8", "파일이 없습니다"), ("ja_JP.UTF-8", "ファイルがありません"), ("C", "no such file")])
    func whatIsSaidBeforeReadingIsInTheLocalesLanguage(_ locale: String, _ text: String) throws {
        let folder = try Folder()
        let outcome = try folder.run("run", "missing.md", environment: ["LANG": locale])
        #expect(outcome.error.contains(text), "\(outcome.error)")
        let chosen = try folder.run("run", "missing.md", "--lang", "ja", environment: ["LANG": locale])
        #expect(chosen.error.contains("ファイルがありません"))
    }

    @Test func aForeignRecordIsLeftAlone() throws {
        let folder = try Folder()
        try folder.write("```swift\n1\n```\n", "lesson.md")
        let foreign = #"{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}"#
        try folder.write(foreign, "lesson.ipynb")
        #expect(try folder.run("run", "lesson.md").status == 2)
        #expect(folder.read("lesson.ipynb") == foreign)
    }

    @Test func aFolderThatCannotBeWrittenToIsTold() throws {
        let folder = try Folder()
        try folder.write("```swift\n1\n```\n", "lesson.md")
        // /dev/full has no room; a link to it is no regular file, which is refused before anything is lost.
        try FileManager.default.createSymbolicLink(
            atPath: folder.url.appendingPathComponent("lesson.ipynb").path, withDestinationPath: "/dev/null")
        let outcome = try folder.run("run", "lesson.md")
        #expect(outcome.status == 2)
        #expect(outcome.error.contains("lesson.ipynb"))
    }

    @Test(.enabled(if: FullDisk.directory != nil, "HANJI_FULL_DISK names no directory on a small file system"))
    func aFullDiskLeavesTheOldRecord() throws {
        let disk = try #require(FullDisk.directory)
        let lesson = disk.appendingPathComponent("lesson.md")
        let record = disk.appendingPathComponent("lesson.ipynb")
        let filler = disk.appendingPathComponent("filler")
        defer { for file in [lesson, record, filler] { try? FileManager.default.removeItem(at: file) } }
        try Data("```swift\nprint(1)\n```\n".utf8).write(to: lesson)
        #expect(try Command.run(["run", "lesson.md"], in: disk).status == 0)
        let before = try Data(contentsOf: record)
        try Data("```swift\nfor i in 0..<2000 { print(i, i * i) }\n```\n".utf8).write(to: lesson)
        FullDisk.fill(filler)
        let outcome = try Command.run(["run", "lesson.md"], in: disk)
        #expect(outcome.status == 2)
        #expect(outcome.error.contains("lesson.ipynb"), "\(outcome.error)")
        #expect(try Data(contentsOf: record) == before)
        let left = try FileManager.default.contentsOfDirectory(atPath: disk.path).sorted()
        #expect(left == ["filler", "lesson.ipynb", "lesson.md"])
    }
}

/// A file system of a few hundred KiB that a test may fill, as `mount -t tmpfs -o size=256k tmpfs DIR` makes it.
enum FullDisk {
    static let directory = ProcessInfo.processInfo.environment["HANJI_FULL_DISK"].map { URL(fileURLWithPath: $0) }

    static func fill(_ file: URL) {
        let descriptor = open(file.path, O_WRONLY | O_CREAT, 0o600)
        let block = [UInt8](repeating: 0, count: 4096)
        while write(descriptor, block, block.count) > 0 {}
        close(descriptor)
    }
}
