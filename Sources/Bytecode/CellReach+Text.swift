/// What a cell's code says, without what does not matter to its values: places in the file, and the numbers that the
/// functions, constants, types and globals of the notebook happen to have.
package final class CodeText {
    private let program: Program
    private let nominalNames: [NominalInfo: String]
    private var typeNames: [RuntimeType: String] = [:]
    /// The name of each global; of several with one name the number says which.
    package let globalNames: [String]

    package init(_ program: Program) {
        self.program = program
        nominalNames = Self.names(of: program)
        var count: [String: Int] = [:]
        globalNames = program.globalTable.map { global in
            count[global.name, default: 0] += 1
            return "\(global.name)#\(count[global.name] ?? 0)"
        }
    }

    /// A name for each struct, enum and class: its own with its place among those of that name.
    static func names(of program: Program) -> [NominalInfo: String] {
        var count: [String: Int] = [:]
        var names: [NominalInfo: String] = [:]
        for info in program.nominals {
            let name = "\(info.isLibrary ? "Swift" : "Notebook").\(info.qualifiedPath).\(info.name)"
            count[name, default: 0] += 1
            names[info] = "\(name)#\(count[name] ?? 0)"
        }
        return names
    }

    /// Equal for two cells that compute the same from the same values.
    package func text(of reach: CellReach) -> [UInt8] {
        var text: [UInt8] = []
        let ordinals = Dictionary(uniqueKeysWithValues: reach.functions.enumerated().map { ($1, $0) })
        // Nearly all words are small; the least one of 32 bits announces a large one.
        func add(_ word: Int) {
            if let small = Int32(exactly: word), small != .min {
                withUnsafeBytes(of: small) { text.append(contentsOf: $0) }
            } else {
                withUnsafeBytes(of: Int32.min) { text.append(contentsOf: $0) }
                withUnsafeBytes(of: word) { text.append(contentsOf: $0) }
            }
        }
        func add(_ string: String) {
            add(string.utf8.count)
            text.append(contentsOf: string.utf8)
        }
        func add(_ layout: Layout) {
            add(layout.bits)
            add(layout.refs)
        }
        func add(type: RuntimeType) { add(name(of: type)) }
        func function(_ index: Int) -> Int { ordinals[index] ?? -1 }
        func add(_ operand: Operand, _ value: Int) {
            switch operand {
            case .globalBits: addGlobal(value, \.bits)
            case .globalRef: addGlobal(value, \.refs)
            case .bitsConstant: add(program.bitsConstants[value])
            case .stringConstant: add(program.stringConstants[value])
            case .function: add(function(value))
            case .nominal: add(type: .nominal(program.nominals[value]))
            case .witness: add(reach.requirements.list.firstIndex(of: value) ?? -1)
            default: add(value)
            }
        }
        func addGlobal(_ register: Int, _ part: KeyPath<Layout, Int>) {
            let index = program.globalTable.lastIndex {
                $0.place[keyPath: part] <= register
                    && register < $0.place[keyPath: part] + $0.type.layout[keyPath: part]
            }
            guard let index else { return add(-1) }
            add(globalNames[index])
            add(register - program.globalTable[index].place[keyPath: part])
        }
        func add(_ instruction: Instruction) {
            let (a, b, c) = instruction.opcode.operands
            add(Int(instruction.opcode.rawValue))
            if instruction.opcode == .callMethod {
                add(reach.slots.list.firstIndex(of: Int(instruction.a)) ?? -1)
            } else {
                add(a, Int(instruction.a))
            }
            add(b, Int(instruction.b))
            add(c, Int(instruction.c))
            add(instruction.extent ?? Layout(-1, -1))
            let n = Int(instruction.n)
            switch instruction.opcode.smallOperand {
            case .function: add(function(n))
            case .runtimeType: add(type: program.runtimeTypes[n])
            case .typeList:
                for type in program.typeLists[n] { add(type: type) }
            default: add(n)
            }
        }

        for index in reach.functions {
            let function = program.functions[index]
            add(function.name)
            for layout in [function.frame, function.parameters, function.captures, function.results] { add(layout) }
            for handler in function.handlers {
                for place in [handler.lower, handler.upper, handler.target, handler.error] { add(place) }
            }
            add(function.code.count)
            for instruction in function.code { add(instruction) }
            if function.loadsTypes { for type in program.runtimeTypes { add(type: type) } }
        }
        for info in reach.nominals.list {
            add(structure(of: info))
            for function in [info.description, info.debugDescription, info.equal, info.hash, info.less] {
                add(function.map { ordinals[$0] ?? -1 } ?? -2)
            }
            for slot in reach.slots.list where info.vtable.indices.contains(slot) { add(function(info.vtable[slot])) }
        }
        for requirement in reach.requirements.list {
            let table = program.witnesses[requirement].compactMap { type, index in
                ordinals[index].map { (name(of: type), $0) }
            }
            for (type, ordinal) in table.sorted(by: { $0 < $1 }) {
                add(type)
                add(ordinal)
            }
        }
        for type in reach.erased.list {
            add(type: type)
            for name in (program.conformances[type] ?? []).sorted() { add(name) }
        }
        return text
    }

    /// What a value of the type looks like in memory.
    private func structure(of info: NominalInfo) -> String {
        var text = "\(name(of: .nominal(info))) \(info.kind) \(info.layout) \(info.instanceLayout)"
        for field in info.fields { text += " \(field.name):\(name(of: field.type))" }
        for element in info.cases {
            text += " |\(element.name) \(element.isIndirect)"
            for part in element.payload { text += " \(part.label ?? "_"):\(name(of: part.type))" }
        }
        if let parent = info.superclass { text += " <\(name(of: .nominal(parent)))" }
        return text
    }

    /// The type, the same in every notebook that has it.
    package func name(of type: RuntimeType) -> String {
        if let known = typeNames[type] { return known }
        let name =
            switch type {
            case .array(let element): "[\(self.name(of: element))]"
            case .set(let element): "{\(self.name(of: element))}"
            case .dictionary(let key, let value): "[\(self.name(of: key)):\(self.name(of: value))]"
            case .optional(let wrapped): "\(self.name(of: wrapped))?"
            case .tuple(let elements):
                "(" + elements.map { "\($0.label ?? "_"):\(self.name(of: $0.type))" }.joined(separator: ",") + ")"
            case .nominal(let info): nominalNames[info] ?? "?"
            case .integer(let kind): kind.name
            case .range(let kind): "range \(kind.rawValue)"
            case .host(let name): "host \(name)"
            case .void: "void"
            case .int: "int"
            case .double: "double"
            case .bool: "bool"
            case .string: "string"
            case .character: "character"
            case .float: "float"
            case .substring: "substring"
            case .stringIndex: "stringIndex"
            case .function: "function"
            case .existential: "existential"
            case .metatype: "metatype"
            }
        typeNames[type] = name
        return name
    }
}

extension CodeText {
    /// The types of the program by their names, with all types that values of them are made of.
    var types: [String: RuntimeType] {
        var found: [String: RuntimeType] = [:]
        var rest: [RuntimeType] = [.void, .int, .double, .bool, .string, .character, .float, .substring, .stringIndex]
        rest += [.existential] + IntegerKind.allCases.map(RuntimeType.integer)
        rest += program.globalTable.map(\.type) + program.runtimeTypes + program.typeLists.joined()
        rest += program.nominals.map(RuntimeType.nominal)
        while let type = rest.popLast() {
            if found.updateValue(type, forKey: name(of: type)) == nil { rest += type.parts }
        }
        return found
    }
}
