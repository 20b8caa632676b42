// Sized integer types: bounds, arithmetic within a type, conversion between types.
print(Int8.min, Int8.max, UInt8.min, UInt8.max)  // expect: -128 127 0 255
print(Int16.min, Int16.max, UInt16.max)  // expect: -32768 32767 65535
print(Int32.min, Int32.max, UInt32.max)  // expect: -2147483648 2147483647 4294967295
print(Int64.min, Int64.max, UInt64.max)  // expect: -9223372036854775808 9223372036854775807 18446744073709551615
print(Int.min == Int(Int64.min), UInt.max, Int.bitWidth, UInt16.bitWidth)  // expect: true 18446744073709551615 64 16
let a: UInt8 = 200, b: UInt8 = 50
print(a + b, a - b, a / b, a % b, Int(a) * Int(b))  // expect: 250 150 4 0 10000
let c: Int8 = -100
print(c / 7, c % 7, -c, c.magnitude, Int16(c) * 3)  // expect: -14 -2 100 100 -300
let big: UInt64 = 12_345_678_901_234_567_890
print(big, big / 10, big % 1_000_000, Double(big))  // expect: 12345678901234567890 1234567890123456789 567890 1.2345678901234567e+19
var level: Int16 = 30_000
level += 2_767
print(level, level == .max)  // expect: 32767 true
let mixed = Int(a) + Int(c) + Int(level)
print(mixed, UInt32(a) << 8, Int32(c) - 1)  // expect: 32867 51200 -101
print(a < b, a > 199, max(a, b), Int(c) < Int(a))  // expect: false true 200 true
let bytes: [UInt8] = [104, 97, 110, 106, 105]
print(bytes.reduce(0) { $0 + Int($1) }, String(decoding: bytes, as: UTF8.self))  // expect: 522 hanji
func average(_ samples: [UInt8]) -> UInt8 { UInt8(samples.map(Int.init).reduce(0, +) / samples.count) }
print(average([250, 255, 240]), type(of: average([1])))  // expect: 248 UInt8
let letters = (97...101 as ClosedRange<UInt8>).map { Character(UnicodeScalar($0)) }
print(String(letters))  // expect: abcde
