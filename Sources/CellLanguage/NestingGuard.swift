/// Keeps swift-syntax from texts that it reads in exponential time or on more stack than there is: looking ahead for types
/// it reads every open `[` and `<` twice, and its limit on nesting does not hold there. What no person writes is refused
/// before it is parsed.
struct NestingGuard {
    /// Brackets of all kinds within each other.
    private static let mostBrackets = 200
    /// `[` and `<` within each other, which may begin a type.
    private static let mostTypes = 16
    /// Equal marks in a row.
    private static let longestRun = 64
    /// Words and marks in one chain, which is a tree as deep as it is long.
    private static let longestChain = 100_000

    /// Where the text, read as Swift, goes beyond what is bearable; an offset in UTF-8 bytes.
    static func excess(in text: String) -> Int? {
        var scan = NestingGuard(Array(text.utf8))
        return scan.excess()
    }

    private enum Open: Equatable {
        case bracket(UInt8)
        /// An interpolation, and the string that goes on behind it.
        case interpolation(Quotes)
    }

    private struct Quotes: Equatable {
        var pounds: Int
        var isMultiline: Bool
    }

    private let bytes: [UInt8]
    private var index = 0
    private var open: [Open] = []
    private var squares = 0
    private var angles = 0
    private var run = 0
    private var chain = 0

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    private func byte(_ place: Int) -> UInt8 { bytes.indices.contains(place) ? bytes[place] : 0x0A }

    private mutating func excess() -> Int? {
        while index < bytes.count {
            let byte = bytes[index]
            run = byte == self.byte(index - 1) && Self.isMark(byte) ? run + 1 : 0
            switch byte {
            case UInt8(ascii: "/") where self.byte(index + 1) == byte: skipLine()
            case UInt8(ascii: "/") where self.byte(index + 1) == UInt8(ascii: "*"): skipComment()
            case UInt8(ascii: "\""), UInt8(ascii: "#"):
                if let quotes = quotes() { skipString(quotes) } else { index += 1 }
            default:
                count(byte)
                let isDeep = open.count > Self.mostBrackets || squares + angles > Self.mostTypes
                if isDeep || run > Self.longestRun || chain > Self.longestChain { return index }
                index += 1
            }
        }
        return nil
    }

    private static func isMark(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "!")...UInt8(ascii: "/"), UInt8(ascii: ":")...UInt8(ascii: "@"),
            UInt8(ascii: "[")...UInt8(ascii: "^"), UInt8(ascii: "{")...UInt8(ascii: "~"):
            true
        default: false
        }
    }

    private mutating func count(_ byte: UInt8) {
        if Self.isMark(byte) || Self.isWord(byte) && !Self.isWord(self.byte(index - 1)) { chain += 1 }
        if ",;{}".utf8.contains(byte) || byte == 0x0A && ")]\"".utf8.contains(lastMark) { chain = 0 }
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: "{"): open.append(.bracket(byte))
        case UInt8(ascii: "["):
            open.append(.bracket(byte))
            squares += 1
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): close()
        case UInt8(ascii: "<") where Self.isWord(self.byte(index - 1)): angles += 1
        case UInt8(ascii: ">") where angles > 0 && self.byte(index - 1) != UInt8(ascii: "-"): angles -= 1
        // Comparisons are not closed. An open list of types goes on in the next line.
        case UInt8(ascii: ";"): angles = 0
        case 0x0A, 0x0D:
            if !"<[(,:".utf8.contains(lastMark) { angles = 0 }
        default: break
        }
        if byte == UInt8(ascii: "{") { angles = 0 }
    }

    /// The last byte before the index that is no blank.
    private var lastMark: UInt8 {
        var place = index - 1
        while place >= 0, bytes[place] == 0x20 || bytes[place] == 0x09 { place -= 1 }
        return byte(place)
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "`"), 0x80...:
            true
        default: false
        }
    }

    private mutating func close() {
        switch open.popLast() {
        case .bracket(UInt8(ascii: "["))?: squares -= 1
        case .interpolation(let quotes)?: skipText(quotes)
        default: break
        }
    }

    // MARK: What is no code

    private mutating func skipLine() { while byte(index) != 0x0A, byte(index) != 0x0D { index += 1 } }

    private mutating func skipComment() {
        var depth = 0
        while index < bytes.count {
            switch (bytes[index], byte(index + 1)) {
            case (UInt8(ascii: "/"), UInt8(ascii: "*")): (depth, index) = (depth + 1, index + 2)
            case (UInt8(ascii: "*"), UInt8(ascii: "/")): (depth, index) = (depth - 1, index + 2)
            default: index += 1
            }
            if depth == 0 { return }
        }
    }

    /// The opening of a string at the index, if there is one.
    private func quotes() -> Quotes? {
        var place = index
        while byte(place) == UInt8(ascii: "#") { place += 1 }
        guard byte(place) == UInt8(ascii: "\"") else { return nil }
        let isMultiline = byte(place + 1) == UInt8(ascii: "\"") && byte(place + 2) == UInt8(ascii: "\"")
        return Quotes(pounds: place - index, isMultiline: isMultiline)
    }

    private mutating func skipString(_ quotes: Quotes) {
        index += quotes.pounds + (quotes.isMultiline ? 3 : 1)
        index -= 1
        skipText(quotes)
        index += 1
    }

    /// From the byte before a string's text to the last byte of its end, or to an interpolation's bracket.
    private mutating func skipText(_ quotes: Quotes) {
        index += 1
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\\") where pounds(behind: index) >= quotes.pounds:
                index += 1 + quotes.pounds
                if byte(index) == UInt8(ascii: "(") {
                    open.append(.interpolation(quotes))
                    return
                }
            case UInt8(ascii: "\""):
                let end = index + (quotes.isMultiline ? 2 : 0)
                let isClosed = !quotes.isMultiline || byte(index + 1) == bytes[index] && byte(end) == bytes[index]
                if isClosed, pounds(behind: end) >= quotes.pounds {
                    index = end + quotes.pounds
                    return
                }
            case 0x0A, 0x0D:
                if !quotes.isMultiline { return }
            default: break
            }
            index += 1
        }
    }

    private func pounds(behind place: Int) -> Int {
        var end = place + 1
        while byte(end) == UInt8(ascii: "#") { end += 1 }
        return end - place - 1
    }
}
