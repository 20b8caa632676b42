"""Reads records with the tools that people have for notebooks, and a report with what CI systems read it with."""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import warnings

import junitparser
import nbformat

BIN = pathlib.Path(sys.executable).parent
ENVIRONMENT = {**os.environ, "LANG": "en_GB.UTF-8", "JUPYTER_PLATFORM_DIRS": "1"}

LESSON = """---
lang: ko
---

글 속의 문단입니다.

```swift {#mean}
let values = [0.25, 0.5, 0.75]
print("평균", values[1])
values
```

```swift {#bad .raises-exception}
[1][3]
```

```swift {#array}
Tensor.zeros([2, 3])
```
"""

failures = []


def check(condition, what):
    print(("ok      " if condition else "FAILED  ") + what)
    if not condition:
        failures.append(what)


def run(folder, *arguments):
    return subprocess.run(
        [str(argument) for argument in arguments], cwd=folder, env=ENVIRONMENT, capture_output=True, text=True)


def complaints(outcome):
    """What a tool said that is no mere progress."""
    words = ("warn", "error", "invalid", "missing", "traceback")
    return [line for line in (outcome.stdout + outcome.stderr).splitlines()
            if any(word in line.lower() for word in words) and "frozen modules" not in line]


def read_with_tools(folder, record):
    name = record.name
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        notebook = nbformat.read(record, as_version=nbformat.NO_CONVERT)
        nbformat.validate(notebook)
    check(not caught, f"nbformat validates {name} without a warning {[str(w.message) for w in caught]}")
    again = nbformat.writes(notebook) + "\n"
    check(again == record.read_text(), f"nbformat writes {name} as it is, byte for byte")

    for form in ("html", "markdown", "script"):
        outcome = run(
            folder, BIN / "jupyter", "nbconvert", "--to", form, "--log-level=WARN", "--output", "converted", record)
        found = [line for line in complaints(outcome) if "alternative text" not in line.lower()]
        check(outcome.returncode == 0 and not found, f"nbconvert --to {form} reads {name} {found[:3]}")

    # Not back again: jupytext does not count Swift among Jupyter's languages and takes its cells for prose there.
    outcome = run(folder, BIN / "jupytext", "--to", "md", "--output", "text.md", record)
    text = (folder / "text.md").read_text() if outcome.returncode == 0 else ""
    found = [line for line in complaints(outcome) if "not trusted" not in line]
    check(bool(text) and all(cell.source in text for cell in notebook.cells) and not found,
          f"jupytext takes {name} to Markdown with all that stands in it {found[:3]}")

    other = record.with_name("other-" + name)
    changed = json.loads(record.read_text())
    code = [cell for cell in changed["cells"] if cell["cell_type"] == "code"][-1]
    code["source"] = ["1 + 1"]
    other.write_text(json.dumps(changed))
    outcome = run(folder, BIN / "nbdiff", "--no-color", record, other)
    check(outcome.returncode == 0 and "1 + 1" in outcome.stdout, f"nbdime shows what differs in {name}")
    outcome = run(folder, BIN / "nbmerge", record, record, other, "--out", "merged.ipynb")
    check(outcome.returncode == 0, f"nbdime merges {name} {outcome.stderr[-300:]}")

    # Our cells are not Python's: nbval is asked what it would run, and says it without a warning.
    outcome = run(folder, BIN / "pytest", "--nbval-lax", "--collect-only", "-q", "-p", "no:cacheprovider", record)
    cells = sum(1 for cell in notebook.cells if cell.cell_type == "code")
    check(outcome.returncode == 0 and f"{cells} tests collected" in outcome.stdout.replace("1 test collected", "1 tests collected"),
          f"nbval collects the {cells} cells of {name} {outcome.stdout[-300:]}")


def report(folder, hanji):
    record = folder / "lesson.ipynb"
    record.write_text(record.read_text().replace("평균 0.5", "평균 0.7"))
    (folder / "wrong.md").write_text("```swift\nlet x: Int = \"a\"\n```\n")
    outcome = run(folder, hanji, "check", "lesson.md", "wrong.md", "--format", "junit", "--output", "report.xml", "--quiet")
    xml = junitparser.JUnitXml.fromfile(str(folder / "report.xml"))
    suites = {suite.name: suite for suite in xml}
    check(outcome.returncode == 1 and xml.failures == 1 and xml.errors == 1, "junitparser reads the report's counts")
    cases = {case.name: case for case in suites["lesson.md"]}
    check(isinstance(cases["mean"].result[0], junitparser.Failure), "junitparser finds the cell that differs")
    check("0.7" in cases["mean"].result[0].text, "junitparser reads what differs")


def main():
    hanji = os.path.abspath(sys.argv[1])
    records = [pathlib.Path(path).resolve() for path in sys.argv[2:]]
    with tempfile.TemporaryDirectory(prefix="hanji-compatibility-") as name:
        folder = pathlib.Path(name)
        (folder / "lesson.md").write_text(LESSON)
        outcome = run(folder, hanji, "run", "--quiet", "lesson.md")
        check(outcome.returncode == 0, f"a lesson is recorded {outcome.stderr}")
        for number, record in enumerate([folder / "lesson.ipynb", *records]):
            tools = folder / f"tools-{number}"
            tools.mkdir()
            copy = tools / record.name
            copy.write_bytes(record.read_bytes())
            read_with_tools(tools, copy)
        report(folder, hanji)
    print(f"{len(failures)} failures" if failures else "everything is read without complaint")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
