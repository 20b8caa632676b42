import Bytecode
import Diagnostics
import SwiftOperators
import SwiftParser
import SwiftSyntax

/// Puts a checked notebook together: functions of cells, and functions of the library written in Swift, each compiled
/// once for every set of types it is used with.
final class ProgramBuilder {
    var program = Program()
    let checker: Checker
    let library: Library
    private var userFunctions: [ObjectIdentifier: Int] = [:]
    private var instances: [String: Int] = [:]
    private var bits: [Int: Int] = [:]
    private var strings: [String: Int] = [:]
    private var types: [RuntimeType: Int] = [:]
    private var lists: [[RuntimeType]: Int] = [:]
    private var globals: [ObjectIdentifier: Place] = [:]
    /// Bodies found on the way, emitted one after the other so that deep call graphs need no deep stack.
    private var queue: [() -> Void] = []

    init(checker: Checker) {
        self.checker = checker
        library = checker.library
    }

    // MARK: Tables

    func constant(_ word: Int) -> Int { intern(word, &bits, &program.bitsConstants) }
    func constant(_ text: String) -> Int { intern(text, &strings, &program.stringConstants) }
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
        let place = Place(bits: program.globals.bits, refs: program.globals.refs)
        program.globals = program.globals + variable.type.layout
        globals[ObjectIdentifier(variable)] = place
        return place
    }

    // MARK: Functions

    private func reserve(_ name: String) -> Int {
        program.functions.append(Program.Function(name: name))
        return program.functions.count - 1
    }

    func cell(_ id: String, _ statements: [Statement], context: FunctionContext) {
        let index = reserve("cell")
        program.cells[id] = index
        let emitter = FunctionEmitter(self, context: context, hasPlaces: true)
        program.functions[index] = emitter.function(statements, name: "cell")
        while let next = queue.popLast() { next() }
    }

    func function(_ user: UserFunction) -> Int {
        if let index = userFunctions[ObjectIdentifier(user)] { return index }
        let index = reserve(user.name)
        userFunctions[ObjectIdentifier(user)] = index
        declareShape(index, user.context, inouts: user.parameters.indices.filter { user.parameters[$0].isInout })
        queue.append { [self] in
            let emitter = FunctionEmitter(self, context: user.context, hasPlaces: true)
            emitter.inouts = user.parameters.indices.filter { user.parameters[$0].isInout }
            program.functions[index] = emitter.function(user.body, name: user.name)
        }
        return index
    }

    func closure(_ body: ClosureBody, hasPlaces: Bool) -> Int {
        let index = reserve("closure")
        declareShape(index, body.context, inouts: [])
        queue.append { [self] in
            let emitter = FunctionEmitter(self, context: body.context, hasPlaces: hasPlaces)
            program.functions[index] = emitter.function(body.statements, name: "closure")
        }
        return index
    }

    /// What calls need to know of a function before its body is emitted.
    private func declareShape(_ index: Int, _ context: FunctionContext, inouts: [Int]) {
        let shape = FunctionEmitter.shape(context, checker.inference, inouts: inouts)
        program.functions[index].parameters = shape.parameters
        program.functions[index].captures = shape.captures
        program.functions[index].results = shape.results
    }

    /// The function of a library declaration written in Swift, for these types.
    func instance(of declaration: Declaration, _ substitution: [String: Type], source: String) -> Int {
        let zonked = substitution.mapValues(checker.inference.defaulted)
        let key =
            "\(declaration.owner ?? "").\(declaration.name)(\(declaration.parameters.map { $0.label ?? "_" }))"
            + "\(declaration.parameters.map { "\($0.type)" })"
            + zonked.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: ",")
        if let index = instances[key] { return index }
        let index = reserve(declaration.name)
        instances[key] = index
        let (body, context) = checker.instantiate(declaration, zonked, source: source)
        let inouts = declaration.isMutating ? [0] : []
        declareShape(index, context, inouts: inouts)
        queue.append { [self] in
            let emitter = FunctionEmitter(self, context: context, hasPlaces: false)
            emitter.inouts = inouts
            program.functions[index] = emitter.function(body, name: declaration.name)
        }
        return index
    }
}

extension Checker {
    /// Checks the body of a library function with its types known: `self` and the parameters are its variables.
    func instantiate(
        _ declaration: Declaration, _ substitution: [String: Type], source: String
    ) -> (body: [Statement], context: FunctionContext) {
        let outer = (offset, scopes, function, generics, pending, pendingVariables)
        defer { (offset, scopes, function, generics, pending, pendingVariables) = outer }
        offset = 0
        pending = []
        pendingVariables = []
        generics = substitution
        generics["Self"] = substitution["Self"] ?? .error
        let isMember =
            declaration.owner != nil && !declaration.isStatic && declaration.kind != .initializer
            && declaration.kind != .operator
        let result =
            declaration.kind == .initializer
            ? substitution["Self"] ?? .error : inference.zonk(declaration.result.substituting(substitution))
        let context = FunctionContext(name: declaration.name, parent: nil, result: result, mayThrow: true)
        function = context
        isInTry = true
        defer { isInTry = false }
        // The outermost scope is never a library function's own, so that nothing in it counts as global.
        scopes = [Scope(), Scope()]
        var parameters = declaration.parameters.map { ($0.name, $0.type.substituting(substitution)) }
        if isMember { parameters.insert(("self", substitution["Self"] ?? .error), at: 0) }
        for (name, type) in parameters {
            let isSelf = name == "self"
            let variable = makeVariable(
                name, inference.zonk(type), isLet: !(isSelf && declaration.isMutating), at: SourceRange(at: 0))
            context.parameters.append(variable)
            scopes[1].names[name] = .variable(variable)
        }
        let file = OperatorTable.standardOperators.foldAll(Parser.parse(source: source)) { _ in }
        guard let items = file.as(SourceFileSyntax.self)?.statements else { return ([], context) }
        let before = diagnostics.count
        let end = items.lastToken(viewMode: .sourceAccurate) ?? .endOfFileToken()
        let body = functionBody(items, context: context, end: end)
        // A library body that does not check is a fault of the library, found by its tests; say so plainly.
        for index in diagnostics.indices.dropFirst(before) where diagnostics[index].severity == .error {
            let text = diagnostics[index].message.text(in: .english)
            diagnostics[index].message = CheckerMessage.syntax("\(declaration.name): \(text) [\(source)]")
        }
        return (body, context)
    }
}
