import Diagnostics

extension TeXParser {
    /// What the command `name`, the current token, stands for.
    mutating func command(
        _ name: String, _ place: TeXLexer.Token
    ) throws(TeXProblem) -> (node: MathNode, takesLimits: Bool) {
        if let node = Self.symbol(name) {
            advance()
            return (node, TeXSymbols.large[name] != nil || TeXSymbols.limitFunctions[name] != nil)
        }
        if let alphabet = MathAlphabet.commands[name] {
            advance()
            return (Self.mapped(try argument(of: "\\" + name, place), alphabet), false)
        }
        if let mark = TeXSymbols.accents[name] {
            advance()
            let base = try argument(of: "\\" + name, place)
            let accent = MathSymbol(mark, isStretchy: TeXSymbols.wideAccents.contains(name))
            return (.limits(base, lower: nil, upper: .symbol(accent), isAccent: true), name == "overbrace")
        }
        if let mark = TeXSymbols.lowerAccents[name] {
            advance()
            let base = try argument(of: "\\" + name, place)
            let accent = MathSymbol(mark, isStretchy: true)
            return (.limits(base, lower: .symbol(accent), upper: nil, isAccent: true), name == "underbrace")
        }
        if let size = TeXSymbols.sizes[name] {
            advance()
            var symbol = try delimiter(of: "\\" + name, place)
            symbol.size = size
            symbol.isStretchy = true
            return (.symbol(symbol), false)
        }
        return try structure(name, place)
    }

    private static func symbol(_ name: String) -> MathNode? {
        if let text = TeXSymbols.identifiers[name] { return .identifier(text) }
        if let text = TeXSymbols.upright[name] { return .identifier(text, isUpright: true) }
        if let text = TeXSymbols.operators[name] { return .symbol(MathSymbol(text)) }
        if let text = TeXSymbols.large[name] { return .symbol(MathSymbol(text, .largeOperator)) }
        if let text = TeXSymbols.integrals[name] { return .symbol(MathSymbol(text, .largeOperator)) }
        if TeXSymbols.functions.contains(name) { return .row([.identifier(name), .symbol(Self.application)]) }
        if let text = TeXSymbols.limitFunctions[name] { return .symbol(MathSymbol(text, .largeOperator)) }
        if let text = TeXSymbols.opening[name] { return .symbol(MathSymbol(text, .opening, isStretchy: false)) }
        if let text = TeXSymbols.closing[name] { return .symbol(MathSymbol(text, .closing, isStretchy: false)) }
        if let text = TeXSymbols.fences[name] { return .symbol(MathSymbol(text, isStretchy: false)) }
        if let width = TeXSymbols.spaces[name] { return .space(width) }
        return nil
    }

    /// U+2061, which MathML's dictionary gives the space that stands after a function's name.
    private static let application = MathSymbol("\u{2061}")

    private mutating func structure(
        _ name: String, _ place: TeXLexer.Token
    ) throws(TeXProblem) -> (node: MathNode, takesLimits: Bool) {
        switch name {
        case "frac", "dfrac", "tfrac", "cfrac":
            advance()
            let fraction = MathNode.fraction(
                try argument(of: "\\" + name, place), try argument(of: "\\" + name, place), hasBar: true)
            return (name == "frac" ? fraction : .style(isDisplay: name != "tfrac", fraction), false)
        case "binom", "dbinom", "tbinom":
            advance()
            let fraction = MathNode.fraction(
                try argument(of: "\\" + name, place), try argument(of: "\\" + name, place), hasBar: false)
            return (Self.fenced("(", fraction, ")"), false)
        case "sqrt":
            advance()
            var index: MathNode?
            if token?.kind == .character("[") {
                advance()
                index = try row(until: .bracket)
                advance()
            }
            return (.root(try argument(of: "\\sqrt", place), index: index), false)
        case "left": return (try stretched(place), false)
        case "begin": return (try environment(place), false)
        case "text", "textrm", "textnormal", "mbox", "textit", "mathrm", "operatorname", "operatorname*", "textsf",
            "texttt":
            let text = Self.unescaped(try rawArgument(of: place, name))
            if name.hasPrefix("text") || name == "mbox" { return (.text(text), false) }
            if name == "operatorname*" { return (.symbol(MathSymbol(text, .largeOperator)), true) }
            let letters = text.filter { !$0.isWhitespace }
            if name == "operatorname" { return (.row([.identifier(letters), .symbol(Self.application)]), false) }
            return (.identifier(letters, isUpright: true), false)
        case "mathit", "mathop", "mathbin", "mathrel", "mathord", "mathopen", "mathclose", "smash":
            advance()
            return (try argument(of: "\\" + name, place), name == "mathop")
        case "overset", "stackrel", "underset":
            advance()
            let mark = try argument(of: "\\" + name, place)
            let base = try argument(of: "\\" + name, place)
            return name == "underset"
                ? (.limits(base, lower: mark, upper: nil, isAccent: false), false)
                : (.limits(base, lower: nil, upper: mark, isAccent: false), false)
        case "phantom", "hphantom", "vphantom":
            advance()
            return (.phantom(try argument(of: "\\" + name, place)), false)
        case "boxed", "fbox":
            advance()
            return (.boxed(try argument(of: "\\" + name, place)), false)
        case "pmod":
            advance()
            let modulus = try argument(of: "\\pmod", place)
            let content = MathNode.row([.identifier("mod"), .space(0.3333), modulus])
            return (.row([.space(0.4444), Self.fenced("(", content, ")")]), false)
        case "bmod", "mod":
            advance()
            return (.row([.space(0.2222), .identifier("mod"), .space(0.2222)]), false)
        case "not":
            advance()
            guard case .symbol(var symbol) = try argument(of: "\\not", place) else {
                throw problem(.missingArgument(of: "\\not"), place)
            }
            // U+0338 strikes through the sign before it.
            symbol.text += "\u{338}"
            return (.symbol(symbol), false)
        case "middle":
            advance()
            var symbol = try delimiter(of: "\\middle", place)
            symbol.isStretchy = true
            return (.symbol(symbol), false)
        default:
            let nearest = Spelling.nearest(to: name, among: TeXSymbols.names)
            throw problem(.unknownCommand(name, nearest: nearest), place)
        }
    }

    static func fenced(_ open: String, _ content: MathNode, _ close: String) -> MathNode {
        var nodes: [MathNode] = []
        if !open.isEmpty { nodes.append(.symbol(MathSymbol(open, .opening, isStretchy: true))) }
        nodes.append(content)
        if !close.isEmpty { nodes.append(.symbol(MathSymbol(close, .closing, isStretchy: true))) }
        return .row(nodes)
    }

    private static func mapped(_ node: MathNode, _ alphabet: MathAlphabet) -> MathNode {
        switch node {
        // The alphabets are upright or slanted of themselves.
        case .identifier(let text, _): .identifier(alphabet.mapped(text), isUpright: true)
        case .number(let text): .number(alphabet.mapped(text))
        case .row(let nodes): .row(nodes.map { mapped($0, alphabet) })
        case .scripts(let base, let lower, let upper):
            .scripts(
                mapped(base, alphabet), lower: lower.map { mapped($0, alphabet) },
                upper: upper.map { mapped($0, alphabet) })
        default: node
        }
    }

    private static func unescaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var isEscaped = false
        for scalar in text.unicodeScalars {
            if scalar == "\\", !isEscaped {
                isEscaped = true
            } else if scalar == "~", !isEscaped {
                result.append("\u{A0}")
            } else if scalar == "{" || scalar == "}", !isEscaped {
                continue
            } else {
                result.append(scalar)
                isEscaped = false
            }
        }
        return String(result)
    }

    // MARK: Brackets

    /// The bracket that is the current token; a point is none.
    private mutating func delimiter(of command: String, _ place: TeXLexer.Token) throws(TeXProblem) -> MathSymbol {
        guard let current = token else { throw problem(.missingArgument(of: command), place) }
        var symbol: MathSymbol?
        switch current.kind {
        case .character("."): symbol = MathSymbol("")
        case .character(let scalar) where "([{<".unicodeScalars.contains(scalar):
            symbol = MathSymbol(scalar == "<" ? "⟨" : String(scalar), .opening)
        case .character(let scalar) where ")]}>".unicodeScalars.contains(scalar):
            symbol = MathSymbol(scalar == ">" ? "⟩" : String(scalar), .closing)
        case .character("|"), .character("/"): symbol = MathSymbol(current.kind == .character("/") ? "/" : "|")
        case .command(let name):
            symbol =
                TeXSymbols.opening[name].map { MathSymbol($0, .opening) }
                ?? TeXSymbols.closing[name].map { MathSymbol($0, .closing) }
                ?? (TeXSymbols.fences[name] ?? (name == "backslash" ? "\\" : nil)).map { MathSymbol($0) }
                ?? (["uparrow", "downarrow", "updownarrow"].contains(name)
                    ? TeXSymbols.operators[name].map { MathSymbol($0) } : nil)
        default: break
        }
        guard let symbol else { throw problem(.missingArgument(of: command), current) }
        advance()
        return symbol
    }

    /// `\left( … \right)`
    private mutating func stretched(_ place: TeXLexer.Token) throws(TeXProblem) -> MathNode {
        advance()
        let open = try delimiter(of: "\\left", place)
        let content = try row(until: .right)
        guard token?.kind == .command("right"), let right = token else { throw problem(.unclosed("\\left"), place) }
        advance()
        let close = try delimiter(of: "\\right", right)
        var nodes: [MathNode] = []
        if !open.text.isEmpty { nodes.append(.symbol(MathSymbol(open.text, .opening, isStretchy: true))) }
        nodes.append(content)
        if !close.text.isEmpty { nodes.append(.symbol(MathSymbol(close.text, .closing, isStretchy: true))) }
        return .row(nodes)
    }

    // MARK: Environments

    private mutating func environment(_ place: TeXLexer.Token) throws(TeXProblem) -> MathNode {
        let name = try rawArgument(of: place, "begin")
        var alignments: [MathTable.Alignment] = [.center]
        if name == "array" || name == "alignedat" {
            guard token?.kind == .character("{") else { throw problem(.missingArgument(of: "\\begin{\(name)}"), place) }
            alignments = columns()
        }
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else { throw problem(.tooDeep, place) }
        while token?.kind == .command("hline") { advance() }
        let rows = try cells(until: .environment(name))
        let end = token
        guard let end, try rawArgument(of: end, "end") == name else {
            throw problem(.unclosed("\\begin{\(name)}"), place)
        }
        if let brackets = TeXSymbols.matrices[name] {
            let table = MathTable(rows: rows, alignments: alignments, isAligned: false)
            return Self.fenced(brackets.open, .table(table), brackets.close)
        }
        if name == "cases" || name == "rcases" {
            let table = MathNode.table(MathTable(rows: rows, alignments: [.left], isAligned: false))
            return name == "cases" ? Self.fenced("{", table, "") : Self.fenced("", table, "}")
        }
        if TeXSymbols.alignedEnvironments.contains(name) {
            // Right and left in turn, as many as there are columns.
            let count = rows.map(\.count).max() ?? 1
            let turns = (0..<max(count, 1)).map { $0 % 2 == 0 ? MathTable.Alignment.right : .left }
            return .table(MathTable(rows: rows, alignments: turns, isAligned: true))
        }
        if TeXSymbols.gatheredEnvironments.contains(name) {
            return .table(MathTable(rows: rows, alignments: [.center], isAligned: true))
        }
        throw TeXProblem(kind: .unknownEnvironment(name), lower: place.lower, upper: end.lower)
    }

    /// `{lcr}`; lines between columns are left out.
    private mutating func columns() -> [MathTable.Alignment] {
        var alignments: [MathTable.Alignment] = []
        while let current = token {
            advance()
            switch current.kind {
            case .character("l"): alignments.append(.left)
            case .character("c"): alignments.append(.center)
            case .character("r"): alignments.append(.right)
            case .character("}"): return alignments.isEmpty ? [.center] : alignments
            default: break
            }
        }
        return alignments.isEmpty ? [.center] : alignments
    }
}
