// How Double and Float values are printed, at every size and precision.
print(0.1, 0.1 + 0.2, 1.0 / 3.0, 2.0 / 3.0, 100.0, -2.50)  // expect: 0.1 0.30000000000000004 0.3333333333333333 0.6666666666666666 100.0 -2.5
print(1e15, 1e16, 1e17, 123456789012345678.0, 1e22, 1e300)  // expect: 1000000000000000.0 1e+16 1e+17 1.2345678901234568e+17 1e+22 1e+300
print(0.0001, 0.00001, 1.5e-5, 5e-324, 2.2250738585072014e-308)  // expect: 0.0001 1e-05 1.5e-05 5e-324 2.2250738585072014e-308
print(9007199254740991.0, 9007199254740992.0, 9007199254740993.0, 12345678.9)  // expect: 9007199254740991.0 9007199254740992.0 9007199254740992.0 12345678.9
print(0.0, -0.0, 0.0 == -0.0, 1 / -0.0, -1 / 0.0)  // expect: 0.0 -0.0 true -inf -inf
print(Double.nan, Double.infinity, -Double.infinity, (0.0 / 0.0).isNaN)  // expect: nan inf -inf true
let f: Float = 0.1
print(f, f + 0.2, Float(1) / 3, Float(16_777_216), Float(1e10), Float.greatestFiniteMagnitude)  // expect: 0.1 0.3 0.33333334 16777216.0 1e+10 3.4028235e+38
print(Double(f), Float(0.1 as Double), f == 0.1, Double(f) == 0.1)  // expect: 0.10000000149011612 0.1 true false
print([0.5, 1, -3.25], (1.0, 2.5), ["값": 0.1])  // expect: [0.5, 1.0, -3.25] (1.0, 2.5) ["값": 0.1]
print("\(1.0) \(10_000_000.0) \(0.1 * 3) \(3.0e-7)")  // expect: 1.0 10000000.0 0.30000000000000004 3e-07
print(Double("3.14")!, Double("1e3")!, Double("-.5") ?? 0, Double("3,14") == nil, Double("inf")!, Double("0x1p3")!)  // expect: 3.14 1000.0 -0.5 true inf 8.0
print(String(2.0), 2.0.description, String(describing: 0.30000000000000004), Float("1.25")!)  // expect: 2.0 2.0 0.30000000000000004 1.25
print(Double.pi, Float.pi, Double.ulpOfOne, Float.ulpOfOne)  // expect: 3.141592653589793 3.1415925 2.220446049250313e-16 1.1920929e-07
print(Double(1) == 1, 5 as Double, -7.0 as Float, 1e2 as Float)  // expect: true 5.0 -7.0 100.0
