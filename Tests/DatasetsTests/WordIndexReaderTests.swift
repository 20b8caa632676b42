import Datasets
import Foundation
import Testing

@Suite struct WordIndexReaderTests {
    private func read(_ text: String) throws -> [String: Int] {
        var reader = WordIndexReader(path: "words.json", bytes: Array(text.utf8))
        return try reader.read()
    }

    @Test func readsOneObject() throws {
        #expect(try read("{}") == [:])
        #expect(try read(" {\"the\" : 1,\n\t\"and\":2}\r\n") == ["the": 1, "and": 2])
        #expect(try read(#"{"a": 1, "a": 7, "x": -3}"#) == ["a": 7, "x": -3])
    }

    @Test func readsEscapesAsFoundationDoes() throws {
        let text = #"{"caf\u00e9": 1, "\"\\\/\b\f\n\r\t": 2, "\ud83c\udfac": 3, "한지 plain": 4, "a\u0000b": 5}"#
        let expected = try JSONDecoder().decode([String: Int].self, from: Data(text.utf8))
        #expect(try read(text) == expected)
    }

    @Test(
        arguments: [
            ("", .expected("{"), 0), ("[]", .expected("{"), 0), ("{", .expected("\""), 1),
            ("{\"a\"}", .expected(":"), 4),
            ("{\"a\": }", .expected("0…9"), 6), ("{\"a\": 1.5}", .expected("}"), 7),
            ("{\"a\": 1,}", .expected("\""), 8),
            ("{\"a", .expected("\""), 3), ("{\"a\n\": 1}", .expected("\""), 3), ("{\"a\": 1} x", .trailingText, 9),
            ("{\"a\": 99999999999999999999}", .integerTooLarge, 24), (#"{"\x": 1}"#, .invalidEscape, 2),
            (#"{"\u12"#, .invalidEscape, 2), (#"{"\ud800": 1}"#, .invalidEscape, 8),
            (#"{"\ud800\u0041": 1}"#, .invalidEscape, 14), (#"{"\udc00": 1}"#, .invalidEscape, 8),
            ("{\"a\\", .invalidEscape, 3),
        ] as [(String, WordIndexFault, Int)])
    func refusesOtherText(text: String, expected: WordIndexFault, offset: Int) throws {
        let error = try Support.error { _ = try read(text) }
        #expect(
            error == .invalidWordIndex(FilePlace(file: "words.json", member: nil, offset: offset), expected))
    }

    @Test func refusesBytesThatAreNotUTF8() throws {
        var reader = WordIndexReader(path: "words.json", bytes: Array("{\"".utf8) + [0xFF] + Array("\": 1}".utf8))
        let error = try Support.error { _ = try reader.read() }
        guard case .invalidWordIndex(_, .invalidUTF8) = error else {
            Issue.record("\(error)")
            return
        }
    }
}
