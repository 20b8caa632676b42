import Diagnostics
import Markup
import Testing

@Suite struct FormulaTests {
    static let cases: [MarkupCase] = [
        MarkupCase("$x$는", "p($<x> '는')"),
        MarkupCase("값 $x_1 * y_1 * z$와 $a$", "p('값 ' $<x_1 * y_1 * z> '와 ' $<a>)"),
        MarkupCase("$\\(x\\)$", "p($<\\(x\\)>!)"),
        MarkupCase("$a<b>c$", "p($<a<b>c>)"),
        MarkupCase("$a\\$b$", "p($<a\\$b>)"),
        MarkupCase("$5와 $10", "p('$5와 $10')"),
        MarkupCase("$5, $x$", "p('$5, ' $<x>)"),
        MarkupCase("값은 $5이고 $10이다", "p('값은 $5이고 $10이다')"),
        MarkupCase("$ x$", "p('$ x$')"),
        MarkupCase("$x $", "p('$x $')"),
        MarkupCase("$x$1", "p('$x$1')"),
        MarkupCase("\\$x$", "p('$x$')"),
        MarkupCase("`$x$`", "p(`$x$`)"),
        MarkupCase("`$HOME`와 `$PATH`", "p(`$HOME` '와 ' `$PATH`)"),
        MarkupCase("$x$`a`$y$", "p($<x> `a` $<y>)"),
        MarkupCase("` $x$", "p('` ' $<x>)"),
        MarkupCase("$a `b$ c`", "p($<a `b> ' c`')"),
        MarkupCase("<https://a.b/$c$>", "p(a<https://a.b/$c$>('https://a.b/$c$'))"),
        MarkupCase("가 <a title='$x$'>", "p('가 ' html\"<a title='$x$'>\")"),
        MarkupCase("[a](/$x$/b)", "p(a</$x$/b>('a'))"),
        MarkupCase("[a](u \"$x$\")", "p(a<u|$x$>('a'))"),
        MarkupCase("[$x$](u)", "p(a<u>($<x>))"),
        MarkupCase("![$x$](u)", "p(img<u>(x))"),
        MarkupCase("**$x$**는", "p(strong($<x>) '는')"),
        MarkupCase("**변수 $x$(값)**는", "p(strong('변수 ' $<x> '(값)') '는')"),
        MarkupCase("# 식 $x^2$", "h1#식-x2('식 ' $<x^2>)"),
        MarkupCase("- $x$", "ul(li(p($<x>)))"),
        MarkupCase("$x$는 줄 앞에서도", "p($<x> '는 줄 앞에서도')"),
        MarkupCase("가\n$x$는", "p('가' ~ $<x> '는')"),
        MarkupCase("$a\nb$", "p($<a\\nb>)"),
        MarkupCase("> $a\n> b$ 다", "quote(p($<a\\nb> ' 다'))"),
        MarkupCase("| $a$ | $b\\|c$ |\n|---|---|\n| 1 | $x_1*y_1$ |", "table[--]($<a>|$<b|c> / '1'|$<x_1*y_1>)"),
        MarkupCase("[^1]\n\n[^1]: $x$", "p(^1.1.1)"),
        MarkupCase("$$x^2$$", "$$<x^2>"),
        MarkupCase("가 $$x$$ 나", "p('가 ' $$<x> ' 나')"),
        MarkupCase("$$\nx = 1\n$$", "$$<\\nx = 1\\n>"),
        MarkupCase("$$\na\n= b\n- c\n$$ {#eq-a}", "$$<\\na\\n= b\\n- c\\n> #eq-a"),
        MarkupCase("$$x$$ {#eq-a}", "$$<x> #eq-a"),
        MarkupCase("가\n$$\nx\n$$\n나", "p('가') $$<\\nx\\n> p('나')"),
        MarkupCase("> $$\n> x\n> $$\n> 가", "quote($$< \\nx\\n> p('가'))"),
        MarkupCase("$$ a\n+ b $$", "$$< a\\n+ b >"),
        MarkupCase("$$\nx\n\n$$", "p('$$' ~ 'x') p('$$')"),
        MarkupCase("```\n$$\nx\n$$\n```\n$$\ny\n$$", "code[]\"$$\\nx\\n$$\\n\" $$<\\ny\\n>"),
        MarkupCase("~~~\n$$\n~~~\n\n::: note\n$$", "code[]\"$$\\n\" note(p('$$'))"),
        MarkupCase("> $$\n> x\n$$\n\n::: note\n가\n:::", "quote($$<\\nx\\n>) note(p('가'))"),
        MarkupCase("$$$", "p('$$$')"),
        MarkupCase("$$ $$", "p('$$ $$')"),
        MarkupCase("~~$x$~~", "p(del($<x>))"),
        MarkupCase("$\\frac{1}{2", "p('$\\frac{1}{2')"),
    ]

    @Test(arguments: cases) func reads(_ example: MarkupCase) {
        #expect(Dump.of(example.source) == example.tree)
        let source = SourceText(path: "a.md", text: example.source)
        #expect(RoundTrip(MarkdownParser.parse(source), in: source).faults == [])
    }

    /// What is understood.
    @Test(arguments: [
        "\\alpha + \\Omega", "\\frac{a}{b} + \\dfrac12", "\\sqrt{x} + \\sqrt[3]{y}", "\\sum_{i=1}^{n} x_i",
        "\\int_0^\\infty e^{-x^2} \\, dx", "\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}",
        "\\begin{aligned} a &= b \\\\ &= c \\end{aligned}", "\\begin{cases} 0 & x < 0 \\\\ x & x \\ge 0 \\end{cases}",
        "\\left( \\frac{1}{2} \\right]", "\\left. x \\right|_{0}", "\\hat{y} = \\mathbf{w}^\\top \\mathbf{x} + b",
        "\\text{손실} = -\\log p", "f'(x)^2", "x_{i,j}^{(k)}", "\\operatorname{softmax}(z)_i", "\\arg\\max_\\theta L",
        "\\underbrace{a+b}_{n}", "\\mathbb{R}^{n \\times m}", "\\nabla_\\theta \\mathcal{L}", "a \\not= b", "50\\%",
        "\\begin{array}{l|cr} 1 & 2 & 3 \\\\ \\hline 4 & 5 & 6 \\end{array}", "\\binom{n}{k}", "a \\bmod b \\pmod n",
        "\\bigl( x \\bigr)", "\\overset{!}{=}", "\\boxed{E = mc^2}", "\\displaystyle \\lim_{x \\to 0} f(x)",
        "{a}_{b}", "x^{y^{z}}", "a \\\\ b", "\\lVert x \\rVert_2", "1.5 \\times 10^{-3}.", "정확도 = \\frac{맞은 수}{전체}",
    ])
    func understands(_ source: String) {
        let document = Dump.parse("$$\n\(source)\n$$")
        #expect(document.diagnostics.map(\.message.id) == [])
        guard case .formula(let formula, _)? = document.blocks.first?.kind else {
            Issue.record("no formula")
            return
        }
        #expect(formula.root != nil)
    }

    /// Problems say where in the file they are.
    @Test(arguments: [
        ("가 $\\alpa + 1$", "unknown-tex-command \\alpa"), ("$\\foo$", "unknown-tex-command \\foo"),
        ("$\\begin{what}x\\end{what}$", "unknown-tex-environment \\begin{what}x"), ("$a}$", "unexpected-tex }"),
        ("${a$", "unclosed-tex "), ("$\\frac{1}$", "missing-tex-argument \\frac"), ("$a^b^c$", "double-script ^"),
        ("$\\left( x$", "unclosed-tex "), ("$a & b$", ""), ("${a & b}$", "unexpected-tex &"),
        ("$\\begin{matrix} a \\end{pmatrix}$", "unclosed-tex \\begin"),
    ])
    func saysWhatIsWrong(_ text: String, _ wanted: String) {
        let source = SourceText(path: "a.md", text: text)
        let found = MarkdownParser.parse(source).diagnostics.map { "\($0.message.id) \(source.slice($0.range))" }
        #expect(found == (wanted.isEmpty ? [] : [wanted]))
    }

    @Test func deepFormulasAreSaidToBeTooDeep() {
        let text = "$" + String(repeating: "{", count: 5_000) + String(repeating: "}", count: 5_000) + "$"
        #expect(Dump.parse(text).diagnostics.map(\.message.id) == ["formula-too-deep"])
        let scripts = "$" + String(repeating: "x^", count: 5_000) + "x$"
        #expect(Dump.parse(scripts).diagnostics.map(\.message.id) == ["double-script"])
        let roots = "$" + String(repeating: "\\sqrt", count: 5_000) + " x$"
        #expect(Dump.parse(roots).diagnostics.map(\.message.id) == ["formula-too-deep"])
    }
}
