// Counting values into bins and drawing them as text, upright and lying, with quartiles and outliers.
let heights = [158.2, 161.0, 163.5, 164.1, 165.8, 166.0, 167.3, 168.9, 169.4, 170.0, 170.2, 171.5, 172.8, 174.6, 177.1, 181.9, 199.0]
struct Histogram {
    let low: Double, width: Double
    private(set) var counts: [Int]
    private(set) var outside = 0
    init(_ values: [Double], from low: Double, to high: Double, bins: Int) {
        self.low = low
        width = (high - low) / Double(bins)
        counts = [Int](repeating: 0, count: bins)
        for value in values {
            let bin = Int(((value - low) / width).rounded(.down))
            if counts.indices.contains(bin) { counts[bin] += 1 } else { outside += 1 }
        }
    }
    func label(_ bin: Int) -> String {
        let start = low + Double(bin) * width
        return String(format: "%3.0f~%3.0f", start, start + width)
    }
    var lying: [String] { counts.indices.map { "\(label($0)) |\(String(repeating: "■", count: counts[$0])) \(counts[$0])" } }
    var upright: [String] {
        let tallest = counts.max() ?? 0
        return stride(from: tallest, to: 0, by: -1).map { level in counts.map { $0 >= level ? "█" : "." }.joined() }
    }
    var mode: Int? { counts.max().flatMap { best in counts.firstIndex(of: best) } }
}
let histogram = Histogram(heights, from: 155, to: 185, bins: 6)
for line in histogram.lying { print(line) }  // expect: 155~160 |■ 1
// expect: 160~165 |■■■ 3
// expect: 165~170 |■■■■■ 5
// expect: 170~175 |■■■■■ 5
// expect: 175~180 |■ 1
// expect: 180~185 |■ 1
for line in histogram.upright { print(line) }  // expect: ..██..
// expect: ..██..
// expect: .███..
// expect: .███..
// expect: ██████
print(histogram.mode.map(histogram.label) ?? "-", histogram.outside, histogram.counts.reduce(histogram.outside, +) == heights.count)  // expect: 165~170 1 true
let finer = Histogram(heights, from: 155, to: 205, bins: 10)
print(finer.counts, finer.outside, finer.width)  // expect: [1, 3, 5, 5, 1, 1, 0, 0, 1, 0] 0 5.0
func quantile(_ q: Double) -> Double {
    let sorted = heights.sorted()
    let place = q * Double(sorted.count - 1), below = Int(place)
    return below + 1 < sorted.count ? sorted[below] + (place - Double(below)) * (sorted[below + 1] - sorted[below]) : sorted[below]
}
let (q1, q2, q3) = (quantile(0.25), quantile(0.5), quantile(0.75))
let fence = 1.5 * (q3 - q1)
print(q1, q2, q3, heights.filter { $0 < q1 - fence || $0 > q3 + fence })  // expect: 165.8 169.4 172.8 [199.0]
func boxPlot(_ width: Int) -> String {
    let (low, high) = (heights.min()!, heights.max()!)
    func place(_ value: Double) -> Int { Int(((value - low) / (high - low) * Double(width - 1)).rounded()) }
    var marks = [Character](repeating: "-", count: width)
    for i in place(q1)...place(q3) { marks[i] = "=" }
    for (value, mark) in [(low, "|"), (high, "|"), (q2, "M")] as [(Double, Character)] { marks[place(value)] = mark }
    return String(marks)
}
print(boxPlot(41))  // expect: |------====M===-------------------------|
let letters = Dictionary("기계 학습과 기계 번역과 학습 자료".split(separator: " ").map { ($0, 1) }, uniquingKeysWith: +)
for (word, count) in letters.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) { print(word, String(repeating: "*", count: count)) }  // expect: 기계 **
// expect: 번역과 *
// expect: 자료 *
// expect: 학습 *
// expect: 학습과 *
