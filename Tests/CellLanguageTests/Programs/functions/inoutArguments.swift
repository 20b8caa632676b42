// Changing arguments in place: variables, array elements, struct fields, dictionary values, computed properties.
func double(_ value: inout Int) { value *= 2 }
var n = 21
double(&n)
print(n)  // expect: 42
var list = [1, 2, 3]
double(&list[1])
for i in list.indices { double(&list[i]) }
print(list)  // expect: [2, 8, 6]
struct Size { var width = 1, height = 2 }
struct Frame {
    var size = Size()
    var area: Int {
        get { size.width * size.height }
        set { size.width = newValue / size.height }
    }
    subscript(index: Int) -> Int {
        get { index == 0 ? size.width : size.height }
        set { if index == 0 { size.width = newValue } else { size.height = newValue } }
    }
}
var frame = Frame()
double(&frame.size.height)
double(&frame.area)
double(&frame[0])
print(frame.size.width, frame.size.height, frame.area)  // expect: 4 4 16
var frames = [frame, Frame()]
double(&frames[1].size.width)
print(frames.map(\.size.width))  // expect: [4, 2]
var scores = ["가": 10]
double(&scores["가", default: 0])
double(&scores["나", default: 5])
print(scores["가"]!, scores["나"]!)  // expect: 20 10
func exchange(_ a: inout Int, _ b: inout Int) { (a, b) = (b, a) }
var first = 1, second = 2
exchange(&first, &second)
swap(&first, &second)
exchange(&first, &frame.size.width)
print(first, second, frame.size.width)  // expect: 4 2 1
func add(_ item: String, to list: inout [String], limit: Int = 3) -> Bool {
    guard list.count < limit else { return false }
    list.append(item)
    return true
}
var names: [String] = []
print(["가", "나", "다", "라"].map { add($0, to: &names) }, names)  // expect: [true, true, true, false] ["가", "나", "다"]
func turned(_ pair: (left: Int, right: Int)) -> (left: Int, right: Int) {
    var pair = pair
    double(&pair.left)
    exchange(&pair.left, &pair.right)
    return pair
}
print(turned((left: 3, right: 4)))  // expect: (left: 4, right: 6)
var grid = [[1, 2], [3, 4]]
double(&grid[1][0])
grid[0].withEach { $0 += 100 }
print(grid)  // expect: [[101, 102], [6, 4]]
extension Array {
    mutating func withEach(_ change: (inout Element) -> Void) { for i in indices { change(&self[i]) } }
}
var optional: Int? = 5
func clear(_ value: inout Int?) { value = value.flatMap { $0 > 3 ? nil : $0 } }
clear(&optional)
print(optional == nil)  // expect: true
func countdown(_ n: inout Int) -> [Int] {
    guard n > 0 else { return [] }
    defer { n = -1 }
    n -= 1
    let now = n
    return [now] + countdown(&n)
}
var start = 3
print(countdown(&start), start)  // expect: [2, 1, 0] -1
var observed = 1 {
    didSet { print("바뀜 \(oldValue)→\(observed)") }
}
double(&observed)
// expect: 바뀜 1→2
