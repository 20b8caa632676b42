// Result: making, switching, get, map, flatMap, mapError, catching a throwing call.
enum Failure: Error, Equatable { case negative(Int), tooBig }
func check(_ n: Int) -> Result<Int, Failure> {
    if n < 0 { return .failure(.negative(n)) }
    return n > 100 ? .failure(.tooBig) : .success(n)
}
func text(_ result: Result<Int, Failure>) -> String {
    switch result {
    case .success(0): "영"
    case .success(let value): "값 \(value)"
    case .failure(.negative(let n)): "음수 \(n)"
    case .failure(.tooBig): "너무 큼"
    }
}
print([5, 0, -3, 500].map { text(check($0)) })  // expect: ["값 5", "영", "음수 -3", "너무 큼"]
print(text(check(7).map { $0 * 2 }), text(check(-7).map { $0 * 2 }), text(check(60).map { $0 * 2 }.flatMap(check)))  // expect: 값 14 음수 -7 너무 큼
print(try check(9).get(), (try? check(-1).get()) == nil, check(1) == .success(1), check(101) == .failure(.tooBig))  // expect: 9 true true true
do {
    _ = try check(-4).get()
} catch {
    print("잡음", error)  // expect: 잡음 negative(-4)
}
struct Wrapped: Error { let text: String }
let wrapped = check(-2).mapError { Wrapped(text: "\($0)") }
if case .failure(let error) = wrapped { print(error.text) }  // expect: negative(-2)
func parse(_ text: String) throws -> Int {
    guard let value = Int(text) else { throw Wrapped(text: text) }
    return value
}
let results = ["1", "둘", "3"].map { text in Result { try parse(text) } }
print(results.map { (try? $0.get()) ?? -1 })  // expect: [1, -1, 3]
for result in results {
    switch result {
    case .success(let value): print("성공", value, terminator: "; ")
    case .failure(let error as Wrapped): print("실패", error.text, terminator: "; ")
    case .failure: print("다른 실패")
    }
}
print("끝")  // expect: 성공 1; 실패 둘; 성공 3; 끝
func all<T, E: Error>(_ results: [Result<T, E>]) -> Result<[T], E> {
    var values: [T] = []
    for result in results {
        switch result {
        case .success(let value): values.append(value)
        case .failure(let error): return .failure(error)
        }
    }
    return .success(values)
}
print((try? all([check(1), check(2)]).get()) ?? [], all([check(1), check(-1), check(999)]) == .failure(.negative(-1)))  // expect: [1, 2] true
func load(_ name: String, then done: (Result<String, Failure>) -> Void) {
    done(name.isEmpty ? .failure(.tooBig) : .success(name + " 읽음"))
}
load("자료") { if case .success(let text) = $0 { print(text) } }  // expect: 자료 읽음
load("") { result in print(result) }  // expect: failure(Notebook.Failure.tooBig)
let counted = [4, -1, 200, 6].map(check).reduce(into: (good: 0, bad: 0)) { counts, result in
    if case .success = result { counts.good += 1 } else { counts.bad += 1 }
}
print(counted)  // expect: (good: 2, bad: 2)
