// Wrappers of the standard library print the names of their own fields.
print([1, 2].reversed())
print(zip([1], [2]))
print([3].enumerated())
print(repeatElement(1, count: 2))
print(AnySequence([1, 2]).prefix(2).map { $0 })
print(Array(repeatElement("a", count: 3)), zip([1, 2], ["a", "b"]).map { "\($0)\($1)" })
// expect: ReversedCollection<Array<Int>>(_base: [1, 2])
// expect: Zip2Sequence<Array<Int>, Array<Int>>(_sequence1: [1], _sequence2: [2])
// expect: EnumeratedSequence<Array<Int>>(_base: [3])
// expect: Repeated<Int>(count: 2, repeatedValue: 1)
// expect: [1, 2]
// expect: ["a", "a", "a"] ["1a", "2b"]
