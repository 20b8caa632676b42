// Text made with format strings.
print(String(format: "%d %5d|%-5d|%05d %+d", 42, 42, 42, 42, 42))  // expect: 42    42|42   |00042 +42
print(String(format: "%.3f %5.2f|%8.3f|%-8.1f|%08.2f", 3.14159, 3.14159, 3.14159, 3.14159, 3.14159))  // expect: 3.142  3.14|   3.142|3.1     |00003.14
print(String(format: "%@는 %d점, %.1f%%", "지우", 95, 98.765))  // expect: 지우는 95점, 98.8%
print(String(format: "%x %X %o %#x %04x", 255, 255, 255, 255, 10))  // expect: ff FF 377 0xff 000a
print(String(format: "%e %.2e %E %g %g", 12345.678, 0.00012, 1.5, 1e10, 0.5))  // expect: 1.234568e+04 1.20e-04 1.500000E+00 1e+10 0.5
print(String(format: "%.0f %.0f %.0f %.0f", 0.5, 1.5, 2.5, -0.4))  // expect: 0 2 2 -0
print(String(format: "%.2f %.2f %.1f", 1.005, 2.675, 0.25))  // expect: 1.00 2.67 0.2
print(String(format: "%f %.1f %.2f", Double.infinity, -Double.infinity, 1e15))  // expect: inf -inf 1000000000000000.00
print(String(format: "%ld %lld %u", 123456789012, 123456789012, 7 as UInt32))  // expect: 123456789012 123456789012 7
print(String(format: "[%6.2f] [%@] [%3d%%]", -1.5, "문자" + "열", 7))  // expect: [ -1.50] [문자열] [  7%]
print(String(format: "%2$@ %1$@", "둘째", "첫째"))  // expect: 첫째 둘째
print(String(format: "%*d|%.*f", 6, 42, 2, 2.71828))  // expect:     42|2.72
let rows: [(String, Double, Int)] = [("정확도", 0.9134, 120), ("재현율", 0.8, 7), ("F1", 0.85294, 12345)]
for (name, value, count) in rows { print(name, String(format: "%7.4f %6d", value, count)) }  // expect: 정확도  0.9134    120
// expect: 재현율  0.8000      7
// expect: F1  0.8529  12345
let values = [0.125, 10, 3.14159]
print(values.map { String(format: "%.2f", $0) }.joined(separator: " / "))  // expect: 0.12 / 10.00 / 3.14
print("합계: \(String(format: "%.1f", values.reduce(0, +)))")  // expect: 합계: 13.3
let format = "%03d"
print((8...11).map { String(format: format, $0) })  // expect: ["008", "009", "010", "011"]
