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

    func dependsOnImplicit(_ syntax: ExprSyntax) -> Bool {
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

    // MARK: Arguments

    enum Matched {
        case value(Argument)
        case variadic([Argument])
        case omitted
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
            values.insert(isChanged ? self.place(selfValue, for: .member) : selfValue, at: 0)
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
