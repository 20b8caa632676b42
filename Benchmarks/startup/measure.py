"""Times of starting, in milliseconds: the median, and the best, of several runs that take turns.

On a shared machine the best is what the program takes and the median what its neighbours let it have; ratios are of
runs that took turns.
"""

import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

import nbformat

ENVIRONMENT = {**os.environ, "LANG": "en_GB.UTF-8", "JUPYTER_PLATFORM_DIRS": "1", "PYTHONWARNINGS": "ignore"}
BIN = pathlib.Path(sys.executable).parent


def timed(arguments, folder, stdin=b""):
    begin = time.perf_counter()
    outcome = subprocess.run(arguments, cwd=folder, env=ENVIRONMENT, input=stdin, capture_output=True)
    took = (time.perf_counter() - begin) * 1000
    if outcome.returncode != 0:
        sys.exit(f"{arguments} failed: {outcome.stderr.decode()}{outcome.stdout.decode()}")
    return took, outcome


def report(title, times, goal=None):
    text = f"{title:<58} {statistics.median(times):8.1f} ms  (best {min(times):.1f}, {len(times)} runs)"
    print(text + (f"  goal {goal}" if goal else ""), flush=True)
    return statistics.median(times)


def cell(number):
    return f"let value{number} = {number} * 2\nprint(\"cell\", value{number})"


def python_notebook(path, cells):
    notebook = nbformat.v4.new_notebook()
    notebook.metadata.kernelspec = {"name": "python3", "display_name": "Python 3", "language": "python"}
    for number in range(cells):
        code = nbformat.v4.new_code_cell(f"value{number} = {number} * 2\nprint('cell', value{number})")
        code.execution_count = number + 1
        code.outputs = [nbformat.v4.new_output("stream", name="stdout", text=f"cell {number * 2}\n")]
        notebook.cells.append(code)
    nbformat.write(notebook, path)


def swift_notebook(path, cells):
    path.write_text("".join(f"```swift\n{cell(number)}\n```\n\n" for number in range(cells)))


def starting(hanji, folder):
    (folder / "one.md").write_text("```swift\n1\n```\n")
    job = json.dumps({"path": "empty.md", "text": "", "dataDirectories": []}).encode()
    worker, command = [], []
    for _ in range(30):
        worker.append(timed([hanji, "__worker"], folder, job)[0])
        command.append(timed([hanji, "run", "--no-cache", "--quiet", "one.md"], folder)[0])
    report("the worker, from start to exit, empty notebook", worker, "20 ms")
    report("hanji run, a notebook of one trivial cell", command, "45 ms")


def trivial_cells(hanji, folder):
    swift_notebook(folder / "cells.md", 23)
    python_notebook(folder / "cells-python.ipynb", 23)
    ours, theirs = [], []
    convert = [BIN / "jupyter", "nbconvert", "--to", "html", "--execute", "--log-level=ERROR", "cells-python.ipynb"]
    for round in range(10):
        (folder / "cells.ipynb").unlink(missing_ok=True)
        took = timed([hanji, "run", "--no-cache", "--quiet", "cells.md"], folder)[0]
        ours.append(took + timed([hanji, "render", "cells.md", "-o", "pages"], folder)[0])
        if round % 3 == 0:
            theirs.append(timed(convert, folder)[0])
    mine = report("23 trivial cells: run, recorded, rendered", ours, "100 ms")
    other = report("the same in Python: jupyter nbconvert --execute", theirs)
    print(f"{'':<58} {other / mine:8.1f} times faster  goal 25", flush=True)


def many_notebooks(hanji, folder):
    names = [f"n{number:03}.md" for number in range(200)]
    for name in names:
        swift_notebook(folder / name, 3)
        python_notebook((folder / name).with_suffix(".python.ipynb"), 3)
    times = {"1": [], "2": []}
    peaks = []
    for _ in range(3):
        for jobs in times:
            for name in names:
                (folder / name).with_suffix(".ipynb").unlink(missing_ok=True)
            arguments = ["/usr/bin/time", "-f", "peak %M", hanji, "run", "--no-cache", "--quiet", "--jobs", jobs, *names]
            took, outcome = timed(arguments, folder)
            times[jobs].append(took)
            peaks.append(int(outcome.stderr.decode().rsplit("peak ", 1)[1]) / 1024)
    one = report("200 notebooks of 3 cells, --jobs 1", times["1"])
    two = report("200 notebooks of 3 cells, --jobs 2", times["2"])
    print(f"{'':<58} {one / two:8.2f} times faster  goal 1.8", flush=True)
    print(f"{'for each notebook, --jobs 1':<58} {one / 200:8.1f} ms  goal 60", flush=True)
    few = timed(["/usr/bin/time", "-f", "peak %M", hanji, "run", "--no-cache", "--quiet", *names[:10]], folder)[1]
    few = int(few.stderr.decode().rsplit("peak ", 1)[1]) / 1024
    print(f"{'the largest process, 10 and 200 notebooks':<58} {few:8.1f} and {max(peaks):.1f} MiB", flush=True)
    check = timed([hanji, "check", "--quiet", "--jobs", "1", *names], folder)[0] / 200
    some = [str((folder / name).with_suffix(".python.ipynb")) for name in names[:8]]
    nbval = timed([BIN / "pytest", "-q", "--nbval", "-p", "no:cacheprovider", *some], folder)[0] / len(some)
    print(f"{'hanji check, for each notebook':<58} {check:8.1f} ms", flush=True)
    print(f"{'pytest --nbval, for each notebook in Python':<58} {nbval:8.1f} ms", flush=True)
    print(f"{'':<58} {nbval / check:8.1f} times faster  goal 20", flush=True)


def main():
    measurements = {"starting": starting, "cells": trivial_cells, "many": many_notebooks}
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("hanji")
    parser.add_argument("measurements", nargs="*", help=", ".join(measurements))
    options = parser.parse_args()
    for name, measure in measurements.items():
        if options.measurements and name not in options.measurements:
            continue
        with tempfile.TemporaryDirectory(prefix="hanji-startup-") as folder:
            measure(os.path.abspath(options.hanji), pathlib.Path(folder))


if __name__ == "__main__":
    main()
