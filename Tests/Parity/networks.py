"""Trains small networks of every kind with Keras in double precision and writes what came out, for Tests/NeuralNetTests.

usage: python Tests/Parity/networks.py [--check | --add]    (needs tensorflow-cpu; written with Keras 3.15 on TensorFlow 2.21)

Inputs and initial weights follow from a hash that the tests compute too, so that only results stand in the fixture:
predictions, scores, gradients at the beginning, the history and the weights after the training. A case also says
whether Keras's own single precision stays within 1e-4 of its double precision, for then ours has to. With --add only
the cases that the fixture does not have are trained.
"""
import json
import os
import pathlib
import sys

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
import keras
import numpy as np
import tensorflow as tf
from keras import layers as L

target = pathlib.Path(__file__).resolve().parent.parent / "NeuralNetTests/Fixtures/networks.json"


def numbers(seed, shape, scale=1.0):
    """Uniform in ±scale by a 32-bit hash of place and seed."""
    count = int(np.prod(shape))
    x = (np.arange(count, dtype=np.uint64) * 2654435761 + seed * 40503 + 12345) & 0xFFFFFFFF
    for _ in range(2):
        x ^= x >> 16
        x = (x * 0x45D9F3B) & 0xFFFFFFFF
    x ^= x >> 16
    return (x.astype("float64") / 2.0**32 * 2 - 1).reshape(shape) * scale


# A layer is its type and options; names are Keras's.
def D(units, activation="linear", **o): return {"type": "Dense", "units": units, "activation": activation, **o}
def RNN(units, **o): return {"type": "SimpleRNN", "units": units, **o}
def LSTM(units, **o): return {"type": "LSTM", "units": units, **o}
def GRU(units, **o): return {"type": "GRU", "units": units, **o}
def Bi(layer, mode="concat"): return {"type": "Bidirectional", "layer": layer, "mode": mode}
def Emb(count, width, mask=False): return {"type": "Embedding", "count": count, "width": width, "mask": mask}
SEQ = {"return_sequences": True}
BACK = {"go_backwards": True}
CELLS = {"SimpleRNN": RNN, "LSTM": LSTM, "GRU": GRU}
KINDS = {"binary": "binary_crossentropy", "onehot": "categorical_crossentropy", "class": "sparse_categorical_crossentropy"}

CASES = []


def case(name, shape, layers, y="real", loss=None, optimizer=("sgd", {"learning_rate": 0.1}), metrics=(), n=7, batch=3,
         epochs=7, words=None, logits=False, class_weight=None):
    """`shape` of one sample; `y` is real, binary, onehot or class; `words` makes inputs numbers of words, 0 padding."""
    if loss is None:
        loss = KINDS.get(y, "mse")
    CASES.append(dict(name=name, shape=list(shape), layers=layers, y=y, loss=loss, optimizer=optimizer[0],
                      options=optimizer[1], metrics=list(metrics), n=n, batch=batch, epochs=epochs, words=words,
                      logits=logits, classWeight=class_weight))


for a in ["linear", "relu", "sigmoid", "tanh", "softmax", "elu", "selu", "leaky_relu", "gelu", "softplus", "softsign",
          "silu", "exponential", "hard_sigmoid"]:
    case(f"dense {a}", [4], [D(5, a), D(2)])
    case(f"activation layer {a}", [3], [D(4), {"type": "Activation", "activation": a}, D(1)])
for a in ["sigmoid", "softmax"]:
    case(f"activation layer {a} seen through", [3], [D(3), {"type": "Activation", "activation": a}], y="onehot")
case("LeakyReLU", [4], [D(5), {"type": "LeakyReLU", "slope": 0.15}, D(1)])
case("PReLU", [4], [D(5), {"type": "PReLU"}, D(1)])
case("PReLU on sequences", [3, 2], [{"type": "PReLU"}, RNN(3, **SEQ), {"type": "PReLU"}, {"type": "Flatten"}, D(1)])
case("dense without bias", [4], [D(3, "tanh", use_bias=False), D(2, use_bias=False)])
case("dense on sequences", [3, 4], [D(5, "tanh"), {"type": "Flatten"}, D(1)])
case("dense to sequences", [3, 4], [D(5, "relu"), D(2)], metrics=["mae"])
case("dense on pictures", [2, 3, 4], [D(3, "tanh"), {"type": "Flatten"}, D(2)])
case("dense to pictures", [2, 3, 4], [D(3, "tanh"), D(2, "softmax")], y="onehot", metrics=["accuracy"])
case("one unit, one feature, one sample", [1], [D(1)], n=1, batch=1)
case("short last batch of one", [3], [D(2, "tanh"), D(1)], n=9, batch=4)
case("batch larger than data", [3], [D(2, "tanh"), D(1)], n=5, batch=32)
case("two blocks in a batch", [3], [D(4, "tanh"), D(1)], n=70, batch=70, epochs=3)

for name, cell in CELLS.items():
    # The last batches are full: a mask is given for a whole batch.
    case(f"{name} dropout", [4, 3], [cell(5, dropout=0.4), D(1)], n=6, batch=3)
    case(f"{name} dropout, backwards sequences", [3, 4], [cell(3, dropout=0.25, **SEQ, **BACK), cell(2, dropout=0.5), D(1)], n=4, batch=4)
    case(f"{name} dropout, several blocks", [2, 3], [cell(3, dropout=0.3), D(1)], n=37, batch=37, epochs=3)
    case(f"Bidirectional {name} dropout", [3, 3], [Bi(cell(3, dropout=0.5, **SEQ)), cell(2), D(1)], n=4, batch=4)
    case(f"Embedding masked {name} dropout", [5], [Emb(6, 3, True), cell(4, dropout=0.4), D(1)], words=6, n=6, batch=6)
    for options, word in [({}, "last"), (SEQ, "sequences"), (BACK, "backwards"), ({**SEQ, **BACK}, "backwards sequences")]:
        top = [] if not options.get("return_sequences") else [{"type": "Flatten"}]
        case(f"{name} {word}", [4, 3], [cell(5, **options)] + top + [D(2)])
        case(f"{name} {word}, one step", [1, 3], [cell(2, **options)] + top + [D(1)])
        case(f"{name} {word}, one unit and feature", [3, 1], [cell(1, **options)] + top + [D(1)])
        case(f"{name} {word}, batches of one", [3, 2], [cell(3, **options)] + top + [D(1)], n=3, batch=1)
    case(f"{name} to sequences", [4, 3], [cell(3, **SEQ), D(2)], metrics=["mae"])
    case(f"{name} stacked", [3, 2], [cell(4, **SEQ), cell(3, **SEQ), cell(2), D(1)])
    case(f"{name} stacked, several blocks", [3, 2], [cell(4, **SEQ), cell(3), D(1)], n=37, batch=37, epochs=3)
    case(f"{name} blocks and backwards", [3, 2], [cell(4, **SEQ, **BACK), cell(3, **BACK), D(1)], n=37, batch=20, epochs=3)
    case(f"{name} twice backwards", [4, 2], [cell(3, **SEQ, **BACK), cell(2, **BACK), D(1)])
    case(f"{name} relu", [3, 2], [cell(3, activation="relu"), D(1)])
    case(f"{name} without bias", [3, 2], [cell(3, use_bias=False), D(1)])
    case(f"{name} nine units", [2, 3], [cell(9), D(1)])
    case(f"{name} reshaped input", [6], [{"type": "Reshape", "shape": [3, 2]}, cell(3), D(1)])
    case(f"{name} open reshape", [6], [{"type": "Reshape", "shape": [-1, 1]}, cell(3), D(1)])
    case(f"{name} dropout between", [3, 2], [cell(4, **SEQ), {"type": "Dropout", "rate": 0.5}, cell(3), D(1)], n=3, batch=3)
    for mode in ["concat", "sum", "mul", "ave"]:
        case(f"Bidirectional {name} {mode}", [4, 3], [Bi(cell(3), mode), D(1)])
        case(f"Bidirectional {name} {mode} sequences", [3, 2], [Bi(cell(2, **SEQ), mode), {"type": "Flatten"}, D(1)])
    case(f"Bidirectional {name} stacked", [3, 2], [Bi(cell(2, **SEQ)), Bi(cell(2)), D(1)], n=19, batch=19, epochs=3)
    for mask in [False, True]:
        word = "masked" if mask else "plain"
        case(f"Embedding {word} {name}", [5], [Emb(6, 3, mask), cell(4), D(1)], words=6)
        case(f"Embedding {word} {name} sequences", [5], [Emb(6, 3, mask), cell(4, **SEQ), cell(3), D(1)], words=6)
        case(f"Embedding {word} Bidirectional {name}", [5], [Emb(6, 3, mask), Bi(cell(3)), D(1)], words=6)
        case(f"Embedding {word} Bidirectional {name} sequences", [5], [Emb(6, 3, mask), Bi(cell(3, **SEQ)), cell(2), D(1)], words=6)
        case(f"Embedding {word} {name} backwards", [5], [Emb(6, 3, mask), cell(3, **SEQ, **BACK), cell(2, **BACK), D(1)], words=6)
    case(f"Embedding masked {name} to sequences", [4], [Emb(6, 3, True), cell(4, **SEQ), D(3, "softmax")], y="class",
         words=6, metrics=["accuracy"], epochs=4, n=6, batch=6)
    case(f"Embedding {name} adam", [5], [Emb(6, 3), cell(4), D(3, "softmax")], y="onehot", words=6,
         optimizer=("adam", {"learning_rate": 0.02}), metrics=["accuracy"])
case("LSTM without forget bias", [3, 2], [LSTM(3, unit_forget_bias=False), D(1)])
case("LSTM hard sigmoid", [3, 2], [LSTM(3, recurrent_activation="hard_sigmoid"), D(1)])
case("GRU hard sigmoid", [3, 2], [GRU(3, recurrent_activation="hard_sigmoid"), D(1)])
case("Embedding flat", [4], [Emb(7, 2), {"type": "Flatten"}, D(1, "sigmoid")], y="binary", words=7, metrics=["accuracy"])
case("Flatten first", [2, 3], [{"type": "Flatten"}, D(2, "tanh"), D(1)])
case("Reshape within", [4], [D(6, "tanh"), {"type": "Reshape", "shape": [3, 2]}, RNN(2), D(1)])
case("Reshape of steps", [4, 3], [RNN(3, **SEQ), {"type": "Reshape", "shape": [6, 2]}, RNN(2), D(1)])
case("Dropout", [5], [D(6, "relu"), {"type": "Dropout", "rate": 0.25}, D(1)], n=4, batch=4)
case("Dropout of inputs", [5], [{"type": "Dropout", "rate": 0.4}, D(3, "tanh"), D(1)], n=4, batch=4)

for regular in [{"l1": 0.01, "l2": 0.0}, {"l1": 0.0, "l2": 0.02}, {"l1": 0.005, "l2": 0.01}]:
    word = "l1" if not regular["l2"] else "l2" if not regular["l1"] else "l1l2"
    case(f"{word} kernel", [4], [D(3, "tanh", kernel_regularizer=regular), D(1)])
    case(f"{word} bias", [4], [D(3, "tanh", bias_regularizer=regular), D(1)], optimizer=("adam", {}))
    case(f"{word} recurrent", [3, 2], [LSTM(3, recurrent_regularizer=regular, kernel_regularizer=regular), D(1)])

case("binary from probabilities", [3], [D(4, "tanh"), D(1, "hard_sigmoid")], y="binary", metrics=["accuracy"])
case("binary seen through", [3], [D(4, "tanh"), D(1, "sigmoid")], y="binary", metrics=["acc"])
case("binary three outputs", [3], [D(4, "tanh"), D(3, "sigmoid")], y="binary3", loss="binary_crossentropy", metrics=["binary_accuracy"])
case("binary from logits", [3], [D(4, "tanh"), D(1)], y="binary", logits=True)
case("categorical seen through", [3], [D(4, "tanh"), D(4, "softmax")], y="onehot", metrics=["accuracy", "categorical_accuracy"])
case("categorical from positive", [3], [D(4, "tanh"), D(4, "softplus")], y="onehot", optimizer=("sgd", {"learning_rate": 0.02}))
case("categorical from logits", [3], [D(4, "tanh"), D(4)], y="onehot", logits=True, metrics=["accuracy"])
case("sparse seen through", [3], [D(4, "tanh"), D(4, "softmax")], y="class", metrics=["accuracy", "sparse_categorical_accuracy"])
case("sparse from sigmoid", [3], [D(4, "tanh"), D(4, "sigmoid")], y="class", metrics=["acc"])
case("sparse from probabilities", [3], [D(4, "tanh"), D(4, "hard_sigmoid")], y="class", optimizer=("sgd", {"learning_rate": 0.02}))
case("sparse from logits", [3], [D(4, "tanh"), D(4)], y="class", logits=True, metrics=["accuracy"])
case("mean absolute error", [3], [D(4, "tanh"), D(2)], loss="mae", metrics=["mse"])
case("huber", [3], [D(4, "tanh"), D(2)], loss="huber", metrics=["mae"])
case("huber beyond delta", [3], [D(4, "tanh"), D(2)], loss="huber:0.2")
case("mse of sequences", [3, 2], [LSTM(2, **SEQ)], metrics=["mae", "mse"])
case("sparse of sequences", [3, 2], [GRU(3, **SEQ), D(3, "softmax")], y="class", metrics=["accuracy"])
case("precision, recall and AUC", [3], [D(4, "tanh"), D(1, "sigmoid")], y="binary", n=23, batch=5,
     metrics=["precision", "recall", "auc", "accuracy"])
case("class weights, binary", [3], [D(4, "tanh"), D(1, "sigmoid")], y="binary", class_weight={"0": 0.5, "1": 2.0}, metrics=["accuracy"])
case("class weights, classes", [3], [D(4, "tanh"), D(3, "softmax")], y="class", class_weight={"0": 0.5, "2": 3.0}, metrics=["accuracy"])
case("class weights, one-hot", [3], [D(4, "tanh"), D(3, "softmax")], y="onehot", class_weight={"1": 4.0})

for name, options in [("sgd", {}), ("sgd", {"learning_rate": 0.05, "momentum": 0.9}),
                      ("sgd", {"learning_rate": 0.05, "momentum": 0.8, "nesterov": True}), ("rmsprop", {}),
                      ("rmsprop", {"learning_rate": 0.01, "rho": 0.8, "epsilon": 1e-5}),
                      ("rmsprop", {"learning_rate": 0.01, "momentum": 0.5}), ("adam", {}),
                      ("adam", {"learning_rate": 0.02, "beta_1": 0.8, "beta_2": 0.95, "epsilon": 1e-6}),
                      ("adamw", {}), ("adamw", {"learning_rate": 0.01, "weight_decay": 0.1}), ("adagrad", {}),
                      ("adagrad", {"learning_rate": 0.1, "initial_accumulator_value": 0.5})]:
    word = name + "".join(f" {k}" for k in options)
    case(f"{word}, dense", [4], [D(5, "tanh"), D(1, "sigmoid")], y="binary", optimizer=(name, options), metrics=["accuracy"])
    case(f"{word}, LSTM", [3, 2], [LSTM(3), D(3, "softmax")], y="onehot", optimizer=(name, options), metrics=["accuracy"])

ADAM = ("adam", {})
case("the seeds: SimpleRNN x4", [6, 1], [RNN(4, **SEQ), RNN(4, **SEQ), RNN(4, **SEQ), RNN(4), D(3, "relu"), D(4, "softmax")], y="onehot", optimizer=ADAM, metrics=["accuracy"])
case("the seeds: LSTM x4", [6, 1], [LSTM(4, **SEQ), LSTM(4, **SEQ), LSTM(4, **SEQ), LSTM(4), D(3, "relu"), D(4, "softmax")], y="onehot", optimizer=ADAM, metrics=["accuracy"])
case("the seeds: Embedding, LSTM, Dropout", [6], [Emb(9, 5), LSTM(3, **SEQ), LSTM(4, **SEQ), {"type": "Dropout", "rate": 0.25}, LSTM(5), {"type": "Dropout", "rate": 0.25}, D(3, "relu"), D(4, "softmax")], y="onehot", optimizer=ADAM, metrics=["accuracy"], words=9, n=5, batch=5)
case("the seeds: one softmax layer", [12], [D(4, "softmax")], y="class", optimizer=("rmsprop", {}), metrics=["accuracy"], n=11, batch=4)
case("the seeds: reviews", [12], [D(4, "relu"), D(4, "relu"), D(1, "sigmoid")], y="binary", optimizer=("rmsprop", {}), metrics=["accuracy"], n=11, batch=4)
case("the seeds: reviews, mse and tanh", [12], [D(4, "tanh"), D(4, "tanh"), D(1, "sigmoid")], y="binary", loss="mse", optimizer=("rmsprop", {}), metrics=["acc"], n=11, batch=4)


class Injected(L.Layer):
    """Dropout whose choice is given."""
    def __init__(self, mask, **options):
        super().__init__(**options)
        self.given = mask
        self.supports_masking = True

    def call(self, x, training=False):
        return x * keras.ops.cast(self.given, x.dtype) if training else x


def regularized(options):
    return {k: keras.regularizers.L1L2(**v) if k.endswith("_regularizer") else v for k, v in options.items()}


def masked(layer, seed, item, width):
    """A recurrent layer whose dropped inputs are given."""
    rate = layer.cell.dropout
    if rate:
        mask = (numbers(seed, [item["batch"], width]) > rate * 2 - 1) / (1 - rate)
        layer.cell.get_dropout_mask = lambda step: keras.ops.cast(mask, step.dtype)
    return layer


def built(spec, item, place, shape):
    kind = spec["type"]
    options = regularized({k: v for k, v in spec.items() if k not in ("type", "units", "layer", "mode")})
    if kind in ("Dense", "SimpleRNN", "LSTM", "GRU"):
        layer = getattr(L, kind)(spec["units"], **options)
        return layer if kind == "Dense" else masked(layer, 1000 + place, item, shape[-1])
    if kind == "Bidirectional":
        both = L.Bidirectional(built(spec["layer"], item, place, shape), merge_mode=spec["mode"])
        masked(both.forward_layer, 1000 + place, item, shape[-1])
        masked(both.backward_layer, 1100 + place, item, shape[-1])
        return both
    if kind == "Embedding":
        return L.Embedding(spec["count"], spec["width"], mask_zero=spec["mask"])
    if kind == "Activation":
        return L.Activation(spec["activation"])
    if kind == "LeakyReLU":
        return L.LeakyReLU(negative_slope=spec["slope"])
    if kind == "Reshape":
        return L.Reshape(spec["shape"])
    if kind == "Dropout":
        keep = numbers(900 + place, [item["batch"]] + shape) > spec["rate"] * 2 - 1
        return Injected(keep / (1 - spec["rate"]))
    return getattr(L, kind)()


def trained(item, full):
    tf.keras.backend.clear_session()
    shape, n = item["shape"], item["n"]
    x = numbers(1, [n] + shape)
    if item["words"]:
        x = np.floor((x + 1) / 2 * item["words"])
        # Padding in front, as long as the number of the sample says; the last sample is all real.
        for row in range(n):
            x[row, : (row * 2) % (shape[0])] = 0
    model = keras.Sequential([L.Input(shape)])
    for place, spec in enumerate(item["layers"]):
        model.add(built(spec, item, place, list(model.output_shape[1:]) if place else shape))
    weights = [numbers(100 + k, w.shape, 0.5) for k, w in enumerate(model.get_weights())]
    model.set_weights(weights)
    out = list(model.output_shape[1:])
    if item["y"] in ("onehot", "class"):
        classes = np.floor((numbers(2, [n] + out[:-1]) + 1) / 2 * out[-1]).astype(int)
        y = classes if item["y"] == "class" else np.eye(out[-1])[classes]
    elif item["y"].startswith("binary"):
        y = (numbers(2, [n] + out) > 0).astype("float64")
    else:
        y = numbers(2, [n] + out)
    kinds = {"sgd": keras.optimizers.SGD, "rmsprop": keras.optimizers.RMSprop, "adam": keras.optimizers.Adam,
             "adamw": keras.optimizers.AdamW, "adagrad": keras.optimizers.Adagrad}
    optimizer = kinds[item["optimizer"]](**item["options"])
    apply = optimizer.apply
    # The gradient of a word that a batch holds several times is one gradient.
    optimizer.apply = lambda gradients, variables=None: apply([tf.convert_to_tensor(g) for g in gradients], variables)
    loss = item["loss"]
    if loss.startswith("huber"):
        loss = keras.losses.Huber(delta=float(loss.split(":")[1]) if ":" in loss else 1.0)
    elif item["logits"]:
        names = {"binary_crossentropy": keras.losses.BinaryCrossentropy, "categorical_crossentropy": keras.losses.CategoricalCrossentropy,
                 "sparse_categorical_crossentropy": keras.losses.SparseCategoricalCrossentropy}
        loss = names[loss](from_logits=True)
    made = {"precision": lambda: keras.metrics.Precision(name="precision"), "recall": lambda: keras.metrics.Recall(name="recall"),
            "auc": lambda: keras.metrics.AUC(name="auc")}
    metrics = [made[m]() if m in made else m for m in item["metrics"]]
    model.compile(optimizer=optimizer, loss=loss, metrics=metrics, run_eagerly=True)
    size, held = min(item["batch"], n), max(2, n // 3) if n > 2 else n
    weight = None
    if item["classWeight"]:
        flat = y.argmax(-1) if item["y"] == "onehot" else y.reshape(n, -1)[:, 0].astype(int)
        weight = np.array([item["classWeight"].get(str(c), 1.0) for c in flat])
    predictions = model.predict_on_batch(x)
    scores, gradients = None, None
    if full:
        model.reset_metrics()
        found = model.test_on_batch(x, y, return_dict=True)
        scores = np.array([found[k] for k in ["loss"] + item["metrics"]])
        with tf.GradientTape() as tape:
            outputs = model(x[:size], training=True)
            value = model.compute_loss(
                x=x[:size], y=y[:size], y_pred=outputs, sample_weight=None if weight is None else weight[:size], training=True)
        variables = [v.value for v in model.trainable_variables]
        gradients = [tf.convert_to_tensor(g).numpy() for g in tape.gradient(value, variables)]
    history = {}
    if full and any(m in made for m in item["metrics"]):
        history = model.fit(
            x, y, epochs=item["epochs"], batch_size=item["batch"], shuffle=False, sample_weight=weight, verbose=0,
            validation_data=(x[:held], y[:held])).history
    else:
        # What fit does, without its machinery, which takes ten times as long: the means of the batches by their sizes.
        for epoch in range(item["epochs"]):
            epoch_logs = {}
            for first in range(0, n, item["batch"]):
                part = slice(first, min(first + item["batch"], n))
                model.reset_metrics()
                logs = model.train_on_batch(
                    x[part], y[part], sample_weight=None if weight is None else weight[part], return_dict=True)
                for key, value in logs.items():
                    epoch_logs[key] = epoch_logs.get(key, 0) + float(value) * (part.stop - part.start) / n
            if full:
                model.reset_metrics()
                validation = model.test_on_batch(x[:held], y[:held], return_dict=True)
                epoch_logs.update({"val_" + k: v for k, v in validation.items()})
            for key, value in epoch_logs.items():
                history.setdefault(key, []).append(float(value))
    return dict(held=held, predictions=predictions, scores=scores, gradients=gradients, history=history, final=model.get_weights())


def listed(a):
    """Eleven digits: five more than are compared."""
    return [float(f"{v:.11g}") for v in np.asarray(a, "float64").reshape(-1)]


def off(ours, theirs):
    return max((np.abs(np.asarray(a) - np.asarray(b)) / np.maximum(np.abs(np.asarray(b)), 1)).max() for a, b in zip(ours, theirs))


def main():
    result = []
    old = {c["name"]: c for c in json.loads(target.read_text())["cases"]} if sys.argv[1:] else {}
    for number, item in enumerate(CASES):
        if "--add" in sys.argv and item["name"] in old:
            result.append(old[item["name"]])
            continue
        keras.config.set_floatx("float64")
        double = trained(item, True)
        keras.config.set_floatx("float32")
        single = trained(item, False)
        close = off(single["final"] + [single["predictions"]], double["final"] + [double["predictions"]]) < 1e-4
        spec = {k: v for k, v in item.items() if v not in (None, False, [])}
        result.append({**spec, "metrics": item["metrics"], "held": double["held"], "single": bool(close),
                       "predictions": listed(double["predictions"]), "scores": listed(double["scores"]),
                       "gradients": [listed(g) for g in double["gradients"]],
                       "history": {k: listed(v) for k, v in double["history"].items()},
                       "final": [listed(w) for w in double["final"]]})
        if number % 20 == 0:
            print(number, item["name"], flush=True)
    names = [c["name"] for c in result]
    assert len(set(names)) == len(names) and len(names) >= 200, len(names)
    text = '{"keras":"%s","cases":[\n' % keras.__version__ + ",\n".join(json.dumps(c, separators=(",", ":")) for c in result) + "\n]}\n"
    if "--check" not in sys.argv:
        target.write_text(text)
        return print(len(result), "cases written")
    for c in result:
        parts = lambda d: d["final"] + d["gradients"] + [d["predictions"], d["scores"]] + list(d["history"].values())
        worst = off([np.array(p) for p in parts(c)], [np.array(p) for p in parts(old[c["name"]])])
        assert worst < 1e-7, (c["name"], worst)
    print(len(result), "cases agree with the fixture")


main()
