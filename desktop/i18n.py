"""Turn the English sentences of the code into the Dutch of the user.

Source strings are English; ``resources/translations/nl/*.po`` holds the Dutch, one file per
area, compiled into ``nl.mo`` by ``python tools/translations.py``. Dutch is the default; a missing
sentence fails a test, never the app. Qt's own words come from ``qtbase_nl.qm``: see ``ui/app.py``.
"""

import gettext
from functools import cache

from desktop.resources import HOME

LANGUAGE = "nl"


@cache
def _catalogue() -> gettext.NullTranslations:
    path = HOME / "translations" / f"{LANGUAGE}.mo"
    if not path.exists():
        return gettext.NullTranslations()
    with path.open("rb") as file:
        return gettext.GNUTranslations(file)


def tr(message: str, /, **values: object) -> str:
    """Return *message* in the user's language, with ``{name}`` places filled in from *values*."""
    words = _catalogue().gettext(message)
    return words.format(**values) if values else words


def trn(one: str, many: str, count: int, /, **values: object) -> str:
    """Return *one* or *many* for *count*, in the user's language; ``{n}`` is the count."""
    return _catalogue().ngettext(one, many, count).format(n=count, **values)
