import Digest

/// Gives out the ids of a notebook's parts: labels, or digests of the content, which stay when other parts change.
struct CellIDs {
    private var used: Set<String> = []
    private var occurrences: [String: Int] = [:]

    /// Labels come first, wherever in the notebook they stand: no digest takes a label's name.
    init(labels: some Sequence<String>) { used = Set(labels) }

    mutating func id(forLabel label: String) -> CellID { CellID(label) }

    mutating func id(forCell code: String) -> CellID { id("swift\n" + code) }

    mutating func id(forProse text: String) -> CellID { id("markdown\n" + text) }

    /// Sixteen digits of the digest and the number of the occurrence; however a file breaks its lines.
    private mutating func id(_ content: String) -> CellID {
        let digest = String(Digest.sha256(content.withLineFeeds).prefix(16))
        var occurrence = occurrences[digest, default: 0]
        repeat { occurrence += 1 } while used.contains("\(digest)-\(occurrence)")
        occurrences[digest] = occurrence
        used.insert("\(digest)-\(occurrence)")
        return CellID("\(digest)-\(occurrence)")
    }
}

extension String {
    /// With every line break a line feed.
    var withLineFeeds: String {
        guard utf8.contains(0x0D) else { return self }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(utf8.count)
        var isAfterReturn = false
        for byte in utf8 {
            if byte != 0x0A || !isAfterReturn { bytes.append(byte == 0x0D ? 0x0A : byte) }
            isAfterReturn = byte == 0x0D
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
