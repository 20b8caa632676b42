#!/usr/bin/env python3
"""Kills the command and its workers at random moments, and fills the disk, while records and the cache are written.

Whatever happens, a record is one that a whole run without a cache wrote, byte for byte, nothing is left beside it, no process goes on,
and the next run succeeds. Usage: kill_test.py HANJI [--rounds N] [--seed N].
"""

import argparse
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

LESSON = """---
lang: en
seed: {seed}
---

```swift {{#values}}
var total = 0
for number in 0..<{work} {{ total = (total + number * {seed}) % 1000003 }}
print("seed {seed}", total)
```

```swift {{#show}}
(0..<200).map {{ $0 * {seed} }}
```
"""

ENVIRONMENT = {**os.environ, "LANG": "en_GB.UTF-8", "OMP_NUM_THREADS": "1"}


def children(process):
    """The worker processes of a command."""
    found = []
    for entry in pathlib.Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rsplit(")", 1)[1].split()
            except OSError:
                continue
            if int(fields[1]) == process:
                found.append(int(entry.name))
    return found


def is_running(process):
    try:
        return pathlib.Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


class Trial:
    def __init__(self, hanji, folder, chance):
        self.hanji, self.folder, self.random = hanji, pathlib.Path(folder), chance
        self.whole = {}
        self.failures = []

    def write(self, seed, work=20000, name="lesson"):
        (self.folder / f"{name}.md").write_text(LESSON.format(seed=seed, work=work))

    def forget(self):
        """Every other time the cells have to run and are written to the cache; else they may be found there."""
        if self.random.random() < 0.5:
            shutil.rmtree(ENVIRONMENT["HANJI_CACHE"], ignore_errors=True)

    def start(self, *arguments):
        return subprocess.Popen(
            [self.hanji, *arguments], cwd=self.folder, env=ENVIRONMENT, stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE)

    def run(self, *arguments):
        process = self.start(*arguments)
        error = process.communicate(timeout=120)[1].decode()
        return process.returncode, error

    def fail(self, text):
        self.failures.append(text)
        print("FAILED:", text, file=sys.stderr)

    def reference(self, seeds):
        """The record of each seed as an undisturbed run writes it, and how long such a run takes."""
        begin = time.monotonic()
        for seed in seeds:
            self.write(seed)
            status, error = self.run("run", "--no-cache", "lesson.md", "--quiet")
            if status != 0:
                sys.exit(f"the undisturbed run failed: {error}")
            self.whole[seed] = (self.folder / "lesson.ipynb").read_bytes()
        return (time.monotonic() - begin) / len(seeds)

    def inspect(self, seed, before, what):
        """After a disturbance: the record is the old or the new one, and the next run writes the new one."""
        record = (self.folder / "lesson.ipynb").read_bytes()
        if record not in (before, self.whole[seed]):
            self.fail(f"{what}: the record is torn ({len(record)} bytes)")
        status, error = self.run("run", "lesson.md", "--quiet")
        if status != 0:
            self.fail(f"{what}: the next run failed: {error}")
        elif (self.folder / "lesson.ipynb").read_bytes() != self.whole[seed]:
            self.fail(f"{what}: the next run wrote another record")
        rest = [name for name in os.listdir(self.folder) if name.startswith(".hanji-")]
        if rest:
            self.fail(f"{what}: left behind {rest}")
        return record != before

    def wait_for_end(self, processes, limit, what):
        end = time.monotonic() + limit
        while time.monotonic() < end:
            if not any(is_running(process) for process in processes):
                return
            time.sleep(0.005)
        self.fail(f"{what}: still running {limit} s later")

    # The disturbances

    def kill_command(self, seed, moment):
        """kill -9 of the command: its worker notices by itself."""
        before = (self.folder / "lesson.ipynb").read_bytes()
        self.write(seed)
        self.forget()
        process = self.start("run", "lesson.md", "--quiet")
        time.sleep(moment)
        workers = children(process.pid)
        process.kill()
        process.communicate()
        self.wait_for_end(workers, 1, "kill -9 of the command")
        return self.inspect(seed, before, f"kill -9 of the command after {moment:.3f} s")

    def kill_worker(self, seed, moment):
        """kill -9 of the worker: the notebook's failure, which the command reports."""
        before = (self.folder / "lesson.ipynb").read_bytes()
        self.write(seed)
        self.forget()
        process = self.start("run", "lesson.md", "--quiet")
        time.sleep(moment)
        workers = children(process.pid)
        for worker in workers:
            try:
                os.kill(worker, signal.SIGKILL)
            except ProcessLookupError:
                pass
        error = process.communicate(timeout=60)[1].decode()
        if process.returncode not in (0, 1):
            self.fail(f"kill -9 of the worker: exit status {process.returncode}: {error}")
        if process.returncode == 1 and "WorkerCrash" not in error:
            self.fail(f"kill -9 of the worker is not reported: {error}")
        return self.inspect(seed, before, f"kill -9 of the worker after {moment:.3f} s")

    def kill_check(self, seed, moment):
        """kill -9 while a check keeps what it found."""
        before = (self.folder / "lesson.ipynb").read_bytes()
        self.write(seed)
        process = self.start("check", "lesson.md", "--quiet")
        time.sleep(moment)
        process.kill()
        process.communicate()
        if (self.folder / "lesson.ipynb").read_bytes() != before:
            self.fail("a check changed the record")
        kept = self.folder / ".hanji/last-check/lesson.ipynb"
        status, error = self.run("accept", "lesson.md") if kept.exists() else (0, "")
        # A kept run may be one of an earlier seed: then the notebook has changed since.
        if status not in (0, 2) or (status == 2 and "has changed since" not in error):
            self.fail(f"what a killed check kept cannot be read: {error}")
        return self.inspect(seed, (self.folder / "lesson.ipynb").read_bytes(), f"kill -9 of a check")

    def interrupt(self, moment):
        """Ctrl-C: command and worker end within 200 ms, and the record stays."""
        before = (self.folder / "lesson.ipynb").read_bytes()
        self.write(1, work=10**12)
        process = self.start("run", "lesson.md", "--quiet")
        time.sleep(moment)
        workers = children(process.pid)
        begin = time.monotonic()
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)
        took = time.monotonic() - begin
        if workers:
            self.wait_for_end(workers, 0.2, "Ctrl-C")
        if process.returncode != -signal.SIGINT:
            self.fail(f"Ctrl-C: exit status {process.returncode}")
        if (self.folder / "lesson.ipynb").read_bytes() != before:
            self.fail("Ctrl-C: the record has changed")
        return took

    def interrupt_the_check(self, command):
        """Ctrl-C while a long notebook is still being checked: there is nothing to end, so nothing is waited for."""
        cells = "".join(f"```swift\nlet v{n} = [{n}, 2].map {{ $0 * 2 }}.reduce(0, +)\n```\n\n" for n in range(20_000))
        (self.folder / "long.md").write_text("---\nlang: en\n---\n\n" + cells)
        process = self.start(command, "long.md", "--quiet")
        time.sleep(0.3)
        begin = time.monotonic()
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)
        took = time.monotonic() - begin
        if process.returncode != -signal.SIGINT or (self.folder / "long.ipynb").exists():
            self.fail(f"Ctrl-C while {command} checks: exit status {process.returncode}")
        return took

    def others_go_on(self):
        """One of three workers dies: the two others are recorded."""
        for name in ("a", "b", "c"):
            self.write(1, work=10**12 if name == "b" else 20000, name=name)
        process = self.start("run", "a.md", "b.md", "c.md", "--jobs", "3", "--quiet")
        end = time.monotonic() + 30
        # The first is recorded, the last has ended and waits for its turn: what runs is the one between them.
        while time.monotonic() < end and not (
                (self.folder / "a.ipynb").exists() and len(children(process.pid)) == 1):
            time.sleep(0.02)
        for worker in children(process.pid):
            os.kill(worker, signal.SIGKILL)
        error = process.communicate(timeout=60)[1].decode()
        if process.returncode != 1 or "values" not in error:
            self.fail(f"a worker that dies is its notebook's failure, at its cell: {process.returncode} {error}")
        for name in ("a", "c"):
            if not (self.folder / f"{name}.ipynb").exists():
                self.fail(f"{name}.md was not recorded beside the one that died")


def full_disk(hanji, failures):
    """A file system of 48 KiB on which the record grows too large."""
    folder = tempfile.mkdtemp(prefix="hanji-full-")
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=48k", "tmpfs", folder], stderr=subprocess.DEVNULL).returncode == 0
    if not mounted:
        shutil.rmtree(folder)
        print("disk full: skipped, a small tmpfs cannot be mounted here")
        return
    try:
        trial = Trial(hanji, folder, random)
        trial.failures = failures
        trial.write(1)
        status, error = trial.run("run", "lesson.md", "--quiet")
        if status != 0:
            return trial.fail(f"disk full: the first run failed: {error}")
        before = (trial.folder / "lesson.ipynb").read_bytes()
        (trial.folder / "filler").write_bytes(b"x" * (48 * 1024 - 2 * len(before) - 12 * 1024))
        (trial.folder / "lesson.md").write_text("```swift\nfor n in 0..<4000 { print(n) }\n```\n")
        for command in ("run", "check"):
            status, error = trial.run(command, "lesson.md", "--quiet")
            expected = (2,) if command == "run" else (1,)
            if status not in expected or "no space left" not in error:
                trial.fail(f"disk full: {command} ended with {status}: {error}")
            if (trial.folder / "lesson.ipynb").read_bytes() != before:
                trial.fail(f"disk full: {command} touched the record")
        (trial.folder / "filler").unlink()
        trial.write(2)
        status, error = trial.run("run", "lesson.md", "--quiet")
        rest = [name for name in os.listdir(folder) if name.startswith(".hanji-")]
        if status != 0 or rest:
            trial.fail(f"disk full: the run after it: {status} {rest} {error}")
        print("disk full: the old record stays, nothing is left beside it, the next run succeeds")
    finally:
        subprocess.run(["umount", folder])
        os.rmdir(folder)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("hanji")
    parser.add_argument("--rounds", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    with tempfile.TemporaryDirectory(prefix="hanji-kill-") as folder, tempfile.TemporaryDirectory() as store:
        ENVIRONMENT["HANJI_CACHE"] = store
        trial = Trial(os.path.abspath(options.hanji), folder, chance)
        seeds = list(range(1, 6))
        duration = trial.reference(seeds)
        print(f"an undisturbed run takes {duration * 1000:.0f} ms")
        kinds = [("command", trial.kill_command), ("worker", trial.kill_worker), ("check", trial.kill_check)]
        for name, disturb in kinds:
            rounds = options.rounds if name != "check" else options.rounds // 2
            new = sum(disturb(seeds[n % len(seeds)], chance.uniform(0, 1.2 * duration)) for n in range(rounds))
            print(f"kill -9 of the {name}: {rounds} moments, {new} of them after the record was written")
        times = sorted(trial.interrupt(chance.uniform(0.2, 0.2 + duration)) for _ in range(max(1, options.rounds // 10)))
        print(f"Ctrl-C: ended after {times[0] * 1000:.0f} to {times[-1] * 1000:.0f} ms")
        if times[-1] > 0.2:
            trial.fail("Ctrl-C takes longer than 200 ms")
        times = [trial.interrupt_the_check(command) for command in ("run", "check")]
        print(f"Ctrl-C while a notebook is checked: ended after {max(times) * 1000:.0f} ms")
        if max(times) > 0.2:
            trial.fail("Ctrl-C while a notebook is checked takes longer than 200 ms")
        trial.others_go_on()
        full_disk(trial.hanji, trial.failures)
        print("no torn record" if not trial.failures else f"{len(trial.failures)} failures")
        sys.exit(1 if trial.failures else 0)


if __name__ == "__main__":
    main()
