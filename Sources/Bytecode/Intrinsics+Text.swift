import Foundation

/// Texts by their characters and positions, formats, sets of characters. A position is an offset in UTF-8.
extension Intrinsic {
    private static func character(
        _ name: String, _ body: @escaping @Sendable (Character) -> some Bridged & SendableMetatype
    ) -> Intrinsic {
        Intrinsic("character." + name) { frame in
            let result = body(frame.read(Character.self))
            frame.beginResults()
            frame.write(result)
        }
    }

    static let characters: [Intrinsic] = [
        character("isLetter") { $0.isLetter }, character("isNumber") { $0.isNumber },
        character("isWhitespace") { $0.isWhitespace }, character("isNewline") { $0.isNewline },
        character("isUppercase") { $0.isUppercase }, character("isLowercase") { $0.isLowercase },
        character("isPunctuation") { $0.isPunctuation }, character("isSymbol") { $0.isSymbol },
        character("isHexDigit") { $0.isHexDigit }, character("isWholeNumber") { $0.isWholeNumber },
        character("isASCII") { $0.isASCII }, character("isCased") { $0.isCased },
        character("isMathSymbol") { $0.isMathSymbol }, character("isCurrencySymbol") { $0.isCurrencySymbol },
        character("wholeNumberValue") { $0.wholeNumberValue },
        character("hexDigitValue") { $0.hexDigitValue },
        character("asciiValue") { $0.asciiValue.map(Int.init) },
        Intrinsic("character.fromString") { frame in
            let text = frame.read(String.self)
            guard text.count == 1 else { throw Trap(.preconditionFailed, text.debugDescription) }
        },
        Intrinsic("character.fromScalar") { frame in
            let value = UInt32(truncatingIfNeeded: frame.readWord())
            let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
            frame.beginResults()
            frame.write(Character(scalar))
        },
    ]

    static let positions: [Intrinsic] =
        positioned("string") { frame in Substring(frame.read(String.self)) }
        + positioned("substring") { frame in substring(frame.readObject()) } + [
            Intrinsic("string.start") { frame in
                frame.beginResults()
                frame.writeWord(0)
            },
            Intrinsic("substring.start") { frame in
                let text = substring(frame.readObject())
                frame.beginResults()
                frame.writeWord(text.startIndex.utf16Offset(in: text.base) == 0 ? 0 : offset(text.startIndex, text))
            },
            Intrinsic("string.end") { frame in
                let text = frame.read(String.self)
                frame.beginResults()
                frame.writeWord(text.utf8.count)
            },
            Intrinsic("substring.end") { frame in
                let text = substring(frame.readObject())
                frame.beginResults()
                frame.writeWord(offset(text.endIndex, text))
            },
            Intrinsic("substring.string") { frame in
                let text = substringObject(frame.readObject()).string
                frame.beginResults()
                frame.write(text)
            },
            Intrinsic("substring.isEmpty") { frame in
                let text = substring(frame.readObject())
                frame.beginResults()
                frame.write(text.isEmpty)
            },
            Intrinsic("string.toSubstring") { frame in
                let text = frame.read(String.self)
                frame.beginResults()
                frame.writeObject(SubstringObject(Substring(text)))
            },
            Intrinsic("stringIndex.offset") { frame in
                let position = frame.readWord()
                let text = frame.read(String.self)
                let index = text.utf8.index(text.startIndex, offsetBy: min(position, text.utf8.count))
                frame.beginResults()
                frame.writeWord(index.utf16Offset(in: text))
            },
        ]

    private static func offset(_ index: String.Index, _ text: Substring) -> Int {
        text.base.utf8.distance(from: text.base.startIndex, to: index)
    }

    /// A position of a text; one outside it is an error.
    private static func index(_ position: Int, _ text: Substring) throws -> String.Index {
        let base = text.base
        guard position >= 0, position <= base.utf8.count else { throw Trap(.invalidIndex, "\(position)") }
        let index = base.utf8.index(base.startIndex, offsetBy: position)
        guard index >= text.startIndex, index <= text.endIndex else { throw Trap(.invalidIndex, "\(position)") }
        return index
    }

    private static func positioned(
        _ prefix: String, _ read: @escaping @Sendable (inout HostFrame) -> Substring
    ) -> [Intrinsic] {
        [
            Intrinsic(prefix + ".after") { frame in
                let text = read(&frame)
                let index = try index(frame.readWord(), text)
                guard index < text.endIndex else { throw Trap(.invalidIndex) }
                frame.beginResults()
                frame.writeWord(offset(text.index(after: index), text))
            },
            Intrinsic(prefix + ".before") { frame in
                let text = read(&frame)
                let index = try index(frame.readWord(), text)
                guard index > text.startIndex else { throw Trap(.invalidIndex) }
                frame.beginResults()
                frame.writeWord(offset(text.index(before: index), text))
            },
            Intrinsic(prefix + ".offset") { frame in
                let text = read(&frame)
                let start = try index(frame.readWord(), text)
                let distance = frame.readWord()
                let limit = distance < 0 ? text.startIndex : text.endIndex
                guard let result = text.index(start, offsetBy: distance, limitedBy: limit) else {
                    throw Trap(.invalidIndex)
                }
                frame.beginResults()
                frame.writeWord(offset(result, text))
            },
            Intrinsic(prefix + ".offsetLimited") { frame in
                let text = read(&frame)
                let start = try index(frame.readWord(), text)
                let distance = frame.readWord()
                let limit = try index(frame.readWord(), text)
                let bound = distance < 0 ? max(limit, text.startIndex) : min(limit, text.endIndex)
                let result = text.index(start, offsetBy: distance, limitedBy: bound).map { offset($0, text) }
                frame.beginResults()
                frame.write(result)
            },
            Intrinsic(prefix + ".distance") { frame in
                let text = read(&frame)
                let (start, end) = (try index(frame.readWord(), text), try index(frame.readWord(), text))
                frame.beginResults()
                frame.writeWord(text.distance(from: start, to: end))
            },
            Intrinsic(prefix + ".at") { frame in
                let text = read(&frame)
                let index = try index(frame.readWord(), text)
                guard index < text.endIndex else { throw Trap(.invalidIndex) }
                frame.beginResults()
                frame.write(text[index])
            },
            Intrinsic(prefix + ".slice") { frame in
                let text = read(&frame)
                let (lower, upper) = (try index(frame.readWord(), text), try index(frame.readWord(), text))
                frame.beginResults()
                frame.writeObject(SubstringObject(text[lower..<upper]))
            },
        ]
    }

    private static func text(
        _ name: String, _ body: @escaping @Sendable (String) -> some Bridged & SendableMetatype
    ) -> Intrinsic {
        Intrinsic("string." + name) { frame in
            let result = body(frame.read(String.self))
            frame.beginResults()
            frame.write(result)
        }
    }

    static let texts: [Intrinsic] = [
        text("isEmpty") { $0.isEmpty }, text("capitalized") { $0.capitalized }, text("last") { $0.last },
        text("hashValue") { $0.hashValue },
        text("scalars") { $0.unicodeScalars.map { Int($0.value) } }, text("utf8") { $0.utf8.map(Int.init) },
        text("utf16") { $0.utf16.map(Int.init) },
        text("toFloat") { text in Float(text).map { Int($0.bitPattern) } },
        Intrinsic("string.repeating") { frame in
            let (text, count) = (frame.read(String.self), frame.readWord())
            if count < 0 { throw Trap(.negativeCount, "\(count)") }
            try Heap.require(count, of: text.utf8.count)
            frame.beginResults()
            frame.write(String(repeating: text, count: count))
        },
        Intrinsic("string.ofCharacters") { frame in
            let text = String(frame.read([Character].self))
            frame.beginResults()
            frame.write(text)
        },
        // append(_ self: inout String, _ other: String)
        Intrinsic("string.append") { frame in
            let (text, other) = (frame.read(String.self), frame.read(String.self))
            try Heap.require(text.utf8.count + other.utf8.count)
            frame.beginResults()
            frame.write(text + other)
        },
        // __splitByText(_ text: Substring, _ separator: String, _ maxSplits: Int, _ omitsEmpty: Bool) -> [Substring]
        Intrinsic("string.splitText") { frame in
            let text = substring(frame.readObject())
            let separator = frame.read(String.self)
            let (maxSplits, omittingEmpty) = (frame.readWord(), frame.read(Bool.self))
            let parts = text.parts(between: separator, maxSplits: maxSplits, omittingEmpty: omittingEmpty)
            frame.beginResults()
            frame.writeObject(parts)
        },
        // __replaced(_ text: String, _ target: String, _ replacement: String, _ most: Int) -> String
        Intrinsic("string.replacing") { frame in
            let (text, target) = (frame.read(String.self), frame.read(String.self))
            let (replacement, most) = (frame.read(String.self), frame.readWord())
            let result =
                target.isEmpty
                ? text
                : most == Int.max
                    ? text.replacingOccurrences(of: target, with: replacement)
                    : text.replacing(target, with: replacement, maxReplacements: max(0, most))
            frame.beginResults()
            frame.write(result)
        },
        Intrinsic("string.components") { frame in
            let (text, separator) = (frame.read(String.self), frame.read(String.self))
            frame.beginResults()
            frame.write(text.components(separatedBy: separator))
        },
        Intrinsic("string.componentsOf") { frame in
            let text = frame.read(String.self)
            let set = try characterSet(&frame)
            frame.beginResults()
            frame.write(text.components(separatedBy: set))
        },
        Intrinsic("string.trimming") { frame in
            let text = frame.read(String.self)
            let set = try characterSet(&frame)
            frame.beginResults()
            frame.write(text.trimmingCharacters(in: set))
        },
        Intrinsic("string.padding") { frame in
            let (text, length) = (frame.read(String.self), frame.readWord())
            let (pad, start) = (frame.read(String.self), frame.readWord())
            if length < 0 || pad.isEmpty { throw Trap(.negativeCount, "\(length)") }
            try Heap.require(length, of: 4)
            frame.beginResults()
            frame.write(text.padding(toLength: length, withPad: pad, startingAt: start))
        },
        // String(format: String, _ arguments: any CVarArg...)
        Intrinsic("string.format") { frame in
            let format = frame.read(String.self)
            let values = array(frame.readObject()).refs.map { anyBox($0) }
            let text = try formatted(format, values)
            frame.beginResults()
            frame.write(text)
        },
    ]

    /// Formats one directive at a time, so that a directive without its value, or with one of another kind, is an error
    /// and not memory read at random. `%2$@` takes the value at its position, `*` a width or precision from the values.
    private static func formatted(_ format: String, _ values: [AnyObjectBox]) throws -> String {
        var result = ""
        var rest = Substring(format)
        var next = 0
        func take(_ position: Int?) throws -> AnyObjectBox {
            let index = position.map { $0 - 1 } ?? next
            if position == nil { next += 1 }
            guard values.indices.contains(index) else { throw Trap(.preconditionFailed, format.debugDescription) }
            return values[index]
        }
        while let percent = rest.firstIndex(of: "%") {
            result += rest[..<percent]
            var end = rest.index(after: percent)
            while end < rest.endIndex, "0123456789.+- #'lhqzjt*$".contains(rest[end]) { end = rest.index(after: end) }
            guard end < rest.endIndex else { throw Trap(.preconditionFailed, format.debugDescription) }
            let conversion = rest[end]
            var flags = rest[rest.index(after: percent)..<end].filter { !"lhqzjt".contains($0) }
            rest = rest[rest.index(after: end)...]
            if conversion == "%" {
                result += "%"
                continue
            }
            var position: Int?
            if let dollar = flags.firstIndex(of: "$") {
                position = Int(flags[..<dollar])
                guard position != nil else { throw Trap(.preconditionFailed, format.debugDescription) }
                flags = String(flags[flags.index(after: dollar)...])
            }
            while let star = flags.firstIndex(of: "*") {
                let width = try take(nil)
                guard case .int = width.type else { throw Trap(.preconditionFailed, format.debugDescription) }
                flags.replaceSubrange(star...star, with: String(width.bits[0]))
            }
            result += try formatted(flags, conversion, take(position), format)
        }
        return result + rest
    }

    private static func formatted(
        _ flags: String, _ conversion: Character, _ value: AnyObjectBox, _ format: String
    ) throws -> String {
        switch (conversion, value.type) {
        case ("d", .int), ("i", .int), ("u", .int), ("x", .int), ("X", .int), ("o", .int), ("c", .int):
            return String(format: "%\(flags)l\(conversion)", value.bits[0])
        case ("d", .integer), ("i", .integer), ("u", .integer), ("x", .integer), ("X", .integer), ("o", .integer):
            return String(format: "%\(flags)l\(conversion)", value.bits[0])
        case ("f", .double), ("F", .double), ("e", .double), ("E", .double), ("g", .double), ("G", .double),
            ("a", .double):
            return String(format: "%\(flags)\(conversion)", double(value.bits[0]))
        case ("f", .float), ("F", .float), ("e", .float), ("E", .float), ("g", .float), ("G", .float):
            return String(format: "%\(flags)\(conversion)", Double(float(value.bits[0])))
        case ("@", .string), ("@", .substring), ("@", .int), ("@", .double), ("@", .integer), ("@", .float),
            ("@", .bool):
            let text = value.type == .bool ? String(value.bits[0]) : value.slots.describe(value.type)
            return String(format: "%\(flags)@", text as NSString)
        default:
            throw Trap(.preconditionFailed, "\(format.debugDescription): %\(conversion), \(value.type.name)")
        }
    }
}
