// Upper and lower case, ordering and equality of text.
print("Straße".uppercased(), "ΑΒΓ".lowercased(), "한글 abc".uppercased(), "hello world".capitalized)  // expect: STRASSE αβγ 한글 ABC Hello World
print(["banana", "Apple", "cherry", "apple"].sorted())  // expect: ["Apple", "apple", "banana", "cherry"]
print(["banana", "Apple", "cherry"].sorted { $0.lowercased() < $1.lowercased() })  // expect: ["Apple", "banana", "cherry"]
print(["b", "가", "A", "あ", "1", "a"].sorted(), ["b", "a"].max()!, ["나", "가"].min()!)  // expect: ["1", "A", "a", "b", "あ", "가"] b 가
print(["file10", "file2", "file1"].sorted())  // expect: ["file1", "file10", "file2"]
func naturalLess(_ a: String, _ b: String) -> Bool {
    let (x, y) = (Int(a.filter(\.isNumber)) ?? 0, Int(b.filter(\.isNumber)) ?? 0)
    return x == y ? a < b : x < y
}
print(["file10", "file2", "file1"].sorted(by: naturalLess))  // expect: ["file1", "file2", "file10"]
print("a" < "b", "a" < "B", "10" < "9", "가나" < "가다", "abc" >= "abc")  // expect: true false true true true
let names = [("김", "철수"), ("이", "영희"), ("김", "가영")]
print(names.sorted(by: <).map { $0.0 + $0.1 })  // expect: ["김가영", "김철수", "이영희"]
let (longest, shortest) = (["aa", "b", "ccc"].max { $0.count < $1.count }!, ["aa", "b"].min { $0.count < $1.count }!)
print(longest, shortest)  // expect: ccc b
func compare(_ a: String, _ b: String) -> String { a == b ? "같다" : a < b ? "앞" : "뒤" }
print(compare("가", "나"), compare("b", "a"), compare("x", "x"))  // expect: 앞 뒤 같다
func snakeCase(_ text: String) -> String {
    text.reduce(into: "") { result, character in
        if character.isUppercase { result += "_" + character.lowercased() } else { result.append(character) }
    }
}
func camelCase(_ text: String) -> String {
    let words = text.split(separator: "_")
    return words.enumerated().map { $0 == 0 ? String($1) : $1.capitalized }.joined()
}
print(snakeCase("learningRateDecay"), camelCase("learning_rate_decay"), camelCase(snakeCase("batchSize")))  // expect: learning_rate_decay learningRateDecay batchSize
print("é" == "e\u{301}", "ﬁ" == "fi", "Ａ" == "A", "a" == "а")  // expect: true false false false
print("abc".elementsEqual("abc"), "abc".starts(with: "ab"), Array("abc") == ["a", "b", "c"], "ab".lexicographicallyPrecedes("b"))  // expect: true true true true
