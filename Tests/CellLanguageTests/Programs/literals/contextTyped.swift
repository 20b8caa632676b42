// The type a literal takes comes from where it stands.
let whole: Double = 1
let third = 1 / 3.0
let mixed = [1, 2.5, 3]
let half: Float = 1 / 2
print(whole, mixed, half)  // expect: 1.0 [1.0, 2.5, 3.0] 0.5
print(type(of: third), type(of: mixed), type(of: half), type(of: 1 / 2))  // expect: Double Array<Double> Float Int
print(1 / 2, 1 / 2.0, 7 / 2 * 2.0)  // expect: 0 0.5 7.0
let small: UInt8 = 200
let wide: Int64 = 3_000_000_000
print(small / 7 * 7 + 4, wide * 2)  // expect: 200 6000000000
let letter: Character = "가"
let text: String = "가"
print(letter == "가", text == "가", String(letter) == text)  // expect: true true true
let unique: Set<Int> = [3, 1, 3, 2, 1]
print(unique.count, unique.sorted())  // expect: 3 [1, 2, 3]
let table: [String: Double] = ["학습률": 1, "감쇠": 0.5]
print(table["학습률"] ?? 0, table["감쇠"] ?? 0)  // expect: 1.0 0.5
let maybe: Double? = 4
let grid: [[Float]] = [[1, 2], [3]]
let pair: (Double, Int8) = (1, 1)
print(maybe ?? 0, grid, pair)  // expect: 4.0 [[1.0, 2.0], [3.0]] (1.0, 1)
func area(_ width: Double, _ height: Double = 2) -> Double { width * height }
print(area(3), area(3, 4), area(-1))  // expect: 6.0 12.0 -2.0
func average(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
print(average([1, 2, 4]), average([10]))  // expect: 2.3333333333333335 10.0
let isPositive = whole > 0
let scaled = whole * 3 - 1
print(isPositive ? 1 : 0.5, scaled, true ? 2 : 3)  // expect: 1 2.0 2
let ratios = (1...4).map { 1 / Double($0) }
print(ratios)  // expect: [1.0, 0.5, 0.3333333333333333, 0.25]
let negatives: [Double] = [-1, -0.5, +2]
print(negatives.map { -$0 }, negatives.max()! - 1)  // expect: [1.0, 0.5, -2.0] 1.0
