// A recursive enum for arithmetic: evaluated, written out, differentiated and simplified.
indirect enum Expression: Equatable {
    case number(Double)
    case variable(String)
    case sum(Expression, Expression)
    case product(Expression, Expression)
    case power(base: Expression, exponent: Int)

    func value(_ values: [String: Double]) -> Double? {
        switch self {
        case .number(let n): return n
        case .variable(let name): return values[name]
        case .sum(let a, let b):
            guard let x = a.value(values), let y = b.value(values) else { return nil }
            return x + y
        case .product(let a, let b):
            guard let x = a.value(values), let y = b.value(values) else { return nil }
            return x * y
        case .power(let base, let exponent):
            return base.value(values).map { x in (0..<exponent).reduce(1.0) { r, _ in r * x } }
        }
    }

    var text: String {
        switch self {
        case .number(let n): n == n.rounded() ? "\(Int(n))" : "\(n)"
        case .variable(let name): name
        case .sum(let a, let b): "(\(a.text) + \(b.text))"
        case .product(let a, let b): "\(a.text)*\(b.text)"
        case .power(let base, let exponent): "\(base.text)^\(exponent)"
        }
    }

    func derivative(by name: String) -> Expression {
        switch self {
        case .number: return .number(0)
        case .variable(name): return .number(1)
        case .variable: return .number(0)
        case let .sum(a, b): return .sum(a.derivative(by: name), b.derivative(by: name))
        case let .product(a, b):
            return .sum(.product(a.derivative(by: name), b), .product(a, b.derivative(by: name)))
        case let .power(base, exponent):
            let outer = Expression.product(.number(Double(exponent)), .power(base: base, exponent: exponent - 1))
            return .product(outer, base.derivative(by: name))
        }
    }

    func simplified() -> Expression {
        switch self {
        case .number, .variable: return self
        case let .sum(a, b):
            switch (a.simplified(), b.simplified()) {
            case (.number(let x), .number(let y)): return .number(x + y)
            case (.number(0), let other), (let other, .number(0)): return other
            case (let x, let y) where x == y: return Expression.product(.number(2), x)
            case (let x, let y): return .sum(x, y)
            }
        case let .product(a, b):
            switch (a.simplified(), b.simplified()) {
            case (.number(0), _), (_, .number(0)): return .number(0)
            case (.number(1), let other), (let other, .number(1)): return other
            case (.number(let x), .number(let y)): return .number(x * y)
            case (.number(let x), .product(.number(let y), let rest)): return .product(.number(x * y), rest)
            case (let x, let y): return .product(x, y)
            }
        case .power(_, exponent: 0): return .number(1)
        case .power(let base, exponent: 1): return base.simplified()
        case .power(let base, let exponent): return .power(base: base.simplified(), exponent: exponent)
        }
    }

    var depth: Int {
        switch self {
        case .number, .variable: 1
        case .sum(let a, let b), .product(let a, let b): 1 + max(a.depth, b.depth)
        case .power(let base, _): 1 + base.depth
        }
    }
}

let x = Expression.variable("x")
let line = Expression.sum(.product(.number(3), x), .number(-1))
let cubic = Expression.sum(.power(base: x, exponent: 3), .product(.number(0.5), x))
print(line.text, line.value(["x": 2]) ?? 0)  // expect: (3*x + -1) 5.0
print(cubic.text, cubic.value(["x": 2])!, cubic.value(["y": 2]) == nil)  // expect: (x^3 + 0.5*x) 9.0 true
print(cubic.derivative(by: "x").text)  // expect: (3*x^2*1 + (0*x + 0.5*1))
print(cubic.derivative(by: "x").simplified().text, cubic.derivative(by: "z").simplified().text)
// expect: (3*x^2 + 0.5) 0
print(line.derivative(by: "x").simplified() == .number(3), line == line.simplified())  // expect: true true
let twice = Expression.sum(cubic, cubic)
print(twice.simplified().text, twice.depth, x.depth)  // expect: 2*(x^3 + 0.5*x) 4 1
print(Expression.product(.number(2), .product(.number(4), x)).simplified())
// expect: product(Notebook.Expression.number(8.0), Notebook.Expression.variable("x"))

var slope = Expression.power(base: line, exponent: 2)
for _ in 0..<2 { slope = slope.derivative(by: "x").simplified() }
print(slope.value(["x": 1]) ?? 0)  // expect: 18.0
