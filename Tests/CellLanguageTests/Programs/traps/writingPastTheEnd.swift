// Writing one element past the end, inside a row of a table.
var grid = [[1, 2], [3]]
func set(_ y: Int, _ x: Int, _ value: Int) {
    grid[y][x] = value  // trap: IndexOutOfRange
}
set(0, 1, 9)
print(grid)  // expect: [[1, 9], [3]]
set(1, 1, 9)
