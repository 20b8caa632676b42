// Double, Int and FloatingPoint extensions: formatting, angles, interpolation, statistics on ranges, integer roots.
extension Double {
    static let degree = Double.pi / 180
    enum Rounding { case up, down, nearest }

    func text(_ digits: Int = 2) -> String { String(format: "%.\(digits)f", self) }
    func rounded(to step: Double, _ rule: Rounding = .nearest) -> Double {
        switch rule {
        case .up: (self / step).rounded(.up) * step
        case .down: (self / step).rounded(.down) * step
        case .nearest: (self / step).rounded() * step
        }
    }
    func isClose(to other: Double, within tolerance: Double = 1e-9) -> Bool { abs(self - other) <= tolerance }
    func mapped(from source: ClosedRange<Double>, to target: ClosedRange<Double>) -> Double {
        let share = (self - source.lowerBound) / (source.upperBound - source.lowerBound)
        return target.lowerBound + share * (target.upperBound - target.lowerBound)
    }
    mutating func clamp(_ range: ClosedRange<Double>) { self = Swift.min(Swift.max(self, range.lowerBound), range.upperBound) }
    var sigmoid: Double { 1 / (1 + exp(-self)) }
}

extension FloatingPoint {
    var squared: Self { self * self }
    func lerp(to other: Self, _ t: Self) -> Self { self + (other - self) * t }
    var direction: Int { self > 0 ? 1 : self < 0 ? -1 : 0 }
}

extension BinaryInteger {
    func gcd(_ other: Self) -> Self { other == 0 ? self : other.gcd(self % other) }
    func lcm(_ other: Self) -> Self { self / gcd(other) * other }
    var digitSum: Self { self < 10 ? self : self % 10 + (self / 10).digitSum }
    func power(_ n: Int) -> Self {
        var (result, base, n) = (1 as Self, self, n)
        while n > 0 {
            if n % 2 == 1 { result *= base }
            n /= 2
            if n > 0 { base *= base }
        }
        return result
    }
}

extension Int {
    var isPrime: Bool { self > 1 && !(2..<self).prefix { $0 * $0 <= self }.contains { self % $0 == 0 } }
    var grouped: String {
        var result = ""
        for (i, c) in String(abs(self)).reversed().enumerated() {
            if i > 0 && i % 3 == 0 { result = "," + result }
            result = String(c) + result
        }
        return self < 0 ? "-" + result : result
    }
    var ordinal: String {
        switch (self % 10, self % 100) {
        case (_, 11...13): "\(self)th"
        case (1, _): "\(self)st"
        case (2, _): "\(self)nd"
        case (3, _): "\(self)rd"
        default: "\(self)th"
        }
    }
    static postfix func % (value: Int) -> Double { Double(value) / 100 }
    var korean: String {
        let digits = Array("영일이삼사오육칠팔구"), units = ["", "십", "백", "천"]
        guard self > 0 else { return "영" }
        var text = ""
        for (i, c) in String(self).reversed().enumerated() {
            let d = c.wholeNumberValue!
            if i % 4 == 0 && i > 0 { text = ["", "만", "억"][i / 4] + text }
            if d > 0 { text = (d == 1 && i % 4 > 0 ? "" : String(digits[d])) + units[i % 4] + text }
        }
        return text
    }
}
postfix operator %

extension ClosedRange where Bound == Int {
    var sum: Int { (lowerBound + upperBound) * count / 2 }
    func clamp(_ value: Int) -> Int { Swift.min(Swift.max(value, lowerBound), upperBound) }
    static func * (range: Self, k: Int) -> Self { (range.lowerBound * k)...(range.upperBound * k) }
}

print(3.14159.text(), 2.0.text(0), 1e6.text(1), (-0.005).text(3))  // expect: 3.14 2 1000000.0 -0.005
print(7.3.rounded(to: 0.5), 7.3.rounded(to: 0.5, .up), 7.3.rounded(to: 2, .down), (0.1 + 0.2).isClose(to: 0.3))
// expect: 7.5 7.5 6.0 true
print((60 * Double.degree).text(4), 5.0.mapped(from: 0...10, to: -1...1), 0.0.sigmoid)  // expect: 1.0472 0.0 0.5
var x = 12.5
x.clamp(0...10)
print(x, 1.5.squared, Float(0.5).squared, 2.0.lerp(to: 4, 0.25), (-3.5).direction, Float(0).direction)
// expect: 10.0 2.25 0.25 2.5 -1 0
print(12.gcd(18), 4.lcm(6), UInt8(200).gcd(120), 9875.digitSum, 3.power(20), UInt8(3).power(5))
// expect: 6 12 40 29 3486784401 243
print((1...30).filter(\.isPrime), 7919.isPrime, 1.isPrime)  // expect: [2, 3, 5, 7, 11, 13, 17, 19, 23, 29] true false
print(1234567.grouped, (-1000).grouped, 999.grouped, [1, 2, 3, 4, 11, 21, 112].map(\.ordinal))
// expect: 1,234,567 -1,000 999 ["1st", "2nd", "3rd", "4th", "11th", "21st", "112th"]
print(25%, 150% * 2, 35.korean, 110.korean, 12_345_678.korean, 0.korean)  // expect: 0.25 3.0 삼십오 백십 천이백삼십사만오천육백칠십팔 영
print((1...100).sum, (3...5).clamp(9), (1...3) * 4)  // expect: 5050 5 4...12
