// Labelled loops, blocks and switches; break and continue to a label.
outer: for y in 1...3 {
    for x in 1...3 {
        if x == y { continue outer }
        if y == 3 && x == 2 { break outer }
        print("\(y)\(x)", terminator: " ")
    }
}
print("끝")  // expect: 21 31 끝
var n = 0
search: while true {
    n += 1
    switch n % 7 {
    case 0 where n > 20: break search
    case 1, 2: continue search
    case 3: break
    default: if n == 30 { break search }
    }
}
print(n)  // expect: 21
func find(_ target: Int, in grid: [[Int]]) -> (Int, Int)? {
    var place: (Int, Int)?
    rows: for (y, row) in grid.enumerated() {
        for (x, value) in row.enumerated() where value == target {
            place = (y, x)
            break rows
        }
    }
    return place
}
print(find(5, in: [[1, 2], [5, 5]]) ?? (-1, -1), find(9, in: [[1]]) == nil)  // expect: (1, 0) true
check: do {
    print("시작")  // expect: 시작
    if n > 3 { break check }
    print("여기는 오지 않는다")
}
choice: if n > 10 {
    if n == 21 { break choice }
    print("여기도 오지 않는다")
}
var primes: [Int] = []
candidates: for candidate in 2... {
    for prime in primes where prime * prime <= candidate {
        if candidate.isMultiple(of: prime) { continue candidates }
    }
    primes.append(candidate)
    if primes.count == 8 { break }
}
print(primes)  // expect: [2, 3, 5, 7, 11, 13, 17, 19]
var log = ""
first: repeat {
    log += "a"
    second: repeat {
        log += "b"
        if log.count > 6 { break first }
        if log.hasSuffix("bb") { continue first }
    } while log.count < 20
} while log.count < 30
print(log)  // expect: abbabbab
var steps = 0
loop: for value in [3, -1, 4, 0, 5] {
    switch value {
    case 0: break loop
    case ..<0: continue
    default: steps += value
    }
    steps *= 2
}
print(steps)  // expect: 20
func collatz(_ start: Int) -> Int {
    var n = start, count = 0
    run: while n != 1 {
        defer { count += 1 }
        if n % 2 == 0 {
            n /= 2
            continue run
        }
        n = 3 * n + 1
    }
    return count
}
print([1, 6, 27].map(collatz))  // expect: [0, 8, 111]
