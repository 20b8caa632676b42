import Diagnostics
import SwiftSyntax

extension Checker {
    /// A closure expression; the types of its parameters come from where it is used, or from itself.
    func closure(_ syntax: ClosureExprSyntax, _ expected: Type?, builder: String? = nil) -> Expression {
        var wanted: Type.FunctionType?
        if let expected {
            var type = inference.resolve(expected)
            if let wrapped = type.wrapped { type = inference.resolve(wrapped) }
            if case .function(let function) = type { wanted = function }
        }
        if let capture = syntax.signature?.capture { return fail(.unsupported(.other("[…] in")), at: capture) }
        if let effect = syntax.signature?.effectSpecifiers?.asyncSpecifier {
            return fail(.unsupported(.concurrency), at: effect)
        }
        guard let names = parameterNames(syntax, wanted) else { return Expression(.error, .error, range(syntax)) }
        let annotatedResult = syntax.signature?.returnClause.map { type($0.type) }
        let result = annotatedResult ?? wanted?.result ?? inference.fresh()
        let context = FunctionContext(
            name: "closure", parent: function, result: result, isClosure: true, mayThrow: wanted?.isThrowing ?? true)
        let body = ClosureBody(context: context)
        let outer = function
        let outerTry = isInTry
        function = context
        isInTry = false
        let throwing = throwingCalls
        defer {
            function = outer
            isInTry = outerTry
        }
        body.statements = inScope {
            for (name, type, place) in names {
                let variable = makeVariable(name, type, isLet: true, at: place)
                context.parameters.append(variable)
                if name != "_" { scopes[scopes.count - 1].names[name] = .variable(variable) }
            }
            if builder != nil { return builderBody(syntax, context) }
            return closureBody(syntax, context, isInferred: annotatedResult == nil)
        }
        // A tuple taken apart has the registers of its parts, so the closure still takes the tuple.
        // What a closure throws is thrown where it is called.
        let doesThrow = throwingCalls > throwing
        throwingCalls = throwing
        if let wanted, !wanted.isThrowing, doesThrow {
            report(.throwsNotHandled, at: range(syntax.leftBrace))
        }
        let own = Type.FunctionType(
            wanted?.parameters ?? names.map(\.1), result, isThrowing: doesThrow)
        return make(.closure(body), .function(own), syntax)
    }

    /// Names, types and places of a closure's parameters; `nil` when something was reported.
    private func parameterNames(
        _ syntax: ClosureExprSyntax, _ wanted: Type.FunctionType?
    ) -> [(String, Type, SourceRange)]? {
        var names: [(name: String, type: Type?, place: SourceRange)] = []
        switch syntax.signature?.parameterClause {
        case .simpleInput(let list):
            names = list.map { (name($0.name), nil, range($0)) }
        case .parameterClause(let clause):
            names = clause.parameters.map { parameter in
                let token = parameter.secondName ?? parameter.firstName
                return (name(token), parameter.type.map { type($0) }, range(token))
            }
        case nil:
            let used = DollarFinder.highest(in: syntax) + 1
            let count = wanted?.parameters.count ?? used
            if used > count {
                report(.closureParameters(expected: count, got: used), at: range(syntax.leftBrace))
                return nil
            }
            // A closure of one parameter that is a tuple may be written with one name for each element.
            if used > 1, used != count { report(.closureParameters(expected: count, got: used), at: range(syntax)) }
            if used == 0, count > 0, syntax.signature == nil, wanted != nil {
                report(.closureParameters(expected: count, got: 0), at: range(syntax.leftBrace))
                return nil
            }
            names = (0..<count).map { ("$\($0)", nil, SourceRange(at: range(syntax).lower)) }
        }
        guard let wanted else {
            let unknown = names.first { $0.type == nil }
            if let unknown {
                report(.cannotInferClosureParameter(unknown.name), at: unknown.place)
                return nil
            }
            return names.map { ($0.name, $0.type ?? .error, $0.place) }
        }
        var types = wanted.parameters
        // `{ word, index in … }` takes a tuple apart.
        if types.count == 1, names.count > 1, case .tuple(let elements) = inference.resolve(types[0]),
            elements.count == names.count
        {
            types = elements.map(\.type)
        }
        guard types.count == names.count else {
            report(.closureParameters(expected: wanted.parameters.count, got: names.count), at: range(syntax.leftBrace))
            return nil
        }
        var result: [(String, Type, SourceRange)] = []
        for (name, type) in zip(names, types) {
            if let annotation = name.type, !inference.unify(annotation, type) {
                report(.cannotConvertArgument(from: "\(shown(type))", to: "\(annotation)"), at: name.place)
            }
            let resolved = inference.zonk(type)
            if case .variable = resolved, inference.kind(of: resolved) == .any {
                report(.cannotInferClosureParameter(name.name), at: name.place)
                return nil
            }
            result.append((name.name, resolved, name.place))
        }
        return result
    }

    private func closureBody(
        _ syntax: ClosureExprSyntax, _ context: FunctionContext, isInferred: Bool
    ) -> [Statement] {
        if syntax.statements.count == 1, let only = syntax.statements.first,
            let expression = only.item.as(ExprSyntax.self), !isStatementLike(expression)
        {
            let result = inference.resolve(context.result)
            if result == .void {
                let value = check(expression, expected: nil)
                return [.expression(value)]
            }
            // The closure's own type variables are decided with the statement around it.
            let value = check(expression, to: context.result, .returned)
            return [.return(value)]
        }
        // A body of several statements is checked on its own: its statements decide their own types.
        let (outer, outerVariables) = (pending, pendingVariables)
        (pending, pendingVariables) = ([], [])
        defer {
            pending = outer + pending
            pendingVariables = outerVariables + pendingVariables
        }
        if isInferred, case .variable = inference.resolve(context.result),
            !ReturnFinder.returnsValue(syntax.statements)
        {
            _ = inference.unify(context.result, .void)
        }
        let statements = self.statements(syntax.statements)
        let result = inference.resolve(context.result)
        if result != .void, result != .error, !statements.alwaysReturns {
            report(.missingReturn("\(shown(result))"), at: range(syntax.rightBrace))
        }
        return statements
    }

    /// A body under a result builder: every expression in it is appended to a hidden list, which is returned.
    private func builderBody(_ syntax: ClosureExprSyntax, _ context: FunctionContext) -> [Statement] {
        guard case .nominal("Array", let arguments) = inference.resolve(context.result) else { return [] }
        let place = SourceRange(at: range(syntax).lower)
        let list = makeVariable("$built", context.result, isLet: false, at: place)
        list.isMutated = true
        context.builder = (list, arguments[0])
        let (outer, outerVariables) = (pending, pendingVariables)
        (pending, pendingVariables) = ([], [])
        defer {
            pending = outer + pending
            pendingVariables = outerVariables + pendingVariables
        }
        let statements = self.statements(syntax.statements)
        let empty = Expression(.array([]), context.result, place)
        let value = Expression(.variable(list), context.result, place)
        return [.declare(.variable(list), empty)] + statements + [.return(value)]
    }
}

/// The highest `$n` a closure uses itself, not in closures inside it.
private final class DollarFinder: SyntaxVisitor {
    private var highest = -1
    private var isInside = false

    static func highest(in closure: ClosureExprSyntax) -> Int {
        let finder = DollarFinder(viewMode: .sourceAccurate)
        finder.walk(closure)
        return finder.highest
    }

    override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind {
        if isInside { return .skipChildren }
        isInside = true
        return .visitChildren
    }

    override func visit(_ token: TokenSyntax) -> SyntaxVisitorContinueKind {
        if case .dollarIdentifier(let text) = token.tokenKind, let number = Int(text.dropFirst()) {
            highest = max(highest, number)
        }
        return .skipChildren
    }
}

/// Whether a body returns a value somewhere, nested functions apart.
private final class ReturnFinder: SyntaxVisitor {
    private var isFound = false

    static func returnsValue(_ items: CodeBlockItemListSyntax) -> Bool {
        let finder = ReturnFinder(viewMode: .sourceAccurate)
        finder.walk(items)
        return finder.isFound
    }

    override func visit(_ node: ReturnStmtSyntax) -> SyntaxVisitorContinueKind {
        if node.expression != nil { isFound = true }
        return .skipChildren
    }
    override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
    override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
}
