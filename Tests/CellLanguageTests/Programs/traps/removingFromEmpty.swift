// Taking the first element out of an array that has none left.
var queue = ["가", "나"]
func next() -> String {
    queue.removeFirst()  // trap: EmptyCollection
}
print(next(), next(), queue.isEmpty)  // expect: 가 나 true
print(next())
