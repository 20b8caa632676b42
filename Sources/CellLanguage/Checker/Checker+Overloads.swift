import Diagnostics
import SwiftParser
import SwiftSyntax

/// Which declaration a call means, and what becomes of its arguments.
extension Checker {
    func resolve(
        _ candidates: [Candidate], _ name: String, _ arguments: [Argument], _ syntax: some ExprSyntaxProtocol,
        _ callee: some SyntaxProtocol, _ expected: Type?
    ) -> Expression {
        resolve(candidates, name, arguments, ExprSyntax(syntax), range(callee), expected)
    }

    /// Chooses among the meanings of a call: those whose labels fit, then those whose types fit, then the one that needs
    /// the fewest conversions, then the most specific.
    func resolve(
        _ candidates: [Candidate], _ name: String, _ arguments: [Argument], _ syntax: ExprSyntax, _ place: SourceRange,
        _ expected: Type?
    ) -> Expression {
        let fitting = candidates.compactMap { candidate in
            match(arguments, candidate.decl.parameters).map { (candidate, $0) }
        }
        if fitting.isEmpty {
            if candidates.count == 1 { return explain(arguments, candidates[0], name, syntax, place) }
            for argument in arguments where !dependsOnContext(argument.value) {
                _ = fresh { check(argument.value, expected: nil) }
            }
            report(
                .noExactMatch(name), at: place,
                notes: candidates.prefix(6).map {
                    DiagnosticNote(CheckerMessage.candidate($0.decl.summary), at: $0.decl.range)
                })
            return failure(syntax)
        }
        if fitting.count == 1 {
            return applyHinted(fitting[0].0, fitting[0].1, syntax, place, expected)
        }
        // Arguments that mean the same wherever they go are checked once.
        let start = pending.count
        var prepared = arguments
        fresh {
            for index in prepared.indices where !dependsOnContext(prepared[index].value) {
                let before = journal()
                prepared[index].checked = check(prepared[index].value, expected: nil)
                // What fails alone may be meant where it goes: `filter(not(\.isPro))`.
                if prepared[index].value.is(FunctionCallExprSyntax.self), hasErrors(since: before) {
                    let found = diagnostics.dropFirst(before.diagnostics).map(\.message)
                    if found.contains(where: { ($0 as? CheckerMessage)?.needsContext ?? false }) {
                        rewind(to: before)
                        prepared[index].checked = nil
                    }
                }
            }
        }
        if prepared.contains(where: { $0.checked?.type == .error }) { return failure(syntax) }
        let all = fitting.compactMap { candidate, _ in
            match(prepared, candidate.decl.parameters).map { (candidate, $0) }
        }
        var best: [(index: Int, cost: Cost)] = []
        var firstError: (index: Int, place: Int)?
        for (index, (candidate, matching)) in all.enumerated() {
            let before = journal()
            cost = Cost()
            let result = apply(candidate, matching, syntax, place, expected)
            if !hasErrors(since: before), result.type != .error {
                var total = cost
                total.literals += literalCost(from: start)
                if let expected, !fits(result.type, expected) { total.literals += 1000 }
                if let known = best.first, total < known.cost { best = [] }
                if best.isEmpty || total == best[0].cost { best.append((index, total)) }
            } else {
                // The candidate that got furthest explains best.
                let place = diagnostics[before.diagnostics...].map(\.range.lower).min() ?? 0
                if place > (firstError?.place ?? -1) { firstError = (index, place) }
            }
            rewind(to: before)
        }
        var chosen = best.map { all[$0.index] }
        if chosen.count > 1 {
            let specific = mostSpecific(chosen.map(\.0))
            chosen = chosen.filter { candidate in specific.contains { $0.decl === candidate.0.decl } }
            // A default that is used makes a declaration less fitting.
            let omitted = chosen.map { candidate in candidate.1.count { if case .omitted = $0 { true } else { false } }
            }
            if let least = omitted.min(), omitted.contains(where: { $0 != least }) {
                chosen = zip(chosen, omitted).filter { $1 == least }.map(\.0)
            }
        }
        if chosen.count > 1, chosen.contains(where: { $0.0.decl.range != nil }),
            Set(chosen.map { $0.0.decl.range == nil }).count == 1
        {
            report(
                .ambiguous(name), at: place,
                notes: chosen.prefix(6).map {
                    DiagnosticNote(CheckerMessage.candidate($0.0.decl.summary), at: $0.0.decl.range)
                })
            return failure(syntax)
        }
        let winner = chosen.first { $0.0.decl.range != nil } ?? chosen.first ?? all[firstError?.index ?? 0]
        let outer = diagnostics.count
        let result = apply(winner.0, winner.1, syntax, place, expected)
        if best.isEmpty, diagnostics.count > outer {
            diagnostics[outer].notes += all.prefix(6).map {
                DiagnosticNote(CheckerMessage.candidate($0.0.decl.summary), at: $0.0.decl.range)
            }
        }
        return result
    }

    /// Whether what an argument means depends on where it goes.
    func dependsOnContext(_ syntax: ExprSyntax) -> Bool {
        switch syntax.as(ExprSyntaxEnum.self) {
        case .closureExpr, .nilLiteralExpr, .arrayExpr, .dictionaryExpr, .keyPathExpr, .inOutExpr, .ternaryExpr,
            .ifExpr,
            .switchExpr:
            return true
        case .declReferenceExpr(let reference):
            switch reference.baseName.tokenKind {
            case .binaryOperator, .prefixOperator, .postfixOperator: return true
            default: break
            }
            if case .functions? = lookUp(name(reference.baseName)) { return true }
            return lookUp(name(reference.baseName)) == nil && lookUpType(name(reference.baseName)) == nil
        case .memberAccessExpr(let member):
            guard let base = member.base else { return true }
            // A method as a value, an implicit member's member.
            return dependsOnContext(base) && !base.is(DeclReferenceExprSyntax.self)
                || member.declName.baseName.text == "init"
        case .functionCallExpr(let call):
            if let member = call.calledExpression.as(MemberAccessExprSyntax.self) {
                return member.base.map(dependsOnImplicit) ?? true
            }
            return false
        case .tupleExpr(let tuple): return tuple.elements.contains { dependsOnContext($0.expression) }
        case .tryExpr(let attempt): return dependsOnContext(attempt.expression)
        case .infixOperatorExpr(let infix):
            return dependsOnContext(infix.leftOperand) && dependsOnContext(infix.rightOperand)
        case .prefixOperatorExpr(let prefix): return dependsOnContext(prefix.expression)
        default: return false
        }
    }

    private func dependsOnImplicit(_ syntax: ExprSyntax) -> Bool {
        if let member = syntax.as(MemberAccessExprSyntax.self) { return member.base.map(dependsOnImplicit) ?? true }
        if let call = syntax.as(FunctionCallExprSyntax.self) { return dependsOnImplicit(call.calledExpression) }
        return false
    }

    private func fits(_ type: Type, _ expected: Type) -> Bool {
        let mark = inference.mark()
        defer { inference.rewind(to: mark) }
        let target = inference.resolve(expected)
        if target.isExistential { return true }
        if inference.unify(type, target) { return true }
        if isSubclass(type, of: target) { return true }
        if let wrapped = target.wrapped { return fits(type, wrapped) }
        return false
    }

    /// Literals that had to take another type than their usual one.
    private func literalCost(from start: Int) -> Int {
        pending[start...].reduce(0) { total, expression in
            let type = inference.resolve(expression.type)
            if type.isVariable { return total }
            switch expression.kind {
            case .integer: return total + (type == .int ? 0 : 1)
            case .float: return total + (type == .double ? 0 : 1)
            case .string: return total + (type == .string ? 0 : 1)
            default: return total
            }
        }
    }

    // MARK: Specificity

    /// Those candidates that no other is more specific than.
    func mostSpecific(_ candidates: [Candidate]) -> [Candidate] {
        let best = candidates.filter { one in
            candidates.allSatisfy { other in other.decl === one.decl || isAtLeastAsSpecific(one.decl, other.decl) }
        }
        if best.count == 1 { return best }
        // Of members that are alike, that of the type itself, then that of the nearer protocol.
        let pool = best.isEmpty ? candidates : best
        let strict = pool.filter { one in
            pool.allSatisfy { other in
                other.decl === one.decl || !isAtLeastAsSpecific(other.decl, one.decl) || isNearer(one.decl, other.decl)
            }
        }
        return strict.isEmpty ? pool : strict
    }

    private func isNearer(_ a: Decl, _ b: Decl) -> Bool {
        guard let mine = a.owner, let theirs = b.owner else { return a.owner == nil && b.owner != nil }
        if mine === theirs { return a.requirements.count > b.requirements.count }
        if theirs.kind == .protocol, mine.kind != .protocol { return true }
        if mine.kind == .protocol, theirs.kind == .protocol {
            return refined(mine.key).contains(theirs.key)
        }
        if mine.kind == .class, theirs.kind == .class {
            return isSubclass(
                .nominal(mine.key, mine.generics.map { .generic($0) }),
                of: .nominal(theirs.key, theirs.generics.map { _ in inference.fresh() }))
        }
        return false
    }

    /// Whether everything that could be passed to one could be passed to the other.
    func isAtLeastAsSpecific(_ a: Decl, _ b: Decl) -> Bool {
        let outer = environment
        environment += a.requirements
        defer { environment = outer }
        return attempt {
            var substitution: [String: Type] = [:]
            for generic in b.generics + (b.owner?.generics ?? []) { substitution[generic] = inference.fresh() }
            if b.owner?.kind == .protocol { substitution["Self"] = inference.fresh() }
            if a.isInstanceMember, b.isInstanceMember, let mine = a.owner, let theirs = b.owner {
                let own = mine.selfType
                if theirs.kind == .protocol {
                    substitution["Self"] = own
                } else if !inference.unify(own, theirs.selfType.substituting(substitution)) {
                    return false
                }
            }
            guard a.parameters.count <= b.parameters.count || b.parameters.contains(where: \.isVariadic) else {
                return false
            }
            if b.parameters.contains(where: \.isVariadic), !a.parameters.contains(where: \.isVariadic) {
                return true
            }
            if a.parameters.contains(where: \.isVariadic), !b.parameters.contains(where: \.isVariadic) { return false }
            for (mine, theirs) in zip(a.parameters, b.parameters) {
                let place = SourceRange(at: 0)
                let value = Expression(.error, mine.type, place)
                value.kind = .variable(
                    Variable(name: "$", type: mine.type, isLet: true, range: place, owner: function))
                if coerce(value, to: theirs.type.substituting(substitution), .argument).type == .error { return false }
            }
            return satisfies(b.requirements, substitution.mapValues(inference.zonk))
        }
    }

    // MARK: Arguments

    enum Matched {
        case value(Argument)
        case variadic([Argument])
        case omitted
    }

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
    private func explain(
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
        let expected = parameters.map { ($0.label ?? "_") + ":" }.joined()
        let got = arguments.map { ($0.label ?? "_") + ":" }.joined()
        for argument in arguments {
            if let label = argument.label, !parameters.contains(where: { $0.label == label }) {
                let labels = parameters.compactMap(\.label)
                let place = argument.value.parent.map { range($0) } ?? range(argument.value)
                if arguments.count > parameters.count, labels.isEmpty {
                    return fail(.extraArgument, range(argument.value))
                }
                var fixIts: [FixIt] = []
                if let nearest = Spelling.nearest(to: label, among: labels) {
                    fixIts = [FixIt(replace: SourceRange(place.lower, place.lower + label.utf8.count), with: nearest)]
                }
                return fail(.argumentLabels(expected: expected, got: got), place, fixIts)
            }
        }
        if arguments.count > parameters.count, !parameters.contains(where: \.isVariadic), let extra = arguments.last {
            return fail(.extraArgument, range(extra.value))
        }
        if arguments.count == parameters.count,
            let wrong = zip(arguments, parameters).first(where: { $0.label != $1.label && !$0.isTrailing })
        {
            // The right values with a label too few or too many.
            if wrong.0.label == nil, let label = wrong.1.label {
                let place = range(wrong.0.value)
                return fail(
                    arguments.count == 1 ? .missingLabel(label) : .argumentLabels(expected: expected, got: got), place,
                    [FixIt(replace: SourceRange(at: place.lower), with: label + ": ")])
            }
            return fail(.argumentLabels(expected: expected, got: got), range(wrong.0.value))
        }
        if let missing = parameters.first(where: { parameter in
            parameter.defaultValue == nil && !parameter.isVariadic
                && !arguments.contains { $0.label == parameter.label && (!$0.isTrailing || takesFunction(parameter)) }
        }) {
            return fail(.missingArgument(missing.label.map { "'\($0)'" } ?? "#1"), range(syntax))
        }
        let unlabeled = arguments.filter { $0.label == nil && !$0.isTrailing }.count
        let wanted = parameters.filter { $0.label == nil }
        if unlabeled < wanted.filter({ $0.defaultValue == nil && !takesFunction($0) }).count {
            return fail(.missingArgument("#\(unlabeled + 1)"), range(syntax))
        }
        return fail(.argumentLabels(expected: expected, got: got), range(syntax))
    }

    // MARK: Applying

    /// With the hint of what is wanted; without it when that leads into a mistake.
    private func applyHinted(
        _ candidate: Candidate, _ matching: [Matched], _ syntax: ExprSyntax, _ place: SourceRange, _ expected: Type?
    ) -> Expression {
        guard let expected, !candidate.decl.generics.isEmpty || candidate.base != nil else {
            return apply(candidate, matching, syntax, place, expected)
        }
        let before = journal()
        let result = apply(candidate, matching, syntax, place, expected)
        if !hasErrors(since: before) { return result }
        let hinted = Array(diagnostics[before.diagnostics...])
        rewind(to: before)
        let plain = apply(candidate, matching, syntax, place, nil)
        if !hasErrors(since: before) { return plain }
        rewind(to: before)
        if inference.resolve(expected).isOptional {
            // `reduce(0) { … }` where an optional is wanted, and made by the closure.
            hintsOptionals = true
            defer { hintsOptionals = false }
            let optional = apply(candidate, matching, syntax, place, expected)
            if !hasErrors(since: before) { return optional }
            rewind(to: before)
        }
        diagnostics += hinted
        return failure(syntax)
    }

    func apply(
        _ candidate: Candidate, _ matching: [Matched], _ syntax: ExprSyntax, _ place: SourceRange, _ expected: Type?
    ) -> Expression {
        let decl = candidate.decl
        checkAccess(decl, place)
        decl.pendingType?()
        var substitution =
            candidate.base.map {
                selfSubstitution(decl, decl.owner?.kind == .protocol ? (candidate.selfValue?.type ?? $0) : $0)
            } ?? [:]
        // `-> Self` of a class's method is the receiver's class.
        if decl.result == .generic("Self"), decl.owner?.kind == .class, let own = candidate.selfValue {
            substitution["Self"] = inference.resolve(own.type)
        }
        for generic in decl.generics { substitution[generic] = inference.fresh() }
        var result: Type
        switch decl.kind {
        case .initializer:
            result = candidate.base ?? decl.result
            if decl.isFailable { result = .optional(result) }
        case .enumCase: result = candidate.base ?? decl.result
        default: result = decl.result.substituting(substitution)
        }
        if candidate.isDirect, decl.kind == .initializer { result = .void }
        if let expected, inference.hasVariables(result) { hint(result, expected) }
        var values = self.arguments(matching, decl.parameters, substitution, decl.requirements, syntax)
        if decl.isInstanceMember || candidate.isDirect, let selfValue = candidate.selfValue {
            // A protocol's mutating member may replace even an object.
            let isChanged =
                decl.isMutating && (!isClass(selfValue.type) || decl.owner?.kind == .protocol && !selfValue.isSelf)
            values.insert(isChanged ? self.place(selfValue) : selfValue, at: 0)
        }
        check(decl.requirements, substitution, decl.name, at: place)
        if let owner = decl.owner, owner.kind != .protocol, candidate.base != nil, !owner.requirements.isEmpty {
            check(owner.requirements, substitution, Type.display(owner.key), at: place)
        }
        checkOpening(decl, substitution, place)
        let written = matching.map { if case .value(let value) = $0 { value.value } else { ExprSyntax?.none } }
        noteCall(decl, written, values, at: range(syntax))
        use(decl, at: place)
        return call(decl, substitution, values, result, at: range(syntax), isDirect: candidate.isDirect)
    }

    private func checkAccess(_ decl: Decl, _ place: SourceRange) {
        guard decl.isPrivate, let owner = decl.owner else { return }
        let isInside = scopes.contains { scope in
            var nominal = scope.member?.nominal
            while let current = nominal {
                if current === owner { return true }
                nominal = current.parent
            }
            return false
        }
        if !isInside { report(.inaccessible(decl.name), at: place) }
    }

    /// A local function hands what it captured to those that call it.
    func use(_ decl: Decl, at place: SourceRange) {
        decl.topLevel?.use(at: place)
        if let name = decl.waitsFor, decl.body?.check != nil, !scopes.contains(where: { $0.member != nil }),
            function?.isCell ?? true || function === decl.context
        {
            report(.usedBeforeDeclaration(name), at: place)
        }
        if let body = decl.body, body.context.parent?.isCell == false || decl.context != nil { function?.call(body) }
    }

    private func hint(_ result: Type, _ expected: Type) {
        let mark = inference.mark()
        let own = inference.resolve(result)
        if own.isVariable, inference.isOpen(own), let wrapped = inference.resolve(expected).wrapped, !hintsOptionals,
            inference.resolve(wrapped) != .any
        {
            return
        }
        var target = inference.resolve(expected)
        if own.isVariable, target.isOptional {
            if !inference.unify(own, target) { inference.rewind(to: mark) }
            return
        }
        while target.isOptional, !own.isOptional { target = inference.resolve(target.wrapped ?? .error) }
        var inner = target
        while let wrapped = inner.wrapped { inner = inference.resolve(wrapped) }
        if inner.isExistential || inference.isOpen(target) { return }
        if !inference.unify(result, target) { inference.rewind(to: mark) }
    }

    /// `any P` may be passed where `T: P` stands by itself, and nowhere inside another type.
    private func checkOpening(_ decl: Decl, _ substitution: [String: Type], _ place: SourceRange) {
        for generic in decl.generics {
            guard case .existential(let names)? = substitution[generic].map(inference.resolve), names != ["Error"]
            else {
                continue
            }
            let isConstrained = decl.requirements.contains {
                if case .conforms(.generic(generic), _) = $0 { true } else { false }
            }
            guard isConstrained else { continue }
            let isOnlyPlain = decl.parameters.allSatisfy { parameter in
                parameter.type == .generic(generic)
                    || !parameter.type.contains { $0 == .generic(generic) }
            }
            if !isOnlyPlain {
                report(.existentialDoesNotConform(names.map(Type.display).joined(separator: " & ")), at: place)
            }
        }
    }

    /// A call that is throwing only because a closure passed to it is.
    private func noteCall(
        _ decl: Decl, _ written: [ExprSyntax?], _ values: [Expression], at place: SourceRange
    ) {
        note(decl, arguments: written, at: place)
        guard decl.throwing == .whenArgumentsDo else { return }
        let throwsInside = values.contains {
            var value = $0
            if case .wrap(let inner) = value.kind { value = inner }
            // The closure's own type says whether it throws, not the one it was converted to.
            while case .convert(let inner) = value.kind { value = inner }
            return if case .function(let function) = inference.resolve(value.type) { function.isThrowing } else {
                false
            }
        }
        if throwsInside { noteThrowing(at: place) }
    }

    /// The arguments in the order of the parameters. Closures are checked last: by then the types that they take are
    /// known from the others.
    private func arguments(
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
                        values[index] = defaultValue(of: parameter, type, substitution, at: range(syntax))
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

    /// Uses what requirements say of equal types as soon as it is known; whether they hold is checked later.
    func solve(_ requirements: [Requirement], _ substitution: [String: Type]) {
        for case .same(let a, let b) in requirements {
            let (a, b) = (a.substituting(substitution), b.substituting(substitution))
            if case .member(let base, _) = inference.resolve(a) {
                guard let usual = inference.kind(of: base)?.defaultType else { continue }
                _ = inference.unify(base, usual)
            }
            let mark = inference.mark()
            if !inference.unify(a, b) { inference.rewind(to: mark) }
        }
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
            return place(target)
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
            let syntax = LibrarySource.expression(text)
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

    func check(_ requirements: [Requirement], _ substitution: [String: Type], _ name: String, at place: SourceRange) {
        let ordered =
            requirements.filter { if case .same = $0 { false } else { true } }
            + requirements.filter { if case .same = $0 { true } else { false } }
        for requirement in ordered {
            switch requirement.substituting(substitution) {
            case .same(let type, let wanted):
                let mark = inference.mark()
                if case .member(let base, _) = inference.resolve(type), inference.hasVariables(base) { continue }
                if !inference.unify(type, wanted) {
                    inference.rewind(to: mark)
                    report(
                        .requiresSameType(name, "\(shown(type))", "\(shown(wanted))"), at: place)
                }
            case .conforms(let subject, let protocolName):
                let type = inference.resolve(subject)
                if type.isVariable, inference.isOpen(type) { continue }
                if [.stringLiteral, .characterLiteral].contains(inference.kind(of: type)),
                    conforms(.string, to: protocolName),
                    !conforms(.character, to: protocolName)
                {
                    _ = inference.unify(type, .string)
                    continue
                }
                if case .member(let base, _) = type, inference.hasVariables(base) { continue }
                if type.isVariable {
                    if !literal(type, canConformTo: protocolName) { blame(name, type, protocolName, place) }
                } else if !conforms(type, to: protocolName), !infer(type, protocolName) {
                    blame(name, type, protocolName, place)
                }
            case .inherits(let subject, let superclass):
                if inference.isOpen(subject) { continue }
                if !isSubclass(subject, of: superclass) {
                    report(
                        .requiresInheritance(name, type: "\(shown(subject))", superclass: "\(superclass)"), at: place)
                }
            }
        }
    }

    private func blame(_ name: String, _ type: Type, _ protocolName: String, _ place: SourceRange) {
        report(
            .requiresConformance(name, type: "\(shown(type))", protocolName: Type.display(protocolName)), at: place)
    }

    /// A literal that nothing has decided yet: its usual type must do, or `Double` for an integer.
    private func literal(_ type: Type, canConformTo protocolName: String) -> Bool {
        guard let kind = inference.kind(of: type), let usual = kind.defaultType else { return true }
        if conforms(usual, to: protocolName) { return true }
        if kind == .integerLiteral, conforms(.double, to: protocolName) { return inference.unify(type, .double) }
        return false
    }
}
