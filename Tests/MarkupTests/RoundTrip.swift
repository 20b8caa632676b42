import Diagnostics
import Markup

/// Holds every node's range to the text that stands there.
struct RoundTrip {
    let source: SourceText
    private(set) var faults: [String] = []
    private(set) var nodes = 0
    private var isInTable = false

    init(_ document: Document, in source: SourceText) {
        self.source = source
        let whole = SourceRange(0, source.utf8.count)
        check(document.blocks, within: whole)
        for footnote in document.footnotes {
            expect(slice(footnote.range).hasPrefix("[^\(footnote.label)]"), "footnote", footnote.range)
            check(footnote.blocks, within: footnote.range)
        }
    }

    private func slice(_ range: SourceRange) -> String { source.slice(range) }

    private mutating func expect(_ holds: Bool, _ what: String, _ range: SourceRange) {
        nodes += 1
        if !holds { faults.append("\(what) at \(range.lower)..<\(range.upper) is \(slice(range).debugDescription)") }
    }

    private mutating func check(_ blocks: [Block], within parent: SourceRange) {
        var position = parent.lower
        for block in blocks {
            expect(parent.contains(block.range), "block outside its parent", block.range)
            expect(block.range.lower >= position, "block before its predecessor's end", block.range)
            position = block.range.upper
            check(block)
        }
    }

    private mutating func check(_ block: Block) {
        let text = slice(block.range)
        switch block.kind {
        case .heading(let level, _, let inlines):
            let isATX = text.hasPrefix(String(repeating: "#", count: level))
            let isSetext = level <= 2 && text.hasSuffix(level == 1 ? "=" : "-")
            expect(isATX || isSetext, "heading", block.range)
            check(inlines, within: block.range)
        case .paragraph(let inlines):
            expect(text.first.map { !$0.isWhitespace } ?? false, "paragraph", block.range)
            check(inlines, within: block.range)
            if let first = inlines.first, let last = inlines.last {
                expect(first.range.lower == block.range.lower, "paragraph's beginning", first.range)
                expect(last.range.upper == block.range.upper, "paragraph's end", last.range)
            }
        case .quote(let blocks):
            expect(text.hasPrefix(">"), "quote", block.range)
            check(blocks, within: block.range)
        case .list(let start, _, let items):
            let marker = text.prefix { $0.isNumber }
            expect(start == nil ? "+-*".contains(text.prefix(1)) : Int(marker) == start, "list", block.range)
            for item in items { check(item, within: block.range) }
        case .code(let code): check(code, block.range)
        case .table(let table):
            isInTable = true
            for cell in ([table.header] + table.rows).joined() { check(cell, within: block.range) }
            isInTable = false
            if let caption = table.caption { check(caption, within: block.range) }
        case .division(let division):
            let head = slice(division.headRange)
            let isFenced = text.hasPrefix(":::") && head.hasPrefix(":::")
            expect(isFenced || text.hasPrefix(">") && head.hasPrefix("[!"), "division", block.range)
            expect(block.range.contains(division.headRange), "division's head", division.headRange)
            check(division.title, within: division.headRange)
            check(division.blocks, within: SourceRange(division.headRange.upper, block.range.upper))
        case .formula(let formula, _):
            let isWritten = text.hasPrefix("$$") && (text.hasSuffix("$$") || text.hasSuffix("}"))
            expect(isWritten && holds(formula, text), "formula", block.range)
        case .html(let html):
            expect(visible(text).hasPrefix(firstLine(visible(html))), "html", block.range)
        case .thematicBreak:
            expect(text.allSatisfy { "*-_ \t".contains($0) }, "thematic break", block.range)
        }
    }

    private mutating func check(_ code: CodeBlock, _ range: SourceRange) {
        let text = slice(range)
        guard code.isFenced else {
            return expect(visible(text).contains(firstLine(visible(code.text))), "indented code", range)
        }
        expect(text.hasPrefix("```") || text.hasPrefix("~~~"), "fence", range)
        expect(slice(code.infoRange) == code.info, "info", code.infoRange)
        if code.isVerbatim {
            expect(slice(code.textRange) == code.text, "code", code.textRange)
        } else {
            let lines = normalised(slice(code.textRange)).replacing("\0", with: "\u{FFFD}").split(
                separator: "\n", omittingEmptySubsequences: false)
            let codeLines = code.text.split(separator: "\n", omittingEmptySubsequences: false)
            let fit = zip(lines, codeLines).allSatisfy {
                $0.replacing("\t", with: " ").hasSuffix($1.replacing("\t", with: " ").drop { $0 == " " })
            }
            // The last line break is none of the block's where nothing closes it.
            let isCounted =
                lines.count == codeLines.count
                || code.isUnclosed && codeLines.last == "" && lines.count + 1 == codeLines.count
            expect(fit && isCounted, "code in a container \(codeLines)", code.textRange)
        }
        if !code.isUnclosed { expect(text.hasSuffix(String(text.prefix(3))), "closing fence", range) }
    }

    private mutating func check(_ inlines: [Inline], within parent: SourceRange) {
        var position = parent.lower
        for inline in inlines {
            let range = inline.range
            let text = slice(range)
            expect(parent.contains(range), "inline outside its parent", range)
            expect(range.lower >= position, "inline before its predecessor's end", range)
            position = range.upper
            switch inline.kind {
            case .text(let string):
                // The rest of a tab that a container used in part is spaces.
                let written = isInTable ? text.replacing("\\|", with: "|") : text
                let isEqual =
                    written == string || Self.unescaped(written) == string || Self.reread(written) == string
                    || text.hasPrefix("\t") && visible(Self.unescaped(text)) == visible(string)
                expect(isEqual, "text \(string.debugDescription)", range)
            case .code(let string):
                let inner = text.drop { $0 == "`" }.replacing("\0", with: "\u{FFFD}")
                let isOneLine = !text.contains { $0.isNewline }
                expect(
                    text.hasPrefix("`") && text.hasSuffix("`") && (!isOneLine || inner.contains(string)), "code span",
                    range)
            case .emphasis(let children):
                expect(["*", "_"].contains(text.prefix(1)) && text.prefix(1) == text.suffix(1), "emphasis", range)
                check(children, within: SourceRange(range.lower + 1, range.upper - 1))
            case .strong(let children):
                expect(["**", "__"].contains(text.prefix(2)) && text.prefix(2) == text.suffix(2), "strong", range)
                check(children, within: SourceRange(range.lower + 2, range.upper - 2))
            case .link(let destination, _, let children):
                let isAutolink = text.hasPrefix("<") && text.hasSuffix(">")
                let isLink = text.hasPrefix("[") && (text.hasSuffix("]") || text.hasSuffix(")"))
                expect(isAutolink || isLink, "link to \(destination)", range)
                check(children, within: SourceRange(range.lower + 1, range.upper - 1))
            case .image:
                let isWhole = text.hasSuffix("]") || text.hasSuffix(")") || text.hasSuffix("}")
                expect(text.hasPrefix("![") && isWhole, "image", range)
            case .softBreak, .lineBreak:
                let breaks = text.unicodeScalars.split { $0 != "\r" && $0 != "\n" }
                expect(breaks.count == 1 && (text.last?.isNewline ?? false), "line break", range)
            case .html(let html):
                expect(
                    text.hasPrefix("<") && text.hasSuffix(">") && visible(text).hasPrefix(firstLine(html)), "html",
                    range)
            case .strikethrough(let children):
                expect(text.hasPrefix("~~") && text.hasSuffix("~~") && text.utf8.count > 4, "strikethrough", range)
                check(children, within: SourceRange(range.lower + 2, range.upper - 2))
            case .formula(let formula):
                expect(text.hasPrefix("$") && text.hasSuffix("$") && holds(formula, text), "formula", range)
            case .ruby(let groups):
                let parts = text.replacing("\\|", with: "|").dropFirst().dropLast().split(separator: "|")
                let bases = groups.map(\.base).joined()
                expect(parts.map(String.init) == [bases] + groups.map(\.reading), "ruby", range)
            case .task(let isDone): expect(isDone ? ["[x]", "[X]"].contains(text) : text == "[ ]", "task", range)
            case .footnote(let label, _, _): expect(text == "[^\(label)]", "footnote", range)
            }
        }
    }

    /// Whether the text has the formula's source, the parts of quotes and lists in it left out.
    private func holds(_ formula: Formula, _ text: String) -> Bool {
        func ink(_ text: String) -> String {
            String(text.replacing("\0", with: "\u{FFFD}").filter { !$0.isWhitespace && $0 != ">" && $0 != "\\" })
        }
        return ink(text).contains(ink(formula.source))
    }

    /// By scalars: a CR LF is one character, which may arise from replacing characters.
    private func normalised(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            if scalar == "\r" || (scalar == "\n" && previous != "\r") { result.append("\n") }
            if scalar != "\r", scalar != "\n" { result.append(scalar) }
            previous = scalar
        }
        return String(result)
    }

    /// As it is in the tree, without the white space at its ends.
    private func visible(_ text: String) -> String {
        let scalars = text.replacing("\0", with: "\u{FFFD}").drop { " \t".contains($0) }
        return String(scalars.reversed().drop { $0.isWhitespace }.reversed())
    }

    private func firstLine(_ text: String) -> String { String(text.prefix { !$0.isNewline }) }

    /// What a piece of text says when it is parsed alone, as far as it is text.
    private static func reread(_ text: String) -> String? {
        let document = MarkdownParser.parse(SourceText(path: "", text: "x\(text)x"))
        guard case .paragraph(let inlines)? = document.blocks.first?.kind, document.blocks.count == 1 else {
            return nil
        }
        return String(inlines.plainText.dropFirst().dropLast())
    }

    /// Backslash escapes and the character references that the generated documents use.
    static func unescaped(_ text: String) -> String {
        var result = ""
        var rest = text.unicodeScalars[...]
        let references: [(name: String, text: String)] = [
            ("&amp;", "&"), ("&lt;", "<"), ("&nbsp;", "\u{A0}"), ("&#44032;", "가"), ("&#x3042;", "あ"),
            ("&#0;", "\u{FFFD}"),
            ("&ngE;", "\u{2267}\u{338}"),
        ]
        while let first = rest.first {
            if first == "&", let match = references.first(where: { rest.starts(with: $0.name.unicodeScalars) }) {
                result += match.text
                rest = rest.dropFirst(match.name.unicodeScalars.count)
            } else if first == "\\", let next = rest.dropFirst().first, next.isASCII,
                next.properties.generalCategory != .control, !next.properties.isAlphabetic, next != " ",
                next.properties.numericType == nil
            {
                result.unicodeScalars.append(next)
                rest = rest.dropFirst(2)
            } else {
                result.unicodeScalars.append(first == "\0" ? "\u{FFFD}" : first)
                rest = rest.dropFirst()
            }
        }
        return result
    }
}
