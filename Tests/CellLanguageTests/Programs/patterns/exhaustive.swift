// Switches that name every case: nested enums, booleans, pairs of enums; unknown combinations caught.
enum Suit: CaseIterable { case spade, heart }
enum Rank: Int, CaseIterable, Comparable {
    case jack = 11, queen, king
    static func < (a: Rank, b: Rank) -> Bool { a.rawValue < b.rawValue }
}
struct Card { let rank: Rank, suit: Suit }
func symbol(_ card: Card) -> String {
    let suit =
        switch card.suit {
        case .spade: "♠"
        case .heart: "♥"
        }
    switch card.rank {
    case .jack: return suit + "J"
    case .queen: return suit + "Q"
    case .king: return suit + "K"
    }
}
let deck = Suit.allCases.flatMap { suit in Rank.allCases.map { Card(rank: $0, suit: suit) } }
print(deck.map(symbol).joined(separator: " "))  // expect: ♠J ♠Q ♠K ♥J ♥Q ♥K
func compare(_ a: Card, _ b: Card) -> String {
    switch (a.rank, b.rank, a.suit == b.suit) {
    case (.king, .king, _): "왕끼리"
    case let (x, y, true) where x > y: "같은 무늬로 이김"
    case let (x, y, false) where x > y: "다른 무늬로 이김"
    case (_, _, true), (_, _, false): "못 이김"
    }
}
print(compare(deck[2], deck[5]), compare(deck[1], deck[0]), compare(deck[1], deck[3]), compare(deck[0], deck[1]))  // expect: 왕끼리 같은 무늬로 이김 다른 무늬로 이김 못 이김
enum Access { case guest, user(name: String, level: Level)
    enum Level { case basic, premium(until: Int) }
}
func allowed(_ access: Access, year: Int) -> Bool {
    switch access {
    case .guest: false
    case .user(_, .basic): year < 2025
    case .user(name: _, level: .premium(until: let last)) where last >= year: true
    case .user(let name, level: .premium): name == "관리자"
    }
}
let users: [Access] = [.guest, .user(name: "가", level: .basic), .user(name: "나", level: .premium(until: 2030)), .user(name: "관리자", level: .premium(until: 1))]
print(users.map { allowed($0, year: 2026) })  // expect: [false, false, true, true]
func truth(_ a: Bool, _ b: Bool) -> String {
    switch (a, b) {
    case (true, true): "⊤⊤"
    case (true, false): "⊤⊥"
    case (false, true): "⊥⊤"
    case (false, false): "⊥⊥"
    }
}
print([true, false].flatMap { a in [true, false].map { truth(a, $0) } })  // expect: ["⊤⊤", "⊤⊥", "⊥⊤", "⊥⊥"]
enum Result2<Value> { case value(Value), failure(String), pending }
func text<T>(_ results: (Result2<T>, Result2<T>)) -> String {
    switch results {
    case (.value(let a), .value(let b)): "둘 다 \(a) \(b)"
    case (.failure(let why), _), (_, .failure(let why)): "실패 \(why)"
    case (.pending, _), (_, .pending): "기다림"
    }
}
print(text((.value(1), .value(2))), text((.value("a"), .failure("끊김"))), text((.pending, .value(1.5))))  // expect: 둘 다 1 2 실패 끊김 기다림
func classify(_ value: UInt8) -> String {
    switch value {
    case 0: "영"
    case 1...127: "아래 절반"
    case 128...255: "위 절반"
    default: "없는 값"
    }
}
print([0, 100, 128, 255].map(classify))  // expect: ["영", "아래 절반", "위 절반", "위 절반"]
func remaining(_ rank: Rank) -> Int {
    switch rank {
    case .jack: 2
    case let other where other == .queen: 1
    case .queen, .king: 0
    }
}
print(Rank.allCases.map(remaining))  // expect: [2, 1, 0]
