import Bytecode
import Diagnostics
import SwiftSyntax

/// Puts a checked notebook together: functions of cells, methods, and functions of the library written in Swift, each
/// compiled once for every set of types it is used with.
final class ProgramBuilder {
    var program = Program()
    let checker: Checker
    private var bodies: [InstanceKey: Int] = [:]
    private var sources: [SourceKey: Int] = [:]
    private var bits: [Int: Int] = [:]
    /// By their bytes: "é" in one and in two code points are equal but not the same.
    private var strings: [[UInt8]: Int] = [:]
    private var types: [RuntimeType: Int] = [:]
    private var lists: [[RuntimeType]: Int] = [:]
    private var globals: [ObjectIdentifier: Place] = [:]
    private var loweredTypes: [Type: RuntimeType] = [:]
    var nominalInfos: [Type: NominalInfo] = [:]
    /// Bodies found on the way, emitted one after the other so that deep call graphs need no deep stack.
    private var queue: [() -> Void] = []
    /// Requirements called on `any P`, and the types that were boxed.
    var witnessRequirements: [(decl: Decl, isSetter: Bool, existential: Type)] = []
    var boxed: [RuntimeType: Type] = [:]
    /// Methods that some class overrides, with their slots.
    var overridden: [ObjectIdentifier: [Slot: Int]] = [:]
    var staticFlags: [ObjectIdentifier: (flag: Place, function: Int)] = [:]
    var classTypes: [(type: Type, info: NominalInfo)] = []

    var overriddenDecls: [Decl] = []
    var slotCount = 0
    var trapIndex: Int?
    var defaults: [DefaultKey: Int] = [:]

    var operatorFunctions: [OperatorKey: (decl: Decl, substitution: [String: Type])?] = [:]

    /// Where the code that is emitted stands, for what is found out only now.
    var place = SourceRange(at: 0)
    /// Something cannot be compiled; what is emitted from here on is thrown away.
    private(set) var isRefused = false
    private var instances = 0
    /// Far more than notebooks have.
    private static let mostInstances = 20_000

    enum Slot: Hashable { case getter, setter }

    struct InstanceKey: Hashable {
        var body: ObjectIdentifier
        var substitution: [String: Type]
        var hasPlaces: Bool
    }

    struct SourceKey: Hashable {
        var declaration: Int
        var isSetter: Bool
        var substitution: [String: Type]
    }

    init(checker: Checker) {
        self.checker = checker
        shareCaptures()
        findOverridden()
    }

    /// What local functions capture, those that call them must have too.
    private func shareCaptures() {
        var isChanged = true
        while isChanged {
            isChanged = false
            for context in checker.contexts {
                for callee in context.callees {
                    for variable in callee.context.captures where !context.captures.contains(where: { $0 === variable })
                    {
                        guard variable.owner !== context else { continue }
                        context.use(variable)
                        isChanged = true
                    }
                }
            }
        }
    }

    // MARK: Tables

    func constant(_ word: Int) -> Int { intern(word, &bits, &program.bitsConstants) }
    func constant(_ text: String) -> Int {
        let key = Array(text.utf8)
        if let known = strings[key] { return known }
        strings[key] = program.stringConstants.count
        program.stringConstants.append(text)
        return program.stringConstants.count - 1
    }
    func runtimeType(_ type: RuntimeType) -> Int { intern(type, &types, &program.runtimeTypes) }
    func typeList(_ list: [RuntimeType]) -> Int { intern(list, &lists, &program.typeLists) }

    private func intern<T: Hashable>(_ value: T, _ index: inout [T: Int], _ table: inout [T]) -> Int {
        if let known = index[value] { return known }
        index[value] = table.count
        table.append(value)
        return table.count - 1
    }

    /// Where a global lives among the globals.
    func global(_ variable: Variable) -> Place {
        if let place = globals[ObjectIdentifier(variable)] { return place }
        let place = newGlobal(variable.name, lowered(variable.type, [:]))
        globals[ObjectIdentifier(variable)] = place
        return place
    }

    func newGlobal(_ name: String, _ type: RuntimeType) -> Place {
        let place = Place(bits: program.globals.bits, refs: program.globals.refs)
        program.globalTable.append(Program.Global(name: name, type: type, place: program.globals))
        program.globals = program.globals + type.layout
        return place
    }

    // MARK: Types

    /// A type with its generic parameters replaced and its associated types known.
    func resolved(_ type: Type, _ substitution: [String: Type]) -> Type {
        let known = checker.inference.defaulted(type)
        if substitution.isEmpty { return known }
        return checker.inference.zonk(known.substituting(substitution))
    }

    func lowered(_ type: Type, _ substitution: [String: Type]) -> RuntimeType {
        let resolved = resolved(type, substitution)
        if let known = loweredTypes[resolved] { return known }
        let result = lower(resolved)
        loweredTypes[resolved] = result
        return result
    }

    // MARK: What cannot be compiled

    /// Reports the first thing that cannot be compiled. Emission goes on to its end, but begins nothing new.
    func refuse(_ message: CheckerMessage, at range: SourceRange? = nil) {
        if isRefused { return }
        isRefused = true
        checker.report(message, at: range ?? place)
    }

    /// Whether generic code may be compiled for these types. What uses itself with ever larger ones has no end.
    func accepts(_ types: some Sequence<Type>, for name: String) -> Bool {
        if isRefused { return false }
        var isGeneric = false
        for type in types {
            isGeneric = true
            if checker.inference.isExcessive(type) {
                refuse(.endlessInstances(name))
                return false
            }
        }
        if isGeneric { instances += 1 }
        if instances > Self.mostInstances { refuse(.endlessInstances(name)) }
        return !isRefused
    }

    // MARK: Functions

    func reserve(_ name: String) -> Int {
        program.functions.append(Program.Function(name: name))
        return program.functions.count - 1
    }

    func cell(_ id: String, _ statements: [Statement], context: FunctionContext) {
        let index = reserve("cell")
        program.cells[id] = index
        let emitter = FunctionEmitter(self, context: context, [:], hasPlaces: true)
        program.functions[index] = emitter.function(statements, name: "cell")
        drain()
    }

    private func drain() { while let next = queue.popLast() { next() } }

    /// Everything that is called only at run time: methods that override, witnesses of boxed types.
    func finish() {
        finishDispatch()
        drain()
    }

    func enqueue(_ work: @escaping () -> Void) { queue.append(work) }
    var hasWork: Bool { !queue.isEmpty }
    func work() { drain() }

    /// The function of a body for these types.
    func function(_ body: FunctionBody, _ substitution: [String: Type], hasPlaces: Bool = true) -> Int {
        let key = InstanceKey(body: ObjectIdentifier(body), substitution: substitution, hasPlaces: hasPlaces)
        if let index = bodies[key] { return index }
        let index = reserve(body.context.name)
        bodies[key] = index
        declareShape(index, body.context, substitution)
        guard accepts(substitution.values, for: body.context.name) else { return index }
        queue.append { [self] in
            let emitter = FunctionEmitter(self, context: body.context, substitution, hasPlaces: hasPlaces)
            program.functions[index] = emitter.function(body.statements, name: body.context.name)
        }
        return index
    }

    func closure(_ body: ClosureBody, _ substitution: [String: Type], hasPlaces: Bool) -> Int {
        let index = reserve("closure")
        for (variable, _) in body.captured where !body.context.captures.contains(where: { $0 === variable }) {
            body.context.captures.append(variable)
        }
        declareShape(index, body.context, substitution)
        queue.append { [self] in
            let emitter = FunctionEmitter(self, context: body.context, substitution, hasPlaces: hasPlaces)
            program.functions[index] = emitter.function(body.statements, name: "closure")
        }
        return index
    }

    /// A function made by the compiler.
    func made(
        _ name: String, _ context: FunctionContext, _ substitution: [String: Type], _ statements: [Statement]
    ) -> Int {
        let index = reserve(name)
        declareShape(index, context, substitution)
        queue.append { [self] in
            let emitter = FunctionEmitter(self, context: context, substitution, hasPlaces: false)
            program.functions[index] = emitter.function(statements, name: name)
        }
        return index
    }

    /// What calls need to know of a function before its body is emitted.
    private func declareShape(_ index: Int, _ context: FunctionContext, _ substitution: [String: Type]) {
        let shape = FunctionEmitter.shape(self, context, substitution)
        program.functions[index].parameters = shape.parameters
        program.functions[index].captures = shape.captures
        program.functions[index].results = shape.results
    }

    /// The function of a library declaration written in Swift, for these types.
    func instance(of decl: Decl, _ substitution: [String: Type], source: String, isSetter: Bool = false) -> Int {
        let known = substitution.mapValues(checker.inference.defaulted)
        let key = SourceKey(declaration: decl.libraryIndex ?? -1, isSetter: isSetter, substitution: known)
        if let index = sources[key] { return index }
        let index = reserve(decl.name)
        sources[key] = index
        guard accepts(known.values, for: decl.name) else { return index }
        let (body, context) = checker.instantiate(decl, known, source: source, isSetter: isSetter)
        declareShape(index, context, [:])
        queue.append { [self] in
            let emitter = FunctionEmitter(self, context: context, [:], hasPlaces: false)
            program.functions[index] = emitter.function(body, name: decl.name)
        }
        return index
    }
}

extension Checker {
    /// Checks the body of a library function with its types known: `self` and the parameters are its variables.
    func instantiate(
        _ decl: Decl, _ substitution: [String: Type], source: String, isSetter: Bool = false
    ) -> (body: [Statement], context: FunctionContext) {
        let outer = (
            offset, scopes, function, environment, pending, pendingVariables, isLibraryCode, isInTry, isCaught, chains,
            chainDepth
        )
        defer {
            (
                offset, scopes, function, environment, pending, pendingVariables, isLibraryCode, isInTry, isCaught,
                chains, chainDepth
            ) = outer
        }
        (offset, pending, pendingVariables, environment, isLibraryCode) = (0, [], [], [], true)
        (isInTry, isCaught, chains, chainDepth) = (true, true, [], 0)
        let selfType =
            substitution["Self"] ?? decl.owner.map {
                .nominal($0.key, $0.generics.map { substitution[$0] ?? .error })
            } ?? .error
        let result =
            isSetter
            ? Type.void
            : decl.kind == .initializer
                ? (decl.isFailable ? .optional(selfType) : selfType)
                : inference.zonk(decl.result.substituting(substitution))
        let context = FunctionContext(name: decl.name, parent: nil, result: result, mayThrow: true)
        context.isLibrary = true
        function = context
        // The outermost scope is never a library function's own, so that nothing in it counts as global.
        let types = Scope()
        for (name, type) in substitution { types.types[Type.display(name)] = .type(type) }
        types.types["Self"] = .type(selfType)
        if let owner = decl.owner, owner.kind == .protocol {
            for name in associatedNames(owner.key) {
                types.types[name] = .type(inference.resolve(.member(selfType, name)))
            }
        }
        scopes = [Scope(), types, Scope()]
        var parameters = decl.parameters.map { ($0.name, $0.type.substituting(substitution), $0.isInout) }
        if isSetter { parameters.append(("newValue", decl.result.substituting(substitution), false)) }
        if decl.isInstanceMember {
            let isChanged = decl.isMutating || isSetter
            let variable = Variable(
                name: "self", type: selfType, isLet: !isChanged, range: SourceRange(at: 0), owner: context)
            variable.isInout = isChanged
            variable.isQuiet = true
            context.parameters.append(variable)
            context.selfVariable = variable
            types.member = decl.owner.map { MemberScope(nominal: $0, selfType: selfType, selfVariable: variable) }
        }
        for (name, type, isInout) in parameters {
            let variable = Variable(
                name: name, type: inference.zonk(type), isLet: !isInout, range: SourceRange(at: 0), owner: context)
            variable.isInout = isInout
            variable.isQuiet = true
            context.parameters.append(variable)
            scopes[2].names[name] = .variable(variable)
        }
        guard let items = LibrarySource.items(source) else { return ([], context) }
        let before = diagnostics.count
        let end = items.lastToken(viewMode: .sourceAccurate) ?? .endOfFileToken()
        let body = functionBody(items, context: context, end: end)
        // A library body that does not check is a fault of the library, found by its tests; say so plainly.
        for index in diagnostics.indices.dropFirst(before) where diagnostics[index].severity == .error {
            let text = diagnostics[index].message.text(in: .english)
            diagnostics[index].message = CheckerMessage.syntax("\(decl.name): \(text) [\(source)]")
        }
        return (body, context)
    }
}
