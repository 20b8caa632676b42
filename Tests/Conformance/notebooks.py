"""Notebooks: tangled, compiled and run by themselves they must print what their cells show when they are run afresh."""
import json
import re
import tempfile
from pathlib import Path

import comparison
from compiler import ENVIRONMENT, run

TEXT, SVG = "text/plain", "image/svg+xml"
# What a cell that must not type-check shows; a compiled program has no such cell.
DIAGNOSTICS = "application/vnd.hanji.diagnostics+json"


def compare(files, hanji, lessons):
    """Yields `(file, lines that tell what differs)` for each notebook, in order."""
    for file in files:
        with tempfile.TemporaryDirectory() as folder:
            yield file, _compare(file, hanji, lessons, Path(folder))


def _compare(file, hanji, lessons, folder):
    environment = _environment(folder)
    done = run([hanji, "run", "--no-cache", file, "--output", folder, "--quiet", "--lang", "en"], environment=environment)
    if done.status != 0:
        return ["hanji run does not come to its end:"] + done.errors.splitlines()[:8]
    text, figures = _shown(json.loads((folder / f"{file.stem}.ipynb").read_text()))

    source, errors = lessons.tangle(file)
    program = folder / "program"
    errors = errors or lessons.build(source, program)
    if errors:
        return ["the tangled program does not compile:"] + errors.splitlines()[:12]
    done = run([program, "--figures", folder / "figures"], environment=environment)
    if done.status != 0:
        return [f"the tangled program ends with {done.status}:"] + done.errors.splitlines()[:8]

    # A type that is declared again stands in a namespace, which shows where it is printed inside a collection.
    printed = re.sub(r"\bNotebook\.\w+_\d+\.", "Notebook.", done.output)
    found = comparison.differences(text, printed)
    drawn = [(folder / "figures" / f"figure-{n}.svg") for n in range(1, len(figures) + 2)]
    drawn = [figure.read_text() for figure in drawn if figure.exists()]
    if len(drawn) != len(figures):
        found.append(f"{len(drawn)} figures instead of {len(figures)}")
    return found + [f"figure {n} differs" for n, pair in enumerate(zip(figures, drawn), 1) if pair[0] != pair[1]]


def _shown(record):
    """All that the cells of a record show, as a console would: the text and the figures."""
    text, figures = [], []
    for cell in record["cells"]:
        for output in cell.get("outputs", []):
            if output["output_type"] == "stream" and output["name"] == "stdout":
                text.append(_joined(output["text"]))
            data = output.get("data", {})
            if TEXT in data and DIAGNOSTICS not in data:
                text.append(_joined(data[TEXT]) + "\n")
            if SVG in data:
                figures.append(_joined(data[SVG]))
    return "".join(text), figures


def _joined(text):
    """nbformat keeps text as one string or as a list of lines."""
    return text if isinstance(text, str) else "".join(text)


def _environment(folder):
    """The real data where HANJI_DATA names it, else the sample corpus and nothing that lies in the home folder."""
    if ENVIRONMENT.get("HANJI_DATA"):
        return ENVIRONMENT
    (folder / "home").mkdir()
    return ENVIRONMENT | {"HOME": str(folder / "home")}
