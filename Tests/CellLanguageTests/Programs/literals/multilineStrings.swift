// Strings over several lines: indentation, escaped line ends, quotes and interpolation inside.
let verse = """
    눈이 내린 아침에
    창문을 열고
      하얀 마당을 한참 보았다
    """
print(verse)  // expect: 눈이 내린 아침에
// expect: 창문을 열고
// expect:   하얀 마당을 한참 보았다
print(verse.split(separator: "\n").count, verse.hasPrefix("눈"), verse.count)  // expect: 3 true 32
let joined = """
    한 줄로 \
    이어지는 \
    문장
    """
print(joined)  // expect: 한 줄로 이어지는 문장
let quoted = """
    그는 "안녕"이라고 말했다.
    세 개도: \"""
    """
print(quoted)  // expect: 그는 "안녕"이라고 말했다.
// expect: 세 개도: """
let rows = 2
let report = """
    행 \(rows)개
    \((0..<rows).map { "행 \($0)" }.joined(separator: "\n"))
    탭\t뒤
    """
print(report)  // expect: 행 2개
// expect: 행 0
// expect: 행 1
// expect: 탭	뒤
let empty = """
    """
print(empty.isEmpty, empty.count)  // expect: true 0
let one = """
    한 줄
    """
print(one == "한 줄")  // expect: true
func usage(_ program: String) -> String {
    """
    사용법: \(program) <입력>
        -h  도움말
    """
}
print(usage("학습"))  // expect: 사용법: 학습 <입력>
// expect:     -h  도움말
let spaced = """
    첫째

    셋째
    """
for (index, line) in spaced.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
    print(index, line.isEmpty ? "(빈 줄)" : String(line))
}  // expect: 0 첫째
// expect: 1 (빈 줄)
// expect: 2 셋째
let backslash = #"""
    경로 C:\새 폴더\(아님)
    \#(rows)은 들어간다
    """#
print(backslash)  // expect: 경로 C:\새 폴더\(아님)
// expect: 2은 들어간다
