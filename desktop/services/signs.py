"""Signs that somebody just wrote and that a PDF cannot show; Word can."""

import re

from desktop.models.history import Action, Values

_ODD = re.compile(r"[^\s!-~\u00a0-\u017f‘’“”„–—…•€]")
"""All that our typeface does not surely have: the typeface itself is read only for these."""
_FROM_OTHERS = frozenset({"paper", "stored_file"})
"""What others sent us: we never print their words."""


def new_signs(action: Action) -> str:
    """Return, each once, the signs that *action* wrote anywhere and that a PDF does not show well.

    What already stood in the same row is not told again.
    """
    written: dict[str, None] = {}
    for row in action.rows:
        if row.table not in _FROM_OTHERS:
            before = _signs(row.before)
            written |= {sign: None for sign in _signs(row.after) if sign not in before}
    return unshown("".join(written))


def unshown(text: str) -> str:
    """Return, each once, the signs of *text* that a PDF does not show well."""
    odd = "".join(_ODD.findall(text))
    if not odd:
        return ""
    from desktop.documents.fonts import not_shown

    return not_shown(odd)


def _signs(values: Values | None) -> dict[str, None]:
    """Return every sign of *values*, in the order they stand there."""
    texts = (value for value in (values or {}).values() if isinstance(value, str))
    return {sign: None for text in texts for sign in dict.fromkeys(text)}
