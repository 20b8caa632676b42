import Diagnostics
import Records
import Testing

@Suite("Broken and hostile files")
struct HostileInputTests {
    private func problem(_ text: String) -> (problem: JSONProblem, line: Int, column: Int)? {
        do throws(RecordError) {
            _ = try NotebookFormat.decode(text.bytes, file: "a.ipynb")
            return nil
        } catch {
            guard case .invalidJSON(_, let position, let problem) = error else { return nil }
            return (problem, position.line, position.column)
        }
    }

    static let broken: [(String, JSONProblem, Int, Int)] = [
        ("", .unexpectedEnd, 1, 1),
        ("{", .unexpectedEnd, 1, 2),
        ("{\n \"한글\" 1}", .unexpected("1"), 2, 7),
        ("[1,]", .unexpected("]"), 1, 4),
        ("[1 2]", .unexpected("2"), 1, 4),
        ("{} {}", .textAfterEnd, 1, 4),
        ("{\"a\": 1, \"a\": 2}", .duplicateKey("a"), 1, 10),
        ("[\"abc", .unclosedString, 1, 2),
        ("[\"a\nb\"]", .controlCharacter(10), 1, 4),
        ("[\"\\x\"]", .invalidEscape, 1, 3),
        ("[\"\\u12\"]", .invalidEscape, 1, 3),
        ("[\"\\ud800\"]", .loneSurrogate, 1, 3),
        ("[\"\\udc00\\ud800\"]", .loneSurrogate, 1, 3),
        ("[01]", .invalidNumber("01"), 1, 2),
        ("[1.]", .invalidNumber("1."), 1, 2),
        ("[-]", .invalidNumber("-"), 1, 2),
        ("[1e]", .invalidNumber("1e"), 1, 2),
        ("[1e999]", .numberOutOfRange("1e999"), 1, 2),
        ("[NaN]", .unexpected("NaN"), 1, 2),
        ("[tru]", .unexpected("tru"), 1, 2),
        ("{\n<<<<<<< HEAD\n}", .mergeConflict, 2, 1),
        (String(repeating: "[", count: 1_000_000), .tooDeep(limit: 200), 1, 201),
        (String(repeating: "{\"a\":", count: 1_000_000), .tooDeep(limit: 200), 1, 1001),
    ]

    @Test("broken JSON gets its place", arguments: broken.indices)
    func brokenJSON(index: Int) throws {
        let (text, expected, line, column) = Self.broken[index]
        let found = try #require(problem(text), "\(text.prefix(40))")
        #expect(found.problem == expected)
        #expect(found.line == line)
        #expect(found.column == column)
    }

    private static func notebook(_ cell: String) -> String {
        #"{"cells": [\#(cell)], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}"#
    }

    static let wrong: [(String, RecordError)] = [
        ("[]", .wrongType(file: "a.ipynb", place: "", expected: .object, found: .list)),
        ("{}", .missing(file: "a.ipynb", place: "nbformat")),
        (#"{"nbformat": "4"}"#, .wrongType(file: "a.ipynb", place: "nbformat", expected: .integer, found: .string)),
        (#"{"nbformat": 3, "nbformat_minor": 0}"#, .unsupportedVersion(file: "a.ipynb", major: 3, minor: 0)),
        (#"{"nbformat": 4}"#, .missing(file: "a.ipynb", place: "cells")),
        (
            #"{"nbformat": 4, "cells": {}}"#,
            .wrongType(file: "a.ipynb", place: "cells", expected: .list, found: .object)
        ),
        (notebook("1"), .wrongType(file: "a.ipynb", place: "cells[0]", expected: .object, found: .integer)),
        (
            notebook(#"{"cell_type": "code", "id": "a", "metadata": {}, "outputs": [], "source": ["a", 1]}"#),
            .wrongType(file: "a.ipynb", place: "cells[0].source[1]", expected: .string, found: .integer)
        ),
        (
            notebook(#"{"cell_type": "code", "id": "a b", "source": "", "outputs": []}"#),
            .invalidValue(
                file: "a.ipynb", place: "cells[0].id", found: "\"a b\"", allowed: ["[A-Za-z0-9_-]{1,64}"])
        ),
        (
            notebook(#"{"cell_type": "table", "id": "a", "source": ""}"#),
            .invalidValue(
                file: "a.ipynb", place: "cells[0].cell_type", found: "\"table\"", allowed: ["code", "markdown", "raw"])
        ),
        (
            notebook(
                #"{"cell_type": "markdown", "id": "a", "source": ""}, {"cell_type": "raw", "id": "a", "source": ""}"#),
            .duplicateID(file: "a.ipynb", place: "cells[1].id", id: "a")
        ),
        (
            notebook(#"{"cell_type": "code", "id": "a", "source": "", "outputs": [{"output_type": "pyout"}]}"#),
            .invalidValue(
                file: "a.ipynb", place: "cells[0].outputs[0].output_type", found: "\"pyout\"",
                allowed: ["stream", "display_data", "execute_result", "error"])
        ),
        (
            notebook(
                #"{"cell_type": "code", "id": "a", "source": "", "outputs": [{"output_type": "display_data", "data": {"text/plain": 1}}]}"#
            ),
            .wrongType(
                file: "a.ipynb", place: "cells[0].outputs[0].data[\"text/plain\"]", expected: .text, found: .integer)
        ),
        (
            #"{"nbformat": 4, "cells": [], "metadata": {"hanji": {"format": 99}}}"#,
            .newerFormat(file: "a.ipynb", found: 99, known: 1)
        ),
        (
            #"{"nbformat": 4, "cells": [], "metadata": {"hanji": {"format": 1, "lang": "fr"}}}"#,
            .invalidValue(
                file: "a.ipynb", place: "metadata.hanji.lang", found: "\"fr\"", allowed: ["ko", "ja", "en"])
        ),
    ]

    @Test("values of the wrong kind get their place", arguments: wrong.indices)
    func wrongValues(index: Int) {
        let (text, expected) = Self.wrong[index]
        #expect(throws: expected) { try NotebookFormat.decode(text.bytes, file: "a.ipynb") }
    }

    @Test("bytes that are no UTF-8 are an error")
    func notUTF8() {
        #expect(throws: RecordError.notUTF8(file: "a")) { try NotebookFormat.decode([0x22, 0xFF, 0x22], file: "a") }
    }

    @Test("no cut of a real file and no changed byte crashes the reader")
    func mutations() throws {
        let bytes = try Fixture.bytes("lesson.ipynb")
        var read = 0
        for end in stride(from: 0, to: bytes.count - 2, by: 7) {
            #expect(throws: RecordError.self) { try NotebookFormat.decode(Array(bytes[..<end]), file: "cut") }
        }
        for (offset, byte) in zip(
            stride(from: 0, to: bytes.count, by: 3), (0...255).map(UInt8.init) + (0...255).map(UInt8.init))
        {
            var changed = bytes
            changed[offset] = byte
            if let record = try? NotebookFormat.decode(changed, file: "changed") {
                read += 1
                let again = NotebookFormat.encode(record)
                #expect(try NotebookFormat.encode(NotebookFormat.decode(again, file: "again")) == again)
            }
        }
        #expect(read > 0)
    }

    @Test("every error has wording in each language", arguments: Language.allCases)
    func wording(language: Language) {
        let errors: [RecordError] =
            Self.wrong.map(\.1) + [
                .unreadable(file: "a.ipynb", code: 13), .notUTF8(file: "a.ipynb"), .foreign(file: "a.ipynb"),
                .notRegularFile(file: "a.ipynb"), .diskFull(file: "a.ipynb"), .tooLarge(file: "a.ipynb", limit: 1),
                .unwritable(file: "a.ipynb", code: 13),
            ]
            + Self.broken.map {
                .invalidJSON(
                    file: "a.ipynb", position: SourcePosition(line: 1, column: 2, utf8Column: 2), problem: $0.1)
            }
        for error in errors {
            #expect(error.text(in: language).contains("a.ipynb"))
            #expect(language == .english || error.text(in: language) != error.text(in: .english))
        }
    }
}
