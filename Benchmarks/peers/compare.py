"""Times the lessons' work on Hanji, Keras, PyTorch and scikit-learn, one after the other, and prints the ratios.

Hanji's part is timed from outside: the lesson with it less the lesson without it, each the best of three, so that reading
data, encoding and start-up cancel out.

usage: compare.py HANJI DATA_DIR FOLDER [chapter] [reuters] [fashion]    (all three by default)
"""
import json, os, subprocess, sys, tempfile, time

hanji, data, here = sys.argv[1:4]
wanted = sys.argv[4:] or ["chapter", "reuters", "fashion"]
lesson = os.path.join(here, "..", "..", "notebooks", "ko", "03-4-movie-reviews.md")
prelude = """
let (train, test) = try IMDB.load(numWords: 10_000)
func vectorize(_ sequences: [[Int]], dimension: Int = 10_000) -> Tensor {
    var results = Tensor.zeros([sequences.count, dimension])
    for (i, sequence) in sequences.enumerated() { results[i, sequence] = 1 }
    return results
}
let xTrain = vectorize(train.sequences)
let yTrain = Tensor(train.labels).cast(to: .float32)
let model = Sequential {
    Dense(16, activation: .relu)
    Dense(16, activation: .relu)
    Dense(1, activation: .sigmoid)
}
model.compile(optimizer: .rmsprop, loss: .binaryCrossentropy, metrics: [.accuracy])
"""
fit = """
let history = model.fit(
    xTrain[10_000...], yTrain[10_000...], epochs: 20, batchSize: 512,
    validationData: (xTrain[..<10_000], yTrain[..<10_000]))
"""


def run(path):
    """Seconds and peak MiB of the lesson, worker included."""
    with tempfile.TemporaryDirectory() as out:
        start = time.perf_counter()
        process = subprocess.Popen([hanji, "run", "--no-cache", path, "--data", data, "--output", out, "--quiet"],
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        if status != 0:
            sys.exit(f"hanji run {path} failed with {status}")
        return seconds, usage.ru_maxrss // 1024


def written(code, folder, name):
    path = os.path.join(folder, name)
    with open(path, "w") as file:
        file.write("---\ntitle: bench\nlang: en\n---\n\n```swift\n" + code.strip() + "\n```\n")
    return path


def peer(script, *arguments):
    output = subprocess.run([sys.executable, os.path.join(here, script), data, *arguments],
                            capture_output=True, text=True, check=True).stdout
    return json.loads(output.strip().splitlines()[-1])


REUTERS = """
let (train, _) = try Reuters.load(numWords: 1000)
let x = padSequences(train.sequences, maxLength: 110)%s
let y = toCategorical(train.labels)
let model = Sequential {
%s
    Dense(16, activation: .relu)
    Dense(46, activation: .softmax)
}
model.compile(optimizer: .adam, loss: .categoricalCrossentropy, metrics: [.accuracy])
"""
LSTMS = """    LSTM(32, returnSequences: true)
    LSTM(64, returnSequences: true)
    Dropout(0.25)
    LSTM(128)
    Dropout(0.25)"""
NETS = {
    "simple": (".reshaped([-1, 110, 1])", "    SimpleRNN(32, returnSequences: true)\n" * 3 + "    SimpleRNN(32)"),
    "lstm": (".reshaped([-1, 110, 1])", LSTMS),
    "embed_lstm": ("", "    Embedding(1000, 50)\n" + LSTMS),
}
FASHION = """
let (train, _) = try FashionMNIST.load()
let x = (train.images.cast(to: .float32) / 255).reshaped([-1, 784])
let split = trainTestSplit(x, Tensor(train.labels), testSize: 0.2, randomState: 42)
let model = Sequential { Dense(10, activation: .softmax) }
model.compile(loss: .sparseCategoricalCrossentropy, metrics: [.accuracy])
"""


def ours(before, part, runs=3):
    """Seconds that a part of a lesson takes."""
    with tempfile.TemporaryDirectory() as folder:
        whole, rest = written(before + part, folder, "whole.md"), written(before, folder, "rest.md")
        pairs = [(run(whole)[0], run(rest)[0]) for _ in range(runs)]
        return min(a for a, _ in pairs) - min(b for _, b in pairs)


def row(work, mine, bars):
    """`bars` are the peer, its seconds and how many times as fast we mean to be."""
    for peer_name, seconds, bar in bars:
        verdict = "met" if seconds / mine >= bar else "MISSED"
        print(f"| {work} | {mine:.2f} s | {peer_name} {seconds:.2f} s | {seconds / mine:.1f} | {bar} | {verdict} |", flush=True)


print("| work | hanji | peer | ratio | bar | |\n|---|---|---|---|---|---|")
if "chapter" in wanted:
    mine = ours(prelude, fit)
    keras, torch = peer("keras_ch34.py", "20"), peer("torch_ch34.py", "bag", "20")
    row("chapter 3.4, 20 epochs with validation", mine, [("Keras", keras["fit_s"], 30), ("PyTorch bag", torch["fit_s"], 12)])
    peak = run(lesson)[1]
    print(f"peak memory of the lesson, experiments included: {peak} MiB (Keras, without: {keras['peak_mib']} MiB)\n")
if "reuters" in wanted:
    for name, bars in [("simple", (3, 5)), ("lstm", (2, 4)), ("embed_lstm", (2, 4))]:
        before = REUTERS % NETS[name]
        # The second epoch less the first: what a network needs to begin with cancels out too.
        mine = ours(before + "model.fit(x, y, epochs: 1, validationSplit: 0.2)", "\nmodel.fit(x, y, epochs: 1, validationSplit: 0.2)", runs=2)
        torch, keras = peer("torch_rnn.py", name, "2")["epoch_s"][-1], peer("keras_rnn.py", name, "2")["epoch_s"][-1]
        row(f"Reuters {name}, an epoch", mine, [("PyTorch", torch, bars[0]), ("Keras", keras, bars[1])])
if "fashion" in wanted:
    peers = peer("fashion_peers.py")
    mine = ours(FASHION, "model.fit(split.xTrain, split.yTrain, epochs: 5)")
    row("Fashion-MNIST, one layer, 5 epochs", mine, [("Keras", peers["keras_fit5_s"], 8)])
    mine = ours(FASHION, "crossValidate(SGDClassifier(loss: .logLoss, maxIterations: 5, randomState: 42), x, Tensor(train.labels))")
    row("Fashion-MNIST, SGD, 5-fold", mine, [("scikit-learn", peers["sgd_cv_s"], 5)])
