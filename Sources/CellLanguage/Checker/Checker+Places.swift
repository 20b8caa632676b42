import Diagnostics
import SwiftSyntax

/// What can be changed, and why something else cannot.
extension Checker {
    /// An expression that is changed: its variable must be a `var`, its properties settable.
    func place(_ expression: Expression, for change: CheckerMessage.Change) -> Expression {
        if let blame = constantBlame(expression, change) {
            report(blame.message, at: expression.range, notes: blame.notes)
            return Expression(.error, .error, expression.range)
        }
        return make(.inoutPlace(expression), expression.type, at: expression.range)
    }

    typealias Blame = (message: CheckerMessage, notes: [DiagnosticNote])

    /// Why an expression cannot be changed; `nil` when it can. Marks the variable as changed.
    func constantBlame(_ expression: Expression, _ change: CheckerMessage.Change) -> Blame? {
        let isAssignment = change == .assignment
        let inner = isAssignment ? .subscript : change
        switch expression.kind {
        case .variable(let variable):
            // What stands for the value of an optional is changed where the optional is.
            if let link = chains.last(where: { $0.1 === variable }) {
                return isClass(variable.type) ? nil : constantBlame(link.0, inner)
            }
            if isAssignment, variable.isAssignableOnce, variable.owner === function || variable.isGlobal { return nil }
            if variable.isLet, !(variable.name == "self" && function?.initialised != nil) {
                if variable.name == "self" { return (.immutableSelf, []) }
                let isVisible = variable.range.count > 0
                return (
                    .constant(variable.name, change),
                    isVisible ? [DiagnosticNote(CheckerMessage.declaredHere(variable.name), at: variable.range)] : []
                )
            }
            variable.isMutated = true
            return nil
        case .element(let base, _), .subscriptArray(let base, _), .subscriptDictionary(let base, _),
            .subscriptDefault(let base, _, _), .unwrap(let base), .inoutPlace(let base):
            return constantBlame(base, inner)
        case .convert(let base): return isClass(base.type) ? nil : constantBlame(base, inner)
        case .chain(let base, _, let rest):
            if let blame = constantBlame(rest.unwrappedChain, inner) { return blame }
            return isClass(inference.resolve(base.type).wrapped ?? .error) ? nil : constantBlame(base, inner)
        case .call(let call): return constantBlame(call, change)
        case .tuple(let parts):
            return parts.lazy.compactMap { self.constantBlame($0, change) }.first
        case .error, .discard: return nil
        default: return (.notAssignable, [])
        }
    }

    func isClass(_ type: Type) -> Bool {
        switch inference.resolve(type) {
        case .nominal(let key, _): nominal(key)?.kind == .class
        case .generic, .member: conforms(type, to: "AnyObject") || requiredSuperclass(inference.resolve(type)) != nil
        case .existential(let names): names.contains { refined($0).contains("AnyObject") }
        default: false
        }
    }

    private func constantBlame(_ call: Expression.Call, _ change: CheckerMessage.Change) -> Blame? {
        let isAssignment = change == .assignment
        let decl = call.decl
        guard decl.kind == .property || decl.kind == .subscript else { return (.notAssignable, []) }
        if case .stored = decl.implementation, decl.isLet {
            // An initialiser gives a constant its value.
            if isAssignment, let made = function?.initialised, made.nominal === decl.owner,
                let base = call.arguments.first,
                base.isSelf
            {
                return nil
            }
            return (
                .constant(decl.name, change),
                decl.range.map { [DiagnosticNote(CheckerMessage.declaredHere(decl.name), at: $0)] } ?? []
            )
        }
        if case .global(let storage) = decl.implementation {
            if decl.isLet { return (.constant(decl.name, change), []) }
            storage.variable.isMutated = true
            return nil
        }
        guard decl.hasSetter else {
            return (decl.kind == .property ? .propertyIsReadOnly(decl.name) : .subscriptIsReadOnly, [])
        }
        guard let base = call.arguments.first, decl.isInstanceMember else { return nil }
        if isClass(base.type) { return nil }
        return constantBlame(
            base, decl.kind == .subscript && isAssignment ? .subscript : change == .assignment ? .property : change)
    }
}

extension Expression {
    var isSelf: Bool {
        switch kind {
        case .variable(let variable): variable.name == "self"
        case .convert(let base), .inoutPlace(let base): base.isSelf
        default: false
        }
    }

    /// What an optional chain yields, before it is wrapped.
    var unwrappedChain: Expression {
        if case .wrap(let inner) = kind { inner } else { self }
    }
}
