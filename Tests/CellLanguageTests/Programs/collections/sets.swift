// Sets: membership, algebra, comparison, insertion and removal.
var evens: Set = [2, 4, 6, 8]
let squares: Set<Int> = [1, 4, 9, 16]
print(evens.contains(4), evens.contains(5), evens.count, evens.isEmpty)  // expect: true false 4 false
print(evens.union(squares).sorted(), evens.intersection(squares).sorted())  // expect: [1, 2, 4, 6, 8, 9, 16] [4]
print(evens.subtracting(squares).sorted(), evens.symmetricDifference(squares).sorted())  // expect: [2, 6, 8] [1, 2, 6, 8, 9, 16]
print(evens.isSubset(of: [1, 2, 4, 6, 8]), evens.isSuperset(of: [2, 8]), evens.isDisjoint(with: [1, 3]))  // expect: true true true
print(evens.isStrictSubset(of: evens), evens.isSubset(of: evens), evens.isStrictSuperset(of: [2]))  // expect: false true true
let (inserted, member) = evens.insert(10)
print(inserted, member, evens.insert(2).inserted, evens.count)  // expect: true 10 false 5
print(evens.remove(10) ?? -1, evens.remove(99) ?? -1, evens.sorted())  // expect: 10 -1 [2, 4, 6, 8]
evens.formUnion([100, 2])
evens.subtract([4, 6])
print(evens.sorted())  // expect: [2, 8, 100]
evens.formIntersection([2, 100, 7])
print(evens.sorted(), evens == [100, 2], evens != [2])  // expect: [2, 100] true true
evens.removeAll()
print(evens, evens.first == nil)  // expect: [] true
let words = ["가", "나", "가", "다", "나"]
let unique = Set(words)
print(unique.count, unique.sorted(), unique.map { $0 + "!" }.sorted(), unique.filter { $0 != "가" }.sorted())  // expect: 3 ["가", "나", "다"] ["가!", "나!", "다!"] ["나", "다"]
var seen = Set<String>()
print(words.filter { seen.insert($0).inserted }, words.filter { !seen.insert($0).inserted }.count)  // expect: ["가", "나", "다"] 5
let jaccard = { (a: Set<Character>, b: Set<Character>) in Double(a.intersection(b).count) / Double(a.union(b).count) }
print(jaccard(Set("night"), Set("nacht")), jaccard(Set("한국어"), Set("한국인")))  // expect: 0.42857142857142855 0.5
print(Set([[1, 2], [2, 1], [1, 2]]).count, Set("hello").count, Set(1...5).sorted(by: >), Set([1.5, 1.5]).count)  // expect: 2 4 [5, 4, 3, 2, 1] 1
let friends: [String: Set<String>] = ["a": ["b", "c"], "b": ["a", "d"], "c": ["a"], "d": []]
func reachable(from start: String) -> Set<String> {
    var found: Set<String> = [start], waiting = [start]
    while let person = waiting.popLast() {
        for friend in friends[person, default: []] where found.insert(friend).inserted { waiting.append(friend) }
    }
    return found
}
print(reachable(from: "a").sorted(), reachable(from: "d").sorted())  // expect: ["a", "b", "c", "d"] ["d"]
print(friends.values.reduce(into: Set<String>()) { $0.formUnion($1) }.sorted(), [1, 2, 3].allSatisfy(Set([1, 2, 3, 4]).contains))  // expect: ["a", "b", "c", "d"] true
struct Cell: Hashable { var x: Int, y: Int }
var visited: Set<Cell> = [Cell(x: 0, y: 0)]
visited.insert(Cell(x: 1, y: 0))
visited.insert(Cell(x: 0, y: 0))
print(visited.count, visited.contains(Cell(x: 1, y: 0)), visited.contains(Cell(x: 0, y: 1)))  // expect: 2 true false
