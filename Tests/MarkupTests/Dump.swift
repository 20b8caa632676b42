import Diagnostics
import Markup
import Testing

/// Trees as short lines, so that a test says at a glance what it expects:
/// `p('a' em('b') ~ 'c')`, `ul(li(p('x')))`, `code[swift]"let x"`.
enum Dump {
    static func of(_ text: String) -> String { of(parse(text).blocks) }

    static func parse(_ text: String) -> Document { MarkdownParser.parse(SourceText(path: "test.md", text: text)) }

    static func of(_ blocks: [Block]) -> String { blocks.map { of($0) }.joined(separator: " ") }

    static func of(_ block: Block) -> String {
        switch block.kind {
        case .heading(let level, let anchor, let inlines): "h\(level)#\(anchor)(\(of(inlines)))"
        case .paragraph(let inlines): "p(\(of(inlines)))"
        case .quote(let blocks): "quote(\(of(blocks)))"
        case .list(let start, let isTight, let items):
            (start.map { "ol\($0)" } ?? "ul") + (isTight ? "" : "*") + "("
                + items.map { "li(\(of($0)))" }.joined(separator: " ") + ")"
        case .code(let code):
            (code.isFenced ? "code[\(code.info)]" : "indented") + (code.isUnclosed ? "!" : "") + quoted(code.text)
        case .table(let table): of(table)
        case .division(let division):
            "\(division.kind.rawValue)\(division.isFolded ? "-" : "")\(division.label.map { "#" + $0 } ?? "")"
                + (division.title.isEmpty ? "" : "[\(of(division.title))]") + "(\(of(division.blocks)))"
        case .formula(let formula, let label): "$$\(of(formula))\(label.map { " #" + $0 } ?? "")"
        case .html(let html): "html\(quoted(html))"
        case .thematicBreak: "hr"
        }
    }

    private static func of(_ table: Table) -> String {
        let alignments = table.alignments.map { alignment in
            switch alignment {
            case .none: "-"
            case .left: "l"
            case .center: "c"
            case .right: "r"
            }
        }
        let rows = ([table.header] + table.rows).map { row in row.map { of($0) }.joined(separator: "|") }
        let caption = table.caption.map { " caption(\(of($0)))" } ?? ""
        let label = table.label.map { "#" + $0 } ?? ""
        return "table\(label)[\(alignments.joined())](\(rows.joined(separator: " / ")))\(caption)"
    }

    /// What is not understood has an exclamation mark.
    private static func of(_ formula: Formula) -> String {
        "<\(formula.source.replacing("\n", with: "\\n"))>" + (formula.root == nil ? "!" : "")
    }

    static func of(_ inlines: [Inline]) -> String {
        inlines.map { inline in
            switch inline.kind {
            case .text(let text): "'\(text)'"
            case .code(let code): "`\(code)`"
            case .emphasis(let children): "em(\(of(children)))"
            case .strong(let children): "strong(\(of(children)))"
            case .link(let destination, let title, let children):
                "a<\(destination)\(title.isEmpty ? "" : "|" + title)>(\(of(children)))"
            case .strikethrough(let children): "del(\(of(children)))"
            case .image(let source, let title, let alt, let attributes):
                "img<\(source)\(title.isEmpty ? "" : "|" + title)>(\(alt))" + of(attributes)
            case .formula(let formula): (formula.isDisplay ? "$$" : "$") + of(formula)
            case .ruby(let groups): "ruby(" + groups.map { "\($0.base)|\($0.reading)" }.joined(separator: " ") + ")"
            case .task(let isDone): isDone ? "[x]" : "[ ]"
            case .softBreak: "~"
            case .lineBreak: "\\"
            case .html(let html): "html\(quoted(html))"
            case .footnote(let label, let number, let occurrence): "^\(label).\(number).\(occurrence)"
            }
        }.joined(separator: " ")
    }

    private static func of(_ attributes: Attributes) -> String {
        guard !attributes.isEmpty else { return "" }
        let label = attributes.label.map { ["#" + $0] } ?? []
        let values = attributes.values.map { "\($0.name)=\($0.value)" }
        return "{" + (label + attributes.classes.map { "." + $0 } + values).joined(separator: " ") + "}"
    }

    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\r", with: "\\r").replacing("\n", with: "\\n") + "\""
    }
}

/// One row of a table of cases.
struct MarkupCase: Sendable, CustomTestStringConvertible {
    var source: String
    var tree: String
    var testDescription: String { source.debugDescription }

    init(_ source: String, _ tree: String) {
        self.source = source
        self.tree = tree
    }
}
