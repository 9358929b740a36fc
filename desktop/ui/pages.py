"""What a page is: a title, an area, what it shows of the file, and where the focus goes first."""

from collections.abc import Callable, Mapping
from typing import ClassVar

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.boxes import Box, Item, Words, repolish, show_now, stack, throw_away
from desktop.ui.buttons import Button
from desktop.ui.theme import look, tokens

AREAS = ("today", "meetings", "advice", "constituency", "members", "council")
_MOST_EMS = 104  # a page wider than this is only further to read


class Page(QWidget):
    """One screen. Give it a title, an area and tables, and build it in ``build``.

    ``build`` returns the parts from top to bottom. ``refresh`` builds again, keeping place and
    focus; a page with fields builds once and overrides ``refresh`` to fill them.
    Theme, text size and narrow windows need nothing: the parts of the kit follow by themselves.
    """

    area: ClassVar[str] = "today"
    tables: ClassVar[frozenset[str]] = frozenset()
    alone: ClassVar[bool] = False  # True: without side bar and top bar, as during a meeting
    fills: ClassVar[bool] = False  # True: the last part takes the height that is left

    retitled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._built = False
        self._scroll = _Scroll()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._scroll)

    @property
    def title(self) -> str:
        """The name of the page; the same words as its h1."""
        heading = next((w for w in self.findChildren(Words) if w.property("role") == "h1"), None)
        return heading.text() if heading else ""

    def build(self) -> list[Item]:
        """Return the parts of the page from top to bottom."""
        raise NotImplementedError

    def ensure_built(self) -> None:
        """Build the page when that was not done yet."""
        if not self._built:
            self._built = True
            self._scroll.show_parts(self.build(), fills=self.fills)

    def rebuild(self, *reused: QWidget) -> None:
        """Build again; scroll place and focus stay where they were.

        *reused* are parts that come back in the new build, such as a form that is typed in.
        """
        bar, kept = self._scroll.verticalScrollBar(), self._focus_now()
        place = bar.value()
        for part in reused:
            part.setParent(None)  # else it would be thrown away with the rest
        self._built = True
        self._scroll.show_parts(self.build(), fills=self.fills)
        self._scroll.settle()
        bar.setValue(place)
        self._focus_again(kept)
        self.retitled.emit()

    def refresh(self) -> None:
        """Show the file as it is now."""
        self.rebuild()

    def first_focus(self) -> QWidget | None:
        """Return what should have the focus at opening: the filled button, or the first control."""
        buttons = [b for b in self.findChildren(Button) if b.kind == "primary" and b.isEnabled()]
        return next((b for b in buttons if _takes_focus(b, self)), None) or self._first_control()

    def opening_focus(self) -> QWidget | None:
        """Return what gets the focus at opening, so that the page opens at its top, title in sight.

        That is ``first_focus`` when it is in the first screenful, else the first control that is.
        """
        wanted = self.first_focus()
        self._scroll.settle()
        if wanted is None or self._scroll.shows_from_top(wanted):
            return wanted
        seen = [w for w in self._as_read() if self._scroll.shows_from_top(w)]
        return next(iter(seen), None) or self._first_control()

    def _first_control(self) -> QWidget | None:
        return next(iter(self._as_read()), None)

    def _as_read(self) -> list[QWidget]:
        found = [w for w in self.findChildren(QWidget) if _takes_focus(w, self)]
        origin = QPoint(0, 0)
        return sorted(found, key=lambda w: (w.mapTo(self, origin).y(), w.mapTo(self, origin).x()))

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """Return what the page does for the actions of the menu, by key (see ``actions.py``)."""
        return {}

    def bring_into_view(self, widget: QWidget, *, from_top: bool = False) -> None:
        """Scroll just so far that *widget* can be seen; with *from_top* beginning at the title."""
        self._scroll.settle()
        if from_top:
            self._scroll.verticalScrollBar().setValue(0)
        if from_top and self._scroll.shows_from_top(widget):
            return
        if self._scroll.isAncestorOf(widget):
            self._scroll.ensureWidgetVisible(widget, 0, look.gap(24))

    def panes(self) -> list[QWidget]:
        """Return the parts that F6 goes through, besides the menu."""
        return [self]

    def leave(self) -> bool:
        """Store what is still being typed; return False to stay."""
        return True

    def _controls(self) -> list[QWidget]:
        kept = Qt.FocusPolicy.NoFocus
        return [
            w for w in self.findChildren(QWidget) if w.focusPolicy() != kept and not w.isHidden()
        ]

    def _focus_now(self) -> tuple[int, tuple[str, str]] | None:
        """Return where the focus is: the place among the controls, and what that one is called."""
        for place, control in enumerate(self._controls()):
            if control.hasFocus():
                return place, (control.objectName(), control.accessibleName())
        return None

    def _focus_again(self, before: tuple[int, tuple[str, str]] | None) -> None:
        """Go to the control of the same name, or else to the one that stands in its place now."""
        controls = self._controls()
        if before is None or not controls:
            return
        place, name = before
        same = [c for c in controls if any(name) and (c.objectName(), c.accessibleName()) == name]
        target = same[0] if same else controls[min(place, len(controls) - 1)]
        target.setFocus(Qt.FocusReason.OtherFocusReason)


def _takes_focus(widget: QWidget, page: QWidget) -> bool:
    tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not isinstance(widget, QScrollArea)
    return bool(tab) and widget.isVisibleTo(page) and widget.isEnabled()


class _Scroll(QScrollArea):
    """The scrolling part of a page; never sideways, never wider than is good to read."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._parts = Box()
        self._ground = QWidget()
        self._ground.setObjectName("page")
        layout = QVBoxLayout(self._ground)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._parts)
        # else the area believes the pessimistic minimum of words that may wrap
        self._ground.setMinimumSize(1, 1)
        self.setWidget(self._ground)

    def show_parts(self, parts: list[Item], *, fills: bool) -> None:
        layout = self._ground.layout()
        if layout is None:
            return
        side = int(tokens()["space"]["page"])
        *first, last = parts
        end: list[Item] = [(last, 1)] if fills and isinstance(last, QWidget) else [last, ...]
        fresh = stack(*first, *end, gap=18, pad=(side, 24, side, 24))
        layout.replaceWidget(self._parts, fresh)
        throw_away(self._parts)
        self._parts = fresh
        show_now(fresh)
        repolish(self._ground)
        self.restyle()

    def settle(self) -> None:
        """Give everything its place now, so that a scroll place can be found again."""
        layout = self._ground.layout()
        if layout:
            layout.activate()
            wide = self.viewport().width()
            self._ground.resize(
                wide, max(layout.totalHeightForWidth(wide), self.viewport().height())
            )

    def shows_from_top(self, widget: QWidget) -> bool:
        """Tell whether *widget* is in sight when nothing is scrolled."""
        if not self._ground.isAncestorOf(widget):
            return True
        top = widget.mapTo(self._ground, QPoint(0, 0)).y()
        return top + min(widget.height(), look.size(60)) <= self.viewport().height()

    def restyle(self) -> None:
        self._parts.setMaximumWidth(round(look.px() * _MOST_EMS))
