// Extensions of library protocols: every sequence and collection learns statistics, grouping and windows.
extension Sequence where Element: AdditiveArithmetic {
    func sum() -> Element { reduce(.zero) { $0 + $1 } }

    func runningSums() -> [Element] {
        var total = Element.zero
        var result: [Element] = []
        for element in self {
            total += element
            result.append(total)
        }
        return result
    }
}

extension Sequence where Element: Hashable {
    func counted() -> [Element: Int] {
        reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }

    func unique() -> [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}

extension Sequence {
    func count(where matches: (Element) -> Bool, upTo limit: Int) -> Int {
        var count = 0
        for element in self where matches(element) {
            count += 1
            if count == limit { break }
        }
        return count
    }

    func grouped<Key: Hashable>(by key: (Element) -> Key) -> [Key: [Element]] {
        Dictionary(grouping: self, by: key)
    }

    func minAndMax<Score: Comparable>(by score: (Element) -> Score) -> (min: Element, max: Element)? {
        var iterator = makeIterator()
        guard let first = iterator.next() else { return nil }
        var result = (min: first, max: first)
        while let element = iterator.next() {
            if score(element) < score(result.min) { result.min = element }
            if score(element) > score(result.max) { result.max = element }
        }
        return result
    }
}

extension Collection {
    func windows(of size: Int) -> [[Element]] {
        guard count >= size else { return [] }
        return (0...(count - size)).map { Array(dropFirst($0).prefix(size)) }
    }

    subscript(safe index: Index) -> Element? { indices.contains(index) ? self[index] : nil }

    var second: Element? { dropFirst().first }
}

extension Collection where Element == Double {
    var mean: Double { isEmpty ? .nan : reduce(0, +) / Double(count) }
}

extension Collection where Element: Collection {
    var totalCount: Int { reduce(0) { $0 + $1.count } }
}

extension MutableCollection {
    mutating func modifyEach(_ change: (inout Element) -> Void) {
        for index in indices { change(&self[index]) }
    }
}

print([1, 2, 3].sum(), (1...4).sum(), [0.5, 0.25].sum(), Set([10, 20]).sum())  // expect: 6 10 0.75 30
print([1, 2, 3].runningSums(), stride(from: 0.5, to: 2, by: 0.5).runningSums())  // expect: [1, 3, 6] [0.5, 1.5, 3.0]
print("mississippi".counted()["s"] ?? 0, [1, 1, 2].counted()[1]!, "mississippi".unique())
// expect: 4 2 ["m", "i", "s", "p"]
print((1...100).count(where: { $0 % 7 == 0 }, upTo: 5), [1, 2].count(where: { $0 > 5 }, upTo: 1))  // expect: 5 0
let groups = ["사과", "바나나", "감", "포도"].grouped(by: \.count)
print(groups.keys.sorted(), groups[2] ?? [])  // expect: [1, 2, 3] ["사과", "포도"]
if let range = ["ccc", "a", "dddd"].minAndMax(by: { $0.count }) { print(range.min, range.max) }  // expect: a dddd
print([Int]().minAndMax { $0 } == nil)  // expect: true
print([1, 2, 3, 4].windows(of: 3), "abc".windows(of: 2).map { String($0) }, [1].windows(of: 2).isEmpty)
// expect: [[1, 2, 3], [2, 3, 4]] ["ab", "bc"] true
print([5, 6][safe: 1] ?? -1, [5, 6][safe: 2] ?? -1, (3..<9).second!, "가나"[safe: "가나".startIndex] ?? "-")
// expect: 6 -1 4 가
print([1.0, 2, 6].mean, ArraySlice([4.0, 8]).mean, [Double]().mean.isNaN)  // expect: 3.0 6.0 true
print([[1, 2], [3], []].totalCount, ["ab", "c"].totalCount)  // expect: 3 3
var values = [1, 2, 3]
values.modifyEach { $0 *= $0 }
values[1...].modifyEach { $0 += 100 }
print(values)  // expect: [1, 104, 109]
