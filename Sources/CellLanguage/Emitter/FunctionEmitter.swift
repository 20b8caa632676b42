import Bytecode
import Diagnostics

/// The first registers of a value: words from `bits`, references from `refs`.
struct Place: Hashable {
    var bits: Int
    var refs: Int

    func moved(by layout: Layout) -> Place { Place(bits: bits + layout.bits, refs: refs + layout.refs) }
}

/// The registers of a call from its first argument on, and how far the arguments reach.
struct CallWindow {
    var bits: Int
    var refs: Int
    var extent: Layout
}

/// A jump's target, known now or later.
final class Label {
    fileprivate var position: Int?
    fileprivate var jumps: [Int] = []
}

/// Emits the code of one function. Registers are handed out like a stack: variables of a scope and temporary values of a
/// statement are given back when it ends.
final class FunctionEmitter {
    let builder: ProgramBuilder
    let context: FunctionContext
    /// What the generic parameters of the function are, in this instance of it.
    let substitution: [String: Type]
    /// Whether instructions carry places of the notebook; code of the library does not.
    let hasPlaces: Bool
    /// Positions of the parameters that are passed back to the caller.
    var inouts: [Int] { context.inouts }
    var pendingHandlers: [(lower: Int, upper: Int, target: Label, error: Int)] = []
    /// Bodies of `defer` that run when their scope is left, innermost last.
    var cleanups: [[Statement]] = []
    private(set) var code: [Instruction] = []
    private var ranges: [SourceRange?] = []
    var currentRange: SourceRange? {
        didSet { if hasPlaces, let currentRange { builder.place = currentRange } }
    }
    /// Whether a type was loaded as a value.
    var loadsTypes = false
    private var next = Layout(0, 0)
    private var highest = Layout(0, 0)
    private var places: [ObjectIdentifier: Place] = [:]
    struct Loop {
        var label: String?
        var breakTarget: Label
        var continueTarget: Label?
        var takesPlainBreak: Bool
        /// How many `defer` bodies belong to scopes outside.
        var cleanups: Int
    }
    var loops: [Loop] = []

    init(_ builder: ProgramBuilder, context: FunctionContext, _ substitution: [String: Type], hasPlaces: Bool) {
        self.substitution = substitution
        self.builder = builder
        self.context = context
        self.hasPlaces = hasPlaces
    }

    struct Shape {
        var parameters, captures, results: Layout
    }

    /// Captured variables that are boxed pass the box; results are the function's, then its inout parameters.
    static func shape(_ builder: ProgramBuilder, _ context: FunctionContext, _ substitution: [String: Type]) -> Shape {
        func layout(_ type: Type) -> Layout { builder.lowered(type, substitution).layout }
        let parameters = context.parameters.reduce(Layout(0, 0)) { $0 + layout($1.type) }
        let captures = context.captures.reduce(Layout(0, 0)) {
            $0 + ($1.isBoxed ? Layout(0, 1) : layout($1.type))
        }
        return Shape(
            parameters: parameters, captures: captures,
            results: context.inouts.reduce(builder.lowered(resultType(context), substitution).layout) {
                $0 + layout(context.parameters[$1].type)
            })
    }

    /// What a function leaves: of an initialiser of a class only whether it succeeded, the object is the caller's.
    static func resultType(_ context: FunctionContext) -> Type {
        guard let made = context.initialised else { return context.result }
        if made.nominal.kind == .class { return made.isFailable ? .bool : .void }
        return made.isFailable ? .optional(context.result) : context.result
    }

    // MARK: Types

    func resolved(_ type: Type) -> Type { builder.resolved(type, substitution) }
    func type(_ expression: Expression) -> Type { resolved(expression.type) }
    func lowered(_ type: Type) -> RuntimeType { builder.lowered(type, substitution) }
    func layout(_ type: Type) -> Layout { lowered(type).layout }
    func layout(_ expression: Expression) -> Layout { layout(expression.type) }
    func layout(_ variable: Variable) -> Layout { layout(variable.type) }

    func capturedLayout(_ variable: Variable) -> Layout {
        variable.isBoxed ? Layout(0, 1) : layout(variable)
    }

    func function(_ statements: [Statement], name: String) -> Program.Function {
        let shape = Self.shape(builder, context, substitution)
        var function = Program.Function(name: name)
        function.parameters = shape.parameters
        function.captures = shape.captures
        function.results = shape.results
        for variable in context.parameters { places[ObjectIdentifier(variable)] = allocate(layout(variable)) }
        for variable in context.captures {
            places[ObjectIdentifier(variable)] = allocate(capturedLayout(variable))
        }
        // A parameter that a closure changes moves into a box.
        for variable in context.parameters where variable.isBoxed {
            let value = places[ObjectIdentifier(variable)] ?? Place(bits: 0, refs: 0)
            let box = newBox(variable)
            storeBox(box, value, layout(variable), at: Layout(0, 0))
        }
        reserve(shape.results)
        if let made = context.initialised { beginInitialiser(made) }
        emit(statements)
        emitReturn(nil)
        function.code = code
        function.ranges = ranges
        function.loadsTypes = loadsTypes
        function.frame = highest
        if max(highest.bits, highest.refs) > Self.mostRegisters { builder.refuse(.functionTooLarge) }
        function.handlers = pendingHandlers.map {
            Program.Function.Handler(
                lower: $0.lower, upper: $0.upper, target: min($0.target.position ?? 0, max(0, code.count - 1)),
                error: $0.error)
        }
        return function
    }

    // MARK: Registers

    /// What all operands of an instruction can name.
    private static let mostRegisters = Int(UInt16.max)

    func allocate(_ layout: Layout) -> Place {
        let place = Place(bits: next.bits, refs: next.refs)
        next = next + layout
        highest = Layout(max(highest.bits, next.bits), max(highest.refs, next.refs))
        return place
    }

    private func reserve(_ layout: Layout) {
        highest = Layout(max(highest.bits, layout.bits), max(highest.refs, layout.refs))
    }

    /// Gives back what was allocated inside, and lets go of the references there.
    func scoped<T>(_ body: () -> T) -> T {
        let saved = next
        defer { next = saved }
        return body()
    }

    /// Everything from `place` on is free again but for `layout`.
    func release(to place: Place, keeping layout: Layout) {
        next = Layout(place.bits + layout.bits, place.refs + layout.refs)
    }

    var top: Place { Place(bits: next.bits, refs: next.refs) }

    func place(of variable: Variable) -> Place {
        if let place = places[ObjectIdentifier(variable)] { return place }
        return bind(variable)
    }

    /// Gives a variable its registers, or its box.
    @discardableResult
    func bind(_ variable: Variable) -> Place {
        if variable.isBoxed { return newBox(variable) }
        let place = allocate(layout(variable))
        places[ObjectIdentifier(variable)] = place
        return place
    }

    func bind(_ variable: Variable, to place: Place) { places[ObjectIdentifier(variable)] = place }

    @discardableResult
    private func newBox(_ variable: Variable) -> Place {
        let box = allocate(Layout(0, 1))
        let layout = layout(variable)
        append(Instruction(.makeBox, box.refs, layout.bits, layout.refs))
        places[ObjectIdentifier(variable)] = box
        return box
    }

    // MARK: Instructions

    /// `extent` is what the instruction's window takes, where no table tells: the optimizer then need not believe that
    /// everything behind it is read.
    func append(_ instruction: Instruction, extent: Layout? = nil) {
        var instruction = instruction
        instruction.extent = extent
        code.append(instruction)
        ranges.append(hasPlaces ? currentRange : nil)
    }

    func mark(_ label: Label) {
        label.position = code.count
        for index in label.jumps { code[index].a = Int32(code.count) }
        label.jumps = []
    }

    func jump(_ opcode: Opcode, to label: Label, _ b: Int = 0, _ c: Int = 0) {
        if label.position == nil { label.jumps.append(code.count) }
        append(Instruction(opcode, label.position ?? 0, b, c))
    }

    func move(_ from: Place, to: Place, _ layout: Layout, takes: Bool = false) {
        if from == to { return }
        for index in 0..<layout.bits where from.bits != to.bits {
            append(Instruction(.moveBits, to.bits + index, from.bits + index))
        }
        for index in 0..<layout.refs where from.refs != to.refs {
            append(Instruction(takes ? .takeRef : .moveRef, to.refs + index, from.refs + index))
        }
    }

    func clear(_ place: Place, _ layout: Layout) {
        for index in 0..<layout.bits { append(Instruction(.loadInt, place.bits + index, 0)) }
        for index in 0..<layout.refs { append(Instruction(.clearRef, place.refs + index)) }
    }

    func load(_ word: Int, into register: Int) {
        if Int(Int32(truncatingIfNeeded: word)) == word {
            append(Instruction(.loadInt, register, word))
        } else {
            append(Instruction(.loadBits, register, builder.constant(word)))
        }
    }

    // MARK: Globals and boxes

    func loadGlobal(_ global: Place, into place: Place, _ layout: Layout, takes: Bool = false) {
        for index in 0..<layout.bits {
            append(Instruction(.getGlobalBits, place.bits + index, global.bits + index))
        }
        for index in 0..<layout.refs {
            append(Instruction(takes ? .takeGlobalRef : .getGlobalRef, place.refs + index, global.refs + index))
        }
    }

    /// The references at `place` are moved out of their registers.
    func storeGlobal(_ global: Place, _ place: Place, _ layout: Layout) {
        for index in 0..<layout.bits {
            append(Instruction(.setGlobalBits, global.bits + index, place.bits + index))
        }
        for index in 0..<layout.refs {
            append(Instruction(.setGlobalRef, global.refs + index, place.refs + index))
        }
    }

    func loadBox(_ box: Place, into place: Place, _ layout: Layout, at offset: Layout, takes: Bool = false) {
        for index in 0..<layout.bits {
            append(Instruction(.boxGetBits, place.bits + index, box.refs, offset.bits + index))
        }
        for index in 0..<layout.refs {
            append(Instruction(takes ? .boxTakeRef : .boxGetRef, place.refs + index, box.refs, offset.refs + index))
        }
    }

    func storeBox(_ box: Place, _ place: Place, _ layout: Layout, at offset: Layout) {
        for index in 0..<layout.bits {
            append(Instruction(.boxSetBits, place.bits + index, box.refs, offset.bits + index))
        }
        for index in 0..<layout.refs {
            append(Instruction(.boxSetRef, place.refs + index, box.refs, offset.refs + index))
        }
    }

    // MARK: Return

    /// Moves the result and what goes back to the caller to the beginning of the frame, and leaves.
    func emitReturn(_ value: Expression?) {
        scoped {
            let result = layout(Self.resultType(context))
            let whole = allocate(Self.shape(builder, context, substitution).results)
            emitResult(value, into: whole, result)
            emitCleanups(downTo: 0)
            var place = whole.moved(by: result)
            for index in inouts {
                let variable = context.parameters[index]
                read(variable, into: place)
                place = place.moved(by: layout(variable))
            }
            move(whole, to: Place(bits: 0, refs: 0), Self.shape(builder, context, substitution).results, takes: true)
            append(Instruction(.return))
        }
    }

    private func emitResult(_ value: Expression?, into whole: Place, _ result: Layout) {
        guard let made = context.initialised, let own = context.selfVariable else {
            if let value {
                if result == Layout(0, 0) { _ = emit(value) } else { _ = emit(value, into: whole) }
            } else {
                clear(whole, result)
            }
            return
        }
        let isNil = value.map { if case .nil = $0.kind { true } else { false } } ?? false
        if made.nominal.kind == .class {
            if made.isFailable { load(isNil ? 0 : 1, into: whole.bits) }
        } else if isNil {
            clear(whole, result)
        } else if made.isFailable {
            let optional = Type.optional(context.result)
            let payload = payload(whole, optional)
            read(own, into: payload)
            if payload != whole { load(1, into: whole.bits) }
        } else {
            read(own, into: whole)
        }
    }

    /// `self` of a struct or enum begins empty; stored properties of a struct with their first values, those of a class
    /// unless another initialiser does it.
    private func beginInitialiser(_ made: FunctionContext.Initialised) {
        guard let own = context.selfVariable else { return }
        if made.nominal.kind != .class {
            let place = bind(own)
            if !own.isBoxed { clear(place, layout(own)) }
        }
        guard !made.isDelegating else { return }
        for (index, property) in made.nominal.stored.enumerated() where property.hasInitial {
            scoped {
                let target = fieldExpression(own, made.nominal, index)
                let value = property.initial ?? Expression(.nil, property.type, SourceRange(at: 0))
                if property.initial?.type == .error { value.type = property.type }
                emitAssignment(target, value)
            }
        }
    }

    func fieldExpression(_ own: Variable, _ nominal: Nominal, _ index: Int) -> Expression {
        let place = SourceRange(at: own.range.lower)
        let base = Expression(.variable(own), nominal.selfType, place)
        return Expression(
            .call(
                Expression.Call(
                    decl: nominal.stored[index].decl,
                    substitution: Dictionary(uniqueKeysWithValues: nominal.generics.map { ($0, .generic($0)) }),
                    arguments: [base])), nominal.stored[index].type, place)
    }

    /// Runs the `defer` bodies of the scopes that are left.
    func emitCleanups(downTo count: Int) {
        let all = cleanups
        while cleanups.count > count, let body = cleanups.popLast() { emitBlock(body) }
        cleanups = all
    }

    /// A global whose cell failed before it was set, or while it was being changed, has no value: reading it is an error
    /// of the cell, not of the process.
    func checkInitialised(_ variable: Variable, _ place: Place) {
        for index in lowered(variable.type).certainReferences {
            append(
                Instruction(
                    .trapIfNilRef, TrapKind.readBeforeInitialisation.rawValue, place.refs + index))
        }
    }

    /// The value of a variable, wherever it lives.
    func read(_ variable: Variable, into place: Place) {
        let layout = layout(variable)
        if variable.isGlobal {
            loadGlobal(builder.global(variable), into: place, layout)
            checkInitialised(variable, place)
        } else if variable.isBoxed {
            loadBox(self.place(of: variable), into: place, layout, at: Layout(0, 0))
        } else {
            move(self.place(of: variable), to: place, layout)
        }
    }
}
