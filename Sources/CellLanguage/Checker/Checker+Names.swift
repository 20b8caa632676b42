import Diagnostics
import SwiftSyntax

/// Scopes and names.
extension Checker {
    func inScope<T>(_ body: () -> T) -> T {
        scopes.append(Scope())
        defer {
            for case .variable(let variable) in scopes.removeLast().names.values { warn(about: variable) }
        }
        return body()
    }

    func lookUp(_ name: String) -> Entity? {
        for scope in scopes.reversed() {
            if let entity = scope.names[name] { return entity }
            if let member = scope.member, hasMember(named: name, member) { return .members(member) }
        }
        return nil
    }

    private func hasMember(named name: String, _ scope: MemberScope) -> Bool {
        !members(of: scope.selfType, named: name, isStatic: nil).isEmpty
    }

    func lookUpType(_ name: String) -> TypeEntity? {
        for scope in scopes.reversed() {
            if let entity = scope.types[name] { return entity }
            if let member = scope.member, let entity = memberType(name, of: member.selfType) { return entity }
        }
        return library.nominal(name).map(TypeEntity.nominal)
    }

    /// A type nested in another, or an associated type.
    func memberType(_ name: String, of type: Type) -> TypeEntity? {
        switch inference.resolve(type) {
        case .nominal(let key, let arguments):
            guard let nominal = nominal(key) else { return nil }
            switch nominal.types[name] {
            case .alias(let generics, let alias):
                let substitution = Dictionary(zip(nominal.generics, arguments), uniquingKeysWith: { first, _ in first })
                return .alias(generics, alias.substituting(substitution))
            case .nominal(let nested)? where !nested.outerGenerics.isEmpty:
                let own = Array(nested.generics.dropFirst(nested.outerGenerics.count))
                return .alias(own, .nominal(nested.key, arguments + own.map { .generic($0) }))
            case let found?: return found
            case nil: break
            }
            if let superclass = nominal.superclass, let found = memberType(name, of: superclass) { return found }
            if let index = nominal.generics.firstIndex(where: { Type.display($0) == name }), index < arguments.count {
                return .type(arguments[index])
            }
            // An associated type that a requirement's witness decides.
            if nominal.conformances.contains(where: { associatedNames($0.name).contains(name) }),
                let found = associated(name, of: type)
            {
                return .type(found)
            }
            return nil
        case .generic, .member:
            let protocols = requiredProtocols(type)
            if protocols.contains(where: { associatedNames($0).contains(name) }) {
                return .type(inference.resolve(.member(type, name)))
            }
            for name in protocols.compactMap({ nominal($0)?.types[name] }) { return name }
            return nil
        default: return nil
        }
    }

    func nominal(_ key: String) -> Nominal? { nominals[key] ?? library.nominal(key) }

    func declare(_ variable: Variable) {
        let scope = scopes[scopes.count - 1]
        if scope.declaredHere.contains(variable.name) {
            var notes: [DiagnosticNote] = []
            if case .variable(let earlier) = scope.names[variable.name] {
                notes.append(DiagnosticNote(CheckerMessage.declaredHere(variable.name), at: earlier.range))
            }
            report(.redeclaration(variable.name), at: variable.range, notes: notes)
        }
        scope.declaredHere.insert(variable.name)
        scope.names[variable.name] = .variable(variable)
        if variable.isGlobal {
            globals.append(variable)
            variable.topLevel = declareTopLevel(variable.name, variable.range)
        }
    }

    func declareTopLevel(_ name: String, _ range: SourceRange) -> TopLevelUse? {
        guard scopes.count == 1, range.count > 0 else { return nil }
        let declared = TopLevelUse(name: name, cell: cellID, definition: range)
        topLevelNames.append(declared)
        return declared
    }

    /// A name of the outermost scope belongs to the notebook; others, and those without a name in the source, to the
    /// function or cell that is being checked.
    func makeVariable(_ name: String, _ type: Type, isLet: Bool, at range: SourceRange) -> Variable {
        let isGlobal = scopes.count == 1 && !name.hasPrefix("$")
        let variable = Variable(name: name, type: type, isLet: isLet, range: range, owner: isGlobal ? nil : function)
        pendingVariables.append(variable)
        return variable
    }

    /// Swift's warnings about a local name, when its scope ends.
    private func warn(about variable: Variable) {
        guard !isLibraryCode, !variable.isQuiet, !variable.name.hasPrefix("$"), variable.range.count > 0 else { return }
        if !variable.isRead, !variable.isCaptured, variable.accessors == nil {
            let message: WarningMessage =
                variable.isMutated && !variable.isLet
                ? .neverRead(variable.name)
                : variable.isLet ? .neverUsed(variable.name) : .neverUsedVariable(variable.name)
            warn(message, at: variable.range)
        } else if !variable.isLet, !variable.isMutated, variable.accessors == nil {
            warn(.neverMutated(variable.name), at: variable.range)
        }
    }

    /// The names that a misspelt one could have meant.
    func namesInScope() -> [String] {
        scopes.reversed().flatMap { scope in
            scope.names.keys.sorted() + (scope.member.map { memberNames(of: $0.selfType, isStatic: nil) } ?? [])
        } + library.freeNames + typeNamesInScope()
    }

    func typeNamesInScope() -> [String] {
        scopes.reversed().flatMap { $0.types.keys.sorted() } + library.typeNames
    }

    /// A name that no other declaration of the notebook has, for types and generic parameters.
    func unique(_ name: String) -> String {
        uniqueNames[name, default: 0] += 1
        let count = uniqueNames[name] ?? 1
        return count == 1 && library.nominal(name) == nil ? name : "\(name)#\(count)"
    }

    func uniqueGeneric(_ name: String) -> String {
        uniqueNames["<\(name)>", default: 0] += 1
        return "\(name)#g\(uniqueNames["<\(name)>"] ?? 1)"
    }

    func name(_ token: TokenSyntax) -> String {
        let text = token.text
        return text.hasPrefix("`") ? String(text.dropFirst().dropLast()) : text
    }

    /// The nearest `self`.
    var selfScope: MemberScope? { scopes.last { $0.member != nil }?.member }
}
