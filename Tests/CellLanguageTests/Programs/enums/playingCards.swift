// Cards: enums inside a struct, compared by the order of their cases, counted in dictionaries.
enum Suit: Character, CaseIterable, Comparable {
    case clubs = "♣", diamonds = "♦", hearts = "♥", spades = "♠"
    static func < (a: Suit, b: Suit) -> Bool { a.order < b.order }
    private var order: Int { Suit.allCases.firstIndex(of: self)! }
}

enum Rank: Int, CaseIterable {
    case two = 2, three, four, five, six, seven, eight, nine, ten, jack, queen, king, ace

    var symbol: String {
        switch self {
        case .ace: "A"
        case .king: "K"
        case .queen: "Q"
        case .jack: "J"
        default: String(rawValue)
        }
    }
}

struct Card: Hashable, Comparable, CustomStringConvertible {
    let rank: Rank
    let suit: Suit
    var description: String { rank.symbol + String(suit.rawValue) }
    static func < (a: Card, b: Card) -> Bool {
        (a.rank.rawValue, a.suit) < (b.rank.rawValue, b.suit)
    }
}

// The compiler writes `<` for an enum without raw values: by the order of the cases, then by the payloads.
enum Hand: Comparable {
    case high(Int)
    case pair(Int)
    case twoPairs(Int, Int)
    case three(Int)
    case straight
    case flush
    case straightFlush(top: Int)

    init(_ cards: [Card]) {
        let ranks = cards.map { $0.rank.rawValue }.sorted()
        let isFlush = Set(cards.map { $0.suit }).count == 1
        let isStraight = zip(ranks, ranks.dropFirst()).allSatisfy { $1 - $0 == 1 }
        var counts: [Int: Int] = [:]
        for rank in ranks { counts[rank, default: 0] += 1 }
        let pairs = counts.filter { $0.value == 2 }.keys.sorted(by: >)
        if isFlush && isStraight {
            self = .straightFlush(top: ranks.last!)
        } else if isFlush {
            self = .flush
        } else if isStraight {
            self = .straight
        } else if let (rank, _) = counts.first(where: { $0.value == 3 }) {
            self = .three(rank)
        } else if pairs.count == 2 {
            self = .twoPairs(pairs[0], pairs[1])
        } else if let rank = pairs.first {
            self = .pair(rank)
        } else {
            self = .high(ranks.last!)
        }
    }
}

let deck = Suit.allCases.flatMap { suit in Rank.allCases.map { Card(rank: $0, suit: suit) } }
print(deck.count, Set(deck).count, deck.first!, deck.last!)  // expect: 52 52 2♣ A♠
print(deck.sorted().prefix(5), deck.max()!)  // expect: [2♣, 2♦, 2♥, 2♠, 3♣] A♠
print(Suit.hearts > .diamonds, [Suit.spades, .clubs, .hearts].sorted().map { $0.rawValue })
// expect: true ["♣", "♥", "♠"]

func cards(_ text: String) -> [Card] {
    text.split(separator: " ").compactMap { word in
        guard let suit = word.last.flatMap({ Suit(rawValue: $0) }),
            let rank = Rank.allCases.first(where: { $0.symbol == word.dropLast() })
        else { return nil }
        return Card(rank: rank, suit: suit)
    }
}
let hands = ["2♣ 3♣ 4♣ 5♣ 6♣", "K♥ K♦ 3♣ 3♠ 9♥", "A♥ 7♥ 2♥ 9♥ J♥", "8♣ 8♦ 8♠ 2♥ 4♦", "A♠ 5♦ 9♣ J♥ 2♣", "Q♣ Q♦ 7♣ 3♠ 9♥"]
    .map { Hand(cards($0)) }
for hand in hands { print(hand) }
// expect: straightFlush(top: 6)
// expect: twoPairs(13, 3)
// expect: flush
// expect: three(8)
// expect: high(14)
// expect: pair(12)
print(hands.sorted(by: >).map { "\($0)".prefix(5) })  // expect: ["strai", "flush", "three", "twoPa", "pair(", "high("]
print(Hand.pair(9) < .pair(10), Hand.pair(14) < .twoPairs(3, 2), Hand.twoPairs(9, 3) < .twoPairs(9, 2))
// expect: true true false
