#!/usr/bin/env python3
"""Changes records and cells of the repository's notebooks at random and looks at what hanji says of it.

A change of meaning that passes is a hole in the comparison; a change of form that fails is a false alarm. There must be
neither. Usage: mutation_test.py HANJI [--changes N] [--seed N] NOTEBOOK-FOLDER …
"""

import argparse
import collections
import copy
import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata

ENVIRONMENT = {**os.environ, "LANG": "en_GB.UTF-8"}
NUMBER = re.compile(r"(?<![\w.#-])-?\d+(?:\.\d+)?(?:e[-+]\d+)?(?![\w.])")


class NotApplicable(Exception):
    """The record or cell has nothing that this change could change."""


def need(found):
    if not found:
        raise NotApplicable
    return found


# Finding things to change


def code_cells(record):
    return [cell for cell in record["cells"] if cell["cell_type"] == "code"]


def outputs(record):
    return [output for cell in code_cells(record) for output in cell["outputs"]]


def texts(record):
    """Every text that a reader sees: (holder, key), where the holder's value is a list of lines."""
    found = []
    for output in outputs(record):
        if output["output_type"] == "stream":
            found.append((output, "text"))
        found += [(output["data"], mime) for mime in output.get("data", {}) if mime == "text/plain"]
    return [(holder, key) for holder, key in found if "".join(holder[key])]


def payloads(record, kind):
    mime = f"application/vnd.hanji.{kind}+json"
    return [output["data"][mime] for output in outputs(record) if mime in output.get("data", {})]


def drawings(record):
    return [output["data"] for output in outputs(record) if "image/svg+xml" in output.get("data", {})]


def lines(text):
    return text.splitlines(keepends=True)


def nudged(chance, text):
    """A number that is another one: a tenth more, an integer one more."""
    if re.fullmatch(r"-?\d+", text):
        return str(int(text) + 1)
    value = float(text) * 1.1
    mantissa = text.split("e")[0]
    decimals = len(mantissa.split(".")[1]) if "." in mantissa else 0
    return f"{value:.{decimals}e}" if "e" in text else f"{value:.{decimals}f}"


def floats(values, path=()):
    """Places of floating-point numbers in nested lists, as (list, index)."""
    found = []
    for index, value in enumerate(values):
        if isinstance(value, list):
            found += floats(value)
        elif isinstance(value, float):
            found.append((values, index))
    return found


def number_lists(record):
    lists = []
    for array in payloads(record, "array"):
        lists.append(array["data"] if "data" in array else array["sample"]["values"])
    lists += [values for history in payloads(record, "history") for values in history["values"].values()]
    for figure in payloads(record, "figure"):
        for series in figure.get("series", []):
            lists += [values for values in series.values() if isinstance(values, list)]
    return [values for values in lists if values]


# Changes of meaning in a record


def change_number_in_text(record, chance):
    spots = []
    for holder, key in texts(record):
        text = "".join(holder[key])
        spots += [(holder, key, found) for found in NUMBER.finditer(text)
                  if nudged(chance, found.group()) != found.group()]
    holder, key, found = chance.choice(need(spots))
    text = "".join(holder[key])
    holder[key] = lines(text[:found.start()] + nudged(chance, found.group()) + text[found.end():])


def change_letter_in_text(record, chance):
    holder, key = chance.choice(need(texts(record)))
    text = "".join(holder[key])
    spots = need([n for n, letter in enumerate(text) if letter.isalpha()])
    spot = chance.choice(spots)
    letter = "x" if text[spot] != "x" else "y"
    holder[key] = lines(text[:spot] + letter + text[spot + 1:])


def remove_line_of_text(record, chance):
    holder, key = chance.choice(need([(h, k) for h, k in texts(record) if len("".join(h[k]).splitlines()) > 1]))
    rest = lines("".join(holder[key]))
    del rest[chance.randrange(len(rest))]
    holder[key] = rest


def remove_output(record, chance):
    cell = chance.choice(need([cell for cell in code_cells(record) if cell["outputs"]]))
    del cell["outputs"][chance.randrange(len(cell["outputs"]))]


def add_output(record, chance):
    cell = chance.choice(need([cell for cell in code_cells(record) if cell["execution_count"] is not None]))
    cell["outputs"].append({"output_type": "stream", "name": "stdout", "text": ["something else\n"]})


def remove_form(record, chance):
    data = chance.choice(need([o["data"] for o in outputs(record) if len(o.get("data", {})) > 1]))
    del data[chance.choice(sorted(data))]


def change_stream_name(record, chance):
    output = chance.choice(need([o for o in outputs(record) if o["output_type"] == "stream"]))
    output["name"] = "stderr" if output["name"] == "stdout" else "stdout"


def change_element(record, chance):
    values = chance.choice(need(number_lists(record)))
    index = chance.randrange(len(values))
    value = values[index]
    values[index] = value * 1.01 + 0.01 if isinstance(value, float) else value + 1 if isinstance(value, int) else 0.5


def change_last_element(record, chance):
    values = chance.choice(need(number_lists(record)))
    value = values[-1]
    values[-1] = value * 1.01 + 0.01 if isinstance(value, float) else value + 1 if isinstance(value, int) else 0.5


def change_shape(record, chance):
    array = chance.choice(need(payloads(record, "array")))
    array["shape"] = array["shape"] + [1] if chance.random() < 0.5 else [1] + array["shape"]


def change_dtype(record, chance):
    array = chance.choice(need(payloads(record, "array")))
    array["dtype"] = "float64" if array["dtype"] != "float64" else "float32"


def change_samples(record, chance):
    chance.choice(need(payloads(record, "history")))["samples"] += 1


def rename_metric(record, chance):
    history = chance.choice(need([h for h in payloads(record, "history") if h["keys"]]))
    name = history["keys"][0]
    history["keys"][0] = name + "x"
    history["values"][name + "x"] = history["values"].pop(name)


def change_label(record, chance):
    series = chance.choice(need([s for f in payloads(record, "figure") for s in f.get("series", []) if s.get("label")]))
    series["label"] += "!"


def move_in_drawing(record, chance):
    data = chance.choice(need(drawings(record)))
    svg = "".join(data["image/svg+xml"])
    found = chance.choice(need(list(re.finditer(r' (?:x|y|cx|cy|x1|y1|x2|y2)="(-?\d+(?:\.\d+)?)"', svg))))
    moved = f"{float(found.group(1)) + 5:g}"
    data["image/svg+xml"] = lines(svg[:found.start(1)] + moved + svg[found.end(1):])


def recolour_drawing(record, chance):
    data = chance.choice(need(drawings(record)))
    svg = "".join(data["image/svg+xml"])
    found = chance.choice(need(list(re.finditer(r'(?:stroke|fill)="([^"]+)"', svg))))
    data["image/svg+xml"] = lines(svg[:found.start(1)] + "#010203" + svg[found.end(1):])


def change_error_name(record, chance):
    chance.choice(need([o for o in outputs(record) if o["output_type"] == "error"]))["ename"] += "X"


def change_error_message(record, chance):
    chance.choice(need([o for o in outputs(record) if o["output_type"] == "error"]))["evalue"] += " so"


def remove_cell(record, chance):
    ran = need([n for n, c in enumerate(record["cells"]) if c["cell_type"] == "code" and c["execution_count"]])
    del record["cells"][chance.choice(ran)]


def change_recorded_source(record, chance):
    cell = chance.choice(need([c for c in code_cells(record) if c["execution_count"] and "".join(c["source"])]))
    source = "".join(cell["source"])
    cell["source"] = lines(source + "\nlet other = 1")


# Changes of form in a record


def noise(record, chance):
    for values in need(number_lists(record)):
        for holder, index in floats(values):
            holder[index] *= 1 + chance.uniform(-1e-7, 1e-7)


def noise_in_text(record, chance):
    """The last digit of numbers of six and more significant digits, one up."""
    found = False
    for holder, key in texts(record):
        def up(match):
            nonlocal found
            number = match.group()
            digits = number.split("e")[0].replace("-", "").replace(".", "").lstrip("0")
            if "." not in number or len(digits) < 6 or number.split("e")[0][-1] == "9":
                return number
            found = True
            mantissa, *rest = number.split("e")
            return "e".join([mantissa[:-1] + str(int(mantissa[-1]) + 1), *rest])
        holder[key] = lines(NUMBER.sub(up, "".join(holder[key])))
    need(found)


def decompose(record, chance):
    changed = False
    for holder, key in texts(record):
        text = "".join(holder[key])
        changed |= unicodedata.normalize("NFD", text) != text
        holder[key] = lines(unicodedata.normalize("NFD", text))
    need(changed)


def split_stream(record, chance):
    cell = chance.choice(need([c for c in code_cells(record) if any(o["output_type"] == "stream" for o in c["outputs"])]))
    pieces = []
    for output in cell["outputs"]:
        if output["output_type"] != "stream":
            pieces.append(output)
            continue
        text = "".join(output["text"])
        cut = chance.randrange(len(text) + 1)
        pieces += [{**output, "text": lines(part)} for part in (text[:cut], text[cut:])]
    cell["outputs"] = pieces


def add_progress_bar(record, chance):
    output = chance.choice(need([o for o in outputs(record) if o["output_type"] == "stream"]))
    output["text"] = lines("0\r" + "".join(output["text"])) if "".join(output["text"])[:1] not in "\n" else output["text"]


def change_prose(record, chance):
    cell = chance.choice(need([c for c in record["cells"] if c["cell_type"] == "markdown"]))
    cell["source"] = lines("".join(cell["source"]) + "\n\nOne more sentence.")


def change_traceback(record, chance):
    chance.choice(need([o for o in outputs(record) if o["output_type"] == "error"]))["traceback"] = ["elsewhere"]


def rename_ids(record, chance):
    for data in need(drawings(record)):
        svg = "".join(data["image/svg+xml"])
        data["image/svg+xml"] = lines(re.sub("hanji-fig-(?=[0-9a-f]{16})", "of-another-run-", svg))


def shake_drawing(record, chance):
    for data in need(drawings(record)):
        svg = "".join(data["image/svg+xml"])
        data["image/svg+xml"] = lines(
            re.sub(r'( (?:x|y|cx|cy)=")(-?\d+(?:\.\d+)?)(?=")', lambda m: f"{m[1]}{float(m[2]) + 0.01:.2f}", svg))


def add_metadata(record, chance):
    chance.choice(need(code_cells(record)))["metadata"]["collapsed"] = False


def comment_recorded_source(record, chance):
    cell = chance.choice(need([c for c in code_cells(record) if c["execution_count"]]))
    cell["source"] = lines("// a remark\n\n" + "".join(cell["source"]) + "  // another\n")


def rename_unlabelled_cell(record, chance):
    cell = chance.choice(need([c for c in code_cells(record) if "label" not in c["metadata"].get("hanji", {})]))
    cell["id"] = "another-id"


# Changes of cells in the Markdown

FENCE = re.compile(r"^```swift[^\n]*\n(.*?)^```$", re.M | re.S)


def cells_of(text):
    return need([m for m in FENCE.finditer(text) if ".noeval" not in m.group() and ".fails-check" not in m.group()
                 and m.group(1).strip()])


def in_cell(name, pattern, replace):
    def change(text, chance):
        spots = [(cell.start(1) + m.start(), m) for cell in cells_of(text)
                 for m in re.finditer(pattern, cell.group(1))
                 if not cell.group(1)[:m.start()].rsplit("\n", 1)[-1].lstrip().startswith("//")]
        start, match = chance.choice(need(spots))
        return text[:start] + replace(match.group()) + text[start + len(match.group()):]
    change.__name__ = name
    return change


change_literal = in_cell("change_literal", r"(?<![\w.])\d+(?![\w.])", lambda number: str(int(number) + 1))
change_operator = in_cell("change_operator", r" [-+*] ", lambda sign: " - " if sign != " - " else " + ")
change_string = in_cell("change_string", r'(?<=")[A-Za-z가-힣ぁ-んァ-ン]+(?=")', lambda word: word + "x")


def remove_line_of_code(text, chance):
    cell = chance.choice(need([m for m in cells_of(text) if "\n" in m.group(1).strip()]))
    code = cell.group(1).splitlines(keepends=True)
    spot = chance.choice(need([n for n, line in enumerate(code) if line.strip() and not line.strip().startswith("//")]))
    return text[:cell.start(1)] + "".join(code[:spot] + code[spot + 1:]) + text[cell.end(1):]


def comment_cell(text, chance):
    cell = chance.choice(cells_of(text))
    code = cell.group(1)
    options = "".join(line for line in code.splitlines(keepends=True) if line.startswith("//|"))
    return text[:cell.start(1)] + options + "// a remark\n\n" + code[len(options):] + text[cell.end(1):]


def add_caption(text, chance):
    cell = chance.choice(need([m for m in cells_of(text) if "lst-cap" not in m.group()]))
    return text[:cell.start(1)] + "//| lst-cap: Another caption\n" + text[cell.start(1):]


def add_prose(text, chance):
    cell = chance.choice(cells_of(text))
    return text[:cell.start()] + "One more sentence.\n\n" + text[cell.start():]


RECORD_MEANING = [
    change_number_in_text, change_letter_in_text, remove_line_of_text, remove_output, add_output, remove_form,
    change_stream_name, change_element, change_last_element, change_shape, change_dtype, change_samples, rename_metric,
    change_label, move_in_drawing, recolour_drawing, change_error_name, change_error_message, remove_cell,
    change_recorded_source,
]
RECORD_FORM = [
    noise, noise_in_text, decompose, split_stream, add_progress_bar, change_prose, change_traceback, rename_ids,
    shake_drawing, add_metadata, comment_recorded_source, rename_unlabelled_cell,
]
CELL_MEANING = [change_literal, change_operator, change_string, remove_line_of_code]
CELL_FORM = [comment_cell, add_caption, add_prose]


class Trial:
    def __init__(self, hanji, folder, chance):
        self.hanji, self.folder, self.chance = hanji, folder, chance
        self.counts = collections.Counter()
        self.failures = []

    def run(self, *arguments):
        return subprocess.run([self.hanji, *arguments], cwd=self.folder, env=ENVIRONMENT, capture_output=True, text=True)

    def judge(self, change, changes_meaning, outcome, name):
        self.counts[changes_meaning, change.__name__] += 1
        if outcome.returncode not in (0, 1) or (outcome.returncode == 1) != changes_meaning:
            kind = "passes" if outcome.returncode == 0 else f"fails ({outcome.returncode})"
            self.failures.append(f"{name}: {change.__name__} {kind}\n{outcome.stdout}{outcome.stderr}")

    def change_record(self, notebook, change, changes_meaning):
        original = notebook.with_suffix(".ipynb")
        record = json.loads(original.read_text())
        before = copy.deepcopy(record)
        change(record, self.chance)
        need(record != before)
        changed = self.folder / "changed.ipynb"
        # Another layout and another order of keys mean nothing.
        items = json.dumps(record, ensure_ascii=self.chance.random() < 0.5, indent=self.chance.choice([None, 1, 4]))
        changed.write_text(items)
        self.judge(change, changes_meaning, self.run("diff", str(original), str(changed)), notebook.name)

    def change_cell(self, notebook, change, changes_meaning):
        text = notebook.read_text()
        changed = change(text, self.chance)
        need(changed != text)
        folder = self.folder / "cells"
        folder.mkdir(exist_ok=True)
        (folder / "lesson.md").write_text(changed)
        shutil.copy(notebook.with_suffix(".ipynb"), folder / "lesson.ipynb")
        outcome = self.run("check", "--quiet", "--timeout", "60", "cells/lesson.md")
        self.judge(change, changes_meaning, outcome, notebook.name)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("hanji")
    parser.add_argument("folders", nargs="+", type=pathlib.Path)
    parser.add_argument("--changes", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    with tempfile.TemporaryDirectory(prefix="hanji-mutation-") as folder:
        trial = Trial(os.path.abspath(options.hanji), pathlib.Path(folder), chance)
        notebooks = []
        for source in sorted(file for root in options.folders for file in root.rglob("*.md")):
            notebook = trial.folder / f"{len(notebooks)}-{source.name}"
            shutil.copy(source, notebook)
            outcome = trial.run("run", "--no-cache", "--quiet", notebook.name)
            if outcome.returncode == 0:
                notebooks.append(notebook)
            else:
                print(f"left out, because it does not run here: {source}\n{outcome.stderr}", file=sys.stderr)
        # A change of a cell costs a run of its notebook: training ones take part in changes of records.
        quick = [n for n in notebooks if ".fit(" not in n.read_text()]
        plan = [(trial.change_record, notebooks, RECORD_MEANING, True, 0.42),
                (trial.change_record, notebooks, RECORD_FORM, False, 0.25),
                (trial.change_cell, quick or notebooks, CELL_MEANING, True, 0.2),
                (trial.change_cell, quick or notebooks, CELL_FORM, False, 0.13)]
        for apply, among, changes, changes_meaning, share in plan:
            done = tried = 0
            while done < round(options.changes * share) and tried < 50 * options.changes:
                tried += 1
                try:
                    apply(chance.choice(among), changes[tried % len(changes)], changes_meaning)
                    done += 1
                except NotApplicable:
                    continue
        for changes_meaning, title in [(True, "changes of meaning"), (False, "changes of form")]:
            counts = {name: n for (kind, name), n in trial.counts.items() if kind == changes_meaning}
            print(f"{title}: {sum(counts.values())} ({', '.join(f'{k} {v}' for k, v in sorted(counts.items()))})")
        for failure in trial.failures:
            print("FAILED:", failure, file=sys.stderr)
        print(f"{sum(trial.counts.values())} changes of {len(notebooks)} notebooks, {len(trial.failures)} judged wrongly")
        sys.exit(1 if trial.failures or sum(trial.counts.values()) < 0.95 * options.changes else 0)


if __name__ == "__main__":
    main()
