"""Writes arrays and what NumPy prints for them, for Tests/TensorsTests.

usage: python3 Tests/Parity/generate_arrays.py [count] [file] [seed]

The shape that NumPy 2.2 and later add to abbreviated arrays is taken away. Float32 numbers are written as the doubles
they are; NaN and infinities as strings.
"""
import json
import math
import pathlib
import sys

import numpy as np

count = int(sys.argv[1]) if len(sys.argv) > 1 else 500
default = pathlib.Path(__file__).resolve().parent.parent / "TensorsTests/Fixtures/arrays.json"
path = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else default
rng = np.random.RandomState(int(sys.argv[3]) if len(sys.argv) > 3 else 20)

# Most are small, so that the fixture is: every way of printing has its shape among them.
SMALL = [(), (0,), (1,), (2,), (5,), (9,), (17,), (1, 1), (2, 3), (3, 2), (4, 5), (0, 3), (2, 0, 2), (2, 2, 2), (3, 1, 4),
         (1, 2, 1, 3), (2, 1, 1, 2, 2)]
WIDE = [(40,), (70,), (4, 12), (2, 30), (5, 2, 7)]
ABBREVIATED = [(1001,), (2500,), (40, 30), (7, 200), (200, 7), (3, 20, 30), (1, 1500), (2, 600)]
WHOLE = [(1000,), (10, 100), (500,)]


def floats(shape):
    kind = rng.randint(15)
    size = int(np.prod(shape))
    if kind == 0:
        x = rng.randint(0, 2, size).astype(float)
    elif kind == 1:
        x = rng.randn(size)
    elif kind == 2:
        x = rng.rand(size) * 10.0 ** rng.randint(-12, 12)
    elif kind == 3:
        x = 10.0 ** rng.uniform(-10, 10, size)
    elif kind == 4:
        x = rng.randint(-1000, 1000, size) / 8
    elif kind == 5:
        x = np.round(rng.rand(size), 3)
    elif kind == 6:
        x = rng.randn(size)
        x[rng.rand(size) < 0.2] = np.nan
        x[rng.rand(size) < 0.1] = np.inf
        if rng.rand() < 0.5:
            x[rng.rand(size) < 0.1] = -np.inf
    elif kind == 7:
        x = np.full(size, [np.nan, np.inf, -np.inf, -0.0, 1e300, 5e-324][rng.randint(6)])
    elif kind == 8:
        x = rng.rand(size) + 0.1
    elif kind == 9:
        x = rng.randint(0, 10 ** rng.randint(1, 15), size).astype(float)
    elif kind == 10:
        x = rng.rand(size) * np.where(rng.rand(size) < 0.5, 1, 1e-3)
    elif kind == 11:
        x = -rng.rand(size) * 999
    elif kind == 12:
        # Any bits at all: subnormal, huge, NaN.
        x = rng.randint(0, 2**32, size, dtype=np.uint64) << np.uint64(32) | rng.randint(0, 2**32, size, dtype=np.uint64)
        x = x.view(np.float64)
    elif kind == 13:
        x = np.where(rng.rand(size) < 0.5, -0.0, 1) * 10.0 ** rng.randint(-45, 38, size)
    else:
        # Around the places where the way of printing changes.
        x = rng.choice([1e16, 9.999e15, 1e8, 99999999.5, 1e-4, 9.9999e-5, 1e3, 0.1, 0, 1.5, np.nan, np.inf, -np.inf], size)
    return x.reshape(shape)


def array():
    part = rng.rand()
    shapes = SMALL if part < 0.7 else WIDE if part < 0.85 else ABBREVIATED if part < 0.99 else WHOLE
    shape = shapes[rng.randint(len(shapes))]
    dtype = ["float64", "float32", "float64", "float32", "int64", "int32", "uint8", "bool"][rng.randint(8)]
    if dtype.startswith("float"):
        with np.errstate(over="ignore", under="ignore"):
            return floats(shape).astype(dtype)
    if dtype == "bool":
        return rng.rand(*shape) < 0.5 if shape else np.array(bool(rng.randint(2)))
    high = {"int64": 10 ** rng.randint(1, 19), "int32": 10 ** rng.randint(1, 9), "uint8": 256}[dtype]
    low = 0 if dtype == "uint8" or rng.rand() < 0.5 else -high
    return np.array(rng.randint(low, high, shape)).astype(dtype)


def number(x):
    if not isinstance(x, float):
        return x
    if x == 0 and math.copysign(1, x) < 0:
        return "-0.0"  # a reader of JSON may take it for an integer
    return x if math.isfinite(x) else "NaN" if math.isnan(x) else "Infinity" if x > 0 else "-Infinity"


def expected(a):
    if a.size <= 1000:
        return repr(a)
    # As numpy.array_repr, without the shape.
    text = "array(" + np.array2string(a, separator=", ", prefix="array(", suffix=")")
    if a.dtype in (np.float64, np.int64, np.bool_):
        return text + ")"
    extra = f"dtype={a.dtype})"
    last = len(text) + 1 - (text.rfind("\n") + 1)
    return text + "," + ("\n      " if last + len(extra) + 1 > 75 else " ") + extra


def case(a):
    """Large arrays are written by their shown edges only; the rest is zero where it cannot be seen."""
    shown = np.zeros(a.shape, bool)
    if a.size > 1000:
        shown[np.ix_(*[[i for i in range(n) if n <= 6 or i < 3 or i >= n - 3] for n in a.shape])] = True
    else:
        shown[...] = True
    a = np.where(shown, a, np.zeros((), a.dtype)).astype(a.dtype)
    places = np.flatnonzero(shown)
    return {"dtype": str(a.dtype), "shape": list(a.shape), "places": places.tolist() if a.size > 1000 else None,
            "values": [number(v) for v in a.reshape(-1)[places].tolist()], "text": expected(a)}


cases = [case(array()) for _ in range(count)]
path.parent.mkdir(parents=True, exist_ok=True)
path.write_text(json.dumps({"numpy": np.__version__, "cases": cases}, separators=(",", ":")).replace('},{"dtype', '},\n{"dtype') + "\n")
