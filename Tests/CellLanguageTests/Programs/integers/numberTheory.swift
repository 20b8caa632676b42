// Primes, factors, modular powers and perfect numbers.
func sieve(upTo limit: Int) -> [Int] {
    var isPrime = [Bool](repeating: true, count: limit + 1)
    isPrime[0] = false
    isPrime[1] = false
    var candidate = 2
    while candidate * candidate <= limit {
        if isPrime[candidate] {
            for multiple in stride(from: candidate * candidate, through: limit, by: candidate) {
                isPrime[multiple] = false
            }
        }
        candidate += 1
    }
    return isPrime.indices.filter { isPrime[$0] }
}
let primes = sieve(upTo: 100)
print(primes.count, primes.suffix(5))  // expect: 25 [73, 79, 83, 89, 97]
func factors(of number: Int) -> [(prime: Int, power: Int)] {
    var rest = number, found: [(prime: Int, power: Int)] = []
    var divisor = 2
    while rest > 1 {
        var power = 0
        while rest.isMultiple(of: divisor) {
            rest /= divisor
            power += 1
        }
        if power > 0 { found.append((divisor, power)) }
        divisor += divisor == 2 ? 1 : 2
    }
    return found
}
print(factors(of: 360).map { "\($0.prime)^\($0.power)" }.joined(separator: " × "))  // expect: 2^3 × 3^2 × 5^1
print(factors(of: 97), factors(of: 1))  // expect: [(prime: 97, power: 1)] []
func power(_ base: Int, _ exponent: Int, modulo: Int) -> Int {
    var result = 1, base = base % modulo, exponent = exponent
    while exponent > 0 {
        if exponent & 1 == 1 { result = result * base % modulo }
        base = base * base % modulo
        exponent >>= 1
    }
    return result
}
print(power(3, 200, modulo: 13), power(2, 62, modulo: 1_000_007), power(7, 0, modulo: 5))  // expect: 9 229947 1
func divisors(_ n: Int) -> [Int] { (1...n).filter { n % $0 == 0 } }
print((2...500).filter { divisors($0).dropLast().reduce(0, +) == $0 })  // expect: [6, 28, 496]
func inverse(_ a: Int, modulo m: Int) -> Int? {
    var (r, newR) = (m, a % m), (t, newT) = (0, 1)
    while newR != 0 {
        let q = r / newR
        (t, newT) = (newT, t - q * newT)
        (r, newR) = (newR, r - q * newR)
    }
    return r == 1 ? (t + m) % m : nil
}
print(inverse(3, modulo: 11) ?? 0, inverse(4, modulo: 8) == nil)  // expect: 4 true
let collatz = (1..<30).map { start in
    sequence(first: start) { $0 == 1 ? nil : $0 % 2 == 0 ? $0 / 2 : 3 * $0 + 1 }.reduce(0) { count, _ in count + 1 }
}
print(collatz.max()!, collatz.firstIndex(of: collatz.max()!)! + 1)  // expect: 112 27
print((1...30).map { $0 % 15 == 0 ? "FB" : $0 % 5 == 0 ? "B" : $0 % 3 == 0 ? "F" : "\($0)" }.joined(separator: " "))  // expect: 1 2 F 4 B F 7 8 F B 11 F 13 14 FB 16 17 F 19 B F 22 23 F B 26 F 28 29 FB
