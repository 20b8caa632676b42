// Tuple patterns: in switch, if case, for and let, with wildcards, literals, nesting and labels.
func fizz(_ n: Int) -> String {
    switch (n % 3, n % 5) {
    case (0, 0): "FizzBuzz"
    case (0, _): "Fizz"
    case (_, 0): "Buzz"
    default: "\(n)"
    }
}
print((1...15).map(fizz).joined(separator: " "))  // expect: 1 2 Fizz 4 Buzz Fizz 7 8 Fizz Buzz 11 Fizz 13 14 FizzBuzz
let (a, (b, c)) = (1, ("둘", [3]))
let (x, _, z) = (10, 20, 30)
var (low, high) = (5, 1)
(low, high) = (min(low, high), max(low, high))
print(a, b, c, x, z, low, high)  // expect: 1 둘 [3] 10 30 1 5
let people = [(name: "지우", age: 17), (name: "하준", age: 21), (name: "서연", age: 17)]
for case (let name, 17) in people { print(name, terminator: " ") }
for case (_, let age) in people where age > 18 { print(age, terminator: " ") }
for case let (name, age) in people where name.hasSuffix("연") { print(name, age, terminator: " ") }
print("끝")  // expect: 지우 서연 21 서연 17 끝
if case (let name, 18...) = people[1] { print(name) }  // expect: 하준
if case ("지우", _) = people[0] { print("찾음") }  // expect: 찾음
func beats(_ mine: String, _ yours: String) -> String {
    switch (mine, yours) {
    case ("가위", "보"), ("바위", "가위"), ("보", "바위"): "이김"
    case let (m, y) where m == y: "비김"
    default: "짐"
    }
}
print(beats("가위", "보"), beats("보", "가위"), beats("보", "보"))  // expect: 이김 짐 비김
func merge(_ a: [Int], _ b: [Int]) -> [Int] {
    switch (a.first, b.first) {
    case (nil, nil): []
    case (_, nil): a
    case (nil, _): b
    case let (x?, y?) where x <= y: [x] + merge(Array(a.dropFirst()), b)
    case let (_, y?): [y] + merge(a, Array(b.dropFirst()))
    }
}
print(merge([1, 4, 9], [2, 3, 10, 11]))  // expect: [1, 2, 3, 4, 9, 10, 11]
func quadrant(_ point: (x: Double, y: Double)) -> Int {
    switch point {
    case (x: 0, y: _), (x: _, y: 0): 0
    case (x: 0..., y: 0...): 1
    case (x: ..<0, y: 0...): 2
    case (x: ..<0, y: ..<0): 3
    default: 4
    }
}
print([(1.0, 1.0), (-1, 1), (-1, -1), (1, -1), (0, 5)].map { quadrant($0) })  // expect: [1, 2, 3, 4, 0]
switch ((1, 2), (3, 4)) {
case ((let p, 2), (_, let q)) where p + q == 5: print("합 5:", p, q)  // expect: 합 5: 1 4
case ((_, _), _): print("다름")
}
switch (true, 3, "c") {
case (false, _, _): print("거짓")
case (true, let n, "a"..."f"): print("참", n)  // expect: 참 3
case (_, _, _): print("그 밖")
}
let swapped = { (pair: (Int, String)) -> (String, Int) in
    let (number, text) = pair
    return (text, number)
}((1, "가"))
print(swapped)  // expect: ("가", 1)
