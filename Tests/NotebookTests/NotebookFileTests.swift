import Diagnostics
import Foundation
import Notebook
import Testing

@Suite struct NotebookFileTests {
    private func directory() throws -> URL {
        let directory = FileManager.default.temporaryDirectory.appending(path: "hanji-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        return directory
    }

    private func failure(_ path: String) -> NotebookFileError? {
        do {
            _ = try NotebookFile.load(path: path)
            return nil
        } catch {
            return error
        }
    }

    @Test func reads() throws {
        let directory = try directory()
        defer { try? FileManager.default.removeItem(at: directory) }
        let path = directory.appending(path: "수업.md").path
        try Data("# 제목\n".utf8).write(to: URL(fileURLWithPath: path))
        let source = try NotebookFile.load(path: path)
        #expect(source.text == "# 제목\n" && source.path == path)
        try Data().write(to: URL(fileURLWithPath: path))
        #expect(try NotebookFile.load(path: path).text == "")
    }

    @Test func failures() throws {
        let directory = try directory()
        defer { try? FileManager.default.removeItem(at: directory) }
        #expect(failure(directory.path + "/none.md") == .noSuchFile(path: directory.path + "/none.md"))
        #expect(failure(directory.path) == .isDirectory(path: directory.path))
        let record = directory.appending(path: "a.ipynb").path
        try Data("{}".utf8).write(to: URL(fileURLWithPath: record))
        #expect(failure(record) == .isJupyter(path: record))
        let path = directory.appending(path: "a.md").path
        try Data([0x61, 0x0A, 0xED, 0x95, 0x9C, 0xB0, 0xA1]).write(to: URL(fileURLWithPath: path))
        #expect(failure(path) == .notUTF8(path: path, line: 2, column: 2, offset: 5))
    }

    /// The first byte that does not belong: broken, overlong, surrogate, beyond Unicode, cut short.
    @Test(
        arguments: [
            ([0xFF], 0), ([0x61, 0x80], 1), ([0xC0, 0x80], 0), ([0xE0, 0x80, 0x80], 0), ([0xED, 0xA0, 0x80], 0),
            ([0xF4, 0x90, 0x80, 0x80], 0), ([0xF0, 0x8F, 0x80, 0x80], 0), ([0xE3, 0x81], 0),
            ([0x61, 0xE3, 0x81, 0x61], 1),
            ([0xEA, 0xB0, 0x80, 0xC3], 3), ([0xF0, 0x9F, 0x8E, 0x89, 0xFE], 4),
        ] as [([UInt8], Int)]) func badBytes(_ bytes: [UInt8], _ offset: Int)
    {
        do {
            _ = try NotebookFile.decode(bytes, path: "a.md")
            Issue.record("was read")
        } catch {
            if case .notUTF8(_, _, _, let found) = error { #expect(found == offset) } else { Issue.record("\(error)") }
        }
    }

    @Test func messages() {
        let error = NotebookFileError.notUTF8(path: "수업.md", line: 3, column: 7, offset: 42)
        #expect(error.text(in: .korean) == "수업.md:3:7: UTF-8이 아닌 바이트가 있습니다(파일 처음에서 42바이트 뒤)")
        #expect(error.text(in: .english) == "수업.md:3:7: the file is not UTF-8 here (byte offset 42)")
        let errors: [NotebookFileError] = [
            error, .noSuchFile(path: "p"), .isDirectory(path: "p"), .tooLarge(path: "p", limit: 64 << 20),
            .unreadable(path: "p", reason: "r"),
        ]
        for error in errors {
            #expect(Set(Language.allCases.map { error.text(in: $0) }).count == 3)
            #expect(Set(Language.allCases.compactMap { error.advice(in: $0) }).count == 3)
        }
    }
}
