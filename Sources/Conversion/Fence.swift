import Diagnostics
import Markup

/// Fenced blocks as the writers make them.
enum Fence {
    /// Where a code cell's metadata keeps the info string of the fence that it was, if that says more than the language.
    static let infoKey = "fence"

    /// A fence longer than any in the text.
    static func around(_ text: String, info: String) -> String {
        var longest = 2
        for line in text.split(separator: "\n") {
            longest = max(longest, line.drop { $0 == " " }.prefix { $0 == "`" }.count)
        }
        let fence = String(repeating: "`", count: longest + 1)
        return "\(fence)\(info)\n\(text)\(text.isEmpty || text.hasSuffix("\n") ? "" : "\n")\(fence)"
    }

    /// Whether an info string, which anyone may have written into a file, makes a block of the language that does not
    /// run.
    static func isShown(_ info: String, as language: String) -> Bool {
        let blocks = MarkdownParser.parse(SourceText(path: "", text: around("", info: info))).blocks
        guard blocks.count == 1, case .code(let code) = blocks[0].kind, code.info == info else { return false }
        return code.language == language && code.attributes.classes.contains("noeval")
    }
}
