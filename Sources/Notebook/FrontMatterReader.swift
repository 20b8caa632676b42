import Diagnostics
import Yams

/// Reads the YAML between `---` lines at the beginning of a notebook.
struct FrontMatterReader {
    private let source: SourceText
    private(set) var frontMatter = FrontMatter()
    private(set) var diagnostics: [Diagnostic] = []
    /// Where the Markdown begins.
    private(set) var end = 0

    /// What a lesson needs is a few lines; a reader of YAML can be kept busy with far less than a notebook may hold.
    private static let sizeLimit = 64 << 10
    private static let aliasLimit = 16
    private static let keys = [
        "title", "lang", "seed", "timeout", "notebook-timeout", "compare", "rtol", "atol", "normalize",
    ]

    init(_ source: SourceText) {
        self.source = source
        let start = source.utf8.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        guard isFence(line: 1, from: start) else { return }
        let opening = SourceRange(start, start + 3)
        guard
            let closing = (1...source.lineCount).dropFirst().first(where: {
                isFence(line: $0, from: source.start(ofLine: $0))
            })
        else {
            // Before an empty line it is a thematic break.
            if source.lineCount > 1, !isBlank(line: 2) {
                diagnostics.append(Diagnostic(.error, NotebookMessage.unclosedFrontMatter, at: opening))
                end = source.start(ofLine: 2)
            }
            return
        }
        frontMatter.range = SourceRange(start, source.start(ofLine: closing) + 3)
        end = closing < source.lineCount ? source.start(ofLine: closing + 1) : source.utf8.count
        read(SourceRange(source.start(ofLine: 2), source.start(ofLine: closing)), opening: opening)
    }

    private func isFence(line: Int, from start: Int) -> Bool {
        let text = source.slice(SourceRange(start, max(start, source.range(ofLine: line).upper)))
        return text.hasPrefix("---") && text.dropFirst(3).allSatisfy { $0 == " " || $0 == "\t" }
    }

    private func isBlank(line: Int) -> Bool { source.slice(source.range(ofLine: line)).allSatisfy(\.isWhitespace) }

    private mutating func report(
        _ severity: Severity = .error, _ message: NotebookMessage, at range: SourceRange, fixIts: [FixIt] = []
    ) {
        diagnostics.append(Diagnostic(severity, message, at: range, fixIts: fixIts))
    }

    private mutating func read(_ range: SourceRange, opening: SourceRange) {
        let yaml = source.slice(range)
        let places = YAMLPlaces(source, from: range)
        guard range.count <= Self.sizeLimit, Self.countAliases(yaml) <= Self.aliasLimit else {
            return report(.frontMatterTooComplex, at: opening)
        }
        do {
            // The comment changes nothing, but Yams reads short strings from memory that may be gone.
            guard
                let node = try Parser(yaml: yaml + "\n# The end of the front matter.\n", resolver: .basic).singleRoot()
            else { return }
            guard let mapping = node.mapping else {
                if node.scalar?.string.isEmpty ?? false { return }
                return report(.frontMatterNotMapping, at: node.mark.map { places.token(at: $0) } ?? opening)
            }
            for (key, value) in mapping { read(key, value, places, opening) }
        } catch let error as YamlError {
            report(error, places, opening)
        } catch {
            report(.brokenYAML(problem: "\(error)"), at: opening)
        }
    }

    /// `*` where an alias may begin. Aliases of aliases make a short text stand for a giant one.
    private static func countAliases(_ yaml: String) -> Int {
        var count = 0
        var previous: UInt8 = 0x20
        for byte in yaml.utf8 {
            if byte == 0x2A, previous <= 0x20 || previous == 0x5B || previous == 0x2C || previous == 0x7B { count += 1 }
            previous = byte
        }
        return count
    }

    private mutating func read(_ key: Node, _ value: Node, _ places: YAMLPlaces, _ opening: SourceRange) {
        let keyRange = key.mark.map { places.token(at: $0) } ?? opening
        let valueRange = value.mark.map { places.token(at: $0) } ?? keyRange
        let text = value.scalar?.string
        switch key.scalar?.string {
        case "title":
            guard let text, !text.isEmpty, !text.contains(where: \.isNewline) else {
                return report(.badTitle, at: valueRange)
            }
            frontMatter.title = text
        case "lang":
            guard let language = text.flatMap({ Language(tag: $0) }) else {
                return report(.badLanguage(text ?? source.slice(valueRange)), at: valueRange)
            }
            frontMatter.language = language
            frontMatter.namesLanguage = true
        case "seed":
            guard let text, !text.isEmpty, text.utf8.allSatisfy({ 0x30...0x39 ~= $0 }), let seed = UInt64(text) else {
                return report(.badSeed(text ?? source.slice(valueRange)), at: valueRange)
            }
            frontMatter.seed = seed
        case let name? where Self.keys.contains(name):
            readOption(name, value, text ?? source.slice(valueRange), at: valueRange)
        case let name:
            let name = name ?? source.slice(keyRange)
            let nearest = Spelling.nearest(to: name, among: Self.keys)
            report(
                .warning, .unknownFrontMatterKey(name, nearest: nearest), at: keyRange,
                fixIts: nearest.map { [FixIt(replace: keyRange, with: $0)] } ?? [])
        }
    }

    /// What cells may say too, for all that do not.
    private mutating func readOption(_ name: String, _ value: Node, _ text: String, at range: SourceRange) {
        func number(_ expected: NotebookMessage.Expectation, _ holds: (Double) -> Bool) -> Double? {
            if let number = OptionValue.number(text), holds(number) { return number }
            report(.badValue(option: name, value: text, expected: expected), at: range)
            return nil
        }
        var comparison = frontMatter.comparison
        switch name {
        case "timeout": frontMatter.timeout = number(.seconds) { $0 > 0 }
        case "notebook-timeout": frontMatter.notebookTimeout = number(.seconds) { $0 > 0 }
        case "rtol": comparison.rtol = number(.tolerance) { $0 >= 0 }
        case "atol": comparison.atol = number(.tolerance) { $0 >= 0 }
        case "compare":
            comparison.mode = CellOptions.Comparison(rawValue: text)
            if comparison.mode == nil {
                let names = CellOptions.Comparison.allCases.map(\.rawValue)
                report(.badValue(option: name, value: text, expected: .oneOf(names)), at: range)
            }
        default:
            let words = value.sequence.map { $0.compactMap(\.scalar?.string).joined(separator: " ") } ?? text
            switch OptionValue.normalizers(words) {
            case .success(let normalizers): comparison = ComparisonOptions(normalizers: normalizers).over(comparison)
            case .failure(let unknown):
                let names = OptionValue.normalizerNames
                report(.badValue(option: name, value: unknown.name, expected: .someOf(names)), at: range)
            }
        }
        frontMatter.comparison = comparison
    }

    private mutating func report(_ message: NotebookMessage, at range: SourceRange) {
        report(.error, message, at: range)
    }

    private mutating func report(_ error: YamlError, _ places: YAMLPlaces, _ opening: SourceRange) {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            // Of what the end of the text cut short, its beginning is the place to look at.
            var range = places.token(at: mark)
            if range.isEmpty, let context { range = places.token(at: context.mark) }
            report(.brokenYAML(problem: problem), at: range)
        case .reader(let problem, let offset, _, _):
            let range = offset.map { places.character(at: $0) } ?? opening
            report(.brokenYAML(problem: problem), at: range)
        case .duplicatedKeysInMapping(let names, _):
            let name = names.first ?? ""
            report(.duplicateFrontMatterKey(name), at: places.lastKey(name) ?? opening)
        default:
            report(.brokenYAML(problem: "\(error)"), at: opening)
        }
    }
}

/// From places as the YAML reader counts them to ranges of the file.
struct YAMLPlaces {
    private let source: SourceText
    private let range: SourceRange
    private let text: String.UnicodeScalarView
    /// The offset in the file of each line as YAML counts them: at NEL and the Unicode separators too.
    private var lineStarts: [Int]

    init(_ source: SourceText, from range: SourceRange) {
        self.source = source
        self.range = range
        text = source.slice(range).unicodeScalars
        lineStarts = [range.lower]
        var offset = range.lower
        var previous: Unicode.Scalar?
        for scalar in text {
            offset += UTF8.width(scalar)
            switch scalar {
            case "\n" where previous == "\r": lineStarts[lineStarts.count - 1] = offset
            case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": lineStarts.append(offset)
            default: break
            }
            previous = scalar
        }
    }

    /// The word, quoted text or rest of the line that begins at a mark; at the text's end an empty range.
    func token(at mark: Mark) -> SourceRange {
        let start = offset(mark)
        let lineEnd = min(source.range(ofLine: source.line(at: start)).upper, range.upper)
        let rest = source.slice(SourceRange(start, max(start, lineEnd)))
        guard let first = rest.first else { return SourceRange(at: start) }
        if first == "\"" || first == "'" {
            var end = rest.index(after: rest.startIndex)
            while end < rest.endIndex, rest[end] != first {
                if first == "\"", rest[end] == "\\", rest.index(after: end) < rest.endIndex {
                    end = rest.index(after: end)
                }
                end = rest.index(after: end)
            }
            let token = end < rest.endIndex ? rest[...end] : rest[...]
            return SourceRange(start, start + token.utf8.count)
        }
        var token = rest[...]
        for separator in [": ", " #", ":\t"] {
            if let found = token.firstRange(of: separator) { token = token[..<found.lowerBound] }
        }
        if token.hasSuffix(":"), token.count > 1 { token = token.dropLast() }
        while let last = token.last, last.isWhitespace { token = token.dropLast() }
        return SourceRange(start, start + max(token.utf8.count, first.utf8.count))
    }

    /// The character of the YAML text with this number.
    func character(at number: Int) -> SourceRange {
        let characters = source.slice(range)
        guard let index = characters.index(characters.startIndex, offsetBy: number, limitedBy: characters.endIndex)
        else {
            return SourceRange(at: range.upper)
        }
        let lower = range.lower + characters[..<index].utf8.count
        return SourceRange(lower, lower + (index < characters.endIndex ? characters[index].utf8.count : 0))
    }

    /// The last line's key with this name.
    func lastKey(_ name: String) -> SourceRange? {
        let key = Array((name + ":").utf8)
        return lineStarts.last { source.utf8[$0..<range.upper].starts(with: key) }.map {
            SourceRange($0, $0 + name.utf8.count)
        }
    }

    private func offset(_ mark: Mark) -> Int {
        guard mark.line <= lineStarts.count else { return range.upper }
        var offset = lineStarts[max(mark.line - 1, 0)]
        let end = mark.line < lineStarts.count ? lineStarts[max(mark.line, 0)] : range.upper
        let line = source.slice(SourceRange(offset, end)).unicodeScalars
        for scalar in line.prefix(max(mark.column - 1, 0)) { offset += UTF8.width(scalar) }
        return min(offset, range.upper)
    }
}
