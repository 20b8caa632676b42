import Datasets
import NeuralNet
import Outputs
import Tensors
import Testing

extension IMDBSuite {
    /// The sample corpus must show what chapter 3.4 shows on the real reviews.
    @Suite struct SampleLessonTests {
        private func vectorized(_ sequences: [[Int]]) -> Tensor {
            var x = Tensor.zeros([sequences.count, 10_000])
            for (row, sequence) in sequences.enumerated() { x[row, sequence] = 1 }
            return x
        }

        private func network() -> Sequential {
            let model = Sequential {
                Dense(16, activation: .relu)
                Dense(16, activation: .relu)
                Dense(1, activation: .sigmoid)
            }
            model.compile(optimizer: .rmsprop, loss: .binaryCrossentropy, metrics: [.accuracy])
            return model
        }

        @Test func showsOverfitting() throws {
            _ = try CollectingSink.collecting {
                let (train, test) = try IMDB.load(SequenceRules(numWords: 10_000), in: [])
                let x = vectorized(train.sequences)
                let y = Tensor(train.labels).cast(to: .float32)

                RandomStream.reseed(1)
                let history = network().fit(
                    x[10_000...], y[10_000...], epochs: 14, batchSize: 512,
                    validationData: (x[..<10_000], y[..<10_000]))
                let losses = history["val_loss"]
                try #require(losses.count == 14)
                let lowest = try #require(losses.indices.min { losses[$0] < losses[$1] })
                #expect((2...8).contains(lowest + 1), "lowest validation loss in epoch \(lowest + 1): \(losses)")
                // It turns up: the last epochs are clearly worse, while the training loss still falls.
                #expect(losses.suffix(3).reduce(0, +) / 3 > losses[lowest] + 0.02, "\(losses)")
                let trainingLosses = history["loss"]
                #expect(zip(trainingLosses, trainingLosses.dropFirst()).allSatisfy { $0 > $1 }, "\(trainingLosses)")

                let model = network()
                model.fit(x, y, epochs: 4, batchSize: 512)
                let scores = model.evaluate(vectorized(test.sequences), Tensor(test.labels).cast(to: .float32))
                #expect((0.85...0.90).contains(scores["accuracy"]), "\(scores)")
            }
        }
    }
}
