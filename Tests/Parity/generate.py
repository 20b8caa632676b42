"""Trains small networks with Keras and writes what came out, for Tests/NeuralNetTests.

usage: python Tests/Parity/generate.py    (needs tensorflow-cpu; written with Keras 3.15 on TensorFlow 2.21)

Initial weights, data and order are fixed (shuffle=False), so that forward pass, losses, gradients and optimizers show in
the weights after training. All numbers are float32, written as the doubles they are.
"""
import json
import os
import pathlib

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
import keras
import numpy as np

folder = pathlib.Path(__file__).resolve().parent.parent / "NeuralNetTests/Fixtures"

# name, features, layers, loss, optimizer, targets, samples, batch, epochs, metrics, sparse input
CASES = [
    ("binaryReluRMSprop", 12, [(16, "relu"), (16, "relu"), (1, "sigmoid")], "binary_crossentropy", ("rmsprop", {}), "binary", 37, 8, 5, ["accuracy"], True),
    ("binaryTanhSGD", 7, [(5, "tanh"), (1, "sigmoid")], "binary_crossentropy", ("sgd", {"learning_rate": 0.1}), "binary", 23, 6, 4, ["acc", "mae"], False),
    ("binaryManyOutputs", 6, [(9, "sigmoid"), (3, "sigmoid")], "binary_crossentropy", ("rmsprop", {"learning_rate": 0.01}), "binary3", 29, 10, 3, ["binary_accuracy", "accuracy"], False),
    ("binaryFromRelu", 4, [(6, "tanh"), (1, "relu")], "binary_crossentropy", ("sgd", {"learning_rate": 0.05}), "binary", 19, 5, 2, ["accuracy"], False),
    ("categoricalSoftmaxRMSprop", 20, [(17, "relu"), (4, "softmax")], "categorical_crossentropy", ("rmsprop", {"learning_rate": 0.005, "rho": 0.8, "epsilon": 1e-5}), "onehot4", 41, 16, 5, ["accuracy"], True),
    ("categoricalSoftmaxSGD", 3, [(8, "sigmoid"), (5, "softmax")], "categorical_crossentropy", ("sgd", {}), "onehot5", 26, 7, 3, ["acc"], False),
    ("categoricalFromSigmoid", 5, [(4, "relu"), (3, "sigmoid")], "categorical_crossentropy", ("sgd", {"learning_rate": 0.05}), "onehot3", 17, 4, 2, ["accuracy"], False),
    ("binaryFromSoftmax", 5, [(4, "relu"), (2, "softmax")], "binary_crossentropy", ("sgd", {"learning_rate": 0.05}), "onehot2", 17, 4, 2, ["accuracy"], False),
    ("meanSquaredErrorLinear", 9, [(11, "relu"), (2, "linear")], "mse", ("sgd", {"learning_rate": 0.02}), "real2", 33, 9, 4, ["mae"], False),
    ("meanSquaredErrorTanh", 2, [(32, "tanh"), (3, "tanh"), (1, "linear")], "mse", ("rmsprop", {}), "real", 21, 32, 6, ["mae"], False),
    ("meanSquaredErrorSoftmax", 6, [(5, "softmax"), (3, "softmax")], "mse", ("sgd", {"learning_rate": 0.5}), "onehot3", 18, 5, 3, ["accuracy"], False),
    ("wideLayers", 70, [(65, "relu"), (40, "tanh"), (10, "softmax")], "categorical_crossentropy", ("rmsprop", {}), "onehot10", 70, 64, 2, ["accuracy"], False),
]


def targets(kind, n, rng):
    if kind == "binary":
        return rng.randint(0, 2, n).astype("float32")
    if kind == "binary3":
        return rng.randint(0, 2, (n, 3)).astype("float32")
    if kind.startswith("onehot"):
        classes = int(kind[6:])
        return np.eye(classes, dtype="float32")[rng.randint(0, classes, n)]
    return rng.randn(*((n, 2) if kind == "real2" else (n,))).astype("float32")


def numbers(a):
    a = np.asarray(a, "float32")
    return {"shape": list(a.shape), "values": [float(f"{v:.9g}") for v in a.reshape(-1)]}


def run(name, features, layers, loss, optimizer, kind, n, batch, epochs, metrics, sparse):
    rng = np.random.RandomState(sum(map(ord, name)))
    x = (rng.rand(n, features) < 0.2).astype("float32") if sparse else rng.randn(n, features).astype("float32")
    y = targets(kind, n, rng)
    held = max(3, n // 4)
    model = keras.Sequential([keras.layers.Input((features,))] + [keras.layers.Dense(u, activation=a) for u, a in layers])
    weights = [(rng.randn(*w.shape) * 0.4).astype("float32") for w in model.get_weights()]
    model.set_weights(weights)
    kinds = {"rmsprop": keras.optimizers.RMSprop, "sgd": keras.optimizers.SGD}
    model.compile(optimizer=kinds[optimizer[0]](**optimizer[1]), loss=loss, metrics=metrics)
    before = model.predict(x, verbose=0)
    scores = model.evaluate(x, y, batch_size=batch, verbose=0)
    history = model.fit(x, y, epochs=epochs, batch_size=batch, shuffle=False, verbose=0, validation_data=(x[:held], y[:held]))
    return {
        "name": name, "layers": [list(l) for l in layers], "loss": loss, "optimizer": optimizer[0], "options": optimizer[1],
        "metrics": metrics, "batch": batch, "epochs": epochs, "held": held, "sparse": sparse, "x": numbers(x), "y": numbers(y),
        "initial": [numbers(w) for w in weights], "predictions": numbers(before), "scores": [float(s) for s in scores],
        "keys": list(history.history), "history": {k: [float(v) for v in vs] for k, vs in history.history.items()},
        "final": [numbers(w) for w in model.get_weights()],
    }


def losses():
    """The loss functions by themselves, from probabilities, at the clipped edges too."""
    rng = np.random.RandomState(7)
    result = []
    for shape in [(6,), (6, 1), (5, 3)]:
        p, t = rng.rand(*shape).astype("float32"), rng.randint(0, 2, shape).astype("float32")
        p.reshape(-1)[:2] = [0, 1]
        if len(shape) == 2 and shape[1] > 1:
            t = np.eye(3, dtype="float32")[rng.randint(0, 3, 5)]
        functions = {"binary_crossentropy": keras.losses.BinaryCrossentropy(), "mse": keras.losses.MeanSquaredError()}
        if len(shape) == 2 and shape[1] > 1:
            functions["categorical_crossentropy"] = keras.losses.CategoricalCrossentropy()
        pairs = (t, p) if len(shape) == 2 else (t[:, None], p[:, None])
        accuracy = keras.metrics.BinaryAccuracy(threshold=0.6)
        accuracy.update_state(*pairs)
        result.append({"yTrue": numbers(t), "yPred": numbers(p), "binaryAccuracy06": float(accuracy.result()),
                       "losses": {k: float(f(*pairs)) for k, f in functions.items()}})
    return result


def write(file, value):
    (folder / file).write_text(json.dumps(value, separators=(",", ":")) + "\n")


folder.mkdir(parents=True, exist_ok=True)
write("training.json", {"keras": keras.__version__, "cases": [run(*case) for case in CASES]})
write("losses.json", {"keras": keras.__version__, "cases": losses()})
