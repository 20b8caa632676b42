/// A line of output taken apart into numbers and the words between them.
struct NumericText: Hashable {
    enum Token: Hashable {
        /// Compared exactly; canonically equivalent text (NFC and NFD) is the same.
        case word(String)
        case number(Number)
    }

    struct Number: Hashable {
        var text: String
        var value: Double
        var isInteger: Bool
        /// Digits behind the point; `nil` with an exponent or without a point.
        var decimals: Int?
    }

    private(set) var tokens: [Token] = []

    /// Numbers are ASCII digits with sign, point and exponent, and `nan` and `inf`; digits in names (`conv2d`,
    /// `float32`), versions (`6.3.1`) and quantities without a point (`64px`) are words. Spaces beside a number are one
    /// space, and none inside a bracket, because columns are padded to the longest number.
    init(_ line: some StringProtocol) {
        var scanner = Scanner(Array(line.utf8))
        tokens = scanner.tokens()
    }
}

/// Reads the bytes of one line.
private struct Scanner {
    private let bytes: [UInt8]
    private var offset = 0
    private var wordStart = 0
    private var found: [NumericText.Token] = []

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    private func byte(_ index: Int) -> UInt8? { bytes.indices.contains(index) ? bytes[index] : nil }

    private func isDigit(_ index: Int) -> Bool {
        byte(index).map { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 } ?? false
    }

    private func isLetter(_ index: Int) -> Bool {
        guard let byte = byte(index) else { return false }
        return UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20 || byte == UInt8(ascii: "_")
    }

    private func isWordPart(_ index: Int) -> Bool { isDigit(index) || isLetter(index) }

    mutating func tokens() -> [NumericText.Token] {
        while offset < bytes.count {
            if isWordPart(offset - 1) {
                offset += 1
            } else if let end = endOfNumber(), let number = number(until: end) {
                endWord()
                found.append(.number(number))
                offset = end
                wordStart = end
            } else {
                skipWord()
            }
        }
        endWord()
        return found
    }

    /// The offset behind the number that begins here, if one does.
    private func endOfNumber() -> Int? {
        var index = offset
        if let sign = byte(index), sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            // `3-2`, `a-1`, `)-1`: a dash between two things, no sign.
            let before = byte(offset - 1)
            if isWordPart(offset - 1) || before == UInt8(ascii: ")") || before == UInt8(ascii: "]") { return nil }
            index += 1
        }
        for name in ["nan", "NaN", "inf", "Infinity"] where bytes[index...].starts(with: name.utf8) {
            let end = index + name.utf8.count
            return isWordPart(end) ? nil : end
        }
        let start = index
        while isDigit(index) { index += 1 }
        var digits = index - start
        var hasPoint = false
        if byte(index) == UInt8(ascii: ".") {
            let pointIsNumber = isDigit(index + 1) || (digits > 0 && isNumPyPoint(index))
            if pointIsNumber {
                hasPoint = true
                index += 1
                while isDigit(index) {
                    index += 1
                    digits += 1
                }
            }
        }
        guard digits > 0 else { return nil }
        if let letter = byte(index), letter | 0x20 == UInt8(ascii: "e") {
            var end = index + 1
            if byte(end) == UInt8(ascii: "-") || byte(end) == UInt8(ascii: "+") { end += 1 }
            if isDigit(end) {
                while isDigit(end) { end += 1 }
                index = end
                hasPoint = true
            }
        }
        if hasPoint, byte(index) == UInt8(ascii: "."), isDigit(index + 1) { return nil }
        if !hasPoint, isLetter(index) { return nil }
        return index
    }

    /// Whether a point without digits behind it belongs to the number before it, as NumPy prints: `[0. 1.]`, `1.e-05`.
    private func isNumPyPoint(_ point: Int) -> Bool {
        guard let next = byte(point + 1) else { return false }
        if next == UInt8(ascii: "e") {
            let sign = byte(point + 2)
            return isDigit(point + 2)
                || ((sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+")) && isDigit(point + 3))
        }
        return " ,])".utf8.contains(next)
    }

    private func number(until end: Int) -> NumericText.Number? {
        let text = String(decoding: bytes[offset..<end], as: UTF8.self)
        guard let value = Double(text.hasSuffix(".") ? text + "0" : text.replacingPoint()) else { return nil }
        let point = text.utf8.firstIndex(of: UInt8(ascii: "."))
        let hasExponent = value.isFinite && text.utf8.contains { $0 | 0x20 == UInt8(ascii: "e") }
        var decimals: Int?
        if let point, !hasExponent { decimals = text.utf8.distance(from: point, to: text.utf8.endIndex) - 1 }
        return NumericText.Number(
            text: text, value: value, isInteger: point == nil && !hasExponent && value.isFinite, decimals: decimals)
    }

    /// Steps over what begins here and is no number: one byte, or all of a chain of digits, points and letters.
    private mutating func skipWord() {
        guard isDigit(offset) else {
            offset += 1
            return
        }
        while isWordPart(offset) || (byte(offset) == UInt8(ascii: ".") && isDigit(offset + 1)) { offset += 1 }
    }

    private mutating func endWord() {
        var word = bytes[wordStart..<offset]
        let followsNumber = !found.isEmpty
        let precedesNumber = offset < bytes.count
        wordStart = offset
        let space = UInt8(ascii: " ")
        if followsNumber, word.first == space {
            word = word.drop { $0 == space }
            let isBracket = word.first == UInt8(ascii: "]") || word.first == UInt8(ascii: ")")
            if !isBracket { word = [space] + word }
        }
        if precedesNumber, word.last == space {
            let kept = word.reversed().drop { $0 == space }.reversed()
            let isBracket = kept.last == UInt8(ascii: "[") || kept.last == UInt8(ascii: "(")
            word = kept + (isBracket ? [] : [space])
        }
        if !word.isEmpty { found.append(.word(String(decoding: word, as: UTF8.self))) }
    }
}

extension String {
    /// `0.e5` with the digit that Swift wants behind the point.
    fileprivate func replacingPoint() -> String {
        guard let point = utf8.firstIndex(of: UInt8(ascii: ".")) else { return self }
        let next = utf8.index(after: point)
        let isBare = next < utf8.endIndex && utf8[next] | 0x20 == UInt8(ascii: "e")
        return isBare ? String(self[..<next]) + "0" + String(self[next...]) : self
    }
}
