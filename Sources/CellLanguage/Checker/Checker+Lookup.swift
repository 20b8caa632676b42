import Diagnostics

/// A member as it is seen from a type: the declaration, and the type that its owner's generic names belong to.
struct MemberRef {
    var decl: Decl
    var base: Type
}

/// Members of types.
extension Checker {
    /// Declarations of a member, those of the type itself first; those of an extension when its conditions hold.
    func members(of type: Type, named name: String, isStatic: Bool?) -> [MemberRef] {
        // Names that begin with two underlines are the library's own.
        if name.hasPrefix("__"), !isLibraryCode { return [] }
        let type = inference.resolve(type)
        func fits(_ decl: Decl) -> Bool {
            decl.kind != .operator && (isStatic == nil || decl.isStatic == isStatic) && (decl.kind != .initializer)
        }
        return find(type, name).filter { fits($0.decl) }
    }

    func initializers(of type: Type) -> [MemberRef] {
        let type = inference.resolve(type)
        guard case .nominal(let key, _) = type, let nominal = nominal(key) else { return find(type, "init") }
        // A class inherits initialisers only when it has no designated one of its own.
        guard nominal.kind == .class, let superclass = superclass(of: type) else {
            return find(type, "init").filter { !$0.decl.isRequirement }
        }
        let own = (nominal.members["init"] ?? []).filter { holds($0, type) }
        let designated = own.filter { !$0.isConvenience }
        if designated.isEmpty
            || designated.allSatisfy({ if case .synthesized = $0.implementation { true } else { false } })
        {
            let written = own.filter { if case .synthesized = $0.implementation { false } else { true } }
            let inherited = initializers(of: superclass).filter { inherited in
                !written.contains { $0.parameters.map(\.label) == inherited.decl.parameters.map(\.label) }
            }
            return written.map { MemberRef(decl: $0, base: type) }
                + inherited.map { MemberRef(decl: $0.decl, base: $0.base) }
        }
        // Convenience initialisers are inherited when all designated ones are overridden; they would have to call the
        // overriding ones, and are left out.
        return own.map { MemberRef(decl: $0, base: type) }
    }

    private func find(_ type: Type, _ name: String) -> [MemberRef] {
        switch type {
        case .nominal:
            var found: [MemberRef] = []
            var current: Type? = type
            while let ancestor = current, case .nominal(let key, _) = ancestor, let nominal = nominal(key) {
                for decl in nominal.members[name] ?? [] where holds(decl, ancestor) {
                    if found.contains(where: { $0.decl.isOverride && overrides($0.decl, decl) }) { continue }
                    found.append(MemberRef(decl: decl, base: ancestor))
                }
                current = superclass(of: ancestor)
            }
            return found + inherited(type, name, shadowed: found)
        case .generic, .member:
            if let superclass = requiredSuperclass(type) {
                let found = find(superclass, name)
                return found + inherited(type, name, shadowed: found)
            }
            return inherited(type, name, shadowed: [])
        case .existential: return inherited(type, name, shadowed: [])
        case .variable: return inference.kind(of: type)?.defaultType.map { find($0, name) } ?? []
        default: return []
        }
    }

    /// Members that come with protocols: what they ask for, and what their extensions add.
    private func inherited(_ type: Type, _ name: String, shadowed: [MemberRef]) -> [MemberRef] {
        var requirements: [MemberRef] = []
        var added: [MemberRef] = []
        for owner in allConformances(type) {
            for decl in nominal(owner)?.members[name] ?? [] {
                let reference = MemberRef(decl: decl, base: type)
                if decl.isRequirement {
                    requirements.append(reference)
                } else if holds(decl, type) {
                    added.append(reference)
                }
            }
        }
        if requirements.isEmpty, added.isEmpty { return [] }
        let isConcrete = if case .nominal = type { true } else { false }
        if isConcrete {
            added.removeAll { added in
                shadowed.contains {
                    hasSameSignature($0.decl, added.decl) && looksAlike($0, added, type)
                }
            }
            // What a protocol asks for is found in the type or in an extension; else the compiler makes it.
            requirements.removeAll { wanted in
                (shadowed + added).contains { hasSameSignature($0.decl, wanted.decl) }
            }
        } else {
            added.removeAll { added in requirements.contains { hasSameSignature($0.decl, added.decl) } }
            // A requirement repeated by a refining protocol is one requirement.
            var unique: [MemberRef] = []
            for requirement in requirements
            where !unique.contains(where: {
                hasSameSignature($0.decl, requirement.decl) && sameTypes($0.decl, requirement.decl)
            }) {
                unique.append(requirement)
            }
            requirements = unique
        }
        // An extension of a refining protocol is nearer than that of a refined one.
        var nearest: [MemberRef] = []
        for candidate in added {
            let isHidden = nearest.contains { nearer in
                hasSameSignature(nearer.decl, candidate.decl) && sameTypes(nearer.decl, candidate.decl)
                    && nearer.decl.requirements == candidate.decl.requirements
                    && refined(nearer.decl.owner?.key ?? "").contains(candidate.decl.owner?.key ?? "")
            }
            if !isHidden { nearest.append(candidate) }
        }
        return requirements + nearest
    }

    /// Whether two members take and give the same types when they are used with a type.
    private func looksAlike(_ a: MemberRef, _ b: MemberRef, _ type: Type) -> Bool {
        guard a.decl.generics.count == b.decl.generics.count else { return false }
        var mine = selfSubstitution(a.decl, a.base)
        var theirs = selfSubstitution(b.decl, type)
        for (x, y) in zip(a.decl.generics, b.decl.generics) {
            (mine[x], theirs[y]) = (.generic(x), .generic(x))
        }
        func same(_ x: Type, _ y: Type) -> Bool {
            inference.zonk(x.substituting(mine)) == inference.zonk(y.substituting(theirs))
        }
        return same(a.decl.result, b.decl.result)
            && zip(a.decl.parameters, b.decl.parameters).allSatisfy { same($0.type, $1.type) }
    }

    func hasSameSignature(_ a: Decl, _ b: Decl) -> Bool {
        a.kind == b.kind && a.isStatic == b.isStatic && a.parameters.map(\.label) == b.parameters.map(\.label)
    }

    private func sameTypes(_ a: Decl, _ b: Decl) -> Bool {
        a.parameters.map(\.type) == b.parameters.map(\.type)
    }

    func overrides(_ a: Decl, _ b: Decl) -> Bool {
        hasSameSignature(a, b)
            && zip(a.parameters, b.parameters).allSatisfy { mine, theirs in
                let mark = inference.mark()
                defer { inference.rewind(to: mark) }
                return theirs.type.contains { if case .generic = $0 { true } else { false } }
                    || inference.unify(mine.type, theirs.type)
            }
    }

    /// Whether the conditions of the extension that a member stands in hold for a type.
    func holds(_ decl: Decl, _ type: Type) -> Bool {
        guard !decl.requirements.isEmpty else { return true }
        let substitution = selfSubstitution(decl, type)
        // Conditions on the declaration's own parameters are checked when it is called.
        let own = Set(decl.generics)
        return satisfies(
            decl.requirements.filter { requirement in
                switch requirement {
                case .conforms(let subject, _), .inherits(let subject, _): !mentions(subject, own)
                case .same(let a, let b): !mentions(a, own) && !mentions(b, own)
                }
            }, substitution)
    }

    private func mentions(_ type: Type, _ generics: Set<String>) -> Bool {
        type.contains { if case .generic(let name) = $0 { generics.contains(name) } else { false } }
    }

    /// What the generic names of a member mean for a given type of `self`.
    func selfSubstitution(_ decl: Decl, _ type: Type) -> [String: Type] {
        guard let owner = decl.owner else { return [:] }
        let type = inference.resolve(type)
        if owner.kind == .protocol {
            // `extension Optimizer where Self == RMSprop`
            for case .same(.generic("Self"), let own) in decl.requirements where type.isExistential {
                return ["Self": own]
            }
            return ["Self": type]
        }
        var current: Type? = type
        if case .variable = type { current = inference.kind(of: type)?.defaultType }
        if case .generic = type { current = requiredSuperclass(type) }
        if case .member = type { current = requiredSuperclass(type) }
        while let ancestor = current {
            if case .nominal(let key, let arguments) = ancestor, key == owner.key {
                var substitution = Dictionary(zip(owner.generics, arguments), uniquingKeysWith: { first, _ in first })
                substitution["Self"] = type
                return substitution
            }
            current = superclass(of: ancestor)
        }
        return ["Self": type]
    }

    func memberNames(of type: Type, isStatic: Bool?) -> [String] {
        var names: [String] = []
        func add(_ nominal: Nominal?) {
            for (name, decls) in nominal?.members ?? [:] where !name.hasPrefix("__") && name != "init" {
                if decls.contains(where: {
                    ($0.isStatic == isStatic || isStatic == nil) && $0.kind != .operator && $0.kind != .subscript
                }) {
                    names.append(name)
                }
            }
        }
        switch inference.resolve(type) {
        case .tuple(let elements): return elements.compactMap(\.label)
        default:
            var current: Type? = inference.resolve(type)
            while case .nominal(let key, _)? = current {
                add(nominal(key))
                current = superclass(of: current ?? .error)
            }
            for name in allConformances(type) { add(nominal(name)) }
        }
        return names.sorted()
    }

    // MARK: Witnesses

    /// What fulfils a protocol's requirement in a type, with the meaning of its generic names.
    func witness(for requirement: Decl, in type: Type) -> (decl: Decl, substitution: [String: Type])? {
        var type = inference.resolve(type)
        while isClass(type), requirement.kind == .function || requirement.kind == .property,
            let owner = requirement.owner,
            let superclass = superclass(of: type), conforms(superclass, to: owner.key)
        {
            // What a subclass adds under the same name is no witness; what it overrides is found when it is called.
            type = superclass
        }
        // A generic requirement's own parameters satisfy what it says of them.
        let outer = environment
        if !requirement.generics.isEmpty { environment += requirement.requirements }
        defer { if !requirement.generics.isEmpty { environment = outer } }
        let candidates: [MemberRef]
        switch requirement.kind {
        case .operator: candidates = operators(named: requirement.name, of: type)
        case .initializer: candidates = initializers(of: type)
        default:
            candidates = find(type, requirement.name).filter {
                $0.decl.kind == requirement.kind || $0.decl.kind == .enumCase
            }
        }
        for candidate in candidates where !candidate.decl.isRequirement || candidate.decl === requirement {
            guard
                candidate.decl.isStatic == requirement.isStatic || requirement.kind == .initializer
                    || requirement.kind == .operator,
                candidate.decl.parameters.map(\.label) == requirement.parameters.map(\.label)
                    || requirement.kind == .operator || isDefault(candidate.decl, for: requirement)
            else { continue }
            candidate.decl.pendingType?()
            let mark = inference.mark()
            var substitution = selfSubstitution(
                candidate.decl, candidate.decl.owner?.kind == .protocol ? type : candidate.base)
            for generic in candidate.decl.generics { substitution[generic] = inference.fresh() }
            // A generic requirement's parameters stand for themselves here.
            let wanted = ["Self": type]
            let fits =
                zip(candidate.decl.parameters, requirement.parameters).allSatisfy {
                    inference.unify(
                        inference.zonk($0.type.substituting(substitution)), inference.zonk($1.type.substituting(wanted))
                    )
                }
                && (requirement.kind == .initializer
                    || fulfils(
                        candidate.decl.result.substituting(substitution), requirement.result.substituting(wanted)))
            if fits, satisfies(candidate.decl.requirements, substitution) { return (candidate.decl, substitution) }
            inference.rewind(to: mark)
        }
        return nil
    }

    /// `init()` of a type whose properties all have first values.
    private func isDefault(_ decl: Decl, for requirement: Decl) -> Bool {
        guard requirement.kind == .initializer, requirement.parameters.isEmpty, case .synthesized = decl.implementation
        else { return false }
        return decl.parameters.allSatisfy { $0.defaultValue != nil }
    }

    private func fulfils(_ result: Type, _ wanted: Type) -> Bool {
        inference.unify(result, wanted)
    }

    /// Operator functions that may be meant for a type: in its own declaration and ancestors, in its protocols, and free.
    func operators(named name: String, of type: Type) -> [MemberRef] {
        let type = inference.resolve(type)
        var result: [MemberRef] = []
        // A literal may be of its usual type, an integer literal a Double as well.
        var starts = [type]
        if let kind = inference.kind(of: type), let usual = kind.defaultType {
            starts = kind == .integerLiteral ? [usual, .double] : [usual]
        }
        for start in starts {
            var current: Type? = start
            while case .nominal(let key, _)? = current {
                for decl in nominal(key)?.members[name] ?? []
                where decl.kind == .operator && holds(decl, current ?? .error) {
                    result.append(MemberRef(decl: decl, base: current ?? .error))
                }
                current = superclass(of: current ?? .error)
            }
        }
        for decl in freeOperators(named: name) { result.append(MemberRef(decl: decl, base: type)) }
        for owner in allConformances(type) {
            for decl in nominal(owner)?.members[name] ?? [] where decl.kind == .operator && holds(decl, type) {
                result.append(MemberRef(decl: decl, base: type))
            }
        }
        return result
    }

    /// Operators declared outside types.
    func freeOperators(named name: String) -> [Decl] {
        (userOperators[name] ?? []) + library.free(name).filter { $0.kind == .operator && $0.owner == nil }
    }
}
