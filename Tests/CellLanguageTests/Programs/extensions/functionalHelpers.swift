// Higher-order helpers on arrays: scan, pairs, partition, grouping by runs, transposition, products, permutations.
extension Array {
    func scan<Result>(_ initial: Result, _ combine: (Result, Element) -> Result) -> [Result] {
        var result = [initial]
        for element in self { result.append(combine(result[result.count - 1], element)) }
        return result
    }

    var pairs: [(Element, Element)] {
        indices.flatMap { i in indices.dropFirst(i + 1).map { (self[i], self[$0]) } }
    }

    func partitioned(_ belongs: (Element) -> Bool) -> (in: [Element], out: [Element]) {
        var parts: (in: [Element], out: [Element]) = ([], [])
        for element in self {
            if belongs(element) { parts.in.append(element) } else { parts.out.append(element) }
        }
        return parts
    }

    func runs(while together: (Element, Element) -> Bool) -> [[Element]] {
        reduce(into: []) { runs, element in
            if let last = runs.last?.last, together(last, element) {
                runs[runs.count - 1].append(element)
            } else {
                runs.append([element])
            }
        }
    }

    func permutations() -> [[Element]] {
        guard count > 1 else { return [self] }
        return indices.flatMap { i -> [[Element]] in
            var rest = self
            let chosen = rest.remove(at: i)
            return rest.permutations().map { [chosen] + $0 }
        }
    }

    func combinations(_ k: Int) -> [[Element]] {
        if k == 0 { return [[]] }
        return indices.flatMap { i in Array(self[(i + 1)...]).combinations(k - 1).map { [self[i]] + $0 } }
    }

    func times<Other>(_ other: [Other]) -> [(Element, Other)] { flatMap { a in other.map { (a, $0) } } }

    subscript(wrapping i: Int) -> Element {
        get { self[((i % count) + count) % count] }
        set { self[((i % count) + count) % count] = newValue }
    }

    mutating func replaceAll(where matches: (Element) -> Bool, with make: (Int, Element) -> Element) -> Int {
        var changed = 0
        for (i, element) in enumerated() where matches(element) {
            self[i] = make(i, element)
            changed += 1
        }
        return changed
    }
}

extension Array where Element: Collection, Element.Index == Int {
    func transposed() -> [[Element.Element]] {
        guard let width = map(\.count).min() else { return [] }
        return (0..<width).map { c in map { $0[$0.startIndex + c] } }
    }
}

extension Array where Element: Equatable {
    func deduplicated() -> [Element] { runs { $0 == $1 }.map { $0[0] } }
    func isSubsequence(of other: [Element]) -> Bool {
        var rest = other[...]
        return allSatisfy { element in
            guard let i = rest.firstIndex(of: element) else { return false }
            rest = rest[(i + 1)...]
            return true
        }
    }
}

print([1, 2, 3, 4].scan(0, +), ["a", "b"].scan("") { $0 + $1 }, [Int]().scan(5, *))
// expect: [0, 1, 3, 6, 10] ["", "a", "ab"] [5]
print([1, 2, 3].pairs.map { $0 * $1 }, ["가", "나", "다"].pairs.map { "\($0)\($1)" })
// expect: [2, 3, 6] ["가나", "가다", "나다"]
let (even, odd) = [5, 2, 8, 1].partitioned { $0 % 2 == 0 }
print(even, odd, [1, 2].partitioned { $0 > 5 }.in.isEmpty)  // expect: [2, 8] [5, 1] true
print([1, 2, 3, 7, 8, 1].runs { $1 == $0 + 1 }, Array("aabccc").runs(while: ==).map { String($0) })
// expect: [[1, 2, 3], [7, 8], [1]] ["aa", "b", "ccc"]
print([1, 2, 3].permutations(), Array("abcd").permutations().count, [Int]().permutations())
// expect: [[1, 2, 3], [1, 3, 2], [2, 1, 3], [2, 3, 1], [3, 1, 2], [3, 2, 1]] 24 [[]]
print([1, 2, 3, 4].combinations(2), ["x"].combinations(2).isEmpty, Array(1...10).combinations(5).count)
// expect: [[1, 2], [1, 3], [1, 4], [2, 3], [2, 4], [3, 4]] true 252
print(["♠", "♥"].times([1, 2, 3]).map { "\($0.0)\($0.1)" })  // expect: ["♠1", "♠2", "♠3", "♥1", "♥2", "♥3"]
var ring = ["월", "화", "수"]
ring[wrapping: -1] = "일"
print(ring[wrapping: 4], ring, ring[wrapping: -4])  // expect: 화 ["월", "화", "일"] 일
print(ring.replaceAll(where: { $0 != "화" }) { "\($0)\($1)" }, ring)  // expect: 2 ["0월", "화", "2일"]
print([[1, 2, 3], [4, 5, 6]].transposed(), [[1, 2], [3]].transposed(), [1...2, 5...6].map(Array.init).transposed())
// expect: [[1, 4], [2, 5], [3, 6]] [[1, 3]] [[1, 5], [2, 6]]
print([1, 1, 2, 1, 1].deduplicated(), [1, 3].isSubsequence(of: [1, 2, 3]), [3, 1].isSubsequence(of: [1, 2, 3]))
// expect: [1, 2, 1] true false
