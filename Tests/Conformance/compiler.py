"""Swift's own compiler, and what programs print. Nothing is compiled and run a second time: what a program did stands in
a folder under the digest of its source, the compiler's version and all else that it depends on."""
import hashlib
import json
import os
import pty
import subprocess
import tempfile
import tty
from dataclasses import asdict, dataclass
from pathlib import Path

OPTIONS = ["-swift-version", "6", "-default-isolation", "MainActor", "-module-name", "Notebook", "-suppress-warnings"]
SECONDS = 600

# Dictionaries iterate in the same order in every run; a crash says its reason in a line and not in a page.
ENVIRONMENT = os.environ | {"SWIFT_DETERMINISTIC_HASHING": "1", "SWIFT_BACKTRACE": "enable=no"}


@dataclass
class Outcome:
    """What a program did. `status` is negative for a signal and `None` where there was no program to run."""
    status: int | None
    output: str
    errors: str


class Compiler:
    def __init__(self, cache):
        self.cache = cache
        self.version = subprocess.run(["swiftc", "--version"], capture_output=True, text=True, check=True).stdout

    def outcome(self, source, *, build=None, depends_on="", on_terminal=False):
        """Compiles and runs a program, or remembers what it did. `build` makes a program otherwise than `swiftc` alone
        does; it returns what is wrong with the source."""
        key = "\0".join([source, self.version, *OPTIONS, depends_on, str(on_terminal)])
        file = self.cache / (hashlib.sha256(key.encode()).hexdigest()[:32] + ".json")
        if file.exists():
            return Outcome(**json.loads(file.read_text()))
        with tempfile.TemporaryDirectory() as folder:
            program = Path(folder, "program")
            errors = (build or compiled)(source, program)
            if errors:  # perhaps not of the source's making: tried again the next time
                return Outcome(None, "", errors)
            outcome = run([program], on_terminal=on_terminal)
        write(file, json.dumps(asdict(outcome), ensure_ascii=False))
        return outcome


def compiled(source, program):
    """Compiles a program of one file."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "main.swift")
        file.write_text(source)
        done = subprocess.run(["swiftc", *OPTIONS, "-o", program, file], capture_output=True, text=True)
    return "" if done.returncode == 0 else done.stderr.replace(f"{folder}/", "") or "no reason given"


def run(command, *, on_terminal=False, environment=ENVIRONMENT):
    """Runs a program to its end. One that may crash prints to a terminal: what it had not yet written out would be lost,
    and a terminal gets every line at once."""
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        target, reader = output, None
        if on_terminal:
            reader, target = _terminal()
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=target, stderr=errors, env=environment)
        try:
            if reader is not None:
                os.close(target)
                _copy(reader, output)
            process.wait(SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            errors.write(f"not ended after {SECONDS} s\n".encode())
        texts = []
        for stream in (output, errors):
            stream.seek(0)
            texts.append(stream.read().decode(errors="replace"))
    return Outcome(process.returncode, *texts)


def _terminal():
    reader, writer = pty.openpty()
    tty.setraw(writer)  # no line feed becomes a carriage return too
    return reader, writer


def _copy(reader, output):
    """All that comes from a terminal until nobody writes to it any more."""
    with os.fdopen(reader, "rb", buffering=0) as stream:
        while True:
            try:
                data = stream.read(1 << 16)
            except OSError:  # how Linux says that the other side is closed
                return
            if not data:
                return
            output.write(data)


def write(file, text):
    """Never half a file, though several processes write."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile("w", dir=file.parent, delete=False) as fresh:
        fresh.write(text)
    Path(fresh.name).replace(file)
