"""Two measures that are drawn: was there enough time, and how hard is the text."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from desktop.i18n import tr, trn
from desktop.ui.drawn import Drawn, hatch, small_line, write_small
from desktop.ui.theme import look

MIDDLE = Qt.AlignmentFlag.AlignHCenter
RIGHT = Qt.AlignmentFlag.AlignRight


class TermBar(Drawn):
    """Days the council got, against its own minimum; what is missing is hatched.

    *given* and *minimum* count days; *minimum* is None when no term was agreed. *asked*, *decision*
    and *enough* are dates in words: of the question, of the decision, and when the minimum is over.
    """

    def __init__(
        self, given: int, minimum: int | None, asked: str, decision: str, enough: str = ""
    ) -> None:
        self._given, self._minimum = max(given, 0), minimum
        self._dates = (asked, decision, enough)
        super().__init__(self._sentence())
        self.restyle()

    @property
    def missing(self) -> int:
        """Days short of the minimum; 0 when there is enough time or no minimum."""
        return max((self._minimum or 0) - self._given, 0)

    def _sentence(self) -> str:
        given = trn("one day received", "{n} days received", self._given)
        if self._minimum is None:
            return f"{given}, {tr('no term agreed')}"
        least = tr("your minimum is {days}", days=self._minimum)
        end = tr("{days} too few", days=self.missing) if self.missing else tr("that is enough")
        return f"{given}, {least}, {end}"

    def _bar_height(self) -> int:
        return look.size(20)

    def high(self) -> int:
        return round(
            look.px("small") * 1.6 + self._bar_height() + look.gap(5) + 2 * small_line() + 2
        )

    def draw(self, painter: QPainter) -> None:
        whole = max(self._given, self._minimum or 0, 1)
        wide, top = self.width() - 2, look.px("small") * 1.6
        box = QRectF(1, top, wide, self._bar_height())
        end = wide * self._given / whole
        shape = QPainterPath()
        shape.addRoundedRect(box, 6, 6)
        painter.fillPath(shape, look.colour("sunken"))
        painter.save()
        painter.setClipPath(shape)
        painter.fillRect(QRectF(0, top, end + 1, box.height()), look.colour("accent"))
        painter.restore()
        if self.missing:
            hatch(painter, shape, QRectF(end + 1, top, wide - end, box.height()), 1.5, 8)
        painter.strokePath(shape, QPen(look.colour("border"), 1))
        self._draw_words(painter, wide)
        self._draw_dates(painter, box.bottom() + look.gap(5), wide, end)

    def _draw_words(self, painter: QPainter, wide: float) -> None:
        box = QRectF(1, 0, wide, small_line())
        given = trn("one day received", "{n} days received", self._given)
        write_small(painter, box, given, "accent", 700)
        if self.missing:
            few = tr("{days} too few", days=self.missing)
            write_small(painter, box, few, "danger", 700, align=RIGHT)
        elif self._minimum is None:
            write_small(painter, box, tr("no term agreed"), "muted", align=RIGHT)
        else:
            least = tr("minimum {days}", days=self._minimum)
            write_small(painter, box, least, "muted", align=RIGHT)

    def _draw_dates(self, painter: QPainter, y: float, wide: float, end: float) -> None:
        asked, decision, enough = self._dates
        third, high = wide / 3, 2 * small_line()
        write_small(painter, QRectF(1, y, third, high), f"{asked}\n{tr('asked')}", "muted")
        decided = f"{decision}\n{tr('decision')}"
        if self.missing and enough:
            left = min(max(end - third / 2, third), wide - 2 * third + third * 0.7)
            write_small(painter, QRectF(left, y, third * 0.9, high), decided, "muted", align=MIDDLE)
            last = f"{enough}\n{tr('minimum')}"
            write_small(painter, QRectF(2 * third, y, third, high), last, "muted", align=RIGHT)
        else:
            write_small(painter, QRectF(2 * third, y, third, high), decided, "muted", align=RIGHT)


class Level(Drawn):
    """Estimated LiNT level, 1 (easy) to 4 (very hard); a bracket shows the council's own goal."""

    def __init__(self, level: int, goal: int) -> None:
        self._level, self._goal = level, goal
        super().__init__(self._sentence())
        self.restyle()

    def _sentence(self) -> str:
        words = tr("Estimated level {level} of 4, goal {goal}", level=self._level, goal=self._goal)
        return f"{words}, {tr('goal reached') if self._level <= self._goal else tr('not yet')}"

    def show_level(self, level: int) -> None:
        """Show another level, 1 to 4."""
        self._level = level
        self._says = self._sentence()
        self.update()

    def high(self) -> int:
        return round(look.px("small") * 1.9 + 17 + small_line() + 2)

    def draw(self, painter: QPainter) -> None:
        each, high = self.width() / 4, round(look.px("small") * 1.9)
        for number in range(1, 5):
            box = QRectF((number - 1) * each + 1, 2, each - 4, high)
            here = number == self._level
            painter.setPen(QPen(look.colour("accent" if here else "border"), 1))
            painter.setBrush(look.colour("accent" if here else "sunken"))
            painter.drawRoundedRect(box, 6, 6)
            painter.setFont(look.font("small", 700))
            painter.setPen(look.colour("on_accent" if here else "muted"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number))
        right, y = each * self._goal - 5, high + 6
        painter.setPen(QPen(look.colour("accent"), 2))
        corners = [QPointF(3, y), QPointF(3, y + 5), QPointF(right, y + 5), QPointF(right, y)]
        painter.drawPolyline(corners)
        goal = (
            tr("your council's goal: 1")
            if self._goal == 1
            else tr("your council's goal: 1 to {goal}", goal=self._goal)
        )
        write_small(painter, QRectF(0, y + 9, self.width(), small_line()), goal, "muted")
