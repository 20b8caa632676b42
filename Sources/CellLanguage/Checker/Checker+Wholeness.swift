import Diagnostics

/// What can be said of a type once all types of its block are known.
extension Checker {
    /// A struct holds its properties, and an enum its payloads, where they stand: none can hold itself.
    func checkFinite(_ nominal: Nominal) {
        guard !nominal.isLibrary else { return }
        let name = Type.display(nominal.key)
        switch nominal.kind {
        case .struct:
            for property in nominal.stored {
                property.decl.pendingType?()
                var seen: Set<String> = []
                if holds(property.type, nominal.key, &seen) {
                    report(.recursiveValue(name), at: property.decl.range ?? nominal.range)
                }
            }
        case .enum:
            var seen: Set<String> = []
            let isRecursive = nominal.cases.contains { element in
                !element.isIndirect && element.payload.contains { holds($0.type, nominal.key, &seen) }
            }
            if isRecursive { report(.recursiveEnum(name), at: nominal.range) }
        default: break
        }
    }

    private func holds(_ type: Type, _ key: String, _ seen: inout Set<String>) -> Bool {
        let type = inference.resolve(type)
        if let wrapped = type.wrapped { return holds(wrapped, key, &seen) }
        switch type {
        case .tuple(let parts): return parts.contains { holds($0.type, key, &seen) }
        case .nominal(let name, let arguments):
            if name == key { return true }
            guard let nominal = nominal(name), !nominal.isLibrary, seen.insert("\(type)").inserted else { return false }
            let substitution = Dictionary(zip(nominal.generics, arguments), uniquingKeysWith: { first, _ in first })
            let parts =
                switch nominal.kind {
                case .struct: nominal.stored.map(\.type)
                case .enum: nominal.cases.filter { !$0.isIndirect }.flatMap { $0.payload.map(\.type) }
                default: [Type]()
                }
            return parts.contains { holds($0.substituting(substitution), key, &seen) }
        default: return false
        }
    }

    /// A subclass with initialisers of its own has those that are `required` too.
    func checkRequiredInitialisers(_ nominal: Nominal) {
        guard nominal.kind == .class, !nominal.isLibrary else { return }
        let own = (nominal.members["init"] ?? []).filter { $0.range != nil }
        guard own.contains(where: { !$0.isConvenience }) else { return }
        var ancestor = superclass(of: nominal.selfType)
        while let type = ancestor, case .nominal(let key, _) = type, let superclass = self.nominal(key) {
            for needed in superclass.members["init"] ?? [] where needed.isRequired {
                let isThere = own.contains {
                    $0.parameters.map(\.label) == needed.parameters.map(\.label)
                        && $0.parameters.map(\.type) == needed.parameters.map(\.type)
                }
                if !isThere {
                    report(.requiredMissing(needed.signature, of: Type.display(key)), at: nominal.range)
                }
            }
            ancestor = self.superclass(of: type)
        }
    }

    func report(_ rule: DeclarationRule, at range: SourceRange?, notes: [DiagnosticNote] = []) {
        diagnostics.append(Diagnostic(.error, rule, at: range ?? SourceRange(at: 0), notes: notes))
    }
}
