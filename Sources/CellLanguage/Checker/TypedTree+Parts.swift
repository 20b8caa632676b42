/// What expressions and statements are made of, for those that walk through all of them.
extension Expression {
    /// The expressions directly inside, in the order in which they are evaluated; bodies of closures apart.
    var children: [Expression] {
        switch kind {
        case .integer, .float, .bool, .string, .nil, .variable, .propertyDefault, .type, .discard, .error, .value: []
        case .closure(let body): body.captured.map(\.1)
        case .interpolation(let parts), .array(let parts), .tuple(let parts): parts
        case .dictionary(let pairs): pairs.flatMap { [$0.0, $0.1] }
        case .function(_, _, let base): base.map { [$0] } ?? []
        case .element(let value, _), .unary(_, let value), .wrap(let value), .unwrap(let value), .erase(let value),
            .convert(let value), .unbox(let value), .dynamicType(let value), .cast(_, let value, _),
            .tryForce(let value), .tryOptional(let value), .inoutPlace(let value):
            [value]
        case .binary(_, let a, let b), .and(let a, let b), .or(let a, let b), .coalesce(let a, let b),
            .subscriptArray(let a, let b), .subscriptDictionary(let a, key: let b), .chain(let a, _, let b),
            .assign(let a, let b), .compoundAssign(_, let a, let b):
            [a, b]
        case .subscriptDefault(let a, key: let b, let c), .ternary(let a, let b, let c): [a, b, c]
        case .call(let call): call.arguments
        case .callValue(let callee, let arguments): [callee] + arguments
        }
    }
}

extension Statement {
    /// The expressions directly inside.
    var expressions: [Expression] {
        switch self {
        case .expression(let value), .show(let value), .declare(_, let value), .throw(let value),
            .repeatWhile(_, _, let value), .collect(_, let value):
            [value]
        case .if(let conditions, _, _), .guard(let conditions, _), .while(_, let conditions, _):
            conditions.flatMap(\.expressions)
        case .forIn(_, let pattern, let sequence, let filter, _):
            [sequence] + pattern.expressions + (filter.map { [$0] } ?? [])
        case .switch(_, let subject, _, let cases): [subject] + cases.flatMap(\.expressions)
        case .doCatch(_, _, _, let cases): cases.flatMap(\.expressions)
        case .return(let value): value.map { [$0] } ?? []
        case .declareUninitialised, .break, .continue, .fallthrough, .block, .defer, .define, .initialiseFields,
            .initialiseStatic:
            []
        }
    }

    /// The statements directly inside, bodies of functions apart.
    var statements: [Statement] {
        switch self {
        case .if(_, let yes, let no): yes + no
        case .guard(_, let body), .while(_, _, let body), .repeatWhile(_, let body, _), .forIn(_, _, _, _, let body),
            .block(_, let body), .defer(let body):
            body
        case .switch(_, _, _, let cases): cases.flatMap(\.body)
        case .doCatch(_, let body, _, let cases): body + cases.flatMap(\.body)
        default: []
        }
    }
}

extension Statement.Case {
    var expressions: [Expression] { items.flatMap { $0.pattern.expressions + ($0.filter.map { [$0] } ?? []) } }
}

extension Statement.Condition {
    var expressions: [Expression] {
        switch self {
        case .test(let value), .bind(_, let value): [value]
        case .match(let pattern, let value): pattern.expressions + [value]
        }
    }
}

extension Statement.Pattern {
    var expressions: [Expression] {
        switch self {
        case .test(let value, _): [value]
        case .tuple(let parts), .enumCase(_, let parts, _): parts.flatMap(\.expressions)
        case .some(let part), .asType(let part, _): part.expressions
        case .variable, .wildcard, .none, .isType: []
        }
    }
}
