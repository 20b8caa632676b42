package import Keeping

/// How the values of globals are written: every global's registers, then each object that they lead to, once, under a
/// number that references to it give. Numbers are given when an object is first met, so that long chains and cycles
/// need no deep calls.
enum KeptObject: Int {
    case end, string, substring, array, dictionary, record, box, host
}

extension Machine {
    /// Writes the values of some globals with all that they lead to.
    ///
    /// Throws ``KeepingError/unkeepable(_:)`` where there is a closure, a type as a value, or an object of the library that
    /// cannot be kept, and what the writer throws.
    package func keep(_ globals: [Int], in writer: KeptWriter, _ code: CodeText) throws {
        let graph = GraphWriter(writer, code)
        try writer.list(globals) { index in
            let global = program.globalTable[index]
            try writer.string(code.globalNames[index])
            try writer.string(code.name(of: global.type))
            try graph.check(global.type)
            let value = value(of: global)
            try writer.array(value.bits)
            try graph.references(value.refs)
        }
        try graph.writeObjects()
    }
}

private final class GraphWriter {
    private let writer: KeptWriter
    private let code: CodeText
    private var numbers: [ObjectIdentifier: Int32] = [:]
    /// By their numbers, from 1.
    private var objects: [AnyObject] = []
    private var checked: Set<RuntimeType> = []

    init(_ writer: KeptWriter, _ code: CodeText) {
        self.writer = writer
        self.code = code
    }

    /// A type as a value is a number that another notebook has for another type.
    func check(_ type: RuntimeType) throws {
        guard checked.insert(type).inserted else { return }
        if type.contains({ $0 == .metatype }) { throw KeepingError.unkeepable("type") }
    }

    func references(_ refs: some Collection<AnyObject?>) throws {
        var list: [Int32] = []
        list.reserveCapacity(refs.count)
        for object in refs { list.append(object.map(number) ?? 0) }
        try writer.array(list)
    }

    private func number(_ object: AnyObject) -> Int32 {
        if let known = numbers[ObjectIdentifier(object)] { return known }
        objects.append(object)
        numbers[ObjectIdentifier(object)] = Int32(objects.count)
        return Int32(objects.count)
    }

    func writeObjects() throws {
        var next = 0
        while next < objects.count {
            try write(objects[next])
            next += 1
        }
        try writer.int(KeptObject.end.rawValue)
    }

    private func begin(_ kind: KeptObject) throws { try writer.int(kind.rawValue) }

    private func write(_ object: AnyObject) throws {
        switch object {
        case let string as StringObject:
            try begin(.string)
            try writer.string(string.value)
        case let array as ArrayObject:
            try begin(.array)
            try write(array)
        case let host as HostObject:
            guard let value = host.anyValue as? any HostedValue, let kept = value as? any Keepable else {
                throw KeepingError.unkeepable("\(type(of: host.anyValue))")
            }
            try begin(.host)
            try writer.string(type(of: value).interfaceName)
            try kept.keep(in: writer)
        case let record as RecordObject:
            try begin(.record)
            if let info = record.info { try check(.nominal(info)) }
            try writer.string(record.info.map { code.name(of: .nominal($0)) } ?? "")
            try write(record.layout)
            try writer.elements(UnsafeBufferPointer(start: record.bits, count: record.layout.bits))
            try references(UnsafeBufferPointer(start: record.refs, count: record.layout.refs))
        case let box as AnyObjectBox:
            try begin(.box)
            try check(box.type)
            try writer.string(code.name(of: box.type))
            try writer.array(box.bits)
            try references(box.refs)
        case let dictionary as DictionaryObject:
            // Its keys would have to be hashed by code of the notebook, which does not run while values are read.
            if dictionary.hashesByCode { throw KeepingError.unkeepable("dictionary") }
            try begin(.dictionary)
            try check(dictionary.key)
            try check(dictionary.value)
            try writer.string(code.name(of: dictionary.key))
            try writer.string(code.name(of: dictionary.value))
            let (keys, values) = dictionary.stores
            try write(keys)
            try write(values)
        case let part as SubstringObject:
            try begin(.substring)
            try writer.string(part.base)
            try writer.int(part.bounds.lowerBound)
            try writer.int(part.bounds.upperBound)
        default: throw KeepingError.unkeepable("\(type(of: object))")
        }
    }

    private func write(_ layout: Layout) throws {
        try writer.int(layout.bits)
        try writer.int(layout.refs)
    }

    private func write(_ array: ArrayObject) throws {
        try write(array.layout)
        try writer.int(array.count)
        try writer.elements(UnsafeBufferPointer(array.wordElements))
        try references(array.objectElements)
    }
}
