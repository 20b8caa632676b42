// Splitting, joining, trimming and replacing.
let line = "이름, 나이 ,도시,, 점수"
print(line.split(separator: ","), line.split(separator: ",", omittingEmptySubsequences: false).count)  // expect: ["이름", " 나이 ", "도시", " 점수"] 5
print(line.split(separator: ",", maxSplits: 1), line.split { $0 == "," || $0 == " " }.count)  // expect: ["이름", " 나이 ,도시,, 점수"] 4
print(line.components(separatedBy: ","), line.components(separatedBy: ", "))  // expect: ["이름", " 나이 ", "도시", "", " 점수"] ["이름", "나이 ,도시,", "점수"]
let cells = line.components(separatedBy: ",").map { $0.trimmingCharacters(in: .whitespaces) }
print(cells, cells.filter { !$0.isEmpty }.joined(separator: "/"))  // expect: ["이름", "나이", "도시", "", "점수"] 이름/나이/도시/점수
print("  양쪽 공백\n".trimmingCharacters(in: .whitespacesAndNewlines) + "|", "--값--".trimmingCharacters(in: ["-"]))  // expect: 양쪽 공백| 값
print("바나나".replacingOccurrences(of: "나", with: "너"), "a-b-c".replacingOccurrences(of: "-", with: ""))  // expect: 바너너 abc
print("aaa".replacingOccurrences(of: "aa", with: "b"), "x".replacingOccurrences(of: "y", with: "z"))  // expect: ba x
print(["가", "나", "다"].joined(), ["가"].joined(separator: ","), [String]().joined(separator: ",").isEmpty)  // expect: 가나다 가 true
let sentence = "we train the small model and then test the large model"
let words = sentence.split(separator: " ").map(String.init)
print(words.count, Set(words).count, words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " "))  // expect: 11 9 We Train The Small Model And Then Test The Large Model
print(words.sorted { ($0.count, $0) < ($1.count, $1) }.joined(separator: " "))  // expect: we and the the test then large model model small train
print(String(sentence.reversed()), words.reversed().joined(separator: " "))  // expect: ledom egral eht tset neht dna ledom llams eht niart ew model large the test then and model small the train we
let pairs = "a=1;b=2;c=3".split(separator: ";").map { pair -> (String, Int) in
    let sides = pair.split(separator: "=")
    return (String(sides[0]), Int(sides[1]) ?? 0)
}
print(pairs.map { "\($0.0):\($0.1)" }.joined(separator: " "), pairs.reduce(0) { $0 + $1.1 })  // expect: a:1 b:2 c:3 6
let table = """
    이름,국어,수학
    지우,90,80
    하준,75,95
    """
let rows = table.split(separator: "\n").dropFirst().map { $0.split(separator: ",").map(String.init) }
for row in rows { print(row[0], row.dropFirst().compactMap { Int($0) }.reduce(0, +)) }  // expect: 지우 170
// expect: 하준 170
print("가나다라마바".split(separator: "다라"), "한 줄\n두 줄\n".split(separator: "\n").count)  // expect: ["가나", "마바"] 2
print("a,b;c".components(separatedBy: [",", ";"]), "없음".components(separatedBy: ","))  // expect: ["a", "b", "c"] ["없음"]
