import Foundation
import NeuralNet
import Outputs
import Tensors
import Testing

/// The same numbers as Keras, from fixtures that Keras wrote (Tests/Parity/generate.py).
@Suite(.serialized) struct ParityTests {
    private static func cases(_ file: String) throws -> [JSON] {
        let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/\(file)")
        let json = try JSONDecoder().decode(JSON.self, from: Data(contentsOf: url))
        return try #require(json["cases"]?.asArray)
    }

    @Test func trainingGivesTheWeightsThatKerasGives() throws {
        let cases = try Self.cases("training.json")
        #expect(cases.count >= 11)
        for item in cases {
            let fixture = try Fixture(item)
            let error = try Failure.collected { try Self.compare(fixture) }
            #expect(error == nil, "\(fixture.name)")
        }
    }

    private static func compare(_ fixture: Fixture) throws {
        let model = try fixture.model()
        expectClose(model.predict(fixture.x).doubles(), fixture.predictions.doubles(), 1e-4, "\(fixture.name) predict")
        let scores = model.evaluate(fixture.x, fixture.y, batchSize: fixture.batch)
        expectClose(scores.keys.map { scores[$0] }, fixture.scores, 1e-4, "\(fixture.name) evaluate")
        let history = model.fit(
            fixture.x, fixture.y, epochs: fixture.epochs, batchSize: fixture.batch,
            validationData: (fixture.x[..<fixture.held], fixture.y[..<fixture.held]), shuffle: false)
        #expect(history.keys == fixture.keys, "\(fixture.name)")
        for key in fixture.keys {
            expectClose(history[key], try #require(fixture.history[key]), 1e-4, "\(fixture.name) \(key)")
        }
        let weights = model.layers.compactMap { $0 as? Dense }.flatMap(\.weights)
        for (number, (ours, theirs)) in zip(weights, fixture.final).enumerated() {
            expectClose(ours.doubles(), theirs.doubles(), 1e-4, "\(fixture.name) weights \(number)")
        }
    }

    /// Inputs kept sparse take another way through the first layer.
    @Test func sparseInputsGiveTheSameWeights() throws {
        for item in try Self.cases("training.json") where item["sparse"]?.asBool == true {
            let fixture = try Fixture(item)
            var weights: [Tensor] = []
            let error = try Failure.collected {
                let model = try fixture.model()
                let x = fixture.sparseInputs()
                #expect(x.isSparse && x == fixture.x)
                let dense = model.predict(fixture.x).doubles()
                expectClose(model.predict(x).doubles(), dense, 1e-5, "\(fixture.name) predict")
                _ = model.fit(x, fixture.y, epochs: fixture.epochs, batchSize: fixture.batch, shuffle: false)
                weights = model.layers.compactMap { $0 as? Dense }.flatMap(\.weights)
            }
            #expect(error == nil && weights.count == fixture.final.count)
            for (ours, theirs) in zip(weights, fixture.final) {
                expectClose(ours.doubles(), theirs.doubles(), 1e-4, fixture.name)
            }
        }
    }

    @Test func lossesOfProbabilities() throws {
        for item in try Self.cases("losses.json") {
            let (t, p) = (try Fixture.tensor(item["yTrue"]), try Fixture.tensor(item["yPred"]))
            let losses = try #require(item["losses"]?.asObject)
            expectClose(
                [BinaryCrossentropy()(t, p), MeanSquaredError()(t, p), BinaryAccuracy(threshold: 0.6)(t, p)],
                [losses["binary_crossentropy"], losses["mse"], item["binaryAccuracy06"]].compactMap { $0?.asDouble },
                1e-5, "\(t.shape)")
            if let expected = losses["categorical_crossentropy"]?.asDouble {
                expectClose([CategoricalCrossentropy()(t, p)], [expected], 1e-5, "\(t.shape)")
            }
        }
    }
}

/// A network and what Keras made of it.
private struct Fixture {
    let name: String
    let json: JSON
    let x, y, predictions: Tensor
    let initial, final: [Tensor]
    let batch, epochs, held: Int
    let scores: [Double]
    let keys: [String]
    let history: [String: [Double]]

    init(_ json: JSON) throws {
        self.json = json
        name = try #require(json["name"]?.asString)
        x = try Self.tensor(json["x"])
        y = try Self.tensor(json["y"])
        predictions = try Self.tensor(json["predictions"])
        initial = try #require(json["initial"]?.asArray).map(Self.tensor)
        final = try #require(json["final"]?.asArray).map(Self.tensor)
        batch = try #require(json["batch"]?.asInt)
        epochs = try #require(json["epochs"]?.asInt)
        held = try #require(json["held"]?.asInt)
        scores = try #require(json["scores"]?.asArray).compactMap(\.asDouble)
        keys = try #require(json["keys"]?.asArray).compactMap(\.asString)
        history = try #require(json["history"]?.asObject).mapValues { ($0.asArray ?? []).compactMap(\.asDouble) }
    }

    static func tensor(_ json: JSON?) throws -> Tensor {
        let shape = try #require(json?["shape"]?.asArray).compactMap(\.asInt)
        let values = try #require(json?["values"]?.asArray).compactMap(\.asDouble)
        return Tensor(values, dtype: .float32).reshaped(shape)
    }

    func model() throws -> Sequential {
        let model = Sequential()
        for (number, layer) in try #require(json["layers"]?.asArray).enumerated() {
            let units = try #require(layer.asArray?[0].asInt)
            let activation = try #require(Activation.named[layer.asArray?[1].asString ?? ""])
            let dense = Dense(units, activation: activation)
            dense.setWeights([initial[2 * number], initial[2 * number + 1]])
            model.add(dense)
        }
        let options = try #require(json["options"]?.asObject).mapValues { $0.asDouble ?? .nan }
        let optimizer: any Optimizer =
            json["optimizer"]?.asString == "sgd"
            ? SGD(learningRate: options["learning_rate"] ?? 0.01)
            : RMSprop(
                learningRate: options["learning_rate"] ?? 0.001, rho: options["rho"] ?? 0.9,
                epsilon: options["epsilon"] ?? 1e-7)
        let losses: [String: any Loss] = [
            "binary_crossentropy": .binaryCrossentropy, "categorical_crossentropy": .categoricalCrossentropy,
            "mse": .mse,
        ]
        let metrics: [String: any Metric] = [
            "accuracy": .accuracy, "acc": .acc, "binary_accuracy": .binaryAccuracy, "mae": .mae,
        ]
        model.compile(
            optimizer: optimizer, loss: try #require(losses[json["loss"]?.asString ?? ""]),
            metrics: try #require(json["metrics"]?.asArray).map { try #require(metrics[$0.asString ?? ""]) })
        return model
    }

    /// `x` written row by row into zeros, as the lesson does it.
    func sparseInputs() -> Tensor {
        var result = Tensor.zeros(x.shape)
        let values = x.doubles()
        for row in 0..<x.shape[0] {
            result[row, (0..<x.shape[1]).filter { values[row * x.shape[1] + $0] != 0 }] = 1
        }
        return result
    }
}

/// Equal but for `tolerance`, relative to numbers over 1 and absolute below.
func expectClose(
    _ ours: [Double], _ theirs: [Double], _ tolerance: Double, _ what: String,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    #expect(ours.count == theirs.count, "\(what)", sourceLocation: sourceLocation)
    let worst = zip(ours, theirs).map { abs($0 - $1) / max(abs($1), 1) }.max() ?? 0
    #expect(worst <= tolerance, "\(what): off by \(worst)", sourceLocation: sourceLocation)
}
