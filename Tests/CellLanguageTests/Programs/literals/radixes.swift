// Integer and floating-point literals in every radix, with and without underscores.
print(255, 0xff, 0xFF, 0o377, 0b1111_1111)  // expect: 255 255 255 255 255
print(1_000_000, 0x7fff_ffff, 0b1010, 0o17, 000123)  // expect: 1000000 2147483647 10 15 123
print(-0x10, -0b11, -0o7, +5)  // expect: -16 -3 -7 5
print(1.5, 1_234.567_8, 0.000_1, 1e3, 1.25E-2, 6.02e+23)  // expect: 1.5 1234.5678 0.0001 1000.0 0.0125 6.02e+23
print(0x1p4, 0x1.8p1, 0xA.8p0, 0x1p-2)  // expect: 16.0 3.0 10.5 0.25
let mask = 0b0000_1111
let value = 0xA5
print(value & mask, value >> 4, value | mask, value ^ 0xff)  // expect: 5 10 175 90
let red = 0xE6, green = 0x5A, blue = 0x1F
let rgb = red << 16 | green << 8 | blue
print(rgb, String(rgb, radix: 16, uppercase: true))  // expect: 15096351 E65A1F
print(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff)  // expect: 230 90 31
print(9_223_372_036_854_775_807, -9_223_372_036_854_775_808)  // expect: 9223372036854775807 -9223372036854775808
print(0x8000_0000_0000_0000 as UInt, 0xffff_ffff_ffff_ffff as UInt64)  // expect: 9223372036854775808 18446744073709551615
print(-128 as Int8, 0xff as UInt8)  // expect: -128 255
let sum = 0x10 + 0b10 + 0o10 + 10
print("합계 \(sum)")  // expect: 합계 36
