// Tuples: making, reading by number and name, changing, copying, printing.
let pair = (1, "가")
let named = (x: 3, y: 4.5)
print(pair, pair.0, pair.1, named, named.x, named.y, named.0)  // expect: (1, "가") 1 가 (x: 3, y: 4.5) 3 4.5 3
var point = (x: 0, y: 0)
point.x = 5
point.1 -= 2
let copy = point
point = (10, 20)
print(point, copy, point.x + copy.y)  // expect: (x: 10, y: 20) (x: 5, y: -2) 8
let (a, b) = pair
let (x, _) = named
var (first, second) = (a + 1, b + "!")
(first, second) = (first * 10, second + second)
print(a, b, x, first, second)  // expect: 1 가 3 20 가!가!
var (p, q) = (1, 2)
(p, q) = (q, p)
(p, q) = (q, p + q)
print(p, q)  // expect: 1 3
let nested = (1, (2, (3, "넷")), [5, 6])
print(nested, nested.1.1.1, nested.2[0], nested.1.0)  // expect: (1, (2, (3, "넷")), [5, 6]) 넷 5 2
let mixed: (Int, name: String, Double) = (1, name: "이름", 2)
print(mixed, mixed.name, mixed.2)  // expect: (1, name: "이름", 2.0) 이름 2.0
let labelled: (left: Int, right: Int) = (7, 8)
let plain: (Int, Int) = labelled
print(labelled, plain, plain == labelled)  // expect: (left: 7, right: 8) (7, 8) true
let unit: () = ()
let single = (5)
print(unit, single, single + 1, type(of: pair), type(of: named), type(of: unit))  // expect: () 5 6 (Int, String) (x: Int, y: Double) ()
var rows: [(name: String, score: Int)] = [(name: "지우", score: 80), ("하준", 95)]
rows[0].score += 5
rows.append(("서연", 60))
print(rows, rows.map(\.name), rows[1].score)  // expect: [(name: "지우", score: 85), (name: "하준", score: 95), (name: "서연", score: 60)] ["지우", "하준", "서연"] 95
let functions = (add: { (a: Int, b: Int) in a + b }, negate: { (a: Int) in -a })
print(functions.add(1, 2), functions.negate(5))  // expect: 3 -5
let optional: (Int, Int)? = (1, 2), none: (Int, Int)? = nil
print(optional?.0 ?? 0, none?.0 ?? 0, optional.map { $0 + $1 } ?? 0, none == nil)  // expect: 1 0 3 true
debugPrint((1, "따옴표", nil as Int?), (a: "b", 2.0))  // expect: (1, "따옴표", nil) (a: "b", 2.0)
