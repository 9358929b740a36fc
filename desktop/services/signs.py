"""Signs that somebody just wrote and that a PDF cannot show; Word can."""

from desktop.models.history import Action, Values

_FROM_OTHERS = frozenset({"paper", "stored_file"})
"""What others sent us: we never print their words."""


def new_signs(action: Action) -> str:
    """Return, each once, the signs that *action* wrote anywhere and that a PDF does not show well.

    What already stood in the same row is not told again.
    """
    written: dict[str, None] = {}
    for row in action.rows:
        after = _odd(row.after) if row.table not in _FROM_OTHERS else ""
        if after:
            before = set(_odd(row.before))
            written |= dict.fromkeys(sign for sign in after if sign not in before)
    return unshown("".join(written))


def unshown(text: str) -> str:
    """Return, each once, the signs of *text* that a PDF does not show well."""
    if _is_western(text):
        return ""
    from desktop.documents.fonts import not_shown

    return not_shown(text)


def _odd(values: Values | None) -> str:
    """Return the texts of *values* that need a closer look, one after another."""
    texts = (value for value in (values or {}).values() if isinstance(value, str))
    return "".join(text for text in texts if not _is_western(text))


def _is_western(text: str) -> bool:
    """Tell, quickly also of fifty pages, that our typeface has every sign of *text*."""
    try:
        text.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True
