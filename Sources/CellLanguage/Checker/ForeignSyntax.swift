import Diagnostics

/// How lines look that are written as in Python or JavaScript, or with the input method still switched on. The parser's
/// own words for them name what confused it, which is far from what the author has to do.
enum ForeignSyntax: Sendable, Hashable {
    /// What is written in Swift.
    case swift(String)
    /// Blocks that begin with a colon.
    case colonBlock
    /// The library needs no import.
    case needlessImport
    /// '//' for the division of whole numbers.
    case floorDivision
    /// A character of full width where code has a narrow one.
    case fullWidth(String, narrow: String)

    /// The problems of a cell, where a line is foreign one for that line: the others only follow from it.
    static func explain(_ problems: [Diagnostics.Diagnostic], in text: String, offset: Int) -> [Diagnostics.Diagnostic]
    {
        // What nobody wrote by hand is not read line by line.
        guard !problems.isEmpty, problems.count <= 500, text.utf8.count < 100_000 else { return problems }
        let lines = Lines(text)
        var result: [Diagnostics.Diagnostic] = []
        var explained: Set<Int> = []
        for var problem in problems {
            let number = lines.number(at: problem.range.lower - offset)
            if explained.contains(number) { continue }
            guard case .syntax(let words)? = problem.message as? CheckerMessage else { continue }
            if let (wide, narrow, place) = lines.fullWidth(number) {
                let range = SourceRange(offset + place, offset + place + wide.utf8.count)
                problem = Diagnostics.Diagnostic(
                    .error, CheckerMessage.foreignSyntax(words, .fullWidth(wide, narrow: narrow)), at: range,
                    fixIts: [FixIt(replace: range, with: narrow)])
            } else if let foreign = rule(for: lines.text(number)) {
                problem.message = CheckerMessage.foreignSyntax(words, foreign)
            } else {
                result.append(problem)
                continue
            }
            explained.insert(number)
            result.append(problem)
        }
        // What is missing at the end of a block that begins with a colon is no mistake of its own.
        return !explained.isEmpty
            ? result.filter { explained.contains(lines.number(at: $0.range.lower - offset)) } : result
    }

    private static func rule(for line: Substring) -> ForeignSyntax? {
        rules.first { line.contains($0.pattern) }?.meaning
    }

    /// The first that fits.
    nonisolated(unsafe) private static let rules: [(pattern: Regex<Substring>, meaning: ForeignSyntax)] = [
        (#/^\s*def\b.*/#, .swift("func f(_ x: Double) -> Double { … }")),
        (#/^\s*(?:from\s+\S+\s+import\b|import\s+\S+\s+as\b).*/#, .needlessImport),
        (#/^\s*(?:}\s*)?elif\b.*/#, .swift("else if … { … }")),
        (#/^\s*(?:try|finally)\s*:.*/#, .swift("do { try … } catch { … }")),
        (#/^\s*except\b.*/#, .swift("do { try … } catch { … }")),
        (#/^\s*raise\b.*/#, .swift("throw …")),
        (#/^\s*del\s.*/#, .swift("x.remove(at: …)")),
        (#/^\s*(?:global|nonlocal)\s.*/#, .swift("var x = …")),
        (#/^\s*assert\s+[^(].*/#, .swift("assert(…)")),
        (#/^\s*print\s+[^(\s].*/#, .swift("print(…)")),
        (#/^\s*(?:const|int|float|double|bool|char|string|auto|val)\s+\w+\s*=.*/#, .swift("let x = …")),
        (#/^\s*(?:fn|function|fun)\s+\w+\s*\(.*/#, .swift("func f(_ x: Double) -> Double { … }")),
        (#/\blambda\b.*/#, .swift("{ x in … }")),
        (#/^\s*(?:for|while|if|else|with|class|switch|match|case)\b.*:\s*(?:#.*)?$/#, .colonBlock),
        (#/\[[^\]]+\bfor\b.+\bin\b.*\]/#, .swift("(0..<n).map { i in … }")),
        (#/\b[fFrR]["'].*/#, .swift(#"\(x)"#)),
        (#/\bif\s+not\b.*/#, .swift("!x")),
        (#/\bnot\s+\w.*/#, .swift("!x")),
        (#/\s(?:and|or)\s.*/#, .swift("a && b, a || b")),
        (#/\w\[[^\[\]?]*:[^\[\]]*\]/#, .swift("a[1...], a[..<3], a[1..<3]")),
        (#/=\s*{\s*["'\w]+\s*:.*/#, .swift(#"["a": 1, "b": 2]"#)),
        (#/=.+\sif\s.+\selse\s.*/#, .swift("condition ? a : b")),
        (#/\(.*\w\s*\/\/\s*\w.*/#, .floorDivision),
        (#/:=.*/#, .swift("let x = …")),
    ]

    /// The lines of a cell.
    private struct Lines {
        private let text: String
        private var starts = [0]

        init(_ text: String) {
            self.text = text
            for (index, byte) in text.utf8.enumerated() where byte == UInt8(ascii: "\n") { starts.append(index + 1) }
        }

        /// Counted from 0.
        func number(at place: Int) -> Int { max(0, (starts.firstIndex { $0 > place } ?? starts.count) - 1) }

        func text(_ number: Int) -> Substring {
            let end = number + 1 < starts.count ? starts[number + 1] - 1 : text.utf8.count
            let view = text.utf8
            return text[
                view.index(view.startIndex, offsetBy: starts[number])..<view.index(view.startIndex, offsetBy: end)]
        }

        /// The first full-width form of an ASCII character outside of strings and comments, with its place.
        func fullWidth(_ number: Int) -> (wide: String, narrow: String, place: Int)? {
            var isString = false
            var place = starts[number]
            var last: Unicode.Scalar?
            for scalar in text(number).unicodeScalars {
                if scalar == "\"", last != "\\" { isString.toggle() }
                if scalar == "/", last == "/", !isString { return nil }
                if !isString, let narrow = Self.narrow(scalar) { return (String(scalar), narrow, place) }
                place += UTF8.width(scalar)
                last = scalar
            }
            return nil
        }

        /// Symbols alone: letters and digits of full width are names.
        private static func narrow(_ scalar: Unicode.Scalar) -> String? {
            switch scalar.value {
            case 0x3000: " "
            case 0x201C, 0x201D, 0xFF02: "\""
            case 0xFF01...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF3E, 0xFF5B...0xFF5E:
                Unicode.Scalar(scalar.value - 0xFEE0).map { String($0) }
            case 0x3001: ","
            case 0x3002: "."
            case 0x300C, 0x300D: "\""
            default: nil
            }
        }
    }
}

extension ForeignSyntax {
    /// What the author has to do.
    func advice(in language: Language) -> String {
        switch self {
        case .swift(let code):
            language.choose(
                ko: "Swift에서는 '\(code)'처럼 씁니다", ja: "Swiftでは'\(code)'のように書きます", en: "in Swift it is '\(code)'")
        case .colonBlock:
            language.choose(
                ko: "Swift의 블록은 ':'과 들여쓰기가 아니라 '{'와 '}' 사이에 씁니다",
                ja: "Swiftのブロックは':'と字下げではなく、'{'と'}'の間に書きます",
                en: "in Swift a block stands between '{' and '}', not after ':'")
        case .needlessImport:
            language.choose(
                ko: "import는 필요 없습니다: LessonKit의 Tensor, Sequential, plot 등은 모든 셀에서 바로 쓸 수 있습니다",
                ja: "importは要りません。LessonKitのTensor、Sequential、plotなどは、どのセルでもそのまま使えます",
                en: "no import is needed: LessonKit's Tensor, Sequential, plot and the rest are there in every cell")
        case .floorDivision:
            language.choose(
                ko: "'//'부터는 주석입니다; 정수끼리 '/'로 나누면 몫이 됩니다",
                ja: "'//'から後はコメントです。整数どうしを'/'で割ると商になります",
                en: "'//' begins a comment; '/' of whole numbers gives the whole quotient")
        case .fullWidth(let wide, let narrow):
            language.choose(
                ko: "'\(wide)'은(는) 전각 문자입니다; 코드에는 반각 '\(narrow)'을(를) 씁니다",
                ja: "'\(wide)'は全角文字です。コードでは半角の'\(narrow)'を使います",
                en: "'\(wide)' is a full-width character; code is written with '\(narrow)'")
        }
    }
}
