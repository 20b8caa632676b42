// Extensions of tuples' stand-ins and of nested arrays: grids of text, flood fill, paths, rotation, drawing.
struct Position: Hashable {
    var row, column: Int
}
extension Position {
    static let zero = Position(row: 0, column: 0)
    enum Step: CaseIterable { case up, right, down, left }
    func moved(_ step: Step, by n: Int = 1) -> Position {
        switch step {
        case .up: Position(row: row - n, column: column)
        case .down: Position(row: row + n, column: column)
        case .left: Position(row: row, column: column - n)
        case .right: Position(row: row, column: column + n)
        }
    }
    var neighbours: [Position] { Step.allCases.map { moved($0) } }
    func distance(to other: Position) -> Int { abs(row - other.row) + abs(column - other.column) }
}
extension Position.Step {
    var clockwise: Position.Step { Self.allCases[(Self.allCases.firstIndex(of: self)! + 1) % 4] }
    init?(_ arrow: Character) {
        switch arrow {
        case "^": self = .up
        case ">": self = .right
        case "v": self = .down
        case "<": self = .left
        default: return nil
        }
    }
}

typealias Grid = [[Character]]
extension Array where Element == [Character] {
    init(_ picture: String) { self = picture.split(separator: "\n").map { Array<Character>($0) } }

    subscript(p: Position) -> Character? {
        get { indices.contains(p.row) && self[p.row].indices.contains(p.column) ? self[p.row][p.column] : nil }
        set {
            guard let newValue, self[p] != nil else { return }
            self[p.row][p.column] = newValue
        }
    }

    var positions: [Position] {
        indices.flatMap { r in self[r].indices.map { Position(row: r, column: $0) } }
    }
    func first(_ c: Character) -> Position? { positions.first { self[$0] == c } }
    var text: [String] { map { String($0) } }
    var rotated: Grid { isEmpty ? [] : self[0].indices.map { c in reversed().map { $0[c] } } }

    mutating func fill(from start: Position, with c: Character) -> Int {
        guard let old = self[start], old != c else { return 0 }
        self[start] = c
        return start.neighbours.filter { self[$0] == old }.reduce(1) { $0 + fill(from: $1, with: c) }
    }

    func shortestPath(from start: Position, to goal: Position) -> [Position]? {
        var cameFrom: [Position: Position] = [:]
        var frontier = [start]
        var seen: Set = [start]
        while !frontier.isEmpty, !seen.contains(goal) {
            var next: [Position] = []
            for position in frontier {
                for n in position.neighbours where self[n] != nil && self[n] != "#" && seen.insert(n).inserted {
                    cameFrom[n] = position
                    next.append(n)
                }
            }
            frontier = next
        }
        guard seen.contains(goal) else { return nil }
        var path = [goal]
        while let previous = cameFrom[path.last!] { path.append(previous) }
        return path.reversed()
    }
}

var maze = Grid("S.#.\n..#.\n.#..\n...G")
let (start, goal) = (maze.first("S")!, maze.first("G")!)
print(start, goal, start.distance(to: goal), maze[Position(row: 9, column: 0)] == nil)
// expect: Position(row: 0, column: 0) Position(row: 3, column: 3) 6 true
if let path = maze.shortestPath(from: start, to: goal) {
    print(path.count)
    for p in path.dropFirst().dropLast() { maze[p] = "*" }
}
// expect: 7
for line in maze.text { print(line) }
// expect: S.#.
// expect: *.#.
// expect: *#..
// expect: ***G
print(maze.rotated.text, maze.rotated.rotated.rotated.rotated == maze)  // expect: ["***S", "*#..", "*.##", "G..."] true
maze[Position(row: 3, column: 2)] = "#"
maze[Position(row: 50, column: 2)] = "!"
print(maze.shortestPath(from: start, to: goal) == nil)  // expect: true
var lake = Grid("~~.\n.~.\n..~")
print(lake.fill(from: .zero, with: "물"), lake.fill(from: .zero, with: "물"), lake.text)
// expect: 3 0 ["물물.", ".물.", "..~"]
let steps = ">>v<^x".compactMap(Position.Step.init)
print(steps.count, steps.reduce(Position.zero) { $0.moved($1) }, steps.map(\.clockwise).first!)
// expect: 5 Position(row: 0, column: 1) down
let spiral = (1...5).reduce((Position.zero, Position.Step.right)) { ($0.0.moved($0.1, by: $1), $0.1.clockwise) }
print(spiral.0.row, spiral.0.column, spiral.1)  // expect: -2 3 down
