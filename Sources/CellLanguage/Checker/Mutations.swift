/// Changes that an expression makes where it stands.
enum Mutations {
    /// The first assignment or passing of a place, bodies of closures apart: those run for what is handed to them.
    static func first(in expression: Expression) -> Expression? {
        switch expression.kind {
        case .assign, .compoundAssign, .inoutPlace: return expression
        case .integer, .float, .bool, .string, .nil, .variable, .propertyDefault, .type, .discard, .error, .closure,
            .value:
            return nil
        case .interpolation(let parts), .array(let parts), .tuple(let parts): return first(among: parts)
        case .dictionary(let pairs): return first(among: pairs.flatMap { [$0.0, $0.1] })
        case .function(_, _, let base): return base.flatMap(first)
        case .element(let value, _), .unary(_, let value), .wrap(let value), .unwrap(let value), .erase(let value),
            .convert(let value), .unbox(let value), .dynamicType(let value), .cast(_, let value, _),
            .tryForce(let value), .tryOptional(let value):
            return first(in: value)
        case .binary(_, let a, let b), .and(let a, let b), .or(let a, let b), .coalesce(let a, let b),
            .subscriptArray(let a, let b), .subscriptDictionary(let a, key: let b), .chain(let a, _, let b):
            return first(among: [a, b])
        case .subscriptDefault(let a, key: let b, let c), .ternary(let a, let b, let c): return first(among: [a, b, c])
        case .call(let call): return first(among: call.arguments)
        case .callValue(let callee, let arguments): return first(among: [callee] + arguments)
        }
    }

    private static func first(among expressions: [Expression]) -> Expression? {
        expressions.lazy.compactMap(first).first
    }
}
