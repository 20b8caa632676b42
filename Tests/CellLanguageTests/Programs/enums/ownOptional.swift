// The two best known generic enums, written again: an optional and a result, with map and flatMap.
enum Maybe<Wrapped> {
    case nothing
    case just(Wrapped)

    init(_ value: Wrapped?) {
        if let value { self = .just(value) } else { self = .nothing }
    }

    func map<U>(_ transform: (Wrapped) -> U) -> Maybe<U> {
        switch self {
        case .nothing: .nothing
        case .just(let value): .just(transform(value))
        }
    }

    func flatMap<U>(_ transform: (Wrapped) -> Maybe<U>) -> Maybe<U> {
        guard case .just(let value) = self else { return .nothing }
        return transform(value)
    }

    func or(_ fallback: @autoclosure () -> Wrapped) -> Wrapped {
        if case .just(let value) = self { value } else { fallback() }
    }

    var optional: Wrapped? {
        if case .just(let value) = self { return value }
        return nil
    }
}

func half(_ n: Int) -> Maybe<Int> { n % 2 == 0 ? .just(n / 2) : .nothing }
func expensive() -> Int {
    print("computing")
    return -1
}
print(half(10), half(7), half(10).flatMap(half))  // expect: just(5) nothing nothing
print(half(20).flatMap(half).flatMap(half).or(0), half(6).map { "\($0)!" }.or("none"))  // expect: 0 3!
print(half(8).or(expensive()))  // expect: 4
print(half(9).or(expensive()))
// expect: computing
// expect: -1
print(Maybe(Int("12")).map { $0 + 1 }.optional ?? 0, Maybe(Int("x")).optional == nil)  // expect: 13 true

enum Outcome<Success, Problem> {
    case success(Success)
    case failure(Problem)

    func map<T>(_ change: (Success) -> T) -> Outcome<T, Problem> {
        switch self {
        case .success(let value): return .success(change(value))
        case .failure(let problem): return .failure(problem)
        }
    }

    func then<T>(_ next: (Success) -> Outcome<T, Problem>) -> Outcome<T, Problem> {
        switch self {
        case .success(let value): return next(value)
        case .failure(let problem): return .failure(problem)
        }
    }
}
enum ParseProblem {
    case empty
    case notANumber(String)
    case outOfRange(Int, allowed: ClosedRange<Int>)
}
func number(_ text: String) -> Outcome<Int, ParseProblem> {
    if text.isEmpty { return .failure(.empty) }
    guard let n = Int(text) else { return .failure(.notANumber(text)) }
    return .success(n)
}
func checked(_ n: Int) -> Outcome<Int, ParseProblem> {
    let allowed = 0...100
    return allowed.contains(n) ? .success(n) : .failure(.outOfRange(n, allowed: allowed))
}
for text in ["42", "", "스물", "101"] {
    switch number(text).then(checked).map({ Double($0) / 100 }) {
    case .success(let share): print("share", share)
    case .failure(.empty): print("nothing given")
    case .failure(.notANumber(let word)): print("not a number:", word)
    case .failure(.outOfRange(let n, let allowed)): print(n, "outside", allowed)
    }
}
// expect: share 0.42
// expect: nothing given
// expect: not a number: 스물
// expect: 101 outside 0...100
