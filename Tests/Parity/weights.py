"""Weights in safetensors files, by the format's own library.

usage: python Tests/Parity/weights.py               writes the fixture that Tests/NeuralNetTests reads
       python Tests/Parity/weights.py --read FILE   prints the arrays of a file as JSON
"""
import json
import pathlib
import sys

import numpy as np
from safetensors.numpy import load_file, save_file

if sys.argv[1:2] == ["--read"]:
    arrays = load_file(sys.argv[2])
    print(json.dumps({k: {"shape": list(a.shape), "values": a.reshape(-1).astype(float).tolist()} for k, a in arrays.items()}))
else:
    target = pathlib.Path(__file__).resolve().parent.parent / "NeuralNetTests/Fixtures/python.safetensors"
    save_file({
        "dense.kernel": np.array([[0.5, -1.25, 3], [1e-3, 0, -7]], np.float32),
        "dense.bias": np.array([65504, 2.0**-24, -2], np.float16),
        "dense_1.kernel": np.array([[1], [2], [3]], np.float64),
        "dense_1.bias": np.array([0.1], np.float32),
    }, target, metadata={"made by": "Tests/Parity/weights.py"})
