"""Writes the fixtures beside this file. Needs NumPy and Keras 3: python make_fixtures.py

reviews-deflated.npz, reviews-stored.npz   12 + 8 tiny reviews in the form of imdb.npz
lists-protocolN.npz                        an object array of lists as NumPy pickled it in protocols 2 to 5
keras.json                                 what keras.datasets.imdb.load_data makes of reviews-deflated.npz
random_state.json                          numpy.random.RandomState: draws and shuffles for several seeds
"""
import io
import json
import pathlib
import pickle
import zipfile

import numpy as np
from keras.src.datasets import imdb

HERE = pathlib.Path(__file__).parent


def ragged(lists):
    array = np.empty(len(lists), dtype=object)
    array[:] = lists
    return array


def reviews(count, seed):
    rng = np.random.RandomState(seed)
    lists = [rng.randint(1, 40, size=rng.randint(2, 9)).tolist() for _ in range(count)]
    lists[1] = [70_000]
    lists[2] = [1, 300]
    return ragged(lists), np.arange(count, dtype=np.int64) % 2


def write_npz(path, members, method=zipfile.ZIP_DEFLATED):
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, data in members.items():
            info = zipfile.ZipInfo(name + ".npy", (1980, 1, 1, 0, 0, 0))
            info.compress_type = method
            archive.writestr(info, data)


def npy(array, protocol=None):
    buffer = io.BytesIO()
    if protocol is None:
        np.save(buffer, array, allow_pickle=True)
        return buffer.getvalue()
    np.lib.format.write_array_header_1_0(buffer, np.lib.format.header_data_from_array_1_0(array))
    data = pickle.dumps(array, protocol=protocol)
    if protocol == 2:  # as NumPy before 2.0 named the module
        data = data.replace(b"numpy._core.multiarray", b"numpy.core.multiarray")
    return buffer.getvalue() + data


x_train, y_train = reviews(12, 1)
x_test, y_test = reviews(8, 2)
parts = {name: npy(array) for name, array in
         {"x_train": x_train, "y_train": y_train, "x_test": x_test, "y_test": y_test}.items()}
write_npz(HERE / "reviews-deflated.npz", parts)
write_npz(HERE / "reviews-stored.npz", parts, zipfile.ZIP_STORED)

long = [index * 37 % 90_000 for index in range(2_501)]
lists = ragged([long, [], [5], [-1, 2**31 - 1, 65_536, 255, 256, 65_535]] + [[n] * (n % 7) for n in range(1_100)])
for protocol in (2, 3, 4, 5):
    write_npz(HERE / f"lists-protocol{protocol}.npz", {"x": npy(lists, protocol)})

options = [
    {}, {"num_words": 20}, {"num_words": 20, "skip_top": 5}, {"num_words": 20, "maxlen": 6},
    {"num_words": 20, "oov_char": None}, {"start_char": None, "num_words": 30}, {"index_from": 0, "seed": 7},
    {"start_char": None, "index_from": 0, "oov_char": None, "skip_top": 3}, {"seed": 2**32 - 1, "maxlen": 8},
]
imdb.get_file = lambda *args, **kwargs: str(HERE / "reviews-deflated.npz")
cases = []
for option in options:
    (a, b), (c, d) = imdb.load_data(**option)
    cases.append({"options": option, "xTrain": [list(x) for x in a], "yTrain": b.tolist(),
                  "xTest": [list(x) for x in c], "yTest": d.tolist()})
(HERE / "keras.json").write_text(json.dumps(cases, separators=(",", ":")) + "\n")

states = []
for seed in (0, 1, 113, 20_260_101, 2**32 - 1):
    rng = np.random.RandomState(seed)
    draws = rng.randint(0, 2**32, size=700, dtype=np.uint32)
    rng = np.random.RandomState(seed)
    shuffles = []
    for count in (0, 1, 2, 10, 100, 25_000):
        indices = np.arange(count)
        rng.shuffle(indices)
        shuffles.append({"count": count, "first": indices[:20].tolist(),
                         "sum": int((indices * np.arange(1, count + 1)).sum())})
    states.append({"seed": seed, "last": draws[-10:].tolist(), "shuffles": shuffles})
(HERE / "random_state.json").write_text(json.dumps(states, separators=(",", ":")) + "\n")
