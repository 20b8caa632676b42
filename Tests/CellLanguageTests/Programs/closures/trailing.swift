// Trailing closures: alone, several with labels, after arguments, optional and default ones.
func measure(_ name: String, body: () -> Int) -> String { "\(name)=\(body())" }
print(measure("하나") { 1 }, measure("둘") { [1, 1].reduce(0, +) })  // expect: 하나=1 둘=2
func twice(_ body: () -> Void) {
    body()
    body()
}
var count = 0
twice { count += 1 }
twice {
    let step = count * 10
    count += step
}
print(count)  // expect: 242
func train(epochs: Int, step: (Int) -> Double, report: (Int, Double) -> Void, done: (() -> Void)? = nil) {
    for epoch in 1...epochs { report(epoch, step(epoch)) }
    done?()
}
train(epochs: 2) { 1 / Double($0) } report: { print("에폭 \($0): \($1)") }  // expect: 에폭 1: 1.0
// expect: 에폭 2: 0.5
train(epochs: 1) { epoch in
    Double(epoch) * 2
} report: { _, loss in
    print("손실", loss)  // expect: 손실 2.0
} done: {
    print("끝")  // expect: 끝
}
func choose(_ condition: Bool, then: () -> String, otherwise: () -> String = { "기본" }) -> String {
    condition ? then() : otherwise()
}
print(choose(false) { "참" }, choose(false) { "참" } otherwise: { "거짓" }, choose(true) { "참" })  // expect: 기본 거짓 참
func build(_ separator: String = ",", _ parts: () -> [String]) -> String { parts().joined(separator: separator) }
print(build { ["a", "b"] }, build("-") { ["a", "b"] }, build("·", parts))  // expect: a,b a-b 함수·도
func parts() -> [String] { ["함수", "도"] }
func handle(_ value: Int?, success: ((Int) -> String)? = nil, failure: () -> String) -> String {
    guard let value else { return failure() }
    return success?(value) ?? "처리 안 함"
}
print(handle(3) { "값 \($0)" } failure: { "없음" }, handle(nil) { "없음!" }, handle(1) { "없음" })  // expect: 값 3 없음! 처리 안 함
let result = [3, 1, 2]
    .sorted { $0 < $1 }
    .map { $0 * $0 }
    .filter { value in
        let odd = value % 2 == 1
        return odd
    }
print(result)  // expect: [1, 9]
let immediate = { (a: Int, b: Int) in a * b }(6, 7)
let computed: Int = {
    var sum = 0
    for i in 1...4 { sum += i }
    return sum
}()
print(immediate, computed, { "바로" }())  // expect: 42 10 바로
if (result.contains { $0 > 5 }) { print("있다") }  // expect: 있다
for value in (result.filter { $0 < 5 }) { print("작다", value) }  // expect: 작다 1
