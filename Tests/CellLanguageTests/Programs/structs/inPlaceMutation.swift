// Structs inside arrays, dictionaries, optionals and other structs are changed where they lie.
struct Stats {
    var wins = 0
    var scores: [Int] = []

    mutating func add(_ score: Int) {
        scores.append(score)
        if score >= 10 { wins += 1 }
    }
}
struct Player {
    var name: String
    var stats = Stats()
    var rival: String?
}
struct Team {
    var players: [Player]
    var captain: Player?
    var table: [String: Stats] = [:]
}

var team = Team(players: [Player(name: "현우"), Player(name: "아오이")])
team.players[0].stats.add(12)
team.players[0].stats.add(3)
team.players[1].stats.scores.append(8)
team.players[1].name += "さん"
print(team.players[0].stats, team.players[1].stats.scores, team.players[1].name)
// expect: Stats(wins: 1, scores: [12, 3]) [8] 아오이さん

for i in team.players.indices { team.players[i].stats.wins *= 5 }
print(team.players.map { $0.stats.wins })  // expect: [5, 0]

team.captain?.stats.add(99)
print(team.captain == nil)  // expect: true
team.captain = team.players[0]
team.captain?.stats.add(50)
team.captain?.rival = "Kim"
team.captain!.name = "주장"
print(team.captain!.stats.scores, team.players[0].stats.scores, team.players[0].rival ?? "none")
// expect: [12, 3, 50] [12, 3] none

team.table["a", default: Stats()].add(11)
team.table["a", default: Stats()].add(4)
team.table["b"] = Stats(wins: 2)
team.table["b"]?.wins += 1
team.table["c"]?.wins += 1
for key in team.table.keys.sorted() { print(key, team.table[key]!) }
// expect: a Stats(wins: 1, scores: [11, 4])
// expect: b Stats(wins: 3, scores: [])

func train(_ player: inout Player, times: Int) {
    for t in 0..<times { player.stats.add(9 + t) }
}
train(&team.players[1], times: 3)
print(team.players[1].stats)  // expect: Stats(wins: 2, scores: [8, 9, 10, 11])

team.players.swapAt(0, 1)
team.players.append(team.players[0])
team.players[2].name = "double"
print(team.players.map { $0.name })  // expect: ["아오이さん", "현우", "double"]

var grid = [[Stats]](repeating: [Stats(), Stats()], count: 2)
grid[1][0].add(10)
grid[1][0].scores[0] -= 1
print(grid[0][0].wins, grid[1][0].wins, grid[1][0].scores)  // expect: 0 1 [9]

var pair = (left: Stats(), right: Stats())
pair.left.add(1)
pair.1.wins = 6
print(pair.left.scores, pair.right.wins)  // expect: [1] 6

let old = team
team.players.removeAll { $0.stats.wins == 1 }
team.players[0].stats = Stats()
print(old.players.count, team.players.count, old.players[1].stats.wins, team.players[0].stats.wins)  // expect: 3 3 5 0
