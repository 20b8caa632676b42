"""Times chapter 3.4 on Hanji, Keras and PyTorch, one after the other, and prints the ratios.

Hanji's 20-epoch fit is timed from outside: the lesson with 20 epochs less the lesson with none of the fit, each the best
of three, so that reading data, one-hot coding and start-up cancel out.
"""
import json, os, subprocess, sys, tempfile, time

hanji, data, here = sys.argv[1:4]
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
        process = subprocess.Popen([hanji, "run", path, "--data", data, "--output", out, "--quiet"],
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


with tempfile.TemporaryDirectory() as folder:
    with_fit = written(prelude + fit, folder, "fit.md")
    without = written(prelude, folder, "none.md")
    pairs = [(run(with_fit)[0], run(without)[0]) for _ in range(3)]
    ours_fit = min(a for a, _ in pairs) - min(b for _, b in pairs)
whole = min((run(lesson) for _ in range(3)), key=lambda pair: pair[0])
keras = peer("keras_ch34.py", "20")
torch = peer("torch_ch34.py", "bag", "20")
keras_whole = sum(keras[k] for k in ("load_s", "vectorize_s", "fit_s", "fit4_s", "evaluate_s", "predict_s"))
print(f"20-epoch fit: hanji {ours_fit:.2f} s, Keras {keras['fit_s']:.2f} s, PyTorch bag {torch['fit_s']:.2f} s")
print(f"  ratio to Keras {keras['fit_s'] / ours_fit:.1f}, to PyTorch bag {torch['fit_s'] / ours_fit:.1f}")
print(f"whole lesson: hanji {whole[0]:.2f} s, Keras {keras_whole:.2f} s, ratio {keras_whole / whole[0]:.1f}")
print(f"peak memory of the lesson: {whole[1]} MiB (Keras {keras['peak_mib']} MiB)")
