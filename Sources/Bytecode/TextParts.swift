extension Substring {
    /// The parts between occurrences of a character, as Swift's `split`.
    ///
    /// Where no character of the text can join with its neighbours, a separator of one byte is found among the bytes.
    func parts(between separator: Character, maxSplits: Int, omittingEmpty: Bool) -> [Substring] {
        guard let byte = separator.asciiValue, separator != "\r\n", byte != 0x0D else {
            return split(separator: separator, maxSplits: maxSplits, omittingEmptySubsequences: omittingEmpty)
        }
        var text = self
        let ends: [Int]? = text.withUTF8 { bytes in
            // A line feed may be half of a line end of two bytes.
            if !TextHash.isComposed(bytes) || byte == 0x0A && bytes.contains(0x0D) { return nil }
            return Self.ends(bytes, byte, maxSplits, omittingEmpty)
        }
        guard let ends else {
            return split(separator: separator, maxSplits: maxSplits, omittingEmptySubsequences: omittingEmpty)
        }
        let utf8 = utf8
        var place = utf8.startIndex
        var (position, index) = (0, 0)
        var result: [Substring] = []
        result.reserveCapacity(ends.count / 2)
        while index < ends.count {
            let lower = utf8.index(place, offsetBy: ends[index] - position)
            let upper = utf8.index(lower, offsetBy: ends[index + 1] - ends[index])
            result.append(self[lower..<upper])
            (place, position) = (upper, ends[index + 1])
            index += 2
        }
        return result
    }

    /// Where the parts begin and end, in turns.
    private static func ends(
        _ bytes: UnsafeBufferPointer<UInt8>, _ separator: UInt8, _ maxSplits: Int, _ omittingEmpty: Bool
    ) -> [Int] {
        var ends: [Int] = []
        var (start, offset) = (0, 0)
        while offset < bytes.count, ends.count / 2 < maxSplits {
            if bytes[offset] == separator {
                if offset > start || !omittingEmpty {
                    ends.append(start)
                    ends.append(offset)
                }
                start = offset + 1
            }
            offset += 1
        }
        if start < bytes.count || !omittingEmpty {
            ends.append(start)
            ends.append(bytes.count)
        }
        return ends
    }
}
