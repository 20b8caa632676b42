// A walker learning the way across a small grid by Q-learning.
enum Move: Int, CaseIterable {
    case up, down, left, right
    var arrow: String { ["↑", "↓", "←", "→"][rawValue] }
    var delta: (y: Int, x: Int) {
        switch self {
        case .up: (-1, 0)
        case .down: (1, 0)
        case .left: (0, -1)
        case .right: (0, 1)
        }
    }
}
struct World {
    let grid = ["S...", ".#.X", "...G"].map { Array($0) }
    struct State: Hashable { var y = 0, x = 0 }
    func cell(_ state: State) -> Character { grid[state.y][state.x] }
    func step(_ state: State, _ move: Move) -> (next: State, reward: Double, done: Bool) {
        var next = state
        next.y += move.delta.y
        next.x += move.delta.x
        guard grid.indices.contains(next.y), grid[next.y].indices.contains(next.x), cell(next) != "#" else {
            return (state, -1, false)
        }
        switch cell(next) {
        case "G": return (next, 10, true)
        case "X": return (next, -10, true)
        default: return (next, -0.1, false)
        }
    }
}
struct Random {
    var state: UInt32
    mutating func unit() -> Double {
        state = state &* 1_664_525 &+ 1_013_904_223
        return Double(state >> 8) / Double(1 << 24)
    }
}
final class Learner {
    private var values: [World.State: [Double]] = [:]
    var random = Random(state: 99)
    let rate = 0.5, discount = 0.9
    func row(_ state: World.State) -> [Double] { values[state] ?? [0, 0, 0, 0] }
    func best(_ state: World.State) -> Move { Move.allCases.max { row(state)[$0.rawValue] < row(state)[$1.rawValue] }! }
    func choose(_ state: World.State, curiosity: Double) -> Move {
        random.unit() < curiosity ? Move(rawValue: Int(random.unit() * 4))! : best(state)
    }
    func learn(_ state: World.State, _ move: Move, _ outcome: (next: World.State, reward: Double, done: Bool)) {
        let future = outcome.done ? 0 : row(outcome.next).max()!
        var updated = row(state)
        updated[move.rawValue] += rate * (outcome.reward + discount * future - updated[move.rawValue])
        values[state] = updated
    }
    func episode(in world: World, curiosity: Double) -> Double {
        var state = World.State(), total = 0.0
        for _ in 0..<50 {
            let move = choose(state, curiosity: curiosity)
            let outcome = world.step(state, move)
            learn(state, move, outcome)
            total += outcome.reward
            state = outcome.next
            if outcome.done { break }
        }
        return total
    }
}
let world = World(), learner = Learner()
var rewards: [Double] = []
for episode in 0..<300 { rewards.append(learner.episode(in: world, curiosity: 0.5 / (1 + Double(episode) / 50))) }
let early = rewards.prefix(20).reduce(0, +) / 20, late = rewards.suffix(20).reduce(0, +) / 20
print(early < late, late > 5)  // expect: true true
var state = World.State(), path = ""
for _ in 0..<10 {
    let move = learner.best(state)
    path += move.arrow
    let outcome = world.step(state, move)
    state = outcome.next
    if outcome.done { break }
}
print(path.count, world.cell(state), path.hasSuffix("→"))  // expect: 5 G true
for y in world.grid.indices {
    print(world.grid[y].indices.map { x in
        let here = World.State(y: y, x: x)
        switch world.cell(here) {
        case "#": return "#"
        case "G", "X": return String(world.cell(here))
        default: return learner.row(here).max()! > 0 ? "+" : "?"
        }
    }.joined())
}  // expect: ++++
// expect: +#+X
// expect: +++G
let fromStart = learner.row(World.State()).max()!
print(String(format: "%.2f", fromStart), fromStart < 10)  // expect: 6.22 true
