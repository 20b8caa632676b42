import Bytecode
import Diagnostics

/// The first registers of a value: words from `bits`, references from `refs`.
struct Place: Hashable {
    var bits: Int
    var refs: Int

    func moved(by layout: Layout) -> Place { Place(bits: bits + layout.bits, refs: refs + layout.refs) }
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
    /// Whether instructions carry places of the notebook; code of the library does not.
    let hasPlaces: Bool
    /// Positions of the parameters that are passed back to the caller.
    var inouts: [Int] = []
    private(set) var code: [Instruction] = []
    private var ranges: [SourceRange?] = []
    var currentRange: SourceRange?
    private var next = Layout(0, 0)
    private var highest = Layout(0, 0)
    private var places: [ObjectIdentifier: Place] = [:]
    struct Loop {
        var label: String?
        var breakTarget: Label
        var continueTarget: Label?
    }
    var loops: [Loop] = []

    init(_ builder: ProgramBuilder, context: FunctionContext, hasPlaces: Bool) {
        self.builder = builder
        self.context = context
        self.hasPlaces = hasPlaces
    }

    struct Shape {
        var parameters, captures, results: Layout
    }

    /// Captured variables that are boxed pass the box; results are the function's, then its inout parameters.
    static func shape(_ context: FunctionContext, _ inference: Inference, inouts: [Int]) -> Shape {
        for variable in context.parameters { variable.type = inference.defaulted(variable.type) }
        let parameters = context.parameters.reduce(Layout(0, 0)) { $0 + $1.type.layout }
        let captures = context.captures.reduce(Layout(0, 0)) { $0 + capturedLayout($1) }
        let result = inference.defaulted(context.result).layout
        return Shape(
            parameters: parameters, captures: captures,
            results: inouts.reduce(result) { $0 + context.parameters[$1].type.layout })
    }

    static func capturedLayout(_ variable: Variable) -> Layout {
        variable.isBoxed ? Layout(0, 1) : variable.type.layout
    }

    func function(_ statements: [Statement], name: String) -> Program.Function {
        let shape = Self.shape(context, builder.checker.inference, inouts: inouts)
        var function = Program.Function(name: name)
        function.parameters = shape.parameters
        function.captures = shape.captures
        function.results = shape.results
        for variable in context.parameters { places[ObjectIdentifier(variable)] = allocate(variable.type.layout) }
        for variable in context.captures {
            places[ObjectIdentifier(variable)] = allocate(Self.capturedLayout(variable))
        }
        // A parameter that a closure changes moves into a box.
        for variable in context.parameters where variable.isBoxed {
            let value = places[ObjectIdentifier(variable)] ?? Place(bits: 0, refs: 0)
            let box = newBox(variable)
            storeBox(box, value, variable.type.layout, at: Layout(0, 0))
        }
        reserve(shape.results)
        emit(statements)
        emitReturn(nil)
        function.code = code
        function.ranges = ranges
        function.frame = highest
        return function
    }

    // MARK: Registers

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
        let place = allocate(variable.type.layout)
        places[ObjectIdentifier(variable)] = place
        return place
    }

    func bind(_ variable: Variable, to place: Place) { places[ObjectIdentifier(variable)] = place }

    @discardableResult
    private func newBox(_ variable: Variable) -> Place {
        let box = allocate(Layout(0, 1))
        let layout = variable.type.layout
        append(Instruction(.makeBox, box.refs, layout.bits, layout.refs))
        places[ObjectIdentifier(variable)] = box
        return box
    }

    // MARK: Instructions

    func append(_ instruction: Instruction) {
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
            let result = builder.checker.inference.defaulted(context.result).layout
            let layout = Self.shape(context, builder.checker.inference, inouts: inouts).results
            guard layout != Layout(0, 0) else {
                if let value { _ = emit(value) }
                append(Instruction(.return))
                return
            }
            let whole = allocate(layout)
            if let value { _ = emit(value, into: whole) } else { clear(whole, result) }
            var place = whole.moved(by: result)
            for index in inouts {
                let variable = context.parameters[index]
                read(variable, into: place)
                place = place.moved(by: variable.type.layout)
            }
            move(whole, to: Place(bits: 0, refs: 0), layout, takes: true)
            append(Instruction(.return))
        }
    }

    /// A global whose cell failed before it was set, or while it was being changed, has no value: reading it is an error
    /// of the cell, not of the process.
    func checkInitialised(_ variable: Variable, _ place: Place) {
        for index in variable.type.lowered.certainReferences {
            append(
                Instruction(
                    .trapIfNilRef, TrapKind.readBeforeInitialisation.rawValue, place.refs + index))
        }
    }

    /// The value of a variable, wherever it lives.
    func read(_ variable: Variable, into place: Place) {
        let layout = variable.type.layout
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
