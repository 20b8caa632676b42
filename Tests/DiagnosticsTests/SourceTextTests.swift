import Diagnostics
import Testing

@Suite struct SourceTextTests {
    @Test func columnsInCharactersAndBytes() {
        let source = SourceText(path: "a.md", text: "가나\n日👩‍👩‍👧x\n")
        let emoji = "👩‍👩‍👧".utf8.count
        #expect(source.position(at: 0) == SourcePosition(line: 1, column: 1, utf8Column: 1))
        #expect(source.position(at: 3) == SourcePosition(line: 1, column: 2, utf8Column: 4))
        #expect(source.position(at: 7) == SourcePosition(line: 2, column: 1, utf8Column: 1))
        #expect(source.position(at: 10) == SourcePosition(line: 2, column: 2, utf8Column: 4))
        #expect(source.position(at: 10 + emoji) == SourcePosition(line: 2, column: 3, utf8Column: 4 + emoji))
        #expect(source.position(at: source.utf8.count) == SourcePosition(line: 3, column: 1, utf8Column: 1))
    }

    @Test func offsetsBeyondTheEnds() {
        let source = SourceText(path: "a.md", text: "가")
        #expect(source.position(at: 99) == SourcePosition(line: 1, column: 2, utf8Column: 4))
        #expect(source.position(at: -1) == SourcePosition(line: 1, column: 1, utf8Column: 1))
        #expect(source.slice(SourceRange(0, 99)) == "가" && source.slice(SourceRange(50, 99)) == "")
    }

    @Test(arguments: [
        ("a\nb", ["a", "b"]), ("a\r\nb\r\n", ["a", "b", ""]), ("a\rb", ["a", "b"]), ("a\n\rb", ["a", "", "b"]),
        ("\r\r\n\n", ["", "", "", ""]), ("", [""]), ("日\u{2028}本", ["日\u{2028}本"]),
    ])
    func lines(_ text: String, _ lines: [String]) {
        let source = SourceText(path: "a.md", text: text)
        #expect((1...source.lineCount).map { source.slice(source.range(ofLine: $0)) } == lines)
        for line in 1...source.lineCount {
            #expect(source.line(at: source.start(ofLine: line)) == line)
            #expect(source.position(at: source.start(ofLine: line)).column == 1)
        }
    }

    /// Within CR LF one is still on the line that it ends.
    @Test func withinALineBreak() {
        let source = SourceText(path: "a.md", text: "a\r\nb")
        #expect(source.line(at: 2) == 1 && source.line(at: 3) == 2)
    }

    @Test func ranges() {
        #expect(SourceRange(2, 5).union(SourceRange(4, 9)) == SourceRange(2, 9))
        #expect(SourceRange(2, 5).contains(SourceRange(2, 5)) && !SourceRange(2, 5).contains(SourceRange(4, 6)))
        #expect(SourceRange(2, 5).shifted(by: 3) == SourceRange(5, 8) && SourceRange(at: 4).isEmpty)
    }
}

@Suite struct SpellingTests {
    @Test(
        arguments: [
            ("timout", "timeout"), ("tiemout", "timeout"), ("TIMEOUT", "timeout"), ("comprae", "compare"),
            ("rtl", "rtol"),
            ("xyz", nil), ("a", nil), ("", nil), ("timeouts", "timeout"), ("손실곡", "손실곡선"),
        ] as [(String, String?)]) func nearest(_ word: String, _ expected: String?)
    {
        #expect(Spelling.nearest(to: word, among: ["timeout", "compare", "rtol", "손실곡선"]) == expected)
    }

    @Test func distances() {
        #expect(Spelling.distance([], Array("abc")) == 3 && Spelling.distance(Array("abc"), []) == 3)
        #expect(Spelling.distance(Array("kitten"), Array("sitting")) == 3)
        #expect(Spelling.distance(Array("ab"), Array("ba")) == 1)
        #expect(Spelling.distance(Array("same"), Array("same")) == 0)
    }

    @Test func tiesGoToTheFirst() {
        #expect(Spelling.nearest(to: "cat", among: ["bat", "rat"]) == "bat")
        #expect(Spelling.nearest(to: "cat", among: ["cat", "car"]) == "car")
    }
}
