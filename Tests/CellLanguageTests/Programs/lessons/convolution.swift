// Filters over a small picture: edges, blurring, pooling and padding.
typealias Image = [[Double]]
let picture: Image = [
    "........", "..####..", "..#..#..", "..#..#..", "..####..", "........",
].map { $0.map { $0 == "#" ? 1 : 0 } }
func padded(_ image: Image, by n: Int, with value: Double = 0) -> Image {
    let width = image[0].count + 2 * n
    let edge = Image(repeating: [Double](repeating: value, count: width), count: n)
    let side = [Double](repeating: value, count: n)
    return edge + image.map { side + $0 + side } + edge
}
func convolve(_ image: Image, _ kernel: Image, stride step: Int = 1) -> Image {
    let (h, w) = (kernel.count, kernel[0].count)
    return stride(from: 0, through: image.count - h, by: step).map { y in
        stride(from: 0, through: image[0].count - w, by: step).map { x in
            var sum = 0.0
            for dy in 0..<h { for dx in 0..<w { sum += image[y + dy][x + dx] * kernel[dy][dx] } }
            return sum
        }
    }
}
func pool(_ image: Image, _ size: Int, _ combine: ([Double]) -> Double) -> Image {
    stride(from: 0, to: image.count - size + 1, by: size).map { y in
        stride(from: 0, to: image[0].count - size + 1, by: size).map { x in
            combine((0..<size).flatMap { dy in image[y + dy][x..<x + size] })
        }
    }
}
func draw(_ image: Image) -> [String] {
    let shades = Array(" .:+#")
    let (low, high) = (image.joined().min()!, image.joined().max()!)
    return image.map { row in
        String(row.map { shades[high == low ? 0 : Int((($0 - low) / (high - low) * 4).rounded())] }) + "|"
    }
}
let vertical: Image = [[-1, 0, 1], [-1, 0, 1], [-1, 0, 1]]
let blur = Image(repeating: [Double](repeating: 1.0 / 9, count: 3), count: 3)
for row in convolve(picture, vertical) { print(row.map { Int($0) }) }  // expect: [2, 1, -1, 1, -1, -2]
// expect: [3, 1, -2, 2, -1, -3]
// expect: [3, 1, -2, 2, -1, -3]
// expect: [2, 1, -1, 1, -1, -2]
for line in draw(convolve(padded(picture, by: 1), blur)) { print(line) }  // expect:  .::::. |
// expect:  ::++:: |
// expect:  :+##+: |
// expect:  :+##+: |
// expect:  ::++:: |
// expect:  .::::. |
let same = convolve(padded(picture, by: 1), [[0, 0, 0], [0, 1, 0], [0, 0, 0]])
print(same == picture, convolve(picture, [[2]])[1].reduce(0, +), convolve(picture, vertical, stride: 2).map(\.count))  // expect: true 8.0 [3, 3]
print(pool(picture, 2) { $0.max()! }, pool(picture, 3) { $0.reduce(0, +) })  // expect: [[0.0, 1.0, 1.0, 0.0], [0.0, 1.0, 1.0, 0.0], [0.0, 1.0, 1.0, 0.0]] [[2.0, 4.0], [2.0, 4.0]]
func relu(_ image: Image) -> Image { image.map { $0.map { max(0, $0) } } }
let horizontal = vertical[0].indices.map { column in vertical.map { $0[column] } }
let features = [vertical, horizontal].map { pool(relu(convolve(picture, $0)), 2) { $0.max()! } }
for feature in features { print(feature) }  // expect: [[3.0, 2.0, 0.0], [3.0, 2.0, 0.0]]
// expect: [[1.0, 1.0, 1.0], [1.0, 2.0, 1.0]]
let mass = picture.joined().reduce(0, +)
var centre = (y: 0.0, x: 0.0)
for (y, row) in picture.enumerated() {
    for (x, value) in row.enumerated() {
        centre.y += value * Double(y)
        centre.x += value * Double(x)
    }
}
print(mass, centre.y / mass, centre.x / mass)  // expect: 12.0 2.5 3.5
