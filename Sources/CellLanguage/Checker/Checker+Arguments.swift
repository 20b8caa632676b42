import Diagnostics
import SwiftParser
import SwiftSyntax

/// Which argument belongs to which parameter, and what each is for it.
extension Checker {
    /// Which argument goes to which parameter; `nil` when the labels do not fit.
    func match(_ arguments: [Argument], _ parameters: [Param]) -> [Matched]? {
        var result = [Matched](repeating: .omitted, count: parameters.count)
        var next = 0
        for (index, argument) in arguments.enumerated() {
            if argument.isTrailing {
                // The first trailing closure goes to the next parameter that takes a function, the others by label.
                let isFirst = index == 0 || !arguments[index - 1].isTrailing
                let rest = arguments[(index + 1)...].filter(\.isTrailing).count
                let places = parameters.indices.dropFirst(next).filter {
                    takesFunction(parameters[$0]) && (isFirst || parameters[$0].label == argument.label)
                }
                // A parameter with a default is passed over when one without needs the closure.
                let needed = places.filter { parameters[$0].defaultValue == nil }
                guard
                    let place = (isFirst && rest == 0 && needed.count == 1 && places.count > 1)
                        ? needed.first : places.first
                else { return nil }
                result[place] = .value(argument)
                next = place + 1
                continue
            }
            if argument.label == nil, next > 0, parameters[next - 1].isVariadic,
                case .variadic(let list) = result[next - 1]
            {
                result[next - 1] = .variadic(list + [argument])
                continue
            }
            while next < parameters.count, parameters[next].label != argument.label {
                guard parameters[next].defaultValue != nil || parameters[next].isVariadic else { return nil }
                next += 1
            }
            guard next < parameters.count else { return nil }
            result[next] = parameters[next].isVariadic ? .variadic([argument]) : .value(argument)
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

    func takesFunction(_ parameter: Param) -> Bool {
        if case .function = parameter.type.wrapped ?? parameter.type { return true }
        if case .generic = parameter.type { return true }
        return false
    }

    /// Why the arguments do not fit the only candidate.
    func explain(
        _ arguments: [Argument], _ candidate: Candidate, _ name: String, _ syntax: ExprSyntax, _ place: SourceRange
    ) -> Expression {
        let parameters = candidate.decl.parameters
        let declared =
            candidate.decl.range.map {
                [DiagnosticNote(CheckerMessage.declaredHere(candidate.decl.signature), at: $0)]
            } ?? []
        func fail(_ message: CheckerMessage, _ place: SourceRange, _ fixIts: [FixIt] = []) -> Expression {
            report(message, at: place, notes: declared, fixIts: fixIts)
            return failure(syntax)
        }
        let labels = { (list: [String?]) in list.map { ($0 ?? "_") + ":" }.joined() }
        let (expected, got) = (parameters.map(\.label), arguments.map(\.label))
        if let misspelt = arguments.first(where: { $0.label.map { !expected.contains($0) } ?? false }),
            let label = misspelt.label, arguments.count <= parameters.count, expected.contains(where: { $0 != nil })
        {
            let place = misspelt.value.parent.map { range($0) } ?? range(misspelt.value)
            let nearest = Spelling.nearest(to: label, among: expected.compactMap(\.self))
            let fixIts = nearest.map {
                [FixIt(replace: SourceRange(place.lower, place.lower + label.utf8.count), with: $0)]
            }
            return fail(.argumentLabels(expected: labels(expected), got: labels(got)), place, fixIts ?? [])
        }
        if arguments.count > parameters.count, !parameters.contains(where: \.isVariadic) {
            let extra = arguments.first { !expected.contains($0.label) } ?? arguments.last
            return fail(.extraArgument(extra?.label), extra.map { range($0.value) } ?? place)
        }
        let missing = self.missing(arguments, parameters)
        if missing == nil, arguments.count == parameters.count, !arguments.contains(where: \.isTrailing) {
            if got.sorted(by: { ($0 ?? "") < ($1 ?? "") }) == expected.sorted(by: { ($0 ?? "") < ($1 ?? "") }),
                let index = got.indices.first(where: { got[$0] != expected[$0] }),
                let late = got[index...].firstIndex(of: expected[index])
            {
                let name = { (index: Int) in got[index].map { "'\($0)'" } ?? "#\(index + 1)" }
                return fail(.argumentOrder(name(late), before: name(index)), range(arguments[late].value))
            }
            if got.count > 1, got.allSatisfy({ $0 == nil }), expected.allSatisfy({ $0 != nil }) {
                let fixIts = zip(arguments, expected).map {
                    FixIt(replace: SourceRange(at: range($0.value).lower), with: ($1 ?? "") + ": ")
                }
                return fail(.missingLabels(labels(expected)), range(arguments[0].value), fixIts)
            }
            if expected.allSatisfy({ $0 == nil }), got.contains(where: { $0 != nil }) {
                return fail(.extraLabels(labels(got)), range(arguments[0].value))
            }
            if let wrong = zip(arguments, expected).first(where: { $0.label != $1 }), wrong.0.label == nil,
                let label = wrong.1
            {
                // The right values with a label too few.
                let place = range(wrong.0.value)
                return fail(
                    .missingLabel(label), place, [FixIt(replace: SourceRange(at: place.lower), with: label + ": ")])
            }
        }
        if let missing { return fail(.missingArgument(missing), range(syntax)) }
        return fail(.argumentLabels(expected: labels(expected), got: labels(got)), range(syntax))
    }

    /// The first parameter that has no argument, by its label or its number.
    private func missing(_ arguments: [Argument], _ parameters: [Param]) -> String? {
        var rest = arguments
        for (index, parameter) in parameters.enumerated() {
            if let found = rest.firstIndex(where: { $0.label == parameter.label && !$0.isTrailing }) {
                rest.remove(at: found)
            } else if let found = rest.firstIndex(where: { $0.isTrailing && takesFunction(parameter) }) {
                rest.remove(at: found)
            } else if parameter.defaultValue == nil, !parameter.isVariadic,
                // A value whose label is wrong is not missing.
                rest.count < parameters.count - index
            {
                return parameter.label.map { "'\($0)'" } ?? "#\(index + 1)"
            }
        }
        return nil
    }

    /// The arguments in the order of the parameters. Closures are checked last: by then the types that they take are
    /// known from the others.
    func arguments(
        _ matching: [Matched], _ parameters: [Param], _ substitution: [String: Type], _ requirements: [Requirement],
        _ syntax: ExprSyntax
    ) -> [Expression] {
        fresh {
            var values = [Expression?](repeating: nil, count: parameters.count)
            var deferred: [Int] = []
            for closuresOnly in [false, true] {
                if closuresOnly { solve(requirements, substitution) }
                for (index, (matched, parameter)) in zip(matching, parameters).enumerated() {
                    let type = parameter.type.substituting(substitution)
                    switch matched {
                    case .value(let value):
                        guard isClosureLike(value.value) == closuresOnly else { continue }
                        if inference.isOpen(type) && isImplicit(value.value) || isUndecided(type) && !closuresOnly {
                            deferred.append(index)
                            continue
                        }
                        values[index] = argument(value, type, parameter)
                    case .variadic(let list):
                        guard !closuresOnly, case .nominal(_, let element) = type else { continue }
                        let place = list.first.map { range($0.value) } ?? SourceRange(at: range(syntax).upper)
                        let parts = list.map { argument in
                            argument.checked.map { coerce($0, to: element[0], .argument) }
                                ?? check(argument.value, to: element[0], .argument)
                        }
                        values[index] = make(.array(parts), type, at: place)
                    case .omitted:
                        guard !closuresOnly else { continue }
                        let value = defaultValue(of: parameter, type, substitution, at: range(syntax))
                        value.isDefaultArgument = true
                        values[index] = value
                    }
                }
            }
            // `.zero` where only the other arguments say of what type.
            for index in deferred {
                if case .value(let value) = matching[index] {
                    values[index] = argument(
                        value, parameters[index].type.substituting(substitution), parameters[index])
                }
            }
            return values.map { $0 ?? failure(syntax) }
        }
    }

    /// `.member`, `-.member`, `.member(…)`.
    func isImplicit(_ syntax: ExprSyntax) -> Bool {
        if let prefix = syntax.as(PrefixOperatorExprSyntax.self) { return isImplicit(prefix.expression) }
        return syntax.is(MemberAccessExprSyntax.self) || syntax.is(FunctionCallExprSyntax.self)
            ? dependsOnImplicit(syntax) : false
    }

    /// Closures and operators as functions, whose types come from the others.
    private func isClosureLike(_ syntax: ExprSyntax) -> Bool {
        if syntax.is(ClosureExprSyntax.self) || syntax.is(KeyPathExprSyntax.self) { return true }
        if let reference = syntax.as(DeclReferenceExprSyntax.self) {
            switch reference.baseName.tokenKind {
            case .binaryOperator, .prefixOperator, .postfixOperator: return true
            default: break
            }
            if lookUp(name(reference.baseName)) == nil { return lookUpType(name(reference.baseName)) == nil }
            if case .functions? = lookUp(name(reference.baseName)) { return true }
        }
        if let member = syntax.as(MemberAccessExprSyntax.self), member.declName.baseName.text == "init" { return true }
        return false
    }

    func argument(_ argument: Argument, _ type: Type, _ parameter: Param) -> Expression {
        let value = argument.value
        if parameter.isAutoclosure { return autoclosure(value, type) }
        if let closure = value.as(ClosureExprSyntax.self) {
            return coerce(self.closure(closure, type, builder: parameter.builder), to: type, .argument)
        }
        if let passed = value.as(InOutExprSyntax.self) {
            guard parameter.isInout else { return fail(.needlessAmpersand, at: passed) }
            let target = check(passed.expression, expected: type)
            if target.type == .error { return target }
            if !inference.unify(target.type, type) {
                report(.cannotConvertArgument(from: "\(shown(target.type))", to: "\(shown(type))"), at: target.range)
            }
            return place(target, for: .argument)
        }
        if parameter.isInout {
            report(
                .missingAmpersand, at: range(value),
                fixIts: [FixIt(replace: SourceRange(at: range(value).lower), with: "&")])
            return failure(value)
        }
        if let checked = argument.checked { return coerce(checked, to: type, .argument) }
        return check(value, to: type, .argument)
    }

    /// An argument that is evaluated when it is needed.
    func autoclosure(_ syntax: ExprSyntax, _ type: Type) -> Expression {
        guard case .function(let wanted) = inference.resolve(type) else { return check(syntax, to: type) }
        let context = FunctionContext(
            name: "closure", parent: function, result: wanted.result, kind: .closure, mayThrow: wanted.isThrowing)
        contexts.append(context)
        let outer = function
        function = context
        defer { function = outer }
        let before = throwingCalls
        let body = ClosureBody(context: context)
        let value = check(syntax, to: wanted.result, .argument)
        body.statements = [.return(value)]
        let doesThrow = throwingCalls > before
        delayedThrowingCalls += throwingCalls - before
        throwingCalls = before
        return make(
            .closure(body), .function(Type.FunctionType([], wanted.result, isThrowing: doesThrow)), syntax)
    }

    /// A default value, checked where it is used; its places are those of its declaration.
    private func defaultValue(
        of parameter: Param, _ type: Type, _ substitution: [String: Type], at place: SourceRange
    ) -> Expression {
        let outer = (offset, scopes, isInTry, isCaught)
        defer { (offset, scopes, isInTry, isCaught) = outer }
        switch parameter.defaultValue {
        case .source(let text):
            offset = place.lower
            scopes = [scopes[0], Scope()]
            let count = diagnostics.count
            let syntax = parsedDefaults[text] ?? LibrarySource.expression(text)
            parsedDefaults[text] = syntax
            let value = parameter.isAutoclosure ? autoclosure(syntax, type) : check(syntax, to: type, .argument)
            for index in diagnostics.indices.dropFirst(count) { diagnostics[index].range = place }
            return value
        case .written(let syntax, let scopes, let offset):
            self.offset = offset
            self.scopes = scopes
            let value = parameter.isAutoclosure ? autoclosure(syntax, type) : check(syntax, to: type, .argument)
            return value
        case .property(let nominal, let index):
            return make(.propertyDefault(nominal, index, substitution: substitution), type, at: place)
        case .some(.none), nil: return make(.nil, type, at: place)
        }
    }
}
