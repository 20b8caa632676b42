import CellLanguage
import Testing

@Suite struct HighlighterTests {
    /// The spans as `kind:text`.
    private func spans(_ code: String) -> [String] {
        let bytes = Array(code.utf8)
        return Highlighter.spans(of: code).map {
            "\($0.kind.rawValue):\(String(decoding: bytes[$0.range], as: UTF8.self))"
        }
    }

    @Test func namesTheKindsOfTokens() {
        #expect(
            spans("let model = Sequential(16, units: 0x1F)  // 모델") == [
                "keyword:let", "identifier:model", "type:Sequential", "number:16", "label:units", "number:0x1F",
                "comment:// 모델",
            ])
    }

    @Test func coloursCodeInsideInterpolationsAsCode() {
        #expect(
            spans(#"print("길이 \(text.count + 1)자")"#) == [
                "function:print", "string:\"길이 ", "identifier:text", "identifier:count", "operator:+", "number:1",
                "string:자\"",
            ])
    }

    @Test func coloursNestedStrings() {
        #expect(spans(##""a\("b\(1)c")d""##) == ["string:\"a", "string:\"b", "number:1", "string:c\"", "string:d\""])
    }

    @Test(arguments: [
        "", "\"unclosed", "/* open", "}}}}", "\u{0}", "let 변수 = 1", "#if", "\\(", "한글만", "a\r\nb", "\u{FEFF}let x = 1",
    ])
    func acceptsAnyText(_ code: String) {
        let spans = Highlighter.spans(of: code)
        #expect(spans.allSatisfy { $0.range.upperBound <= code.utf8.count })
        for (one, next) in zip(spans, spans.dropFirst()) { #expect(one.range.upperBound <= next.range.lowerBound) }
    }

    @Test func deepNestingEndsWell() {
        let code = String(repeating: "(", count: 20_000)
        #expect(Highlighter.spans(of: code).count <= code.utf8.count)
    }
}
