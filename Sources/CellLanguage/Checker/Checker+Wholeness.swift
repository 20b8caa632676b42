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
                    return
                }
            }
            checkSize(nominal)
        case .enum:
            var seen: Set<String> = []
            let isRecursive = nominal.cases.contains { element in
                !element.isIndirect && element.payload.contains { holds($0.type, nominal.key, &seen) }
            }
            if isRecursive { report(.recursiveEnum(name), at: nominal.range) }
        default: break
        }
    }

    /// Types that double at every step are refused before anything is made of them: the first that is too large, once.
    private func checkSize(_ nominal: Nominal) {
        if words(of: nominal.selfType) == .max, nominal.stored.allSatisfy({ words(of: $0.type) != .max }) {
            report(CheckerMessage.typeTooLarge, at: nominal.range ?? SourceRange(at: 0))
        }
    }

    /// How many registers a value takes, nearly enough; `.max` when there are too many.
    private func words(of type: Type) -> Int {
        let type = inference.resolve(type)
        if let wrapped = type.wrapped { return Self.sum([1, words(of: wrapped)]) }
        switch type {
        case .tuple(let parts): return Self.sum(parts.map { words(of: $0.type) })
        case .nominal(let key, let arguments):
            guard let nominal = nominal(key), !nominal.isLibrary, nominal.kind == .struct else { return 1 }
            if arguments.isEmpty, let known = knownWords[key] { return known }
            knownWords[key] = 1  // while it is being counted
            let substitution = Dictionary(zip(nominal.generics, arguments), uniquingKeysWith: { first, _ in first })
            let count = Self.sum(nominal.stored.map { words(of: $0.type.substituting(substitution)) })
            knownWords[key] = arguments.isEmpty ? count : nil
            return count
        default: return 1
        }
    }

    private static func sum(_ counts: [Int]) -> Int {
        var sum = 0
        for count in counts {
            if count == .max || sum + count > ProgramBuilder.mostRegisters { return .max }
            sum += count
        }
        return sum
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
