// Functions that throw only if the function they are given does.
struct Failure: Error { let value: Int }
func each(_ values: [Int], _ body: (Int) throws -> Void) rethrows {
    for value in values { try body(value) }
}
var seen: [Int] = []
each([1, 2, 3]) { seen.append($0 * 2) }
print(seen)  // expect: [2, 4, 6]
do {
    try each([1, 2, 3]) {
        if $0 == 2 { throw Failure(value: $0) }
        seen.append($0)
    }
} catch {
    print(error, seen)  // expect: Failure(value: 2) [2, 4, 6, 1]
}
func transform<T>(_ values: [Int], _ body: (Int) throws -> T) rethrows -> [T] {
    var result: [T] = []
    for value in values { result.append(try body(value)) }
    return result
}
print(transform([1, 2]) { "\($0)!" })  // expect: ["1!", "2!"]
func checked(_ n: Int) throws -> Int {
    guard n < 10 else { throw Failure(value: n) }
    return n * n
}
print((try? transform([1, 2, 3], checked)) ?? [], (try? transform([1, 20], checked)) == nil)  // expect: [1, 4, 9] true
print(try transform([4, 5], checked), try [1, 2].map(checked), try [3].reduce(0) { try checked($0 + $1) })  // expect: [16, 25] [1, 4] 9
func firstFailure(_ values: [Int]) -> Int? {
    do {
        _ = try values.filter { try checked($0) > 10 }
        return nil
    } catch let failure as Failure {
        return failure.value
    } catch {
        return -1
    }
}
print(firstFailure([1, 5, 12, 30]) ?? 0, firstFailure([1, 2]) == nil)  // expect: 12 true
func retry<T>(_ times: Int, _ body: (Int) throws -> T) rethrows -> T {
    for attempt in 1..<times {
        if let value = try? body(attempt) { return value }
    }
    return try body(times)
}
print(try retry(3) { try checked(12 - $0 * 2) }, retry(2) { "\($0)번째" })  // expect: 64 1번째
do {
    _ = try retry(2) { try checked(100 + $0) }
} catch let failure as Failure {
    print("실패", failure.value)  // expect: 실패 102
}
func measured(_ name: String, _ body: () throws -> Int) rethrows -> String {
    defer { seen.append(-1) }
    return "\(name): \(try body())"
}
print(measured("합") { seen.reduce(0, +) }, (try? measured("오류") { try checked(99) }) ?? "없음", seen.suffix(2))  // expect: 합: 13 없음 [-1, -1]
