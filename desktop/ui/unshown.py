"""Say it at once when somebody writes a sign that a PDF cannot show."""

from functools import partial

from PySide6.QtCore import QTimer

from desktop.i18n import tr
from desktop.services.signs import Action, new_signs
from desktop.ui.desk import Desk

_NAMED = 12
"""Signs told by name; of a whole text in another script the first are enough."""


def tell_unshown(desk: Desk, action: Action) -> None:
    """Tell above the page which signs of *action* the PDF cannot show, and what to do."""
    signs = new_signs(action)
    if signs:
        words = tr("The PDF cannot show these signs well: {signs}", signs=listed(signs))
        way_out = tr("Word does show them. Write them in Dutch letters if you send the PDF.")
        # After the act that wrote them: when that ends well, it takes away what was said before.
        say = partial(desk.window.strip.say, "warning", words, way_out)
        QTimer.singleShot(0, desk.window, say)


def listed(signs: str) -> str:
    """Return *signs* with room between them; the last of many are left out."""
    return " ".join(signs[:_NAMED]) + (" …" if len(signs) > _NAMED else "")
