"""Holds fixtures that were just made anew against those that are committed. TensorFlow's float32 sums differ in their last
digits between processors: a file that differs no more than that is put back as it was.

usage: changed.py FOLDER …    (within the repository)
"""
import json
import pathlib
import subprocess
import sys

# Of numbers in one array, relative to the largest of them.
TOLERANCE = 1e-4


def git(*arguments):
    return subprocess.run(["git", *arguments], capture_output=True, text=True, check=True).stdout


def distance(old, new):
    """The largest difference of two values' numbers, relative to the largest number beside them; infinite if they are
    otherwise not the same."""
    if isinstance(old, dict) and isinstance(new, dict) and old.keys() == new.keys():
        return max((distance(old[key], new[key]) for key in old), default=0)
    if isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        if all(isinstance(x, (int, float)) for x in old + new):
            size = max(map(abs, old), default=0) or 1
            return max((abs(a - b) / size for a, b in zip(old, new)), default=0)
        return max((distance(a, b) for a, b in zip(old, new)), default=0)
    if isinstance(old, float) and isinstance(new, float):
        return abs(old - new) / (abs(old) or 1)
    return 0 if old == new else float("inf")


def main():
    top = pathlib.Path(git("rev-parse", "--show-toplevel").strip())
    different = []
    for name in git("diff", "--name-only", "--", *sys.argv[1:]).split():
        is_near = False
        if name.endswith(".json"):
            off = distance(json.loads(git("show", f":{name}")), json.loads((top / name).read_text()))
            is_near = off <= TOLERANCE
            print(f"{name}: off by {off:.1e}")
        if is_near:
            git("checkout", "--", str(top / name))
        else:
            different.append(name)
    if different:
        sys.exit("These fixtures are not what the libraries make today: " + ", ".join(different))


main()
