import Foundation

/// Sets of characters. In registers: which set, whether it is inverted, and the members as text; a set made of two others
/// has these written down as its members.
extension Intrinsic {
    static let characterSets: [Intrinsic] = [
        // contains(_ self: CharacterSet, _ member: UnicodeScalar) -> Bool
        Intrinsic("characterSet.contains") { frame in
            let set = try characterSet(&frame)
            let scalar = Unicode.Scalar(UInt32(truncatingIfNeeded: frame.readWord()))
            frame.beginResults()
            frame.write(scalar.map(set.contains) ?? false)
        },
        combining("union"), combining("intersection"), combining("subtracting"),
    ]

    private static let combination = 12

    private static func combining(_ name: String) -> Intrinsic {
        Intrinsic("characterSet." + name) { frame in
            let parts = (0..<2).map { _ in written(frame.readWord(), frame.readWord() != 0, frame.read(String.self)) }
            frame.beginResults()
            frame.writeWord(combination)
            frame.writeWord(0)
            frame.write(name.prefix(1) + parts[0] + parts[1])
        }
    }

    private static func written(_ kind: Int, _ isInverted: Bool, _ members: String) -> String {
        "\(kind),\(isInverted ? 1 : 0),\(members.unicodeScalars.count):" + members
    }

    static func characterSet(_ frame: inout HostFrame) throws -> CharacterSet {
        try characterSet(frame.readWord(), frame.readWord() != 0, frame.read(String.self))
    }

    private static func characterSet(_ kind: Int, _ isInverted: Bool, _ members: String) throws -> CharacterSet {
        let set: CharacterSet =
            switch kind {
            case 0: .whitespaces
            case 1: .whitespacesAndNewlines
            case 2: .newlines
            case 3: .punctuationCharacters
            case 4: .letters
            case 5: .decimalDigits
            case 6: .alphanumerics
            case 8: .symbols
            case 9: .uppercaseLetters
            case 10: .lowercaseLetters
            case 11: .controlCharacters
            case combination: try combined(members)
            default: CharacterSet(charactersIn: members)
            }
        return isInverted ? set.inverted : set
    }

    private static func combined(_ text: String) throws -> CharacterSet {
        var rest = text.unicodeScalars.dropFirst()
        func part() throws -> CharacterSet {
            guard let colon = rest.firstIndex(of: ":") else { throw Trap(.unreachable) }
            let fields = rest[..<colon].split(separator: ",").compactMap { Int(String($0)) }
            rest = rest[rest.index(after: colon)...]
            let members = String(String.UnicodeScalarView(rest.prefix(fields[2])))
            rest = rest.dropFirst(fields[2])
            return try characterSet(fields[0], fields[1] != 0, members)
        }
        let (a, b) = (try part(), try part())
        return switch text.first {
        case "u": a.union(b)
        case "i": a.intersection(b)
        default: a.subtracting(b)
        }
    }
}
