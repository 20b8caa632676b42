/// Takes the source of a formula apart.
struct TeXLexer {
    struct Token: Hashable {
        enum Kind: Hashable {
            /// `\name`, without its backslash.
            case command(String)
            /// `{`, `}`, `^`, `_`, `&`, `~` or any other character.
            case character(Unicode.Scalar)
        }
        var kind: Kind
        var lower: Int
        var upper: Int
        /// White space stands before it, which matters in text alone.
        var followsSpace: Bool
    }

    private let scalars: [Unicode.Scalar]
    /// In UTF-8 bytes.
    private let offsets: [Int]
    private(set) var position = 0

    init(_ source: String) {
        scalars = Array(source.unicodeScalars)
        var offset = 0
        var offsets: [Int] = []
        for scalar in scalars {
            offsets.append(offset)
            offset += UTF8.width(scalar)
        }
        self.offsets = offsets + [offset]
    }

    /// Where the next token begins or the text ends.
    var offset: Int { offsets[min(position, scalars.count)] }

    /// The next token; white space and comments go by.
    mutating func next() -> Token? {
        let start = position
        while position < scalars.count {
            if CharacterClass.isSpace(scalars[position]) {
                position += 1
            } else if scalars[position] == "%" {
                while position < scalars.count, scalars[position] != "\n" { position += 1 }
            } else {
                break
            }
        }
        guard position < scalars.count else { return nil }
        let lower = position
        let scalar = scalars[position]
        position += 1
        guard scalar == "\\", position < scalars.count else {
            return Token(
                kind: .character(scalar), lower: offsets[lower], upper: offsets[position], followsSpace: lower > start)
        }
        var name = String(scalars[position])
        position += 1
        if Self.isLetter(scalars[position - 1]) {
            while position < scalars.count, Self.isLetter(scalars[position]) {
                name.unicodeScalars.append(scalars[position])
                position += 1
            }
            // A star belongs to the names that have a twin with one.
            if position < scalars.count, scalars[position] == "*", name == "operatorname" || name == "tag" {
                name += "*"
                position += 1
            }
        } else if CharacterClass.isSpace(scalars[position - 1]) {
            name = " "
        }
        return Token(kind: .command(name), lower: offsets[lower], upper: offsets[position], followsSpace: lower > start)
    }

    /// The braced text that comes next, as it is written, its outer braces left out; `nil` without braces or an end.
    mutating func rawGroup() -> String? {
        var index = position
        while index < scalars.count, CharacterClass.isSpace(scalars[index]) { index += 1 }
        guard index < scalars.count, scalars[index] == "{" else { return nil }
        let start = index + 1
        var depth = 0
        while index < scalars.count {
            switch scalars[index] {
            case "\\": index += 1
            case "{": depth += 1
            case "}":
                depth -= 1
                if depth == 0 {
                    position = index + 1
                    var text = String.UnicodeScalarView()
                    text.append(contentsOf: scalars[start..<index])
                    return String(text)
                }
            default: break
            }
            index += 1
        }
        return nil
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
    }
}
