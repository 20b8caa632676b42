// Structs, enums and typealiases inside functions, types and closures.
func summary(_ texts: [String]) -> String {
    struct Entry: Comparable {
        let text: String
        var weight: Int { text.count * 2 }
        static func < (a: Entry, b: Entry) -> Bool { (a.weight, a.text) < (b.weight, b.text) }
    }
    enum Size: String {
        case small = "작음", large = "큼"
        init(_ entry: Entry) { self = entry.weight > 4 ? .large : .small }
    }
    let entries = texts.map { Entry(text: $0) }.sorted()
    return entries.map { "\($0.text)(\(Size($0).rawValue))" }.joined(separator: " ")
}
print(summary(["다람쥐", "곰", "나비"]))  // expect: 곰(작음) 나비(작음) 다람쥐(큼)
struct Network {
    struct Layer {
        enum Activation { case relu, identity }
        var weight: Double
        var activation = Activation.identity
        func callAsFunction(_ x: Double) -> Double { activation == .relu ? max(0, weight * x) : weight * x }
    }
    typealias Input = Double
    var layers: [Layer] = []
    mutating func add(_ weight: Double, _ activation: Layer.Activation = .identity) {
        layers.append(Layer(weight: weight, activation: activation))
    }
    func run(_ input: Input) -> Input { layers.reduce(input) { $1($0) } }
}
var network = Network()
network.add(2)
network.add(-3, .relu)
network.layers.append(Network.Layer(weight: 10, activation: .identity))
print(network.run(1), network.run(-1), network.layers.map(\.activation))  // expect: 0.0 60.0 [Notebook.Network.Layer.Activation.identity, Notebook.Network.Layer.Activation.relu, Notebook.Network.Layer.Activation.identity]
let layer = Network.Layer(weight: 5)
print(layer(3), layer.activation == Network.Layer.Activation.identity)  // expect: 15.0 true
typealias Matrix = [[Double]]
typealias Transform<T> = (T) -> T
typealias Pair = (left: Int, right: Int)
func transposed(_ m: Matrix) -> Matrix { m[0].indices.map { column in m.map { $0[column] } } }
let shout: Transform<String> = { $0 + "!" }
let double: Transform<Int> = { $0 * 2 }
let pair: Pair = (1, 2)
print(transposed([[1, 2], [3, 4]]), shout("야호"), double(pair.right), pair)  // expect: [[1.0, 3.0], [2.0, 4.0]] 야호! 4 (left: 1, right: 2)
func path(_ text: String) -> Int {
    typealias Place = (x: Int, y: Int)
    enum Step: Character, CaseIterable {
        case up = "^", down = "v", left = "<", right = ">"
        var move: Place {
            switch self {
            case .up: (0, 1)
            case .down: (0, -1)
            case .left: (-1, 0)
            case .right: (1, 0)
            }
        }
    }
    let end = text.compactMap(Step.init).reduce(Place(0, 0)) { ($0.x + $1.move.x, $0.y + $1.move.y) }
    return abs(end.x) + abs(end.y) + Step.allCases.count * 100
}
print(path("^^>?v<<<"))  // expect: 403
let areas = [1.0, 2].map { (side: Double) -> Double in
    struct Square {
        let side: Double
        var area: Double { side * side }
    }
    return Square(side: side).area
}
print(areas)  // expect: [1.0, 4.0]
enum Outer {
    static let limit = 3
    enum Inner { static func check(_ n: Int) -> Bool { n < limit } }
    struct Counter {
        private(set) var count = 0
        mutating func add() -> Bool {
            count += 1
            return Inner.check(count)
        }
    }
}
var counter = Outer.Counter()
print([counter.add(), counter.add(), counter.add()], counter.count, Outer.Inner.check(0))  // expect: [true, true, false] 3 true
