// Converting between integer types and from Double: exactly, clamping, truncating.
print(UInt8(exactly: 255)!, UInt8(exactly: 256) == nil, UInt8(exactly: -1) == nil)  // expect: 255 true true
let large = 200.0
print(Int(exactly: 3.0) ?? -1, Int(exactly: 3.5) ?? -1, Int8(exactly: large) == nil)  // expect: 3 -1 true
print(UInt8(clamping: 300), UInt8(clamping: -5), Int8(clamping: 1000), Int8(clamping: -1000))  // expect: 255 0 127 -128
print(UInt8(truncatingIfNeeded: 300), UInt8(truncatingIfNeeded: -1), Int8(truncatingIfNeeded: 200))  // expect: 44 255 -56
print(Int8(bitPattern: 200), UInt8(bitPattern: -56), UInt32(bitPattern: -1), Int64(bitPattern: UInt64.max))  // expect: -56 200 4294967295 -1
print(Int(3.99), Int(-3.99), Int(1e15), UInt8(254.9))  // expect: 3 -3 1000000000000000 254
print(Int(Double(1 << 53) + 1), Double(Int.max), Float(16_777_217))  // expect: 9007199254740992 9.223372036854776e+18 16777216.0
print(Int("42")!, Int("-7")!, Int("+7")!, Int("4 2") == nil, Int("4.2") == nil, Int("") == nil)  // expect: 42 -7 7 true true true
print(Int("ff", radix: 16)!, Int("-1010", radix: 2)!, Int("zz", radix: 36)!, Int("12", radix: 2) == nil)  // expect: 255 -10 1295 true
print(UInt8("255")!, UInt8("256") == nil, Int8("-129") == nil, UInt("-1") == nil)  // expect: 255 true true true
print(Int("７") == nil, Int(" 7") == nil, Int("007")!)  // expect: true true 7
let readings = ["12", "칠", "300", "-4", "99"]
print(readings.compactMap { Int($0) }, readings.compactMap { UInt8($0) })  // expect: [12, 300, -4, 99] [12, 99]
let exact: [Int?] = [1.0, 2.5, -3.0].map { Int(exactly: $0) }
print(exact.map { $0.map { "\($0)" } ?? "-" }.joined(separator: " "))  // expect: 1 - -3
print(Int(Character("7").wholeNumberValue ?? 0), Character("七").wholeNumberValue ?? -1)  // expect: 7 7
print(Int16(Int8(-5)), UInt16(UInt8(200)), Double(UInt8(7)) / 2, Int(true ? 1 : 0))  // expect: -5 200 3.5 1
