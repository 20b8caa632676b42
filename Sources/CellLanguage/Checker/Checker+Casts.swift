import Diagnostics
import SwiftParser
import SwiftSyntax

/// `as`, `is` and what they cannot ask.
extension Checker {
    func cast(_ syntax: AsExprSyntax, _ expected: Type?) -> Expression {
        let target = type(syntax.type)
        guard let mark = syntax.questionOrExclamationMark else {
            return check(syntax.expression, to: target, .annotation)
        }
        if refuseFunction(target, at: syntax.type) { return failure(syntax) }
        let value = check(syntax.expression, expected: nil)
        finishLiterals(value)
        if value.type == .error || target == .error { return failure(syntax) }
        warnAboutCast(value, target, syntax)
        if mark.tokenKind == .postfixQuestionMark {
            return make(.cast(.optional, value, target), .optional(target), syntax)
        }
        return make(.cast(.forced, value, target), target, syntax)
    }

    func typeTest(_ syntax: IsExprSyntax) -> Expression {
        let value = check(syntax.expression, expected: nil)
        let target = type(syntax.type)
        if refuseFunction(target, at: syntax.type) { return failure(syntax) }
        finishLiterals(value)
        if value.type == .error || target == .error { return failure(syntax) }
        return make(.cast(.test, value, target), .bool, syntax)
    }

    /// Functions do not know their types when cells run.
    func refuseFunction(_ target: Type, at syntax: some SyntaxProtocol) -> Bool {
        guard target.contains(where: { if case .function = $0 { true } else { false } }) else { return false }
        report(.unsupported(.functionCasts), at: range(syntax))
        return true
    }

    private func finishLiterals(_ value: Expression) { value.type = inference.defaulted(value.type) }

    private func warnAboutCast(_ value: Expression, _ target: Type, _ syntax: some SyntaxProtocol) {
        let from = inference.zonk(value.type)
        if from == target, !from.isExistential {
            warn(.castAlwaysSucceeds("\(from)", to: "\(target)"), at: range(syntax))
        }
    }
}
