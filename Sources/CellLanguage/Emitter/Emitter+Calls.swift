import Bytecode
import Diagnostics

extension FunctionEmitter {
    /// The generic parameters of a call's declaration, with this instance's own replaced.
    func resolved(_ substitution: [String: Type]) -> [String: Type] { substitution.mapValues(resolved) }

    func emitCall(_ call: Expression.Call, _ type: Type, into result: Place) {
        let decl = call.decl
        var known = resolved(call.substitution)
        if let owner = decl.owner, owner.kind != .protocol {
            known["Self"] = .nominal(owner.key, owner.generics.map { known[$0] ?? .error })
        }
        emitCall(call, known, resolved(type), into: result)
    }

    private func emitCall(
        _ call: Expression.Call, _ substitution: [String: Type], _ type: Type, into result: Place
    ) {
        let decl = call.decl
        let arguments = call.arguments
        let layout = layout(type)
        switch decl.implementation {
        case .host(let index):
            if decl.owner?.kind == .protocol, decl.isInstanceMember, let base = arguments.first,
                self.type(base).isExistential
            {
                break
            }
            emitCall(arguments, captures: [], results: layout, decl.isMutating ? [0] : [], into: result) { window in
                append(Instruction(.callHost, index, window.bits, window.refs), extent: window.extent)
            }
        case .source(let source):
            let function = builder.instance(of: decl, substitution, source: source)
            emitCall(
                arguments, captures: [], results: layout, inoutArguments(decl), into: result,
                mayThrow: decl.throwing != .never
            ) { window in
                append(Instruction(.call, function, window.bits, window.refs))
            }
        case .intrinsic(let name):
            if emitInstruction(name, arguments, type, into: result) { return }
            let list = builder.typeList(typeArguments(decl, substitution))
            emitCall(arguments, captures: [], results: layout, inoutArguments(decl), into: result) { window in
                intrinsic(name, Place(bits: window.bits, refs: window.refs), list, extent: window.extent)
            }
        case .user(let body): emitUser(body, call, substitution, type, into: result)
        case .stored(let index): emitStored(index, decl, arguments[0], call.isDirect, type, into: result)
        case .global(let storage): emitStatic(storage, type, into: result)
        case .enumCase(let index): emitCase(index, arguments, type, into: result)
        case .requirement: emitRequirement(call, substitution, type, into: result)
        case .synthesized(let what): emitSynthesized(what, call, substitution, type, into: result)
        }
    }

    /// Which arguments come back changed.
    private func inoutArguments(_ decl: Decl) -> [Int] {
        let shift = decl.isInstanceMember ? 1 : 0
        var result: [Int] = decl.isMutating && decl.isInstanceMember && decl.owner?.kind != .class ? [0] : []
        for (index, parameter) in decl.parameters.enumerated() where parameter.isInout { result.append(index + shift) }
        return result
    }

    // MARK: Functions of the notebook

    private func emitUser(
        _ body: FunctionBody, _ call: Expression.Call, _ substitution: [String: Type], _ type: Type, into result: Place
    ) {
        let decl = call.decl
        if decl.kind == .initializer {
            emitInitialiser(body, call, substitution, type, into: result)
            return
        }
        var arguments = call.arguments
        let layout = layout(type)
        var inouts = inoutArguments(decl)
        // A method called through a superclass finds the override.
        if !call.isDirect, decl.isInstanceMember, decl.owner?.kind == .class,
            let slot = builder.slot(of: decl, .getter)
        {
            emitCall(arguments, captures: [], results: layout, inouts, into: result) { window in
                append(Instruction(.callMethod, slot, window.bits, window.refs), extent: window.extent)
            }
            return
        }
        // A mutating member of a protocol used by a class, or the other way round, changes what it is given.
        if decl.isInstanceMember, let first = arguments.first, body.context.inouts.first == 0 || inouts.first == 0 {
            let takesPlace = body.context.inouts.contains(0)
            if takesPlace, !inouts.contains(0) { inouts.insert(0, at: 0) }
            if !takesPlace { inouts.removeAll { $0 == 0 } }
            if takesPlace, case .inoutPlace = first.kind {
            } else if takesPlace {
                arguments[0] = Expression(.inoutPlace(first), first.type, first.range)
            }
        }
        let function = builder.function(body, instanceSubstitution(decl, substitution))
        emitCall(
            arguments, captures: body.context.captures, results: layout, inouts, into: result,
            mayThrow: decl.throwing != .never
        ) { window in
            append(Instruction(.call, function, window.bits, window.refs))
        }
    }

    /// Only the parameters that the body can see.
    func instanceSubstitution(_ decl: Decl, _ known: [String: Type]) -> [String: Type] {
        var result = substitutionOutside(decl)
        for generic in decl.generics + (decl.owner?.generics ?? []) { result[generic] = known[generic] }
        if decl.owner?.kind == .protocol { result["Self"] = known["Self"] }
        // `-> Self` of a class's method: whatever the class, it is one reference.
        if let owner = decl.owner, owner.kind == .class {
            result["Self"] = .nominal(owner.key, owner.generics.map { known[$0] ?? .error })
        }
        return result
    }

    /// A function inside a generic function sees the parameters of that too.
    private func substitutionOutside(_ decl: Decl) -> [String: Type] { decl.context == nil ? [:] : substitution }

    // MARK: Initialisers

    private func emitInitialiser(
        _ body: FunctionBody, _ call: Expression.Call, _ known: [String: Type], _ type: Type, into result: Place
    ) {
        let decl = call.decl
        let function = builder.function(body, instanceSubstitution(decl, known))
        guard decl.owner?.kind == .class else {
            emitCall(
                call.arguments, captures: body.context.captures, results: layout(type), inoutArguments(decl),
                into: result
            ) {
                append(Instruction(.call, function, $0.bits, $0.refs))
            }
            return
        }
        let results = decl.isFailable ? Layout(1, 0) : Layout(0, 0)
        if call.isDirect {
            // `super.init` and `self.init` work on the object at hand.
            let flag = allocate(results)
            emitCall(
                call.arguments, captures: body.context.captures, results: results, inoutArguments(decl).map { $0 + 1 },
                into: flag
            ) {
                append(Instruction(.call, function, $0.bits, $0.refs))
            }
            if decl.isFailable, let made = context.initialised, made.isFailable {
                let done = Label()
                jump(.jumpIf, to: done, flag.bits)
                emitReturn(Expression(.nil, .optional(context.result), currentRange ?? SourceRange(at: 0)))
                mark(done)
            }
            return
        }
        // The object first, of the class that was asked for; then its initialiser.
        let instance = resolved(type).wrapped ?? resolved(type)
        let object = allocate(Layout(0, 1))
        newInstance(instance, into: object)
        let holder = Variable(
            name: "$object", type: instance, isLet: true, range: SourceRange(at: 0), owner: context)
        bind(holder, to: object)
        let own = Expression(.variable(holder), instance, SourceRange(at: 0))
        let flag = allocate(results)
        emitCall(
            [own] + call.arguments, captures: body.context.captures, results: results,
            inoutArguments(decl).map { $0 + 1 }, into: flag
        ) {
            append(Instruction(.call, function, $0.bits, $0.refs))
        }
        if decl.isFailable {
            let done = Label()
            jump(.jumpIf, to: done, flag.bits)
            append(Instruction(.clearRef, object.refs))
            mark(done)
        }
        append(Instruction(.takeRef, result.refs, object.refs))
    }

    /// A fresh object; stored properties of classes below that the initialiser does not know have their first values.
    private func newInstance(_ type: Type, into place: Place) {
        guard case .nominal(let info) = lowered(type) else { return }
        append(Instruction(.newInstance, place.refs, info.id))
        guard case .nominal(let key, let arguments) = type, let nominal = builder.checker.nominal(key) else { return }
        // An inherited initialiser gives the properties of its own class their values; those below are given here.
        let ownInit = (nominal.members["init"] ?? []).contains { !$0.isConvenience && $0.body != nil }
        guard !ownInit else { return }
        fillInherited(nominal, arguments, type, place)
    }

    /// The first values of a class that has no initialiser of its own, for an inherited one.
    private func fillInherited(_ nominal: Nominal, _ arguments: [Type], _ type: Type, _ place: Place) {
        let known = Dictionary(zip(nominal.generics, arguments), uniquingKeysWith: { first, _ in first })
        if let superclass = nominal.superclass, case .nominal(let key, let above) = builder.resolved(superclass, known),
            let parent = builder.checker.nominal(key),
            !(parent.members["init"] ?? []).contains(where: { !$0.isConvenience && $0.body != nil })
        {
            fillInherited(parent, above, .nominal(key, above), place)
        }
        if nominal.stored.isEmpty { return }
        let function = builder.fieldInitialiser(nominal, known)
        scoped {
            let window = allocate(Layout(0, 1))
            append(Instruction(.moveRef, window.refs, place.refs))
            append(Instruction(.call, function, window.bits, window.refs))
        }
    }

    // MARK: Windows

    /// Lays out the arguments in a window, calls, and brings back the result and what was passed to change.
    func emitCall(
        _ arguments: [Expression], captures: [Variable], results: Layout, _ inouts: [Int], into result: Place,
        mayThrow: Bool = false, _ call: (CallWindow) -> Void
    ) {
        let layouts = arguments.map { layout($0) }
        let argumentLayout = layouts.reduce(Layout(0, 0), +)
        let captured = captures.reduce(Layout(0, 0)) { $0 + capturedLayout($1) }
        let inoutLayout = inouts.reduce(Layout(0, 0)) { $0 + layouts[$1] }
        // Places that are changed are prepared first: their indices are evaluated once, before the window.
        var accessors: [Int: Accessor] = [:]
        for index in inouts { accessors[index] = accessor(arguments[index]) }
        let incoming = argumentLayout + captured
        let window = allocate(incoming.union(results + inoutLayout))
        var place = window
        let places = layouts.map { layout in
            defer { place = place.moved(by: layout) }
            return place
        }
        for isDefault in [false, true] {
            for (index, argument) in arguments.enumerated()
            where accessors[index] == nil && argument.isDefaultArgument == isDefault {
                scoped { _ = emit(argument, into: places[index]) }
            }
        }
        pass(captures, into: place)
        // Taken last, when no other argument reads them any more; of a call that may throw only a copy, so that what was
        // passed is still there when it does.
        place = window
        for (index, layout) in layouts.enumerated() {
            if let accessor = accessors[index] {
                if mayThrow { _ = emit(arguments[index], into: place) } else { accessor.take(place) }
            }
            place = place.moved(by: layout)
        }
        call(CallWindow(bits: window.bits, refs: window.refs, extent: incoming))
        place = window.moved(by: results)
        for index in inouts {
            accessors[index]?.put(place)
            place = place.moved(by: layouts[index])
        }
        move(window, to: result, results, takes: true)
    }

    func emitCallValue(_ callee: Expression, _ arguments: [Expression], _ type: Type, into result: Place) {
        let closure = allocate(Layout(0, 1))
        _ = emit(callee, into: closure)
        var inouts: [Int] = []
        if case .function(let function) = self.type(callee) { inouts = function.inoutIndices }
        emitCall(arguments, captures: [], results: layout(type), inouts, into: result) { window in
            append(Instruction(.callClosure, closure.refs, window.bits, window.refs), extent: window.extent)
        }
    }

    // MARK: The library

    /// The runtime types of the owner's generic parameters, then of the declaration's own.
    private func typeArguments(_ decl: Decl, _ substitution: [String: Type]) -> [RuntimeType] {
        var names = (decl.owner?.generics ?? []) + decl.generics
        if decl.owner?.kind == .protocol { names.insert("Self", at: 0) }
        return names.compactMap { name in substitution[name].map(lowered) }
    }

    /// Intrinsics that are one instruction.
    private func emitInstruction(
        _ name: String, _ arguments: [Expression], _ type: Type, into result: Place
    ) -> Bool {
        func convert(_ opcode: Opcode, _ c: Int = 0) {
            let place = emit(arguments[0])
            append(Instruction(opcode, result.bits, place.bits, c))
        }
        switch name {
        case "op.identity": _ = emit(arguments[0], into: result)
        case "op.intToDouble": convert(.intToDouble)
        case "op.doubleToInt": convert(.doubleToInt)
        case "op.narrow": convert(.narrow, integerKind(type)?.rawValue ?? 0)
        case "op.truncate":
            guard let kind = integerKind(type) else {
                convert(.moveBits)
                return true
            }
            convert(.truncate, kind.rawValue)
        case "op.lowerBound":
            let place = emit(arguments[0])
            append(Instruction(.moveBits, result.bits, place.bits))
        case "op.upperBound":
            let place = emit(arguments[0])
            append(Instruction(.moveBits, result.bits, place.bits + 1))
        case "op.arrayCount":
            let place = emit(arguments[0])
            append(Instruction(.arrayCount, result.bits, place.refs))
        case "op.arrayAppend":
            guard case .inoutPlace(let target) = arguments[0].kind else { return false }
            let layout = layout(arguments[1])
            let place = allocate(layout)
            _ = emit(arguments[1], into: place)
            change(target) { array in arrayAppend(array.refs, place, layout) }
        case "op.arrayReserve":
            guard case .inoutPlace(let target) = arguments[0].kind else { return false }
            let count = allocate(Layout(1, 0))
            _ = emit(arguments[1], into: count)
            change(target) { array in append(Instruction(.arrayReserve, array.refs, count.bits)) }
        case "pair.new", "slice.new":
            // The parts of a value, one after the other.
            let layouts = arguments.map { layout($0) }
            let whole = allocate(layouts.reduce(Layout(0, 0), +))
            var place = whole
            for (argument, layout) in zip(arguments, layouts) {
                scoped { _ = emit(argument, into: place) }
                place = place.moved(by: layout)
            }
            move(whole, to: result, layouts.reduce(Layout(0, 0), +), takes: true)
        case "describe", "describeForDebugging":
            move(
                Place(bits: result.bits, refs: description(of: arguments[0], debug: name != "describe")), to: result,
                Layout(0, 1))
        case "hasher.new": append(Instruction(.arrayNew, result.refs, 0, 1))
        case "set.new":
            guard case .nominal(_, let element) = type else { return false }
            intrinsic("dictionary.new", result, builder.typeList([lowered(element[0]), .bool]), extent: Layout(0, 0))
        default: return false
        }
        return true
    }

    func integerKind(_ type: Type) -> IntegerKind? {
        if case .integer(let kind) = lowered(type) { kind } else { nil }
    }
}
