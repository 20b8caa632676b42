// Arguments evaluated only when asked for.
func log(_ level: Int, _ message: @autoclosure () -> String) {
    if level > 1 { print("기록:", message()) }
}
func expensive(_ name: String) -> String {
    print("계산", name)
    return name.uppercased()
}
log(0, expensive("a"))
log(2, expensive("b"))
// expect: 계산 b
// expect: 기록: B
func either(_ left: Bool, _ right: @autoclosure () -> Bool) -> Bool { left ? true : right() }
var calls = 0
func check() -> Bool {
    calls += 1
    return calls > 1
}
print(either(true, check()), calls, either(false, check()), calls, either(false, check()), calls)  // expect: true 0 false 1 true 2
func value<T>(_ optional: T?, or fallback: @autoclosure () -> T) -> T {
    if let optional { return optional }
    return fallback()
}
print(value(3, or: Int("x")!), value(nil, or: calls * 10))  // expect: 3 20
var later: [() -> Int] = []
func schedule(_ work: @autoclosure @escaping () -> Int) { later.append(work) }
var n = 1
schedule(n * 100)
schedule(n + 1)
n = 7
print(later.map { $0() })  // expect: [700, 8]
infix operator ??= : AssignmentPrecedence
func ??= (left: inout Int?, right: @autoclosure () -> Int) { if left == nil { left = right() } }
var cached: Int?
cached ??= 42
cached ??= later[99]()
print(cached ?? 0)  // expect: 42
func unless(_ condition: @autoclosure () -> Bool, _ body: () -> Void) { if !condition() { body() } }
unless(n > 10) { print("n은 \(n)") }  // expect: n은 7
func expect(_ condition: @autoclosure () throws -> Bool, _ label: @autoclosure () -> String = "이름 없음") -> String {
    ((try? condition()) ?? false) ? "통과" : "실패 \(label())"
}
struct Broken: Error {}
func broken() throws -> Bool { throw Broken() }
print(expect(n == 7), expect(n == 8, "여덟"), try expect(broken()))  // expect: 통과 실패 여덟 실패 이름 없음
