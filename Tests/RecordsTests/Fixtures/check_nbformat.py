"""Holds records to Jupyter's own nbformat (https://pypi.org/project/nbformat/).

    check_nbformat.py                 the fixtures beside this file are what nbformat writes
    check_nbformat.py FILE.ipynb ...  each file is valid and is, byte for byte, what nbformat writes
    check_nbformat.py --regenerate    writes the fixtures anew
"""

import io
import sys
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output, new_raw_cell

HERE = Path(__file__).resolve().parent

# Every character that Python's str.splitlines ends a line at, every escape of JSON, and letters beyond the BMP.
LINE_ENDS = "a\nb\r\nc\rd\x0be\x0cf\x1cg\x1dh\x1ei\x85j\u2028k\u2029l"
CONTROLS = "".join(map(chr, range(0x20))) + '"\\/\x7f\x9f'
LETTERS = "한글 한글 日本語 ✓ 😀 👨‍👩‍👧 e\u0301 é"
NUMBERS = [
    0, -1, 9223372036854775807, -9223372036854775808, 0.0, -0.0, 1.0, -1.5, 0.1, 1e-4, 1e-5, 1.5e-7, 1e15, 1e16, 1.5e16,
    123456789012345680.0, 9007199254740993.0, 9999999999999998.0, 5e-324, 1.7976931348623157e308, 2.2250738585072014e-308,
    0.30000000000000004, 3.4028234663852886e38, 1e22, 1e100, 123.456, 100.0, 0.0001234,
]


def foreign():
    """A notebook of someone else's that uses all of the format."""
    cells = [
        new_markdown_cell(LINE_ENDS, id="ends"),
        new_markdown_cell(
            LETTERS + "\n\n![](attachment:a.png)\n", id="letters",
            attachments={"a.png": {"image/png": "aGFuamk=\n"}}, metadata={"slideshow": {"slide_type": "slide"}}),
        new_raw_cell("raw\n", id="raw", metadata={"format": "text/restructuredtext"}),
        new_code_cell("", id="empty"),
        new_code_cell(
            "print(1)\n", id="code-1", execution_count=7, metadata={"tags": ["custom"], "collapsed": False},
            outputs=[
                new_output("stream", name="stdout", text=LINE_ENDS),
                new_output("stream", name="stderr", text=CONTROLS + "\n"),
                new_output(
                    "display_data",
                    data={
                        "text/plain": LETTERS, "text/html": "<b>\n</b>", "image/png": "aGFuamk=\n",
                        "image/svg+xml": "<svg>\n</svg>\n", "application/javascript": "a;\nb;",
                        "application/json": {"b": [], "a": {}, "numbers": NUMBERS},
                        "application/vnd.x+json": ["text\nwith lines", None, True, False],
                    },
                    metadata={"image/png": {"width": 10}}),
                new_output("execute_result", data={"text/plain": ""}, execution_count=7),
                new_output("error", ename="Error", evalue="what\nnow", traceback=["one\ntwo", ""]),
            ]),
    ]
    return new_notebook(
        cells=cells,
        metadata={
            "kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"},
            "language_info": {"name": "python", "version": "3.11.7"}, "Z": 1, "a": 2, "가": 3, "\uffee": 4, "😀": 5,
        })


def lesson():
    """The record that NotebookFormatTests builds in Swift."""
    history = {
        "epochs": 2, "samples": 15000, "validationSamples": 10000, "keys": ["loss", "val_loss"],
        "values": {"loss": [0.5084, 0.3], "val_loss": [0.4, 1.0]},
    }
    cells = [
        new_markdown_cell(
            "# 영화 리뷰 분류\n\n정확도는 `{swift} accuracy`입니다.", id="prose-1",
            metadata={"hanji": {"inline": [{"expression": "accuracy", "text": "0.8752"}]}}),
        new_code_cell(
            "//| fig-cap: 훈련과 검증 손실\nlet history = fit()\nhistory", id="loss-curve", execution_count=1,
            metadata={
                "tags": ["hide-input"],
                "hanji": {
                    "label": "loss-curve", "options": {"rtol": 1e-3, "timeout": 60.0, "fig-cap": "훈련과 검증 손실"}}},
            outputs=[
                new_output("stream", name="stdout", text="epoch 1\nepoch 2\n"),
                new_output(
                    "execute_result", execution_count=1,
                    data={"text/plain": "History(2 epochs)", "application/vnd.hanji.history+json": history}),
            ]),
        new_code_cell("let never = shown()", id="5f2b-1", metadata={"tags": ["noeval"]}),
        new_code_cell(
            "[1][5]", id="a1b2-1", execution_count=2, metadata={"tags": ["raises-exception"]},
            outputs=[new_output("error", ename="IndexOutOfRange", evalue="범위 밖", traceback=["lesson.md:9:4"])]),
        new_code_cell("print()", id="c3d4-1"),
    ]
    metadata = {
        "title": "영화 리뷰 분류",
        "kernelspec": {"name": "hanji", "display_name": "Hanji (Swift)", "language": "swift"},
        "language_info": {"name": "swift", "file_extension": ".swift", "mimetype": "text/x-swift"},
        "hanji": {
            "format": 1, "engine": "0.1.0", "instructions": "avx2", "lang": "ko", "seed": 42,
            "datasets": [{"name": "imdb", "sha256": "0" * 64, "sample": False}],
        },
    }
    return new_notebook(cells=cells, metadata=metadata)


def written(notebook):
    nbformat.validate(notebook)
    buffer = io.StringIO()
    nbformat.write(notebook, buffer)
    return buffer.getvalue().encode()


FIXTURES = {"foreign.ipynb": foreign, "lesson.ipynb": lesson}


def main(arguments):
    if arguments == ["--regenerate"]:
        for name, make in FIXTURES.items():
            (HERE / name).write_bytes(written(make()))
        return 0
    failures = []
    if not arguments:
        failures += [name for name, make in FIXTURES.items() if (HERE / name).read_bytes() != written(make())]
    for path in arguments or [HERE / name for name in FIXTURES]:
        content = Path(path).read_bytes()
        try:
            if written(nbformat.reads(content.decode(), as_version=nbformat.NO_CONVERT)) != content:
                failures.append(f"{path}: nbformat writes other bytes")
        except Exception as error:
            failures.append(f"{path}: {type(error).__name__}: {error}")
    print("\n".join(map(str, failures)) or "ok")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
