/// Values as their types say: taken apart, printed as Swift prints them, compared.

extension Slots {
    /// The parts of a compound value with their types: elements of tuples and arrays, the wrapped value of an optional,
    /// the bounds of a range. Empty for others, and for nil.
    func parts(of type: RuntimeType) -> [(slots: Slots, type: RuntimeType)] {
        switch type {
        case .tuple(let elements): split(elements.map(\.type))
        case .optional(let wrapped):
            if wrapped.isPlainReference {
                refs[0] == nil ? [] : [(self, wrapped)]
            } else {
                bits[0] == 0 ? [] : [(Slots(bits: Array(bits.dropFirst()), refs: refs), wrapped)]
            }
        case .array(let element):
            Bytecode.array(refs[0]).elements.map { ($0, element) }
        case .range: bits.map { (Slots(bits: [$0], refs: []), .int) }
        case .existential:
            {
                let box = unsafeDowncast(refs[0].unsafelyUnwrapped, to: AnyObjectBox.self)
                return [(Slots(bits: box.bits, refs: box.refs), box.type)]
            }()
        default: []
        }
    }

    private func split(_ types: [RuntimeType]) -> [(slots: Slots, type: RuntimeType)] {
        var (bit, ref) = (0, 0)
        return types.map { type in
            let layout = type.layout
            defer {
                bit += layout.bits
                ref += layout.refs
            }
            return (
                Slots(bits: Array(bits[bit..<bit + layout.bits]), refs: Array(refs[ref..<ref + layout.refs])), type
            )
        }
    }

    /// What `print` writes, or what stands inside a printed collection (`debug`).
    package func describe(_ type: RuntimeType, debug: Bool = false) -> String {
        switch type {
        case .void: return "()"
        case .int: return String(bits[0])
        case .double: return double(bits[0]).description
        case .bool: return bits[0] != 0 ? "true" : "false"
        case .string: return debug ? string(refs[0]).debugDescription : string(refs[0])
        case .character: return debug ? Character(string(refs[0])).debugDescription : string(refs[0])
        case .array:
            return "[" + parts(of: type).map { $0.slots.describe($0.type, debug: true) }.joined(separator: ", ") + "]"
        case .dictionary(let key, let value):
            let object = dictionary(refs[0])
            if object.count == 0 { return "[:]" }
            let entries = zip(object.keys, object.values).map {
                "\($0.describe(key, debug: true)): \($1.describe(value, debug: true))"
            }
            return "[" + entries.joined(separator: ", ") + "]"
        case .optional:
            guard let part = parts(of: type).first else { return "nil" }
            return "Optional(" + part.slots.describe(part.type, debug: true) + ")"
        case .tuple(let elements):
            let items = zip(elements, parts(of: type)).map { element, part in
                (element.label.map { $0 + ": " } ?? "") + part.slots.describe(part.type, debug: true)
            }
            return "(" + items.joined(separator: ", ") + ")"
        case .range(let kind):
            switch kind {
            case .halfOpen: return "\(bits[0])..<\(bits[1])"
            case .closed: return "\(bits[0])...\(bits[1])"
            case .from: return "PartialRangeFrom<Int>(lowerBound: \(bits[0]))"
            case .upTo: return "PartialRangeUpTo<Int>(upperBound: \(bits[0]))"
            case .through: return "PartialRangeThrough<Int>(upperBound: \(bits[0]))"
            }
        case .host:
            let value = unsafeDowncast(refs[0].unsafelyUnwrapped, to: HostObject.self).anyValue
            return debug ? String(reflecting: value) : String(describing: value)
        case .function: return "(Function)"
        case .existential:
            let part = parts(of: type)[0]
            return part.slots.describe(part.type, debug: debug)
        }
    }

    /// Equality as Swift's synthesized `==` has it; both values have the type.
    func equals(_ other: Slots, _ type: RuntimeType) -> Bool {
        switch type {
        case .double: double(bits[0]) == double(other.bits[0])
        case .string, .character: string(refs[0]) == string(other.refs[0])
        case .tuple, .array, .optional:
            {
                let (mine, theirs) = (parts(of: type), other.parts(of: type))
                return mine.count == theirs.count
                    && zip(mine, theirs).allSatisfy { $0.slots.equals($1.slots, $0.type) }
            }()
        case .dictionary(_, let value):
            {
                let (mine, theirs) = (dictionary(refs[0]), dictionary(other.refs[0]))
                return mine.count == theirs.count
                    && zip(mine.keys, mine.values).allSatisfy { theirs.get($0)?.equals($1, value) ?? false }
            }()
        case .host:
            {
                let mine = unsafeDowncast(refs[0].unsafelyUnwrapped, to: HostObject.self).anyValue
                let theirs = unsafeDowncast(other.refs[0].unsafelyUnwrapped, to: HostObject.self).anyValue
                guard let mine = mine as? any Equatable else { return false }
                return isEqual(mine, theirs)
            }()
        default: bits == other.bits && zip(refs, other.refs).allSatisfy { $0 === $1 }
        }
    }

    /// `<` of integers, doubles, strings, and tuples of them.
    func isLess(than other: Slots, _ type: RuntimeType) -> Bool {
        switch type {
        case .double: return double(bits[0]) < double(other.bits[0])
        case .string, .character: return string(refs[0]) < string(other.refs[0])
        case .tuple:
            for (mine, theirs) in zip(parts(of: type), other.parts(of: type)) {
                if mine.slots.isLess(than: theirs.slots, mine.type) { return true }
                if theirs.slots.isLess(than: mine.slots, mine.type) { return false }
            }
            return false
        default: return bits[0] < other.bits[0]
        }
    }
}

private func isEqual<T: Equatable>(_ a: T, _ b: Any) -> Bool { (b as? T).map { a == $0 } ?? false }

extension ArrayObject {
    /// The elements, each with its own registers.
    var elements: [Slots] {
        (0..<count).map { index in
            Slots(
                bits: Array(bits[index * layout.bits..<(index + 1) * layout.bits]),
                refs: Array(refs[index * layout.refs..<(index + 1) * layout.refs]))
        }
    }

    func append(_ slots: Slots) {
        bits += slots.bits
        refs += slots.refs
        count += 1
    }
}

extension AnyObjectBox {
    package var slots: Slots { Slots(bits: bits, refs: refs) }

    /// The value as Swift's own: numbers, text, ranges, arrays of them, library values; others as what they print.
    package func bridged(_ machine: Machine) -> Any {
        func read<T: Bridged>(_ type: T.Type) -> Any {
            var copy = slots
            return copy.withFrame(machine) { $0.read(type) }
        }
        switch type {
        case .int: return read(Int.self)
        case .double: return read(Double.self)
        case .bool: return read(Bool.self)
        case .string: return read(String.self)
        case .character: return read(Character.self)
        case .array(.int): return read([Int].self)
        case .array(.double): return read([Double].self)
        case .array(.string): return read([String].self)
        case .range(.halfOpen): return read(Range<Int>.self)
        case .range(.closed): return read(ClosedRange<Int>.self)
        case .range(.from): return read(PartialRangeFrom<Int>.self)
        case .range(.upTo): return read(PartialRangeUpTo<Int>.self)
        case .range(.through): return read(PartialRangeThrough<Int>.self)
        case .host: return unsafeDowncast(refs[0].unsafelyUnwrapped, to: HostObject.self).anyValue
        case .existential: return unsafeDowncast(refs[0].unsafelyUnwrapped, to: AnyObjectBox.self).bridged(machine)
        default:
            return DescribedValue(
                description: slots.describe(type), debugDescription: slots.describe(type, debug: true))
        }
    }
}

/// A value that the library can only print: what cells can build and Swift has no one type for.
package struct DescribedValue: CustomStringConvertible, CustomDebugStringConvertible {
    package let description: String
    package let debugDescription: String
}

extension AnyObjectBox {
    convenience init<Value: HostedValue>(hosting value: Value) {
        self.init(type: Value.runtimeType, bits: [], refs: [Hosted(value)])
    }
}

extension AnyObjectBox: Bridged {
    package static var runtimeType: RuntimeType { .existential }
    package convenience init(from frame: inout HostFrame) {
        let box = unsafeDowncast(frame.readObject().unsafelyUnwrapped, to: AnyObjectBox.self)
        self.init(type: box.type, bits: box.bits, refs: box.refs)
    }
    package func write(to frame: inout HostFrame) { frame.writeObject(self) }
}
