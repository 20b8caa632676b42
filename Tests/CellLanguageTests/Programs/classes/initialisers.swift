// Class initialisers: designated, convenience, required, failable, inherited; the order in which they run.
class Layer {
    let name: String
    var trainable = true
    private(set) var created: [String] = []

    init(name: String) {
        self.name = name
        created.append("Layer(\(name))")
        setUp()
    }

    convenience init() {
        self.init(name: "unnamed")
        created.append("convenience")
    }

    func setUp() { note("layer set up") }
    func note(_ text: String) { created.append(text) }
}

class Dense: Layer {
    var weights: [[Double]]
    var bias: [Double] = []

    init(inputs: Int, outputs: Int, name: String = "dense") {
        weights = [[Double]](repeating: [Double](repeating: 0.5, count: outputs), count: inputs)
        super.init(name: name)
        bias = [Double](repeating: 0, count: outputs)
        note("Dense(\(inputs), \(outputs))")
    }

    override convenience init(name: String) {
        self.init(inputs: 1, outputs: 1, name: name)
        trainable = false
    }

    convenience init?(shape: String) {
        let parts = shape.split(separator: "x").compactMap { Int($0) }
        guard parts.count == 2 else { return nil }
        self.init(inputs: parts[0], outputs: parts[1])
    }

    override func setUp() {
        super.setUp()
        note("dense set up with \(weights.count)")
    }
}

class Tagged: Dense {
    let tag = "태그"
    lazy var full = "\(tag):\(name)"
}

let plain = Layer()
print(plain.name, plain.created)  // expect: unnamed ["Layer(unnamed)", "layer set up", "convenience"]
let dense = Dense(inputs: 2, outputs: 3)
print(dense.name, dense.created)
// expect: dense ["Layer(dense)", "layer set up", "dense set up with 2", "Dense(2, 3)"]
print(dense.weights, dense.bias)  // expect: [[0.5, 0.5, 0.5], [0.5, 0.5, 0.5]] [0.0, 0.0, 0.0]
print(Dense(name: "small").trainable, Dense(name: "").weights)  // expect: false [[0.5]]
print(Dense(shape: "4x2")?.weights.count ?? 0, Dense(shape: "4") == nil)  // expect: 4 true
let tagged = Tagged(inputs: 1, outputs: 2, name: "출력")
print(tagged.full, tagged.bias.count, Tagged(shape: "1x9")!.full)  // expect: 태그:출력 2 태그:dense

class Account {
    let id: Int
    var owner: String?
    private static var nextID = 1

    init?(owner: String?) {
        if owner == "" { return nil }
        self.owner = owner
        id = Account.nextID
        Account.nextID += 1
    }
}
class Savings: Account {
    var rate: Double

    init?(owner: String, rate: Double) {
        guard rate > 0 else { return nil }
        self.rate = rate
        super.init(owner: owner)
    }
}
print(Account(owner: "a")?.id ?? -1, Account(owner: "") == nil, Account(owner: nil)?.owner == nil)
// expect: 1 true true
print(Savings(owner: "", rate: 1) == nil, Savings(owner: "b", rate: 0) == nil, Savings(owner: "c", rate: 2)?.id ?? 0)
// expect: true true 3

class Shape {
    let sides: Int
    required init(sides: Int) { self.sides = sides }
    var kind: String { "shape" }
}
class Polygon: Shape {
    var corners: [Int]
    required init(sides: Int) {
        corners = Array(0..<sides)
        super.init(sides: sides)
    }
    override var kind: String { "polygon \(corners)" }
}
let copy: Shape = Polygon(sides: 3)
print(copy.kind, Polygon(sides: 4).corners.count, Shape(sides: 5).kind, copy is Polygon)
// expect: polygon [0, 1, 2] 4 shape true
