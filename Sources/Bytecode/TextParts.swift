extension Substring {
    /// The parts between occurrences of a text, as Swift's `split`.
    func parts(between separator: String, maxSplits: Int, omittingEmpty: Bool) -> ArrayObject {
        if maxSplits == .max, let parts = plainParts(between: separator, omittingEmpty) { return parts }
        let parts = split(separator: separator, maxSplits: maxSplits, omittingEmptySubsequences: omittingEmpty)
        return ArrayObject(references: parts.map(SubstringObject.init))
    }

    /// The same, found among the bytes: right where no character of text and separator can join with its neighbours;
    /// elsewhere `nil`.
    private func plainParts(between separator: String, _ omittingEmpty: Bool) -> ArrayObject? {
        var (text, separator) = (self, separator)
        let ends: [Int]? = separator.withUTF8 { wanted in
            // A carriage return joins with a line feed behind it.
            if wanted.isEmpty || !TextHash.isComposed(wanted) || wanted.contains(0x0D) { return nil }
            return text.withUTF8 { bytes in
                if !TextHash.isComposed(bytes) || wanted.contains(0x0A) && bytes.contains(0x0D) { return nil }
                return Self.ends(bytes, wanted, omittingEmpty)
            }
        }
        guard let ends else { return nil }
        // Positions of the base's: the separators and this text lie in it.
        let base = base
        let start = base.utf8.distance(from: base.startIndex, to: startIndex)
        let result = ArrayObject(layout: Layout(0, 1))
        guard result.makeRoom(for: ends.count / 2) else {
            Heap.isExhausted = true
            return result
        }
        var index = 0
        while index < ends.count {
            result.append(SubstringObject(base, start + ends[index]..<start + ends[index + 1]))
            index += 2
        }
        return result
    }

    /// Where the parts begin and end, in turns.
    private static func ends(
        _ bytes: UnsafeBufferPointer<UInt8>, _ separator: UnsafeBufferPointer<UInt8>, _ omittingEmpty: Bool
    ) -> [Int] {
        var ends: [Int] = []
        var (start, offset) = (0, 0)
        let last = bytes.count - separator.count
        while offset <= last {
            if bytes[offset] == separator[0],
                (1..<separator.count).allSatisfy({ bytes[offset + $0] == separator[$0] })
            {
                if offset > start || !omittingEmpty {
                    ends.append(start)
                    ends.append(offset)
                }
                offset += separator.count
                start = offset
            } else {
                offset += 1
            }
        }
        if start < bytes.count || !omittingEmpty {
            ends.append(start)
            ends.append(bytes.count)
        }
        return ends
    }
}
