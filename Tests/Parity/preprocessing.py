"""What Keras, NumPy and scikit-learn make of texts, sequences, splits and simple classifiers, for the tests.

usage: python Tests/Parity/preprocessing.py    (needs tensorflow-cpu and scikit-learn)
"""
import json
import os
import pathlib
import unicodedata

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
import keras
import numpy as np
from keras.src.legacy.preprocessing.text import Tokenizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import classification_report, confusion_matrix
from sklearn.model_selection import StratifiedKFold, train_test_split

tests = pathlib.Path(__file__).resolve().parent.parent


def write(file, value):
    (tests / file).write_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n")


sequences = [[1], [2, 3, 4, 5, 6], [], [7, 8, 9]]
pads = []
for options in [{}, {"maxlen": 3}, {"maxlen": 3, "padding": "post"}, {"maxlen": 2, "truncating": "post"},
                {"maxlen": 6, "padding": "post", "truncating": "post", "value": 9}]:
    result = keras.utils.pad_sequences(sequences, **options)
    pads.append({"options": options, "shape": list(result.shape), "values": result.reshape(-1).tolist()})

texts = [
    "The cat sat on the mat. The CAT!", "a dog, a cat; and\ta bird\n(again)", "아 더빙.. 진짜 짜증나네요 목소리", "영화가 정말 좋았다! 영화가 최고",
    unicodedata.normalize("NFD", "영화가") + " 영화가", "naïve Äpfel ÄPFEL\rnext", "  ", "it's @home #1 2x", "今日は 映画、 映画。",
]
tokenizers = []
for options in [{}, {"num_words": 5}, {"oov_token": "<OOV>"}, {"num_words": 6, "oov_token": "?"}, {"char_level": True}, {"lower": False}]:
    tokenizer = Tokenizer(**options)
    tokenizer.fit_on_texts(texts)
    tokenizers.append({
        "options": options, "words": [[w, i] for w, i in tokenizer.word_index.items()],
        "counts": [[w, c] for w, c in tokenizer.word_counts.items()],
        "sequences": tokenizer.texts_to_sequences(texts + ["unknown words 영화가"]),
        "texts": tokenizer.sequences_to_texts([[1, 2, 3], [2, 99]]), "documents": tokenizer.document_count,
        # By place in row-major order, where not zero.
        "matrices": {mode: [[int(k), float(v)] for k, v in enumerate(tokenizer.texts_to_matrix(texts[:3], mode=mode).reshape(-1)) if v]
                     for mode in ("binary", "count", "freq", "tfidf")},
        "shape": list(tokenizer.texts_to_matrix(texts[:3]).shape),
    })
splits = []
for n, size, seed in [(10, 0.25, 0), (7, 0.2, 42), (100, 0.1, 1), (1000, 0.33, 4294967295)]:
    train, test = train_test_split(np.arange(n), test_size=size, random_state=seed)
    splits.append({"n": n, "size": size, "seed": seed, "train": train.tolist(), "test": test.tolist()})
write("DatasetsTests/Fixtures/preprocessing.json", {"sequences": sequences, "texts": texts, "pads": pads, "tokenizers": tokenizers, "splits": splits})

rng = np.random.RandomState(3)
folds = []
for y in [rng.randint(0, 3, 23), np.array([5, 1, 5, 1, 1, 5, 9, 9, 1, 5, 9, 1]), rng.randint(0, 2, 50)]:
    part = np.zeros(len(y), int)
    for number, (_, test) in enumerate(StratifiedKFold(3).split(np.zeros(len(y)), y)):
        part[test] = number
    folds.append({"y": y.tolist(), "folds": part.tolist()})
true, pred = rng.randint(0, 4, 60), rng.randint(0, 4, 60)
pred[true == 2] = 1
names = ["T-shirt/top", "Trouser", "Bag", "Ankle boot"]
regressions = []
for classes, c in [(2, 1.0), (3, 1.0), (3, 0.1), (2, 10.0)]:
    x = rng.randn(60, 4)
    y = (x[:, 0] + 0.5 * x[:, 1] + 0.3 * rng.randn(60) > 0).astype(int) + (0 if classes == 2 else (x[:, 2] > 0.5).astype(int))
    model = LogisticRegression(C=c, tol=1e-10, max_iter=10000).fit(x, y)
    regressions.append({"c": c, "x": x.reshape(-1).tolist(), "y": y.tolist(), "coefficients": model.coef_.reshape(-1).tolist(),
                        "intercept": model.intercept_.tolist(), "probabilities": model.predict_proba(x[:3]).reshape(-1).tolist()})
write("NeuralNetTests/Fixtures/classical.json", {
    "folds": folds, "true": true.tolist(), "predicted": pred.tolist(), "names": names, "confusion": confusion_matrix(true, pred).reshape(-1).tolist(),
    "report": classification_report(true, pred, zero_division=0), "named": classification_report(true, pred, target_names=names, digits=3, zero_division=0),
    "regressions": regressions,
})
