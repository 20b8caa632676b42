// Grouping, counting and ranking with dictionaries.
struct Sale { let shop: String, item: String, amount: Int }
let sales = [
    Sale(shop: "서울", item: "책", amount: 12), Sale(shop: "도쿄", item: "책", amount: 7),
    Sale(shop: "서울", item: "펜", amount: 30), Sale(shop: "부산", item: "책", amount: 5),
    Sale(shop: "도쿄", item: "펜", amount: 11), Sale(shop: "서울", item: "책", amount: 3),
]
let byShop = Dictionary(grouping: sales) { $0.shop }
for shop in byShop.keys.sorted() {
    print(shop, byShop[shop]!.count, byShop[shop]!.map(\.amount).reduce(0, +))
}  // expect: 도쿄 2 18
// expect: 부산 1 5
// expect: 서울 3 45
let byItem = Dictionary(grouping: sales, by: \.item).mapValues { $0.map(\.amount).max()! }
print(byItem.sorted { $0.key > $1.key }.map { "\($0.key) \($0.value)" })  // expect: ["펜 30", "책 12"]
let totals = sales.reduce(into: [:]) { $0[$1.shop, default: 0] += $1.amount }
let ranking = totals.sorted { $0.value > $1.value }.map(\.key)
print(ranking, ranking.firstIndex(of: "도쿄")! + 1)  // expect: ["서울", "도쿄", "부산"] 2
var pivot: [String: [String: Int]] = [:]
for sale in sales { pivot[sale.shop, default: [:]][sale.item, default: 0] += sale.amount }
let items = Set(sales.map(\.item)).sorted()
print("가게", items)  // expect: 가게 ["책", "펜"]
for (shop, row) in pivot.sorted(by: { $0.key < $1.key }) { print(shop, items.map { row[$0] ?? 0 }) }  // expect: 도쿄 [7, 11]
// expect: 부산 [5, 0]
// expect: 서울 [15, 30]
let letters = "mississippi".reduce(into: [Character: Int]()) { $0[$1, default: 0] += 1 }
print(letters.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.key)\($0.value)" }.joined())  // expect: i4s4p2m1
let positions = Dictionary(grouping: "banana".enumerated(), by: \.element).mapValues { $0.map(\.offset) }
print(positions["a"]!, positions["n"]!, positions["b"]!)  // expect: [1, 3, 5] [2, 4] [0]
let anagrams = Dictionary(grouping: ["listen", "silent", "enlist", "google", "elgoog"]) { String($0.sorted()) }
print(anagrams.values.map { $0.sorted() }.sorted { $0.count > $1.count })  // expect: [["enlist", "listen", "silent"], ["elgoog", "google"]]
let mode = Dictionary([3, 1, 3, 2, 1, 3].map { ($0, 1) }, uniquingKeysWith: +).max { $0.value < $1.value }!
print(mode.key, mode.value)  // expect: 3 3
let parity = Dictionary(grouping: 1...10) { $0.isMultiple(of: 3) ? "3의 배수" : "나머지" }
print(parity["3의 배수"]!, parity["나머지"]!.count)  // expect: [3, 6, 9] 7
