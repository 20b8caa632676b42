// Raw strings: backslashes and quotes as they are, with `\#(...)` for interpolation.
let path = #"C:\temp\new"#
print(path, path.count)  // expect: C:\temp\new 11
let json = #"{"name": "지우", "scores": [1, 2]}"#
print(json)  // expect: {"name": "지우", "scores": [1, 2]}
let rate = 0.01
print(#"학습률 \#(rate), 그대로 \(rate)"#)  // expect: 학습률 0.01, 그대로 \(rate)
print(##"우물 정 하나 "# 은 끝이 아니다 \#(rate) \##(rate)"##)  // expect: 우물 정 하나 "# 은 끝이 아니다 \#(rate) 0.01
print(#"줄\n바꿈 없음, 줄\#n바꿈 있음"#)  // expect: 줄\n바꿈 없음, 줄
// expect: 바꿈 있음
print(#"""# == "\"", ##"#"## == "#")  // expect: true true
let tex = #"\frac{\partial L}{\partial w} = \sum_i x_i"#
print(tex)  // expect: \frac{\partial L}{\partial w} = \sum_i x_i
print(tex.split(separator: #"\"#).map(String.init))  // expect: ["frac{", "partial L}{", "partial w} = ", "sum_i x_i"]
let pattern = #"\d+(\.\d+)?"#
print(pattern, pattern.contains(#"\d"#), pattern.filter { $0 == "\\" }.count)  // expect: \d+(\.\d+)? true 3
