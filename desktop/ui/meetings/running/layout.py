"""The meeting screen: agenda, middle, people; in a narrow window the middle comes first."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from desktop.ui.boxes import Box, beside, stack
from desktop.ui.meetings.running.items import Items
from desktop.ui.meetings.running.panel import Panel
from desktop.ui.tabs import keep_tab_order
from desktop.ui.theme import look

_SIDE = 214
_LEAST_EMS = 5
"""A part that scrolls keeps at least the height of three lines."""
_NO_LIMIT = 16_777_215


def show_when(widget: QWidget, *, wanted: bool) -> None:
    """Show *widget* when it is *wanted*, else hide it.

    What was never hidden comes with its page: to show it before that page is in its place would
    let Qt dress and measure everything in it twice.
    """
    on_purpose = widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
    if wanted == widget.isHidden() if on_purpose else not wanted:
        widget.setVisible(wanted)


class Rolling(QScrollArea):
    """A part that scrolls by itself, but in a narrow window is as high as what is in it.

    There the page scrolls, and two things that scroll would be one too many.
    """

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self._inside = inside
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # else the area believes the pessimistic minimum of words that may wrap
        inside.setMinimumSize(1, 1)
        self.setWidget(inside)
        for ground in (inside, self.viewport()):  # the card behind it gives the colour
            ground.setAutoFillBackground(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        done = super().eventFilter(watched, event)
        if watched is self._inside and event.type() == QEvent.Type.LayoutRequest:
            self.fit()
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def restyle(self) -> None:
        self.fit()

    def fit(self) -> None:
        """Take the least height for this window."""
        layout = self._inside.layout()
        needed = look.px() * _LEAST_EMS
        if layout and look.narrow:
            wrapped = layout.totalHeightForWidth(self.viewport().width())
            needed = wrapped if wrapped >= 0 else layout.totalSizeHint().height()
        if needed != self.minimumHeight():
            self.setMinimumHeight(needed)


class Body(Box):
    """The three columns."""

    def __init__(self, items: Items, foot: Box, centre: Box, people: QWidget) -> None:
        self.agenda = stack((Rolling(stack(items, ..., gap=0)), 1), foot, gap=8)
        self._centre, self._people = centre, people
        super().__init__([self.agenda, (centre, 1), people], aside=True, gap=24, turns=True)

    def restyle(self) -> None:
        super().restyle()
        for side in (self.agenda, self._people):
            side.setMinimumWidth(0 if look.narrow else look.wide(_SIDE))
            side.setMaximumWidth(_NO_LIMIT if look.narrow else look.wide(_SIDE))
        place = 0 if look.narrow else 1
        if self._line.indexOf(self._centre) not in (-1, place):
            self._line.removeWidget(self._centre)
            self._line.insertWidget(place, self._centre, 1)
            keep_tab_order(self)


class Middle(Box):
    """What the chair says and the notes; a panel stands in their place while it is open."""

    def __init__(self, saying: QWidget, notes: QWidget, acts: QWidget, go_on: QWidget) -> None:
        self._saying, self._notes, self._acts = saying, notes, acts
        self._go_on = go_on
        self._foot = beside((acts, 1), (go_on, 0), gap=12, turns=True)
        self._filler = stack(...)
        self._hold = stack(gap=0)
        self._area = Rolling(stack(self._hold, ..., gap=0))
        self.panel: Panel | None = None
        self._item, self._from = False, ""
        super().__init__(
            [saying, (notes, 1), (self._area, 1), self._foot, (self._filler, 1)], gap=12
        )

    def show_item(self, *, shown: bool) -> None:
        """Show or hide what belongs to an item."""
        self._item = shown
        self._arrange()

    def open_panel(self, panel: Panel, focus: QWidget | None) -> None:
        """Show *panel*; remember where the *focus* was."""
        if self.panel is None:
            self._from = _part_of(focus)
        self.panel = panel
        self._hold.show_items([panel])
        self._arrange()

    def close_panel(self) -> str:
        """Take the panel away and return where the focus was: people, items, notes or nowhere."""
        self.panel = None
        self._arrange()
        self._hold.clear()
        return self._from

    def _arrange(self) -> None:
        panel = self.panel is not None
        show_when(self._area, wanted=panel)
        show_when(self._saying, wanted=self._item and not panel)
        show_when(self._notes, wanted=self._item and not panel)
        show_when(self._acts, wanted=self._item)
        show_when(self._foot, wanted=not panel)
        show_when(self._filler, wanted=not panel and not self._item)
        layout = self._foot.layout()
        if layout is not None:
            side = Qt.AlignmentFlag.AlignRight if self._item else Qt.AlignmentFlag.AlignLeft
            layout.setAlignment(self._go_on, side)


def _part_of(widget: QWidget | None) -> str:
    """Return which part of the screen *widget* stands in."""
    while widget is not None:
        if widget.objectName() in ("people", "items", "notes"):
            return widget.objectName()
        widget = widget.parentWidget()
    return ""
