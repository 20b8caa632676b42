/// Counts of values in equal ranges.
enum Histogram {
    /// One more edge than counts.
    static func counts(_ values: [Double], bins: Int) -> (counts: [Int], edges: [Double]) {
        let finite = values.filter(\.isFinite)
        var (low, high) = (finite.min() ?? 0, finite.max() ?? 1)
        // As NumPy has it for values that are all equal.
        if low == high { (low, high) = (low - 0.5, high + 0.5) }
        let width = (high - low) / Double(bins)
        let edges = (0...bins).map { $0 == bins ? high : low + Double($0) * width }
        var counts = [Int](repeating: 0, count: bins)
        for value in finite {
            var bin = min(max(Int((value - low) / width), 0), bins - 1)
            // Rounding must not move a value over an edge.
            if value < edges[bin] { bin -= 1 } else if bin < bins - 1, value >= edges[bin + 1] { bin += 1 }
            counts[max(bin, 0)] += 1
        }
        return (counts, edges)
    }
}
