// switch: several values, ranges, where, tuples, fallthrough, strings, bindings.
func kind(_ n: Int) -> String {
    switch n {
    case Int.min..<0: return "음수"
    case 0: return "영"
    case 1, 3, 5, 7, 9: return "작은 홀수"
    case 2...8: return "작은 짝수"
    case let big where big % 100 == 0: return "백의 배수 \(big / 100)"
    default: return "그 밖"
    }
}
print([-5, 0, 3, 4, 300, 42].map(kind))  // expect: ["음수", "영", "작은 홀수", "작은 짝수", "백의 배수 3", "그 밖"]
func command(_ text: String) -> String {
    switch text.lowercased() {
    case "예", "y", "yes": "긍정"
    case let word where word.hasPrefix("아"): "부정"
    case "": "빈 말"
    default: "모름"
    }
}
print(["YES", "아뇨", "", "음"].map(command))  // expect: ["긍정", "부정", "빈 말", "모름"]
func unlock(_ level: Int) -> [String] {
    var rights: [String] = []
    switch level {
    case 3:
        rights.append("지우기")
        fallthrough
    case 2:
        rights.append("쓰기")
        fallthrough
    case 1: rights.append("읽기")
    default: break
    }
    return rights
}
print(unlock(3), unlock(1), unlock(0))  // expect: ["지우기", "쓰기", "읽기"] ["읽기"] []
func place(_ point: (Int, Int)) -> String {
    switch point {
    case (0, 0): "원점"
    case (_, 0): "가로축"
    case (0, _): "세로축"
    case (-2...2, -2...2): "가까움"
    case let (x, y) where x == y: "대각선 \(x)"
    case (let x, 1...): "위쪽 \(x)"
    case let (x, y): "먼 곳 \(x),\(y)"
    }
}
print([(0, 0), (5, 0), (0, -1), (1, 2), (7, 7), (9, 3), (4, -4)].map(place))  // expect: ["원점", "가로축", "세로축", "가까움", "대각선 7", "위쪽 9", "먼 곳 4,-4"]
func letter(_ character: Character) -> String {
    switch character {
    case "a"..."z": "소문자"
    case "A"..."Z": "대문자"
    case "0"..."9": "숫자"
    case "가"..."힣": "한글"
    case " ", "\t", "\n": "공백"
    default: "기호"
    }
}
print("aZ5한 !".map(letter))  // expect: ["소문자", "대문자", "숫자", "한글", "공백", "기호"]
func bmi(_ value: Double) -> String {
    switch value {
    case ..<18.5: "저체중"
    case 18.5..<23: "정상"
    case 23..<25: "과체중"
    case 25...: "비만"
    default: "잘못된 값"
    }
}
print([17, 18.5, 24.9, 25, .nan].map(bmi))  // expect: ["저체중", "정상", "과체중", "비만", "잘못된 값"]
switch (score: 85, absent: true) {
case (90..., false): print("우수")
case (let score, true): print("결석, \(score)")  // expect: 결석, 85
default: print("보통")
}
var count = 0
for value in [1, 2, 2, 3] {
    switch value {
    case 2: count += 10
    default: break
    }
}
print(count)  // expect: 20
let flags = (true, false)
switch flags {
case (true, true): print("둘 다")
case (true, false), (false, true): print("하나")  // expect: 하나
case (false, false): print("없음")
}
switch [1, 2, 3] {
case []: print("빔")
case let list where list.count > 2: print("김 \(list.count)")  // expect: 김 3
default: print("짧음")
}
print("끝")  // expect: 끝
