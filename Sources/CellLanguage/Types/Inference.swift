/// Type variables and what is known of them: unification with undo, so that overloads can be tried.
///
/// A literal's type is a variable that only types with such literals can take; left alone it becomes `Int` or `Double`.
final class Inference {
    enum Kind { case any, integerLiteral, floatLiteral }

    private struct Variable {
        var kind: Kind
        var binding: Type?
    }

    private var variables: [Variable] = []
    private var trail: [(index: Int, old: Variable)] = []
    private let library: Library

    init(library: Library) { self.library = library }

    func fresh(_ kind: Kind = .any) -> Type {
        variables.append(Variable(kind: kind, binding: nil))
        return .variable(variables.count - 1)
    }

    func kind(of type: Type) -> Kind? {
        if case .variable(let index) = resolve(type) { variables[index].kind } else { nil }
    }

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
        while case .variable(let index) = type, let binding = variables[index].binding { type = binding }
        return type
    }

    /// The type with all bound variables replaced.
    func zonk(_ type: Type) -> Type {
        type.mapped {
            guard case .variable = $0 else { return $0 }
            let resolved = self.resolve($0)
            if case .variable = resolved { return resolved }
            return self.zonk(resolved)
        }
    }

    /// The type with literals that nothing decided made `Int` or `Double`.
    func defaulted(_ type: Type) -> Type {
        zonk(type).mapped {
            guard case .variable(let index) = $0 else { return $0 }
            switch self.variables[index].kind {
            case .any: return $0
            case .integerLiteral:
                self.set(index, Variable(kind: .integerLiteral, binding: .int))
                return .int
            case .floatLiteral:
                self.set(index, Variable(kind: .floatLiteral, binding: .double))
                return .double
            }
        }
    }

    func hasVariables(_ type: Type) -> Bool {
        var found = false
        _ = zonk(type).mapped {
            if case .variable = $0 { found = true }
            return $0
        }
        return found
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
            return f.parameters.count == g.parameters.count
                && zip(f.parameters, g.parameters).allSatisfy { unify($0, $1) } && unify(f.result, g.result)
        case (.metatype(let x), .metatype(let y)): return unify(x, y)
        default: return a == b
        }
    }

    private func join(_ i: Int, _ j: Int) -> Bool {
        let (a, b) = (variables[i].kind, variables[j].kind)
        let (keep, drop) = b == .any || (a == .floatLiteral && b == .integerLiteral) ? (i, j) : (j, i)
        set(drop, Variable(kind: variables[drop].kind, binding: .variable(keep)))
        return true
    }

    private func bind(_ index: Int, _ type: Type) -> Bool {
        if occurs(index, in: type) { return false }
        switch variables[index].kind {
        case .any: break
        case .integerLiteral: if !accepts(type, .integerLiteral) { return false }
        case .floatLiteral: if !accepts(type, .floatLiteral) { return false }
        }
        set(index, Variable(kind: variables[index].kind, binding: type))
        return true
    }

    /// Whether a literal may have this type.
    func accepts(_ type: Type, _ kind: Kind) -> Bool {
        guard case .nominal(let name, _) = type, let declaration = library.types[name] else { return false }
        let wanted = kind == .integerLiteral ? "ExpressibleByIntegerLiteral" : "ExpressibleByFloatLiteral"
        return declaration.conformances.contains { $0.name == wanted }
    }

    private func occurs(_ index: Int, in type: Type) -> Bool {
        var found = false
        _ = zonk(type).mapped {
            if $0 == .variable(index) { found = true }
            return $0
        }
        return found
    }
}
