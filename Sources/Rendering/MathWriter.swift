import Markup

/// Formulas as MathML Core, which browsers set without a script or a font from the network.
enum MathWriter {
    static func html(_ formula: Formula, className: String? = nil) -> HTML {
        let source = formula.source.drop { $0.isWhitespace }
        let text = String(source.reversed().drop { $0.isWhitespace }.reversed())
        guard let root = formula.root else {
            return
                "<code class=\"formula-source\">\(formula.isDisplay ? "$$\(formula.source)$$" : "$\(formula.source)$")</code>"
        }
        let display = formula.isDisplay ? "block" : nil
        return """
            <math\(attribute: "display", display)\(attribute: "class", className)><semantics>\(row(root))\
            <annotation encoding="application/x-tex">\(text)</annotation></semantics></math>
            """
    }

    /// What `semantics` and cells take: one element.
    private static func row(_ node: MathNode) -> HTML {
        if case .row(let nodes) = node, nodes.count == 1 { return row(nodes[0]) }
        if case .row(let nodes) = node { return "<mrow>\(nodes.map(write).joined())</mrow>" }
        return write(node)
    }

    private static func write(_ node: MathNode) -> HTML {
        switch node {
        case .row: return row(node)
        case .identifier(let name, let isUpright):
            let variant = isUpright && name.unicodeScalars.count == 1 ? "normal" : nil
            return "<mi\(attribute: "mathvariant", variant)>\(name)</mi>"
        case .number(let digits): return "<mn>\(digits)</mn>"
        case .symbol(let symbol): return write(symbol)
        case .text(let text): return "<mtext>\(spaced(text))</mtext>"
        case .space(let width): return "<mspace width=\"\(String(width))em\"></mspace>"
        case .fraction(let above, let below, let hasBar):
            return "<mfrac\(attribute: "linethickness", hasBar ? nil : "0")>\(row(above))\(row(below))</mfrac>"
        case .root(let base, nil): return "<msqrt>\(row(base))</msqrt>"
        case .root(let base, let index?): return "<mroot>\(row(base))\(row(index))</mroot>"
        case .scripts(let base, let lower, let upper):
            return scripts(base, lower, upper, names: ("msub", "msup", "msubsup"), accent: false)
        case .limits(let base, let lower, let upper, let isAccent):
            return scripts(base, lower, upper, names: ("munder", "mover", "munderover"), accent: isAccent)
        case .table(let table): return write(table)
        case .style(let isDisplay, let node):
            return "<mstyle displaystyle=\"\(isDisplay ? "true" : "false")\" scriptlevel=\"0\">\(row(node))</mstyle>"
        case .phantom(let node): return "<mphantom>\(row(node))</mphantom>"
        case .boxed(let node): return "<mrow class=\"boxed\">\(row(node))</mrow>"
        }
    }

    /// White space at the ends of a text would be lost.
    private static func spaced(_ text: String) -> String {
        var text = text
        if text.first == " " { text = "\u{A0}" + text.dropFirst() }
        if text.last == " " { text = text.dropLast() + "\u{A0}" }
        return text
    }

    private static func write(_ symbol: MathSymbol) -> HTML {
        if symbol.role == .largeOperator, symbol.text.allSatisfy(\.isLetter) || symbol.text.contains(" ") {
            // A function that takes limits.
            return "<mo lspace=\"0\" rspace=\"0.1667em\" movablelimits=\"true\">\(symbol.text)</mo>"
        }
        let form: String? =
            switch symbol.role {
            case .opening: "prefix"
            case .closing: "postfix"
            case .ordinary, .separator, .largeOperator: nil
            }
        let stretchy = symbol.isStretchy.map { $0 ? "true" : "false" }
        let size = symbol.size.map { "\($0)em" }
        return """
            <mo\(attribute: "form", form)\(attribute: "stretchy", stretchy)\(attribute: "minsize", size)\
            \(attribute: "maxsize", size)>\(symbol.text)</mo>
            """
    }

    private static func scripts(
        _ base: MathNode, _ lower: MathNode?, _ upper: MathNode?, names: (String, String, String), accent: Bool
    ) -> HTML {
        switch (lower, upper) {
        case (let lower?, nil): return element(names.0, accent ? "accentunder" : nil, [base, lower])
        case (nil, let upper?): return element(names.1, accent ? "accent" : nil, [base, upper])
        case (let lower?, let upper?): return element(names.2, nil, [base, lower, upper])
        case (nil, nil): return write(base)
        }
    }

    private static func element(_ name: String, _ flag: String?, _ nodes: [MathNode]) -> HTML {
        let children = nodes.map(row).joined()
        let attributes = flag.map { " \($0)=\"true\"" } ?? ""
        return HTML(trusted: "<\(name)\(attributes)>\(children.markup)</\(name)>")
    }

    private static func write(_ table: MathTable) -> HTML {
        let rows = table.rows.map { cells -> HTML in
            let cells = cells.enumerated().map { column, cell -> HTML in
                let alignment = column < table.alignments.count ? table.alignments[column] : table.alignments.last
                return "<mtd\(attribute: "class", className(alignment))>\(row(cell))</mtd>"
            }
            return "<mtr>\(cells.joined())</mtr>"
        }
        let name = table.isAligned ? "aligned" : nil
        let display = table.isAligned ? "true" : nil
        return """
            <mtable\(attribute: "class", name)\(attribute: "displaystyle", display)>\(rows.joined())</mtable>
            """
    }

    private static func className(_ alignment: MathTable.Alignment?) -> String? {
        switch alignment {
        case .left: "left"
        case .right: "right"
        case .center, nil: nil
        }
    }
}
