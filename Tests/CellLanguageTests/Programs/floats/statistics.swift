// Means, variances, medians, quantiles, standard scores and correlation.
func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
func variance(_ values: [Double], sample: Bool = false) -> Double {
    let centre = mean(values)
    let squares = values.map { ($0 - centre) * ($0 - centre) }
    return squares.reduce(0, +) / Double(values.count - (sample ? 1 : 0))
}
func quantile(_ values: [Double], _ q: Double) -> Double {
    let sorted = values.sorted()
    let position = q * Double(sorted.count - 1)
    let lower = Int(position), fraction = position - Double(lower)
    guard lower + 1 < sorted.count else { return sorted[lower] }
    return sorted[lower] * (1 - fraction) + sorted[lower + 1] * fraction
}
func correlation(_ x: [Double], _ y: [Double]) -> Double {
    let (mx, my) = (mean(x), mean(y))
    let shared = zip(x, y).map { ($0 - mx) * ($1 - my) }.reduce(0, +)
    return shared / sqrt(x.map { pow($0 - mx, 2) }.reduce(0, +) * y.map { pow($0 - my, 2) }.reduce(0, +))
}
let heights = [172.0, 165, 180, 158, 175]
let weights = [68.0, 59, 77, 52, 70]
print(mean(heights), variance(heights), variance(heights, sample: true))  // expect: 170.0 59.6 74.5
print(String(format: "%.4f", variance(heights).squareRoot()))  // expect: 7.7201
print(quantile(heights, 0), quantile(heights, 0.25), quantile(heights, 0.5), quantile(heights, 1))  // expect: 158.0 165.0 172.0 180.0
print(quantile([1, 2, 3, 4], 0.5), quantile([7], 0.3))  // expect: 2.5 7.0
print(String(format: "%.5f %.1f", correlation(heights, weights), correlation(heights, heights.map { -$0 })))  // expect: 0.99778 -1.0
let deviation = variance(heights).squareRoot()
let scores = heights.map { ($0 - mean(heights)) / deviation }
print(scores.map { String(format: "%+.2f", $0) }.joined(separator: " "))  // expect: +0.26 -0.65 +1.30 -1.55 +0.65
print(abs(mean(scores)) < 1e-12, abs(variance(scores) - 1) < 1e-12)  // expect: true true
let (low, high) = (heights.min()!, heights.max()!)
print(heights.map { ($0 - low) / (high - low) }.map { ($0 * 100).rounded() / 100 })  // expect: [0.64, 0.32, 1.0, 0.0, 0.77]
var runningMean = 0.0, runningSquares = 0.0
for (index, value) in heights.enumerated() {
    let delta = value - runningMean
    runningMean += delta / Double(index + 1)
    runningSquares += delta * (value - runningMean)
}
print(runningMean, (runningSquares / Double(heights.count) * 1e6).rounded() / 1e6)  // expect: 170.0 59.6
let geometric = exp(mean(heights.map { log($0) })), harmonic = 1 / mean(heights.map { 1 / $0 })
print(String(format: "%.3f %.3f", geometric, harmonic), harmonic < geometric, geometric < mean(heights))  // expect: 169.823 169.644 true true
