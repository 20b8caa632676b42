/// Sets of column numbers as sorted, unique lists.
package enum SortedIndices {
    /// Up to this many columns a set of bits on the stack sorts faster than comparing.
    private static let mostBits = 1 << 17

    /// Appends to `list` the sorted union of `indices` and of the part `existing` of `list`. Returns the first index
    /// that is no column, in which case nothing is appended.
    package static func appendUnion(
        of indices: [Int], existing: Range<Int>, columns: Int, to list: inout [UInt32]
    ) -> Int? {
        for index in indices where index < 0 || index >= columns { return index }
        if columns > mostBits {
            var all = Set(list[existing])
            for index in indices { all.insert(UInt32(index)) }
            list.append(contentsOf: all.sorted())
            return nil
        }
        let words = (columns + 63) / 64
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: words) { bits in
            bits.initialize(repeating: 0)
            for index in indices { bits[index &>> 6] |= 1 &<< UInt64(truncatingIfNeeded: index & 63) }
            for place in existing {
                let index = Int(list[place])
                bits[index &>> 6] |= 1 &<< UInt64(truncatingIfNeeded: index & 63)
            }
            withUnsafeTemporaryAllocation(of: UInt32.self, capacity: indices.count + existing.count) { sorted in
                var count = 0
                for word in 0..<words {
                    var rest = bits[word]
                    while rest != 0 {
                        sorted[count] = UInt32(truncatingIfNeeded: word &<< 6 &+ rest.trailingZeroBitCount)
                        count &+= 1
                        rest &= rest &- 1
                    }
                }
                list.append(contentsOf: UnsafeBufferPointer(rebasing: sorted[..<count]))
            }
        }
        return nil
    }
}
