/// Reads a page as strictly as its writer writes it: every `<` begins one of the page's own tags with quoted attributes,
/// every `&` a character reference, and what was opened is closed in order. Text that got out of its place fails this.
package struct PageScan {
    private let page: [UInt8]
    private var position = 0
    private var open: [String] = []

    /// What stands against the page, `nil` if nothing does.
    package static func fault(in page: String) -> String? {
        var scan = PageScan(page: Array(page.utf8))
        return scan.fault()
    }

    private init(page: [UInt8]) { self.page = page }

    private mutating func fault() -> String? {
        while position < page.count {
            switch page[position] {
            case UInt8(ascii: "<"):
                if let fault = tag() { return fault }
            case UInt8(ascii: "&"):
                if !reference() { return "bare & \(excerpt)" }
            case UInt8(ascii: ">"): return "bare > \(excerpt)"
            case 0..<0x09, 0x0B..<0x20, 0x7F: return "control character \(excerpt)"
            default: position += 1
            }
        }
        return open.isEmpty ? nil : "not closed: \(open)"
    }

    private var excerpt: String {
        let range = max(0, position - 80)..<min(page.count, position + 80)
        return String(decoding: page[range], as: UTF8.self).debugDescription
    }

    private func stands(_ text: StaticString, at place: Int) -> Bool {
        place + text.utf8CodeUnitCount <= page.count
            && (0..<text.utf8CodeUnitCount).allSatisfy { page[place + $0] == text.utf8Start[$0] }
    }

    private mutating func word(_ isPart: (UInt8) -> Bool) -> String {
        let start = position
        while position < page.count, isPart(page[position]) { position += 1 }
        return String(decoding: page[start..<position], as: UTF8.self)
    }

    private static func isName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: "_"):
            true
        default: false
        }
    }

    private mutating func tag() -> String? {
        if stands("<!DOCTYPE html>", at: position), position == 0 {
            position += 15
            return nil
        }
        position += 1
        let isEnd = position < page.count && page[position] == UInt8(ascii: "/")
        if isEnd { position += 1 }
        let name = word(Self.isName)
        guard PageVocabulary.elements.contains(name) else { return "tag <\(name) \(excerpt)" }
        if isEnd {
            guard open.popLast() == name else { return "</\(name)> closes what is not open \(excerpt)" }
            return expect(">")
        }
        var isEmpty = PageVocabulary.void.contains(name)
        while true {
            _ = word { $0 == 0x20 || $0 == 0x0A }
            guard position < page.count else { return "<\(name) does not end" }
            if page[position] == UInt8(ascii: ">") { break }
            if stands("/>", at: position) {
                position += 1
                isEmpty = true
                break
            }
            if let fault = attribute() { return fault }
        }
        position += 1
        if isEmpty { return nil }
        if name == "script" || name == "style" {
            // Its text is the writer's own up to the end tag.
            while position < page.count, !stands("</", at: position) { position += 1 }
        }
        open.append(name)
        return nil
    }

    private mutating func attribute() -> String? {
        let name = word(Self.isName)
        if name.isEmpty || name.lowercased().hasPrefix("on") { return "attribute '\(name)' \(excerpt)" }
        guard position < page.count, page[position] == UInt8(ascii: "=") else { return nil }
        position += 1
        if let fault = expect("\"") { return fault }
        let start = position
        while position < page.count, page[position] != UInt8(ascii: "\"") {
            switch page[position] {
            case UInt8(ascii: "<"): return "< in attribute \(excerpt)"
            case UInt8(ascii: "&"):
                if !reference() { return "bare & in attribute \(excerpt)" }
            default: position += 1
            }
        }
        let value = String(decoding: page[start..<position], as: UTF8.self)
        if ["href", "src", "xlink:href"].contains(name), let fault = Self.fault(inAddress: value) { return fault }
        return expect("\"")
    }

    private static func fault(inAddress value: String) -> String? {
        let folded = value.lowercased().filter { !$0.isWhitespace }
        return ["javascript:", "vbscript:", "data:text"].first(where: folded.hasPrefix).map { "address \($0)" }
    }

    private mutating func expect(_ text: StaticString) -> String? {
        guard stands(text, at: position) else { return "no \(text) \(excerpt)" }
        position += text.utf8CodeUnitCount
        return nil
    }

    /// A character reference at the position, which is passed.
    private mutating func reference() -> Bool {
        var end = position + 1
        while end < page.count, end < position + 12, page[end] != UInt8(ascii: ";") {
            guard Self.isName(page[end]) || page[end] == UInt8(ascii: "#") else { return false }
            end += 1
        }
        guard end < page.count, end > position + 1, page[end] == UInt8(ascii: ";") else { return false }
        position = end + 1
        return true
    }
}
