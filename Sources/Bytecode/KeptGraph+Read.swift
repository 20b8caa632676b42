package import Keeping

extension Machine {
    /// Reads what ``keep(_:in:_:)`` wrote and sets those of the globals that `isWanted` says; nothing is set unless all
    /// could be read.
    ///
    /// Throws ``KeepingError/damaged`` when the bytes do not fit the program.
    package func restore(
        from reader: KeptReader, _ code: CodeText, _ hosts: HostTypes, where isWanted: (Int) -> Bool
    ) throws {
        let graph = GraphReader(reader, program, code, hosts)
        let roots = try reader.list {
            (try reader.string(), try reader.string(), try reader.array(Int.self), try reader.array(Int32.self))
        }
        try graph.readObjects()
        let values = try roots.map { name, type, words, references in
            guard let index = code.globalNames.firstIndex(of: name) else { throw KeepingError.damaged }
            let global = program.globalTable[index]
            guard code.name(of: global.type) == type,
                Layout(words.count, references.count) == global.type.layout
            else { throw KeepingError.damaged }
            return (index, Slots(bits: words, refs: try references.map(graph.object)))
        }
        for (index, value) in values where isWanted(index) { set(program.globalTable[index], to: value) }
    }
}

/// Makes all objects first, and joins them when all are there.
private final class GraphReader {
    private let reader: KeptReader
    private let hosts: HostTypes
    private let types: [String: RuntimeType]
    private var objects: [AnyObject] = []
    private var arrays: [(object: ArrayObject, count: Int, references: [Int32])] = []
    private var records: [(object: RecordObject, references: [Int32])] = []
    private var boxes: [(object: AnyObjectBox, references: [Int32])] = []
    private var dictionaries: [(object: DictionaryObject, keys: ArrayObject, values: ArrayObject)] = []

    init(_ reader: KeptReader, _ program: Program, _ code: CodeText, _ hosts: HostTypes) {
        self.reader = reader
        self.hosts = hosts
        types = code.types
    }

    func object(_ number: Int32) throws -> AnyObject? {
        if number == 0 { return nil }
        guard objects.indices.contains(Int(number) - 1) else { throw KeepingError.damaged }
        return objects[Int(number) - 1]
    }

    func readObjects() throws {
        while true {
            guard let kind = KeptObject(rawValue: try reader.int()) else { throw KeepingError.damaged }
            if kind == .end { break }
            objects.append(try read(kind))
        }
        guard reader.isAtEnd else { throw KeepingError.damaged }
        for (array, count, references) in arrays {
            array.restore(count: count, objects: try references.map(object))
        }
        for (record, references) in records {
            for (index, number) in references.enumerated() { record.refs[index] = try object(number) }
        }
        for (box, references) in boxes { box.refs = try references.map(object) }
        for (dictionary, keys, values) in dictionaries { dictionary.restore(keys: keys, values: values) }
    }

    private func read(_ kind: KeptObject) throws -> AnyObject {
        switch kind {
        case .end: throw KeepingError.damaged
        case .string: return StringObject(try reader.string())
        case .array: return try array()
        case .substring:
            let base = try reader.string()
            let (lower, upper) = (try reader.int(), try reader.int())
            guard lower >= 0, lower <= upper, upper <= base.utf8.count else { throw KeepingError.damaged }
            return SubstringObject(base, lower..<upper)
        case .dictionary:
            let (key, value) = (try type(), try type())
            let (keys, values) = (try array(), try array())
            guard keys.layout == key.layout, values.layout == value.layout else { throw KeepingError.damaged }
            let dictionary = DictionaryObject(key: key, value: value)
            dictionaries.append((dictionary, keys, values))
            return dictionary
        case .record:
            let name = try reader.string()
            var info: NominalInfo?
            if !name.isEmpty {
                guard case .nominal(let known)? = types[name] else { throw KeepingError.damaged }
                info = known
            }
            let layout = try layout()
            if let info, info.kind != .class || info.instanceLayout != layout { throw KeepingError.damaged }
            let words = try reader.array(Int.self)
            let references = try reader.array(Int32.self)
            guard Layout(words.count, references.count) == layout else { throw KeepingError.damaged }
            let record = RecordObject.make(layout, info: info)
            for (index, word) in words.enumerated() { record.bits[index] = word }
            records.append((record, references))
            return record
        case .box:
            let type = try type()
            let words = try reader.array(Int.self)
            let references = try reader.array(Int32.self)
            guard Layout(words.count, references.count) == type.layout else { throw KeepingError.damaged }
            let box = AnyObjectBox(
                type: type, bits: words, refs: Array(repeating: nil, count: references.count))
            boxes.append((box, references))
            return box
        case .host:
            guard let entry = hosts[try reader.string()] else { throw KeepingError.damaged }
            return try entry.restore(reader)
        }
    }

    private func type() throws -> RuntimeType {
        let name = try reader.string()
        if let type = types[name] { return type }
        // The library boxes values of types that the notebook does not name.
        guard name.hasPrefix("host ") else { throw KeepingError.damaged }
        return .host(String(name.dropFirst(5)))
    }

    private func layout() throws -> Layout { Layout(try reader.int(), try reader.int()) }

    private func array() throws -> ArrayObject {
        let layout = try layout()
        let count = try reader.int()
        let words = try reader.raw(try reader.count(of: MemoryLayout<Int>.size) * MemoryLayout<Int>.size)
        let references = try reader.array(Int32.self)
        guard count >= 0, layout.bits >= 0, layout.refs >= 0,
            count.multipliedReportingOverflow(by: layout.bits) == (words.count / MemoryLayout<Int>.size, false),
            count.multipliedReportingOverflow(by: layout.refs) == (references.count, false)
        else { throw KeepingError.damaged }
        let array = ArrayObject(layout: layout)
        try array.restore(count, words: words)
        arrays.append((array, count, references))
        return array
    }
}
