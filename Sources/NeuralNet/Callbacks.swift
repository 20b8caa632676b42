package import Keeping
import Outputs

/// What happens between epochs: see ``EarlyStopping``, ``ReduceLROnPlateau``, ``LearningRateScheduler``,
/// ``EpochCallback``. The library's callbacks are the ones that there are.
public protocol Callback {}

/// What training needs of a callback.
protocol CallbackRule: Callback {
    /// Before a training. `model` has the weights it begins with.
    func begin(_ model: Sequential)
    /// Before epoch `epoch` (from 0).
    func epochBegins(_ epoch: Int, _ model: Sequential) throws
    /// After it, with all that was reported.
    func epochEnded(_ epoch: Int, _ logs: [String: Double], _ model: Sequential) throws
    /// After the training, also after one that an error ended.
    func end(_ model: Sequential)
    /// Whether the history is to hold the learning rates.
    var recordsLearningRate: Bool { get }
}

extension CallbackRule {
    func begin(_ model: Sequential) {}
    func epochBegins(_ epoch: Int, _ model: Sequential) throws {}
    func epochEnded(_ epoch: Int, _ logs: [String: Double], _ model: Sequential) throws {}
    func end(_ model: Sequential) {}
    var recordsLearningRate: Bool { false }
}

/// Which way a value gets better.
public enum MonitorMode: String, Equatable, Sendable {
    /// By the name: up for accuracies, precision, recall and AUC, else down.
    case auto
    case min, max

    func isBetter(_ value: Double, than best: Double, by delta: Double, key: String) -> Bool {
        goesUp(key) ? value > best + delta : value < best - delta
    }

    func goesUp(_ key: String) -> Bool {
        switch self {
        case .min: false
        case .max: true
        case .auto: ["acc", "precision", "recall", "auc"].contains { key.contains($0) }
        }
    }

    func worst(_ key: String) -> Double { goesUp(key) ? -.infinity : .infinity }
}

/// The value a callback watches.
private func monitored(_ key: String, _ logs: [String: Double], _ callback: String) throws -> Double {
    guard let value = logs[key] else {
        throw NetworkError.unknownMonitor(callback: callback, key: key, known: logs.keys.sorted())
    }
    return value
}

/// Ends a training once a value has not got better for `patience` epochs. Its epochs are counted from 1, as the lines of a
/// training are; only closures of callbacks count from 0, as Keras's. Source: `keras.callbacks.EarlyStopping`.
public final class EarlyStopping: Callback {
    private let monitor: String
    private let minDelta: Double
    private let patience: Int
    private let mode: MonitorMode
    private let baseline: Double?
    private let restoreBestWeights: Bool
    private let startFromEpoch: Int
    private var best = Double.infinity
    private var wait = 0
    private var bestWeights: [[Double]]?
    /// The epoch after which the training was ended, from 1; 0 if it was not.
    public private(set) var stoppedEpoch = 0
    /// The epoch with the best value, from 1.
    public private(set) var bestEpoch = 0

    /// With `restoreBestWeights` the network gets back the weights of the best epoch, whether or not it was stopped.
    public init(
        monitor: String = "val_loss", minDelta: Double = 0, patience: Int = 0, mode: MonitorMode = .auto,
        baseline: Double? = nil, restoreBestWeights: Bool = false, startFromEpoch: Int = 0
    ) {
        self.monitor = monitor
        self.minDelta = abs(minDelta)
        self.patience = patience
        self.mode = mode
        self.baseline = baseline
        self.restoreBestWeights = restoreBestWeights
        self.startFromEpoch = startFromEpoch
    }
}

extension EarlyStopping: CallbackRule {
    func begin(_ model: Sequential) {
        best = mode.worst(monitor)
        (wait, bestWeights, stoppedEpoch, bestEpoch) = (0, nil, 0, 0)
    }

    func epochEnded(_ epoch: Int, _ logs: [String: Double], _ model: Sequential) throws {
        let value = try monitored(monitor, logs, "EarlyStopping")
        guard epoch >= startFromEpoch else { return }
        if restoreBestWeights, bestWeights == nil {
            bestWeights = model.copyWeights()
            bestEpoch = epoch + 1
        }
        wait += 1
        if mode.isBetter(value, than: best, by: minDelta, key: monitor) {
            best = value
            bestEpoch = epoch + 1
            if restoreBestWeights { bestWeights = model.copyWeights() }
            if baseline.map({ mode.isBetter(value, than: $0, by: minDelta, key: monitor) }) ?? true { wait = 0 }
            return
        }
        if wait >= patience, epoch > 0 {
            stoppedEpoch = epoch + 1
            model.stopTraining = true
        }
    }

    func end(_ model: Sequential) {
        if let bestWeights { model.restoreWeights(bestWeights) }
        bestWeights = nil
    }
}

/// Multiplies the learning rate by `factor` once a value has not got better for `patience` epochs.
/// Source: `keras.callbacks.ReduceLROnPlateau`.
public final class ReduceLROnPlateau: Callback {
    private let monitor: String
    private let factor, minDelta, minLearningRate: Double
    private let patience, cooldown: Int
    private let mode: MonitorMode
    private var best = Double.infinity
    private var wait = 0
    private var cooldownLeft = 0

    public init(
        monitor: String = "val_loss", factor: Double = 0.1, patience: Int = 10, mode: MonitorMode = .auto,
        minDelta: Double = 0.0001, cooldown: Int = 0, minLearningRate: Double = 0
    ) {
        self.monitor = monitor
        self.factor = factor
        self.patience = patience
        self.mode = mode
        self.minDelta = minDelta
        self.cooldown = cooldown
        self.minLearningRate = minLearningRate
    }
}

extension ReduceLROnPlateau: CallbackRule {
    var recordsLearningRate: Bool { true }

    func begin(_ model: Sequential) {
        best = mode.worst(monitor)
        (wait, cooldownLeft) = (0, 0)
    }

    func epochEnded(_ epoch: Int, _ logs: [String: Double], _ model: Sequential) throws {
        let value = try monitored(monitor, logs, "ReduceLROnPlateau")
        if cooldownLeft > 0 {
            cooldownLeft -= 1
            wait = 0
        }
        if mode.isBetter(value, than: best, by: minDelta, key: monitor) {
            best = value
            wait = 0
        } else if cooldownLeft == 0 {
            wait += 1
            if wait >= patience {
                if model.learningRate > minLearningRate {
                    model.learningRate = max(model.learningRate * factor, minLearningRate)
                    cooldownLeft = cooldown
                    wait = 0
                }
            }
        }
    }
}

/// Sets the learning rate before each epoch, from its number (from 0) and the rate so far.
/// Source: `keras.callbacks.LearningRateScheduler`.
public final class LearningRateScheduler: Callback {
    private let schedule: (Int, Double) -> Double

    public init(_ schedule: @escaping (_ epoch: Int, _ learningRate: Double) -> Double) { self.schedule = schedule }
}

extension LearningRateScheduler: CallbackRule {
    var recordsLearningRate: Bool { true }

    func epochBegins(_ epoch: Int, _ model: Sequential) throws {
        let rate = schedule(epoch, model.learningRate)
        if let error = Failure.take() { throw error }
        model.learningRate = rate
    }
}

/// Calls a closure after each epoch with its number (from 0) and what was reported, by key.
/// Source: `keras.callbacks.LambdaCallback`.
public final class EpochCallback: Callback {
    private let body: (Int, [String: Double]) -> Void

    public init(_ onEpochEnd: @escaping (_ epoch: Int, _ logs: [String: Double]) -> Void) { body = onEpochEnd }
}

extension EpochCallback: CallbackRule {
    func epochEnded(_ epoch: Int, _ logs: [String: Double], _ model: Sequential) throws {
        body(epoch, logs)
        // A mistake inside ends the training.
        if let error = Failure.take() { throw error }
    }
}

extension EarlyStopping: Keepable {
    package static var isPlainValue: Bool { false }

    package func keep(in writer: KeptWriter) throws {
        try writer.object(self) { _ in
            try writer.string(monitor)
            try writer.plain((minDelta, patience, mode, baseline, restoreBestWeights, startFromEpoch))
            try writer.plain((best, wait, stoppedEpoch, bestEpoch))
            try writer.optional(bestWeights) { try writer.list($0, writer.array) }
        }
    }

    package static func restored(from reader: KeptReader) throws -> EarlyStopping {
        try reader.object {
            let monitor = try reader.string()
            let options = try reader.plain((Double, Int, MonitorMode, Double?, Bool, Int).self)
            let callback = EarlyStopping(
                monitor: monitor, minDelta: options.0, patience: options.1, mode: options.2, baseline: options.3,
                restoreBestWeights: options.4, startFromEpoch: options.5)
            (callback.best, callback.wait, callback.stoppedEpoch, callback.bestEpoch) = try reader.plain()
            callback.bestWeights = try reader.optional { try reader.list { try reader.array() } }
            return callback
        }
    }
}

extension ReduceLROnPlateau: Keepable {
    package static var isPlainValue: Bool { false }

    package func keep(in writer: KeptWriter) throws {
        try writer.object(self) { _ in
            try writer.string(monitor)
            try writer.plain((factor, patience, mode, minDelta, cooldown, minLearningRate))
            try writer.plain((best, wait, cooldownLeft))
        }
    }

    package static func restored(from reader: KeptReader) throws -> ReduceLROnPlateau {
        try reader.object {
            let monitor = try reader.string()
            let options = try reader.plain((Double, Int, MonitorMode, Double, Int, Double).self)
            let callback = ReduceLROnPlateau(
                monitor: monitor, factor: options.0, patience: options.1, mode: options.2, minDelta: options.3,
                cooldown: options.4, minLearningRate: options.5)
            (callback.best, callback.wait, callback.cooldownLeft) = try reader.plain()
            return callback
        }
    }
}
