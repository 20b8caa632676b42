// A straight line fitted to study hours and scores by gradient descent, against the exact solution.
let hours = [1.0, 2, 3, 4, 5, 6, 7, 8]
let scores = [52.0, 55, 61, 60, 68, 71, 75, 78]
struct Line {
    var slope = 0.0, intercept = 0.0
    func predict(_ x: Double) -> Double { slope * x + intercept }
    func loss(_ xs: [Double], _ ys: [Double]) -> Double {
        zip(xs, ys).map { x, y in pow(predict(x) - y, 2) }.reduce(0, +) / Double(xs.count)
    }
    mutating func step(_ xs: [Double], _ ys: [Double], rate: Double) {
        let errors = zip(xs, ys).map { predict($0) - $1 }
        let n = Double(xs.count)
        slope -= rate * 2 / n * zip(errors, xs).map(*).reduce(0, +)
        intercept -= rate * 2 / n * errors.reduce(0, +)
    }
}
var line = Line()
print("처음 손실", line.loss(hours, scores))  // expect: 처음 손실 4303.0
for epoch in 1...3000 {
    line.step(hours, scores, rate: 0.02)
    if [1, 10, 100, 1000, 3000].contains(epoch) {
        print(epoch, String(format: "손실 %.4f, 기울기 %.4f, 절편 %.4f", line.loss(hours, scores), line.slope, line.intercept))
    }
}  // expect: 1 손실 436.1350, 기울기 12.5000, 절편 2.6000
// expect: 10 손실 368.7086, 기울기 11.3171, 절편 5.6475
// expect: 100 손실 88.4768, 기울기 7.4583, 절편 27.3424
// expect: 1000 손실 1.8096, 기울기 3.8122, 절편 47.8421
// expect: 3000 손실 1.8095, 기울기 3.8095, 절편 47.8571
let meanX = hours.reduce(0, +) / Double(hours.count), meanY = scores.reduce(0, +) / Double(scores.count)
let exactSlope = zip(hours, scores).map { ($0 - meanX) * ($1 - meanY) }.reduce(0, +) / hours.map { pow($0 - meanX, 2) }.reduce(0, +)
let exact = Line(slope: exactSlope, intercept: meanY - exactSlope * meanX)
print(String(format: "정확한 해 %.4f %.4f", exact.slope, exact.intercept))  // expect: 정확한 해 3.8095 47.8571
print(abs(line.slope - exact.slope) < 1e-3, abs(line.intercept - exact.intercept) < 1e-2)  // expect: true true
let total = scores.map { pow($0 - meanY, 2) }.reduce(0, +) / Double(scores.count)
print(String(format: "결정 계수 %.4f, 9시간이면 %.1f점", 1 - exact.loss(hours, scores) / total, exact.predict(9)))  // expect: 결정 계수 0.9768, 9시간이면 82.1점
for (x, y) in zip(hours, scores) where abs(exact.predict(x) - y) > 1.2 {
    print(x, y, String(format: "잔차 %+.2f", y - exact.predict(x)))
}  // expect: 3.0 61.0 잔차 +1.71
// expect: 4.0 60.0 잔차 -3.10
