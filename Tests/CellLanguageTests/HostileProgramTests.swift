import CellLanguage
import CellLibrary
import Diagnostics
import Testing

/// Programs made to break the front end, each named after what it once did: none may crash it or take without end, and each
/// is told what is wrong with it.
@Suite struct HostileProgramTests {
    struct Hostile: Sendable, CustomTestStringConvertible {
        var name: String
        var text: String
        /// The beginning of the first error.
        var error: String

        init(_ name: String, _ text: String, error: String) { (self.name, self.text, self.error) = (name, text, error) }

        var testDescription: String { name }
    }

    private static func many(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

    private static func nested(_ open: String, _ inner: String, _ close: String, _ count: Int) -> String {
        many(open, count) + inner + many(close, count)
    }

    private static func row(_ count: Int, _ line: (Int) -> String) -> String {
        (0..<count).map(line).joined(separator: "\n")
    }

    private static let tooDeep = "expression is nested too deeply"
    private static let tooComplex = "unable to type-check this expression in reasonable time"
    private static let tooLarge = "type is too large"

    static let programs: [Hostile] = [
        Hostile("open brackets exhaust the parser's stack", "let a = " + many("[", 100_000), error: tooDeep),
        Hostile("a wide space before = stops the parser's report", "let x \u{3000}= 3", error: "invalid character"),
        Hostile(
            "a form feed before = stops the parser's report", "let x \u{C}= 1",
            error: "'=' must have consistent whitespace"),
        Hostile(
            "a vertical tab after = stops the parser's report", "let x =\u{B} 1",
            error: "'=' must have consistent whitespace"),
        Hostile("a control character before =", "let x \u{1D}= [1", error: "invalid character"),
        Hostile("a byte order mark before =", "let x \u{FEFF}= 3", error: "invalid character"),
        Hostile("an unbreakable space before =", "let x \u{A0}= 3", error: "non-breaking space"),
        Hostile("a control character after =", "var x = 1\nx =\u{1D} 3\nx = \u{0}", error: "invalid character"),
        Hostile("open parentheses", many("(", 100_000), error: tooDeep),
        Hostile("array literals are looked ahead twice", "let a = " + nested("[", "1", "]", 200), error: tooDeep),
        Hostile("array types are looked ahead twice", "let a: \(nested("[", "Int", "]", 200)) = []", error: tooDeep),
        Hostile("angles are looked ahead twice", "let a = " + many("a<", 200), error: tooDeep),
        Hostile("angles in lines of their own", "let a = " + many("a<\n", 200), error: tooDeep),
        Hostile("nested generic types", "let a: \(nested("Array<", "Int", ">", 20_000)) = []", error: tooDeep),
        Hostile("closures", "let a = " + nested("{ ", "1", " }", 50_000), error: tooDeep),
        Hostile("question marks", "let a: Int" + many("?", 20_000), error: tooDeep),
        Hostile("backslashes", "let a = " + many("\\", 20_000), error: tooDeep),
        Hostile("interpolations", "let a = " + nested("\"\\(", "1", ")\"", 5_000), error: tooDeep),
        Hostile("a long chain fails at every link", "let a = 1" + many(" + 1", 20_000), error: tooDeep),
        Hostile("ternaries", "let a = " + many("true ? 1 : ", 20_000) + "2", error: tooDeep),
        Hostile(
            "overloads within overloads", "let a = " + many("-(1 + 2.5 * ", 60) + ".zero" + many(")", 60) + " + \"\"",
            error: ""),
        Hostile(
            "tuples of tuples double", "let a0 = (1, 1)\n" + row(40) { "let a\($0 + 1) = (a\($0), a\($0))" },
            error: tooLarge),
        Hostile(
            "generic results double",
            "func f<T>(_ x: T) -> (T, T) { (x, x) }\nlet a0 = 1\n" + row(40) { "let a\($0 + 1) = f(a\($0))" },
            error: tooLarge),
        Hostile(
            "aliases double", "typealias A0 = (Int, Int)\n" + row(40) { "typealias A\($0 + 1) = (A\($0), A\($0))" },
            error: tooLarge),
        Hostile(
            "structs of structs double",
            "struct S0 { var a = 1 }\n" + row(40) { "struct S\($0 + 1) { var a = S\($0)(), b = S\($0)() }" }
                + "\nprint(S40())", error: tooLarge),
        Hostile(
            "a method instantiates its type without end",
            """
            struct Box<T> { var value: T; func go(_ n: Int) -> Int { n > 0 ? Box<Box<T>>(value: self).go(n - 1) : 0 } }
            print(Box(value: 1).go(3))
            """, error: "'Box' uses itself with ever larger types"),
        Hostile(
            "two functions instantiate each other without end",
            """
            func f<T>(_ x: T, _ n: Int) { g((x, x), n) }
            func g<T>(_ x: T, _ n: Int) { if n > 0 { f(x, n - 1) } }
            f(1, 3)
            """, error: "'"),
        Hostile(
            "a stored property instantiates its type without end",
            "struct Tree<T> { var next: [Tree<[T]>] = [] }\nprint(Tree<Int>().next.count)",
            error: "'Tree' uses itself with ever larger types"),
        Hostile(
            "a class instantiates itself without end",
            "final class Node<T> { var next: Node<[T]>? = nil }\nprint(Node<Int>().next == nil)",
            error: "'Node' uses itself with ever larger types"),
    ]

    /// The limit catches what does not end; how fast it ends is for a benchmark to say.
    @Test(.timeLimit(.minutes(1)), arguments: programs) func isRefused(_ program: Hostile) throws {
        // As the command and the worker check: long chains are deep trees.
        let checked = LargeStack.run {
            FrontEnd.check([CellSource(id: "cell", text: program.text, offset: 0)], library: CellLibrary.library)
        }
        let first = try #require(checked.diagnostics.first { $0.severity == .error })
        #expect(checked.program == nil)
        #expect(first.message.text(in: .english).hasPrefix(program.error))
    }

    @Test func aLongChainIsColouredOnAThreadWithLittleStack() {
        #expect(Highlighter.spans(of: "let a = " + Self.many("await ", 15_000) + "1").count > 15_000)
    }

    @Test func bracketsInStringsAndCommentsAreNotNested() {
        let text = """
            // \(Self.many("[", 300))
            /* \(Self.many("(", 300)) */
            let a = "\(Self.many("[", 300))", b = #"\(Self.many("{", 300))"#
            print(a.count, b.count, "\\("[[[[[[[[[[[[[[[[[[[[[[".count)")
            """
        let checked = FrontEnd.check([CellSource(id: "cell", text: text, offset: 0)], library: CellLibrary.library)
        #expect(checked.diagnostics.isEmpty)
    }
}
