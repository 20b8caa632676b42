// for, while and repeat loops over many kinds of things, with where and patterns.
for i in 1...3 { print(i, terminator: " ") }
for i in (1...3).reversed() { print(i, terminator: " ") }
for _ in 0..<2 { print("*", terminator: " ") }
print("끝")  // expect: 1 2 3 3 2 1 * * 끝
for i in stride(from: 0, to: 10, by: 4) { print(i, terminator: " ") }
for i in stride(from: 10, through: 0, by: -5) { print(i, terminator: " ") }
for x in stride(from: 0.5, through: 1.5, by: 0.5) { print(x, terminator: " ") }
print("끝")  // expect: 0 4 8 10 5 0 0.5 1.0 1.5 끝
for character in "한지!" where character.isLetter { print(character, terminator: "/") }
for (index, word) in ["가", "나", "다"].enumerated() where index != 1 { print(index, word, terminator: "/") }
for (a, b) in zip([1, 2, 3], [10, 20]) { print(a * b, terminator: "/") }
print("끝")  // expect: 한/지/0 가/2 다/10/40/끝
for (key, value) in ["b": 2, "a": 1].sorted(by: { $0.key < $1.key }) { print(key, value, terminator: " ") }
for value in Set([3, 1, 2]).sorted() { print(value, terminator: " ") }
for case let number? in [1, nil, 3] { print(number, terminator: " ") }
print("끝")  // expect: a 1 b 2 1 2 3 1 3 끝
enum Event { case key(Character), click(x: Int, y: Int), quit }
let events: [Event] = [.key("a"), .click(x: 3, y: 4), .key("b"), .quit, .click(x: 0, y: 9)]
for case .key(let character) in events { print(character, terminator: " ") }
for case .click(let x, let y) in events where x < y { print(x + y, terminator: " ") }
for case let (index, .quit) in events.enumerated() { print("끝은 \(index)", terminator: " ") }
print("끝")  // expect: a b 7 9 끝은 3 끝
var n = 100, halves = 0
while n > 1 {
    n /= 2
    halves += 1
}
print(halves)  // expect: 6
var digits = 0, rest = 12345
repeat {
    digits += 1
    rest /= 10
} while rest > 0
print(digits)  // expect: 5
var list = [1, 2, 3]
for value in list { list.append(value * 10) }
print(list)  // expect: [1, 2, 3, 10, 20, 30]
var i = 0
while i < list.count {
    if list[i] % 20 == 0 { list.remove(at: i) } else { i += 1 }
}
print(list)  // expect: [1, 2, 3, 10, 30]
var total = 0
for i in 1...10 {
    if i % 2 == 0 { continue }
    if i > 7 { break }
    total += i
}
print(total)  // expect: 16
for row in 1...3 {
    for column in 1...row { print(row * column, terminator: column == row ? "\n" : " ") }
}  // expect: 1
// expect: 2 4
// expect: 3 6 9
var (low, high) = (1, 100), guesses: [Int] = []
while low <= high {
    let guess = (low + high) / 2
    guesses.append(guess)
    if guess == 37 { break } else if guess < 37 { low = guess + 1 } else { high = guess - 1 }
}
print(guesses)  // expect: [50, 25, 37]
var stack = [1]
while let top = stack.popLast() {
    if top < 20 { stack += top % 2 == 0 ? [top * 2 + 1] : [top * 2, top * 3] }
    print(top, terminator: " ")
}
print("끝")  // expect: 1 3 9 27 18 37 6 13 39 26 2 5 15 45 30 10 21 끝
for i in 0..<0 { print("없음", i) }
let bounds = (start: 2, end: 5)
for i in bounds.start..<bounds.end where i != 3 { print(i, terminator: i == 4 ? "\n" : ",") }  // expect: 2,4
