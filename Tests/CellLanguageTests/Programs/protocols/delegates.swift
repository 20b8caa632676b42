// Delegation and callbacks between objects through class-bound protocols, with default answers.
protocol TrainingDelegate: AnyObject {
    var patience: Int { get }
    func trainingWillStart(epochs: Int)
    func epochDidEnd(_ epoch: Int, loss: Double)
    func shouldStop(after epoch: Int, loss: Double) -> Bool
}

extension TrainingDelegate {
    var patience: Int { 2 }
    func trainingWillStart(epochs: Int) {}
    func shouldStop(after epoch: Int, loss: Double) -> Bool { false }
}

final class Trainer {
    var delegates: [any TrainingDelegate] = []
    private let losses: [Double]

    init(losses: [Double]) { self.losses = losses }

    func add(_ delegate: any TrainingDelegate) {
        guard !delegates.contains(where: { $0 === delegate }) else { return }
        delegates.append(delegate)
    }

    func run() -> Int {
        delegates.forEach { $0.trainingWillStart(epochs: losses.count) }
        for (epoch, loss) in losses.enumerated() {
            for delegate in delegates { delegate.epochDidEnd(epoch, loss: loss) }
            if delegates.contains(where: { $0.shouldStop(after: epoch, loss: loss) }) { return epoch + 1 }
        }
        return losses.count
    }
}

final class Logger: TrainingDelegate {
    private(set) var lines: [String] = []
    func trainingWillStart(epochs: Int) { lines.append("start \(epochs)") }
    func epochDidEnd(_ epoch: Int, loss: Double) { lines.append("\(epoch):\(loss)") }
}

final class EarlyStopping: TrainingDelegate {
    let patience: Int
    private var best = Double.infinity
    private var waited = 0
    init(patience: Int) { self.patience = patience }
    func epochDidEnd(_ epoch: Int, loss: Double) {
        if loss < best {
            best = loss
            waited = 0
        } else {
            waited += 1
        }
    }
    func shouldStop(after epoch: Int, loss: Double) -> Bool { waited >= patience }
}

class Best: TrainingDelegate {
    var epoch: Int?
    private var loss = 1e9
    init() {}
    func epochDidEnd(_ epoch: Int, loss: Double) {
        if loss < self.loss { (self.epoch, self.loss) = (epoch, loss) }
    }
}
final class LoudBest: Best {
    var cheers = 0
    override func epochDidEnd(_ epoch: Int, loss: Double) {
        let before = self.epoch
        super.epochDidEnd(epoch, loss: loss)
        if self.epoch != before { cheers += 1 }
    }
    func shouldStop(after epoch: Int, loss: Double) -> Bool { cheers > 100 }
}

let trainer = Trainer(losses: [0.9, 0.5, 0.6, 0.4, 0.45, 0.41, 0.42, 0.1])
let logger = Logger()
let best = LoudBest()
trainer.add(logger)
trainer.add(best)
trainer.add(logger)
print(trainer.delegates.count, trainer.run())  // expect: 2 8
print(logger.lines.count, logger.lines.last!, best.epoch ?? -1, best.cheers)  // expect: 9 7:0.1 7 4
trainer.add(EarlyStopping(patience: 3))
print(trainer.run(), logger.lines.suffix(2))  // expect: 7 ["5:0.41", "6:0.42"]
print(trainer.delegates.map { $0.patience })  // expect: [2, 2, 3]
trainer.delegates.removeAll { $0 is EarlyStopping }
print(trainer.run(), trainer.delegates[0] === logger, trainer.delegates.first === best)  // expect: 8 true false
