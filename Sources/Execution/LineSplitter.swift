/// Bytes as they come, as whole lines.
package struct LineSplitter {
    private var pending: [UInt8] = []

    /// What stands behind the last line break.
    package var rest: [UInt8]? { pending.isEmpty ? nil : pending }

    package init() {}

    package mutating func add(_ bytes: [UInt8]) -> [[UInt8]] {
        var lines: [[UInt8]] = []
        var start = bytes.startIndex
        while let end = bytes[start...].firstIndex(of: 0x0A) {
            lines.append(pending + bytes[start..<end])
            pending = []
            start = end + 1
        }
        pending += bytes[start...]
        return lines
    }
}
