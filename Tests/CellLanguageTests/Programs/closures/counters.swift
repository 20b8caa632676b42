// Closures that keep variables alive and share them by reference.
func makeCounter(step: Int = 1) -> () -> Int {
    var count = 0
    return {
        count += step
        return count
    }
}
let first = makeCounter(), second = makeCounter(step: 10)
print(first(), first(), second(), first(), second())  // expect: 1 2 10 3 20
let alias = first
print(alias(), first(), alias())  // expect: 4 5 6
func makeAccount(_ start: Int) -> (deposit: (Int) -> Void, withdraw: (Int) -> Bool, balance: () -> Int) {
    var balance = start
    func withdraw(_ amount: Int) -> Bool {
        guard amount <= balance else { return false }
        balance -= amount
        return true
    }
    return ({ balance += $0 }, withdraw, { balance })
}
let account = makeAccount(100), other = makeAccount(0)
account.deposit(50)
print(account.withdraw(120), account.balance(), account.withdraw(31), account.balance(), other.balance())  // expect: true 30 false 30 0
var total = 0
let add = { (value: Int) in total += value }
add(3)
total *= 2
add(4)
[10, 20].forEach(add)
print(total)  // expect: 40
func average() -> (Double) -> Double {
    var sum = 0.0, count = 0.0
    return { value in
        sum += value
        count += 1
        return sum / count
    }
}
let running = average()
print([10.0, 20, 60].map(running), running(10))  // expect: [10.0, 15.0, 30.0] 25.0
var actions: [() -> Int] = []
for i in 1...3 { actions.append { i * i } }
var shared = 0
for _ in 1...3 { actions.append { shared += 1; return shared } }
print(actions.map { $0() }, actions.map { $0() })  // expect: [1, 4, 9, 1, 2, 3] [1, 4, 9, 4, 5, 6]
func fibonacci() -> () -> Int {
    var (a, b) = (0, 1)
    return {
        defer { (a, b) = (b, a + b) }
        return a
    }
}
let next = fibonacci()
print((0..<10).map { _ in next() })  // expect: [0, 1, 1, 2, 3, 5, 8, 13, 21, 34]
