import Diagnostics
import SwiftParser
import SwiftSyntax

/// Literals, typed by where they stand.
extension Checker {
    func integer(_ literal: IntegerLiteralExprSyntax, negative: Bool) -> Expression {
        let digits = literal.literal.text.replacing("_", with: "")
        let (text, radix): (Substring, Int) =
            switch digits.prefix(2) {
            case "0x": (digits.dropFirst(2), 16)
            case "0o": (digits.dropFirst(2), 8)
            case "0b": (digits.dropFirst(2), 2)
            default: (digits[...], 10)
            }
        guard let value = Int128((negative ? "-" : "") + text, radix: radix) else {
            return fail(.integerTooLarge(literal.literal.text, type: "Int"), at: literal)
        }
        return make(.integer(value), inference.fresh(.integerLiteral), literal)
    }

    func string(_ literal: StringLiteralExprSyntax, _ expected: Type?) -> Expression {
        if let text = literal.representedLiteralValue {
            return make(.string(text), inference.fresh(text.count == 1 ? .characterLiteral : .stringLiteral), literal)
        }
        // With interpolations: the text between them is what a literal of that text alone stands for.
        var parts: [Expression] = []
        for segment in literal.segments {
            switch segment {
            case .stringSegment(let text):
                let plain = StringLiteralExprSyntax(
                    openingPounds: literal.openingPounds, openingQuote: literal.openingQuote,
                    segments: [.stringSegment(text)], closingQuote: literal.closingQuote,
                    closingPounds: literal.closingPounds)
                parts.append(make(.string(plain.representedLiteralValue ?? text.content.text), .string, text))
            case .expressionSegment(let inner): parts.append(interpolated(inner))
            }
        }
        return make(.interpolation(parts), .string, literal)
    }

    /// `\(x)`, or with further arguments what the library's interpolation of that form gives.
    private func interpolated(_ segment: ExpressionSegmentSyntax) -> Expression {
        guard let only = segment.expressions.first else { return fail(.missingArgument("#1"), at: segment) }
        if segment.expressions.count == 1, only.label == nil {
            let value = check(only.expression, expected: nil)
            if case .any = inference.resolve(value.type) { return value }
            return value
        }
        let candidates = library.free("__interpolate").map { Candidate(decl: $0, selfValue: nil, base: nil) }
        let arguments = segment.expressions.map { Argument(label: $0.label.map(name), value: $0.expression) }
        return resolve(candidates, "appendInterpolation", arguments, ExprSyntax(only.expression), segment, .string)
    }

    func array(_ literal: ArrayExprSyntax, _ expected: Type?) -> Expression {
        var wanted: Type?
        var container: Type?
        if var type = expected.map(inference.resolve) {
            while let wrapped = type.wrapped { type = inference.resolve(wrapped) }
            switch type {
            case .nominal("Array", let arguments): wanted = arguments[0]
            case .nominal, .generic, .member:
                if conforms(type, to: "ExpressibleByArrayLiteral") {
                    container = type
                    wanted = inference.resolve(.member(type, "ArrayLiteralElement"))
                    if case .member? = wanted { wanted = element(of: type) }
                }
            case .any where literal.elements.isEmpty: wanted = .any
            default: break
            }
        }
        if literal.elements.isEmpty, wanted == nil { return make(.array([]), .array(inference.fresh()), literal) }
        let element = wanted ?? inference.fresh()
        let mayMix = expected.map { inference.resolve($0) == .any } ?? false
        let elements =
            wanted == nil
            ? joined(literal.elements.map(\.expression), element, mayMix: mayMix)
            : literal.elements.map { check($0.expression, to: element, .annotation) }
        return make(.array(elements), container ?? .array(element), literal)
    }

    /// Expressions that must find a common type: the elements of a literal, the branches of a condition.
    func joined(
        _ list: [ExprSyntax], _ element: Type, mayMix: Bool = false,
        mismatch: (String, String) -> CheckerMessage = CheckerMessage.heterogeneous
    ) -> [Expression] {
        var values: [Expression] = []
        var hint: Type? = inference.isOpen(element) ? nil : element
        for syntax in list {
            // `[1, .nan]`: a number that has such a member.
            if hint == nil, isImplicit(syntax), let first = values.first(where: { inference.kind(of: $0.type) != nil })
            {
                if inference.kind(of: first.type) == .integerLiteral { _ = inference.unify(first.type, .double) }
                hint = inference.kind(of: first.type)?.defaultType ?? first.type
            }
            let isLiteral = syntax.is(ArrayExprSyntax.self) || syntax.is(DictionaryExprSyntax.self)
            let value = check(syntax, expected: hint ?? (mayMix && isLiteral ? .any : nil))
            values.append(value)
            // The first element says what `.member` means in the others.
            if hint == nil, inference.isOpen(element), inference.kind(of: value.type) == nil, value.type != .error {
                if case .nil = value.kind, inference.hasVariables(value.type) { continue }
                if !inference.resolve(value.type).isExistential { hint = value.type }
            }
        }
        if values.contains(where: { inference.resolve($0.type) == .error }) { return values }
        // `nil` among them makes all optional.
        let hasNil = values.contains { if case .nil = $0.kind { true } else { inference.resolve($0.type).isOptional } }
        var target: Type?
        for value in values {
            let type = inference.resolve(value.type)
            if case .nil = value.kind { continue }
            let plain = hasNil ? (type.wrapped.map(inference.resolve) ?? type) : type
            guard let known = target else {
                target = plain
                continue
            }
            let mark = inference.mark()
            if inference.unify(known, plain) { continue }
            inference.rewind(to: mark)
            if let common = commonSuperclass(known, plain) {
                target = common
            } else if case .tuple = plain {
                continue
            } else if mayMix {
                target = .any
                break
            } else {
                report(mismatch("\(shown(known))", "\(shown(plain))"), at: value.range)
                return values
            }
        }
        guard var target else { return values }
        if hasNil { target = .optional(target) }
        if !inference.unify(element, target) { return values }
        values = values.map { coerce($0, to: target, .annotation) }
        return values
    }

    func commonSuperclass(_ a: Type, _ b: Type) -> Type? {
        var current: Type? = a
        while let type = current {
            if isSubclass(b, of: type), case .nominal(let key, _) = type, nominal(key)?.kind == .class { return type }
            current = superclass(of: type)
        }
        return nil
    }

    func dictionary(_ literal: DictionaryExprSyntax, _ expected: Type?) -> Expression {
        var (key, value) = (inference.fresh(), inference.fresh())
        var isKnown = false
        var container: Type?
        if var type = expected.map(inference.resolve) {
            while let wrapped = type.wrapped { type = inference.resolve(wrapped) }
            if case .nominal("Dictionary", let arguments) = type {
                (key, value) = (arguments[0], arguments[1])
                isKnown = true
            } else if case .nominal = type, conforms(type, to: "ExpressibleByDictionaryLiteral") {
                container = type
                key = inference.resolve(.member(type, "Key"))
                value = inference.resolve(.member(type, "Value"))
                isKnown = true
            }
        }
        var pairs: [(Expression, Expression)] = []
        if case .elements(let elements) = literal.content {
            if isKnown {
                pairs = elements.map { (check($0.key, to: key, .annotation), check($0.value, to: value, .annotation)) }
            } else {
                let keys = joined(elements.map(\.key), key)
                let values = joined(elements.map(\.value), value)
                pairs = Array(zip(keys, values))
            }
            let type = inference.resolve(key)
            if container == nil, !inference.isOpen(type), type != .error, !conforms(type, to: "Hashable") {
                report(.notConforming("\(shown(type))", protocolName: "Hashable"), at: range(literal))
            }
        }
        return make(.dictionary(pairs), container ?? .dictionary(key, value), literal)
    }

    func tuple(_ literal: TupleExprSyntax, _ expected: Type?) -> Expression {
        if literal.elements.count == 1, let only = literal.elements.first {
            return check(only.expression, expected: expected)
        }
        var hints = [Type?](repeating: nil, count: literal.elements.count)
        if let expected {
            var type = inference.resolve(expected)
            if let wrapped = type.wrapped { type = inference.resolve(wrapped) }
            if case .tuple(let elements) = type, elements.count == hints.count { hints = elements.map(\.type) }
        }
        let parts = zip(literal.elements, hints).map { check($0.expression, expected: $1) }
        if parts.contains(where: { $0.type == .error }) { return failure(literal) }
        let types = zip(literal.elements, parts).map { Type.Element($0.label.map(name), $1.type) }
        return make(.tuple(parts), .tuple(types), literal)
    }
}
