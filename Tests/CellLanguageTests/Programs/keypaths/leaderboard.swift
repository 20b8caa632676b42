// Key paths as functions given to helpers of our own: sorting by several keys, sums, group tables, extremes.
struct Game {
    let title: String
    let stats: Stats
    var players: [Player]
    var total: Int { players.map(\.points).reduce(0, +) }
}
struct Stats {
    var minutes: Int
    var isRanked: Bool
}
struct Player: Hashable {
    let name: String
    let points: Int
    var level: Int { points / 100 }
    var isPro: Bool { level >= 5 }
}

extension Sequence {
    func sorted<A: Comparable>(by key: (Element) -> A, descending: Bool = false) -> [Element] {
        sorted { descending ? key($1) < key($0) : key($0) < key($1) }
    }
    func sorted<A: Comparable, B: Comparable>(by a: (Element) -> A, then b: (Element) -> B) -> [Element] {
        sorted { (a($0), b($0)) < (a($1), b($1)) }
    }
    func sum(_ value: (Element) -> Int) -> Int { reduce(0) { $0 + value($1) } }
    func average(_ value: (Element) -> Int) -> Double? {
        let values = map(value)
        return values.isEmpty ? nil : Double(values.reduce(0, +)) / Double(values.count)
    }
    func highest<A: Comparable>(_ key: (Element) -> A) -> Element? { self.max { key($0) < key($1) } }
    func table<Key: Hashable, Value>(_ key: (Element) -> Key, _ value: (Element) -> Value) -> [Key: [Value]] {
        reduce(into: [:]) { $0[key($1), default: []].append(value($1)) }
    }
    func split(on test: (Element) -> Bool) -> (yes: [Element], no: [Element]) { (filter(test), filter { !test($0) }) }
}

func not<T>(_ test: @escaping (T) -> Bool) -> (T) -> Bool { { !test($0) } }
func both<T>(_ a: @escaping (T) -> Bool, _ b: @escaping (T) -> Bool) -> (T) -> Bool { { a($0) && b($0) } }

let games = [
    Game(title: "바둑", stats: Stats(minutes: 90, isRanked: true), players: [
        Player(name: "유진", points: 820), Player(name: "Max", points: 450),
    ]),
    Game(title: "将棋", stats: Stats(minutes: 60, isRanked: true), players: [
        Player(name: "花", points: 510), Player(name: "Max", points: 130), Player(name: "Ana", points: 510),
    ]),
    Game(title: "Tag", stats: Stats(minutes: 15, isRanked: false), players: []),
]
let players = games.flatMap(\.players)
print(games.map(\.total), games.map(\.stats.minutes), games.filter(\.stats.isRanked).map(\.title))
// expect: [1270, 1150, 0] [90, 60, 15] ["바둑", "将棋"]
print(players.sorted(by: \.points).map(\.name), players.sorted(by: \.name, descending: true).map(\.name))
// expect: ["Max", "Max", "花", "Ana", "유진"] ["유진", "花", "Max", "Max", "Ana"]
print(players.sorted(by: \.level, then: \.name).map { "\($0.name)\($0.level)" })
// expect: ["Max1", "Max4", "Ana5", "花5", "유진8"]
print(games.sum(\.total), games.sum(\.stats.minutes), players.average(\.points) ?? 0, games[2].players.average(\.points) == nil)
// expect: 2420 165 484.0 true
print(players.highest(\.points)!.name, games.highest(\.players.count)!.title, games.highest(\.title.count)!.title)
// expect: 유진 将棋 Tag
let table = players.table(\.name, \.points)
print(table.keys.sorted(), table["Max"] ?? [], players.table(\.isPro, \.name)[false] ?? [])
// expect: ["Ana", "Max", "花", "유진"] [450, 130] ["Max", "Max"]
let (pros, others) = players.split(on: \.isPro)
print(pros.count, others.map(\.name), players.filter(not(\.isPro)).count)  // expect: 3 ["Max", "Max"] 2
print(games.filter(both(\.stats.isRanked, not(\.players.isEmpty))).count, Set(players.map(\.name)).count)
// expect: 2 4
let name: (Player) -> String = \.name
let rate: (Game) -> Int = \.stats.minutes
print(name(players[2]), rate(games[0]), [players[0]].map(name))  // expect: 花 90 ["유진"]
print(games.first(where: \.players.isEmpty)?.title ?? "-", games.firstIndex(where: \.stats.isRanked) ?? -1)
// expect: Tag 0
print(games.prefix(while: \.stats.isRanked).count, games.drop(while: \.stats.isRanked).map(\.title))
// expect: 2 ["Tag"]
