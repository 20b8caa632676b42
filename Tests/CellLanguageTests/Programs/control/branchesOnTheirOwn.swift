// Branches of a value are checked each on its own; a type that is expected holds for all.
let x = 7
let s1 = if x > 0 { 1.0 } else { -1.0 }
let s2: Double = if x > 0 { 1 } else { -1.5 }
let s3 = switch x { case 0: "zero"; case 1...: "many"; default: "neg" }
func f() -> Double { if x > 0 { 1 } else { 2 } }
let g = [1, 2].map { n in if n > 1 { "a" } else { "b" } }
let o: Int? = if x > 9 { 1 } else { nil }
print(s1, s2, s3, f(), g, o as Any)
// expect: 1.0 1.0 many 1.0 ["b", "a"] nil
