"""Keep what a form that saves itself holds: what is refused says why, and the rest is kept."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from desktop.domain.errors import CouncilError
from desktop.ui.form import Form, FormRow


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


def _wrong(forms: Sequence[Form]) -> list[FormRow]:
    return [row for form in forms for row in form.rows.values() if row.is_wrong]


def may_leave(*forms: Form) -> bool:
    """Keep what was typed; say once what cannot be read or kept, before its words would be lost."""
    seen = _wrong(forms)
    for form in forms:
        form.flush()
    for form in forms:
        try:
            form.values()
        except CouncilError as error:
            if form.property("told") == error.message:
                continue  # seen, and left as it is
            form.setProperty("told", error.message)
            form.show_error(error)
            return False
    for row in _wrong(forms):
        if row not in seen:  # refused only now: nobody could read why
            row.focus_target().setFocus()
            return False
    return True
