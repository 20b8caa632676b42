"""Trains the four SimpleRNN layers of the first RNN lesson on Reuters, here and in Keras, from the same weights and in the
same order, and shows the losses of every epoch side by side.

usage: epochs.py HANJI DATA_DIR [EPOCHS]
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
import keras
import numpy as np
from keras import layers

hanji, data = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
epochs = int(sys.argv[3]) if len(sys.argv) > 3 else 4
STEPS, WORDS, SHARE = 110, 1000, 0.2
# Early in training two ways to add the same numbers stay this close; later they part, in Keras against itself too.
NEAR = 2e-3

LESSON = """---
lang: en
---

```swift
let (train, _) = try Reuters.load(numWords: %(words)d)
let x = padSequences(train.sequences, maxLength: %(steps)d).reshaped([-1, %(steps)d, 1])
let y = toCategorical(train.labels)
let model = Sequential {
    SimpleRNN(32, returnSequences: true, inputShape: [%(steps)d, 1])
    SimpleRNN(32, returnSequences: true)
    SimpleRNN(32, returnSequences: true)
    SimpleRNN(32)
    Dense(16, activation: .relu)
    Dense(46, activation: .softmax)
}
model.compile(optimizer: .adam, loss: .categoricalCrossentropy, metrics: [.accuracy])
model.setWeights([
%(weights)s
])
let history = model.fit(x, y, epochs: %(epochs)d, validationSplit: %(share)s, shuffle: false, verbose: false)
print(history["loss"])
print(history["val_loss"])
print(history["val_accuracy"])
```
"""


def sequences():
    with np.load(data / "reuters.npz", allow_pickle=True) as file:
        x, y = file["x"], file["y"]
    order = np.arange(len(x))
    np.random.RandomState(113).shuffle(order)
    words = [[1] + [w + 3 if w + 3 < WORDS else 2 for w in x[i]] for i in order]
    count = int(len(words) * 0.8)
    inputs = keras.utils.pad_sequences(words[:count], maxlen=STEPS).reshape(count, STEPS, 1).astype("float32")
    return inputs, keras.utils.to_categorical(y[order][:count])


def theirs():
    keras.utils.set_random_seed(3)
    stack = [layers.SimpleRNN(32, return_sequences=True) for _ in range(3)]
    stack += [layers.SimpleRNN(32), layers.Dense(16, activation="relu"), layers.Dense(46, activation="softmax")]
    model = keras.Sequential([layers.Input((STEPS, 1)), *stack])
    weights = model.get_weights()
    model.compile(loss="categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
    x, y = sequences()
    history = model.fit(x, y, validation_split=SHARE, epochs=epochs, shuffle=False, verbose=0).history
    return weights, [history[key] for key in ("loss", "val_loss", "val_accuracy")]


def literal(array):
    numbers = ", ".join(repr(float(x)) for x in array.ravel())
    return f"    Tensor([{numbers}], dtype: .float32).reshaped({list(array.shape)}),"


def ours(weights):
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "epochs.md"
        file.write_text(LESSON % {"words": WORDS, "steps": STEPS, "epochs": epochs, "share": SHARE,
                                  "weights": "\n".join(literal(w) for w in weights)})
        done = subprocess.run([hanji, "run", "--quiet", "--data", data, file], capture_output=True, text=True)
        if done.returncode:
            sys.exit(done.stdout + done.stderr)
        cells = json.loads(file.with_suffix(".ipynb").read_text())["cells"]
    outputs = [o for cell in cells if cell["cell_type"] == "code" for o in cell["outputs"] if o["output_type"] == "stream"]
    return [json.loads(line) for o in outputs for line in "".join(o["text"]).splitlines()]


def main():
    weights, keras_values = theirs()
    values = ours(weights)
    print("epoch  loss: Keras    Hanji      val_loss: Keras Hanji      val_accuracy: Keras Hanji")
    for epoch in range(epochs):
        pairs = [(k[epoch], h[epoch]) for k, h in zip(keras_values, values)]
        print(f"{epoch + 1:5}  " + "  ".join(f"{k:.6f} {h:.6f}" for k, h in pairs))
    first = [abs(k[0] - h[0]) for k, h in zip(keras_values, values)]
    if max(first) > NEAR:
        sys.exit(f"The first epoch is off by {max(first):.1e}.")


main()
