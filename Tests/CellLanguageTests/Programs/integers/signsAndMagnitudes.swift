// Signs, magnitudes, extremes and clamping of integers.
print(5.signum(), (-5).signum(), 0.signum())  // expect: 1 -1 0
print((-5).magnitude, Int.min.magnitude, abs(-5), (200 as UInt8).magnitude)  // expect: 5 9223372036854775808 5 200
print(min(3, 1), max(3, 1), min(3, 1, 2), max(3, 9, 4, 7))  // expect: 1 3 1 9
print([4, -2, 9].min()!, [4, -2, 9].max()!, ([] as [Int]).max() == nil)  // expect: -2 9 true
func clamp(_ value: Int, to range: ClosedRange<Int>) -> Int { min(max(value, range.lowerBound), range.upperBound) }
print([-5, 0, 50, 100, 120].map { clamp($0, to: 0...100) })  // expect: [0, 0, 50, 100, 100]
var x = 5
x.negate()
print(x, -x, +x, 0 - x)  // expect: -5 5 -5 5
x += 10; x -= 2; x *= 7; x /= 2; x %= 6
print(x)  // expect: 4
var counter = 100
swap(&x, &counter)
print(x, counter)  // expect: 100 4
print(3.distance(to: 10), 3.advanced(by: -5), (2...5).count)  // expect: 7 -2 4
print(7.description, String(7), "\(7)", 7.hashValue == 7.hashValue)  // expect: 7 7 7 true
let sorted = [3, -1, 2, -5].sorted { $0.magnitude < $1.magnitude }
print(sorted, sorted.map { $0.signum() }, sorted.contains { $0 < 0 })  // expect: [-1, 2, 3, -5] [-1, 1, 1, -1] true
let (low, high) = [5, 3, 8].reduce((Int.max, Int.min)) { (min($0.0, $1), max($0.1, $1)) }
print(low, high, high - low)  // expect: 3 8 5
print(1 == 1, 1 != 1, 2 <= 2, 3 >= 4, 1 < 2 && 2 < 3)  // expect: true false true false true
