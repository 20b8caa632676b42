import Diagnostics
import SwiftSyntax

/// Conversions that Swift makes by itself: to optionals, to existentials, of literals.
extension Checker {
    /// What a mismatch is called depends on where the value goes.
    enum Destination {
        case annotation, argument, returned, assignment

        func message(_ from: Type, _ to: Type) -> CheckerMessage {
            switch self {
            case .annotation: .cannotConvert(from: "\(from)", to: "\(to)")
            case .argument: .cannotConvertArgument(from: "\(from)", to: "\(to)")
            case .returned: .cannotConvertReturn(from: "\(from)", to: "\(to)")
            case .assignment: .cannotConvertAssignment(from: "\(from)", to: "\(to)")
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
        if case .never = from { return expression }
        switch to {
        case .any:
            if case .any = from { return expression }
            cost += 1
            return make(.erase(expression), .any, at: expression.range)
        case .existential(let name):
            if from == to { return expression }
            guard conforms(from, to: name) else { return mismatch(expression, from, to, destination) }
            cost += 1
            return make(.erase(expression), to, at: expression.range)
        case .nominal("Optional", let arguments):
            if from.isOptional { break }
            if case .variable = from, inference.kind(of: from) == .any { break }
            let before = diagnostics.count
            let value = coerce(expression, to: arguments[0], destination)
            if diagnostics.count > before { return value }
            cost += 1
            return make(.wrap(value), to, at: expression.range)
        case .tuple(let elements):
            if case .tuple(let parts) = expression.kind, parts.count == elements.count,
                case .tuple(let own) = from,
                zip(own, elements).allSatisfy({ $0.label == nil || $1.label == nil || $0.label == $1.label })
            {
                let converted = zip(parts, elements).map { coerce($0, to: $1.type, destination) }
                return make(.tuple(converted), to, at: expression.range)
            }
        case .function(let wanted):
            if case .function(let own) = from, own.isThrowing, !wanted.isThrowing {
                return mismatch(expression, from, to, destination)
            }
        default: break
        }
        let mark = inference.mark()
        if inference.unify(from, to) { return expression }
        inference.rewind(to: mark)
        return mismatch(expression, from, to, destination)
    }

    private func mismatch(
        _ expression: Expression, _ from: Type, _ to: Type, _ destination: Destination
    ) -> Expression {
        let (from, to) = (shown(from), shown(to))
        if let wrapped = from.wrapped, wrapped == to {
            report(.optionalMustBeUnwrapped("\(from)", wrapped: "\(wrapped)"), at: expression.range)
        } else {
            report(destination.message(from, to), at: expression.range)
        }
        return Expression(.error, .error, expression.range)
    }

    /// A type as a message shows it: literals by the type they would get.
    func shown(_ type: Type) -> Type {
        inference.zonk(type).mapped {
            switch self.inference.kind(of: $0) {
            case .integerLiteral: .int
            case .floatLiteral: .double
            default: $0
            }
        }
    }
}
