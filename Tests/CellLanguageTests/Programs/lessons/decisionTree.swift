// A decision tree grown by information gain: does the child play outside?
typealias Row = [String: String]
let columns = ["요일", "날씨", "숙제", "동생"]
let table = """
    평일 맑음 있음 없음 집
    평일 맑음 있음 있음 집
    평일 맑음 없음 없음 밖
    주말 맑음 있음 있음 밖
    주말 맑음 있음 없음 밖
    주말 맑음 없음 없음 밖
    평일 비 없음 있음 집
    주말 비 있음 없음 집
    주말 비 없음 있음 집
    평일 눈 있음 있음 밖
    주말 눈 없음 없음 밖
    평일 눈 없음 있음 밖
    평일 맑음 없음 있음 밖
    """
let rows: [(features: Row, label: String)] = table.split(separator: "\n").map { line in
    let cells = line.split(separator: " ").map(String.init)
    return (Dictionary(uniqueKeysWithValues: zip(columns, cells)), cells[columns.count])
}
func entropy(_ labels: [String]) -> Double {
    let counts = labels.reduce(into: [:]) { $0[$1, default: 0.0] += 1 }
    return -counts.values.map { $0 / Double(labels.count) }.map { $0 * log2($0) }.reduce(0, +)
}
print(rows.count, String(format: "%.4f", entropy(rows.map(\.label))))  // expect: 13 0.9612
indirect enum Tree {
    case leaf(String)
    case split(column: String, branches: [String: Tree], fallback: String)
}
func majority(_ labels: [String]) -> String {
    Dictionary(grouping: labels) { $0 }.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }!.key
}
func gain(_ rows: [(features: Row, label: String)], _ column: String) -> Double {
    let groups = Dictionary(grouping: rows) { $0.features[column]! }
    let after = groups.values.map { Double($0.count) / Double(rows.count) * entropy($0.map(\.label)) }.reduce(0, +)
    return entropy(rows.map(\.label)) - after
}
func grow(_ rows: [(features: Row, label: String)], _ columns: [String]) -> Tree {
    let labels = rows.map(\.label)
    guard Set(labels).count > 1, let best = columns.max(by: { gain(rows, $0) < gain(rows, $1) }) else {
        return .leaf(majority(labels))
    }
    let groups = Dictionary(grouping: rows) { $0.features[best]! }
    return .split(
        column: best, branches: groups.mapValues { grow($0, columns.filter { $0 != best }) }, fallback: majority(labels))
}
for column in columns { print(column, String(format: "%.3f", gain(rows, column))) }  // expect: 요일 0.007
// expect: 날씨 0.496
// expect: 숙제 0.035
// expect: 동생 0.007
let tree = grow(rows, columns)
func lines(_ tree: Tree, indent: String = "") -> [String] {
    switch tree {
    case .leaf(let label): return [indent + "→ " + label]
    case .split(let column, let branches, _):
        return branches.sorted { $0.key < $1.key }.flatMap { value, branch in
            if case .leaf(let label) = branch { return [indent + "\(column)=\(value) → \(label)"] }
            return [indent + "\(column)=\(value)"] + lines(branch, indent: indent + "··")
        }
    }
}
for line in lines(tree) { print(line) }  // expect: 날씨=눈 → 밖
// expect: 날씨=맑음
// expect: ··요일=주말 → 밖
// expect: ··요일=평일
// expect: ····숙제=없음 → 밖
// expect: ····숙제=있음 → 집
// expect: 날씨=비 → 집
func classify(_ row: Row, _ tree: Tree) -> String {
    switch tree {
    case .leaf(let label): label
    case .split(let column, let branches, let fallback):
        if let value = row[column], let branch = branches[value] { classify(row, branch) } else { fallback }
    }
}
func depth(_ tree: Tree) -> Int {
    guard case .split(_, let branches, _) = tree else { return 0 }
    return 1 + (branches.values.map(depth).max() ?? 0)
}
print(rows.allSatisfy { classify($0.features, tree) == $0.label }, depth(tree))  // expect: true 3
print(classify(["날씨": "맑음", "숙제": "없음"], tree), classify(["날씨": "안개"], tree), classify(["날씨": "비", "동생": "있음"], tree))  // expect: 밖 밖 집
