import Bytecode
import Diagnostics

/// What is called only at run time: overridden methods by their slot, requirements by the type of a box.
extension ProgramBuilder {
    // MARK: Overriding

    /// Finds the methods that some class overrides; all others are called directly.
    func findOverridden() {
        for nominal in checker.nominals.values.sorted(by: { $0.key < $1.key }) where nominal.kind == .class {
            for decl in nominal.members.values.joined() where decl.isOverride && decl.kind != .initializer {
                var ancestor = nominal.superclass
                while let type = ancestor, case .nominal(let key, _) = type, let above = checker.nominal(key) {
                    for base in above.members[decl.name] ?? []
                    where checker.overrides(decl, base) && base.isStatic == decl.isStatic {
                        if !base.isStatic { markOverridden(base) }
                    }
                    ancestor = above.superclass
                }
            }
        }
    }

    private func markOverridden(_ decl: Decl) {
        guard overridden[ObjectIdentifier(decl)] == nil else { return }
        overridden[ObjectIdentifier(decl)] = [.getter: slotCount, .setter: slotCount + 1]
        overriddenDecls.append(decl)
        slotCount += 2
    }

    /// The slot of a member; an override shares that of what it overrides.
    func slot(of decl: Decl, _ slot: Slot) -> Int? { overridden[ObjectIdentifier(decl)]?[slot] }

    /// Fills the tables of all classes that are used.
    private func fillTables() {
        var index = 0
        while index < classTypes.count {
            let (type, info) = classTypes[index]
            index += 1
            guard info.vtable.count < slotCount else { continue }
            info.vtable = Array(repeating: trapFunction(), count: slotCount)
            for decl in overriddenDecls {
                guard let owner = decl.owner, checker.isSubclass(type, of: ownerType(owner)) else { continue }
                let found = implementation(of: decl, in: type)
                let known = checker.selfSubstitution(found.decl, found.base)
                if let slot = slot(of: decl, .getter) {
                    info.vtable[slot] = direct(found.decl, known, found.base, isSetter: false)
                }
                if found.decl.hasSetter, let slot = slot(of: decl, .setter) {
                    info.vtable[slot] = direct(found.decl, known, found.base, isSetter: true)
                }
            }
        }
    }

    private func ownerType(_ owner: Nominal) -> Type {
        .nominal(owner.key, owner.generics.map { _ in checker.inference.fresh() })
    }

    /// The nearest override of a member.
    private func implementation(of decl: Decl, in type: Type) -> MemberRef {
        var current: Type? = type
        while let ancestor = current, case .nominal(let key, _) = ancestor {
            if let found = checker.nominal(key)?.members[decl.name]?.first(where: {
                $0 === decl || ($0.isOverride && checker.overrides($0, decl))
            }) {
                return MemberRef(decl: found, base: ancestor)
            }
            current = checker.superclass(of: ancestor)
        }
        return MemberRef(decl: decl, base: type)
    }

    /// A function that is the member itself, with `self` as its first parameter.
    private func direct(_ decl: Decl, _ known: [String: Type], _ base: Type, isSetter: Bool) -> Int {
        let place = SourceRange(at: 0)
        let context = FunctionContext(
            name: decl.name, parent: nil, result: isSetter ? .void : decl.result.substituting(known), mayThrow: true)
        func parameter(_ name: String, _ type: Type, isInout: Bool = false) -> Expression {
            let variable = Variable(name: name, type: type, isLet: !isInout, range: place, owner: context)
            variable.isInout = isInout
            context.parameters.append(variable)
            let value = Expression(.variable(variable), type, place)
            return isInout ? Expression(.inoutPlace(value), type, place) : value
        }
        var arguments = [parameter("self", base)]
        for (index, written) in decl.parameters.enumerated() {
            arguments.append(parameter("a\(index)", written.type.substituting(known), isInout: written.isInout))
        }
        let call = Expression.Call(decl: decl, substitution: known, arguments: arguments, isDirect: true)
        let value = Expression(.call(call), decl.result.substituting(known), place)
        if isSetter {
            let given = parameter("newValue", decl.result.substituting(known))
            return made(decl.name, context, [.expression(Expression(.assign(value, given), .void, place))])
        }
        return made(decl.name, context, context.result == .void ? [.expression(value)] : [.return(value)])
    }

    private func trapFunction() -> Int {
        if let known = trapIndex { return known }
        let index = reserve("unreachable")
        trapIndex = index
        program.functions[index].code = [Instruction(.trap, TrapKind.unreachable.rawValue)]
        program.functions[index].ranges = [nil]
        return index
    }

    // MARK: Witnesses

    func witness(_ requirement: Decl, _ type: Type) -> (decl: Decl, substitution: [String: Type])? {
        let outer = checker.isLibraryCode
        checker.isLibraryCode = true
        defer { checker.isLibraryCode = outer }
        guard let (decl, known) = checker.witness(for: requirement, in: type), decl !== requirement else { return nil }
        return (decl, known.mapValues(checker.inference.zonk))
    }

    /// The number of a requirement that is called on a box.
    func witness(_ decl: Decl, isSetter: Bool, _ existential: Type) -> Int {
        if let index = witnessRequirements.firstIndex(where: { $0.decl === decl && $0.isSetter == isSetter }) {
            return index
        }
        witnessRequirements.append((decl, isSetter, existential))
        program.witnesses.append([:])
        return witnessRequirements.count - 1
    }

    /// Notes that values of a type are boxed, so that what they can do is known at run time.
    func box(_ type: Type) -> Int {
        let lowered = lowered(type, [:])
        if boxed[lowered] == nil {
            boxed[lowered] = type
            var names = Set(checker.allConformances(type))
            if checker.isClass(type) { names.insert("AnyObject") }
            program.conformances[lowered] = names
            // What is boxed as an ancestor may be a descendant.
        }
        return runtimeType(lowered)
    }

    func finishDispatch() {
        var done: [Int: Set<RuntimeType>] = [:]
        var isChanged = true
        while isChanged {
            isChanged = false
            work()
            fillTables()
            if hasWork { isChanged = true }
            work()
            for (index, requirement) in witnessRequirements.enumerated() {
                for (lowered, type) in boxed where !(done[index]?.contains(lowered) ?? false) {
                    guard let owner = requirement.decl.owner, checker.conforms(type, to: owner.key), !type.isExistential
                    else {
                        continue
                    }
                    done[index, default: []].insert(lowered)
                    program.witnesses[index][lowered] = thunk(requirement.decl, requirement.isSetter, type)
                    isChanged = true
                }
            }
        }
    }

    /// Takes the value out of its box, calls what fulfils the requirement, and boxes it again when it was changed.
    private func thunk(_ decl: Decl, _ isSetter: Bool, _ type: Type) -> Int {
        let place = SourceRange(at: 0)
        let known = ["Self": type]
        let isChanging = (decl.isMutating || isSetter)
        let result = isSetter ? Type.void : checker.inference.zonk(decl.result.substituting(known))
        let context = FunctionContext(name: decl.name, parent: nil, result: result, mayThrow: true)
        let box = Variable(name: "$box", type: .any, isLet: !isChanging, range: place, owner: context)
        box.isInout = isChanging
        context.parameters.append(box)
        let unboxed = Expression(.unbox(Expression(.variable(box), .any, place)), type, place)
        var statements: [Statement] = []
        var own = unboxed
        let value = Variable(name: "$self", type: type, isLet: false, range: place, owner: context)
        if isChanging {
            statements.append(.declare(.variable(value), unboxed))
            own = Expression(.variable(value), type, place)
        }
        var arguments = [
            isChanging && !isSetter && !checker.isClass(type) ? Expression(.inoutPlace(own), type, place) : own
        ]
        for (index, written) in decl.parameters.enumerated() {
            let wanted = checker.inference.zonk(written.type.substituting(known))
            let variable = Variable(
                name: "a\(index)", type: wanted, isLet: !written.isInout, range: place, owner: context)
            variable.isInout = written.isInout
            context.parameters.append(variable)
            let argument = Expression(.variable(variable), wanted, place)
            arguments.append(written.isInout ? Expression(.inoutPlace(argument), wanted, place) : argument)
        }
        let called = Expression(
            .call(Expression.Call(decl: decl, substitution: known, arguments: arguments)),
            checker.inference.zonk(decl.result.substituting(known)), place)
        if isSetter {
            let given = Variable(name: "newValue", type: called.type, isLet: true, range: place, owner: context)
            context.parameters.append(given)
            statements.append(
                .expression(
                    Expression(.assign(called, Expression(.variable(given), called.type, place)), .void, place)))
        }
        let boxedAgain = Expression(
            .assign(
                Expression(.variable(box), .any, place),
                Expression(.erase(Expression(.variable(value), type, place)), .any, place)), .void, place)
        if isChanging, result != .void {
            let kept = Variable(name: "$result", type: result, isLet: true, range: place, owner: context)
            statements += [
                .declare(.variable(kept), called), .expression(boxedAgain),
                .return(Expression(.variable(kept), result, place)),
            ]
        } else if isChanging {
            if !isSetter { statements.append(.expression(called)) }
            statements.append(.expression(boxedAgain))
        } else {
            statements.append(result == .void ? .expression(called) : .return(called))
        }
        return made(decl.name, context, statements)
    }

    // MARK: First values

    /// A function that gives the stored properties of a class, its own and not the inherited ones, their first values.
    func fieldInitialiser(_ nominal: Nominal, _ known: [String: Type]) -> Int {
        let key = DefaultKey(nominal: ObjectIdentifier(nominal), index: -1, known: known)
        if let index = defaults[key] { return index }
        let context = FunctionContext(name: "init", parent: nil, result: .void, mayThrow: false)
        let own = Variable(name: "self", type: nominal.selfType, isLet: true, range: SourceRange(at: 0), owner: context)
        context.parameters = [own]
        // Observers are silent here.
        context.initialised = FunctionContext.Initialised(nominal: nominal, isFailable: false, isDelegating: false)
        let index = made("init", context, known, [.initialiseFields(nominal, own)])
        defaults[key] = index
        return index
    }

    /// A function that makes the first value of a stored property of a generic type.
    func defaultValue(_ nominal: Nominal, _ property: Int, _ known: [String: Type]) -> Int {
        let key = DefaultKey(nominal: ObjectIdentifier(nominal), index: property, known: known)
        if let index = defaults[key] { return index }
        let stored = nominal.stored[property]
        let context = FunctionContext(name: stored.name, parent: nil, result: stored.type, mayThrow: false)
        let value = stored.initial ?? Expression(.nil, stored.type, SourceRange(at: 0))
        let index = made(stored.name, context, known, [.return(value)])
        defaults[key] = index
        return index
    }

    struct DefaultKey: Hashable {
        var nominal: ObjectIdentifier
        var index: Int
        var known: [String: Type]
    }

    /// The flag and the function that give a static property its first value.
    func staticInitialiser(_ storage: StaticStorage) -> (flag: Place, function: Int) {
        if let known = staticFlags[ObjectIdentifier(storage)] { return known }
        let flag = newGlobal("has " + storage.variable.name, .bool)
        let context = FunctionContext(name: storage.variable.name, parent: nil, result: .void, mayThrow: false)
        let index = made(storage.variable.name, context, [:], [.initialiseStatic(storage)])
        staticFlags[ObjectIdentifier(storage)] = (flag, index)
        return (flag, index)
    }
}
