/// Reads a useful part of LaTeX's mathematics: scripts, fractions, roots, sums, brackets that grow, accents, alphabets,
/// matrices, cases, aligned equations, text. What it does not know is a problem with its place, never a guess.
struct TeXParser {
    /// Groups in one another beyond this are a problem: the tree must be safe to walk by recursion.
    static let deepest = 48

    /// The formula's tree, or the first problem.
    static func parse(_ source: String) -> Result<MathNode, TeXProblem> {
        var parser = TeXParser(lexer: TeXLexer(source))
        parser.advance()
        do throws(TeXProblem) {
            let lines = try parser.cells(until: .end)
            // Several lines without an environment, as some write them between `$$`.
            if lines.count == 1, lines[0].count == 1 { return .success(lines[0][0]) }
            return .success(.table(MathTable(rows: lines, alignments: [.right, .left], isAligned: true)))
        } catch {
            return .failure(error)
        }
    }

    var lexer: TeXLexer
    private(set) var token: TeXLexer.Token?
    var depth = 0

    private init(lexer: TeXLexer) { self.lexer = lexer }

    enum End: Hashable {
        case end, brace, bracket, right
        case environment(String)
    }

    mutating func advance() { token = lexer.next() }

    /// Reads the braced text that begins at the current token as it is written.
    mutating func rawArgument(of command: TeXLexer.Token, _ name: String) throws(TeXProblem) -> String {
        // The command is current: what follows it is untouched in the lexer.
        guard let text = lexer.rawGroup() else { throw problem(.missingArgument(of: "\\" + name), command) }
        advance()
        return text
    }

    func problem(_ kind: TeXProblem.Kind, _ token: TeXLexer.Token?) -> TeXProblem {
        TeXProblem(kind: kind, lower: token?.lower ?? lexer.offset, upper: token?.upper ?? lexer.offset)
    }

    private func isAt(_ end: End) -> Bool {
        switch (end, token?.kind) {
        case (.end, nil), (.brace, .character("}")?), (.bracket, .character("]")?), (.right, .command("right")?): true
        case (.environment, .command("end")?): true
        default: false
        }
    }

    // MARK: Rows

    /// Lines divided by `\\`, each in cells divided by `&`, up to the end, which stays.
    mutating func cells(until end: End) throws(TeXProblem) -> [[MathNode]] {
        var lines: [[MathNode]] = [[]]
        while true {
            let cell = try row(until: end, isCell: true)
            lines[lines.count - 1].append(cell)
            if isAt(end) { break }
            switch token?.kind {
            case .character("&")?: advance()
            case .command("\\")?, .command("cr")?, .command("newline")?:
                advance()
                skipLineOptions()
                lines.append([])
            case nil: throw problem(.unclosed(Self.name(of: end)), nil)
            default: throw problem(.unexpected(spelling(token)), token)
            }
        }
        // A line break at the end opens no line.
        if lines.count > 1, let last = lines.last, last == [.row([])] { lines.removeLast() }
        return lines
    }

    /// `\\[2pt]` and `\hline`.
    private mutating func skipLineOptions() {
        if token?.kind == .character("["), token?.followsSpace == false {
            while let kind = token?.kind, kind != .character("]") { advance() }
            advance()
        }
        while token?.kind == .command("hline") { advance() }
    }

    private static func name(of end: End) -> String {
        switch end {
        case .end: "$"
        case .brace: "{"
        case .bracket: "["
        case .right: "\\left"
        case .environment(let name): "\\begin{\(name)}"
        }
    }

    private func spelling(_ token: TeXLexer.Token?) -> String {
        switch token?.kind {
        case .command(let name)?: "\\" + name
        case .character(let scalar)?: String(scalar)
        case nil: ""
        }
    }

    /// What stands up to the end, a cell's border or a line's.
    mutating func row(until end: End, isCell: Bool = false) throws(TeXProblem) -> MathNode {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else { throw problem(.tooDeep, token) }
        var nodes: [MathNode] = []
        while let current = token, !isAt(end) {
            switch current.kind {
            case .character("&"), .command("\\"), .command("cr"), .command("newline"):
                guard isCell else { throw problem(.unexpected(spelling(current)), current) }
                return Self.row(nodes)
            case .character("}"), .command("right"), .command("end"):
                throw problem(.unexpected(spelling(current)), current)
            case .command("displaystyle"), .command("textstyle"), .command("scriptstyle"):
                advance()
                let rest = try row(until: end, isCell: isCell)
                return Self.row(nodes + [.style(isDisplay: current.kind == .command("displaystyle"), rest)])
            case .command(let name) where TeXSymbols.ignored.contains(name): advance()
            default: nodes.append(try scripted())
            }
        }
        if end != .end, token == nil { throw problem(.unclosed(Self.name(of: end)), nil) }
        return Self.row(nodes)
    }

    static func row(_ nodes: [MathNode]) -> MathNode { nodes.count == 1 ? nodes[0] : .row(nodes) }

    // MARK: Scripts

    /// An atom with what is above and below it.
    private mutating func scripted() throws(TeXProblem) -> MathNode {
        var base: MathNode = .row([])
        var takesLimits = false
        if let kind = token?.kind, kind != .character("^"), kind != .character("_"), kind != .character("'") {
            (base, takesLimits) = try atom()
        }
        if token?.kind == .command("limits") {
            takesLimits = true
            advance()
        } else if token?.kind == .command("nolimits") {
            takesLimits = false
            advance()
        }
        var lower: MathNode?
        var upper: MathNode?
        var primes = ""
        while let current = token {
            switch current.kind {
            case .character("'"):
                guard upper == nil else { throw problem(.doubleScript, current) }
                primes += "′"
                advance()
            case .character("_"):
                guard lower == nil else { throw problem(.doubleScript, current) }
                advance()
                lower = try argument(of: "_", current)
            case .character("^"):
                guard upper == nil else { throw problem(.doubleScript, current) }
                advance()
                upper = try argument(of: "^", current)
            default: return Self.scripts(base, lower, upper, primes, takesLimits)
            }
        }
        return Self.scripts(base, lower, upper, primes, takesLimits)
    }

    private static func scripts(
        _ base: MathNode, _ lower: MathNode?, _ upper: MathNode?, _ primes: String, _ takesLimits: Bool
    ) -> MathNode {
        var upper = upper
        if !primes.isEmpty {
            let mark = MathNode.symbol(MathSymbol(primes))
            upper = upper.map { row([mark, $0]) } ?? mark
        }
        if lower == nil, upper == nil { return base }
        return takesLimits
            ? .limits(base, lower: lower, upper: upper, isAccent: false) : .scripts(base, lower: lower, upper: upper)
    }

    /// A group or a single atom.
    mutating func argument(of command: String, _ place: TeXLexer.Token) throws(TeXProblem) -> MathNode {
        guard let current = token else { throw problem(.missingArgument(of: command), place) }
        switch current.kind {
        case .character("}"), .character("&"), .character("^"), .character("_"), .command("\\"), .command("right"),
            .command("end"):
            throw problem(.missingArgument(of: command), place)
        case .character(let digit) where ("0"..."9").contains(digit):
            // One token, as TeX has it: `\frac12` is a half.
            advance()
            return .number(String(digit))
        default: break
        }
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else { throw problem(.tooDeep, current) }
        return try atom().node
    }

    // MARK: Atoms

    /// One thing without scripts, and whether its limits stand below and above it in display style.
    private mutating func atom() throws(TeXProblem) -> (node: MathNode, takesLimits: Bool) {
        guard let current = token else { throw problem(.missingArgument(of: ""), nil) }
        switch current.kind {
        case .character("{"):
            advance()
            let group = try row(until: .brace)
            advance()
            // A group is one atom, even an empty one.
            if case .row = group { return (group, false) }
            return (.row([group]), false)
        case .character(let scalar): return (character(scalar), false)
        case .command(let name):
            return try command(name, current)
        }
    }

    private mutating func character(_ scalar: Unicode.Scalar) -> MathNode {
        switch scalar {
        case "0"..."9": return number()
        case "a"..."z", "A"..."Z":
            advance()
            return .identifier(String(scalar))
        case "~":
            advance()
            return .space(0.25)
        case "(", "[", "（":
            advance()
            return .symbol(MathSymbol(String(scalar), .opening, isStretchy: false))
        case ")", "]", "）":
            advance()
            return .symbol(MathSymbol(String(scalar), .closing, isStretchy: false))
        case ",", ";":
            advance()
            return .symbol(MathSymbol(String(scalar), .separator))
        case "-":
            advance()
            return .symbol(MathSymbol("−"))
        case "*":
            advance()
            return .symbol(MathSymbol("∗"))
        case "|":
            advance()
            return .symbol(MathSymbol("|", isStretchy: false))
        default:
            if scalar.properties.isAlphabetic { return letters() }
            advance()
            return .symbol(MathSymbol(String(scalar)))
        }
    }

    /// Digits with the points between them.
    private mutating func number() -> MathNode {
        var text = ""
        while let current = token, case .character(let scalar) = current.kind,
            text.isEmpty || !current.followsSpace, ("0"..."9").contains(scalar) || scalar == "."
        {
            // A point that no digit follows ends a sentence.
            if scalar == "." {
                var ahead = lexer
                guard let following = ahead.next(), !following.followsSpace,
                    case .character(let digit) = following.kind, ("0"..."9").contains(digit)
                else { break }
            }
            text.unicodeScalars.append(scalar)
            advance()
        }
        return .number(text)
    }

    /// A word in another script than Latin is text.
    private mutating func letters() -> MathNode {
        var text = ""
        while let current = token, case .character(let scalar) = current.kind, text.isEmpty || !current.followsSpace,
            scalar.properties.isAlphabetic, !scalar.isASCII
        {
            text.unicodeScalars.append(scalar)
            advance()
        }
        return text.unicodeScalars.count == 1 && text.unicodeScalars.allSatisfy { $0.value < 0x1100 }
            ? .identifier(text) : .text(text)
    }
}
