import Kernels
import NeuralNet
import Outputs
import Tensors
import Testing

/// Recurrent networks end with the same bits on 1, 2 and 8 threads, with masks, dropped numbers and short last batches.
@Suite(.serialized) struct RepeatabilityTests {
    private static func trained(_ layers: () -> [any Layer], dtype: DType = .float32) -> [[Double]] {
        RandomStream.reseed(21)
        var generator = Xoshiro256(seed: 5)
        let words: [Int] = (0..<75 * 9).map { place in
            let isPadding = place % 9 < place / 9 % 7
            return isPadding ? 0 : Int(generator.unit() * 40)
        }
        let x = Tensor(words).reshaped([75, 9])
        let y = Tensor((0..<75).map { $0 % 3 })
        let model = Sequential(dtype: dtype) { layers() }
        model.compile(optimizer: .adam, loss: .sparseCategoricalCrossentropy, metrics: [.accuracy])
        let history = model.fit(x, y, epochs: 2, batchSize: 34, validationSplit: 0.2)
        return model.weights.map { $0.doubles() } + history.keys.map { history[$0] } + [model.predict(x).doubles()]
    }

    @Test func threadsDoNotTouchABit() {
        let threads = Workers.threads
        defer { Workers.setThreads(threads) }
        let networks: [@Sendable () -> [any Layer]] = [
            {
                [
                    Embedding(40, 24, maskZero: true), Bidirectional(LSTM(48, returnSequences: true)), Dropout(0.3),
                    GRU(40), Dense(3, activation: .softmax),
                ]
            },
            {
                [
                    Reshape([9, 1]), SimpleRNN(33, returnSequences: true, goBackwards: true), LSTM(70), Dropout(0.5),
                    Dense(3, activation: .softmax),
                ]
            },
        ]
        for network in networks {
            var results: [[[Double]]] = []
            let error = Failure.collected {
                for count in [1, 2, 8] {
                    Workers.setThreads(count)
                    results.append(Self.trained(network))
                }
            }
            #expect(error == nil && results.count == 3)
            #expect(results[0] == results[1] && results[0] == results[2])
            #expect(results[0].allSatisfy { $0.allSatisfy(\.isFinite) })
        }
    }
}
