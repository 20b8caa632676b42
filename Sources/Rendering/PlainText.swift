/// Text that was written for a terminal.
enum PlainText {
    /// Without the escape sequences (ECMA-48) that colour a terminal and mean nothing on a page.
    static func readable(_ text: String) -> String {
        guard text.unicodeScalars.contains("\u{1B}") else { return text }
        var result = String.UnicodeScalarView()
        var rest = text.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            guard scalar == "\u{1B}", rest.first == "[" else {
                result.append(scalar)
                continue
            }
            rest = rest.dropFirst().drop { ("\u{20}"..."\u{3F}").contains($0) }
            if let final = rest.first, ("\u{40}"..."\u{7E}").contains(final) { rest = rest.dropFirst() }
        }
        return String(result)
    }
}
