// A generic function that calls itself with an array of what it got would be compiled without end.
func nest<T>(_ value: T, _ depth: Int) {
    if depth > 0 {
        nest([value], depth - 1)  // error: 'nest' uses itself with ever larger types; all types must be known before the program runs
    }
}
nest(1, 3)
