// Two-dimensional arrays: tables, transposes, neighbours, flood fill, rotation.
var grid = [[Int]](repeating: [Int](repeating: 0, count: 4), count: 3)
for y in grid.indices { for x in grid[y].indices { grid[y][x] = y * 4 + x } }
for row in grid { print(row.map { $0 < 10 ? " \($0)" : "\($0)" }.joined(separator: " ")) }  // expect:  0  1  2  3
// expect:  4  5  6  7
// expect:  8  9 10 11
print(grid.count, grid[0].count, grid[1][2], grid.map { $0[0] }, grid.flatMap { $0 }.reduce(0, +))  // expect: 3 4 6 [0, 4, 8] 66
func transposed(_ matrix: [[Int]]) -> [[Int]] {
    guard let first = matrix.first else { return [] }
    return first.indices.map { column in matrix.map { $0[column] } }
}
print(transposed(grid), transposed([]))  // expect: [[0, 4, 8], [1, 5, 9], [2, 6, 10], [3, 7, 11]] []
func rotated(_ matrix: [[Int]]) -> [[Int]] { transposed(matrix.reversed()) }
print(rotated([[1, 2], [3, 4]]), rotated(rotated([[1, 2], [3, 4]])))  // expect: [[3, 1], [4, 2]] [[4, 3], [2, 1]]
grid[1] = [9, 9, 9, 9]
grid[2].swapAt(0, 3)
grid.swapAt(0, 2)
print(grid)  // expect: [[11, 9, 10, 8], [9, 9, 9, 9], [0, 1, 2, 3]]
let map = ["#####", "#..#.", "#.##.", "###.."].map { Array($0) }
func neighbours(_ y: Int, _ x: Int) -> [(Int, Int)] {
    [(-1, 0), (1, 0), (0, -1), (0, 1)].map { (y + $0.0, x + $0.1) }.filter {
        map.indices.contains($0.0) && map[0].indices.contains($0.1)
    }
}
func fill(from y: Int, _ x: Int, seen: inout Set<Int>) -> Int {
    guard map[y][x] == ".", seen.insert(y * 10 + x).inserted else { return 0 }
    return neighbours(y, x).reduce(1) { $0 + fill(from: $1.0, $1.1, seen: &seen) }
}
var seen: Set<Int> = [], areas: [Int] = []
for y in map.indices {
    for x in map[y].indices {
        let size = fill(from: y, x, seen: &seen)
        if size > 0 { areas.append(size) }
    }
}
print(areas, seen.count)  // expect: [3, 4] 7
func evolve(_ cells: [[Bool]]) -> [[Bool]] {
    cells.indices.map { y in
        cells[y].indices.map { x in
            var alive = 0
            for dy in -1...1 {
                for dx in -1...1 where dy != 0 || dx != 0 {
                    let (ny, nx) = (y + dy, x + dx)
                    if cells.indices.contains(ny), cells[ny].indices.contains(nx), cells[ny][nx] { alive += 1 }
                }
            }
            return alive == 3 || (alive == 2 && cells[y][x])
        }
    }
}
var life = ["....", ".##.", ".#..", "...."].map { $0.map { $0 == "#" } }
for _ in 0..<2 { life = evolve(life) }
for row in life { print(row.map { $0 ? "■" : "□" }.joined()) }  // expect: □□□□
// expect: □■■□
// expect: □■■□
// expect: □□□□
let magic = [[2, 7, 6], [9, 5, 1], [4, 3, 8]]
let sums = magic.map { $0.reduce(0, +) } + transposed(magic).map { $0.reduce(0, +) }
print(Set(sums) == [15], magic.indices.map { magic[$0][$0] }.reduce(0, +), magic.joined().max()!)  // expect: true 15 9
func spiral(_ matrix: [[Int]]) -> [Int] {
    guard let first = matrix.first else { return [] }
    return first + spiral(transposed(Array(matrix.dropFirst())).reversed())
}
print(spiral(magic), spiral([[1, 2, 3], [4, 5, 6]]))  // expect: [2, 7, 6, 1, 8, 3, 4, 9, 5] [1, 2, 3, 6, 5, 4]
