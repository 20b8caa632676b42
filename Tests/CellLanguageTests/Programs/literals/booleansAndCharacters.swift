// Boolean literals with their operators, and character literals as values and keys.
let yes = true, no: Bool = false
print(yes, no, !yes, yes && no, yes || no, yes != no)  // expect: true false false false true true
var flag = false
flag.toggle()
print(flag, flag == true, [true, false].filter { $0 }.count)  // expect: true true 1
func loud(_ value: Bool, _ label: String) -> Bool {
    print("평가:", label, terminator: " ")
    return value
}
print(loud(false, "왼쪽") && loud(true, "오른쪽"))  // expect: 평가: 왼쪽 false
print(loud(true, "왼쪽") || loud(true, "오른쪽"))  // expect: 평가: 왼쪽 true
print(loud(true, "하나") && loud(true, "둘") && !loud(false, "셋"))  // expect: 평가: 하나 평가: 둘 평가: 셋 true
let vowels: Set<Character> = ["ㅏ", "ㅓ", "ㅗ", "ㅜ"]
print(vowels.contains("ㅗ"), vowels.contains("ㅂ"))  // expect: true false
let grade: Character = "B"
switch grade {
case "A": print("우수")
case "B", "C": print("보통")  // expect: 보통
default: print("미달")
}
let order: [Character: Int] = ["가": 1, "나": 2]
print(order["나"] ?? 0, order["다"] ?? 0)  // expect: 2 0
let range: ClosedRange<Character> = "a"..."f"
print(range.contains("c"), range.contains("z"), ("가"..."힣").contains("한"))  // expect: true false true
let text = String([Character("배"), "움", "터"])
print(text, text.count, text == "배움터")  // expect: 배움터 3 true
print(Bool("true") ?? false, Bool("참") == nil, yes.description)  // expect: true true true
