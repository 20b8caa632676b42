import Bytecode

extension FunctionEmitter {
    func emitCall(_ expression: Expression, _ layout: Layout, into result: Place) {
        switch expression.kind {
        case .callUser(let user, let arguments):
            let function = builder.function(user)
            let inouts = user.parameters.indices.filter { user.parameters[$0].isInout }
            emitCall(arguments, captures: user.context.captures, results: layout, inouts, into: result) { window in
                append(Instruction(.call, function, window.bits, window.refs))
            }
        case .callValue(let callee, let arguments):
            let closure = allocate(Layout(0, 1))
            _ = emit(callee, into: closure)
            emitCall(arguments, captures: [], results: layout, [], into: result) { window in
                append(Instruction(.callClosure, closure.refs, window.bits, window.refs))
            }
        case .callLibrary(let declaration, let substitution, let arguments):
            emitLibrary(declaration, substitution, arguments, expression.type, into: result)
        default: break
        }
    }

    /// Lays out the arguments in a window, calls, and brings back the result and what was passed to change.
    private func emitCall(
        _ arguments: [Expression], captures: [Variable], results: Layout, _ inouts: [Int], into result: Place,
        _ call: (Place) -> Void
    ) {
        let argumentLayout = arguments.reduce(Layout(0, 0)) { $0 + $1.type.layout }
        let captured = captures.reduce(Layout(0, 0)) { $0 + Self.capturedLayout($1) }
        let inoutLayout = inouts.reduce(Layout(0, 0)) { $0 + arguments[$1].type.layout }
        let incoming = argumentLayout + captured
        let outgoing = results + inoutLayout
        // Places that are changed are prepared first: their indices are evaluated once, before the window.
        var accessors: [Int: Accessor] = [:]
        for index in inouts {
            if case .inoutPlace(let target) = arguments[index].kind { accessors[index] = accessor(target) }
        }
        let window = allocate(Layout(max(incoming.bits, outgoing.bits), max(incoming.refs, outgoing.refs)))
        var place = window
        for (index, argument) in arguments.enumerated() {
            if accessors[index] == nil { scoped { _ = emit(argument, into: place) } }
            place = place.moved(by: argument.type.layout)
        }
        pass(captures, into: place)
        // Taken last, when no other argument reads them any more.
        place = window
        for (index, argument) in arguments.enumerated() {
            accessors[index]?.take(place)
            place = place.moved(by: argument.type.layout)
        }
        call(window)
        place = window.moved(by: results)
        for index in inouts {
            accessors[index]?.put(place)
            place = place.moved(by: arguments[index].type.layout)
        }
        move(window, to: result, results, takes: true)
    }

    // MARK: The library

    private func emitLibrary(
        _ declaration: Declaration, _ substitution: [String: Type], _ arguments: [Expression], _ type: Type,
        into result: Place
    ) {
        let inouts = declaration.isMutating ? [0] : []
        switch declaration.implementation {
        case .host(let index):
            emitCall(arguments, captures: [], results: type.layout, inouts, into: result) { window in
                append(Instruction(.callHost, index, window.bits, window.refs))
            }
        case .source(let source):
            let function = builder.instance(of: declaration, substitution, source: source)
            emitCall(arguments, captures: [], results: type.layout, inouts, into: result) { window in
                append(Instruction(.call, function, window.bits, window.refs))
            }
        case .intrinsic(let name):
            if emitInstruction(name, arguments, type, into: result) { return }
            let list = builder.typeList(typeArguments(declaration, substitution))
            emitCall(arguments, captures: [], results: type.layout, inouts, into: result) { window in
                intrinsic(name, window, list)
            }
        }
    }

    /// The runtime types of the owner's generic parameters, then of the declaration's own.
    private func typeArguments(_ declaration: Declaration, _ substitution: [String: Type]) -> [RuntimeType] {
        let owner = declaration.owner.flatMap { builder.library.types[$0]?.generics } ?? []
        return (owner + declaration.generics).compactMap { name in
            substitution[name].map { builder.checker.inference.defaulted($0).lowered }
        }
    }

    /// Intrinsics that are one instruction.
    private func emitInstruction(
        _ name: String, _ arguments: [Expression], _ type: Type, into result: Place
    ) -> Bool {
        switch name {
        case "op.identity": _ = emit(arguments[0], into: result)
        case "op.intToDouble":
            let place = emit(arguments[0])
            append(Instruction(.intToDouble, result.bits, place.bits))
        case "op.doubleToInt":
            let place = emit(arguments[0])
            append(Instruction(.doubleToInt, result.bits, place.bits))
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
            let place = allocate(arguments[1].type.layout)
            _ = emit(arguments[1], into: place)
            change(target) { array in arrayAppend(array.refs, place, arguments[1].type.layout) }
        case "op.zip":
            _ = emit(arguments[0], into: result)
            _ = emit(arguments[1], into: result.moved(by: arguments[0].type.layout))
        default: return false
        }
        return true
    }
}
