import Notebook
import Outputs

extension OutputComparisonTests {
    static let historyCases: [ComparisonCase] = [
        .init("histories within tolerance", MIME.history, history([0.5, 0.3]), history([0.5001, 0.3])),
        .init(
            "a history's value", MIME.history, history([0.5, 0.351]), history([0.5, 0.352]), found: ["history-value"],
            says: "1: loss at epoch 2 differs (expected 0.351, got 0.352)"),
        .init(
            "epochs", MIME.history, history([0.5, 0.3]), history([0.5]), found: ["history-epochs"],
            says: "1: the number of epochs differs (expected 2, got 1)"),
        .init(
            "metrics", MIME.history, history([0.5]), history([0.5], metric: "mae"), found: ["history-metrics"],
            says: "1: the metrics differ (expected loss, got mae)"),
        .init(
            "samples", MIME.history, history([0.5]), history([0.5], samples: 9), found: ["history-samples"],
            says: "1: the number of samples (samples) differs (expected 15000, got 9)"),
        .init("shape mode of a history", MIME.history, history([0.5]), history([0.9], samples: 9)) {
            $0.compare = .shape
        },
        .init(
            "a broken history", MIME.history, ["epochs": 1, "keys": 1], ["epochs": 2, "keys": 1], found: ["data"],
            says: "1: the data of application/vnd.hanji.history+json differ at epochs (expected 1, got 2)"),
        .init("noise of 1e-7 in a history", MIME.history, history([0.5194178, 0.32]), history([0.51941785, 0.32])),
        .init(
            "a loss that became NaN", MIME.history, history([0.5, 0.3]), history([0.5, .nan]), found: ["history-value"],
            says: "1: loss at epoch 2 differs (expected 0.3, got NaN)"),
        .init("a loss that is NaN in both", MIME.history, history([0.5, .nan]), history([0.5, .nan])),

        .init(
            "an epoch of a printed log",
            text: "Epoch 1/2 - loss: 0.5194 - accuracy: 0.7866\nEpoch 2/2 - loss: 0.3204\n",
            "Epoch 1/2 - loss: 0.5194 - accuracy: 0.7966\nEpoch 2/2 - loss: 0.3204\n", found: ["history-value"],
            says: "1: accuracy at epoch 1 differs (expected 0.7866, got 0.7966)"),
        .init(
            "an epoch of Keras's log", text: "Epoch 3/20\n30/30 - 1s - loss: 0.2420 - val_loss: 0.3100\n",
            "Epoch 3/20\n30/30 - 1s - loss: 0.2420 - val_loss: 0.3500\n", found: ["history-value"],
            says: "1: val_loss at epoch 3 differs (expected 0.3100, got 0.3500)"),
        .init(
            "a printed log within tolerance", text: "Epoch 1/2 - loss: 0.5194\n", "Epoch 1/2 - loss: 0.5195\n"),
        .init(
            "the number of epochs of a printed log", text: "Epoch 1/2 - loss: 0.5", "Epoch 1/3 - loss: 0.5",
            found: ["number"], says: "1: a number on line 1 differs (expected 2, got 3)"),
        .init(
            "evaluation is no epoch", text: "loss: 0.2909 - accuracy: 0.88", "loss: 0.3909 - accuracy: 0.88",
            found: ["number"], says: "1: a number on line 1 differs (expected 0.2909, got 0.3909)"),
    ]
}
