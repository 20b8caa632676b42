// Patterns over enum cases: nested, with conditions, ranges, optionals and tuples, in if, guard, for, while and switch.
enum Event {
    case key(Character, shift: Bool)
    case click(x: Int, y: Int, button: Button)
    case scroll(Double)
    case batch([Event])
    case quit
}
enum Button { case left, right, other(Int) }

func describe(_ event: Event) -> String {
    switch event {
    case .key("q", shift: false), .quit: return "quit"
    case .key("a"..."z", shift: true): return "capital"
    case .key(let c, _) where c.isNumber: return "digit \(c)"
    case .key: return "key"
    case .click(x: 0, y: 0, _): return "corner"
    case .click(x: 0..<100, y: let y, button: .left): return "left bar at \(y)"
    case .click(_, _, .other(let number)): return "button \(number)"
    case .click(let x, let y, .right) where x == y: return "diagonal"
    case let .click(x, y, button): return "\(button) at \(x),\(y)"
    case .scroll(..<0): return "up"
    case .scroll(let amount): return amount == 0 ? "still" : "down \(amount)"
    case .batch(let events) where events.isEmpty: return "nothing"
    case .batch(let events): return "[" + events.map(describe).joined(separator: ", ") + "]"
    }
}

let events: [Event] = [
    .key("q", shift: false), .key("q", shift: true), .key("7", shift: false), .key("가", shift: false),
    .click(x: 0, y: 0, button: .left), .click(x: 50, y: 9, button: .left), .click(x: 1, y: 2, button: .other(4)),
    .click(x: 300, y: 300, button: .right), .click(x: 300, y: 301, button: .right), .scroll(-1), .scroll(2.5),
    .batch([]), .batch([.quit, .batch([.scroll(0)])]),
]
for event in events { print(describe(event)) }
// expect: quit
// expect: capital
// expect: digit 7
// expect: key
// expect: corner
// expect: left bar at 9
// expect: button 4
// expect: diagonal
// expect: right at 300,301
// expect: up
// expect: down 2.5
// expect: nothing
// expect: [quit, [still]]

var clicks = 0
for case .click(let x, _, _) in events where x > 0 { clicks += x }
print(clicks)  // expect: 651
for case let .key(c, shift: true) in events { print(c) }  // expect: q
let amounts = events.compactMap { event -> Double? in
    guard case .scroll(let amount) = event else { return nil }
    return amount
}
print(amounts)  // expect: [-1.0, 2.5]

let maybe: Event? = events[9]
if case .scroll(let amount)? = maybe, amount < 0 { print("optional scroll", amount) }  // expect: optional scroll -1.0
if case .some(.quit) = maybe { print("never") } else { print("not quit") }  // expect: not quit
switch (maybe, events.last) {
case (.scroll?, .batch(let inner)?): print("pair", inner.count)
case (nil, _), (_, nil): print("missing")
default: print("other")
}
// expect: pair 2

var queue = events[10...].makeIterator()
while case .scroll(let amount)? = queue.next() { print("scrolled", amount) }  // expect: scrolled 2.5

let words: [String?] = ["a", nil, "b"]
for case let word? in words { print(word, terminator: ";") }
for case nil in words { print("hole") }  // expect: a;b;hole
let grades = [("민수", 91), ("Yuki", 75), ("Eve", 40)]
for (name, grade) in grades {
    switch grade {
    case 90...: print(name, "A")
    case 60..<90: print(name, "B")
    case let low where low % 2 == 0: print(name, "even", low)
    default: print(name, "-")
    }
}
// expect: 민수 A
// expect: Yuki B
// expect: Eve even 40
let isQuit = if case .quit = events[0] { true } else { false }
print(isQuit)  // expect: false
