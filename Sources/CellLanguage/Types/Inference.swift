/// Type variables and what is known of them: unification with undo, so that overloads can be tried.
///
/// A literal's type is a variable that only types with such literals can take; left alone it becomes `Int`, `Double`,
/// `String` or what else its kind says.
final class Inference {
    enum Kind {
        case any, integerLiteral, floatLiteral, stringLiteral, characterLiteral

        /// The protocol that a type must conform to for a literal of this kind to have it.
        var literalProtocol: String? {
            switch self {
            case .any: nil
            case .integerLiteral: "ExpressibleByIntegerLiteral"
            case .floatLiteral: "ExpressibleByFloatLiteral"
            case .stringLiteral: "ExpressibleByStringLiteral"
            case .characterLiteral: "ExpressibleByExtendedGraphemeClusterLiteral"
            }
        }

        /// What a literal is when nothing else is asked of it.
        var defaultType: Type? {
            switch self {
            case .any: nil
            case .integerLiteral: .int
            case .floatLiteral: .double
            case .stringLiteral, .characterLiteral: .string
            }
        }

        /// The stricter of two kinds; `nil` when no type takes both.
        static func join(_ a: Kind, _ b: Kind) -> Kind? {
            switch (a, b) {
            case (.any, let kind), (let kind, .any): kind
            case (.integerLiteral, .floatLiteral), (.floatLiteral, .integerLiteral): .floatLiteral
            case (.stringLiteral, .characterLiteral), (.characterLiteral, .stringLiteral): .stringLiteral
            default: a == b ? a : nil
            }
        }
    }

    private struct Variable {
        var kind: Kind
        var binding: Type?
    }

    private var variables: [Variable] = []
    private var trail: [(index: Int, old: Variable)] = []
    /// Whether a type conforms to a protocol; set by the checker, which knows the declarations.
    var conforms: (Type, String) -> Bool = { _, _ in false }
    /// What `T.Element` is; `nil` while it cannot be known.
    var associated: (Type, String) -> Type? = { _, _ in nil }
    /// Generic parameters that a condition, `where Value == Int`, makes one with a type.
    var fixed: [String: Type] = [:]

    func fresh(_ kind: Kind = .any) -> Type {
        variables.append(Variable(kind: kind, binding: nil))
        return .variable(variables.count - 1)
    }

    func kind(of type: Type) -> Kind? {
        if case .variable(let index) = resolve(type) { variables[index].kind } else { nil }
    }

    /// Whether nothing at all is known of the type.
    func isOpen(_ type: Type) -> Bool { kind(of: type) == .any }

    // MARK: Undo

    struct Mark { fileprivate let trail: Int }
    func mark() -> Mark { Mark(trail: trail.count) }
    func rewind(to mark: Mark) {
        while trail.count > mark.trail, let last = trail.popLast() { variables[last.index] = last.old }
    }

    private func set(_ index: Int, _ variable: Variable) {
        trail.append((index, variables[index]))
        variables[index] = variable
    }

    // MARK: Reading

    /// The type with its outermost variable replaced by what it is bound to.
    func resolve(_ type: Type) -> Type {
        var type = type
        while true {
            switch type {
            case .variable(let index):
                guard let binding = variables[index].binding else { return type }
                type = binding
            case .member(let base, let name):
                let base = resolve(base)
                guard let found = associated(base, name) else { return .member(base, name) }
                type = found
            case .generic(let name) where !fixed.isEmpty:
                guard let found = fixed[name], found != type else { return type }
                type = found
            default: return type
            }
        }
    }

    /// The type with all bound variables replaced.
    func zonk(_ type: Type) -> Type {
        switch type {
        case .nominal(_, let arguments) where arguments.isEmpty: return type
        case .any, .never, .error, .existential: return type
        case .generic where fixed.isEmpty: return type
        default: break
        }
        return type.mapped {
            switch $0 {
            case .generic where !self.fixed.isEmpty:
                let resolved = self.resolve($0)
                return resolved == $0 ? $0 : self.zonk(resolved)
            case .variable, .member:
                let resolved = self.resolve($0)
                switch resolved {
                case .variable, .member: return resolved
                default: return self.zonk(resolved)
                }
            default: return $0
            }
        }
    }

    /// The type with literals that nothing decided made what they usually are.
    func defaulted(_ type: Type) -> Type {
        let known = zonk(type)
        guard known.contains(where: \.isVariable) else { return known }
        let decided = known.mapped {
            guard case .variable(let index) = $0, let usual = self.variables[index].kind.defaultType else { return $0 }
            self.set(index, Variable(kind: self.variables[index].kind, binding: usual))
            return usual
        }
        return zonk(decided)
    }

    func hasVariables(_ type: Type) -> Bool {
        zonk(type).contains {
            switch $0 {
            case .variable: true
            default: false
            }
        }
    }

    /// Whether a part of the type is open, literals apart.
    func hasOpenVariables(_ type: Type) -> Bool {
        zonk(type).contains {
            if case .variable(let index) = $0 { self.variables[index].kind == .any } else { false }
        }
    }

    /// Whether a type has more parts, or parts deeper within each other, than any that is written by hand. It looks at no
    /// more of it than that: a type that holds another twice, and so on, is as large as 2 to the number of steps.
    func isExcessive(_ type: Type) -> Bool {
        var rest = Self.mostParts
        return exceeds(type, Self.deepestType, &rest)
    }

    private static let mostParts = 1_000
    private static let deepestType = 100

    private func exceeds(_ type: Type, _ depth: Int, _ rest: inout Int) -> Bool {
        rest -= 1
        if rest < 0 || depth < 0 { return true }
        switch type {
        case .nominal(_, let arguments): return arguments.contains { exceeds($0, depth - 1, &rest) }
        case .tuple(let elements): return elements.contains { exceeds($0.type, depth - 1, &rest) }
        case .function(let function):
            return function.parameters.contains { exceeds($0, depth - 1, &rest) }
                || exceeds(function.result, depth - 1, &rest)
        case .metatype(let type): return exceeds(type, depth - 1, &rest)
        case .variable(let index): return variables[index].binding.map { exceeds($0, depth, &rest) } ?? false
        case .member(let base, _): return exceeds(base, depth - 1, &rest)
        case .existential, .any, .generic, .never, .error: return false
        }
    }

    // MARK: Unification

    /// Makes two types equal if they can be. On failure some variables may be bound: rewind to a mark.
    func unify(_ a: Type, _ b: Type) -> Bool {
        let (a, b) = (resolve(a), resolve(b))
        switch (a, b) {
        case (.error, _), (_, .error): return true
        case (.variable(let i), .variable(let j)): return i == j || join(i, j)
        case (.variable(let i), _): return bind(i, b)
        case (_, .variable(let j)): return bind(j, a)
        case (.nominal(let x, let xs), .nominal(let y, let ys)):
            return x == y && xs.count == ys.count && zip(xs, ys).allSatisfy { unify($0, $1) }
        case (.tuple(let xs), .tuple(let ys)):
            return xs.count == ys.count
                && zip(xs, ys).allSatisfy {
                    ($0.label == $1.label || $0.label == nil || $1.label == nil) && unify($0.type, $1.type)
                }
        case (.function(let f), .function(let g)):
            return f.parameters.count == g.parameters.count && f.inouts == g.inouts
                && zip(f.parameters, g.parameters).allSatisfy { unify($0, $1) } && unify(f.result, g.result)
        case (.metatype(let x), .metatype(let y)): return unify(x, y)
        case (.member(let x, let name), .member(let y, let other)):
            return name == other && unify(x, y)
        default: return a == b
        }
    }

    private func join(_ i: Int, _ j: Int) -> Bool {
        guard let kind = Kind.join(variables[i].kind, variables[j].kind) else { return false }
        set(j, Variable(kind: variables[j].kind, binding: .variable(i)))
        set(i, Variable(kind: kind, binding: nil))
        return true
    }

    private func bind(_ index: Int, _ type: Type) -> Bool {
        if occurs(index, in: type) { return false }
        if let wanted = variables[index].kind.literalProtocol, !conforms(type, wanted) { return false }
        set(index, Variable(kind: variables[index].kind, binding: type))
        return true
    }

    private func occurs(_ index: Int, in type: Type) -> Bool {
        switch type {
        case .nominal(_, let arguments) where arguments.isEmpty: false
        default: zonk(type).contains { $0 == .variable(index) }
        }
    }
}
