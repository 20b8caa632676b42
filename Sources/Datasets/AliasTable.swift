package import Outputs

/// Draws indices with given weights in constant time (Walker's alias method in Vose's form). It uses only operations
/// that IEEE 754 rounds exactly, so that every machine draws the same.
package struct AliasTable: Sendable {
    private struct Entry: Sendable {
        /// Below this the entry's own index is drawn, else the alias. In 2^-32.
        var threshold: UInt32
        var alias: UInt32
    }

    private let entries: [Entry]

    /// Weights are positive and finite; there is at least one.
    package init(weights: [Double]) {
        let scale = Double(weights.count) / weights.reduce(0, +)
        var share = weights.map { $0 * scale }
        var entries = weights.indices.map { Entry(threshold: .max, alias: UInt32($0)) }
        var small = weights.indices.filter { share[$0] < 1 }
        var large = weights.indices.filter { share[$0] >= 1 }
        while let poor = small.popLast(), let rich = large.popLast() {
            entries[poor] = Entry(threshold: UInt32(share[poor] * 0x1p32), alias: UInt32(rich))
            share[rich] -= 1 - share[poor]
            if share[rich] < 1 { small.append(rich) } else { large.append(rich) }
        }
        self.entries = entries
    }

    package func draw(_ random: inout Xoshiro256) -> Int {
        let bits = random.next()
        let index = Int(((bits >> 32) * UInt64(entries.count)) >> 32)
        let entry = entries[index]
        return UInt32(truncatingIfNeeded: bits) < entry.threshold ? index : Int(entry.alias)
    }
}
