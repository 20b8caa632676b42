extension String {
    /// Whether the bytes of `word` stand in the text. Unlike `contains`, takes no time over characters and their
    /// equivalences, which drawings of a hundred kilobytes feel.
    func holds(bytesOf word: StaticString) -> Bool { byteOffset(of: word) != nil }

    /// Where the bytes of `word`, which is not empty, first stand from an offset on, in UTF-8.
    func byteOffset(of word: StaticString, from start: Int = 0) -> Int? {
        let length = word.utf8CodeUnitCount
        let first = word.utf8Start[0]
        var copy = self
        return copy.withUTF8 { text in
            var index = start
            while index + length <= text.count {
                if text[index] == first, (1..<length).allSatisfy({ text[index + $0] == word.utf8Start[$0] }) {
                    return index
                }
                index += 1
            }
            return nil
        }
    }
}
