package import Keeping
public import Outputs

/// What a training reported, epoch by epoch.
public struct History: Sendable {
    /// Loss first, then the metrics as they were asked for: the order of the log.
    private let names: [String]
    private let plannedEpochs: Int
    private let samples: Int
    private let validationSamples: Int?
    private let hasLearningRate: Bool
    private var values: [String: [Double]] = [:]

    init(
        names: [String] = [], hasLearningRate: Bool = false, plannedEpochs: Int = 0, samples: Int = 0,
        validationSamples: Int? = nil
    ) {
        self.names = names
        self.hasLearningRate = hasLearningRate
        self.plannedEpochs = plannedEpochs
        self.samples = samples
        self.validationSamples = validationSamples
        for key in keys { values[key] = [] }
    }

    /// The values of one key, an epoch each.
    ///
    /// Errors: ``NetworkError/unknownKey(_:known:)`` with the keys that there are.
    public subscript(_ key: String) -> [Double] {
        values[key] ?? Failure.raise(NetworkError.unknownKey(key, known: keys), [])
    }

    /// The recorded keys in Keras's order: `loss` and the metrics by name, then the same with `val_` before them.
    public var keys: [String] {
        (names + (hasLearningRate ? ["learning_rate"] : [])).sorted()
            + (validationSamples == nil ? [] : names.sorted().map { "val_" + $0 })
    }

    /// How many epochs were finished.
    public private(set) var epochs = 0

    mutating func append(_ training: [Double], _ validation: [Double]?, learningRate: Double) {
        epochs += 1
        if hasLearningRate { values["learning_rate"]?.append(learningRate) }
        for (name, value) in zip(names, training) { values[name]?.append(value) }
        for (name, value) in zip(names, validation ?? []) { values["val_" + name]?.append(value) }
    }
}

extension History {
    /// What the last epoch reported, by key.
    var last: [String: Double] { values.compactMapValues(\.last) }
}

extension History: CustomStringConvertible {
    /// One line for each epoch, below the numbers of samples.
    public var description: String {
        var lines = ["Train on \(samples) samples" + (validationSamples.map { ", validate on \($0) samples" } ?? "")]
        let shown = names + (validationSamples == nil ? [] : names.map { "val_" + $0 })
        for epoch in 0..<epochs {
            let scores = shown.map { key in "\(key): \(NumberText.short(values[key]?[epoch] ?? .nan))" }
            lines.append((["Epoch \(epoch + 1)/\(plannedEpochs)"] + scores).joined(separator: " - "))
        }
        return lines.joined(separator: "\n")
    }
}

extension History: Showable {
    public func show() -> MIMEBundle {
        var payload: [String: JSON] = [
            "epochs": .int(epochs), "samples": .int(samples), "keys": .array(keys.map { .string($0) }),
            "values": .object(values.mapValues { .array($0.map { .number($0) }) }),
        ]
        if let validationSamples { payload["validationSamples"] = .int(validationSamples) }
        return MIMEBundle([MIME.text: .string(description), MIME.history: .object(payload)])
    }
}

extension History: Keepable {
    package func keep(in writer: KeptWriter) throws {
        try writer.list(names, writer.string)
        try writer.bool(hasLearningRate)
        for number in [plannedEpochs, samples, epochs] { try writer.int(number) }
        try writer.optional(validationSamples, writer.int)
        try writer.list(keys) { try writer.array(values[$0] ?? []) }
    }

    package static func restored(from reader: KeptReader) throws -> History {
        let names = try reader.list(reader.string)
        let hasLearningRate = try reader.bool()
        let (plannedEpochs, samples, epochs) = (try reader.int(), try reader.int(), try reader.int())
        var history = History(
            names: names, hasLearningRate: hasLearningRate, plannedEpochs: plannedEpochs, samples: samples,
            validationSamples: try reader.optional(reader.int))
        history.epochs = epochs
        let lists = try reader.list { try reader.array(Double.self) }
        guard lists.count == history.keys.count else { throw KeepingError.damaged }
        for (key, list) in zip(history.keys, lists) { history.values[key] = list }
        return history
    }
}
