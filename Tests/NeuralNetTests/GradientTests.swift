import Foundation
import NeuralNet
import Outputs
import Tensors
import Testing

/// Gradients against differences of the loss itself, in double precision, for every layer and loss of the parity cases.
@Suite(.serialized) struct GradientTests {
    static let cases: [NetworkCase] = NetworkCase.all.filter { item in
        // Dropout's choice is only taken while training.
        !(item.json["layers"]?.asArray ?? []).contains { layer in
            layer["type"]?.asString == "Dropout" || (layer["layer"] ?? layer)["dropout"] != nil
        }
    }

    @Test(.enabled(if: !cases.isEmpty)) func everyLayerAndLoss() throws {
        #expect(Self.cases.count > 150)
        for item in Self.cases {
            let error = try Failure.collected { try Self.check(item) }
            #expect(error == nil, "\(item.name)")
        }
    }

    private static func check(_ item: NetworkCase) throws {
        let model = try item.model(.float64)
        let (x, y) = (item.x, item.y(model.outputShape(x: item.x)))
        let gradients = model.gradients(x, y).map { $0.doubles() }
        let start = model.weights
        func loss(_ weights: [Tensor]) -> Double {
            model.setWeights(weights)
            return model.evaluate(x, y, batchSize: 4096).loss
        }
        // Some weights of each array are enough: a wrong formula is wrong in most of them.
        for (number, gradient) in gradients.enumerated() {
            for place in Set([0, gradient.count / 2, gradient.count - 1]) {
                func moved(_ step: Double) -> [Tensor] {
                    var weights = start
                    var values = weights[number].doubles()
                    values[place] += step
                    weights[number] = Tensor(values).reshaped(start[number].shape)
                    return weights
                }
                let slope = (loss(moved(1e-6)) - loss(moved(-1e-6))) / 2e-6
                #expect(
                    abs(slope - gradient[place]) < 2e-6 * max(1, abs(slope)),
                    "\(item.name): weight \(place) of array \(number), \(gradient[place]) against \(slope)")
            }
        }
    }
}

/// Networks as users build them: what comes out, and what is said when something is wrong.
@Suite(.serialized) struct LayerTests {
    @Test func masksArePassedOver() {
        let error = Failure.collected {
            RandomStream.reseed(2)
            let model = Sequential {
                Embedding(10, 4, maskZero: true)
                LSTM(5)
                Dense(1)
            }
            let short = Tensor([[3, 4, 5]])
            let padded = Tensor([[0, 0, 3, 4, 5]])
            let behind = Tensor([[3, 4, 5, 0, 0]])
            let expected = model.predict(short).item()
            #expect(abs(model.predict(padded).item() - expected) < 1e-7)
            #expect(abs(model.predict(behind).item() - expected) < 1e-7)
        }
        #expect(error == nil)
    }

    @Test func initialisersHaveTheirSpread() {
        let error = Failure.collected {
            RandomStream.reseed(7)
            let layer = LSTM(40, inputShape: [3, 30])
            _ = Sequential { layer }
            let weights = layer.weights
            #expect(weights.map(\.shape) == [[30, 160], [40, 160], [160]])
            let limit = (6.0 / 190).squareRoot()
            #expect(weights[0].max() <= limit && weights[0].max() > 0.98 * limit)
            // Rows of the recurrent kernel are orthonormal.
            let product = dot(weights[1], weights[1].transposed())
            #expect(abs(product - Tensor.eye(40)).max() < 1e-6)
            // The forget gate's bias is one.
            #expect(weights[2] == Tensor((0..<160).map { $0 >= 40 && $0 < 80 ? 1 : 0 }))
            let table = Embedding(500, 20, inputLength: 4)
            _ = Sequential { table }
            #expect(table.weights[0].max() < 0.05 && table.weights[0].min() > -0.05 && table.weights[0].std() > 0.027)
            let dense = Dense(300, kernelInitializer: .heNormal, inputShape: [200])
            _ = Sequential { dense }
            #expect(abs(dense.weights[0].std() - 0.1) < 0.003)
        }
        #expect(error == nil)
    }

    @Test func dropoutDropsItsShareAndOnlyWhileTraining() {
        let error = Failure.collected {
            RandomStream.reseed(3)
            let model = Sequential {
                Dropout(0.25)
                Dense(1, useBias: false, kernelInitializer: .ones)
            }
            let x = Tensor.ones([4, 20_000])
            #expect(model.predict(x)[0].item() == 20_000)
            model.compile(optimizer: .sgd(learningRate: 0), loss: .mae)
            let history = model.fit(x, Tensor.zeros([4, 1]), epochs: 1)
            // The mean stays; a different choice for each sample.
            #expect(abs(history["loss"][0] - 20_000) < 400 && history["loss"][0] != 20_000)
        }
        #expect(error == nil)
    }

    @Test func classesWeighInTheLossAlone() {
        let error = Failure.collected {
            let x = Tensor([[0.0], [0.0]])
            let y = Tensor([0, 1])
            let model = Sequential { Dense(1, activation: .sigmoid, kernelInitializer: .zeros) }
            model.compile(optimizer: .sgd(learningRate: 0), loss: .binaryCrossentropy, metrics: [.accuracy])
            let history = model.fit(x, y, classWeight: [1: 3])
            #expect(abs(history["loss"][0] - 2 * log(2)) < 1e-6 && history["accuracy"][0] == 0.5)
        }
        #expect(error == nil)
    }

    @Test func earlyStoppingGivesTheBestWeightsBack() {
        let error = Failure.collected {
            RandomStream.reseed(5)
            let x = Tensor.random([40, 3])
            let y = Tensor((0..<40).map { Double($0 % 2) })
            let model = Sequential { Dense(1) }
            model.compile(optimizer: .sgd(learningRate: 0.05), loss: .mse)
            let stopping = EarlyStopping(patience: 2, restoreBestWeights: true)
            // After the third epoch the rate is so large that the loss only grows.
            let schedule = LearningRateScheduler { epoch, rate in epoch < 3 ? 0.05 : 0.9 }
            let history = model.fit(
                x, y, epochs: 30, batchSize: 40, validationData: (x, y), shuffle: false,
                callbacks: [stopping, schedule])
            #expect(history.epochs == stopping.bestEpoch + 2 && stopping.stoppedEpoch == history.epochs)
            #expect(history["learning_rate"].prefix(4) == [0.05, 0.05, 0.05, 0.9])
            let best = history["val_loss"].min() ?? .nan
            #expect(abs(model.evaluate(x, y).loss - best) < 1e-7)
        }
        #expect(error == nil)
    }

    @Test func thePlateauLowersTheRate() {
        let error = Failure.collected {
            let x = Tensor.ones([4, 1])
            let model = Sequential { Dense(1, kernelInitializer: .zeros) }
            model.compile(optimizer: .sgd(learningRate: 1e-9), loss: .mse)
            var seen: [Int] = []
            let history = model.fit(
                x, x, epochs: 7,
                callbacks: [
                    ReduceLROnPlateau(monitor: "loss", factor: 0.5, patience: 2, minLearningRate: 3e-10),
                    EpochCallback { epoch, logs in if logs["loss"] != nil { seen.append(epoch) } },
                ])
            #expect(history["learning_rate"] == [1e-9, 1e-9, 1e-9, 5e-10, 5e-10, 3e-10, 3e-10])
            #expect(seen == Array(0..<7))
        }
        #expect(error == nil)
    }

    @Test func validationSplitTakesTheEnd() {
        let error = Failure.collected {
            let x = Tensor((0..<10).map { Double($0) }).reshaped([10, 1])
            let model = Sequential { Dense(1, kernelInitializer: .ones) }
            model.compile(optimizer: .sgd(learningRate: 0), loss: .mae)
            let history = model.fit(x, Tensor.zeros([10, 1]), validationSplit: 0.2)
            #expect(history["loss"] == [3.5] && history["val_loss"] == [8.5])
        }
        #expect(error == nil)
    }

    @Test func lossesOfTheNotebooksOwnLearnLikeTheLibrarys() {
        let error = Failure.collected {
            var weights: [[Double]] = []
            for loss in [MeanSquaredError(), CustomLoss("mse") { mean(square($0 - $1)) }] as [any Loss] {
                RandomStream.reseed(9)
                let x = Tensor.random([50, 4])
                let model = Sequential(dtype: .float64) {
                    Dense(5, activation: .tanh)
                    Dense(2)
                }
                model.compile(optimizer: .adam(learningRate: 0.01), loss: loss)
                model.fit(x, x[.all, 0..<2], epochs: 3, batchSize: 16)
                weights.append(model.weights.flatMap { $0.doubles() })
            }
            #expect(zip(weights[0], weights[1]).allSatisfy { abs($0 - $1) < 1e-12 })
        }
        #expect(error == nil)
        let wrong = Failure.collected {
            let model = Sequential { Dense(1) }
            model.compile(loss: CustomLoss("wrong") { _, yPred in Tensor([1.0, 2, 3]) * Tensor(yPred.mean()) })
            model.fit(Tensor.ones([4, 2]), Tensor.ones([4, 1]))
        }
        #expect(wrong is TensorError)
    }

    @Test func mistakesAreSaidWithTheirLayer() {
        func message(_ body: () -> Void) -> String {
            (Failure.collected(body) as? NetworkError)?.message(in: "en") ?? "none"
        }
        let x = Tensor.ones([4, 6])
        #expect(message { _ = Sequential { LSTM(3) }.predict(x) }.contains("Layer 0 (LSTM, 3 units) reads inputs"))
        #expect(message { _ = Sequential { LSTM(3) }.predict(x) }.contains("Reshape([6, 1])"))
        #expect(
            message { _ = Sequential { Embedding(5, 2) }.predict(x * 7) }.contains("from 0 to 4, but sample 0 holds 7"))
        #expect(message { _ = Sequential { Reshape([4, 2]) }.predict(x) }.contains("cannot make the shape [4, 2]"))
        #expect(message { _ = LSTM(3, activation: .softmax) }.contains("cannot have the activation softmax"))
        #expect(message { _ = Dropout(1.5) }.contains("rate"))
        let model = Sequential { Dense(3, activation: .softmax) }
        model.compile(loss: .sparseCategoricalCrossentropy)
        #expect(message { model.fit(x, Tensor([0, 1, 2, 3])) }.contains("from 0 to 2, but y of sample 3 is 3"))
        let callbacks: [any Callback] = [EarlyStopping()]
        #expect(message { model.fit(x, Tensor([0, 1, 2, 1]), callbacks: callbacks) }.contains("validationData"))
    }
}
