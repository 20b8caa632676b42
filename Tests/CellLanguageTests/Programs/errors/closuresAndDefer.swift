// Throwing closures, rethrowing, defer on the way out of a throw.
struct Oops: Error { var step: Int }
var log: [String] = []
func step(_ n: Int, failing: Int) throws -> Int {
    log.append("연다 \(n)")
    defer { log.append("닫는다 \(n)") }
    if n == failing { throw Oops(step: n) }
    return n * n
}
func all(_ count: Int, failing: Int) -> String {
    do {
        defer { log.append("do 끝") }
        let values = try (1...count).map { try step($0, failing: failing) }
        return "\(values)"
    } catch let oops as Oops {
        return "단계 \(oops.step)에서 멈춤"
    } catch {
        return "?"
    }
}
print(all(2, failing: 0), log)  // expect: [1, 4] ["연다 1", "닫는다 1", "연다 2", "닫는다 2", "do 끝"]
log = []
print(all(3, failing: 2), log)  // expect: 단계 2에서 멈춤 ["연다 1", "닫는다 1", "연다 2", "닫는다 2", "do 끝"]
func attempt<T>(_ name: String, _ body: () throws -> T) rethrows -> T {
    log.append(name)
    return try body()
}
log = []
print(attempt("안전") { 7 }, (try? attempt("위험") { throw Oops(step: 9) }) == nil, log)  // expect: 7 true ["안전", "위험"]
let throwing: (Int) throws -> String = { n in
    guard n > 0 else { throw Oops(step: n) }
    return String(repeating: "별", count: n)
}
print(try throwing(2), (try? throwing(0)) ?? "실패")  // expect: 별별 실패
let safe: (Int) throws -> String = { "\($0)" }
print(try [1, 2].map(safe), try [throwing, safe].map { try $0(3) })  // expect: ["1", "2"] ["별별별", "3"]
func run(_ steps: [() throws -> Void]) -> Int {
    var done = 0
    for step in steps {
        do { try step() } catch { break }
        done += 1
    }
    return done
}
print(run([{}, { _ = try throwing(1) }, { throw Oops(step: 3) }, {}]))  // expect: 2
func transaction(_ balance: inout Int, _ changes: [Int]) throws {
    let before = balance
    var finished = false
    defer { if !finished { balance = before } }
    for change in changes {
        balance += change
        if balance < 0 { throw Oops(step: change) }
    }
    finished = true
}
var balance = 10
try? transaction(&balance, [5, -20, 100])
print(balance)  // expect: 10
try transaction(&balance, [5, -12])
print(balance)  // expect: 3
func sorted(_ words: [String]) throws -> [String] {
    try words.sorted {
        if $0.isEmpty || $1.isEmpty { throw Oops(step: -1) }
        return $0 < $1
    }
}
print(try sorted(["나", "가"]), (try? sorted(["나", "", "가"])) == nil)  // expect: ["가", "나"] true
let sum = try [1, 2, 3].reduce(0) { try $0 + step($1, failing: 9) }
print(sum, try [3, 4].filter { try step($0, failing: 0) > 10 }, try [1, 2].contains { try step($0, failing: 5) == 4 })  // expect: 14 [4] true
