/// An element of an XML document or a run of its text. What a comparison of drawings needs: no namespaces, no document
/// types, no entities but the five of XML and character references.
indirect enum XMLTree: Hashable {
    case element(name: String, attributes: [String: String], children: [XMLTree])
    case text(String)
}

extension XMLTree {
    /// The root element; `nil` for what is no well-formed document of this kind.
    static func parse(_ text: String) -> XMLTree? {
        var reader = XMLReader(bytes: Array(text.utf8))
        return reader.document()
    }
}

private struct XMLReader {
    let bytes: [UInt8]
    var offset = 0

    private static let deepest = 200

    mutating func document() -> XMLTree? {
        guard skipMisc(), starts(with: "<"), let root = element(depth: 0), skipMisc(), offset == bytes.count else {
            return nil
        }
        return root
    }

    private func starts(with text: String) -> Bool { bytes[offset...].starts(with: text.utf8) }

    private mutating func take(_ text: String) -> Bool {
        guard starts(with: text) else { return false }
        offset += text.utf8.count
        return true
    }

    /// Goes behind the next `text`; `false` when there is none.
    private mutating func skip(behind text: String) -> Bool {
        while offset < bytes.count {
            if take(text) { return true }
            offset += 1
        }
        return false
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    private mutating func skipSpaces() { while offset < bytes.count, Self.isSpace(bytes[offset]) { offset += 1 } }

    /// Spaces, comments and declarations around the root.
    private mutating func skipMisc() -> Bool {
        while true {
            skipSpaces()
            if take("<!--") {
                guard skip(behind: "-->") else { return false }
            } else if take("<?") {
                guard skip(behind: "?>") else { return false }
            } else if take("<!") {
                guard skip(behind: ">") else { return false }
            } else {
                return true
            }
        }
    }

    private mutating func name() -> String? {
        let start = offset
        while offset < bytes.count, !Self.isSpace(bytes[offset]), !"/>=<\"'".utf8.contains(bytes[offset]) {
            offset += 1
        }
        return offset > start ? String(decoding: bytes[start..<offset], as: UTF8.self) : nil
    }

    private mutating func element(depth: Int) -> XMLTree? {
        guard depth < Self.deepest, take("<"), let name = name(), let attributes = attributes() else { return nil }
        if take("/>") { return .element(name: name, attributes: attributes, children: []) }
        guard take(">"), let children = children(depth: depth), take("</"), self.name() == name else { return nil }
        skipSpaces()
        return take(">") ? .element(name: name, attributes: attributes, children: children) : nil
    }

    private mutating func attributes() -> [String: String]? {
        var attributes: [String: String] = [:]
        while true {
            skipSpaces()
            if starts(with: ">") || starts(with: "/>") { return attributes }
            guard let name = name(), attributes[name] == nil else { return nil }
            skipSpaces()
            guard take("=") else { return nil }
            skipSpaces()
            guard offset < bytes.count, bytes[offset] == 0x22 || bytes[offset] == 0x27 else { return nil }
            let quote = bytes[offset]
            let start = offset + 1
            guard let end = bytes[start...].firstIndex(of: quote) else { return nil }
            offset = end + 1
            guard let value = Self.decoded(bytes[start..<end]) else { return nil }
            attributes[name] = value
        }
    }

    /// Until the closing tag. Text of nothing but spaces is layout.
    private mutating func children(depth: Int) -> [XMLTree]? {
        var children: [XMLTree] = []
        var text = ""
        func isLayout(_ text: String) -> Bool { text.utf8.allSatisfy(Self.isSpace) }
        func end() {
            if !isLayout(text) { children.append(.text(text)) }
            text = ""
        }
        while offset < bytes.count {
            if starts(with: "</") {
                end()
                return children
            }
            if take("<!--") {
                guard skip(behind: "-->") else { return nil }
            } else if take("<![CDATA[") {
                let start = offset
                guard skip(behind: "]]>") else { return nil }
                text += String(decoding: bytes[start..<(offset - 3)], as: UTF8.self)
            } else if take("<?") {
                guard skip(behind: "?>") else { return nil }
            } else if starts(with: "<") {
                end()
                guard let child = element(depth: depth + 1) else { return nil }
                children.append(child)
            } else {
                let start = offset
                while offset < bytes.count, bytes[offset] != 0x3C { offset += 1 }
                guard let piece = Self.decoded(bytes[start..<offset]) else { return nil }
                text += piece
            }
        }
        return nil
    }

    /// Text with its references replaced; `nil` for one that XML does not know by itself.
    private static func decoded(_ bytes: ArraySlice<UInt8>) -> String? {
        let raw = String(decoding: bytes, as: UTF8.self)
        guard raw.utf8.contains(0x26) else { return raw }
        var result = ""
        var rest = raw[...]
        while let mark = rest.utf8.firstIndex(of: 0x26) {
            result += rest[..<mark]
            guard let end = rest[mark...].utf8.firstIndex(of: 0x3B) else { return nil }
            let name = rest[rest.utf8.index(after: mark)..<end]
            guard let character = character(named: name) else { return nil }
            result.unicodeScalars.append(character)
            rest = rest[rest.utf8.index(after: end)...]
        }
        return result + rest
    }

    private static func character(named name: Substring) -> Unicode.Scalar? {
        switch name {
        case "lt": "<"
        case "gt": ">"
        case "amp": "&"
        case "quot": "\""
        case "apos": "'"
        case _ where name.hasPrefix("#x"): UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
        case _ where name.hasPrefix("#"): UInt32(name.dropFirst(1)).flatMap(Unicode.Scalar.init)
        default: nil
        }
    }
}
