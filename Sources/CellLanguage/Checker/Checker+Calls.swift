import Bytecode
import Diagnostics
import SwiftParser
import SwiftSyntax

/// An argument of a call as written.
struct Argument {
    var label: String?
    var value: ExprSyntax
    var isTrailing = false
}

/// What a call may mean.
enum Candidate {
    case library(Declaration, selfValue: Expression?, selfType: Type?)
    case user(UserFunction)

    var parameters: [Parameter] {
        switch self {
        case .library(let declaration, _, _): declaration.parameters
        case .user(let function): function.parameters
        }
    }

    /// As a note shows it.
    var signature: String {
        let (name, result) =
            switch self {
            case .library(let declaration, _, _): (declaration.name, declaration.result)
            case .user(let function): (function.name, function.result)
            }
        let list = parameters.map { "\($0.label ?? "_"): \($0.type)" }.joined(separator: ", ")
        return "\(name)(\(list))" + (result == .void ? "" : " -> \(result)")
    }
}

extension Checker {
    func call(_ syntax: FunctionCallExprSyntax, _ expected: Type?) -> Expression {
        var arguments = syntax.arguments.map { Argument(label: $0.label.map(name), value: $0.expression) }
        if let trailing = syntax.trailingClosure {
            arguments.append(Argument(label: nil, value: ExprSyntax(trailing), isTrailing: true))
        }
        for closure in syntax.additionalTrailingClosures {
            arguments.append(
                Argument(label: name(closure.label), value: ExprSyntax(closure.closure), isTrailing: true))
        }
        let callee = syntax.calledExpression
        if let reference = callee.as(DeclReferenceExprSyntax.self) {
            return call(named: name(reference.baseName), reference, arguments, syntax, expected)
        }
        if let member = callee.as(MemberAccessExprSyntax.self) { return call(member, arguments, syntax, expected) }
        // `[Int]()` and `[String: Int]()`
        if let array = callee.as(ArrayExprSyntax.self), array.elements.count == 1,
            let only = array.elements.first, let element = typeExpression(only.expression)
        {
            return construct(.array(element), arguments, syntax, expected)
        }
        if let dictionary = callee.as(DictionaryExprSyntax.self), case .elements(let list) = dictionary.content,
            let only = list.first, list.count == 1, let key = typeExpression(only.key),
            let value = typeExpression(only.value)
        {
            return construct(.dictionary(key, value), arguments, syntax, expected)
        }
        let value = check(callee, expected: nil)
        return call(value: value, arguments, syntax, expected)
    }

    /// A type where an expression could stand, without reporting that it is none.
    private func typeExpression(_ syntax: ExprSyntax) -> Type? {
        let before = journal()
        let value = fresh { check(syntax, expected: nil) }
        if hasErrors(since: before) {
            rewind(to: before)
            return nil
        }
        if case .metatype(let type) = value.type { return type }
        rewind(to: before)
        return nil
    }

    private func call(
        named name: String, _ node: DeclReferenceExprSyntax, _ arguments: [Argument], _ syntax: FunctionCallExprSyntax,
        _ expected: Type?
    ) -> Expression {
        switch lookUp(name) {
        case .variable: return call(value: reference(name, node), arguments, syntax, expected)
        case .functions(let overloads):
            topLevelNames.use(overloads[0], at: range(node))
            return resolve(overloads.map { .user($0) }, name, arguments, syntax, node, expected)
        case nil: break
        }
        if generics[name] != nil || library.types[name] != nil {
            let type = reference(name, node)
            if case .metatype(let instance) = type.type { return construct(instance, arguments, syntax, expected) }
        }
        let functions = library.free(named: name).filter { $0.kind == .function }
        if functions.isEmpty { return call(value: reference(name, node), arguments, syntax, expected) }
        return resolve(
            functions.map { .library($0, selfValue: nil, selfType: nil) }, name, arguments, syntax, node, expected)
    }

    /// `T(…)`
    private func construct(
        _ type: Type, _ arguments: [Argument], _ syntax: FunctionCallExprSyntax, _ expected: Type?
    ) -> Expression {
        guard case .nominal(let name, _) = inference.resolve(type) else {
            return fail(.notCallable("\(shown(type)).Type"), at: syntax.calledExpression)
        }
        let initializers = owners(of: type).flatMap { library.members(of: $0, named: "init") }
        if initializers.isEmpty { return fail(.noMember(type: name, name: "init", suggestion: nil), at: syntax) }
        return resolve(
            initializers.map { .library($0, selfValue: nil, selfType: type) }, name, arguments, syntax,
            syntax.calledExpression, expected)
    }

    private func call(
        _ member: MemberAccessExprSyntax, _ arguments: [Argument], _ syntax: FunctionCallExprSyntax, _ expected: Type?
    ) -> Expression {
        let name = name(member.declName.baseName)
        guard let baseSyntax = member.base else {
            // `.member(…)`: looked up in the type that is expected
            guard let expected else { return fail(.cannotInfer(name), at: member) }
            let type = implicitBase(expected)
            return callStatic(type, name, member, arguments, syntax, expected)
        }
        let base = check(baseSyntax, expected: nil)
        let type = inference.resolve(base.type)
        if type == .error {
            for argument in arguments where !argument.value.is(ClosureExprSyntax.self) {
                _ = fresh { check(argument.value, expected: nil) }
            }
            return base
        }
        if case .metatype(let instance) = type {
            if name == "init" { return construct(instance, arguments, syntax, expected) }
            return callStatic(instance, name, member, arguments, syntax, expected)
        }
        let methods = members(of: type, named: name, isStatic: false)
        let functions = methods.filter { $0.kind == .function }
        if functions.isEmpty {
            let value = self.member(of: base, name, member)
            return call(value: value, arguments, syntax, expected)
        }
        return resolve(
            functions.map { .library($0, selfValue: base, selfType: type) }, name, arguments, syntax,
            member.declName, expected)
    }

    private func callStatic(
        _ type: Type, _ name: String, _ member: MemberAccessExprSyntax, _ arguments: [Argument],
        _ syntax: FunctionCallExprSyntax, _ expected: Type?
    ) -> Expression {
        if name == "init" { return construct(type, arguments, syntax, expected) }
        let functions = members(of: type, named: name, isStatic: true).filter { $0.kind == .function }
        if functions.isEmpty { return unknownStatic(type, name, member) }
        return resolve(
            functions.map { .library($0, selfValue: nil, selfType: type) }, name, arguments, syntax, member.declName,
            expected)
    }

    /// A call of a closure or of a value with `callAsFunction`.
    private func call(
        value: Expression, _ arguments: [Argument], _ syntax: FunctionCallExprSyntax, _ expected: Type?
    ) -> Expression {
        let type = inference.resolve(value.type)
        switch type {
        case .error: return value
        case .function(let function):
            guard arguments.count == function.parameters.count else {
                if arguments.count > function.parameters.count {
                    return fail(.extraArgument, at: arguments[function.parameters.count].value)
                }
                return fail(.missingArgument("#\(arguments.count + 1)"), at: syntax)
            }
            let values = fresh {
                zip(arguments, function.parameters).map { check($0.value, to: $1, .argument) }
            }
            if function.isThrowing {
                throwingCalls += 1
                if !isInTry, generics.isEmpty { report(.tryMissing, at: range(syntax)) }
            }
            return make(.callValue(value, values), function.result, syntax)
        default:
            let callable = members(of: type, named: "callAsFunction", isStatic: false)
            guard !callable.isEmpty else { return fail(.notCallable("\(shown(type))"), at: syntax.calledExpression) }
            return resolve(
                callable.map { .library($0, selfValue: value, selfType: type) }, "callAsFunction", arguments, syntax,
                syntax.calledExpression, expected)
        }
    }

    // MARK: Overloads

    /// Chooses among the meanings of a call: those whose labels fit, then those whose types fit, then the one that needs
    /// the fewest conversions.
    func resolve(
        _ candidates: [Candidate], _ name: String, _ arguments: [Argument], _ syntax: some ExprSyntaxProtocol,
        _ callee: some SyntaxProtocol, _ expected: Type?
    ) -> Expression {
        let fitting = candidates.compactMap { candidate in
            match(arguments, candidate.parameters).map { (candidate, $0) }
        }
        if fitting.isEmpty {
            if candidates.count == 1 { return explain(arguments, candidates[0], name, syntax) }
            for argument in arguments where !argument.value.is(ClosureExprSyntax.self) {
                _ = fresh { check(argument.value, expected: nil) }
            }
            report(
                .noExactMatch(name), at: range(callee),
                notes: candidates.prefix(6).map { DiagnosticNote(CheckerMessage.candidate($0.signature), at: nil) })
            return Expression(.error, .error, range(syntax))
        }
        if fitting.count == 1 { return apply(fitting[0].0, fitting[0].1, syntax, callee, expected) }
        var best: (index: Int, cost: Int)?
        var firstError: (index: Int, place: Int)?
        for (index, (candidate, matching)) in fitting.enumerated() {
            let before = journal()
            let outerCost = cost
            cost = 0
            let result = apply(candidate, matching, syntax, callee, expected)
            if !hasErrors(since: before), result.type != .error {
                var total = cost + literalCost(since: before)
                if let expected, !fits(result.type, expected) { total += 100 }
                if total < (best?.cost ?? .max) { best = (index, total) }
            } else {
                // The candidate that got furthest explains best.
                let place = diagnostics[before.diagnostics...].map(\.range.lower).min() ?? 0
                if place > (firstError?.place ?? -1) { firstError = (index, place) }
            }
            cost = outerCost
            rewind(to: before)
        }
        let chosen = fitting[best?.index ?? firstError?.index ?? 0]
        let before = diagnostics.count
        let result = apply(chosen.0, chosen.1, syntax, callee, expected)
        if best == nil, diagnostics.count > before {
            diagnostics[before].notes += fitting.prefix(6).map {
                DiagnosticNote(CheckerMessage.candidate($0.0.signature), at: nil)
            }
        }
        return result
    }

    private func fits(_ type: Type, _ expected: Type) -> Bool {
        let mark = inference.mark()
        defer { inference.rewind(to: mark) }
        let target = inference.resolve(expected)
        if inference.unify(type, target) { return true }
        if let wrapped = target.wrapped { return inference.unify(type, wrapped) }
        return false
    }

    /// Literals that had to take another type than their usual one, since `before`.
    private func literalCost(since before: Journal) -> Int {
        pending[before.pending...].reduce(0) { total, expression in
            switch (expression.kind, inference.resolve(expression.type)) {
            case (.integer, let type): total + (type == .int || isVariable(type) ? 0 : 1)
            case (.float, let type): total + (type == .double || isVariable(type) ? 0 : 1)
            default: total
            }
        }
    }

    private func isVariable(_ type: Type) -> Bool { if case .variable = type { true } else { false } }

    // MARK: Arguments

    enum Matched {
        case value(ExprSyntax)
        case variadic([ExprSyntax])
        case omitted
    }

    /// Which argument goes to which parameter; `nil` when the labels do not fit.
    func match(_ arguments: [Argument], _ parameters: [Parameter]) -> [Matched]? {
        var result = [Matched](repeating: .omitted, count: parameters.count)
        var next = 0
        for (index, argument) in arguments.enumerated() {
            if argument.isTrailing {
                // The first trailing closure goes to the next parameter that takes a function, the others by label.
                let isFirst = index == 0 || !arguments[index - 1].isTrailing
                guard
                    let place = parameters.indices.dropFirst(next).first(where: {
                        takesFunction(parameters[$0]) && (isFirst || parameters[$0].label == argument.label)
                    })
                else { return nil }
                result[place] = .value(argument.value)
                next = place + 1
                continue
            }
            if argument.label == nil, next > 0, parameters[next - 1].isVariadic,
                case .variadic(let list) = result[next - 1]
            {
                result[next - 1] = .variadic(list + [argument.value])
                continue
            }
            while next < parameters.count, parameters[next].label != argument.label {
                guard parameters[next].defaultValue != nil || parameters[next].isVariadic else { return nil }
                next += 1
            }
            guard next < parameters.count else { return nil }
            result[next] = parameters[next].isVariadic ? .variadic([argument.value]) : .value(argument.value)
            next += 1
        }
        for (index, parameter) in parameters.enumerated() {
            if case .omitted = result[index] {
                if parameter.isVariadic {
                    result[index] = .variadic([])
                } else if parameter.defaultValue == nil {
                    return nil
                }
            }
        }
        return result
    }

    private func takesFunction(_ parameter: Parameter) -> Bool {
        if case .function = parameter.type.wrapped ?? parameter.type { true } else { false }
    }

    /// Why the arguments do not fit the only candidate.
    private func explain(
        _ arguments: [Argument], _ candidate: Candidate, _ name: String, _ syntax: some ExprSyntaxProtocol
    ) -> Expression {
        let parameters = candidate.parameters
        for argument in arguments {
            if let label = argument.label, !parameters.contains(where: { $0.label == label }) {
                let labels = parameters.compactMap(\.label)
                let place = argument.value.parent.map { range($0) } ?? range(argument.value)
                let expected = parameters.map { ($0.label ?? "_") + ":" }.joined()
                let got = arguments.map { ($0.label ?? "_") + ":" }.joined()
                var fixIts: [FixIt] = []
                if let nearest = Spelling.nearest(to: label, among: labels) {
                    fixIts = [FixIt(replace: SourceRange(place.lower, place.lower + label.utf8.count), with: nearest)]
                }
                report(.argumentLabels(expected: expected, got: got), at: place, fixIts: fixIts)
                return Expression(.error, .error, range(syntax))
            }
        }
        if let missing = parameters.first(where: { parameter in
            parameter.defaultValue == nil && !parameter.isVariadic
                && !arguments.contains { $0.label == parameter.label }
        }) {
            return fail(.missingArgument(missing.label.map { "'\($0)'" } ?? "#1"), at: syntax)
        }
        if arguments.count > parameters.count, let extra = arguments.last {
            return fail(.extraArgument, at: extra.value)
        }
        let unlabeled = arguments.filter { $0.label == nil && !$0.isTrailing }.count
        let wanted = parameters.filter { $0.label == nil }
        if unlabeled < wanted.filter({ $0.defaultValue == nil && !takesFunction($0) }).count {
            return fail(.missingArgument("#\(unlabeled + 1)"), at: syntax)
        }
        let expected = parameters.map { ($0.label ?? "_") + ":" }.joined()
        let got = arguments.map { ($0.label ?? "_") + ":" }.joined()
        return fail(.argumentLabels(expected: expected, got: got), at: syntax)
    }

    // MARK: Applying

    private func apply(
        _ candidate: Candidate, _ matching: [Matched], _ syntax: some ExprSyntaxProtocol,
        _ callee: some SyntaxProtocol, _ expected: Type?
    ) -> Expression {
        switch candidate {
        case .user(let user):
            let values = self.arguments(matching, user.parameters, [:], syntax)
            use(user, at: range(callee))
            if user.isThrowing {
                throwingCalls += 1
                if !isInTry { report(.tryMissing, at: range(syntax)) }
            }
            return make(.callUser(user, values), user.result, syntax)
        case .library(let declaration, let selfValue, let selfType):
            var substitution = selfType.map { selfSubstitution(declaration, $0) } ?? [:]
            for generic in declaration.generics { substitution[generic] = inference.fresh() }
            let result =
                declaration.kind == .initializer
                ? initialised(declaration, selfType ?? .error) : declaration.result.substituting(substitution)
            if let expected, inference.hasVariables(result) {
                let mark = inference.mark()
                let target = inference.resolve(expected)
                let isPlain = (!target.isOptional || result.isOptional) && !implicitBase(target).isExistential
                if !isPlain || !inference.unify(result, target) { inference.rewind(to: mark) }
            }
            var values = self.arguments(matching, declaration.parameters, substitution, syntax)
            if let selfValue {
                let receiver =
                    declaration.isMutating
                    ? place(selfValue, isMutating: true) : selfValue
                values.insert(receiver, at: 0)
            }
            checkConstraints(declaration, substitution, callee)
            let written = matching.map { if case .value(let value) = $0 { value } else { ExprSyntax?.none } }
            noteCall(declaration, written, values, at: range(syntax))
            return make(
                .callLibrary(declaration, substitution: substitution, values), result, syntax)
        }
    }

    private func initialised(_ declaration: Declaration, _ type: Type) -> Type {
        declaration.result.isOptional ? .optional(type) : type
    }

    /// A call that is throwing only because a closure passed to it is.
    private func noteCall(
        _ declaration: Declaration, _ written: [ExprSyntax?], _ values: [Expression], at place: SourceRange
    ) {
        note(declaration, arguments: written, at: place)
        guard declaration.isRethrowing else { return }
        let throwsInside = values.contains {
            if case .function(let function) = inference.resolve($0.type) { function.isThrowing } else { false }
        }
        if throwsInside {
            throwingCalls += 1
            if !isInTry, generics.isEmpty { report(.tryMissing, at: place) }
        }
    }

    /// The arguments in the order of the parameters. Closures are checked last: by then the types that they take are
    /// known from the others.
    private func arguments(
        _ matching: [Matched], _ parameters: [Parameter], _ substitution: [String: Type],
        _ syntax: some ExprSyntaxProtocol
    ) -> [Expression] {
        fresh {
            var values = [Expression?](repeating: nil, count: parameters.count)
            for closuresOnly in [false, true] {
                for (index, (matched, parameter)) in zip(matching, parameters).enumerated() {
                    let type = parameter.type.substituting(substitution)
                    switch matched {
                    case .value(let value):
                        guard value.is(ClosureExprSyntax.self) == closuresOnly else { continue }
                        values[index] = argument(value, type, parameter)
                    case .variadic(let list):
                        guard !closuresOnly, case .nominal(_, let element) = type else { continue }
                        let place = list.first.map { range($0) } ?? SourceRange(at: range(syntax).upper)
                        values[index] = make(
                            .array(list.map { check($0, to: element[0], .argument) }), type, at: place)
                    case .omitted:
                        guard !closuresOnly else { continue }
                        values[index] = defaultValue(of: parameter, type, at: range(syntax))
                    }
                }
            }
            return values.map { $0 ?? Expression(.error, .error, range(syntax)) }
        }
    }

    private func argument(_ value: ExprSyntax, _ type: Type, _ parameter: Parameter) -> Expression {
        if let closure = value.as(ClosureExprSyntax.self) {
            return coerce(self.closure(closure, type, builder: parameter.builder), to: type, .argument)
        }
        if let passed = value.as(InOutExprSyntax.self) {
            guard parameter.isInout else { return fail(.needlessAmpersand, at: passed) }
            let target = check(passed.expression, expected: type)
            if !inference.unify(target.type, type) {
                report(.cannotConvertArgument(from: "\(shown(target.type))", to: "\(shown(type))"), at: target.range)
            }
            return place(target, isMutating: true)
        }
        if parameter.isInout { return fail(.missingAmpersand, at: value) }
        return check(value, to: type, .argument)
    }

    /// A default value, checked where it is used; its places are the call's.
    private func defaultValue(of parameter: Parameter, _ type: Type, at place: SourceRange) -> Expression {
        let syntax = DefaultValues.syntax(parameter.defaultValue ?? "nil")
        let (outerOffset, outerScopes) = (offset, scopes)
        offset = place.lower
        scopes = [scopes[0], Scope()]
        defer { (offset, scopes) = (outerOffset, outerScopes) }
        let value = check(syntax, to: type, .argument)
        return value
    }

    /// `T`, or the elements of `S` in `S.Element`.
    private func constrained(_ name: String, _ substitution: [String: Type]) -> Type? {
        let parts = name.split(separator: ".").map(String.init)
        guard let type = substitution[parts[0]] else { return nil }
        return parts.count == 1 ? type : element(of: type)
    }

    private func checkConstraints(
        _ declaration: Declaration, _ substitution: [String: Type], _ callee: some SyntaxProtocol
    ) {
        for constraint in declaration.constraints {
            guard let type = constrained(constraint.parameter, substitution) else { continue }
            if constraint.isSameType {
                let wanted = TypeReader.read(constraint.type, generics: Set(substitution.keys))
                    .substituting(substitution)
                let mark = inference.mark()
                if !inference.unify(type, wanted) {
                    inference.rewind(to: mark)
                    report(
                        .cannotConvertArgument(from: "\(shown(type))", to: "\(shown(wanted))"), at: range(callee))
                }
            } else if !conforms(type, to: constraint.type), !isVariable(inference.resolve(type)) {
                report(
                    .requiresConformance(
                        declaration.name, type: "\(shown(type))", protocolName: constraint.type),
                    at: range(callee))
            }
        }
    }
}
