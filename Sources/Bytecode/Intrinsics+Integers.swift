/// Integers of all widths: conversions, parsing, bits. The type that is made comes first among a call's types.
extension Intrinsic {
    static let integers: [Intrinsic] = [
        // Self.init<T>(_ value: T)
        Intrinsic("int.convertTo") { frame in
            let (target, source) = (frame.types[0], frame.types[1])
            let value = wide(frame.readWord(), source)
            guard let word = word(value, target) else { throw Trap(.notRepresentable, "\(value), \(target.name)") }
            frame.beginResults()
            frame.writeWord(word)
        },
        // Self.init(_ value: Double)
        Intrinsic("int.fromDouble") { frame in
            let value = frame.read(Double.self).rounded(.towardZero)
            guard let whole = Int128(exactly: value), let word = word(whole, frame.types[0]) else {
                throw Trap(.notRepresentable, "\(value), \(frame.types[0].name)")
            }
            frame.beginResults()
            frame.writeWord(word)
        },
        Intrinsic("int.truncateTo") { frame in
            let result = truncated(wide(frame.readWord(), frame.types[1]), frame.types[0])
            frame.beginResults()
            frame.writeWord(result)
        },
        Intrinsic("int.clampTo") { frame in
            let value = wide(frame.readWord(), frame.types[1])
            let range = range(of: frame.types[0])
            let result = truncated(min(max(value, range.lowerBound), range.upperBound), frame.types[0])
            frame.beginResults()
            frame.writeWord(result)
        },
        // Self.init?<T>(exactly value: T)
        Intrinsic("int.exactly") { frame in
            let result = word(wide(frame.readWord(), frame.types[1]), frame.types[0])
            frame.beginResults()
            frame.write(result)
        },
        Intrinsic("int.parse") { frame in
            let result = Int128(frame.read(String.self)).flatMap { word($0, frame.types[0]) }
            frame.beginResults()
            frame.write(result)
        },
        Intrinsic("int.parseRadix") { frame in
            let (text, radix) = (frame.read(String.self), frame.readWord())
            guard (2...36).contains(radix) else { throw Trap(.preconditionFailed, "radix \(radix)") }
            let result = Int128(text, radix: radix).flatMap { word($0, frame.types[0]) }
            frame.beginResults()
            frame.write(result)
        },
        Intrinsic("string.toIntRadix") { frame in
            let (text, radix) = (frame.read(String.self), frame.readWord())
            guard (2...36).contains(radix) else { throw Trap(.preconditionFailed, "radix \(radix)") }
            frame.beginResults()
            frame.write(Int(text, radix: radix))
        },
        // String.init<T>(_ value: T, radix: Int, uppercase: Bool)
        Intrinsic("int.radix") { frame in
            let value = wide(frame.readWord(), frame.types[0])
            let radix = frame.readWord()
            guard (2...36).contains(radix) else { throw Trap(.preconditionFailed, "radix \(radix)") }
            let text = String(value, radix: radix, uppercase: frame.read(Bool.self))
            frame.beginResults()
            frame.write(text)
        },
        Intrinsic("int.toInt") { frame in
            let result = truncated(wide(frame.readWord(), frame.types[0]), .int)
            frame.beginResults()
            frame.writeWord(result)
        },
        // Double.init<T>(_ value: T)
        Intrinsic("int.toDouble") { frame in
            let value = Double(wide(frame.readWord(), frame.types[0]))
            frame.beginResults()
            frame.write(value)
        },
        Intrinsic("int.hashValue") { frame in
            let word = frame.readWord()
            frame.beginResults()
            frame.writeWord(word.hashValue)
        },
        counting("int.ones") { word, width in (word & mask(width)).nonzeroBitCount },
        counting("int.leadingZeros") { word, width in
            (UInt(bitPattern: word) & UInt(bitPattern: mask(width))).leadingZeroBitCount - (64 - width)
        },
        counting("int.trailingZeros") { word, width in
            let low = word & mask(width)
            return low == 0 ? width : low.trailingZeroBitCount
        },
        Intrinsic("int.byteSwapped") { frame in
            let word = frame.readWord()
            let swapped = word.byteSwapped >> (64 - bitWidth(frame.types[0]))
            frame.beginResults()
            frame.writeWord(truncated(Int128(swapped), frame.types[0]))
        },
        // __overflows<T>(_ a: T, _ b: T, _ operation: Int) -> Bool
        Intrinsic("int.overflows") { frame in
            let (a, b) = (wide(frame.readWord(), frame.types[0]), wide(frame.readWord(), frame.types[0]))
            let result =
                switch frame.readWord() {
                case 0: a + b
                case 1: a - b
                default: a.multipliedReportingOverflow(by: b).partialValue
                }
            frame.beginResults()
            frame.write(word(result, frame.types[0]) == nil)
        },
        Intrinsic("int.multiplyOverflows") { frame in
            let (a, b) = (frame.readWord(), frame.readWord())
            frame.beginResults()
            frame.write(a.multipliedReportingOverflow(by: b).overflow)
        },
        Intrinsic("uint64.high") { frame in
            let (a, b) = (UInt(bitPattern: frame.readWord()), UInt(bitPattern: frame.readWord()))
            frame.beginResults()
            frame.writeWord(Int(bitPattern: a.multipliedFullWidth(by: b).high))
        },
        Intrinsic("float.toDouble") { frame in
            let value = Double(float(frame.readWord()))
            frame.beginResults()
            frame.write(value)
        },
        Intrinsic("float.fromDouble") { frame in
            let value = Float(frame.read(Double.self))
            frame.beginResults()
            frame.writeWord(Bytecode.word(value))
        },
    ]

    private static func counting(_ name: String, _ body: @escaping @Sendable (Int, Int) -> Int) -> Intrinsic {
        Intrinsic(name) { frame in
            let result = body(frame.readWord(), bitWidth(frame.types.first ?? .int))
            frame.beginResults()
            frame.writeWord(result)
        }
    }

    private static func mask(_ width: Int) -> Int { width == 64 ? -1 : (1 << width) - 1 }

    private static func bitWidth(_ type: RuntimeType) -> Int {
        if case .integer(let kind) = type { kind.bitWidth } else { 64 }
    }

    /// The value of an integer of any type.
    static func wide(_ word: Int, _ type: RuntimeType) -> Int128 {
        if case .integer(let kind) = type, kind.isWideUnsigned { Int128(UInt(bitPattern: word)) } else { Int128(word) }
    }

    private static func range(of type: RuntimeType) -> ClosedRange<Int128> {
        guard case .integer(let kind) = type else { return Int128(Int.min)...Int128(Int.max) }
        let one: Int128 = 1
        return kind.isSigned
            ? -(one << (kind.bitWidth - 1))...(one << (kind.bitWidth - 1)) - 1 : 0...(one << kind.bitWidth) - 1
    }

    /// The word of a value in a type; `nil` when it does not fit.
    static func word(_ value: Int128, _ type: RuntimeType) -> Int? {
        range(of: type).contains(value) ? truncated(value, type) : nil
    }

    private static func truncated(_ value: Int128, _ type: RuntimeType) -> Int {
        let low = Int(truncatingIfNeeded: value)
        if case .integer(let kind) = type { return kind.truncated(low) }
        return low
    }
}
