// Fibonacci numbers by the definition: nothing but calls.
func fibonacci(_ n: Int) -> Int {
    if n < 2 {
        return n
    }
    return fibonacci(n - 1) + fibonacci(n - 2)
}

for n in [10, 20, 25, 35] {
    print("fibonacci(\(n)) = \(fibonacci(n))")
}
