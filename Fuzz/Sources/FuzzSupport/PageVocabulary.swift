/// The elements that a page may hold: HTML as the page's writers use it, MathML Core, and the part of SVG that draws.
enum PageVocabulary {
    static let void: Set<String> = ["br", "hr", "img", "input", "link", "meta"]

    static let elements: Set<String> = void.union(others)

    private static let others: Set<String> = [
        "a", "article", "aside", "blockquote", "body", "button", "caption", "code", "dd", "del", "details", "div", "dl",
        "dt", "em", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "html",
        "kbd",
        "label", "li", "main", "mark", "nav", "ol", "output", "p", "pre", "rp", "rt", "ruby", "s", "samp", "script",
        "search", "section", "small", "span", "strong", "style", "sub", "summary", "sup", "table", "tbody", "td", "th",
        "thead", "time", "title", "tr", "ul",
        "annotation", "math", "menclose", "mfrac", "mi", "mn", "mo", "mover", "mphantom", "mroot", "mrow", "mspace",
        "msqrt", "mstyle", "msub", "msubsup", "msup", "mtable", "mtd", "mtext", "mtr", "munder", "munderover",
        "semantics",
        "circle", "clipPath", "defs", "desc", "ellipse", "g", "line", "linearGradient", "marker", "mask", "path",
        "pattern", "polygon", "polyline", "radialGradient", "rect", "stop", "svg", "symbol", "text", "textPath",
        "tspan",
        "use",
    ]
}
