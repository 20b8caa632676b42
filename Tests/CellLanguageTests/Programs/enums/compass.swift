// An enum without payloads: switching over it, a method, a computed property, and all of its cases.
enum Direction: CaseIterable {
    case north, east, south, west

    var opposite: Direction {
        switch self {
        case .north: return .south
        case .south: return .north
        case .east: return .west
        case .west: return .east
        }
    }

    func turnedRight() -> Direction {
        let all = Direction.allCases
        return all[(all.firstIndex(of: self)! + 1) % all.count]
    }
}

var heading = Direction.north
print(heading, heading.opposite, heading.turnedRight())  // expect: north south east
for _ in 1...5 { heading = heading.turnedRight() }
print(heading)  // expect: east
print(Direction.allCases.count, Direction.allCases)
// expect: 4 [Notebook.Direction.north, Notebook.Direction.east, Notebook.Direction.south, Notebook.Direction.west]
print(heading == .east, heading != .east)  // expect: true false

func step(_ direction: Direction) -> (dx: Int, dy: Int) {
    switch direction {
    case .north: (0, 1)
    case .south: (0, -1)
    case .east: (1, 0)
    case .west: (-1, 0)
    }
}

var x = 0
var y = 0
for direction in [Direction.north, .north, .east, .south, .west, .west] {
    let (dx, dy) = step(direction)
    x += dx
    y += dy
}
print(x, y)  // expect: -1 1
print(Direction.allCases.map { step($0).dx }, Direction.allCases.filter { $0 != .west }.count)
// expect: [0, 1, 0, -1] 3
