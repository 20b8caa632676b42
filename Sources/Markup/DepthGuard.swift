import Diagnostics

/// Keeps libcmark from work that grows with the square of the text: lines that open containers without end, which cost
/// every line after them their number, and images' brackets that nothing closes, which every link looks back at. A
/// marker beside what is too much makes text of it.
struct DepthGuard {
    /// More than ``BlockBuilder/deepest``, beyond which containers are left out anyway.
    static let mostContainers = 96
    static let mostBrackets = 500

    private(set) var edits: [SourceScan.Edit] = []

    init(_ bytes: [UInt8], from start: Int, marker: [UInt8]) {
        var index = start
        var brackets = 0
        var containers = 0
        var isPrefix = true
        while index < bytes.count {
            let byte = bytes[index]
            let next = index + 1 < bytes.count ? bytes[index + 1] : 0x0A
            switch byte {
            case 0x0A, 0x0D:
                if isPrefix { brackets = 0 }
                isPrefix = true
                containers = 0
            case 0x20, 0x09: break
            case 0x3E where isPrefix: count(&containers, at: index, marker)
            case 0x2A, 0x2B, 0x2D, 0x2E, 0x29:
                if isPrefix, Self.isBlank(next) { count(&containers, at: index, marker) } else { isPrefix = false }
            case 0x30...0x39: break
            case 0x5C:
                isPrefix = false
                if CharacterClass.isASCIIPunctuation(next) { index += 1 }
            case 0x5B:
                isPrefix = false
                brackets += 1
                if brackets > Self.mostBrackets, index > start, bytes[index - 1] == 0x21 {
                    edits.append(SourceScan.Edit(range: SourceRange(at: index), replacement: marker))
                }
            case 0x5D:
                isPrefix = false
                brackets = max(0, brackets - 1)
            default: isPrefix = false
            }
            index += 1
        }
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

    private mutating func count(_ containers: inout Int, at index: Int, _ marker: [UInt8]) {
        containers += 1
        // Once a line: what follows is text.
        if containers == Self.mostContainers + 1 {
            edits.append(SourceScan.Edit(range: SourceRange(at: index), replacement: marker))
        }
    }
}
