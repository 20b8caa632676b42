// Graphs as dictionaries: breadth-first and depth-first search, shortest paths, topological order.
let roads: [String: [String: Int]] = [
    "서울": ["대전": 140, "강릉": 170], "대전": ["서울": 140, "대구": 120, "광주": 140],
    "강릉": ["서울": 170, "대구": 210], "대구": ["대전": 120, "부산": 90, "강릉": 210],
    "광주": ["대전": 140, "부산": 200], "부산": ["대구": 90, "광주": 200],
]
func steps(from start: String, to goal: String) -> [String]? {
    var queue = [[start]], seen: Set = [start]
    while !queue.isEmpty {
        let path = queue.removeFirst(), place = path[path.count - 1]
        if place == goal { return path }
        for next in roads[place]!.keys.sorted() where seen.insert(next).inserted { queue.append(path + [next]) }
    }
    return nil
}
print(steps(from: "서울", to: "부산")?.joined(separator: "→") ?? "길 없음")  // expect: 서울→강릉→대구→부산
func distances(from start: String) -> [String: Int] {
    var best = [start: 0], open: Set = [start]
    while let place = open.min(by: { (best[$0]!, $0) < (best[$1]!, $1) }) {
        open.remove(place)
        for (next, length) in roads[place] ?? [:] where best[place]! + length < best[next, default: .max] {
            best[next] = best[place]! + length
            open.insert(next)
        }
    }
    return best
}
for (place, length) in distances(from: "서울").sorted(by: { $0.value < $1.value }) { print(place, length) }  // expect: 서울 0
// expect: 대전 140
// expect: 강릉 170
// expect: 대구 260
// expect: 광주 280
// expect: 부산 350
let needs = ["책상": ["나무", "못"], "나무": [], "못": ["쇠"], "쇠": [], "의자": ["나무"]]
func order() -> [String] {
    var done: [String] = []
    func visit(_ item: String) {
        guard !done.contains(item) else { return }
        for need in needs[item, default: []] { visit(need) }
        done.append(item)
    }
    needs.keys.sorted().forEach(visit)
    return done
}
print(order())  // expect: ["나무", "쇠", "못", "의자", "책상"]
var visited: [String] = []
func walk(_ place: String) {
    if visited.contains(place) { return }
    visited.append(place)
    roads[place]?.keys.sorted().forEach { walk($0) }
}
walk("강릉")
print(visited)  // expect: ["강릉", "대구", "대전", "광주", "부산", "서울"]
let edges = roads.flatMap { from, nexts in nexts.map { (from: from, to: $0.key, length: $0.value) } }
let tree = edges.filter { $0.from < $0.to }.sorted { ($0.length, $0.from) < ($1.length, $1.from) }
var group = Dictionary(uniqueKeysWithValues: roads.keys.map { ($0, $0) }), total = 0
for edge in tree where group[edge.from]! != group[edge.to]! {
    let (old, new) = (group[edge.to]!, group[edge.from]!)
    for (place, name) in group where name == old { group[place] = new }
    total += edge.length
}
print(edges.count, tree.count, total, Set(group.values).count)  // expect: 14 7 660 1
