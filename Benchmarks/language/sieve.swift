// The sieve of Eratosthenes, and the gaps between the primes it leaves.
let limit = 4_000_000
var isPrime = [Bool](repeating: true, count: limit + 1)
isPrime[0] = false
isPrime[1] = false
var factor = 2
while factor * factor <= limit {
    if isPrime[factor] {
        var multiple = factor * factor
        while multiple <= limit {
            isPrime[multiple] = false
            multiple += factor
        }
    }
    factor += 1
}
var primes = 0
var twins = 0
var previous = 0
var largestGap = 0
for number in 2...limit {
    if isPrime[number] {
        primes += 1
        if previous > 0 {
            let gap = number - previous
            if gap == 2 { twins += 1 }
            if gap > largestGap { largestGap = gap }
        }
        previous = number
    }
}
print("\(primes) primes, the last \(previous)")
print("\(twins) twins, largest gap \(largestGap)")
