// Optionals: chains, defaults, guards.
let names = ["k": "김", "l": "이"]
print(names["k"]?.count ?? 0, names["z"]?.count ?? -1)  // expect: 1 -1
func length(_ key: String) -> Int {
    guard let name = names[key] else { return 0 }
    return name.count
}
print(length("k"), length("q"))  // expect: 1 0
let nested: [String: [Int]] = ["a": [3, 1]]
if let list = nested["a"], let biggest = list.max(), biggest > 2 { print(list, biggest) }  // expect: [3, 1] 3
var maybe: Int? = nil
if maybe == nil { maybe = 4 }
print(maybe!, maybe ?? 0)  // expect: 4 4
let list: [Int?] = [1, nil, 3]
print(list, list.compactMap { $0 })  // expect: [Optional(1), nil, Optional(3)] [1, 3]
let pair: (Int, String)? = (1, "하나")
print(pair?.1 ?? "")  // expect: 하나
