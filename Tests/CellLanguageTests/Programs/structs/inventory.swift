// A shop's stock: private state, failable steps, totals and a report.
struct Item: Hashable {
    let sku: String
    var name: String
    fileprivate(set) var price: Int
}

struct Inventory {
    private var stock: [String: (item: Item, count: Int)] = [:]
    private(set) var revenue = 0

    enum Problem {
        case unknown(String)
        case short(name: String, missing: Int)

        var text: String {
            switch self {
            case .unknown(let sku): "no such item: \(sku)"
            case .short(let name, let missing): "\(name): \(missing) too few"
            }
        }
    }

    mutating func add(_ item: Item, count: Int = 1) {
        stock[item.sku, default: (item, 0)].count += count
    }

    @discardableResult
    mutating func sell(_ sku: String, count: Int = 1) -> Problem? {
        guard let entry = stock[sku] else { return .unknown(sku) }
        guard entry.count >= count else { return .short(name: entry.item.name, missing: count - entry.count) }
        stock[sku]!.count -= count
        revenue += entry.item.price * count
        if stock[sku]?.count == 0 { stock[sku] = nil }
        return nil
    }

    mutating func raisePrices(byPercent percent: Int) {
        for (sku, entry) in stock {
            stock[sku]?.item.price += entry.item.price * percent / 100
        }
    }

    subscript(sku: String) -> Int { stock[sku]?.count ?? 0 }

    var value: Int { stock.values.reduce(0) { $0 + $1.item.price * $1.count } }
    var report: [String] {
        stock.values.sorted { $0.item.name < $1.item.name }.map { "\($0.item.name) x\($0.count) @\($0.item.price)" }
    }
}

var shop = Inventory()
shop.add(Item(sku: "p1", name: "연필", price: 500), count: 20)
shop.add(Item(sku: "n1", name: "ノート", price: 1800), count: 3)
shop.add(Item(sku: "p1", name: "ignored", price: 1), count: 5)
shop.add(Item(sku: "e1", name: "eraser", price: 700))
print(shop.value, shop["p1"], shop["zz"])  // expect: 18600 25 0
if let problem = shop.sell("n1", count: 5) { print(problem.text) }  // expect: ノート: 2 too few
print(shop.sell("zz")?.text ?? "sold", shop.sell("p1", count: 25)?.text ?? "sold")  // expect: no such item: zz sold
shop.sell("n1")
print(shop.revenue, shop["p1"], shop["n1"])  // expect: 14300 0 2
for line in shop.report { print(line) }
// expect: eraser x1 @700
// expect: ノート x2 @1800
let before = shop
shop.raisePrices(byPercent: 10)
print(before.value, shop.value)  // expect: 4300 4730
print(shop.report)  // expect: ["eraser x1 @770", "ノート x2 @1980"]
