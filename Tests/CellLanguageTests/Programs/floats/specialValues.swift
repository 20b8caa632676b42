// Not-a-number, infinity and signed zero: how they compare, sort and spread.
let nan = Double.nan, infinity = Double.infinity
print(nan == nan, nan != nan, nan < 1, nan > 1, nan.isNaN, (1.0).isNaN)  // expect: false true false false true false
print(infinity == infinity, infinity > 1e308, -infinity < infinity, (infinity - infinity).isNaN)  // expect: true true true true
print(1e308 * 10, -1e308 * 10, 1 / infinity, 5e-324 / 2)  // expect: inf -inf 0.0 0.0
print(infinity.isInfinite, infinity.isFinite, nan.isFinite, (1.5).isFinite, (0.0).isZero, (-0.0).isZero)  // expect: true false false true true true
print(0.0.sign == .plus, (-0.0).sign == .minus, (-3.0).sign, 3.0.sign, (-3.0).isLess(than: 1))  // expect: true true minus plus true
print(max(nan, 1).isNaN, min(1, 2.5), max(-infinity, -1e300))  // expect: true 1.0 -1e+300
print(sqrt(-1.0).isNaN, log(0.0), log(-1.0).isNaN, exp(1000.0), pow(0.0, 0.0))  // expect: true -inf true inf 1.0
let data = [1.5, .nan, 2.5, .infinity, 3]
let clean = data.filter(\.isFinite)
print(clean, clean.reduce(0, +) / Double(clean.count), data.reduce(0, +).isNaN)  // expect: [1.5, 2.5, 3.0] 2.3333333333333335 true
print(Int(exactly: nan) == nil, Int(exactly: infinity) == nil)  // expect: true true
print((0.1 + 0.2 == 0.3), abs(0.1 + 0.2 - 0.3) < 1e-9, abs(0.1 + 0.2 - 0.3) < .ulpOfOne)  // expect: false true true
print((1.0).nextUp, (1.0).nextDown, (0.0).nextUp, (1.0).ulp, 1e16.ulp)  // expect: 1.0000000000000002 0.9999999999999999 5e-324 2.220446049250313e-16 2.0
print(Double.greatestFiniteMagnitude, Double.leastNormalMagnitude, Double.leastNonzeroMagnitude)  // expect: 1.7976931348623157e+308 2.2250738585072014e-308 5e-324
print([3.0, -infinity, 2, infinity].sorted(), [1.0, 2, nan].contains(nan))  // expect: [-inf, 2.0, 3.0, inf] false
