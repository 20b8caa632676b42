import Bytecode
import Diagnostics

/// Stored and static properties, enum cases, requirements of protocols, and what the compiler makes.
extension FunctionEmitter {
    // MARK: Stored properties

    /// Where a stored property lies among the registers of its value, or of its object.
    func offset(of index: Int, _ owner: Nominal, in type: Type) -> Layout {
        let base = ancestor(of: type, owner)
        guard case .nominal(let info) = lowered(base) else {
            // Types that the machine knows otherwise: sets, ranges of integers.
            let known = nominalSubstitution(owner, base)
            return owner.stored[..<index].reduce(Layout(0, 0)) { $0 + builder.lowered($1.type, known).layout }
        }
        var first = index
        if owner.kind == .class {
            builder.layOut(info, owner, nominalSubstitution(owner, base))
            first = info.fields.count - owner.stored.count + index
        }
        return info.fields[..<first].reduce(Layout(0, 0)) { $0 + $1.type.layout }
    }

    func nominalSubstitution(_ nominal: Nominal, _ type: Type) -> [String: Type] {
        guard case .nominal(_, let arguments) = type else { return [:] }
        return Dictionary(zip(nominal.generics, arguments), uniquingKeysWith: { first, _ in first })
    }

    /// The type itself or the superclass whose declaration a member stands in.
    func ancestor(of type: Type, _ owner: Nominal) -> Type {
        var current: Type? = resolved(type)
        while let type = current {
            if case .nominal(let key, _) = type, key == owner.key { return type }
            current = builder.checker.superclass(of: type)
        }
        return resolved(type)
    }

    func emitStored(_ index: Int, _ decl: Decl, _ base: Expression, _ isDirect: Bool, _ type: Type, into result: Place)
    {
        guard let owner = decl.owner else { return }
        let offset = offset(of: index, owner, in: self.type(base))
        let layout = layout(type)
        guard owner.kind == .class else {
            let whole = emit(base)
            move(whole.moved(by: offset), to: result, layout, takes: base.isTemporary)
            return
        }
        if !isDirect, let slot = builder.slot(of: decl, .getter) {
            emitCall([base], captures: [], results: layout, [], into: result) {
                append(Instruction(.callMethod, slot, $0.bits, $0.refs), extent: $0.extent)
            }
            return
        }
        let object = emit(base)
        loadBox(object, into: result, layout, at: offset)
        checkPresent(type, result)
    }

    /// A property whose value was taken out when a cell failed has none.
    func checkPresent(_ type: Type, _ place: Place) {
        for index in lowered(type).certainReferences {
            append(Instruction(.trapIfNilRef, TrapKind.readBeforeInitialisation.rawValue, place.refs + index))
        }
    }

    // MARK: Static properties

    /// Set when it is first used.
    func emitStatic(_ storage: StaticStorage, _ type: Type, into result: Place) {
        initialiseStatic(storage)
        loadGlobal(builder.global(storage.variable), into: result, layout(type))
    }

    func initialiseStatic(_ storage: StaticStorage) {
        let (flag, function) = builder.staticInitialiser(storage)
        scoped {
            let done = Label()
            let place = allocate(Layout(1, 0))
            append(Instruction(.getGlobalBits, place.bits, flag.bits))
            jump(.jumpIf, to: done, place.bits)
            append(Instruction(.call, function, top.bits, top.refs))
            mark(done)
        }
    }

    // MARK: Enum cases

    func emitCase(_ index: Int, _ arguments: [Expression], _ type: Type, into result: Place) {
        guard case .nominal(let info) = lowered(type) else { return }
        let element = info.cases[index]
        let payload = allocate(element.payload.reduce(Layout(0, 0)) { $0 + $1.type.layout })
        var place = payload
        for argument in arguments {
            _ = emit(argument, into: place)
            place = place.moved(by: layout(argument))
        }
        assembleCase(index, info, payload, into: result)
    }

    /// Tag and payload of a case; registers that it does not use are cleared.
    func assembleCase(_ index: Int, _ info: NominalInfo, _ payload: Place, into result: Place) {
        let element = info.cases[index]
        let layout = element.payload.reduce(Layout(0, 0)) { $0 + $1.type.layout }
        let inner = result.moved(by: Layout(1, 0))
        let room = Layout(info.layout.bits - 1, info.layout.refs)
        if element.isIndirect {
            let box = allocate(Layout(0, 1))
            append(Instruction(.makeBox, box.refs, layout.bits, layout.refs))
            storeBox(box, payload, layout, at: Layout(0, 0))
            append(Instruction(.takeRef, inner.refs, box.refs))
            clear(inner.moved(by: Layout(0, 1)), Layout(room.bits, room.refs - 1))
        } else {
            move(payload, to: inner, layout, takes: true)
            clear(inner.moved(by: layout), Layout(room.bits - layout.bits, room.refs - layout.refs))
        }
        load(index, into: result.bits)
    }

    /// The payload of a case whose tag was looked at already.
    func payload(of index: Int, _ info: NominalInfo, _ value: Place) -> Place {
        let element = info.cases[index]
        let inner = value.moved(by: Layout(1, 0))
        guard element.isIndirect else { return inner }
        let layout = element.payload.reduce(Layout(0, 0)) { $0 + $1.type.layout }
        let place = allocate(layout)
        loadBox(Place(bits: 0, refs: inner.refs), into: place, layout, at: Layout(0, 0))
        return place
    }

    // MARK: Requirements

    /// What a protocol asks for, found in the type that is known by now.
    func emitRequirement(
        _ call: Expression.Call, _ substitution: [String: Type], _ type: Type, into result: Place
    ) {
        let decl = call.decl
        let own = substitution["Self"] ?? call.arguments.first.map { self.type($0) } ?? .error
        if own.isExistential {
            emitWitness(call, substitution, own, .getter, type, into: result)
            return
        }
        if decl.kind == .operator, call.arguments.count == 2 {
            emitBinary(decl.name, call.arguments[0], call.arguments[1], into: result)
            return
        }
        if decl.kind == .operator {
            emitUnary(decl.name, call.arguments[0], into: result)
            return
        }
        if let made = emitBuiltinRequirement(decl, call, own, into: result) {
            if made { return }
        }
        guard let (witness, known) = builder.witness(decl, own) else {
            emitImplicitWitness(decl, call, own, into: result)
            return
        }
        var all = known
        // The requirement's own generic parameters are the witness's, by position.
        for (mine, theirs) in zip(witness.generics, decl.generics) { all[mine] = substitution[theirs] }
        var arguments = call.arguments
        if !witness.isInstanceMember, decl.isInstanceMember { arguments.removeFirst() }
        if witness.isInstanceMember, !witness.isMutating || builder.checker.isClass(own), let first = arguments.first,
            case .inoutPlace(let place) = first.kind
        {
            arguments[0] = place
        }
        emitCall(
            Expression.Call(decl: witness, substitution: all, arguments: arguments), type, into: result)
    }

    /// Requirements whose witness the compiler makes: equality, hashing, raw values.
    private func emitImplicitWitness(_ decl: Decl, _ call: Expression.Call, _ own: Type, into result: Place) {
        switch decl.name {
        case "hashValue", "description", "debugDescription":
            let value = call.arguments[0]
            if decl.name == "description" || decl.name == "debugDescription" {
                move(
                    Place(bits: 0, refs: description(of: value, debug: decl.name == "debugDescription")), to: result,
                    Layout(0, 1))
            } else {
                let layout = layout(value)
                let window = allocate(layout.union(Layout(1, 0)))
                _ = emit(value, into: window)
                intrinsic("hashValue", window, builder.typeList([lowered(own)]), extent: layout)
                append(Instruction(.moveBits, result.bits, window.bits))
            }
        case "hash":
            // `value.hash(into: &hasher)` of a type without its own: the value is combined as it is.
            guard call.arguments.count == 2, case .inoutPlace(let hasher) = call.arguments[1].kind else { return }
            let erased = Expression(.erase(call.arguments[0]), .any, call.arguments[0].range)
            let place = allocate(Layout(0, 1))
            _ = emit(erased, into: place)
            change(hasher) { array in arrayAppend(array.refs, place, Layout(0, 1)) }
        default: append(Instruction(.trap, TrapKind.unreachable.rawValue))
        }
    }

    /// Requirements of the library's protocols that its own types fulfil in the machine.
    private func emitBuiltinRequirement(
        _ decl: Decl, _ call: Expression.Call, _ own: Type, into result: Place
    ) -> Bool? {
        nil
    }

    /// A requirement called on `any P`: the box says which function.
    func emitWitness(
        _ call: Expression.Call, _ substitution: [String: Type], _ own: Type, _ slot: ProgramBuilder.Slot, _ type: Type,
        into result: Place
    ) {
        let decl = call.decl
        let index = builder.witness(decl, isSetter: slot == .setter, own)
        var inouts: [Int] = []
        if decl.isMutating || slot == .setter { inouts.append(0) }
        for (position, parameter) in decl.parameters.enumerated() where parameter.isInout {
            inouts.append(position + 1)
        }
        emitCall(
            call.arguments, captures: [], results: slot == .setter ? Layout(0, 0) : layout(type), inouts, into: result
        ) {
            append(Instruction(.callWitness, index, $0.bits, $0.refs), extent: $0.extent)
        }
    }

    // MARK: Made by the compiler

    func emitSynthesized(
        _ what: Decl.Synthesized, _ call: Expression.Call, _ known: [String: Type], _ type: Type, into result: Place
    ) {
        guard let owner = call.decl.owner else { return }
        switch what {
        case .memberwise: emitMemberwise(owner, call, type, into: result)
        case .defaultInit:
            if call.isDirect {
                // `super.init()` of a class without one of its own.
                let function = builder.fieldInitialiser(
                    owner, nominalSubstitution(owner, ancestor(of: self.type(call.arguments[0]), owner)))
                emitCall(call.arguments, captures: [], results: Layout(0, 0), [], into: result) {
                    append(Instruction(.call, function, $0.bits, $0.refs))
                }
                return
            }
            let object = allocate(Layout(0, 1))
            guard case .nominal(let info) = lowered(type) else { return }
            append(Instruction(.newInstance, object.refs, info.id))
            if case .nominal(let key, let arguments) = resolved(type), let nominal = builder.checker.nominal(key) {
                fillAll(nominal, arguments, object)
            }
            append(Instruction(.takeRef, result.refs, object.refs))
        case .allCases:
            let list = allocate(Layout(0, 1)).refs
            guard case .nominal(let key, _) = known["Self"] ?? .error, let nominal = builder.checker.nominal(key),
                let own = known["Self"]
            else { return }
            let layout = layout(own)
            append(Instruction(.arrayNew, list, layout.bits, layout.refs))
            for index in nominal.cases.indices {
                scoped {
                    let place = allocate(layout)
                    emitCase(index, [], own, into: place)
                    arrayAppend(list, place, layout)
                }
            }
            append(Instruction(.takeRef, result.refs, list))
        case .rawValue: emitRawValue(owner, call.arguments[0], type, into: result)
        case .fromRawValue: emitFromRawValue(owner, call.arguments[0], type, into: result)
        default: append(Instruction(.trap, TrapKind.unreachable.rawValue))
        }
    }

    private func fillAll(_ nominal: Nominal, _ arguments: [Type], _ object: Place) {
        let known = Dictionary(zip(nominal.generics, arguments), uniquingKeysWith: { first, _ in first })
        if let superclass = nominal.superclass, case .nominal(let key, let above) = builder.resolved(superclass, known),
            let parent = builder.checker.nominal(key)
        {
            fillAll(parent, above, object)
        }
        if nominal.stored.isEmpty { return }
        let function = builder.fieldInitialiser(nominal, known)
        scoped {
            let window = allocate(Layout(0, 1))
            append(Instruction(.moveRef, window.refs, object.refs))
            append(Instruction(.call, function, window.bits, window.refs))
        }
    }

    private func emitMemberwise(_ owner: Nominal, _ call: Expression.Call, _ type: Type, into result: Place) {
        let whole = allocate(layout(type))
        // What the call says in the order of the properties, then what it leaves to defaults, then what it cannot say.
        var given: [Int: Expression] = [:]
        for (index, argument) in zip(call.decl.memberwise, call.arguments) { given[index] = argument }
        let known = nominalSubstitution(owner, resolved(type))
        func rank(_ index: Int) -> Int { given[index].map { $0.isDefaultArgument ? 1 : 0 } ?? 2 }
        for index in owner.stored.indices.sorted(by: { (rank($0), $0) < (rank($1), $1) }) {
            let place = whole.moved(by: offset(of: index, owner, in: type))
            if let argument = given[index] {
                scoped { _ = emit(argument, into: place) }
            } else {
                emitPropertyDefault(owner, index, known, into: place)
            }
        }
        move(whole, to: result, layout(type), takes: true)
    }

    /// The first value of a stored property.
    func emitPropertyDefault(_ owner: Nominal, _ index: Int, _ known: [String: Type], into place: Place) {
        let property = owner.stored[index]
        guard let initial = property.initial, initial.type != .error else {
            clear(place, builder.lowered(property.type, known).layout)
            return
        }
        if known.isEmpty {
            scoped { _ = emit(initial, into: place) }
            return
        }
        // In terms of the owner's parameters: a function of its own.
        let function = builder.defaultValue(owner, index, known)
        scoped {
            let layout = builder.lowered(property.type, known).layout
            let window = allocate(layout)
            append(Instruction(.call, function, window.bits, window.refs))
            move(window, to: place, layout, takes: true)
        }
    }

    private func emitRawValue(_ owner: Nominal, _ value: Expression, _ type: Type, into result: Place) {
        let place = emit(value)
        let tag = allocate(Layout(1, 0))
        append(Instruction(.moveBits, tag.bits, place.bits))
        let done = Label()
        for (index, element) in owner.cases.enumerated() {
            let next = Label()
            scoped {
                let number = allocate(Layout(1, 0))
                load(index, into: number.bits)
                jump(.jumpNotEqInt, to: next, tag.bits, number.bits)
            }
            _ = emit(literal(element.rawValue, type), into: result)
            jump(.jump, to: done)
            mark(next)
        }
        append(Instruction(.trap, TrapKind.unreachable.rawValue))
        mark(done)
    }

    private func literal(_ raw: Nominal.RawValue?, _ type: Type) -> Expression {
        let place = SourceRange(at: 0)
        return switch raw {
        case .integer(let value):
            resolved(type) == .double
                ? Expression(.float(Double(value)), type, place) : Expression(.integer(Int128(value)), type, place)
        case .float(let value): Expression(.float(value), type, place)
        case .string(let text): Expression(.string(text), type, place)
        case nil: Expression(.integer(0), type, place)
        }
    }

    private func emitFromRawValue(_ owner: Nominal, _ value: Expression, _ type: Type, into result: Place) {
        guard let raw = owner.rawType else { return }
        let place = SourceRange(at: 0)
        let given = Variable(name: "$raw", type: raw, isLet: true, range: place, owner: context)
        let own = bind(given)
        _ = emit(value, into: own)
        let done = Label()
        let whole = resolved(type)
        let payload = payload(result, whole)
        for (index, element) in owner.cases.enumerated() {
            let next = Label()
            let test = Expression(
                .binary("==", Expression(.variable(given), raw, place), literal(element.rawValue, raw)), .bool, place)
            scoped { branch(test, ifFalse: next) }
            scoped { emitCase(index, [], whole.wrapped ?? whole, into: payload) }
            if payload != result { load(1, into: result.bits) }
            jump(.jump, to: done)
            mark(next)
        }
        clear(result, layout(type))
        mark(done)
    }
}
