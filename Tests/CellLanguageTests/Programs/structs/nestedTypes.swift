// Types inside types: a network's configuration with its layers, their kinds and defaults.
struct Network {
    struct Layer {
        enum Kind: String {
            case dense, dropout, norm
        }

        struct Shape: Equatable {
            var inputs: Int
            var outputs: Int
            var count: Int { inputs * outputs + outputs }
        }

        var kind: Kind
        var shape: Shape

        var parameters: Int {
            switch kind {
            case .dense: shape.count
            case .norm: 2 * shape.outputs
            case .dropout: 0
            }
        }
    }

    typealias Sizes = [Int]
    static let limit = 4

    var layers: [Layer] = []

    init(_ sizes: Sizes) {
        for (inputs, outputs) in zip(sizes, sizes.dropFirst()) {
            layers.append(Layer(kind: .dense, shape: .init(inputs: inputs, outputs: outputs)))
            layers.append(Layer(kind: .norm, shape: Layer.Shape(inputs: outputs, outputs: outputs)))
        }
    }

    var parameters: Int { layers.reduce(0) { $0 + $1.parameters } }

    mutating func add(_ kind: Layer.Kind) {
        guard layers.count <= Self.limit, let last = layers.last else { return }
        let size = last.shape.outputs
        layers.append(.init(kind: kind, shape: .init(inputs: size, outputs: size)))
    }
}

var network = Network([3, 5, 2])
print(network.parameters, network.layers.count)  // expect: 46 4
network.add(.dropout)
network.add(.dense)
print(network.layers.map { $0.kind.rawValue })  // expect: ["dense", "norm", "dense", "norm", "dropout"]
print(network.layers[2].shape, network.layers[2].shape == .init(inputs: 5, outputs: 2))
// expect: Shape(inputs: 5, outputs: 2) true
print(network.layers[0])
// expect: Layer(kind: Notebook.Network.Layer.Kind.dense, shape: Notebook.Network.Layer.Shape(inputs: 3, outputs: 5))
let kind: Network.Layer.Kind = .norm
let sizes: Network.Sizes = [2, 2]
print(kind, Network(sizes).parameters, Network([]).layers.isEmpty)  // expect: norm 10 true

extension Network.Layer {
    struct Summary {
        var text: String
    }
    var summary: Summary { Summary(text: "\(kind.rawValue) \(shape.inputs)->\(shape.outputs) (\(parameters))") }
}
for layer in network.layers { print(layer.summary.text) }
// expect: dense 3->5 (20)
// expect: norm 5->5 (10)
// expect: dense 5->2 (12)
// expect: norm 2->2 (4)
// expect: dropout 2->2 (0)

// A type may be local to a function, too.
func statistics(_ values: [Double]) -> String {
    struct Running {
        var count = 0
        var sum = 0.0
        mutating func add(_ value: Double) {
            count += 1
            sum += value
        }
    }
    var running = Running()
    values.forEach { running.add($0) }
    return "\(running.count): \(running.sum)"
}
print(statistics([1, 2.5, 4]))  // expect: 3: 7.5
