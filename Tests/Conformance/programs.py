"""Programs in the cell language: what swiftc makes of them and what cell-run makes of them must print the same."""
import re

from concurrent.futures import ThreadPoolExecutor

import comparison
from compiler import ENVIRONMENT, run


def compare(files, cell_run, compiler, lessons, jobs):
    """Yields `(file, lines that tell what differs)` for each program, in order."""
    with ThreadPoolExecutor(jobs) as pool:
        yield from zip(files, pool.map(lambda file: _compare(file, cell_run, compiler, lessons), files))


def _compare(file, cell_run, compiler, lessons):
    source = file.read_text()
    must_fail = "traps" in file.parts
    ours = run([cell_run, "--no-results", file])
    theirs = _compiled(source, compiler, lessons, must_fail)
    if theirs.status is None:
        return ["swiftc refuses it:"] + theirs.errors.splitlines()[:8]
    if ours.status == 1 and "error:" in ours.errors and not must_fail or ours.status not in (0, 1):
        return [f"cell-run ends with {ours.status}:"] + ours.errors.splitlines()[:8]
    found = comparison.differences(theirs.output, ours.output, with_sets=bool(re.search(r"\bSet\b", source)))
    if must_fail:
        if theirs.status == 0:
            found.append("the compiled program does not fail")
        if ours.status != 1:
            found.append("cell-run does not fail")
    elif theirs.status != 0:
        found += [f"the compiled program ends with {theirs.status}:"] + theirs.errors.splitlines()[:4]
    return found


def _compiled(source, compiler, lessons, must_fail):
    # On the first line, so that all others keep their numbers.
    if lessons.are_used_by(source):
        return compiler.outcome("import Foundation; import LessonKit; " + source, build=lessons.build,
                                depends_on=lessons.library, on_terminal=must_fail)
    return compiler.outcome("import Foundation; " + source, on_terminal=must_fail)
