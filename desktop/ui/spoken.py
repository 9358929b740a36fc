"""What a screen reader hears: headings as headings, drawn facts as words, news said once."""

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleInterface,
    QAccessibleObject,
)
from PySide6.QtWidgets import QWidget
from shiboken6 import Shiboken

_kept: set["_Spoken"] = set()
_PRUNE_FROM = 500


class _Spoken(QAccessibleObject):
    """A widget without parts of its own, with the role and the words that we say it has."""

    def __init__(self, widget: QWidget, role: QAccessible.Role, says: Callable[[], str]) -> None:
        super().__init__(widget)
        self._widget, self._role, self._says = widget, role, says

    def role(self) -> QAccessible.Role:
        return self._role

    def text(self, t: QAccessible.Text) -> str:
        if t == QAccessible.Text.Name:
            return self._says()
        if t == QAccessible.Text.Description:
            return self._widget.accessibleDescription()
        return ""

    def state(self) -> QAccessible.State:
        widget = self._widget
        stops = widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        facts = {
            "readOnly": not stops,
            "focusable": stops,
            "focused": stops and widget.hasFocus(),
            "invisible": not widget.isVisible(),
            "disabled": not widget.isEnabled(),
        }
        state = QAccessible.State()
        for name, true in facts.items():
            setattr(state, name, true)  # the stub of Qt describes these flags as methods
        return state

    def rect(self) -> QRect:
        return QRect(self._widget.mapToGlobal(self._widget.rect().topLeft()), self._widget.size())

    def parent(self) -> QAccessibleInterface:
        return QAccessible.queryAccessibleInterface(self._widget.parentWidget() or self._widget)

    def childCount(self) -> int:
        return 0

    def child(self, index: int) -> QAccessibleInterface | None:  # pyright: ignore
        return None

    def indexOfChild(self, arg__1: QAccessibleInterface) -> int:
        return -1


def speak_as(widget: QWidget, role: QAccessible.Role, says: Callable[[], str]) -> None:
    """Tell the screen reader that *widget* is a *role* whose name is what *says* returns.

    Qt owns and deletes what is registered here, so Python only lets go of it afterwards.
    """
    if len(_kept) > _PRUNE_FROM:
        _kept.difference_update({spoken for spoken in _kept if not Shiboken.isValid(spoken)})
    spoken = _Spoken(widget, role, says)
    _kept.add(spoken)
    QAccessible.registerAccessibleInterface(spoken)


def announce(widget: QWidget, words: str, *, urgent: bool = False) -> None:
    """Let the screen reader say *words* once; *urgent* interrupts what it is saying."""
    event = QAccessibleAnnouncementEvent(widget, words)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
    QAccessible.updateAccessibility(event)
