"""Walk a screen as its users do: by name, by Tab, and at twice the text size."""

import re
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QPushButton,
    QScrollBar,
    QWidget,
)

from desktop.ui import theme

SIZES = (1.0, 1.5, 2.0)


def walk(window: QWidget, sizes: tuple[float, ...] = SIZES) -> list[str]:
    """Return what is wrong in the visible *window*, at each text size; empty is good."""
    app, before = QApplication.instance(), theme.look.factor
    assert isinstance(app, QApplication)
    complaints = []
    for size in sizes:
        theme.apply(app, factor=size)
        for _ in range(12):  # nested layouts settle one level at a time
            app.processEvents()
            if not cut(window):
                break
        found = looked_at(window)
        complaints += [f"at {size:.0%}: {complaint}" for complaint in found]
    theme.apply(app, factor=before)
    return complaints


def looked_at(window: QWidget) -> list[str]:
    """Return what is wrong in the visible *window* as it is now, along one way with Tab."""
    order = stops(window)
    return [*_nameless(order), *_out_of_order(window, order), *cut(window)]


def stops(window: QWidget) -> list[QWidget]:
    """Return the controls that Tab reaches, in the order in which it does.

    Tab is really asked. QWidget.nextInFocusChain would be shorter, but in PySide each widget then
    owns the next one, and the window dies for Python with the last of them.
    """
    top = window.window()
    before = top.focusWidget()
    if before is not None:
        before.clearFocus()
    found: list[QWidget] = []
    while top.focusNextPrevChild(True):
        now = top.focusWidget()
        if now is None or now in found:
            break
        found.append(now)
    if before is not None:
        before.setFocus()
    return [one for one in found if window.isAncestorOf(one) and not isinstance(one, QScrollBar)]


def spoken(widget: QWidget) -> str:
    """Return the name that a screen reader says for *widget*."""
    if isinstance(widget, QComboBox):
        return widget.accessibleName()  # Qt on Linux says its value first, its label as a relation
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip() if interface else ""


def nameless(window: QWidget) -> list[str]:
    """Return the controls that a screen reader cannot name."""
    return _nameless(stops(window))


def _nameless(order: list[QWidget]) -> list[str]:
    return [f"no name: {_shown(widget)}" for widget in order if not spoken(widget)]


def out_of_order(window: QWidget) -> list[str]:
    """Return the jumps of Tab against the direction of reading."""
    return _out_of_order(window, stops(window))


def _out_of_order(window: QWidget, order: list[QWidget]) -> list[str]:
    return [
        f"Tab goes back: {_shown(one)} → {_shown(other)}"
        for one, other in pairwise(order)
        if _backwards(window, one, other)
    ]


def _backwards(window: QWidget, one: QWidget, other: QWidget) -> bool:
    """Compare the parts of their nearest common box that hold *one* and *other*."""
    above = [one]
    while above[-1] is not window:
        above.append(above[-1].parentWidget())
    common = next(box for box in above if box is other or box.isAncestorOf(other))
    first, second = _place(_part(common, one)), _place(_part(common, other))
    higher = second.bottom() < first.top()
    same_line = second.top() <= first.bottom() and first.top() <= second.bottom()
    return higher or (same_line and second.right() < first.left())


def _part(box: QWidget, widget: QWidget) -> QWidget:
    while widget is not box and widget.parentWidget() is not box:
        widget = widget.parentWidget()
    return widget


def _place(widget: QWidget) -> QRect:
    return QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size())


def cut(window: QWidget) -> list[str]:
    """Return the words that do not fit in their place."""
    complaints = []
    labels = [one for one in window.findChildren(QLabel) if one.isVisibleTo(window)]
    buttons = [one for one in window.findChildren(QPushButton) if one.isVisibleTo(window)]
    for label in labels:
        if label.text() and not _fits(label):
            complaints.append(f"cut: {label.text()!r} {label.size()} of {label.sizeHint()}")
    for button in buttons:
        if button.text() and button.width() < button.sizeHint().width():
            complaints.append(f"cut: button {button.text()!r}")
    for one in (*labels, *buttons):
        if _sticks_out(window, one):
            complaints.append(f"beyond the edge: {one.text()!r}")
    return complaints


def _fits(label: QLabel) -> bool:
    if label.wordWrap():
        longest = max(re.split(r"[\s\u200b]+", label.text()), key=len, default="")
        wide = label.fontMetrics().horizontalAdvance(longest) <= label.contentsRect().width() + 1
        return wide and label.height() >= label.heightForWidth(label.width())
    hint = label.sizeHint()
    return label.width() >= hint.width() - 1 and label.height() >= hint.height() - 1


def _sticks_out(window: QWidget, widget: QWidget) -> bool:
    right = widget.mapTo(window, QPoint(widget.width(), 0)).x()
    return right > window.width() + 1


def _shown(widget: QWidget) -> str:
    words = getattr(widget, "text", str)()
    return f"{type(widget).__name__} {words or widget.objectName() or widget.accessibleName()!r}"
