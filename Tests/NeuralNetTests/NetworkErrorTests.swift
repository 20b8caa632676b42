import NeuralNet
import Outputs
import Tensors
import Testing

/// Every mistake is an error that says what is wrong in three languages, never a trap.
@Suite(.serialized) struct NetworkErrorTests {
    private let x = Tensor.ones([6, 4])
    private let y = Tensor([0, 1, 0, 1, 0, 1])

    private func network(_ layers: [Dense], loss: any Loss = .binaryCrossentropy) -> Sequential {
        let model = Sequential { layers as [any Layer] }
        model.compile(optimizer: .sgd, loss: loss)
        return model
    }

    private func expectError(
        _ expected: NetworkError, sourceLocation: SourceLocation = #_sourceLocation, _ body: () -> Void
    ) {
        let error = Failure.collected(body)
        #expect(error as? NetworkError == expected, sourceLocation: sourceLocation)
        let texts = ["en", "ja", "ko"].map { expected.message(in: $0) }
        #expect(Set(texts).count == 3 && texts.allSatisfy { $0.count > 8 }, sourceLocation: sourceLocation)
    }

    @Test func stacks() {
        expectError(.noUnits(0)) { _ = Dense(0) }
        expectError(.noLayers) { _ = Sequential().predict(x) }
        let layer = Dense(3)
        expectError(.layerTwice(.init(index: 0, kind: "Dense", units: 3))) {
            _ = Sequential {
                layer
                layer
            }
        }
        struct OwnLayer: Layer {}
        expectError(.notOfTheLibrary("OwnLayer")) { Sequential().add(OwnLayer()) }
        struct OwnLoss: Loss {}
        expectError(.notOfTheLibrary("OwnLoss")) { Sequential().compile(optimizer: .sgd, loss: OwnLoss()) }
        expectError(.metricTwice("acc")) { Sequential().compile(optimizer: .sgd, loss: .mse, metrics: [.acc, .acc]) }
        expectError(.metricTwice("loss")) {
            Sequential().compile(optimizer: .sgd, loss: .mse, metrics: [CustomMetric("loss") { _, _ in 0 }])
        }
    }

    @Test func calls() {
        let bare = Sequential { Dense(1) }
        expectError(.notCompiled("fit")) { bare.fit(x, y) }
        expectError(.notCompiled("evaluate")) { _ = bare.evaluate(x, y) }
        let model = network([Dense(1, activation: .sigmoid)])
        expectError(.notPositive("epochs", 0)) { model.fit(x, y, epochs: 0) }
        expectError(.notPositive("batchSize", -1)) { model.fit(x, y, batchSize: -1) }
        expectError(.notPositive("batchSize", 0)) { _ = model.predict(x, batchSize: 0) }
        expectError(.noSamples) { model.fit(Tensor.zeros([0, 4]), Tensor([Int]())) }
    }

    @Test func shapes() {
        let model = network([Dense(3, activation: .relu), Dense(1, activation: .sigmoid)])
        expectError(.inputShape([4])) { _ = model.predict(Tensor([1, 2, 3, 4])) }
        expectError(.sampleCounts(x: 2, y: 6)) { model.fit(Tensor.ones([2, 2, 4]), y) }
        expectError(.sampleCounts(x: 6, y: 5)) { model.fit(x, y[1...]) }
        expectError(.inValidation(.sampleCounts(x: 6, y: 2))) { model.fit(x, y, validationData: (x, y[..<2])) }
        expectError(.targetShape(loss: "BinaryCrossentropy", found: [6, 2], expected: [6, 1])) {
            model.fit(x, Tensor.ones([6, 2]))
        }
        _ = model.predict(x)
        expectError(.inputWidth(layer: .init(index: 0, kind: "Dense", units: 3), expected: 4, found: 5)) {
            _ = model.predict(Tensor.ones([6, 5]))
        }
        let classes = network([Dense(3, activation: .softmax)], loss: .categoricalCrossentropy)
        expectError(.targetShape(loss: "CategoricalCrossentropy", found: [6], expected: [6, 3])) { classes.fit(x, y) }
        expectError(.targetRange(loss: "BinaryCrossentropy", value: 2, row: 1)) {
            model.fit(x, Tensor([0, 2, 0, 1, 0, 1]))
        }
        expectError(.pairShapes(title: "MeanSquaredError", yTrue: [6], yPred: [6, 2])) {
            _ = MeanSquaredError()(y, Tensor.ones([6, 2]))
        }
    }

    @Test func theLossCeasesToBeANumber() throws {
        let model = Sequential {
            Dense(8)
            Dense(1)
        }
        model.compile(optimizer: SGD(learningRate: 1e18), loss: .mse)
        var history: History?
        let error = Failure.collected { history = model.fit(x, y, epochs: 30, batchSize: 2) }
        guard case .lossNotFinite(let epoch, let batch)? = error as? NetworkError else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(epoch >= 1 && (1...3).contains(batch))
        #expect(history?.epochs == epoch - 1)
        let infinite = Tensor([[1.0, 2, 3, 4], [5, .infinity, 7, 8]])
        let plain = network([Dense(1)], loss: .mse)
        expectError(.notFinite("x", value: .infinity, row: 1)) { plain.fit(infinite, y[..<2]) }
        expectError(.notFinite("y", value: .infinity, row: 1)) { plain.fit(x[..<2], Tensor([1, Double.infinity])) }
    }

    @Test func stackedRecurrentLayersNeedSequences() {
        let sequences = Tensor.ones([2, 5, 3])
        let (first, second) = (
            NetworkError.Place(index: 0, kind: "LSTM", units: 8), NetworkError.Place(index: 2, kind: "GRU", units: 4)
        )
        let error = NetworkError.sequenceNeeded(layer: second, below: first, found: [8])
        expectError(error) {
            let model = Sequential {
                LSTM(8)
                Dropout(0.2)
                GRU(4)
            }
            _ = model.predict(sequences)
        }
        for language in ["en", "ja", "ko"] {
            let text = error.message(in: language)
            #expect(text.contains("returnSequences: true") && text.contains("LSTM") && text.contains("[8]"))
        }
        let both = NetworkError.Place(index: 1, kind: "Bidirectional", units: 4)
        expectError(
            .sequenceNeeded(layer: both, below: .init(index: 0, kind: "Bidirectional", units: 4), found: [8])
        ) {
            let model = Sequential {
                Bidirectional(LSTM(4))
                Bidirectional(LSTM(4))
            }
            _ = model.predict(sequences)
        }
    }

    @Test func lastLayersThatDoNotFitTheLoss() {
        let place = NetworkError.Place(index: 0, kind: "Dense", units: 1)
        expectError(
            .lastActivation(loss: "BinaryCrossentropy", layer: place, activation: "linear", advice: "sigmoid")
        ) { network([Dense(1)]).fit(x, y) }
        expectError(.softmaxOfOne(place)) { network([Dense(1, activation: .softmax)]).fit(x, y) }
        expectError(
            .lastActivation(
                loss: "SparseCategoricalCrossentropy", layer: .init(index: 0, kind: "Dense", units: 2),
                activation: "tanh", advice: "softmax")
        ) { network([Dense(2, activation: .tanh)], loss: .sparseCategoricalCrossentropy).fit(x, y) }
        let none = Failure.collected { network([Dense(1)], loss: BinaryCrossentropy(fromLogits: true)).fit(x, y) }
        #expect(none == nil)
    }

    @Test func targetsInTheOtherForm() {
        let numbers = NetworkError.targetShape(loss: "CategoricalCrossentropy", found: [6], expected: [6, 3])
        #expect(numbers.message(in: "en").contains(".sparseCategoricalCrossentropy"))
        let oneHot = NetworkError.targetShape(loss: "SparseCategoricalCrossentropy", found: [6, 3], expected: [6])
        #expect(oneHot.message(in: "ko").contains(".categoricalCrossentropy"))
        expectError(oneHot) {
            network([Dense(3, activation: .softmax)], loss: .sparseCategoricalCrossentropy)
                .fit(x, Tensor.zeros([6, 3]))
        }
    }

    @Test func learningRatesAreNotNegative() {
        expectError(.negativeNumber("learningRate", -0.1)) {
            Sequential().compile(optimizer: SGD(learningRate: -0.1), loss: .mse)
        }
        let model = network([Dense(1)], loss: .mse)
        expectError(.negativeNumber("learningRate", -1)) {
            model.fit(x, y, callbacks: [LearningRateScheduler { _, _ in -1 }])
        }
    }

    @Test func labelsThatAreNoNumbersBelongToNoClass() {
        let labels = Tensor([0, Double.nan, 1])
        for body in [
            { _ = confusionMatrix(labels, labels) }, { _ = classificationReport(labels, labels) },
            { SGDClassifier().fit(Tensor.ones([3, 2]), labels) },
        ] {
            guard case .notWhole(_, place: 1)? = Failure.collected(body) as? TensorError else {
                Issue.record("no error")
                continue
            }
        }
        let weighted = Failure.collected {
            network([Dense(1)], loss: .mse).fit(x[..<3], labels, classWeight: [1: 2])
        }
        guard case .notFinite("y", _, row: 1)? = weighted as? NetworkError else {
            Issue.record("\(String(describing: weighted))")
            return
        }
    }

    @Test func unknownKeys() {
        let model = network([Dense(1, activation: .sigmoid)])
        var (history, scores): (History?, Scores?)
        let none = Failure.collected {
            history = model.fit(x, y)
            scores = model.evaluate(x, y)
        }
        #expect(none == nil)
        expectError(.unknownKey("los", known: ["loss"])) { _ = history?["los"] }
        expectError(.unknownKey("accuracy", known: ["loss"])) { _ = scores?["accuracy"] }
        let message = NetworkError.unknownKey("val_acuracy", known: ["accuracy", "val_accuracy"]).message(in: "en")
        #expect(message.contains("Did you mean \"val_accuracy\"?") && message.contains("accuracy, val_accuracy"))
        let short = NetworkError.unknownKey("acc", known: ["accuracy", "loss"]).message(in: "en")
        #expect(short.contains("Did you mean \"accuracy\"?"))
    }

    @Test func mistakesInsideMetricsEndTheTraining() {
        let model = network([Dense(1, activation: .sigmoid)])
        model.compile(
            optimizer: .sgd, loss: .binaryCrossentropy,
            metrics: [CustomMetric("broken") { yTrue, _ in (yTrue + Tensor([[1, 2, 3]])).reshaped([7]).item() }])
        let broken = Failure.collected { model.fit(x, y) }
        #expect(broken is TensorError)
    }

    /// In a process of its own, because a request to stop concerns all that run in one.
    @Test func aRequestToStopEndsTheTraining() async {
        await #expect(processExitsWith: .success) {
            let model = Sequential { Dense(1, activation: .sigmoid) }
            model.compile(optimizer: .sgd, loss: .binaryCrossentropy)
            let error = Failure.collected {
                Interruption.request(.cancelled)
                model.fit(Tensor.ones([6, 4]), Tensor([0, 1, 0, 1, 0, 1]), epochs: 3)
            }
            precondition((error as? Interruption.Interrupted)?.reason == .cancelled)
        }
    }
}
