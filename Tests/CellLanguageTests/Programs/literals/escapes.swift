// Escapes in string and character literals, and how debug printing puts them back.
print("탭[\t] 따옴표[\"] 작은따옴표['] 역슬래시[\\]")  // expect: 탭[	] 따옴표["] 작은따옴표['] 역슬래시[\]
print("한 줄\n두 줄")  // expect: 한 줄
// expect: 두 줄
print("유니코드 \u{AC00}\u{B098} \u{1F600} \u{41}")  // expect: 유니코드 가나 😀 A
let controls: [Character] = ["\n", "\t", "\r", "\0", "\\", "\""]
print(controls.map { $0.unicodeScalars.first!.value })  // expect: [10, 9, 13, 0, 92, 34]
print(["가\n나", "탭\t", "따옴표\"", "역\\"])  // expect: ["가\n나", "탭\t", "따옴표\"", "역\\"]
print("\u{1112}\u{1161}\u{11ab}", "\u{1112}\u{1161}\u{11ab}" == "한", "\u{1112}\u{1161}\u{11ab}".count)  // expect: 한 true 1
print("e\u{301}", "e\u{301}" == "\u{e9}", "e\u{301}".unicodeScalars.count)  // expect: é true 2
print("널 문자의 길이", "a\0b".count, "\r\n".count, "\r\n".unicodeScalars.count)  // expect: 널 문자의 길이 3 1 2
debugPrint("인용 \"안\"", 1, 2.5)  // expect: "인용 \"안\"" 1 2.5
debugPrint("줄\n바꿈")  // expect: "줄\n바꿈"
print(("가\"", Character("\n")))  // expect: ("가\"", "\n")
let quote: Character = "'"
print(quote, "\(quote)문자\(quote)")  // expect: ' '문자'
print("\u{3042}\u{3044}" < "\u{30a2}", "あ" == "\u{3042}")  // expect: true true
