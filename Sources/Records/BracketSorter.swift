/// Puts the entries of printed dictionaries, `[key: value, …]`, in order, or the elements of all bracketed lists.
/// Strings in quotation marks are left whole; brackets that do not pair up are text.
struct BracketSorter {
    var sortsLists: Bool

    /// Deeper brackets than this are left as they are: printed values have a few levels.
    private static let deepest = 100

    func text(_ text: String) -> String {
        var reader = Reader(characters: Array(text), sortsLists: sortsLists)
        return reader.rest()
    }

    private struct Reader {
        let characters: [Character]
        let sortsLists: Bool
        var offset = 0
        var depth = 0

        mutating func rest() -> String {
            var result = ""
            while offset < characters.count { result += piece() }
            return result
        }

        /// A string, a bracketed list or one character.
        private mutating func piece() -> String {
            switch characters[offset] {
            case "\"": return string()
            case "[", "{", "(": return list() ?? single()
            default: return single()
            }
        }

        private mutating func single() -> String {
            defer { offset += 1 }
            return String(characters[offset])
        }

        private mutating func string() -> String {
            let start = offset
            offset += 1
            while offset < characters.count, characters[offset] != "\"", characters[offset] != "\n" {
                offset += characters[offset] == "\\" ? 2 : 1
            }
            offset = min(offset + 1, characters.count)
            return String(characters[start..<offset])
        }

        /// `nil`, and nothing is read, when the bracket is not closed.
        private mutating func list() -> String? {
            let (start, opening) = (offset, characters[offset])
            let closing: Character = opening == "[" ? "]" : opening == "{" ? "}" : ")"
            guard depth < BracketSorter.deepest else { return nil }
            depth += 1
            defer { depth -= 1 }
            offset += 1
            var entries: [String] = [""]
            var hasKeys = false
            while offset < characters.count {
                let character = characters[offset]
                if character == closing {
                    offset += 1
                    return String(opening) + sorted(entries, hasKeys: hasKeys, opening) + String(closing)
                }
                if character == "]" || character == "}" || character == ")" { break }
                if character == "," {
                    entries.append("")
                    offset += 1
                } else {
                    if character == ":" { hasKeys = true }
                    entries[entries.count - 1] += piece()
                }
            }
            offset = start
            return nil
        }

        private func sorted(_ entries: [String], hasKeys: Bool, _ opening: Character) -> String {
            // Parentheses are tuples and arguments: their order means something.
            guard opening != "(", sortsLists || hasKeys else { return entries.joined(separator: ",") }
            return entries.map { $0.trimmingSpaces() }.sorted().joined(separator: ", ")
        }
    }
}

extension String {
    fileprivate func trimmingSpaces() -> String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
