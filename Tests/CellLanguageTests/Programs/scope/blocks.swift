// Nested do blocks, scopes of loop variables, conditions and defer, captured variables per round.
var closures: [() -> Int] = []
for i in 0..<3 {
    var local = i * 10
    closures.append {
        local += 1
        return local
    }
}
print(closures.map { $0() }, closures.map { $0() }, closures[1]())  // expect: [1, 11, 21] [2, 12, 22] 13
var n = 0
while n < 3 {
    let square = n * n
    defer { n += 1 }
    if square == 1 { continue }
    print(n, square, terminator: " ")
}
print("끝")  // expect: 0 0 2 4 끝
do {
    let text = "블록 안"
    func inner() -> String { text + "의 함수" }
    print(inner())  // expect: 블록 안의 함수
}
let text = "블록 밖"
print(text)  // expect: 블록 밖
var best: (index: Int, value: Int)?
for (index, value) in [3, 9, 4].enumerated() {
    if let current = best, current.value >= value { continue }
    best = (index, value)
}
print(best ?? (-1, -1))  // expect: (index: 1, value: 9)
let total = [1, 2, 3].reduce(0) { sum, x in
    let x = x * 2
    return sum + x
}
print(total)  // expect: 12
func layered(_ values: [Int]) -> String {
    var text = ""
    for value in values {
        let text2: String
        do {
            let half = value / 2
            text2 = "\(half)"
        }
        if let last = text.last {
            let separator = last == "1" ? "|" : ","
            text += separator
        }
        text += text2
    }
    return text
}
print(layered([2, 4, 7]))  // expect: 1|2,3
var shared = 1
let change = { shared *= 3 }
do {
    var shared = 100
    change()
    shared += 1
    print(shared)  // expect: 101
}
print(shared)  // expect: 3
let result: Int = {
    let shared = 5
    let inner = { shared + $0 }
    return inner(1) * 10
}()
print(result)  // expect: 60
repeat {
    let done = shared > 20
    shared += 10
    if done { break }
} while true
print(shared)  // expect: 33
