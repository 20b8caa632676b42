// Distances between words, the edits that make them, and a spelling corrector built on them.
enum Edit { case keep(Character), insert(Character), delete(Character), replace(Character, with: Character) }
func table(_ a: [Character], _ b: [Character]) -> [[Int]] {
    var cost = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in 0...a.count { cost[i][0] = i }
    for j in 0...b.count { cost[0][j] = j }
    for i in a.indices {
        for j in b.indices {
            let change = cost[i][j] + (a[i] == b[j] ? 0 : 1)
            cost[i + 1][j + 1] = min(change, cost[i][j + 1] + 1, cost[i + 1][j] + 1)
        }
    }
    return cost
}
func distance(_ a: String, _ b: String) -> Int { table(Array(a), Array(b))[a.count][b.count] }
func edits(_ from: String, _ to: String) -> [Edit] {
    let a = Array(from), b = Array(to), cost = table(a, b)
    var i = a.count, j = b.count, path: [Edit] = []
    while i > 0 || j > 0 {
        if i > 0, j > 0, a[i - 1] == b[j - 1], cost[i][j] == cost[i - 1][j - 1] {
            path.append(.keep(a[i - 1]))
            (i, j) = (i - 1, j - 1)
        } else if i > 0, j > 0, cost[i][j] == cost[i - 1][j - 1] + 1 {
            path.append(.replace(a[i - 1], with: b[j - 1]))
            (i, j) = (i - 1, j - 1)
        } else if i > 0, cost[i][j] == cost[i - 1][j] + 1 {
            path.append(.delete(a[i - 1]))
            i -= 1
        } else {
            path.append(.insert(b[j - 1]))
            j -= 1
        }
    }
    return path.reversed()
}
func text(_ edit: Edit) -> String {
    switch edit {
    case .keep(let c): "\(c)"
    case .insert(let c): "+\(c)"
    case .delete(let c): "-\(c)"
    case let .replace(old, new): "\(old)/\(new)"
    }
}
for row in table(Array("나비"), Array("나방이")) { print(row) }  // expect: [0, 1, 2, 3]
// expect: [1, 0, 1, 2]
// expect: [2, 1, 1, 2]
print(distance("기계학습", "기계 학습"), distance("모델", "모텔"), distance("", "가나다"), distance("같다", "같다"))  // expect: 1 1 3 0
print(edits("정규화", "정상화").map(text), edits("표준", "표준편차").map(text), edits("가중치", "중지").map(text))  // expect: ["정", "규/상", "화"] ["표", "준", "+편", "+차"] ["-가", "중", "치/지"]
func rebuilt(_ edits: [Edit]) -> String {
    String(edits.compactMap { edit -> Character? in
        switch edit {
        case .keep(let c), .insert(let c), .replace(_, with: let c): c
        case .delete: nil
        }
    })
}
print([("과적합", "과소적합"), ("경사", "하강"), ("gradient", "gradual")].map { rebuilt(edits($0, $1)) == $1 })  // expect: [true, true, true]
let dictionary = ["학습", "학생", "데이터", "데이트", "모델", "모듈", "정확도"]
func correct(_ word: String, limit: Int = 2) -> [String] {
    let near = dictionary.map { (word: $0, distance: distance(word, $0)) }.filter { $0.distance <= limit }
    let best = near.map(\.distance).min()
    return near.filter { $0.distance == best }.map(\.word).sorted()
}
for word in ["학슴", "데이타", "모델", "정확또", "컴퓨터"] { print(word, correct(word)) }  // expect: 학슴 ["학생", "학습"]
// expect: 데이타 ["데이터", "데이트"]
// expect: 모델 ["모델"]
// expect: 정확또 ["정확도"]
// expect: 컴퓨터 ["데이터"]
func common(_ a: String, _ b: String) -> String {
    String(edits(a, b).compactMap { if case .keep(let c) = $0 { c } else { nil } })
}
print(common("인공지능", "인지공학"), common("abcde", "ace"))  // expect: 인 ace
