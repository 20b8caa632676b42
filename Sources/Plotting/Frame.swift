/// The outer element of drawings that are not charts: themed, described, and needing nothing from outside.
package enum Frame {
    /// `width` is 640 or, for what needs no more, less: then it is shown as much smaller, so that its letters are as
    /// large as a chart's, and stay so on a narrow screen.
    package static func svg(
        width: Double, height: Double, language: String, title: String, description: String, body: String
    ) -> String {
        let (title, text) = (XML.escape(title), XML.escape(description))
        let id = "hanji-fig-" + digest(title + text + body)
        let shown =
            width < FigureLayout.fullWidth ? XML.number(Theme.greatestWidth * width / FigureLayout.fullWidth) : "100%"
        return """
            <svg xmlns="http://www.w3.org/2000/svg" class="hanji-fig" viewBox="0 0 \(XML.number(width)) \
            \(XML.number(height))" width="\(shown)" role="img" lang="\(XML.escape(language))" aria-labelledby="\(id)-t" \
            aria-describedby="\(id)-d" font-family="\(Theme.fontFamily(language))" color="\(Theme.ink.light)" \
            fill="currentColor">
            <title id="\(id)-t">\(title)</title>
            <desc id="\(id)-d">\(text)</desc>
            <style>
            \(Theme.styleSheet(colors: []))
            </style>
            <rect class="hf-paper" width="\(XML.number(width))" height="\(XML.number(height))" fill="\(Theme.paper.light)"/>
            \(body)
            </svg>

            """
    }

    /// FNV-1a, 64 bits.
    static func digest(_ text: String) -> String {
        let hash = text.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
