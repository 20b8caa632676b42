// Throwing and catching: enums as errors, catch patterns, several clauses, going through several functions.
enum ParseError: Error { case empty, notANumber(String), outOfRange(Int, limit: Int) }
func parse(_ text: String) throws -> Int {
    guard !text.isEmpty else { throw ParseError.empty }
    guard let value = Int(text) else { throw ParseError.notANumber(text) }
    if value > 100 { throw ParseError.outOfRange(value, limit: 100) }
    return value
}
func sum(_ texts: [String]) throws -> Int {
    var total = 0
    for text in texts { total += try parse(text) }
    return total
}
func report(_ texts: [String]) -> String {
    do {
        let total = try sum(texts)
        return "합 \(total)"
    } catch ParseError.empty {
        return "빈 글"
    } catch ParseError.notANumber(let text) where text.count > 3 {
        return "긴 글 \(text.prefix(3))…"
    } catch ParseError.notANumber(let text) {
        return "수가 아님 \(text)"
    } catch let ParseError.outOfRange(value, limit) {
        return "\(value)은 \(limit)을 넘음"
    } catch {
        return "모르는 오류 \(error)"
    }
}
print(report(["1", "2"]), report([]), report(["1", ""]), report(["둘"]), report(["1", "스물다섯"]), report(["5", "101"]))  // expect: 합 3 합 0 빈 글 수가 아님 둘 긴 글 스물다… 101은 100을 넘음
do {
    _ = try parse("x")
    print("여기는 오지 않는다")
} catch {
    print("잡음:", error)  // expect: 잡음: notANumber("x")
}
do {
    print(try parse("42"))  // expect: 42
    print(try parse("") + 1)
} catch let error as ParseError {
    print("해석 오류", error)  // expect: 해석 오류 empty
}
do {
    try print(parse("7"), parse("8"))  // expect: 7 8
    let values = try [parse("1"), parse("200")]
    print(values)
} catch ParseError.outOfRange(let value, _) {
    print("큰 값", value)  // expect: 큰 값 200
}
func nested(_ text: String) throws -> String {
    do {
        return "값 \(try parse(text))"
    } catch ParseError.empty {
        return "기본값"
    }
}
print(try nested(""), try nested("3"), (try? nested("가")) ?? "밖으로 나감")  // expect: 기본값 값 3 밖으로 나감
