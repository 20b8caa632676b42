// Conway's game of life on a board that wraps around.
struct World: Equatable {
    private var alive: [[Bool]]

    init(_ picture: String) {
        alive = picture.split(separator: "\n").map { line in line.map { $0 == "#" } }
    }

    var height: Int { alive.count }
    var width: Int { alive.first?.count ?? 0 }
    var population: Int { alive.joined().filter { $0 }.count }

    subscript(row: Int, column: Int) -> Bool {
        get { alive[(row + height) % height][(column + width) % width] }
        set { alive[(row + height) % height][(column + width) % width] = newValue }
    }

    private func neighbours(_ row: Int, _ column: Int) -> Int {
        var count = 0
        for dr in -1...1 {
            for dc in -1...1 where (dr, dc) != (0, 0) {
                if self[row + dr, column + dc] { count += 1 }
            }
        }
        return count
    }

    func next() -> World {
        var result = self
        for row in 0..<height {
            for column in 0..<width {
                switch (self[row, column], neighbours(row, column)) {
                case (true, 2...3), (false, 3): result[row, column] = true
                default: result[row, column] = false
                }
            }
        }
        return result
    }

    mutating func run(_ generations: Int) {
        for _ in 0..<generations { self = next() }
    }

    func draw() {
        for row in alive { print(String(row.map { $0 ? "#" : "." })) }
    }
}

var blinker = World(".....\n..#..\n..#..\n..#..\n.....")
let start = blinker
print(blinker.population)  // expect: 3
blinker.run(1)
blinker.draw()
// expect: .....
// expect: .....
// expect: .###.
// expect: .....
// expect: .....
print(blinker == start)  // expect: false
blinker.run(1)
print(blinker == start, start.next().next() == start)  // expect: true true

var glider = World(".#....\n..#...\n###...\n......\n......\n......")
glider.run(4)
glider.draw()
// expect: ......
// expect: ..#...
// expect: ...#..
// expect: .###..
// expect: ......
// expect: ......
glider.run(20)
print(glider.population, glider[0, 1], glider[-1, -1])  // expect: 5 true false
glider[-1, -1].toggle()
print(glider.population)  // expect: 6
