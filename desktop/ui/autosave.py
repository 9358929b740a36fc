"""Keep what a form that saves itself holds: what is refused says why, and the rest is kept."""

from collections.abc import Callable, Mapping
from typing import Any

from desktop.domain.errors import CouncilError


def keep(
    changed: Mapping[str, Any],
    save: Callable[..., object],
    refused: Callable[[CouncilError], object],
) -> None:
    """Call *save* with *changed*; a value that is refused goes to *refused*, the others go on."""
    left = dict(changed)
    while left:
        try:
            save(**left)
        except CouncilError as error:
            refused(error)
            if error.field not in left:
                return
            del left[error.field]
        else:
            return
