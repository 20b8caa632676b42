// Results that may be ignored, and functions called for what they do.
var log: [String] = []
@discardableResult
func record(_ text: String) -> Int {
    log.append(text)
    return log.count
}
record("가")
let second = record("나")
_ = record("다")
print(second, log)  // expect: 2 ["가", "나", "다"]
struct Pipeline {
    var steps: [String] = []
    @discardableResult
    mutating func add(_ step: String) -> Bool {
        guard !steps.contains(step) else { return false }
        steps.append(step)
        return true
    }
    func describe() -> String { steps.joined(separator: " → ") }
}
var pipeline = Pipeline()
pipeline.add("읽기")
pipeline.add("정규화")
let added = pipeline.add("읽기")
print(added, pipeline.describe())  // expect: false 읽기 → 정규화
final class Builder {
    private var parts: [String] = []
    @discardableResult func with(_ part: String) -> Builder {
        parts.append(part)
        return self
    }
    func build() -> String { parts.joined(separator: "+") }
}
let builder = Builder()
builder.with("층1").with("층2")
builder.with("출력")
print(builder.build(), builder.with("끝").build())  // expect: 층1+층2+출력 층1+층2+출력+끝
func compute() -> Int {
    print("계산함")  // expect: 계산함
    return 7
}
_ = compute()
let _ = log.popLast()
print(log.count)  // expect: 2
func both(_ first: Void, _ second: Void) -> Int { 2 }
print(both(log.append("라"), log.append("마")), log)  // expect: 2 ["가", "나", "라", "마"]
