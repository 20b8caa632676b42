import Outputs

/// Tells how far a training is, not more often than a reader can follow. Never part of a result or a record.
struct FitProgress {
    private let batches: Int
    private let epochs: Int
    private var last: ContinuousClock.Instant?

    init(batches: Int, epochs: Int) {
        self.batches = batches
        self.epochs = epochs
    }

    mutating func finished(batch: Int, epoch: Int, loss: Double) {
        let now = ContinuousClock.now
        let isEnd = batch == batches && epoch == epochs
        if let last, now - last < .milliseconds(50), !isEnd { return }
        last = now
        Outputs.emit(
            .progress(
                Progress(
                    label: "fit", done: (epoch - 1) * batches + batch, total: epochs * batches,
                    detail: "epoch \(epoch)/\(epochs) · loss \(NumberText.short(loss))")))
    }
}
