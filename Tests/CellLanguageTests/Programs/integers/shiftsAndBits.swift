// Shifts and bitwise operators; flags and counting bits.
print(1 << 10, 1024 >> 3, -16 >> 2, -1 >> 60, 1 << 70, 1 >> 70, 8 << -1)  // expect: 1024 128 -4 -1 0 0 4
print((1 as UInt8) << 7, (1 as UInt8) << 8, (0x80 as UInt8) >> 7, (-128 as Int8) >> 3)  // expect: 128 0 1 -16
print((1 as UInt8) &<< 9, (64 as Int8) << 1, (64 as Int8) &>> 10)  // expect: 2 -128 16
print(~0, ~5, ~(0b1010 as UInt8), ~Int8.max)  // expect: -1 -6 245 -128
print(6 & 3, 6 | 3, 6 ^ 3, 6 & ~3)  // expect: 2 7 5 4
print(0b1011.nonzeroBitCount, 40.trailingZeroBitCount, (1 as UInt16).leadingZeroBitCount, (-1).nonzeroBitCount)  // expect: 3 3 15 64
print((0x1234 as UInt16).byteSwapped == 0x3412, (0b0001 as UInt8).bitWidth)  // expect: true 8
var flags: UInt8 = 0
flags |= 1 << 3
flags |= 1 << 0
print(flags, flags & (1 << 3) != 0, flags & (1 << 2) != 0)  // expect: 9 true false
flags &= ~(1 << 3)
flags ^= 0b110
print(flags, String(flags, radix: 2))  // expect: 7 111
func isPowerOfTwo(_ n: Int) -> Bool { n > 0 && n & (n - 1) == 0 }
print((0...17).filter(isPowerOfTwo))  // expect: [1, 2, 4, 8, 16]
func popCount(_ n: Int) -> Int {
    var rest = n, count = 0
    while rest != 0 {
        rest &= rest - 1
        count += 1
    }
    return count
}
print([0, 1, 255, 1023].map(popCount))  // expect: [0, 1, 8, 10]
func subsets(_ items: [String]) -> [String] {
    (0..<1 << items.count).map { mask in
        items.indices.filter { mask >> $0 & 1 == 1 }.map { items[$0] }.joined()
    }
}
print(subsets(["가", "나", "다"]))  // expect: ["", "가", "나", "가나", "다", "가다", "나다", "가나다"]
func gray(_ n: Int) -> String {
    let text = String(n ^ n >> 1, radix: 2)
    return String(repeating: "0", count: 3 - text.count) + text
}
print((0..<8).map(gray).joined(separator: " "))  // expect: 000 001 011 010 110 111 101 100
var x = 12, y = 25
x ^= y
y ^= x
x ^= y
print(x, y)  // expect: 25 12
