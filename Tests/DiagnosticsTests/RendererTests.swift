import Diagnostics
import Foundation
import Testing

/// A message of the tests' own.
struct TestMessage: DiagnosticMessage {
    var id: String { "test-message" }
    var hasAdvice = false

    func text(in language: Language) -> String {
        language.choose(ko: "<틀렸습니다>", ja: "<間違いです>", en: "<this is wrong>")
    }

    func advice(in language: Language) -> String? {
        hasAdvice ? language.choose(ko: "고치십시오", ja: "直してください", en: "mend it") : nil
    }
}

@Suite struct RendererTests {
    private let source = SourceText(path: "수업.md", text: "let 값 = \"한글\"\n\t漢字 & x\n끝\n")

    private func diagnostic(_ text: String, hasAdvice: Bool = false, fixIt: String? = nil) -> Diagnostic {
        let lower = source.text.utf8.count - source.text[source.text.range(of: text)!.lowerBound...].utf8.count
        let range = SourceRange(lower, lower + text.utf8.count)
        return Diagnostic(
            .error, TestMessage(hasAdvice: hasAdvice), at: range,
            fixIts: fixIt.map { [FixIt(replace: range, with: $0)] } ?? [])
    }

    /// The mark stands under its text: a Hangul syllable takes two columns of a terminal.
    @Test func marksStandUnderKorean() {
        let page = TerminalRenderer(language: .korean).render(
            diagnostic("\"한글\"", hasAdvice: true, fixIt: "\"글\""), in: source)
        #expect(
            page == """
                수업.md:1:9: 오류: <틀렸습니다>
                1 | let 값 = "한글"
                  |          ^~~~~~
                  |          "글"
                  = 고치십시오

                """)
    }

    @Test func tabsStay() {
        let page = TerminalRenderer(language: .japanese).render(diagnostic("字"), in: source)
        #expect(page == "수업.md:2:3: エラー: <間違いです>\n2 | \t漢字 & x\n  | \t  ^~\n")
    }

    @Test func markEndsWithItsLine() {
        let page = TerminalRenderer(language: .english).render(diagnostic("x\n끝"), in: source)
        #expect(page == "수업.md:2:7: error: <this is wrong>\n2 | \t漢字 & x\n  | \t       ^\n")
    }

    @Test func endOfFile() {
        let end = Diagnostic(.warning, TestMessage(), at: SourceRange(at: source.utf8.count))
        #expect(
            TerminalRenderer(language: .english).render(end, in: source)
                == "수업.md:4:1: warning: <this is wrong>\n4 | \n  | ^\n")
    }

    @Test func notes() {
        var faulty = diagnostic("값")
        faulty.notes = [DiagnosticNote(TestMessage(), at: SourceRange(0, 3)), DiagnosticNote(TestMessage(), at: nil)]
        let page = TerminalRenderer(language: .english).render(faulty, in: source)
        #expect(
            page.hasSuffix("수업.md:1:1: note: <this is wrong>\n1 | let 값 = \"한글\"\n  | ^~~\n  = note: <this is wrong>\n")
        )
    }

    @Test func colour() {
        let page = TerminalRenderer(language: .english, colour: true).render(diagnostic("값"), in: source)
        #expect(page.contains("\u{1B}[1;31merror: \u{1B}[0m"))
    }

    @Test func json() throws {
        var faulty = diagnostic("값", hasAdvice: true, fixIt: "값2")
        faulty.notes = [DiagnosticNote(TestMessage(), at: nil)]
        let text = JSONRenderer(language: .korean).render([faulty], in: source)
        let items = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
        let item = try #require(items.first)
        #expect(item["file"] as? String == "수업.md" && item["severity"] as? String == "error")
        #expect(item["id"] as? String == "test-message" && item["message"] as? String == "<틀렸습니다>")
        #expect(item["advice"] as? String == "고치십시오")
        #expect(item["place"] as? [String: Int] == ["line": 1, "column": 5, "utf8Column": 5, "lower": 4, "upper": 7])
        let fixIt = try #require((item["fixIts"] as? [[String: Any]])?.first)
        #expect(fixIt["replacement"] as? String == "값2")
        #expect((item["notes"] as? [[String: Any]])?.first?["place"] == nil)
        #expect(text == JSONRenderer(language: .korean).render([faulty], in: source))
        #expect(JSONRenderer(language: .korean).render([], in: source).filter { !$0.isWhitespace } == "[]")
    }

    @Test func html() {
        let page = HTMLRenderer(language: .english).render([diagnostic("& x")], in: source)
        #expect(page.contains("&lt;this is wrong&gt;") && page.contains("\t漢字 <mark>&amp; x</mark></code>"))
    }

    /// A line of a megabyte stood whole under each of its faults.
    @Test func longLinesAreShownAboutTheFault() {
        let text = String(repeating: "가", count: 100_000)
        let source = SourceText(path: "a.md", text: text)
        let page = TerminalRenderer(language: .english).excerpt(SourceRange(150_000, 150_003), in: source)
        #expect(page.utf8.count < 1_000 && page.contains("^~"))
    }

    /// Tens of thousands of faults were written one by one.
    @Test func thousandsOfFaultsAreCounted() {
        let faults = Array(repeating: diagnostic("x"), count: 1_000)
        let page = TerminalRenderer(language: .english).render(faults, in: source)
        #expect(page.hasSuffix("and 500 more\n"))
    }

    @Test func order() {
        let late = Diagnostic(.error, TestMessage(), at: SourceRange(at: 9))
        let warning = Diagnostic(.warning, TestMessage(), at: SourceRange(at: 2))
        let error = Diagnostic(.error, TestMessage(), at: SourceRange(at: 2))
        let sorted = [late, warning, error].sortedByPlace()
        #expect(sorted.map(\.severity) == [.error, .warning, .error] && sorted.last?.range.lower == 9)
        #expect([warning].hasErrors == false && sorted.hasErrors)
        #expect(warning.shifted(by: 3).range == SourceRange(at: 5))
    }

    @Test func languages() {
        #expect(
            Language(tag: "ko-KR") == .korean && Language(tag: "ja_JP.UTF-8") == .japanese
                && Language(tag: "EN") == .english)
        #expect(Language(tag: "kr") == nil && Language(tag: "") == nil && Language(tag: "korean") == nil)
    }
}
