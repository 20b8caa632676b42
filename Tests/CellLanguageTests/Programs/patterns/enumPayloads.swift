// Patterns that reach into enum cases: nested payloads, labels, several cases binding the same names.
indirect enum Expression {
    case number(Double)
    case variable(String)
    case sum(Expression, Expression)
    case product(Expression, Expression)
    case power(base: Expression, exponent: Int)
}
func simplify(_ e: Expression) -> Expression {
    switch e {
    case .number, .variable: return e
    case .sum(let a, let b):
        switch (simplify(a), simplify(b)) {
        case (.number(0), let other), (let other, .number(0)): return other
        case (.number(let x), .number(let y)): return .number(x + y)
        case let (x, y): return .sum(x, y)
        }
    case .product(let a, let b):
        switch (simplify(a), simplify(b)) {
        case (.number(0), _), (_, .number(0)): return .number(0)
        case (.number(1), let other), (let other, .number(1)): return other
        case (.number(let x), .number(let y)): return .number(x * y)
        case let (x, y): return .product(x, y)
        }
    case .power(base: _, exponent: 0): return .number(1)
    case .power(let base, exponent: 1): return simplify(base)
    case let .power(base, n): return .power(base: simplify(base), exponent: n)
    }
}
func derivative(_ e: Expression, by name: String) -> Expression {
    switch e {
    case .number: .number(0)
    case .variable(name): .number(1)
    case .variable: .number(0)
    case let .sum(a, b): .sum(derivative(a, by: name), derivative(b, by: name))
    case let .product(a, b): .sum(.product(derivative(a, by: name), b), .product(a, derivative(b, by: name)))
    case let .power(base, n):
        .product(.product(.number(Double(n)), .power(base: base, exponent: n - 1)), derivative(base, by: name))
    }
}
func text(_ e: Expression) -> String {
    switch e {
    case .number(let x) where x == x.rounded(): String(Int(x))
    case .number(let x): "\(x)"
    case .variable(let name): name
    case .sum(let a, .number(let n)) where n < 0: "\(text(a)) - \(text(.number(-n)))"
    case .sum(let a, let b): "\(text(a)) + \(text(b))"
    case .product(.number(let n), .variable(let v)): "\(text(.number(n)))\(v)"
    case .product(let a, let b): "(\(text(a)))(\(text(b)))"
    case .power(.variable(let v), let n): "\(v)^\(n)"
    case .power(let base, let n): "(\(text(base)))^\(n)"
    }
}
func value(_ e: Expression, _ variables: [String: Double]) -> Double? {
    switch e {
    case .number(let x): return x
    case .variable(let name): return variables[name]
    case .sum(let a, let b), .product(let a, let b):
        guard let x = value(a, variables), let y = value(b, variables) else { return nil }
        if case .sum = e { return x + y }
        return x * y
    case .power(let base, let n):
        return value(base, variables).map { x in (0..<n).reduce(1) { result, _ in result * x } }
    }
}
let x = Expression.variable("x")
let f = Expression.sum(.product(.number(3), .power(base: x, exponent: 2)), .sum(.product(.number(2), x), .number(-5)))
print(text(f))  // expect: (3)(x^2) + 2x - 5
print(text(simplify(derivative(f, by: "x"))))  // expect: (3)(2x) + 2
print(value(f, ["x": 2]) ?? .nan, value(simplify(derivative(f, by: "x")), ["x": 2]) ?? .nan, value(f, [:]) == nil)  // expect: 11.0 14.0 true
print(text(simplify(.sum(.product(.number(0), x), .product(.number(1), .power(base: x, exponent: 1))))))  // expect: x
print(text(simplify(derivative(.power(base: .sum(x, .number(0.5)), exponent: 3), by: "x"))))  // expect: (3)((x + 0.5)^2)
