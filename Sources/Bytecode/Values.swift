/// Values as their types say: taken apart, printed as Swift prints them, compared.

extension Slots {
    /// The parts of a compound value with their types: elements of tuples and arrays, the wrapped value of an optional,
    /// stored properties, the payload of a case. Empty for others, and for nil.
    func parts(of type: RuntimeType) -> [(slots: Slots, type: RuntimeType)] {
        switch type {
        case .tuple(let elements): return split(elements.map(\.type))
        case .optional(let wrapped):
            if wrapped.isPlainReference { return refs[0] == nil ? [] : [(self, wrapped)] }
            return bits[0] == 0 ? [] : [(Slots(bits: Array(bits.dropFirst()), refs: refs), wrapped)]
        case .array(let element): return Bytecode.array(refs[0]).elements.map { ($0, element) }
        case .range: return bits.map { (Slots(bits: [$0], refs: []), .int) }
        case .existential:
            let box = anyBox(refs[0])
            return [(Slots(bits: box.bits, refs: box.refs), box.type)]
        case .nominal(let info):
            switch info.kind {
            case .struct: return split(info.fields.map(\.type))
            case .enum: return payload(of: info)
            case .class: return []
            }
        default: return []
        }
    }

    /// The payload of an enum's case.
    private func payload(of info: NominalInfo) -> [(slots: Slots, type: RuntimeType)] {
        let element = info.cases[bits[0]]
        let types = element.payload.map(\.type)
        if types.isEmpty { return [] }
        if element.isIndirect {
            let layout = types.reduce(Layout(0, 0)) { $0 + $1.layout }
            return record(refs[0]).slots(layout).split(types)
        }
        return Slots(bits: Array(bits.dropFirst()), refs: refs).split(types)
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
        case .integer(let kind): return kind.isWideUnsigned ? String(UInt(bitPattern: bits[0])) : String(bits[0])
        case .double: return double(bits[0]).description
        case .float: return float(bits[0]).description
        case .bool: return bits[0] != 0 ? "true" : "false"
        case .string: return debug ? string(refs[0]).debugDescription : string(refs[0])
        case .substring: return debug ? substring(refs[0]).debugDescription : substringObject(refs[0]).string
        case .stringIndex: return "Index(\(bits[0]))"
        case .character: return debug ? Character(string(refs[0])).debugDescription : string(refs[0])
        case .array:
            return "[" + parts(of: type).map { $0.slots.describe($0.type, debug: true) }.joined(separator: ", ") + "]"
        case .set(let element):
            let items = dictionary(refs[0]).keys.map { $0.describe(element, debug: true) }.joined(separator: ", ")
            return debug ? "Set([\(items)])" : "[\(items)]"
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
            case .halfOpen: return debug ? "Range(\(bits[0])..<\(bits[1]))" : "\(bits[0])..<\(bits[1])"
            case .closed: return debug ? "ClosedRange(\(bits[0])...\(bits[1]))" : "\(bits[0])...\(bits[1])"
            case .from: return "PartialRangeFrom<Int>(lowerBound: \(bits[0]))"
            case .upTo: return "PartialRangeUpTo<Int>(upperBound: \(bits[0]))"
            case .through: return "PartialRangeThrough<Int>(upperBound: \(bits[0]))"
            }
        case .nominal(let info): return describe(info, debug)
        case .host:
            let value = unsafeDowncast(refs[0].unsafelyUnwrapped, to: HostObject.self).anyValue
            return debug ? String(reflecting: value) : String(describing: value)
        case .function: return "(Function)"
        case .metatype:
            guard let type = Machine.current?.runtimeType(bits[0]) else { return "Type" }
            return debug ? type.qualifiedName : type.name
        case .existential:
            let part = parts(of: type)[0]
            return part.slots.describe(part.type, debug: debug)
        }
    }

    /// A value of a struct, enum or class: by its own description, else by its parts.
    private func describe(_ static: NominalInfo, _ debug: Bool) -> String {
        var info = `static`
        if info.kind == .class, let own = record(refs[0]).info { info = own }
        if let function = debug ? info.debugDescription ?? info.description : info.description ?? info.debugDescription,
            let machine = Machine.current, let result = try? machine.invoke(function, [self])
        {
            return string(result.refs[0])
        }
        switch info.kind {
        case .class: return RuntimeType.nominal(info).qualifiedName
        case .struct:
            let items = zip(info.fields, parts(of: .nominal(info))).map {
                "\($0.name): \($1.slots.describe($1.type, debug: true))"
            }
            let name = debug ? RuntimeType.nominal(info).qualifiedName : info.name
            return name + "(" + items.joined(separator: ", ") + ")"
        case .enum:
            let element = info.cases[bits[0]]
            let name = debug ? RuntimeType.nominal(info).qualifiedName + "." + element.name : element.name
            if element.payload.isEmpty { return name }
            // One tuple without a label prints as the payload itself.
            if element.payload.count == 1, element.payload[0].label == nil, case .tuple = element.payload[0].type,
                let only = parts(of: .nominal(info)).first
            {
                return name + only.slots.describe(only.type, debug: true)
            }
            let items = zip(element.payload, parts(of: .nominal(info))).map {
                ($0.label.map { $0 + ": " } ?? "") + $1.slots.describe($1.type, debug: true)
            }
            return name + "(" + items.joined(separator: ", ") + ")"
        }
    }

    /// The name of a value's own type.
    func typeName(_ type: RuntimeType) -> String {
        switch type {
        case .existential: anyBox(refs[0]).slots.typeName(anyBox(refs[0]).type)
        case .nominal(let info) where info.kind == .class: record(refs[0]).info?.name ?? info.name
        case .host:
            "\(Swift.type(of: unsafeDowncast(refs[0].unsafelyUnwrapped, to: HostObject.self).anyValue))"
        default: type.name
        }
    }

    /// Equality as Swift's synthesized `==` has it; both values have the type.
    func equals(_ other: Slots, _ type: RuntimeType) -> Bool {
        switch type {
        case .double: return double(bits[0]) == double(other.bits[0])
        case .float: return float(bits[0]) == float(other.bits[0])
        case .string, .character: return string(refs[0]) == string(other.refs[0])
        case .substring: return substring(refs[0]) == substring(other.refs[0])
        case .tuple, .array, .optional: return partsEqual(other, type)
        case .set:
            let (mine, theirs) = (dictionary(refs[0]), dictionary(other.refs[0]))
            return mine.count == theirs.count && mine.keys.allSatisfy { theirs.get($0) != nil }
        case .dictionary(_, let value):
            let (mine, theirs) = (dictionary(refs[0]), dictionary(other.refs[0]))
            return mine.count == theirs.count
                && zip(mine.keys, mine.values).allSatisfy { theirs.get($0)?.equals($1, value) ?? false }
        case .nominal(let info):
            if let function = info.equal, let machine = Machine.current,
                let result = try? machine.invoke(function, [self, other])
            {
                return result.bits[0] != 0
            }
            if info.kind == .class { return refs[0] === other.refs[0] }
            if info.kind == .enum, bits[0] != other.bits[0] { return false }
            return partsEqual(other, type)
        case .existential:
            let (mine, theirs) = (anyBox(refs[0]), anyBox(other.refs[0]))
            return mine.type == theirs.type && mine.slots.equals(theirs.slots, mine.type)
        case .host:
            let mine = unsafeDowncast(refs[0].unsafelyUnwrapped, to: HostObject.self).anyValue
            let theirs = unsafeDowncast(other.refs[0].unsafelyUnwrapped, to: HostObject.self).anyValue
            guard let mine = mine as? any Equatable else { return false }
            return isEqual(mine, theirs)
        default: return bits == other.bits && zip(refs, other.refs).allSatisfy { $0 === $1 }
        }
    }

    private func partsEqual(_ other: Slots, _ type: RuntimeType) -> Bool {
        let (mine, theirs) = (parts(of: type), other.parts(of: type))
        return mine.count == theirs.count && zip(mine, theirs).allSatisfy { $0.slots.equals($1.slots, $0.type) }
    }

    /// `<` of numbers, text, tuples of them, and types of the notebook.
    func isLess(than other: Slots, _ type: RuntimeType) -> Bool {
        switch type {
        case .double: return double(bits[0]) < double(other.bits[0])
        case .float: return float(bits[0]) < float(other.bits[0])
        case .integer(let kind):
            return kind.isWideUnsigned
                ? UInt(bitPattern: bits[0]) < UInt(bitPattern: other.bits[0]) : bits[0] < other.bits[0]
        case .string: return string(refs[0]) < string(other.refs[0])
        case .character: return Character(string(refs[0])) < Character(string(other.refs[0]))
        case .substring: return substring(refs[0]) < substring(other.refs[0])
        case .tuple:
            for (mine, theirs) in zip(parts(of: type), other.parts(of: type)) {
                if mine.slots.isLess(than: theirs.slots, mine.type) { return true }
                if theirs.slots.isLess(than: mine.slots, mine.type) { return false }
            }
            return false
        case .nominal(let info):
            if let function = info.less, let machine = Machine.current,
                let result = try? machine.invoke(function, [self, other])
            {
                return result.bits[0] != 0
            }
            // As the compiler writes it: by the order of the cases, then by what they carry.
            if info.kind != .enum || bits[0] != other.bits[0] { return info.kind == .enum && bits[0] < other.bits[0] }
            for (mine, theirs) in zip(parts(of: type), other.parts(of: type)) {
                if mine.slots.isLess(than: theirs.slots, mine.type) { return true }
                if theirs.slots.isLess(than: mine.slots, mine.type) { return false }
            }
            return false
        default: return bits[0] < other.bits[0]
        }
    }
}

extension RuntimeType {
    /// As Swift prints the type.
    package var name: String {
        switch self {
        case .void: "()"
        case .int: "Int"
        case .double: "Double"
        case .bool: "Bool"
        case .string: "String"
        case .character: "Character"
        case .integer(let kind): kind.name
        case .float: "Float"
        case .substring: "Substring"
        case .stringIndex: "Index"
        case .array(let element): "Array<\(element.name)>"
        case .dictionary(let key, let value): "Dictionary<\(key.name), \(value.name)>"
        case .set(let element): "Set<\(element.name)>"
        case .optional(let wrapped): "Optional<\(wrapped.name)>"
        case .tuple(let elements):
            "(" + elements.map { ($0.label.map { $0 + ": " } ?? "") + $0.type.name }.joined(separator: ", ") + ")"
        case .range(let kind):
            switch kind {
            case .halfOpen: "Range<Int>"
            case .closed: "ClosedRange<Int>"
            case .from: "PartialRangeFrom<Int>"
            case .upTo: "PartialRangeUpTo<Int>"
            case .through: "PartialRangeThrough<Int>"
            }
        case .nominal(let info): info.name
        case .host(let name): name
        case .function: "(Function)"
        case .existential: "Any"
        case .metatype: "Type"
        }
    }

    /// With the module's name in front, as Swift prints it for debugging.
    package var qualifiedName: String {
        switch self {
        case .nominal(let info):
            (info.isLibrary ? "Swift." : "Notebook.") + info.qualifiedPath
        case .array(let element): "Swift.Array<\(element.qualifiedName)>"
        case .dictionary(let key, let value): "Swift.Dictionary<\(key.qualifiedName), \(value.qualifiedName)>"
        case .set(let element): "Swift.Set<\(element.qualifiedName)>"
        case .optional(let wrapped): "Swift.Optional<\(wrapped.qualifiedName)>"
        case .tuple(let elements):
            "(" + elements.map { ($0.label.map { $0 + ": " } ?? "") + $0.type.qualifiedName }.joined(separator: ", ")
                + ")"
        case .existential: "Any"
        case .void: "()"
        case .host(let name): name
        default: "Swift." + name
        }
    }
}

private func isEqual<T: Equatable>(_ a: T, _ b: Any) -> Bool { (b as? T).map { a == $0 } ?? false }

extension ArrayObject {
    /// The elements, each with its own registers.
    var elements: [Slots] { (0..<count).map(slots(at:)) }
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
