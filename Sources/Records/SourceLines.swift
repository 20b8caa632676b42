/// The lines of a cell that mean something to the compiler.
enum SourceLines {
    struct Line: Hashable {
        /// From 1, in the cell.
        var line: Int
        /// Without comments, indentation and trailing spaces; what spaces are left between words is one space.
        var text: String
    }

    static func meaningful(_ source: Substring) -> [Line] {
        var scanner = Scanner(bytes: Array(source.utf8))
        scanner.scan()
        return scanner.lines
    }

    private struct Scanner {
        let bytes: [UInt8]
        var offset = 0
        var line = 1
        var text: [UInt8] = []
        var lines: [Line] = []
        /// Of the current line of text: one that a string or comment spans begins at its first line.
        var start = 1

        mutating func scan() {
            while offset < bytes.count { step() }
            endLine()
        }

        private mutating func step() {
            if bytes[offset] == 0x0A {
                endLine()
                offset += 1
                line += 1
                start = line
            } else if starts(with: "//") {
                while offset < bytes.count, bytes[offset] != 0x0A { offset += 1 }
                space()
            } else if starts(with: "/*") {
                skipComment()
                space()
            } else if let hashes = stringOpening() {
                takeString(hashes: hashes)
            } else if bytes[offset] == 0x20 || bytes[offset] == 0x09 || bytes[offset] == 0x0D {
                offset += 1
                space()
            } else {
                text.append(bytes[offset])
                offset += 1
            }
        }

        private func starts(with text: String) -> Bool { bytes[offset...].starts(with: text.utf8) }

        private mutating func space() { if let last = text.last, last != 0x20 { text.append(0x20) } }

        private mutating func endLine() {
            if text.last == 0x20 { text.removeLast() }
            if !text.isEmpty { lines.append(Line(line: start, text: String(decoding: text, as: UTF8.self))) }
            text = []
        }

        /// Comments nest.
        private mutating func skipComment() {
            var depth = 0
            repeat {
                if starts(with: "/*") {
                    depth += 1
                    offset += 2
                } else if starts(with: "*/") {
                    depth -= 1
                    offset += 2
                } else {
                    if bytes[offset] == 0x0A { line += 1 }
                    offset += 1
                }
            } while depth > 0 && offset < bytes.count
        }

        /// The number of `#` before a string's quotation mark, if one begins here.
        private func stringOpening() -> Int? {
            var end = offset
            while end < bytes.count, bytes[end] == 0x23 { end += 1 }
            return end < bytes.count && bytes[end] == 0x22 ? end - offset : nil
        }

        /// A string literal with all that is in it, interpolations too, as it stands.
        private mutating func takeString(hashes: Int) {
            let marks = [UInt8](repeating: 0x23, count: hashes)
            take(hashes)
            let quote: [UInt8] = starts(with: "\"\"\"") ? [0x22, 0x22, 0x22] : [0x22]
            take(quote.count)
            while offset < bytes.count {
                if bytes[offset...].starts(with: quote + marks) {
                    take(quote.count + hashes)
                    return
                }
                if bytes[offset...].starts(with: [0x5C] + marks) {
                    take(1 + hashes)
                    if offset < bytes.count, bytes[offset] == 0x28 { takeInterpolation() } else { take(1) }
                } else {
                    if bytes[offset] == 0x0A {
                        if quote.count == 1 { return }
                        line += 1
                    }
                    take(1)
                }
            }
        }

        /// From `(` to the `)` that belongs to it; strings inside may hold brackets.
        private mutating func takeInterpolation() {
            var depth = 0
            while offset < bytes.count {
                if let hashes = stringOpening() {
                    takeString(hashes: hashes)
                    continue
                }
                switch bytes[offset] {
                case 0x28: depth += 1
                case 0x29: depth -= 1
                case 0x0A: line += 1
                default: break
                }
                take(1)
                if depth == 0 { return }
            }
        }

        private mutating func take(_ count: Int) {
            text += bytes[offset..<min(offset + count, bytes.count)]
            offset = min(offset + count, bytes.count)
        }
    }
}
