// Library types learn new members.
extension Int {
    var isEven: Bool { self % 2 == 0 }
    var squared: Int { self * self }
    var digits: [Int] { String(self).compactMap { $0.wholeNumberValue } }

    func times(_ body: (Int) -> Void) {
        for i in 0..<self { body(i) }
    }

    func clamped(to range: ClosedRange<Int>) -> Int {
        Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
    }

    mutating func double() { self *= 2 }
}

extension Double {
    var percent: Double { self * 100 }

    func rounded(digits: Int) -> Double {
        var scale = 1.0
        for _ in 0..<digits { scale *= 10 }
        return (self * scale).rounded() / scale
    }
}

extension String {
    var isPalindrome: Bool {
        let letters = Array(lowercased().filter { $0.isLetter })
        return letters == letters.reversed()
    }

    func padded(to width: Int, with filler: Character = " ") -> String {
        count >= width ? self : self + String(repeating: filler, count: width - count)
    }
}

print(4.isEven, 7.isEven, 12.squared, 9075.digits)  // expect: true false 144 [9, 0, 7, 5]
var seen: [Int] = []
3.times { seen.append($0 * 10) }
print(seen, 15.clamped(to: 0...10), (-3).clamped(to: 0...10))  // expect: [0, 10, 20] 10 0
var n = 21
n.double()
print(n)  // expect: 42
print(0.25.percent, 3.14159.rounded(digits: 2), 2.0.rounded(digits: 1))  // expect: 25.0 3.14 2.0
print("Never odd or even".isPalindrome, "기러기".isPalindrome, "Swift".isPalindrome)  // expect: true true false
print("[" + "abc".padded(to: 5) + "]", "이름".padded(to: 4, with: "."), "long".padded(to: 2))
// expect: [abc  ] 이름.. long
