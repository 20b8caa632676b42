import Diagnostics
import SwiftSyntax

extension Checker {
    /// A closure expression; the types of its parameters come from where it is used, or from itself.
    func closure(_ syntax: ClosureExprSyntax, _ expected: Type?, builder: String? = nil) -> Expression {
        var wanted: Type.FunctionType?
        if let expected {
            var type = inference.resolve(expected)
            while let wrapped = type.wrapped { type = inference.resolve(wrapped) }
            if case .function(let function) = type { wanted = function }
        }
        if let effect = syntax.signature?.effectSpecifiers?.asyncSpecifier {
            return fail(.unsupported(.concurrency), at: effect)
        }
        let captured = captures(syntax)
        guard let names = parameterNames(syntax, wanted) else { return failure(syntax) }
        let annotatedResult = syntax.signature?.returnClause.map { type($0.type) }
        if let annotatedResult, let wanted, !inference.unify(annotatedResult, wanted.result),
            coerce(Expression(.discard, annotatedResult, range(syntax)), to: wanted.result, .closureResult).type
                == .error
        {
            return failure(syntax)
        }
        let result = annotatedResult ?? wanted?.result ?? inference.fresh()
        let context = FunctionContext(
            name: "closure", parent: function, result: result, kind: .closure, mayThrow: true)
        contexts.append(context)
        let body = ClosureBody(context: context)
        let outer = function
        let outerTry = (isInTry, isCaught)
        function = context
        (isInTry, isCaught) = (false, false)
        let throwing = throwingCalls
        defer {
            function = outer
            (isInTry, isCaught) = outerTry
        }
        body.statements = inScope {
            for (variable, value) in captured {
                variable.owner = context
                body.captured.append((variable, value))
                scopes[scopes.count - 1].names[variable.name] = .variable(variable)
            }
            for parameter in names {
                let variable = makeVariable(
                    parameter.name, parameter.type, isLet: !parameter.isInout, at: parameter.place)
                variable.owner = context
                variable.isInout = parameter.isInout
                variable.isQuiet = true
                context.parameters.append(variable)
                if parameter.name != "_" { scopes[scopes.count - 1].names[parameter.name] = .variable(variable) }
            }
            if builder != nil { return builderBody(syntax, context) }
            if syntax.statements.count == 1, syntax.statements.first?.item.is(ThrowStmtSyntax.self) ?? false {
                body.onlyThrows = true
            }
            return closureBody(syntax, context, isInferred: annotatedResult == nil && !body.onlyThrows)
        }
        // What a closure throws is thrown where it is called.
        let doesThrow = throwingCalls > throwing || syntax.signature?.effectSpecifiers?.throwsClause != nil
        throwingCalls = throwing
        if let wanted, !wanted.isThrowing, doesThrow {
            report(.throwingClosure, at: range(syntax.leftBrace))
        }
        let own = Type.FunctionType(
            wanted?.parameters ?? names.map(\.type), result, isThrowing: doesThrow,
            inouts: names.enumerated().reduce(0) { $1.element.isInout ? $0 | 1 << UInt64($1.offset) : $0 })
        return make(.closure(body), .function(own), syntax)
    }

    /// `[x, y = f(x)]`: values taken when the closure is made.
    private func captures(_ syntax: ClosureExprSyntax) -> [(Variable, Expression)] {
        var result: [(Variable, Expression)] = []
        for item in syntax.signature?.capture?.items ?? [] {
            if let specifier = item.specifier {
                report(.unsupported(.weakReferences), at: range(specifier))
                continue
            }
            let value: Expression
            if let initializer = item.initializer {
                value = check(initializer.value, expected: nil)
            } else {
                value = reference(name(item.name), item.name)
                if name(item.name) == "self" { continue }
            }
            let variable = Variable(
                name: name(item.name), type: value.type, isLet: true, range: range(item.name), owner: function)
            variable.isQuiet = true
            pendingVariables.append(variable)
            result.append((variable, value))
        }
        return result
    }

    private struct ClosureParameter {
        var name: String
        var type: Type
        var isInout: Bool
        var place: SourceRange
    }

    /// Names, types and places of a closure's parameters; `nil` when something was reported.
    private func parameterNames(_ syntax: ClosureExprSyntax, _ wanted: Type.FunctionType?) -> [ClosureParameter]? {
        var names: [(name: String, type: Type?, isInout: Bool, place: SourceRange)] = []
        switch syntax.signature?.parameterClause {
        case .simpleInput(let list):
            names = list.map { (name($0.name), nil, false, range($0)) }
        case .parameterClause(let clause):
            names = clause.parameters.map { parameter in
                let token = parameter.secondName ?? parameter.firstName
                let isInout =
                    parameter.type?.as(AttributedTypeSyntax.self)?.specifiers.contains {
                        $0.trimmedDescription == "inout"
                    } ?? false
                return (name(token), parameter.type.map { type($0) }, isInout, range(token))
            }
        case nil:
            let used = DollarFinder.highest(in: syntax) + 1
            let count = wanted?.parameters.count ?? used
            if used > count, !(count == 1 && isTuple(wanted?.parameters[0], of: used)) {
                report(.closureParameters(expected: count, got: used), at: range(syntax.leftBrace))
                return nil
            }
            if used == 0, count > 0, syntax.signature == nil, wanted != nil {
                report(.closureParameters(expected: count, got: 0), at: range(syntax.leftBrace))
                return nil
            }
            names = (0..<max(used > 1 ? used : 0, count)).map {
                ("$\($0)", nil, false, SourceRange(at: range(syntax).lower))
            }
        }
        guard let wanted else {
            if names.count == 1, names[0].type == nil, let usual = literalOperand(syntax, names[0].name) {
                names[0].type = usual
            }
            if let unknown = names.first(where: { $0.type == nil }) {
                report(.cannotInferClosureParameter(unknown.name), at: unknown.place)
                return nil
            }
            return names.map {
                ClosureParameter(name: $0.name, type: $0.type ?? .error, isInout: $0.isInout, place: $0.place)
            }
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
        var result: [ClosureParameter] = []
        for (index, (name, type)) in zip(names, types).enumerated() {
            if let annotation = name.type, !inference.unify(annotation, type) {
                report(.cannotConvertArgument(from: "\(shown(type))", to: "\(annotation)"), at: name.place)
            }
            let resolved = inference.zonk(type)
            if inference.isOpen(resolved) {
                report(.cannotInferClosureParameter(name.name), at: name.place)
                return nil
            }
            result.append(
                ClosureParameter(
                    name: name.name, type: resolved,
                    isInout: types.count == wanted.parameters.count && wanted.isInout(index),
                    place: name.place))
        }
        return result
    }

    /// `{ $0 * 2 }` alone: the literal beside the parameter decides its type.
    private func literalOperand(_ syntax: ClosureExprSyntax, _ name: String) -> Type? {
        guard syntax.statements.count == 1, let only = syntax.statements.first,
            let infix = only.item.as(ExprSyntax.self)?.as(InfixOperatorExprSyntax.self)
        else { return nil }
        let sides = [infix.leftOperand, infix.rightOperand]
        guard sides.contains(where: { $0.as(DeclReferenceExprSyntax.self)?.baseName.text == name }) else { return nil }
        for side in sides {
            if side.is(IntegerLiteralExprSyntax.self) { return .int }
            if side.is(FloatLiteralExprSyntax.self) { return .double }
            if side.is(StringLiteralExprSyntax.self) { return .string }
            if let reference = side.as(DeclReferenceExprSyntax.self),
                case .variable(let variable)? = lookUp(self.name(reference.baseName)),
                case .nominal(let key, _) = inference.resolve(variable.type), Self.machineTypes.contains(key)
            {
                return variable.type
            }
        }
        return nil
    }

    private func isTuple(_ type: Type?, of count: Int) -> Bool {
        if case .tuple(let elements)? = type.map(inference.resolve) { elements.count == count } else { false }
    }

    private func closureBody(
        _ syntax: ClosureExprSyntax, _ context: FunctionContext, isInferred: Bool
    ) -> [Statement] {
        if syntax.statements.count == 1, let only = syntax.statements.first,
            let expression = only.item.as(ExprSyntax.self) ?? only.item.as(ExpressionStmtSyntax.self)?.expression,
            !isStatementLike(expression) || wantsValue(context, expression)
        {
            let result = inference.resolve(context.result)
            if result == .void {
                let value = check(expression, expected: nil)
                return [.expression(value)]
            }
            // The closure's own type variables are decided with the statement around it.
            if inference.isOpen(result) {
                let value = check(expression, expected: nil)
                let type = inference.resolve(value.type)
                if type == .never { return [.expression(value)] }
                return [.return(coerce(value, to: context.result, .closureResult))]
            }
            let value = check(expression, to: context.result, .closureResult)
            return [.return(value)]
        }
        // A body of several statements is checked on its own: its statements decide their own types.
        let (outer, outerVariables) = (pending, pendingVariables)
        (pending, pendingVariables) = ([], [])
        defer {
            pending = outer + pending
            pendingVariables = outerVariables + pendingVariables
        }
        if isInferred, inference.isOpen(context.result), !ReturnFinder.returnsValue(syntax.statements) {
            _ = inference.unify(context.result, .void)
        }
        let statements = self.statements(syntax.statements)
        let result = inference.resolve(context.result)
        if result != .void, result != .error, !statements.alwaysLeaves {
            report(.missingReturn("\(shown(result))", isClosure: true), at: range(syntax.rightBrace))
        }
        return statements
    }

    /// `if` and `switch` as the only expression give the closure's value when one is wanted.
    private func wantsValue(_ context: FunctionContext, _ expression: ExprSyntax) -> Bool {
        let result = inference.resolve(context.result)
        if result == .void { return false }
        return !ReturnFinder.returnsValue(CodeBlockItemListSyntax([CodeBlockItemSyntax(item: .expr(expression))]))
            && !inference.isOpen(result)
            || ValueBranches.areExpressions(expression)
                && !ReturnFinder.returnsValue(CodeBlockItemListSyntax([CodeBlockItemSyntax(item: .expr(expression))]))
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
