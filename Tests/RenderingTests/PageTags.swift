/// The tags of a page, as a browser would find them: a reader of just so much HTML as the tests need.
struct PageTag: Hashable {
    var name: String
    var attributes: [String: String]
    var isClosing: Bool

    static let void: Set<String> = ["meta", "link", "br", "hr", "img", "input"]

    static func all(in html: String) -> [PageTag] {
        var tags: [PageTag] = []
        var rest = html[...]
        while let open = rest.firstIndex(of: "<") {
            rest = rest[html.index(after: open)...]
            if rest.first == "!" {
                rest = rest.drop { $0 != ">" }
                continue
            }
            let isClosing = rest.first == "/"
            if isClosing { rest = rest.dropFirst() }
            let name = rest.prefix { $0.isLetter || $0.isNumber }
            rest = rest[name.endIndex...]
            let attributes = attributes(&rest)
            tags.append(PageTag(name: name.lowercased(), attributes: attributes, isClosing: isClosing))
            if !isClosing, name == "script" || name == "style", let end = rest.firstRange(of: "</\(name)") {
                rest = rest[end.lowerBound...]
            }
        }
        return tags
    }

    private static func attributes(_ rest: inout Substring) -> [String: String] {
        var attributes: [String: String] = [:]
        while let first = rest.first, first != ">" {
            guard !first.isWhitespace else {
                rest = rest.dropFirst()
                continue
            }
            let name = rest.prefix { $0 != "=" && $0 != ">" && !$0.isWhitespace }
            rest = rest[name.endIndex...]
            var value = ""
            if rest.hasPrefix("=\"") {
                let quoted = rest.dropFirst(2).prefix { $0 != "\"" }
                value = String(quoted)
                rest = rest[quoted.endIndex...].dropFirst()
            }
            attributes[String(name)] = value
        }
        return attributes
    }

    /// Names with their order and nesting, without what stands in attributes.
    static func skeleton(of html: String) -> [String] { all(in: html).map { ($0.isClosing ? "/" : "") + $0.name } }

    /// The first tag that closes something else than what is open; `nil` when all are paired.
    static func firstMisnested(in html: String) -> String? {
        var open: [String] = []
        for tag in all(in: html) where !void.contains(tag.name) {
            if !tag.isClosing {
                open.append(tag.name)
            } else if open.popLast() != tag.name {
                return tag.name
            }
        }
        return open.last
    }
}
