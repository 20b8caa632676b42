import Diagnostics
import SwiftParser
import SwiftSyntax

/// Of several declarations that fit, the one that Swift takes.
extension Checker {
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
}
