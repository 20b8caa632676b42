/// How wide text will be, estimated without its font: the reader's system draws it, with fonts that are not known here.
/// Room is reserved with a tenth to spare, so that labels neither collide nor run out of the figure.
package enum TextMetrics {
    /// An upper estimate of the width of `text` in a font of `size` pixels.
    package static func width(_ text: some StringProtocol, size: Double) -> Double {
        text.unicodeScalars.reduce(0) { $0 + advance($1) } * size * 1.1
    }

    /// In em.
    private static func advance(_ scalar: Unicode.Scalar) -> Double {
        switch scalar {
        case "0"..."9": return 0.57
        case "m", "w", "M", "W", "@", "%": return 0.85
        case "i", "j", "l", ".", ",", ":", "(", ")", "[", "]": return 0.3
        case "A"..."Z": return 0.65
        case "a"..."z": return 0.54
        case " ", "\u{A0}": return 0.26
        default: break
        }
        if isHangul(scalar) { return 0.92 }
        if isWide(scalar) { return 1 }
        switch scalar.value {
        case 0xFF61...0xFFDC, 0xFFE8...0xFFEE: return 0.5
        default: break
        }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: return 0
        default: return 0.65
        }
    }

    private static func isHangul(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x1100...0x115F, 0x3131...0x318E, 0xA960...0xA97C, 0xAC00...0xD7A3: true
        default: false
        }
    }

    /// East Asian Width W and F, blocks at a time: ideographs, kana, full-width forms, emoji.
    static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF,
            0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1B000...0x1B2FF, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
            true
        default: scalar.properties.isEmojiPresentation
        }
    }

    /// `text` in lines of at most `width` pixels: broken at its own line breaks, at spaces, and between ideographs and
    /// kana where Japanese typesetting allows it; within a word only where the word alone is too wide. What `maxLines`
    /// cannot hold ends in an ellipsis.
    package static func wrap(_ text: String, size: Double, width: Double, maxLines: Int) -> [String] {
        var lines: [String] = []
        for paragraph in text.split(omittingEmptySubsequences: true, whereSeparator: \.isNewline) {
            var line = ""
            for piece in pieces(of: paragraph) {
                if Self.width(trimmed(line + piece), size: size) <= width {
                    line += piece
                    continue
                }
                if !trimmed(line).isEmpty { lines.append(trimmed(line)) }
                line = ""
                for character in piece {
                    if !line.isEmpty && Self.width(trimmed(line + String(character)), size: size) > width {
                        lines.append(trimmed(line))
                        line = ""
                        if lines.count > maxLines { break }
                    }
                    line.append(character)
                }
                if lines.count > maxLines { break }
            }
            if !trimmed(line).isEmpty { lines.append(trimmed(line)) }
            if lines.count > maxLines { break }
        }
        guard lines.count > maxLines else { return lines }
        lines.removeLast(lines.count - maxLines)
        if let last = lines.popLast() { lines.append(shortened(last + "…", size: size, width: width)) }
        return lines
    }

    /// `text` on one line, its end replaced by an ellipsis where it is wider than `width`.
    package static func shortened(_ text: String, size: Double, width: Double) -> String {
        let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
        guard Self.width(line, size: size) > width else { return line }
        let room = width - Self.width("…", size: size)
        var result = ""
        var used = 0.0
        for character in line where character != "…" {
            used += Self.width(String(character), size: size)
            if used > room { break }
            result.append(character)
        }
        return trimmed(result) + "…"
    }

    /// The runs between which a line may break; spaces end a run.
    private static func pieces(of text: Substring) -> [String] {
        var result: [String] = []
        var piece = ""
        var previous: Character?
        for character in text {
            if let before = previous, mayBreak(between: before, and: character) {
                result.append(piece)
                piece = ""
            }
            piece.append(character)
            previous = character
        }
        if !piece.isEmpty { result.append(piece) }
        return result
    }

    private static func mayBreak(between before: Character, and after: Character) -> Bool {
        if before == " " { return after != " " }
        guard isIdeographic(before) || isIdeographic(after) else { return false }
        return after != " " && !neverLast.contains(before) && !neverFirst.contains(after)
    }

    /// Japanese line breaking (JIS X 4051), the part of it that short labels meet.
    private static let neverLast: Set<Character> = Set("「『（([【〈《")
    private static let neverFirst: Set<Character> = Set("、。，．」』）)]】〉》！？・ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々,.!?:;%")

    /// Wide and not Hangul: Korean breaks at spaces.
    private static func isIdeographic(_ character: Character) -> Bool {
        character.unicodeScalars.first.map { isWide($0) && !isHangul($0) } ?? false
    }

    private static func trimmed(_ text: String) -> String {
        var text = Substring(text)
        while text.last == " " { text.removeLast() }
        while text.first == " " { text.removeFirst() }
        return String(text)
    }
}
