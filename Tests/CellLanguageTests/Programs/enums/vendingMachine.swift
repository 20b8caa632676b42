// A vending machine: states and events with payloads, one switch over the pair of them.
enum Drink: String, CaseIterable {
    case water, coffee, 유자차

    var price: Int {
        switch self {
        case .water: 700
        case .coffee: 1200
        case .유자차: 1500
        }
    }
}

enum State: Equatable {
    case idle
    case paid(amount: Int)
    case serving(Drink, change: Int)
    case broken(reason: String)
}

enum Event {
    case coin(Int)
    case choose(Drink)
    case take
    case kick
    case repair
}

struct Machine {
    private(set) var state = State.idle
    private(set) var earned = 0
    private var kicks = 0

    mutating func handle(_ event: Event) -> String {
        switch (state, event) {
        case (.broken, .repair):
            state = .idle
            kicks = 0
            return "repaired"
        case (.broken(let reason), _):
            return "out of order: \(reason)"
        case (_, .coin(let value)) where ![100, 500, 1000].contains(value):
            return "rejected \(value)"
        case (.idle, .coin(let value)):
            state = .paid(amount: value)
            return "\(value)"
        case (.paid(let amount), .coin(let value)):
            state = .paid(amount: amount + value)
            return "\(amount + value)"
        case (.paid(let amount), .choose(let drink)) where amount >= drink.price:
            state = .serving(drink, change: amount - drink.price)
            earned += drink.price
            return "here is your \(drink.rawValue)"
        case let (.paid(amount), .choose(drink)):
            return "\(drink.price - amount) more for \(drink)"
        case (.serving(_, change: 0), .take):
            state = .idle
            return "thank you"
        case (.serving(_, let change), .take):
            state = .idle
            return "change \(change)"
        case (_, .kick):
            kicks += 1
            if kicks == 2 { state = .broken(reason: "kicked \(kicks) times") }
            return "ouch"
        case (.idle, _), (.serving, _), (.paid, _):
            return "?"
        }
    }
}

var machine = Machine()
let events: [Event] = [
    .coin(500), .coin(50), .choose(.coffee), .coin(1000), .choose(.coffee), .coin(100), .take, .take,
    .coin(500), .kick, .coin(1000), .choose(.유자차), .take, .kick, .coin(100), .repair, .choose(.water),
]
for event in events { print(event, "=>", machine.handle(event)) }
// expect: coin(500) => 500
// expect: coin(50) => rejected 50
// expect: choose(Notebook.Drink.coffee) => 700 more for coffee
// expect: coin(1000) => 1500
// expect: choose(Notebook.Drink.coffee) => here is your coffee
// expect: coin(100) => ?
// expect: take => change 300
// expect: take => ?
// expect: coin(500) => 500
// expect: kick => ouch
// expect: coin(1000) => 1500
// expect: choose(Notebook.Drink.유자차) => here is your 유자차
// expect: take => thank you
// expect: kick => ouch
// expect: coin(100) => out of order: kicked 2 times
// expect: repair => repaired
// expect: choose(Notebook.Drink.water) => ?
print(machine.state == .idle, machine.earned)  // expect: true 2700
print(Drink.allCases.map { $0.price }, State.paid(amount: 3) == .paid(amount: 3), State.idle == .broken(reason: ""))
// expect: [700, 1200, 1500] true false
