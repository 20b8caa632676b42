import Diagnostics
import SwiftSyntax

/// Conversions that Swift makes by itself: to optionals, to existentials, to superclasses, of literals.
extension Checker {
    /// What a mismatch is called depends on where the value goes.
    enum Destination {
        case annotation, argument, returned, assignment, closureResult

        func message(_ from: Type, _ to: Type) -> CheckerMessage {
            switch self {
            case .annotation: .cannotConvert(from: "\(from)", to: "\(to)")
            case .argument: .cannotConvertArgument(from: "\(from)", to: "\(to)")
            case .returned: .cannotConvertReturn(from: "\(from)", to: "\(to)")
            case .assignment: .cannotConvertAssignment(from: "\(from)", to: "\(to)")
            case .closureResult: .cannotConvertClosureResult(from: "\(from)", to: "\(to)")
            }
        }
    }

    /// Checks an expression that must have a type.
    func check(_ syntax: ExprSyntax, to type: Type, _ destination: Destination = .argument) -> Expression {
        coerce(check(syntax, expected: type), to: type, destination)
    }

    func coerce(_ expression: Expression, to target: Type, _ destination: Destination) -> Expression {
        let from = inference.resolve(expression.type)
        let to = inference.resolve(target)
        if case .error = from { return expression }
        if case .error = to { return expression }
        if expression.isImplicitlyUnwrapped, !to.isOptional, !to.isExistential, !inference.isOpen(to) {
            return coerce(unwrapped(expression), to: target, destination)
        }
        if case .never = from { return make(.convert(expression), to, at: expression.range) }
        switch to {
        case .any:
            if case .any = from { return expression }
            if case .metatype = from { return make(.erase(expression), .any, at: expression.range) }
            cost.erasures += 2
            return make(.erase(expression), .any, at: expression.range)
        case .existential(let names):
            if from == to { return expression }
            guard names.allSatisfy({ conforms(from, to: $0) }) || canErase(from, names) else {
                return mismatch(expression, from, to, destination)
            }
            cost.erasures += 1
            return make(.erase(expression), to, at: expression.range)
        case .generic("Self") where expression.isSelf && isClass(from):
            // `return self` of a method whose result is the receiver's own class.
            return make(.convert(expression), to, at: expression.range)
        case .nominal("Optional", let arguments):
            if case .nominal("Optional", let own) = from {
                // `T?` to `U?` where `T` converts to `U`.
                let mark = inference.mark()
                if inference.unify(from, to) { return expression }
                inference.rewind(to: mark)
                // `T?` to `T??` is a value that is wrapped once more.
                if depth(of: to) > depth(of: from), !inference.isOpen(own[0]) {
                    let value = coerce(expression, to: arguments[0], destination)
                    if value.type == .error { return value }
                    cost.wraps += 1
                    return make(.wrap(value), to, at: expression.range)
                }
                return optionalToOptional(expression, own[0], arguments[0], to, destination)
            }
            if case .variable = from, inference.isOpen(from) { break }
            let before = diagnostics.count
            let value = coerce(expression, to: arguments[0], destination)
            if diagnostics.count > before {
                if destination == .annotation || destination == .argument { return value }
                return value
            }
            cost.wraps += 1
            return make(.wrap(value), to, at: expression.range)
        case .tuple(let elements):
            if case .tuple(let parts) = expression.kind, parts.count == elements.count,
                case .tuple(let own) = from,
                zip(own, elements).allSatisfy({ $0.label == nil || $1.label == nil || $0.label == $1.label })
            {
                let converted = zip(parts, elements).map { coerce($0, to: $1.type, destination) }
                return make(.tuple(converted), to, at: expression.range)
            }
            if case .tuple(let own) = from, own.count == elements.count, own != elements {
                let mark = inference.mark()
                if inference.unify(from, to) { return make(.convert(expression), to, at: expression.range) }
                inference.rewind(to: mark)
            }
        case .function(let wanted):
            guard case .function(let own) = from else { break }
            if own.isThrowing, !wanted.isThrowing { return mismatch(expression, from, to, destination) }
            let mark = inference.mark()
            if inference.unify(from, to) {
                return own.isThrowing == wanted.isThrowing
                    ? expression : make(.convert(expression), to, at: expression.range)
            }
            inference.rewind(to: mark)
            // A function whose result need not be used, and one that takes more than it is given.
            return convertFunction(expression, own, wanted, to, destination)
        case .nominal where literalInitializer(expression, to) != nil:
            guard let made = literalInitializer(expression, to) else { break }
            var value = expression
            if case .nil = expression.kind {
                expression.type = to
                value = make(.tuple([]), .void, at: expression.range)
            }
            return call(made.decl, selfSubstitution(made.decl, made.base), [value], to, at: expression.range)
        case .nominal("AnyHashable", _)
        where from != to && (!from.isVariable || !inference.isOpen(from)) && conforms(from, to: "Hashable"):
            guard let make = nominal("AnyHashable")?.members["init"]?.first else { break }
            let value = Expression(expression.kind, inference.defaulted(from), expression.range)
            pending.append(value)
            cost.erasures += 1
            return call(make, ["Self": to, make.generics[0]: value.type], [value], to, at: expression.range)
        case .nominal(let key, _):
            if case .nominal(let own, _) = from, own != key, nominal(key)?.kind == .class, isSubclass(from, of: to) {
                return make(.convert(expression), to, at: expression.range)
            }
            if isArchetype(from), isSubclass(from, of: to) {
                return make(.convert(expression), to, at: expression.range)
            }
            // `[Dog]` to `[Animal]`, `[Int]` to `[Any]`: the elements are converted one by one.
            if let converted = convertElements(expression, from, to, destination) { return converted }
        default: break
        }
        let mark = inference.mark()
        if inference.unify(from, to) { return expression }
        inference.rewind(to: mark)
        return mismatch(expression, from, to, destination)
    }

    /// What makes a value of the notebook's own type from `true`, `false` or `nil`.
    private func literalInitializer(_ expression: Expression, _ type: Type) -> MemberRef? {
        let label: String
        switch expression.kind {
        case .bool where conforms(type, to: "ExpressibleByBooleanLiteral") && type != .bool: label = "booleanLiteral"
        case .nil where conforms(type, to: "ExpressibleByNilLiteral") && !type.isOptional: label = "nilLiteral"
        default: return nil
        }
        return initializers(of: type).first { $0.decl.parameters.map(\.label) == [label] }
    }

    private func isArchetype(_ type: Type) -> Bool {
        switch type {
        case .generic, .member: true
        default: false
        }
    }

    private func canErase(_ type: Type, _ names: [String]) -> Bool { type == .never }

    /// How many times a type is optional.
    private func depth(of type: Type) -> Int {
        var (depth, current) = (0, inference.resolve(type))
        while let wrapped = current.wrapped { (depth, current) = (depth + 1, inference.resolve(wrapped)) }
        return depth
    }

    private func optionalToOptional(
        _ expression: Expression, _ own: Type, _ wanted: Type, _ to: Type, _ destination: Destination
    ) -> Expression {
        if case .nil = expression.kind { return mismatch(expression, expression.type, to, destination) }
        let before = journal()
        let variable = makeVariable("$value", own, isLet: true, at: SourceRange(at: expression.range.lower))
        let inner = make(.variable(variable), own, at: expression.range)
        let converted = coerce(inner, to: wanted, destination)
        if hasErrors(since: before) {
            // `T??` from `T?`
            rewind(to: before)
            if inference.resolve(wanted).isOptional {
                let value = coerce(expression, to: wanted, destination)
                if value.type != .error {
                    cost.wraps += 1
                    return make(.wrap(value), to, at: expression.range)
                }
                return value
            }
            return mismatch(expression, inference.resolve(expression.type), to, destination)
        }
        let rest = make(.wrap(converted), to, at: expression.range)
        return make(.chain(base: expression, variable, rest: rest), to, at: expression.range)
    }

    private func convertElements(
        _ expression: Expression, _ from: Type, _ to: Type, _ destination: Destination
    ) -> Expression? {
        guard case .nominal("Array", let own) = from, case .nominal("Array", let wanted) = to else { return nil }
        let (a, b) = (inference.resolve(own[0]), inference.resolve(wanted[0]))
        guard a != b, !a.isVariable, !b.isVariable else { return nil }
        let mark = inference.mark()
        if inference.unify(a, b) { return nil }
        inference.rewind(to: mark)
        guard let map = find("map", in: from) else { return nil }
        let context = FunctionContext(name: "closure", parent: function, result: b, kind: .closure, mayThrow: false)
        let parameter = Variable(
            name: "$element", type: a, isLet: true, range: SourceRange(at: expression.range.lower), owner: context)
        context.parameters = [parameter]
        let outer = function
        function = context
        let before = journal()
        let value = coerce(make(.variable(parameter), a, at: expression.range), to: b, destination)
        function = outer
        if hasErrors(since: before) {
            rewind(to: before)
            return nil
        }
        let body = ClosureBody(context: context)
        body.statements = [.return(value)]
        let closure = make(
            .closure(body), .function(Type.FunctionType([a], b)), at: expression.range)
        cost.erasures += 1
        return call(map, ["Self": from, map.generics[0]: b], [expression, closure], to, at: expression.range)
    }

    func find(_ name: String, in type: Type) -> Decl? { members(of: type, named: name, isStatic: false).first?.decl }

    private func convertFunction(
        _ expression: Expression, _ own: Type.FunctionType, _ wanted: Type.FunctionType, _ to: Type,
        _ destination: Destination
    ) -> Expression {
        var own = own
        var splat = false
        if wanted.parameters.count == 1, own.parameters.count > 1, own.inouts == 0,
            case .tuple(let parts) = inference.resolve(wanted.parameters[0]), parts.count == own.parameters.count
        {
            // A function of several parameters where one of a tuple is wanted.
            splat = true
            own = Type.FunctionType(
                [.tuple(own.parameters.map { Type.Element(nil, $0) })], own.result, isThrowing: own.isThrowing)
        }
        guard own.parameters.count == wanted.parameters.count, own.inouts == 0, wanted.inouts == 0 else {
            return mismatch(expression, .function(own), to, destination)
        }
        let context = FunctionContext(
            name: "closure", parent: function, result: wanted.result, kind: .closure, mayThrow: wanted.isThrowing)
        let callee = makeVariable(
            "$function", expression.type, isLet: true, at: SourceRange(at: expression.range.lower))
        let outer = function
        function = context
        defer { function = outer }
        let before = journal()
        context.use(callee)
        var arguments: [Expression] = []
        for (index, type) in wanted.parameters.enumerated() {
            let parameter = Variable(
                name: "$\(index)", type: type, isLet: true, range: SourceRange(at: expression.range.lower),
                owner: context)
            context.parameters.append(parameter)
            let value = make(.variable(parameter), type, at: expression.range)
            arguments.append(coerce(value, to: own.parameters[index], destination))
        }
        if splat, case .tuple(let parts) = inference.resolve(arguments[0].type) {
            let whole = arguments[0]
            arguments = parts.indices.map { make(.element(whole, $0), parts[$0].type, at: expression.range) }
        }
        let called = make(
            .callValue(make(.variable(callee), expression.type, at: expression.range), arguments), own.result,
            at: expression.range)
        let value = coerce(called, to: wanted.result, destination)
        if hasErrors(since: before) {
            rewind(to: before)
            return mismatch(expression, .function(own), to, destination)
        }
        let body = ClosureBody(context: context)
        body.statements = [.return(value)]
        var result = wanted
        result.isThrowing = own.isThrowing
        let to = Type.function(result)
        let closure = make(.closure(body), to, at: expression.range)
        let converted = makeVariable("$converted", to, isLet: true, at: SourceRange(at: expression.range.lower))
        return make(
            .value(
                converted,
                [.declare(.variable(callee), expression), .declare(.variable(converted), closure)]),
            to, at: expression.range)
    }

    func mismatch(_ expression: Expression, _ from: Type, _ to: Type, _ destination: Destination) -> Expression {
        let (from, to) = (shown(from), shown(to))
        if let wrapped = from.wrapped, wrapped == to {
            report(.optionalMustBeUnwrapped("\(from)", wrapped: "\(wrapped)"), at: expression.range)
        } else if case .nil = expression.kind {
            report(.nilNotAllowed("\(to)"), at: expression.range)
        } else if case .existential(let names) = to, destination != .closureResult {
            let missing = names.first { !conforms(from, to: $0) } ?? names[0]
            let suggestion = namedMember(expression, of: to)
            report(
                .doesNotConform(
                    "\(from)", protocolName: Type.display(missing), isArgument: destination == .argument,
                    suggestion: suggestion), at: expression.range,
                fixIts: suggestion.map { [FixIt(replace: expression.range, with: $0)] } ?? [])
        } else {
            report(destination.message(from, to), at: expression.range)
        }
        return Expression(.error, .error, expression.range)
    }

    /// Python names optimizers, losses and metrics by texts; Swift has a member of that name.
    private func namedMember(_ expression: Expression, of type: Type) -> String? {
        guard case .string(let text) = expression.kind else { return nil }
        let words = text.split(separator: "_")
        let rest = words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }
        let name = String(words.first ?? "") + rest.joined()
        let known = memberNames(of: type, isStatic: true)
        return (known.contains(name) ? name : Spelling.nearest(to: name, among: known)).map { "." + $0 }
    }

    /// A type as a message shows it: literals by the type they would get.
    func shown(_ type: Type) -> Type {
        inference.zonk(type).mapped { self.inference.kind(of: $0)?.defaultType ?? $0 }
    }
}
