"""Check every PDF and Word file below a folder: PDF/UA-1, PDF/A-2a and the Open XML schema.

Usage: ``python tools/validators/validate.py FOLDER``. Set the validators up first, with
``tools/validators/setup.sh``. Prints what is wrong and one line of figures; exit code 1 on a fault,
2 when the validators are not there.
"""

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import pypdfium2

ROOT = Path(__file__).resolve().parents[2]
VERAPDF = ROOT / ".tools/verapdf/verapdf"
OPEN_XML = ROOT / ".tools/ooxml/node_modules/@xarsh"
PROFILES = "ua1,2a"


class NotThereError(RuntimeError):
    """The validators have not been set up on this machine."""


@dataclass
class Result:
    """What was checked, and what was wrong."""

    pdf_files: int = 0
    pages: int = 0
    word_files: int = 0
    faults: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        passed = "all pass" if not self.faults else f"{len(self.faults)} FAULTS against"
        return (
            f"{self.pdf_files} PDF files, {self.pages} pages: {passed} PDF/UA-1 and PDF/A-2a; "
            f"{self.word_files} Word files {'valid' if not self.faults else 'checked'}"
        )


def validate(folder: Path) -> Result:
    """Check all files below *folder*. Raises NotThereError without validators."""
    result = Result()
    pdfs, words = sorted(folder.rglob("*.pdf")), sorted(folder.rglob("*.docx"))
    if pdfs:
        _check_pdfs(pdfs, result)
    if words:
        _check_words(words, result)
    return result


def _check_pdfs(files: list[Path], result: Result) -> None:
    if not VERAPDF.exists():
        raise NotThereError("veraPDF is not there. Run: tools/validators/setup.sh")
    run = subprocess.run(
        [VERAPDF, PROFILES, *files], capture_output=True, text=True, check=False, timeout=600
    )
    lines = run.stdout.splitlines()
    checked = sum(line.startswith(("PASS", "FAIL")) for line in lines)
    if checked != len(files) * len(PROFILES.split(",")):
        result.faults.append(f"veraPDF stopped early: {run.stderr.strip() or run.stdout[-500:]}")
    result.faults += [line for line in lines if not line.startswith("PASS")]
    result.pdf_files = len(files)
    for file in files:
        with pypdfium2.PdfDocument(file) as pdf:
            result.pages += len(pdf)


def _check_words(files: list[Path], result: Result) -> None:
    binary = next(OPEN_XML.glob("ooxml-validator-*/ooxml-validator*"), None)
    if binary is None:
        raise NotThereError("The Open XML validator is not there. Run: tools/validators/setup.sh")
    with ThreadPoolExecutor(2) as pool:  # it takes one file per start
        for fault in pool.map(lambda file: _check_word(binary, file), files):
            result.faults += fault
    result.word_files = len(files)


def _check_word(binary: Path, file: Path) -> list[str]:
    run = subprocess.run([binary, file], capture_output=True, text=True, check=False, timeout=120)
    if not run.stdout.strip():
        return [f"{file}: {run.stderr.strip()}"]
    answer = json.loads(run.stdout)
    if answer["ok"]:
        return []
    return [f"{file}: {error['description']} ({error['path']})" for error in answer["errors"]]


def main(arguments: list[str]) -> int:
    """Run from the command line."""
    if len(arguments) != 1 or not Path(arguments[0]).is_dir():
        print(__doc__)
        return 2
    try:
        result = validate(Path(arguments[0]))
    except NotThereError as error:
        print(error, file=sys.stderr)
        return 2
    print(*result.faults, sep="\n", end="\n" if result.faults else "")
    print(result)
    return 1 if result.faults or not (result.pdf_files or result.word_files) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
