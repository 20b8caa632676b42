"""Programs that use the library, built by the Swift package manager in the package that `hanji tangle` writes."""
import hashlib
import re
import shutil
import subprocess
import threading
from pathlib import Path

EMPTY_LESSON = "```swift\nlet nothing = 0\n```\n"
# What a lesson is linked with.
ROOMS = ["CKernels", "CZlib", "Outputs", "Digest", "Kernels", "Tensors", "NeuralNet", "Datasets", "Plotting", "LessonKit"]


class Lessons:
    """One package whose program is replaced again and again, so that the library is built once."""

    def __init__(self, root, folder, hanji):
        self.root, self.package, self.hanji = root, folder / "lesson", hanji
        self.turn = threading.Lock()
        self.library = _digest(root / "Sources" / room for room in ROOMS)
        self.names = _public_names(root / "Sources/CellLibrary/Interface/LessonKit.swiftinterface")

    def tangle(self, notebook):
        """The program of a notebook, or why there is none."""
        done = subprocess.run([self.hanji, "tangle", notebook, "-o", self.package, "--package", self.root, "--lang", "en"],
                              capture_output=True, text=True)
        return (self._main.read_text(), "") if done.returncode == 0 else ("", done.stderr)

    def build(self, source, program):
        """Builds a program; returns what is wrong with it."""
        with self.turn:
            if not (self.package / "Package.swift").exists():
                self.package.mkdir(parents=True, exist_ok=True)
                notebook = self.package / "empty.md"
                notebook.write_text(EMPTY_LESSON)
                _, errors = self.tangle(notebook)
                if errors:
                    return errors
            self._main.write_text(source)
            # The package manager does not look again at the manifest of a package that this one depends on.
            plan = self.package / ".build/release.yaml"
            if plan.exists() and plan.stat().st_mtime < (self.root / "Package.swift").stat().st_mtime:
                plan.unlink()
            command = ["swift", "build", "-c", "release", "--package-path", self.package]
            done = subprocess.run(command, capture_output=True, text=True)
            if done.returncode != 0:
                lines = (done.stdout + done.stderr).splitlines()
                first = next((n for n, line in enumerate(lines) if "error:" in line), 0)
                return "\n".join(lines[first:])
            shutil.copy(self.package / ".build/release/Lesson", program)
        return ""

    @property
    def _main(self):
        return self.package / "Sources/Lesson/main.swift"

    def are_used_by(self, source):
        """Whether a program names something of the library that it does not declare itself."""
        words = set(re.findall(r"\w+", re.sub(r"//.*", "", source)))
        own = set(re.findall(r"\b(?:func|let|var|struct|class|enum|protocol|typealias|case)\s+(\w+)", source))
        return bool(words & self.names - own)


def _public_names(interface):
    pattern = r"^(?:@\S+ )?public (?:final )?(?:func|let|var|struct|class|enum|protocol) (\w+)"
    return set(re.findall(pattern, interface.read_text(), re.MULTILINE))


def _digest(folders):
    digest = hashlib.sha256()
    for folder in folders:
        for file in sorted(folder.rglob("*")):
            if file.is_file():
                digest.update(file.read_bytes())
    return digest.hexdigest()
