"""Let Tab follow the order of reading, also for what came later than the rest of the page."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QLayout, QScrollArea, QWidget

_FROM_THE_RIGHT = QBoxLayout.Direction.RightToLeft


def keep_tab_order(box: QWidget) -> None:
    """Put the Tab stops of the page around *box* in the order of its layouts.

    Qt puts a widget that is made later at the end, wherever on the page it stands.
    """
    page, above = box, box.parentWidget()
    while page.objectName() != "page" and above:
        page, above = above, above.parentWidget()
    for one, other in pairwise(_stops(page)):
        QWidget.setTabOrder(one, other)


def _stops(widget: QWidget) -> Iterator[QWidget]:
    takes_focus = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    if takes_focus:
        yield widget
    inside = widget.widget() if isinstance(widget, QScrollArea) else None
    if inside is not None:
        yield from _stops(inside)
    layout = widget.layout()
    if layout is not None:
        yield from _in_layout(layout)
    elif not takes_focus and inside is None:  # it puts its parts in their place by itself
        for part in widget.children():
            if isinstance(part, QWidget) and not part.isWindow():
                yield from _stops(part)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    numbers = list(range(layout.count()))
    if isinstance(layout, QBoxLayout) and layout.direction() == _FROM_THE_RIGHT:
        numbers.reverse()  # reading goes from the left all the same
    for number in numbers:
        item = layout.itemAt(number)
        widget, inner = (item.widget(), item.layout()) if item else (None, None)
        if widget is not None:
            yield from _stops(widget)
        elif inner is not None:
            yield from _in_layout(inner)
