// Errors as enums with payloads, structs and classes; telling them apart; descriptions of one's own.
enum NetworkError: Error, Equatable { case offline, status(Int), redirect(to: String, count: Int) }
struct ValidationError: Error { let field: String, reasons: [String] }
struct Described: Error, CustomStringConvertible {
    let code: Int
    var description: String { "E\(code): 설명" }
}
final class ContextError: Error {
    let message: String
    let cause: (any Error)?
    init(_ message: String, cause: (any Error)? = nil) {
        self.message = message
        self.cause = cause
    }
    var chain: String { message + (cause.map { " ← " + (($0 as? ContextError)?.chain ?? "\($0)") } ?? "") }
}
let errors: [any Error] = [
    NetworkError.offline, NetworkError.status(404), NetworkError.redirect(to: "집", count: 2),
    ValidationError(field: "나이", reasons: ["음수"]), Described(code: 7), ContextError("바깥", cause: Described(code: 1)),
]
func describe(_ error: any Error) -> String {
    switch error {
    case NetworkError.offline: "끊김"
    case NetworkError.status(400..<500): "요청이 잘못됨"
    case NetworkError.status(let code): "상태 \(code)"
    case let error as NetworkError: "그 밖의 \(error)"
    case let error as ValidationError: "\(error.field): \(error.reasons.joined(separator: ","))"
    case let error as Described: "번호 \(error.code)"
    case let error as ContextError: error.chain
    default: "모름"
    }
}
for error in errors { print(describe(error)) }  // expect: 끊김
// expect: 요청이 잘못됨
// expect: 그 밖의 redirect(to: "집", count: 2)
// expect: 나이: 음수
// expect: 번호 7
// expect: 바깥 ← E1: 설명
print(errors[0], errors[1], errors[2], errors[3], errors[4])  // expect: offline status(404) redirect(to: "집", count: 2) ValidationError(field: "나이", reasons: ["음수"]) E7: 설명
func run(_ index: Int) throws { throw errors[index] }
for index in [1, 3, 5, 4] {
    do {
        try run(index)
    } catch let error as NetworkError where error == .status(404) {
        print("404")  // expect: 404
    } catch let error as ValidationError {
        print("검사", error.reasons.count)  // expect: 검사 1
    } catch let error as ContextError {
        print("문맥", error.message)  // expect: 문맥 바깥
    } catch {
        print("나머지", error)  // expect: 나머지 E7: 설명
    }
}
func wrapped(_ index: Int) throws {
    do {
        try run(index)
    } catch {
        throw ContextError("단계 \(index)", cause: error)
    }
}
do {
    do {
        try wrapped(1)
    } catch {
        throw ContextError("전체", cause: error)
    }
} catch let error as ContextError {
    print(error.chain)  // expect: 전체 ← 단계 1 ← status(404)
}
let codes = errors.compactMap { ($0 as? Described)?.code }
print(codes, errors.filter { $0 is NetworkError }.count, errors.contains { ($0 as? NetworkError) == .offline })  // expect: [7] 3 true
