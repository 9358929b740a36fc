"""Gather the licence texts of the libraries that travel with the app into one file.

    python tools/licences.py           writes resources/licences/libraries.txt
    python tools/licences.py --check   writes nothing; exits 1 when that file is not up to date

The libraries are those of requirements.txt. One that this computer does not use (some are for
Windows only) is looked up with pip.
"""

import re
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "resources" / "licences" / "libraries.txt"
TEXT = re.compile(r"(licen[cs]e|copying|notice|authors)", re.IGNORECASE)
OTHER_SYSTEMS = re.compile(r"/(android|ios|musl|emscripten|pyemscripten)", re.IGNORECASE)
RULE = "=" * 100

# Wheels that carry no licence text of their own: where it stands in resources/licences/.
BY_NAME = {"pyside6-essentials": "LGPL-3.0.txt", "shiboken6": "LGPL-3.0.txt"}


def pinned() -> list[tuple[str, str]]:
    lines = (ROOT / "requirements.txt").read_text("utf-8").splitlines()
    found = (re.match(r"([a-z0-9-]+)==([^ ;\\]+)", line) for line in lines)
    return [(match[1], match[2]) for match in found if match]


def installed(name: str) -> list[tuple[str, str]]:
    """Return (file name, text) of the licence files of the installed library *name*."""
    files = distribution(name).files or []
    wanted = [
        file for file in files if TEXT.search(str(file)) and file.suffix not in {".py", ".pyc"}
    ]
    kept = [file for file in wanted if not OTHER_SYSTEMS.search(f"/{file}")]
    own = [file for file in kept if ".dist-info" in str(file)] or kept
    texts = ((str(file), file.locate().read_text("utf-8", "replace")) for file in own)
    return sorted((Path(path).name, text) for path, text in texts)


def fetched(name: str, version: str) -> list[tuple[str, str]]:
    """Return the same for a library that this computer does not use."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["download", "--quiet", "--no-deps", "--dest", folder, f"{name}=={version}"]
        subprocess.run([sys.executable, "-m", "pip", *command], check=True)
        wheel = zipfile.ZipFile(next(Path(folder).glob("*.whl")))
        names = [name for name in wheel.namelist() if ".dist-info/" in name and TEXT.search(name)]
        return sorted((Path(name).name, wheel.read(name).decode("utf-8")) for name in names)


def texts_of(name: str, version: str) -> Iterator[tuple[str, str]]:
    if name in BY_NAME:
        yield BY_NAME[name], f"See resources/licences/{BY_NAME[name]}.\n"
        return
    try:
        yield from installed(name)
    except PackageNotFoundError:
        yield from fetched(name, version)


def gathered() -> str:
    parts = ["The libraries that travel with Samenspraak, and the licence of each.\n"]
    for name, version in pinned():
        texts = dict.fromkeys(texts_of(name, version))
        if not texts:
            raise SystemExit(f"No licence text was found for {name}; add it to BY_NAME.")
        parts += [
            f"\n{RULE}\n{name} {version} ({file})\n{RULE}\n\n{text.strip()}\n"
            for file, text in texts
        ]
    lines = (line.rstrip() for line in "".join(parts).splitlines())
    return "\n".join(lines) + "\n"


def main() -> int:
    if "--check" in sys.argv[1:]:
        said = TARGET.read_text("utf-8")
        missing = [f"{n} {v}" for n, v in pinned() if f"\n{n} {v} (" not in said]
        print(
            "\n".join(f"not in {TARGET.name}: {line}" for line in missing), end="\n" * bool(missing)
        )
        return 1 if missing else 0
    TARGET.write_text(gathered(), "utf-8")
    print(f"{TARGET.relative_to(ROOT)}: {len(pinned())} libraries")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
