import Foundation
import Kernels
import NeuralNet
import Outputs
import Synchronization
import Tensors
import Testing

/// Training as a whole: repeatable to the bit, and honest about what it did.
@Suite(.serialized) struct TrainingTests {
    /// Reviews in small: each sample some of 700 words, its label decided by a few of them.
    private static func reviews(_ count: Int, seed: UInt64 = 3) -> (x: Tensor, y: Tensor) {
        var generator = Xoshiro256(seed: seed)
        var x = Tensor.zeros([count, 700])
        var labels: [Int] = []
        for row in 0..<count {
            let words = (0..<40).map { _ in Int(generator.unit() * generator.unit() * 700) }
            x[row, words] = 1
            labels.append(words.reduce(0) { $0 + ($1 % 3 == 0 ? 1 : -1) } > -14 ? 1 : 0)
        }
        return (x, Tensor(labels))
    }

    private static func network(_ metrics: [any Metric] = [.accuracy]) -> Sequential {
        let model = Sequential {
            Dense(16, activation: .relu)
            Dense(16, activation: .relu)
            Dense(1, activation: .sigmoid)
        }
        model.compile(optimizer: .rmsprop, loss: .binaryCrossentropy, metrics: metrics)
        return model
    }

    private static func weights(_ model: Sequential) -> [[Double]] {
        model.layers.compactMap { $0 as? Dense }.flatMap(\.weights).map { $0.doubles() }
    }

    /// The same bits on 1, 2 and 8 threads, for sparse and dense inputs, small and large layers.
    @Test func theNumberOfThreadsDoesNotTouchABit() throws {
        let (x, y) = Self.reviews(900)
        let wide = Tensor.zeros([300, 200]) + Tensor((0..<200).map { Double($0 % 13) / 13 })
        let classes = Tensor((0..<300).map { row in (0..<10).map { $0 == row % 10 ? 1 : 0 } })
        let threads = Workers.threads
        defer { Workers.setThreads(threads) }
        var results: [[[Double]]] = []
        for count in [1, 2, 8] {
            Workers.setThreads(count)
            let error = Failure.collected {
                RandomStream.reseed(11)
                let sparse = Self.network()
                let history = sparse.fit(
                    x[300...], y[300...], epochs: 2, batchSize: 250, validationData: (x[..<300], y[..<300]))
                let dense = Sequential {
                    Dense(300, activation: .tanh)
                    Dense(120, activation: .relu)
                    Dense(10, activation: .softmax)
                }
                dense.compile(optimizer: .rmsprop, loss: .categoricalCrossentropy, metrics: [.accuracy])
                let other = dense.fit(wide, classes, epochs: 2, batchSize: 130)
                results.append(
                    Self.weights(sparse) + Self.weights(dense) + history.keys.map { history[$0] }
                        + other.keys.map { other[$0] } + [dense.predict(wide).doubles(), sparse.predict(x).doubles()])
            }
            #expect(error == nil)
        }
        #expect(results.count == 3 && results[0] == results[1] && results[0] == results[2])
        #expect(results[0].allSatisfy { $0.allSatisfy(\.isFinite) })
    }

    @Test func aSeedFixesATraining() throws {
        let (x, y) = Self.reviews(200)
        let runs = [5, 5, 6].map { seed in
            var result: [[Double]] = []
            _ = Failure.collected {
                RandomStream.reseed(UInt64(seed))
                let model = Self.network()
                model.fit(x, y, epochs: 1, batchSize: 64)
                result = Self.weights(model)
            }
            return result
        }
        #expect(runs[0] == runs[1] && runs[0] != runs[2] && !runs[0].isEmpty)
    }

    @Test func aNetworkLearns() throws {
        let (x, y) = Self.reviews(2000)
        let error = Failure.collected {
            RandomStream.reseed(1)
            let model = Self.network()
            let history = model.fit(x[500...], y[500...], epochs: 8, batchSize: 64)
            #expect(history.epochs == 8 && history.keys == ["accuracy", "loss"])
            #expect(history["loss"][7] < history["loss"][0] * 0.7 && history["accuracy"][7] > 0.85)
            let scores = model.evaluate(x[..<500], y[..<500])
            #expect(scores.keys == ["loss", "accuracy"] && scores["accuracy"] > 0.7)
            let predictions = model.predict(x[..<500])
            #expect(predictions.shape == [500, 1] && predictions.dtype == .float32)
            #expect(abs(BinaryCrossentropy()(y[..<500], predictions) - scores.loss) < 1e-5)
            #expect(BinaryAccuracy()(y[..<500], predictions) == scores["accuracy"])
            // Training again goes on where it stopped.
            let more = model.fit(x[500...], y[500...], epochs: 1, batchSize: 64)
            #expect(more["loss"][0] < history["loss"][0])
        }
        #expect(error == nil)
    }

    @Test func batchSizesOfPredictionsDoNotMatter() {
        let (x, _) = Self.reviews(333)
        let error = Failure.collected {
            let model = Self.network()
            #expect(model.predict(x, batchSize: 1) == model.predict(x, batchSize: 512))
            #expect(model.predict(x[100..<101]).item() == model.predict(x)[100].item())
        }
        #expect(error == nil)
    }

    @Test func ownMetricsSeeEveryBatch() throws {
        let (x, y) = Self.reviews(150)
        let shapes = Mutex<[[Int]]>([])
        let metric = CustomMetric("error") { yTrue, yPred in
            shapes.withLock { $0.append(yTrue.shape + yPred.shape) }
            return MeanSquaredError()(yTrue, yPred)
        }
        let error = Failure.collected {
            let model = Self.network([metric, .mae])
            let history = model.fit(x, y, epochs: 1, batchSize: 64, validationData: (x, y))
            #expect(history.keys == ["error", "loss", "mae", "val_error", "val_loss", "val_mae"])
            let scores = model.evaluate(x, y, batchSize: 64)
            #expect(abs(scores["error"] - MeanSquaredError()(y, model.predict(x))) < 1e-6)
            #expect(abs(scores["error"] - history["val_error"][0]) < 1e-12)
        }
        #expect(error == nil)
        let epoch = [[64, 1, 64, 1], [64, 1, 64, 1], [22, 1, 22, 1]]
        #expect(shapes.withLock { $0 } == epoch + epoch + epoch)
    }

    @Test func whatIsShown() throws {
        let (x, y) = Self.reviews(100)
        let sink = RecordingSink()
        let error = Failure.collected {
            let old = Outputs.current
            Outputs.current = sink
            defer { Outputs.current = old }
            let model = Self.network([.acc])
            let history = model.fit(x[..<60], y[..<60], epochs: 2, batchSize: 25, validationData: (x[60...], y[60...]))
            #expect(sink.displayed == [history.show()])
            let lines = history.description.split(separator: "\n")
            #expect(lines.count == 3 && lines[0] == "Train on 60 samples, validate on 40 samples")
            #expect(
                lines[2].wholeMatch(
                    of: /Epoch 2\/2 - loss: \d\.\d{4} - acc: \d\.\d{4} - val_loss: \d\.\d{4} - val_acc: \d\.\d{4}/)
                    != nil)
            let payload = history.show().data[MIME.history]
            #expect(payload?["epochs"] == .int(2) && payload?["samples"] == .int(60))
            #expect(payload?["validationSamples"] == .int(40))
            #expect(payload?["keys"] == ["acc", "loss", "val_acc", "val_loss"])
            #expect(payload?["values"]?["loss"]?.asArray?.map(\.asDouble) == history["loss"])
            let scores = model.evaluate(x, y)
            #expect(scores.description.wholeMatch(of: /loss: \d\.\d{4} - acc: \d\.\d{4}/) != nil)
            #expect(scores.show().text == scores.description)
        }
        #expect(error == nil)
        let progress = sink.progress
        #expect(progress.last?.done == 6 && progress.last?.total == 6 && progress.first?.label == "fit")
        #expect(progress.last?.detail.hasPrefix("epoch 2/2 · loss ") == true)
    }

    @Test func summaries() {
        let model = Self.network()
        #expect(model.summary().contains("dense_2 (Dense)") && model.summary().contains("Total params: ?"))
        _ = model.predict(Tensor.zeros([1, 10_000]))
        #expect(
            model.summary() == """
                Layer (type)      Output Shape   Param #
                ────────────────────────────────────────
                dense (Dense)     (None, 16)     160,016
                dense_1 (Dense)   (None, 16)         272
                dense_2 (Dense)   (None, 1)           17
                ────────────────────────────────────────
                Total params: 160,305
                """)
    }

    @Test func initialWeightsAreGlorotUniform() throws {
        RandomStream.reseed(4)
        let layer = Dense(50)
        _ = Sequential { layer }.predict(Tensor.ones([1, 100]))
        let weights = layer.weights
        #expect(weights.map(\.shape) == [[100, 50], [50]] && weights[0].dtype == .float32)
        let limit = (6.0 / 150).squareRoot()
        #expect(weights[0].max() <= limit && weights[0].max() > 0.99 * limit && weights[0].min() < -0.99 * limit)
        #expect(abs(weights[0].mean()) < 0.01 && weights[1] == Tensor.zeros([1, 50])[0])
    }
}

/// Keeps what was said.
private final class RecordingSink: OutputSink {
    private let outputs = Mutex<[Output]>([])

    func emit(_ output: Output) { outputs.withLock { $0.append(output) } }
    func used(_ dataset: DatasetUse) {}

    var displayed: [MIMEBundle] {
        outputs.withLock { $0 }.compactMap { if case .display(let bundle) = $0 { bundle } else { nil } }
    }
    var progress: [(label: String, done: Int, total: Int, detail: String)] {
        outputs.withLock { $0 }.compactMap {
            if case .progress(let progress) = $0 {
                (progress.label, progress.done, progress.total, progress.detail)
            } else {
                nil
            }
        }
    }
}
