"""Everything below the screens runs on a computer without Qt."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

PROBE = """
import importlib, sys
sys.modules["PySide6"] = sys.modules["shiboken6"] = None  # an import of either now fails
failed = []
for name in sys.argv[1:]:
    try:
        importlib.import_module(name)
    except Exception as error:
        failed.append(f"{name}: {error!r}")
print("\\n".join(failed))
"""


def modules_below_ui() -> list[str]:
    names = []
    for path in sorted((ROOT / "desktop").rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        if parts[1] == "ui" or parts[-1] == "__main__":
            continue
        names.append(".".join(parts[:-1] if parts[-1] == "__init__" else parts))
    return names


def without_qt(*names: str) -> str:
    answer = subprocess.run(
        [sys.executable, "-c", PROBE, *names], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return answer.stdout.strip()


def test_every_module_below_the_screens_imports_without_qt():
    names = modules_below_ui()
    assert "desktop.domain" in names
    assert without_qt(*names) == ""


def test_the_screens_do_need_qt():
    """The probe itself can fail: a screen does not import without Qt."""
    screens = sorted((ROOT / "desktop" / "ui").glob("[a-z]*.py"))
    if not screens:
        pytest.fail("there are no screens")
    assert "PySide6" in without_qt(*(f"desktop.ui.{path.stem}" for path in screens))
