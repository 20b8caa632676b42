import Diagnostics
import SwiftParser
import SwiftSyntax

/// Key paths as functions.
extension Checker {
    /// `\.name` where a function is wanted: `{ $0.name }`.
    func keyPath(_ syntax: KeyPathExprSyntax, _ expected: Type?) -> Expression {
        guard let expected,
            case .function(let wanted) = inference.resolve(
                expected.isOptional ? expected.wrapped ?? expected : expected),
            wanted.parameters.count == 1
        else { return fail(.unsupported(.keyPaths), at: syntax) }
        var root = inference.resolve(wanted.parameters[0])
        if let written = syntax.root {
            let type = type(written)
            if !inference.unify(root, type) {
                report(.cannotConvertArgument(from: "\(type)", to: "\(shown(root))"), at: range(written))
                return failure(syntax)
            }
            root = inference.resolve(type)
        }
        if inference.isOpen(root) { return fail(.cannotInferKeyPath, at: syntax) }
        let context = FunctionContext(
            name: "closure", parent: function, result: wanted.result, kind: .closure, mayThrow: false)
        let parameter = Variable(
            name: "$0", type: root, isLet: true, range: SourceRange(at: range(syntax).lower), owner: context)
        context.parameters = [parameter]
        let outer = function
        function = context
        defer { function = outer }
        var value = make(.variable(parameter), root, syntax)
        for component in syntax.components {
            switch component.component {
            case .property(let property):
                let name = name(property.declName.baseName)
                if name == "self" { continue }
                value = member(of: value, name, property.declName, nil, nil)
            case .optional(let optional):
                if optional.questionOrExclamationMark.tokenKind == .exclamationMark {
                    guard let wrapped = inference.resolve(value.type).wrapped else {
                        return fail(.unwrapNonOptional("\(shown(value.type))"), at: component)
                    }
                    value = make(.unwrap(value), wrapped, component)
                } else {
                    guard let wrapped = inference.resolve(value.type).wrapped else {
                        return fail(.chainOnNonOptional("\(shown(value.type))"), at: component)
                    }
                    let variable = makeVariable(
                        "$chain", wrapped, isLet: false, at: SourceRange(at: range(component).lower))
                    variable.isMutated = true
                    chains.append((value, variable))
                    value = make(.variable(variable), wrapped, component)
                }
            default: return fail(.unsupported(.keyPaths), at: component)
            }
            if value.type == .error { return failure(syntax) }
        }
        value = closeChains(value)
        let body = ClosureBody(context: context)
        let result = coerce(value, to: wanted.result, .closureResult)
        body.statements = [.return(result)]
        return make(.closure(body), .function(Type.FunctionType([root], wanted.result)), syntax)
    }
}
