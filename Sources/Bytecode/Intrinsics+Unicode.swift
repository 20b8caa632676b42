import Foundation

/// Texts by their scalars and code units, decoding, and comparison as Foundation has it.
extension Intrinsic {
    static let unicode: [Intrinsic] = [
        Intrinsic("string.ofScalars") { frame in
            let values = frame.read([Int].self)
            var view = String.UnicodeScalarView()
            for value in values { view.append(Unicode.Scalar(UInt32(truncatingIfNeeded: value)) ?? "\u{FFFD}") }
            frame.beginResults()
            frame.write(String(view))
        },
        Intrinsic("string.decodingUTF8") { frame in
            let text = String(decoding: frame.read([Int].self).map { UInt8(truncatingIfNeeded: $0) }, as: UTF8.self)
            frame.beginResults()
            frame.write(text)
        },
        Intrinsic("string.decodingUTF16") { frame in
            let text = String(decoding: frame.read([Int].self).map { UInt16(truncatingIfNeeded: $0) }, as: UTF16.self)
            frame.beginResults()
            frame.write(text)
        },
        Intrinsic("scalars.at") { frame in
            let text = frame.read(String.self)
            let index = try scalarIndex(frame.readWord(), text)
            guard index < text.endIndex else { throw Trap(.invalidIndex) }
            frame.beginResults()
            frame.writeWord(Int(text.unicodeScalars[index].value))
        },
        Intrinsic("scalars.after") { frame in
            let text = frame.read(String.self)
            let index = try scalarIndex(frame.readWord(), text)
            guard index < text.endIndex else { throw Trap(.invalidIndex) }
            frame.beginResults()
            frame.writeWord(text.utf8.distance(from: text.startIndex, to: text.unicodeScalars.index(after: index)))
        },
        Intrinsic("scalars.before") { frame in
            let text = frame.read(String.self)
            let index = try scalarIndex(frame.readWord(), text)
            guard index > text.startIndex else { throw Trap(.invalidIndex) }
            frame.beginResults()
            frame.writeWord(text.utf8.distance(from: text.startIndex, to: text.unicodeScalars.index(before: index)))
        },
        Intrinsic("substring.base") { frame in
            let text = substring(frame.readObject()).base
            frame.beginResults()
            frame.write(text)
        },
        // range(of:) in a part of a text -> Range<String.Index>?: tag and two positions in the whole
        Intrinsic("substring.range") { frame in
            let text = substring(frame.readObject())
            let found = text.range(of: frame.read(String.self))
            let base = text.base.utf8
            frame.beginResults()
            frame.writeWord(found == nil ? 0 : 1)
            frame.writeWord(found.map { base.distance(from: base.startIndex, to: $0.lowerBound) } ?? 0)
            frame.writeWord(found.map { base.distance(from: base.startIndex, to: $0.upperBound) } ?? 0)
        },
        // __order(_ a: String, _ b: String, _ options: Int) -> Int: below zero, zero, above
        Intrinsic("string.compare") { frame in
            let (a, b) = (frame.read(String.self), frame.read(String.self))
            let order = frame.readWord() == 1 ? a.caseInsensitiveCompare(b) : a.compare(b)
            frame.beginResults()
            frame.writeWord(order.rawValue)
        },
        Intrinsic("anyHashable.equal") { frame in
            let (a, b) = (anyBox(frame.readObject()), anyBox(frame.readObject()))
            frame.beginResults()
            frame.write(number(a).flatMap { a in number(b).map { a == $0 } } ?? a.slots.equals(b.slots, a.type, b.type))
        },
        Intrinsic("anyHashable.hash") { frame in
            let box = anyBox(frame.readObject())
            frame.beginResults()
            frame.writeWord(number(box)?.hashValue ?? Key(box.slots, box.type).hashValue)
        },
    ]

    private static func scalarIndex(_ position: Int, _ text: String) throws -> String.Index {
        guard position >= 0, position <= text.utf8.count else { throw Trap(.invalidIndex, "\(position)") }
        return text.utf8.index(text.startIndex, offsetBy: position)
    }

    /// A number in a box as a value that compares across types, as numbers in `AnyHashable` do.
    private static func number(_ box: AnyObjectBox) -> AnyHashable? {
        switch box.type {
        case .int: AnyHashable(box.bits[0])
        case .integer(let kind) where kind.isWideUnsigned: AnyHashable(UInt(bitPattern: box.bits[0]))
        case .integer: AnyHashable(box.bits[0])
        case .double: AnyHashable(double(box.bits[0]))
        case .float: AnyHashable(float(box.bits[0]))
        default: nil
        }
    }
}

extension Slots {
    fileprivate func equals(_ other: Slots, _ type: RuntimeType, _ otherType: RuntimeType) -> Bool {
        type == otherType && equals(other, type)
    }
}
