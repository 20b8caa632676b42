// A little adventure: rooms that know each other, a player who moves through them and carries things.
enum Way: String, CaseIterable {
    case north = "북", south = "남", east = "동", west = "서"
    var back: Way {
        switch self {
        case .north: .south
        case .south: .north
        case .east: .west
        case .west: .east
        }
    }
}

class Thing {
    let name: String
    let weight: Int
    init(_ name: String, weight: Int) {
        self.name = name
        self.weight = weight
    }
    func use(by player: Player) -> String { "nothing happens" }
}

final class Key: Thing {
    let opens: Way
    init(_ name: String, opens: Way) {
        self.opens = opens
        super.init(name, weight: 1)
    }
    override func use(by player: Player) -> String {
        guard player.room.locked.remove(opens) != nil else { return super.use(by: player) }
        return "the door \(opens.rawValue) is open"
    }
}

final class Room {
    let name: String
    var things: [Thing]
    var locked: Set<Way> = []
    private var exits: [Way: Room] = [:]

    init(_ name: String, _ things: Thing...) {
        self.name = name
        self.things = things
    }

    func join(_ way: Way, _ other: Room, locked isLocked: Bool = false) {
        exits[way] = other
        other.exits[way.back] = self
        if isLocked { locked.insert(way) }
    }

    subscript(way: Way) -> Room? { locked.contains(way) ? nil : exits[way] }
    var ways: String { Way.allCases.filter { self[$0] != nil }.map(\.rawValue).joined() }
}

final class Player {
    private(set) var room: Room
    private(set) var bag: [Thing] = []
    var load: Int { bag.reduce(0) { $0 + $1.weight } }

    init(in room: Room) { self.room = room }

    func perform(_ line: String) -> String {
        let words = line.split(separator: " ").map { String($0) }
        switch words.first {
        case "go":
            guard words.count > 1, let way = Way(rawValue: words[1]) else { return "where?" }
            guard let next = room[way] else { return "no way" }
            room = next
            return "\(next.name) [\(next.ways)]"
        case "take":
            guard let i = room.things.firstIndex(where: { $0.name == words.last }) else { return "no \(words.last!)" }
            guard load + room.things[i].weight <= 10 else { return "too heavy" }
            bag.append(room.things.remove(at: i))
            return "taken, \(load) carried"
        case "drop":
            guard let thing = bag.popLast() else { return "empty hands" }
            room.things.append(thing)
            return "dropped \(thing.name)"
        case "use":
            return bag.first { $0.name == words.last }?.use(by: self) ?? "you have no such thing"
        case let verb?: return "how does one \(verb)?"
        case nil: return "well?"
        }
    }
}

let hall = Room("현관", Thing("우산", weight: 4), Key("열쇠", opens: .north))
let library = Room("図書室", Thing("book", weight: 7))
let attic = Room("attic")
hall.join(.north, library, locked: true)
library.join(.east, attic)

let player = Player(in: hall)
let script = [
    "go 북", "take 열쇠", "take 우산", "use 우산", "use 열쇠", "use 열쇠", "go 북", "take book", "drop", "take book",
    "go 동", "go 동", "go up", "dance", "", "go 서", "go 남", "take book", "use lamp",
]
for line in script { print("> \(line): \(player.perform(line))") }
// expect: > go 북: no way
// expect: > take 열쇠: taken, 1 carried
// expect: > take 우산: taken, 5 carried
// expect: > use 우산: nothing happens
// expect: > use 열쇠: the door 북 is open
// expect: > use 열쇠: nothing happens
// expect: > go 북: 図書室 [남동]
// expect: > take book: too heavy
// expect: > drop: dropped 우산
// expect: > take book: taken, 8 carried
// expect: > go 동: attic [서]
// expect: > go 동: no way
// expect: > go up: where?
// expect: > dance: how does one dance?
// expect: > : well?
// expect: > go 서: 図書室 [남동]
// expect: > go 남: 현관 [북]
// expect: > take book: no book
// expect: > use lamp: you have no such thing
print(player.bag.map { $0.name }, library.things.map { $0.name }, player.room === hall)
// expect: ["열쇠", "book"] ["우산"] true
