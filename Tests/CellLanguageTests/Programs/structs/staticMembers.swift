// Static members belong to the type: shared counters, named constants, factories; each is set up on first use.
struct Ticket {
    static let prefix = "표"
    static var issued = 0
    static var lastHolder: String?

    let number: Int
    let holder: String

    init(holder: String) {
        Ticket.issued += 1
        Self.lastHolder = holder
        number = Self.issued
        self.holder = holder
    }

    var label: String { "\(Self.prefix)-\(number) \(holder)" }

    static func batch(_ names: String...) -> [Ticket] { names.map { Ticket(holder: $0) } }
    static var summary: String { "\(issued) issued, last to \(lastHolder ?? "nobody")" }
}

print(Ticket.summary)  // expect: 0 issued, last to nobody
let single = Ticket(holder: "유나")
let several = Ticket.batch("Leo", "さくら", "Max")
print(single.label, several.map { $0.label })  // expect: 표-1 유나 ["표-2 Leo", "표-3 さくら", "표-4 Max"]
print(Ticket.summary)  // expect: 4 issued, last to Max
Ticket.issued = 100
print(Ticket(holder: "Z").number, Ticket.issued)  // expect: 101 101

struct Activation {
    let name: String
    let apply: (Double) -> Double

    static let identity = Activation(name: "identity") { $0 }
    static let relu = Activation(name: "relu") { max(0, $0) }
    static func leaky(_ slope: Double) -> Activation {
        .init(name: "leaky \(slope)") { $0 < 0 ? slope * $0 : $0 }
    }
    static let all: [Activation] = [.identity, .relu, .leaky(0.5)]
}
for activation in Activation.all { print(activation.name, [-2, 0, 3].map(activation.apply)) }
// expect: identity [-2.0, 0.0, 3.0]
// expect: relu [0.0, 0.0, 3.0]
// expect: leaky 0.5 [-1.0, 0.0, 3.0]

struct Defaults {
    static var table: [Int] = {
        print("building the table")
        return (0...4).map { $0 * $0 }
    }()
    static var size: Int { table.count }
}
print("before")  // expect: before
print(Defaults.table[3], Defaults.size)
// expect: building the table
// expect: 9 5
Defaults.table[3] = -1
Defaults.table.append(25)
print(Defaults.table)  // expect: [0, 1, 4, -1, 16, 25]
