"""Run the benchmarks of a checkout, each beside its floor in the same run."""

import runpy
from pathlib import Path
from typing import Any

from desktop.domain.errors import CouncilError
from desktop.i18n import tr

_FOLDER = Path(__file__).resolve().parent.parent / "tests" / "benchmarks"


def measure() -> list[dict[str, Any]]:
    """Return one row per benchmark: name, value, unit, floor, ratio, gate, ok.

    Every ``*.py`` in tests/benchmarks with a function ``measure`` takes part. Raises CouncilError
    in the packaged app, where the benchmarks and their floors are left out.
    """
    if not _FOLDER.is_dir():
        raise CouncilError(tr("This command only works in a copy of the source code."))
    results: list[dict[str, Any]] = []
    for path in sorted(_FOLDER.glob("*.py")):
        run = runpy.run_path(str(path)).get("measure")
        if run is not None:
            results += run()
    return results
