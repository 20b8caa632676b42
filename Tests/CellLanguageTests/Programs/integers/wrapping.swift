// Operators that wrap around instead of trapping, and reports of overflow.
print(Int.max &+ 1 == Int.min, Int.min &- 1 == Int.max, Int.max &* 2)  // expect: true true -2
let high: UInt8 = 250
print(high &+ 10, (5 as UInt8) &- 10, high &* 2)  // expect: 4 251 244
let low: Int8 = -128
print(low &- 1, low &* -1, 0 &- low)  // expect: 127 -128 -128
var hash: UInt64 = 14_695_981_039_346_656_037
for byte in "한지".utf8 {
    hash ^= UInt64(byte)
    hash &*= 1_099_511_628_211
}
print(hash, String(hash, radix: 16))  // expect: 7448662169648102880 675ef6c751c3fde0
var state: UInt32 = 2024
func next() -> UInt32 {
    state = state &* 1_664_525 &+ 1_013_904_223
    return state
}
print((0..<4).map { _ in next() % 100 })  // expect: [27, 14, 29, 28]
var shifted: UInt32 = 2_463_534_242
func xorshift() -> UInt32 {
    shifted ^= shifted << 13
    shifted ^= shifted >> 17
    shifted ^= shifted << 5
    return shifted
}
print(xorshift(), xorshift(), xorshift())  // expect: 723471715 2497366906 2064144800
let (sum, overflowed) = Int8.max.addingReportingOverflow(1)
print(sum, overflowed)  // expect: -128 true
let product = (20 as UInt8).multipliedReportingOverflow(by: 20)
print(product.partialValue, product.overflow)  // expect: 144 true
print((3 as UInt8).subtractingReportingOverflow(4), 7.addingReportingOverflow(1).partialValue)  // expect: (partialValue: 255, overflow: true) 8
var total: Int16 = 0
for step: Int16 in [20_000, 20_000, 20_000] { total &+= step }
total &-= 1
print(total)  // expect: -5537
func safeFactorial(_ n: Int) -> Int? {
    var result = 1
    for factor in stride(from: 2, through: n, by: 1) {
        let (value, overflow) = result.multipliedReportingOverflow(by: factor)
        if overflow { return nil }
        result = value
    }
    return result
}
print(safeFactorial(20) ?? -1, safeFactorial(21) ?? -1)  // expect: 2432902008176640000 -1
