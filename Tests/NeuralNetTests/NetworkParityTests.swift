import Foundation
import NeuralNet
import Outputs
import Tensors
import Testing

/// Networks of every kind give what Keras gives, in double precision to 1e-6 and in single precision to 1e-4 where
/// Keras's own stays that close. Written by Tests/Parity/networks.py.
@Suite(.serialized) struct NetworkParityTests {
    static let cases = NetworkCase.all

    /// The fixture is written by `make parity`, which takes a while: until then there is nothing to compare with.
    @Test(.enabled(if: !cases.isEmpty)) func thereAreTwoHundredCases() { #expect(Self.cases.count >= 200) }

    @Test func doublePrecision() throws {
        for item in Self.cases {
            let error = try Failure.collected { try Self.compare(item, .float64, 1e-6) }
            #expect(error == nil, "\(item.name)")
        }
    }

    @Test func singlePrecision() throws {
        let close = Self.cases.filter(\.isStable)
        #expect(close.count >= Self.cases.count * 9 / 10)
        for item in close {
            let error = try Failure.collected { try Self.compare(item, .float32, 1e-4) }
            #expect(error == nil, "\(item.name)")
        }
    }

    private static func compare(_ item: NetworkCase, _ dtype: DType, _ tolerance: Double) throws {
        let model = try item.model(dtype)
        let (x, y) = (item.x, item.y(model.outputShape(x: item.x)))
        expectClose(model.predict(x).doubles(), item.numbers("predictions"), tolerance, "\(item.name): predict")
        let scores = model.evaluate(x, y, batchSize: 64)
        expectClose(scores.keys.map { scores[$0] }, item.numbers("scores"), tolerance, "\(item.name): evaluate")
        let gradients = model.gradients(x[..<item.firstBatch], y[..<item.firstBatch], classWeight: item.classWeight)
        for (number, (ours, theirs)) in zip(gradients, item.lists("gradients")).enumerated() {
            expectClose(ours.doubles(), theirs, tolerance, "\(item.name): gradient \(number)")
        }
        #expect(gradients.count == item.lists("gradients").count, "\(item.name)")
        let history = model.fit(
            x, y, epochs: item.epochs, batchSize: item.batch, validationData: (x[..<item.held], y[..<item.held]),
            shuffle: false, classWeight: item.classWeight)
        #expect(history.keys.sorted() == item.history.keys.sorted(), "\(item.name)")
        for (key, values) in item.history { expectClose(history[key], values, tolerance, "\(item.name): \(key)") }
        for (number, (ours, theirs)) in zip(model.weights, item.lists("final")).enumerated() {
            expectClose(ours.doubles(), theirs, tolerance, "\(item.name): weights \(number)")
        }
    }
}

/// One case of the fixture.
struct NetworkCase: Sendable {
    let json: JSON

    /// All of the fixture.
    static let all: [NetworkCase] = {
        let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appending(path: "Fixtures/networks.json")
        guard let data = try? Data(contentsOf: url), let json = try? JSONDecoder().decode(JSON.self, from: data) else {
            return []
        }
        return (json["cases"]?.asArray ?? []).map(NetworkCase.init)
    }()

    var name: String { json["name"]?.asString ?? "?" }
    var epochs: Int { json["epochs"]?.asInt ?? 0 }
    var batch: Int { json["batch"]?.asInt ?? 0 }
    var held: Int { json["held"]?.asInt ?? 0 }
    var isStable: Bool { json["single"]?.asBool == true }
    private var count: Int { json["n"]?.asInt ?? 0 }
    var firstBatch: Int { min(batch, count) }
    private var shape: [Int] { (json["shape"]?.asArray ?? []).compactMap(\.asInt) }
    private var kind: String { json["y"]?.asString ?? "" }
    var history: [String: [Double]] {
        (json["history"]?.asObject ?? [:]).mapValues { ($0.asArray ?? []).compactMap(\.asDouble) }
    }
    var classWeight: [Int: Double]? {
        json["classWeight"]?.asObject.map { weights in
            Dictionary(
                uniqueKeysWithValues: weights.compactMap { key, value in
                    Int(key).flatMap { key in value.asDouble.map { (key, $0) } }
                })
        }
    }

    func numbers(_ key: String) -> [Double] { (json[key]?.asArray ?? []).compactMap(\.asDouble) }
    func lists(_ key: String) -> [[Double]] {
        (json[key]?.asArray ?? []).map { ($0.asArray ?? []).compactMap(\.asDouble) }
    }

    /// The generator's hash of place and seed: uniform in ±scale.
    static func numbers(_ seed: Int, _ count: Int, _ scale: Double = 1) -> [Double] {
        (0..<count).map { place in
            var x = (UInt64(place) &* 2_654_435_761 &+ UInt64(seed) &* 40503 &+ 12345) & 0xFFFF_FFFF
            for _ in 0..<2 {
                x ^= x >> 16
                x = (x &* 0x45D9F3B) & 0xFFFF_FFFF
            }
            x ^= x >> 16
            return (Double(x) / 0x1p32 * 2 - 1) * scale
        }
    }

    var x: Tensor {
        let size = shape.reduce(1, *)
        var values = Self.numbers(1, count * size)
        if let words = json["words"]?.asInt {
            values = values.map { (($0 + 1) / 2 * Double(words)).rounded(.down) }
            for row in 0..<count { for step in 0..<(row * 2) % shape[0] { values[row * size + step] = 0 } }
        }
        return Tensor(values).reshaped([count] + shape)
    }

    /// Targets for outputs of a shape.
    func y(_ output: [Int]) -> Tensor {
        let classes = output.last ?? 1
        let rows = count * output.dropLast().reduce(1, *)
        switch kind {
        case "onehot", "class":
            let numbers = Self.numbers(2, rows).map { (($0 + 1) / 2 * Double(classes)).rounded(.down) }
            if kind == "class" { return Tensor(numbers).reshaped([count] + output.dropLast()) }
            let values = numbers.flatMap { number in (0..<classes).map { Double($0) == number ? 1.0 : 0 } }
            return Tensor(values).reshaped([count] + output)
        case "real": return Tensor(Self.numbers(2, rows * classes)).reshaped([count] + output)
        default: return Tensor(Self.numbers(2, rows * classes).map { $0 > 0 ? 1 : 0 }).reshaped([count] + output)
        }
    }

    func model(_ dtype: DType) throws -> Sequential {
        let model = Sequential(dtype: dtype)
        var shape = shape
        for (place, layer) in try #require(json["layers"]?.asArray).enumerated() {
            let built = try Self.layer(layer)
            let directions = (built as? Bidirectional)?.directions ?? [built as? RecurrentLayer].compactMap(\.self)
            let rate = (layer["layer"] ?? layer)["dropout"]?.asDouble ?? 0
            for (direction, cell) in directions.enumerated() where rate > 0 {
                let width = [firstBatch, shape[shape.count - 1]]
                let keep = Self.numbers(1000 + place + 100 * direction, width[0] * width[1]).map { $0 > rate * 2 - 1 }
                cell.injectedMask = Tensor(keep.map { $0 ? 1 / (1 - rate) : 0 }).reshaped(width)
            }
            if let dropout = built as? Dropout {
                let size = [firstBatch] + shape
                let keep = Self.numbers(900 + place, size.reduce(1, *)).map { $0 > dropout.rate * 2 - 1 }
                dropout.injectedMask = Tensor(keep.map { $0 ? 1 / (1 - dropout.rate) : 0 }).reshaped(size)
            }
            model.add(built)
            shape = model.outputShape(x: x)
        }
        _ = model.outputShape(x: x)
        model.setWeights(
            model.weights.enumerated().map { place, weight in
                Tensor(Self.numbers(100 + place, weight.count, 0.5)).reshaped(weight.shape)
            })
        model.compile(optimizer: try optimizer(), loss: try loss(), metrics: try metrics())
        return model
    }

    private static func layer(_ json: JSON) throws -> any Layer {
        let kind = json["type"]?.asString ?? ""
        let units = json["units"]?.asInt ?? 0
        func flag(_ key: String, _ standard: Bool = false) -> Bool { json[key]?.asBool ?? standard }
        func activation(_ key: String, _ standard: Activation) throws -> Activation {
            guard let name = json[key]?.asString else { return standard }
            let words = name.split(separator: "_")
            let camel = String(words[0]) + words.dropFirst().map(\.capitalized).joined()
            return try #require(Activation.named[camel], "\(name)")
        }
        func regularizer(_ key: String) -> Regularizer? {
            json[key].map { .l1l2(l1: $0["l1"]?.asDouble ?? 0, l2: $0["l2"]?.asDouble ?? 0) }
        }
        switch kind {
        case "Dense":
            return Dense(
                units, activation: try activation("activation", .linear), useBias: flag("use_bias", true),
                kernelRegularizer: regularizer("kernel_regularizer"), biasRegularizer: regularizer("bias_regularizer"))
        case "SimpleRNN":
            return SimpleRNN(
                units, activation: try activation("activation", .tanh), useBias: flag("use_bias", true),
                dropout: json["dropout"]?.asDouble ?? 0, returnSequences: flag("return_sequences"),
                goBackwards: flag("go_backwards"))
        case "LSTM":
            return LSTM(
                units, activation: try activation("activation", .tanh),
                recurrentActivation: try activation("recurrent_activation", .sigmoid),
                useBias: flag("use_bias", true), unitForgetBias: flag("unit_forget_bias", true),
                dropout: json["dropout"]?.asDouble ?? 0, returnSequences: flag("return_sequences"),
                goBackwards: flag("go_backwards"),
                kernelRegularizer: regularizer("kernel_regularizer"),
                recurrentRegularizer: regularizer("recurrent_regularizer"))
        case "GRU":
            return GRU(
                units, activation: try activation("activation", .tanh),
                recurrentActivation: try activation("recurrent_activation", .sigmoid),
                useBias: flag("use_bias", true), dropout: json["dropout"]?.asDouble ?? 0,
                returnSequences: flag("return_sequences"), goBackwards: flag("go_backwards"))
        case "Bidirectional":
            let spec = try #require(json["layer"])
            let inner = try #require(layer(spec) as? RecurrentLayer)
            let mode = try #require(MergeMode(rawValue: json["mode"]?.asString ?? ""))
            return Bidirectional(inner, mergeMode: mode)
        case "Embedding":
            return Embedding(json["count"]?.asInt ?? 0, json["width"]?.asInt ?? 0, maskZero: flag("mask"))
        case "Activation": return Activation(try activation("activation", .linear))
        case "LeakyReLU": return LeakyReLU(negativeSlope: json["slope"]?.asDouble ?? 0)
        case "PReLU": return PReLU()
        case "Flatten": return Flatten()
        case "Reshape": return Reshape((json["shape"]?.asArray ?? []).compactMap(\.asInt))
        case "Dropout": return Dropout(json["rate"]?.asDouble ?? 0)
        default: throw UnknownName(name: kind)
        }
    }

    private func optimizer() throws -> any Optimizer {
        let options = (json["options"]?.asObject ?? [:]).compactMapValues(\.asDouble)
        func option(_ key: String, _ standard: Double) -> Double { options[key] ?? standard }
        let rate = options["learning_rate"]
        switch json["optimizer"]?.asString ?? "" {
        case "sgd":
            return SGD(
                learningRate: rate ?? 0.01, momentum: option("momentum", 0),
                nesterov: json["options"]?["nesterov"]?.asBool ?? false)
        case "rmsprop":
            return RMSprop(
                learningRate: rate ?? 0.001, rho: option("rho", 0.9), momentum: option("momentum", 0),
                epsilon: option("epsilon", 1e-7))
        case "adam":
            return Adam(
                learningRate: rate ?? 0.001, beta1: option("beta_1", 0.9), beta2: option("beta_2", 0.999),
                epsilon: option("epsilon", 1e-7))
        case "adamw": return AdamW(learningRate: rate ?? 0.001, weightDecay: option("weight_decay", 0.004))
        case "adagrad":
            return Adagrad(
                learningRate: rate ?? 0.001, initialAccumulatorValue: option("initial_accumulator_value", 0.1))
        case let name: throw UnknownName(name: name)
        }
    }

    private func loss() throws -> any Loss {
        let logits = json["logits"]?.asBool ?? false
        let name = json["loss"]?.asString ?? ""
        switch name {
        case "binary_crossentropy": return BinaryCrossentropy(fromLogits: logits)
        case "categorical_crossentropy": return CategoricalCrossentropy(fromLogits: logits)
        case "sparse_categorical_crossentropy": return SparseCategoricalCrossentropy(fromLogits: logits)
        case "mse": return MeanSquaredError()
        case "mae": return MeanAbsoluteError()
        case "huber": return Huber()
        default:
            guard name.hasPrefix("huber:") else { throw UnknownName(name: name) }
            return Huber(delta: Double(name.dropFirst(6)) ?? 1)
        }
    }

    private func metrics() throws -> [any Metric] {
        let known: [String: any Metric] = [
            "accuracy": .accuracy, "acc": .acc, "binary_accuracy": .binaryAccuracy, "mae": .mae, "mse": .mse,
            "categorical_accuracy": .categoricalAccuracy, "sparse_categorical_accuracy": .sparseCategoricalAccuracy,
            "precision": .precision, "recall": .recall, "auc": .auc,
        ]
        return try (json["metrics"]?.asArray ?? []).map { try #require(known[$0.asString ?? ""]) }
    }

    private struct UnknownName: Error {
        let name: String
    }
}
