// A graph of stations: breadth-first and depth-first search, shortest path by cost, connected parts.
class Station {
    let name: String
    private(set) var lines: [(to: Station, minutes: Int)] = []

    init(_ name: String) { self.name = name }

    func connect(to other: Station, minutes: Int = 1) {
        lines.append((other, minutes))
        other.lines.append((to: self, minutes: minutes))
    }
}

class Network {
    private var stations: [String: Station] = [:]

    func station(_ name: String) -> Station {
        if let known = stations[name] { return known }
        let new = Station(name)
        stations[name] = new
        return new
    }

    func link(_ a: String, _ b: String, _ minutes: Int) {
        station(a).connect(to: station(b), minutes: minutes)
    }

    func breadthFirst(from start: String) -> [String] {
        var seen: Set<String> = [start]
        var queue = [station(start)]
        var order: [String] = []
        while !queue.isEmpty {
            let current = queue.removeFirst()
            order.append(current.name)
            for (next, _) in current.lines where seen.insert(next.name).inserted { queue.append(next) }
        }
        return order
    }

    func depthFirst(from start: String) -> [String] {
        var seen: Set<String> = []
        func visit(_ station: Station) {
            guard !seen.contains(station.name) else { return }
            seen.insert(station.name)
            order.append(station.name)
            station.lines.map { $0.to }.sorted { $0.name < $1.name }.forEach(visit)
        }
        var order: [String] = []
        visit(station(start))
        return order
    }

    func fastest(from start: String, to goal: String) -> (minutes: Int, path: [String])? {
        var best = [start: 0]
        var previous: [String: String] = [:]
        var open = [station(start)]
        while let current = open.min(by: { best[$0.name]! < best[$1.name]! }) {
            if current.name == goal { break }
            open.removeAll { $0 === current }
            for line in current.lines {
                let minutes = best[current.name]! + line.minutes
                if minutes < best[line.to.name] ?? .max {
                    best[line.to.name] = minutes
                    previous[line.to.name] = current.name
                    open.append(line.to)
                }
            }
        }
        guard let minutes = best[goal] else { return nil }
        var path = [goal]
        while let step = previous[path[0]] { path.insert(step, at: 0) }
        return (minutes, path)
    }

    var parts: Int {
        var left = Set(stations.keys)
        var count = 0
        while let name = left.first {
            left.subtract(breadthFirst(from: name))
            count += 1
        }
        return count
    }
}

let seoul = Network()
seoul.link("시청", "종로", 2)
seoul.link("시청", "서울역", 3)
seoul.link("종로", "동대문", 4)
seoul.link("서울역", "용산", 5)
seoul.link("용산", "강남", 20)
seoul.link("동대문", "강남", 14)
seoul.link("용산", "동대문", 6)
seoul.link("梅田", "難波", 8)

print(seoul.breadthFirst(from: "시청"))  // expect: ["시청", "종로", "서울역", "동대문", "용산", "강남"]
print(seoul.depthFirst(from: "시청"))  // expect: ["시청", "서울역", "용산", "강남", "동대문", "종로"]
if let route = seoul.fastest(from: "서울역", to: "강남") { print(route.minutes, route.path) }
// expect: 23 ["서울역", "시청", "종로", "동대문", "강남"]
print(seoul.fastest(from: "시청", to: "難波") == nil, seoul.fastest(from: "시청", to: "시청")!.path)  // expect: true ["시청"]
print(seoul.parts, seoul.station("동대문").lines.count)  // expect: 2 3
seoul.link("서울역", "難波", 600)
print(seoul.parts, seoul.fastest(from: "강남", to: "梅田")!)
// expect: 1 (minutes: 631, path: ["강남", "동대문", "종로", "시청", "서울역", "難波", "梅田"])
