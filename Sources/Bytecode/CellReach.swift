/// What a cell's code can reach when it runs: functions, globals, types. The answer may be larger than what happens,
/// never smaller.
package struct CellReach {
    /// The cell's function first, then those that it may call, in the order in which they were found.
    package internal(set) var functions: [Int] = []
    /// Positions in ``Program/globalTable`` of what is read or written, in ascending order.
    package internal(set) var globals: [Int] = []
    package internal(set) var written: Set<Int> = []
    /// Functions that it makes closures of.
    package internal(set) var closures: [Int] = []
    /// The library's functions that it calls.
    package internal(set) var hosts: Set<Int> = []
    /// Whether it changes an object that somebody else may hold, other than by the library.
    package internal(set) var changesObjects = false

    /// The types that its values may have.
    var nominals = Found<NominalInfo>()
    var instantiated = Found<NominalInfo>()
    var erased = Found<RuntimeType>()
    /// Slots and requirements that it calls, whose functions the values decide.
    var slots = Found<Int>()
    var requirements = Found<Int>()

    init() {}
}

/// A set that keeps its order.
struct Found<Element: Hashable> {
    private(set) var list: [Element] = []
    private var known: Set<Element> = []

    mutating func insert(_ element: Element) { if known.insert(element).inserted { list.append(element) } }
    mutating func formUnion(_ other: Found) { for element in other.list { insert(element) } }
}

/// Finds the reach of a program's cells, one after the other in the order of the notebook: what later cells make no
/// earlier one can meet.
package final class ReachFinder {
    let program: Program
    private let wordOwners, referenceOwners: [Int]
    /// Everything that the cells so far may have made.
    private var instantiated = Found<NominalInfo>()
    private var erased = Found<RuntimeType>()
    private var nominals = Found<NominalInfo>()

    package init(_ program: Program) {
        self.program = program
        var (words, references): ([Int], [Int]) = ([], [])
        for (index, global) in program.globalTable.enumerated() {
            words += Array(repeating: index, count: global.type.layout.bits)
            references += Array(repeating: index, count: global.type.layout.refs)
        }
        (wordOwners, referenceOwners) = (words, references)
    }

    /// - Parameters:
    ///   - id: The cell.
    ///   - callables: Functions behind closures that its values may hold.
    ///   - isOpen: Whether its values may be of any type that the cells so far have made.
    package func reach(of id: String, callables: [Int], isOpen: Bool) -> CellReach {
        var search = Search(finder: self)
        if let function = program.cells[id] { search.visit(function) }
        for function in callables { search.visit(function) }
        if isOpen {
            search.instantiated = instantiated
            search.erased = erased
            for info in nominals.list { search.mention(.nominal(info)) }
        }
        search.run()
        return search.reach
    }

    /// What the cell may have made, later ones can meet.
    package func add(_ reach: CellReach) {
        instantiated.formUnion(reach.instantiated)
        erased.formUnion(reach.erased)
        nominals.formUnion(reach.nominals)
    }

    private struct Search {
        let finder: ReachFinder
        var reach = CellReach()
        var instantiated = Found<NominalInfo>()
        var erased = Found<RuntimeType>()
        private var visited: Set<Int> = []
        private var mentioned: Set<RuntimeType> = []
        private var globals: Set<Int> = []

        init(finder: ReachFinder) { self.finder = finder }

        mutating func visit(_ function: Int) {
            if visited.insert(function).inserted { reach.functions.append(function) }
        }

        mutating func run() {
            var next = 0
            while next < reach.functions.count {
                while next < reach.functions.count {
                    for instruction in finder.program.functions[reach.functions[next]].code { scan(instruction) }
                    next += 1
                }
                dispatch()
            }
            reach.globals = globals.sorted()
        }

        /// What the types found so far add.
        private mutating func dispatch() {
            instantiated.formUnion(reach.instantiated)
            erased.formUnion(reach.erased)
            for info in reach.nominals.list {
                for function in info.ownFunctions { visit(function) }
            }
            for slot in reach.slots.list {
                for info in instantiated.list where info.vtable.indices.contains(slot) { visit(info.vtable[slot]) }
            }
            for requirement in reach.requirements.list {
                for type in erased.list {
                    if let function = finder.program.witnesses[requirement][type] { visit(function) }
                }
            }
        }

        /// The type and all that its values are made of.
        mutating func mention(_ type: RuntimeType) {
            guard mentioned.insert(type).inserted else { return }
            if case .nominal(let info) = type { reach.nominals.insert(info) }
            for part in type.parts { mention(part) }
        }

        private mutating func use(_ owner: Int, writes: Bool) {
            globals.insert(owner)
            if writes { reach.written.insert(owner) }
        }

        private mutating func scan(_ instruction: Instruction) {
            let program = finder.program
            let (a, b, n) = (Int(instruction.a), Int(instruction.b), Int(instruction.n))
            switch instruction.opcode {
            case .getGlobalBits: use(finder.wordOwners[b], writes: false)
            case .setGlobalBits: use(finder.wordOwners[a], writes: true)
            case .getGlobalRef: use(finder.referenceOwners[b], writes: false)
            case .takeGlobalRef: use(finder.referenceOwners[b], writes: true)
            case .setGlobalRef: use(finder.referenceOwners[a], writes: true)
            case .call: visit(a)
            case .makeClosure:
                if !reach.closures.contains(n) { reach.closures.append(n) }
                visit(n)
            case .newInstance:
                reach.instantiated.insert(program.nominals[b])
                mention(.nominal(program.nominals[b]))
            case .erase:
                reach.erased.insert(program.runtimeTypes[n])
                mention(program.runtimeTypes[n])
            case .callIntrinsic: for type in program.typeLists[n] { mention(type) }
            case .callMethod: reach.slots.insert(a)
            case .callWitness: reach.requirements.insert(a)
            case .callHost: reach.hosts.insert(a)
            case .boxSetBits, .boxSetRef, .boxTakeRef: reach.changesObjects = true
            default: break
            }
        }
    }
}

extension NominalInfo {
    /// What the machine calls by itself to print, compare and hash.
    var ownFunctions: [Int] { [description, debugDescription, equal, hash, less].compactMap { $0 } }
}

extension RuntimeType {
    /// The types that its values are made of.
    var parts: [RuntimeType] {
        switch self {
        case .array(let element), .set(let element), .optional(let element): [element]
        case .dictionary(let key, let value): [key, value]
        case .tuple(let elements): elements.map(\.type)
        case .nominal(let info):
            info.fields.map(\.type) + info.cases.flatMap { $0.payload.map(\.type) }
                + (info.superclass.map { [.nominal($0)] } ?? [])
        default: []
        }
    }

    /// Whether the type or a type that its values are made of has the property.
    package func contains(_ property: (RuntimeType) -> Bool) -> Bool {
        var seen: Set<RuntimeType> = []
        func search(_ type: RuntimeType) -> Bool {
            guard seen.insert(type).inserted else { return false }
            return property(type) || type.parts.contains(where: search)
        }
        return search(self)
    }
}
