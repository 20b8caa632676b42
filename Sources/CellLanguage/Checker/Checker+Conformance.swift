import Diagnostics

/// What the checker knows of types: conformances and associated types.
extension Checker {
    /// A protocol and all that it refines.
    func refined(_ name: String) -> [String] {
        if let known = refinedLibraryProtocols[name] { return known }
        var result: [String] = []
        var rest = [name]
        while let next = rest.popLast() {
            guard !result.contains(next) else { continue }
            result.append(next)
            rest += nominal(next)?.conformances.map(\.name) ?? []
        }
        // Those of the library are what they are, and asked for at every step.
        if nominal(name)?.isLibrary ?? false { refinedLibraryProtocols[name] = result }
        return result
    }

    func associatedNames(_ name: String) -> [String] {
        refined(name).flatMap { nominal($0)?.associatedTypes.map(\.name) ?? [] }
    }

    /// What `P<…>` names, in order.
    func primaryAssociatedTypes(_ nominal: Nominal) -> [String] {
        if let primary = nominal.primaryAssociatedTypes { return primary }
        // The library's sequences are named by their elements.
        let refined = refined(nominal.key)
        if nominal.isLibrary, refined.contains("Sequence") || refined.contains("IteratorProtocol") {
            return ["Element"]
        }
        return nominal.isLibrary ? nominal.associatedTypes.map(\.name) : []
    }

    /// The protocols that a type of which only requirements are known must conform to.
    func requiredProtocols(_ type: Type) -> [String] {
        var names: [String] = []
        for requirement in environment {
            if case .conforms(let subject, let name) = requirement,
                subject == type || !inference.fixed.isEmpty && inference.resolve(subject) == type
            {
                names += refined(name)
            }
        }
        if case .member(let base, let name) = type {
            for owner in requiredProtocols(base) {
                for associated in nominal(owner)?.associatedTypes ?? [] where associated.name == name {
                    names += associated.conformances.flatMap(refined)
                }
            }
        }
        if let superclass = requiredSuperclass(type) { names += allConformances(superclass) }
        return names
    }

    func requiredSuperclass(_ type: Type) -> Type? {
        for case .inherits(let subject, let superclass) in environment where subject == type { return superclass }
        return nil
    }

    /// The protocols that a type conforms to, refined ones included, where their conditions hold.
    func allConformances(_ type: Type) -> [String] {
        switch inference.resolve(type) {
        case .nominal(let key, let arguments):
            guard let nominal = nominal(key) else { return [] }
            var names: [String] = []
            for conformance in nominal.conformances where holds(conformance, nominal, arguments, type) {
                for name in refined(conformance.name) where !names.contains(name) { names.append(name) }
            }
            if let superclass = superclass(of: type) {
                for name in allConformances(superclass) where !names.contains(name) { names.append(name) }
            }
            return names
        case .generic, .member: return requiredProtocols(type)
        case .existential(let names): return names.flatMap(refined)
        case .variable: return inference.kind(of: type)?.defaultType.map(allConformances) ?? []
        default: return []
        }
    }

    private func holds(_ conformance: Nominal.Conformance, _ nominal: Nominal, _ arguments: [Type], _ type: Type)
        -> Bool
    {
        if let instance = conformance.instance, instance != shown(type) { return false }
        if conformance.requirements.isEmpty { return true }
        let substitution = Dictionary(zip(nominal.generics, arguments), uniquingKeysWith: { first, _ in first })
        return satisfies(conformance.requirements, substitution)
    }

    func conforms(_ type: Type, to protocolName: String) -> Bool {
        if protocolName == "Sendable" { return true }
        switch inference.resolve(type) {
        case .error, .never: return true
        case .generic, .member: return requiredProtocols(inference.resolve(type)).contains(protocolName)
        case .existential(let names): return names.contains { refined($0).contains(protocolName) }
        case .variable:
            guard let usual = inference.kind(of: type)?.defaultType else { return false }
            return conforms(usual, to: protocolName)
        case .nominal(let key, let arguments):
            guard let nominal = nominal(key) else { return false }
            if protocolName == "AnyObject" { return nominal.kind == .class }
            for conformance in nominal.conformances
            where conformance.name == protocolName || refined(conformance.name).contains(protocolName) {
                if holds(conformance, nominal, arguments, type) { return true }
            }
            return superclass(of: type).map { conforms($0, to: protocolName) } ?? false
        default: return false
        }
    }

    /// Whether requirements hold; what inference has not decided yet counts as fulfilled.
    func satisfies(_ requirements: [Requirement], _ substitution: [String: Type]) -> Bool {
        requirements.allSatisfy { requirement in
            switch requirement.substituting(substitution) {
            case .conforms(let subject, let name):
                return inference.isOpen(subject) || isUndecided(subject) || conforms(subject, to: name)
            case .same(let a, let b):
                let mark = inference.mark()
                defer { inference.rewind(to: mark) }
                if isUndecided(a) || isUndecided(b) { return true }
                return inference.unify(a, b)
            case .inherits(let subject, let superclass):
                return inference.isOpen(subject) || isSubclass(subject, of: superclass)
            }
        }
    }

    /// A member of a type that is not known yet.
    func isUndecided(_ type: Type) -> Bool {
        if case .member(let base, _) = inference.resolve(type) { return inference.hasVariables(base) }
        return false
    }

    // MARK: Classes

    func superclass(of type: Type) -> Type? {
        guard case .nominal(let key, let arguments) = inference.resolve(type), let nominal = nominal(key),
            let superclass = nominal.superclass
        else { return nil }
        return superclass.substituting(
            Dictionary(zip(nominal.generics, arguments), uniquingKeysWith: { first, _ in first }))
    }

    func isSubclass(_ type: Type, of ancestor: Type) -> Bool {
        var current: Type? = inference.resolve(type)
        switch current {
        case .generic, .member: current = requiredSuperclass(current ?? .error)
        default: break
        }
        while let type = current {
            let mark = inference.mark()
            if inference.unify(type, ancestor) { return true }
            inference.rewind(to: mark)
            current = superclass(of: type)
        }
        return false
    }

    // MARK: Associated types

    /// What `T.name` is; `nil` while it cannot be known.
    func associated(_ name: String, of type: Type) -> Type? {
        // Types that are defined by each other: the question has no answer.
        associatedDepth += 1
        defer { associatedDepth -= 1 }
        if associatedDepth > 60 { return nil }
        switch type {
        case .generic, .member:
            for case .same(let a, let b) in environment {
                if a == .member(type, name), b != a { return inference.resolve(b) }
                if b == .member(type, name), a != b, !isArchetype(a) { return inference.resolve(a) }
            }
            // What Swift's protocols say of their associated types in `where` clauses.
            if case .member(let base, let outer) = type {
                switch (outer, name) {
                case ("Iterator", "Element"), ("SubSequence", "Element"), ("SubSequence", "Index"):
                    return inference.resolve(.member(base, name))
                case ("SubSequence", "SubSequence"): return type
                case ("Indices", "Element"), ("Indices", "Index"): return inference.resolve(.member(base, "Index"))
                case ("Indices", "Indices"), ("Indices", "SubSequence"): return type
                default: break
                }
            }
            if name == "Element", requiredProtocols(type).contains("StringProtocol") { return .character }
            if name == "Index", requiredProtocols(type).contains("StringProtocol") {
                return .nominal("String.Index", [])
            }
            if let superclass = requiredSuperclass(type) { return associated(name, of: superclass) }
            return nil
        case .nominal(let key, let arguments):
            guard let nominal = nominal(key) else { return nil }
            let substitution = Dictionary(zip(nominal.generics, arguments), uniquingKeysWith: { first, _ in first })
            guard let found = associated(name, nominal) else {
                return superclass(of: type).flatMap { associated(name, of: $0) }
            }
            return inference.resolve(found.substituting(substitution))
        default: return nil
        }
    }

    private func isArchetype(_ type: Type) -> Bool {
        switch type {
        case .generic, .member: true
        default: false
        }
    }

    /// In terms of the nominal's own parameters.
    private func associated(_ name: String, _ nominal: Nominal) -> Type? {
        switch nominal.types[name] {
        case .alias(_, let type)?: return type
        case .nominal(let nested)?: return .nominal(nested.key, [])
        case .type(let type)?: return type
        case nil: break
        }
        if name == "Element", nominal.range != nil,
            nominal.members["makeIterator"]?.contains(where: { $0.range != nil }) ?? false,
            // Not while the iterator itself is being inferred.
            !(associatedCache[nominal.key + ".Iterator"].map { $0 == nil } ?? false),
            let iterator = associated("Iterator", nominal), iterator != nominal.selfType,
            let element = associated("Element", of: iterator)
        {
            return element
        }
        if let index = nominal.generics.firstIndex(where: { Type.display($0) == name }) {
            return .generic(nominal.generics[index])
        }
        let cacheKey = nominal.key + "." + name
        if let known = associatedCache[cacheKey] { return known }
        associatedCache[cacheKey] = .some(nil)  // while it is being inferred
        let found = inferred(name, nominal)
        if let found { associatedCache[cacheKey] = found } else { associatedCache[cacheKey] = nil }
        return found
    }

    /// An associated type that the witnesses of the protocol's requirements decide.
    private func inferred(_ name: String, _ nominal: Nominal) -> Type? {
        let protocols = nominal.conformances.flatMap { refined($0.name) }
        guard protocols.contains(where: { self.nominal($0)?.associatedTypes.contains { $0.name == name } ?? false })
        else { return nil }
        if name == "AllCases" { return .array(nominal.selfType) }
        if name == "RawValue", let written = nominal.rawType { return written }
        for requirement in protocols.compactMap({ self.nominal($0) }).flatMap({ $0.members.values.joined() })
        where requirement.isRequirement {
            for witness in nominal.members[requirement.name] ?? []
            where witness.kind == requirement.kind
                && witness.parameters.map(\.label) == requirement.parameters.map(\.label)
            {
                witness.pendingType?()
                var open: [String: Type] = [:]
                func opened(_ type: Type) -> Type {
                    type.substituting(["Self": nominal.selfType]).mapped { part in
                        guard case .member(let base, let member) = part, base == nominal.selfType else { return part }
                        if let known = open[member] { return known }
                        open[member] = inference.fresh()
                        return open[member] ?? part
                    }
                }
                let mark = inference.mark()
                defer { inference.rewind(to: mark) }
                var fits = inference.unify(opened(requirement.result), witness.result)
                for (wanted, given) in zip(requirement.parameters, witness.parameters) {
                    fits = inference.unify(opened(wanted.type), given.type) && fits
                }
                if fits, let variable = open[name], !inference.hasVariables(variable) {
                    return inference.zonk(variable)
                }
            }
        }
        if name == "Element", protocols.contains("Sequence"),
            let iterator = associated("Iterator", of: nominal.selfType)
        {
            return associated("Element", of: iterator)
        }
        for owner in protocols {
            for associated in self.nominal(owner)?.associatedTypes ?? [] where associated.name == name {
                guard let usual = associated.defaultType else { continue }
                let type = usual.substituting(["Self": nominal.selfType])
                if associated.conformances.allSatisfy({ conforms(type, to: $0) }) { return type }
            }
        }
        return nil
    }

    /// The type of the elements of a sequence.
    func element(of type: Type) -> Type? {
        let type = inference.resolve(type)
        guard conforms(type, to: "Sequence") else { return nil }
        return inference.resolve(.member(type, "Element"))
    }

    func checkConformances() {
        let checks = conformanceChecks
        conformanceChecks = []
        for check in checks { check() }
    }

    /// Whether an operator that a protocol asks for is one that the machine has for the type: `+` of `Int`.
    private func isProvided(_ requirement: Decl, for type: Type) -> Bool {
        // By the library's own conformances, not by the one that is looked at.
        var isOwn = isMachineType(type) && type != .bool
        if case .nominal("Array", _) = type { isOwn = requirement.name == "+" }
        guard requirement.kind == .operator, isOwn, supports(requirement.name, type) else { return false }
        let substitution = ["Self": type]
        let isComparison = ["==", "!=", "<", ">", "<=", ">="].contains(requirement.name)
        return requirement.parameters.count == 2
            && requirement.parameters.allSatisfy { !$0.isInout && $0.type.substituting(substitution) == type }
            && requirement.result.substituting(substitution) == (isComparison ? .bool : type)
    }

    /// Every requirement of every protocol has a witness.
    func verifyConformances(_ nominal: Nominal) {
        if nominal.kind == .protocol { return }
        for conformance in nominal.conformances where conformance.range != nil {
            let place = conformance.range ?? SourceRange(at: 0)
            let outer = environment
            defer { environment = outer }
            // An extension of one instance, `where Bound == Int`, is verified as that instance.
            var fixed: [String: Type] = [:]
            for case .same(.generic(let key), let type) in conformance.requirements { fixed[key] = type }
            environment += (nominal.requirements + conformance.requirements).map { $0.substituting(fixed) }
            let type = nominal.selfType.substituting(fixed)
            for name in refined(conformance.name) {
                guard let proto = self.nominal(name) else { continue }
                if !verified.insert(nominal.key + ":" + name).inserted { continue }
                if let part = synthesisFailure(nominal, name) {
                    report(
                        .cannotSynthesize("\(Type.display(nominal.key))", protocolName: name), at: place,
                        notes: part.map { [DiagnosticNote(CheckerMessage.declaredHere($0.name), at: $0.range)] } ?? [])
                    continue
                }
                for associated in proto.associatedTypes where self.associated(associated.name, of: type) == nil {
                    report(
                        .missingAssociatedType(
                            Type.display(nominal.key), protocolName: Type.display(name), associated.name),
                        at: place)
                }
                let missing = proto.members.values.joined().filter { requirement in
                    requirement.isRequirement && !isSynthesized(requirement, name, nominal)
                        && !isProvided(requirement, for: type)
                        // Found among its own protocol's, it is there in name only.
                        && witness(for: requirement, in: type).map { $0.decl === requirement } ?? true
                }.sorted { ($0.range?.lower ?? 0, $0.name) < ($1.range?.lower ?? 0, $1.name) }
                if !missing.isEmpty {
                    report(
                        .doesNotConformToProtocol(Type.display(nominal.key), protocolName: Type.display(name)),
                        at: place,
                        notes: missing.prefix(4).map {
                            DiagnosticNote(
                                DeclarationMessage.requirementMissing(
                                    $0.kind == .property ? "\($0.name): \($0.result)" : $0.summary), at: $0.range)
                        })
                } else {
                    checkWitnesses(of: proto, in: type, nominal, at: place)
                }
            }
        }
    }

    /// Whether what fulfils the requirements does no more than they allow.
    private func checkWitnesses(of proto: Nominal, in type: Type, _ nominal: Nominal, at place: SourceRange) {
        let requirements = proto.members.values.joined().filter(\.isRequirement)
            .sorted { ($0.range?.lower ?? 0, $0.name) < ($1.range?.lower ?? 0, $1.name) }
        for requirement in requirements {
            guard let witness = witness(for: requirement, in: type)?.decl, witness.range != nil,
                witness.owner === nominal
            else { continue }
            if requirement.kind == .initializer, nominal.kind == .class, !nominal.isFinal, !witness.isRequired {
                report(
                    .needsRequired(witness.signature, type: Type.display(nominal.key)),
                    at: witness.range ?? place)
                continue
            }
            if requirement.kind == .function, nominal.kind == .class, !nominal.isFinal,
                requirement.result.contains(where: { $0 == .generic("Self") }),
                !witness.result.contains(where: { $0 == .generic("Self") })
            {
                report(.mustReturnSelf(witness.signature, type: Type.display(nominal.key)), at: witness.range ?? place)
                continue
            }
            let fault: DeclarationRule? =
                if requirement.hasSetter, !witness.hasSetter || witness.isLet {
                    .witnessNotSettable
                } else if requirement.throwing == .never, witness.throwing == .always {
                    .witnessThrows
                } else if witness.isMutating, !requirement.isMutating, nominal.kind != .class {
                    .witnessMutating
                } else if witness.isPrivate {
                    .witnessPrivate
                } else {
                    nil
                }
            guard let fault else { continue }
            report(
                .doesNotConformToProtocol(Type.display(nominal.key), protocolName: Type.display(proto.key)), at: place,
                notes: [DiagnosticNote(fault, at: witness.range)])
        }
    }
}
