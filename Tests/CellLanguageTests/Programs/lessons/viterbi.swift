// The likeliest weather behind a diary of ice cream and tea, found by Viterbi's algorithm and by trying all.
let states = ["맑음", "흐림", "비"]
let start = ["맑음": 0.5, "흐림": 0.3, "비": 0.2]
let moves: [String: [String: Double]] = [
    "맑음": ["맑음": 0.6, "흐림": 0.3, "비": 0.1], "흐림": ["맑음": 0.3, "흐림": 0.4, "비": 0.3], "비": ["맑음": 0.2, "흐림": 0.4, "비": 0.4],
]
let signs: [String: [String: Double]] = [
    "맑음": ["빙수": 0.7, "차": 0.1, "빵": 0.2], "흐림": ["빙수": 0.3, "차": 0.3, "빵": 0.4], "비": ["빙수": 0.1, "차": 0.6, "빵": 0.3],
]
func viterbi(_ diary: [String]) -> (path: [String], probability: Double) {
    guard let first = diary.first else { return ([], 1) }
    var best = states.map { (path: [$0], probability: start[$0]! * signs[$0]![first]!) }
    for sign in diary.dropFirst() {
        best = states.map { state in
            let (path, probability) = best.map { ($0.path, $0.probability * moves[$0.path.last!]![state]!) }.max { $0.1 < $1.1 }!
            return (path + [state], probability * signs[state]![sign]!)
        }
    }
    return best.max { $0.probability < $1.probability }!
}
func allPaths(_ length: Int) -> [[String]] {
    length == 0 ? [[]] : allPaths(length - 1).flatMap { path in states.map { path + [$0] } }
}
func probability(_ path: [String], _ diary: [String]) -> Double {
    var p = 1.0
    for (i, (state, sign)) in zip(path, diary).enumerated() {
        p *= (i == 0 ? start[state]! : moves[path[i - 1]]![state]!) * signs[state]![sign]!
    }
    return p
}
let diaries = [["빙수", "빙수", "차"], ["차", "차", "빵", "빙수"], ["빵"]]
for diary in diaries {
    let (path, p) = viterbi(diary)
    let tried = allPaths(diary.count).max { probability($0, diary) < probability($1, diary) }!
    print(diary.joined(separator: "·"), path.joined(separator: "→"), String(format: "%.6f", p), tried == path)
}  // expect: 빙수·빙수·차 맑음→맑음→흐림 0.013230 true
// expect: 차·차·빵·빙수 비→비→흐림→맑음 0.000968 true
// expect: 빵 흐림 0.120000 true
func forward(_ diary: [String]) -> [Double] {
    var alpha = states.map { start[$0]! * signs[$0]![diary[0]]! }
    for sign in diary.dropFirst() {
        alpha = states.map { state in
            zip(states, alpha).map { $1 * moves[$0]![state]! }.reduce(0, +) * signs[state]![sign]!
        }
    }
    return alpha
}
for diary in diaries {
    let alpha = forward(diary), total = alpha.reduce(0, +)
    let summed = allPaths(diary.count).map { probability($0, diary) }.reduce(0, +)
    print(String(format: "%.6f", total), abs(total - summed) < 1e-12, zip(states, alpha).map { "\($0) \(String(format: "%.2f", $1 / total))" })
}  // expect: 0.052838 true ["맑음 0.22", "흐림 0.40", "비 0.38"]
// expect: 0.009859 true ["맑음 0.61", "흐림 0.31", "비 0.08"]
// expect: 0.280000 true ["맑음 0.36", "흐림 0.43", "비 0.21"]
print(moves.values.allSatisfy { abs($0.values.reduce(0, +) - 1) < 1e-12 }, allPaths(3).count, viterbi([]).probability)  // expect: true 27 1.0
