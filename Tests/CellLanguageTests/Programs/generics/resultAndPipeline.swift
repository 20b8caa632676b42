// Generic steps chained into pipelines whose types change along the way, with a result type of our own.
enum Outcome<Value> {
    case ok(Value)
    case failed(String)

    func then<Next>(_ step: (Value) -> Outcome<Next>) -> Outcome<Next> {
        switch self {
        case .ok(let value): return step(value)
        case .failed(let why): return .failed(why)
        }
    }

    func map<Next>(_ change: (Value) -> Next) -> Outcome<Next> { then { .ok(change($0)) } }

    func recover(_ fallback: (String) -> Value) -> Value {
        switch self {
        case .ok(let value): value
        case .failed(let why): fallback(why)
        }
    }
}

extension Outcome: Equatable where Value: Equatable {}

extension Outcome {
    static func all<Element>(_ outcomes: [Outcome<Element>]) -> Outcome<[Element]> where Value == [Element] {
        var values: [Element] = []
        for outcome in outcomes {
            switch outcome {
            case .ok(let value): values.append(value)
            case .failed(let why): return .failed(why)
            }
        }
        return .ok(values)
    }
}

struct Pipeline<Input, Output> {
    let name: String
    let run: (Input) -> Outcome<Output>

    func then<Next>(_ name: String, _ step: @escaping (Output) -> Outcome<Next>) -> Pipeline<Input, Next> {
        Pipeline<Input, Next>(name: self.name + " > " + name) { run($0).then(step) }
    }

    func map<Next>(_ name: String, _ change: @escaping (Output) -> Next) -> Pipeline<Input, Next> {
        then(name) { .ok(change($0)) }
    }

    func keeping<Extra>(_ extra: @escaping (Output) -> Extra) -> Pipeline<Input, (Output, Extra)> {
        map("keep") { ($0, extra($0)) }
    }

    func forEach() -> Pipeline<[Input], [Output]> {
        Pipeline<[Input], [Output]>(name: "each(\(name))") { inputs in Outcome<[Output]>.all(inputs.map(run)) }
    }
}

extension Pipeline where Input == Output {
    static var start: Pipeline { Pipeline(name: "start") { .ok($0) } }
    func repeated(_ n: Int) -> Pipeline {
        guard n > 0 else { return .start }
        return then("again", repeated(n - 1).run)
    }
}

let parse = Pipeline<String, String>.start
    .map("split") { $0.split(separator: ",").map { $0.filter { $0 != " " } } }
    .then("numbers") { parts -> Outcome<[Double]> in
        let numbers = parts.compactMap { Double($0) }
        return numbers.count == parts.count ? .ok(numbers) : .failed("\(parts.count - numbers.count) bad")
    }
    .then("mean") { $0.isEmpty ? .failed("empty") : .ok($0.reduce(0, +) / Double($0.count)) }

print(parse.name)  // expect: start > split > numbers > mean
print(parse.run("1, 2, 6"), parse.run("1, x, y"), parse.run(""))  // expect: ok(3.0) failed("2 bad") failed("empty")
print(parse.map("text") { "평균 \($0)" }.run("4").recover { "실패: " + $0 })  // expect: 평균 4.0
print(parse.map("text") { "평균 \($0)" }.run("?").recover { "실패: " + $0 })  // expect: 실패: 1 bad
print(parse.forEach().run(["1,3", "5"]) == .ok([2, 5]), parse.forEach().run(["1", "a", ""]) == .failed("1 bad"))
// expect: true true
let (value, isBig) = parse.keeping { $0 > 10 }.run("20, 30").recover { _ in (0, false) }
print(value, isBig)  // expect: 25.0 true
let doubling = Pipeline<Int, Int>.start.map("double") { $0 * 2 }
print(doubling.repeated(5).run(1), doubling.repeated(0).run(7), doubling.forEach().run([1, 2]))
// expect: ok(32) ok(7) ok([2, 4])
print(Outcome.ok(1) == .ok(1), Outcome<Int>.failed("a") == .failed("b"), Outcome.ok("x").map(\.count))
// expect: true false ok(1)
