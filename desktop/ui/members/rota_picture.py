"""The rota as a picture: a bar for each member over the years, with the last day in words."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPen

from desktop.i18n import trn
from desktop.services.members.rota_out import drawn_years, last_words, told_words
from desktop.services.members.rows_people import RotaLine
from desktop.services.members.terms import Rota
from desktop.ui.drawn import Drawn, small_line, write_small
from desktop.ui.measures import MIDDLE, RIGHT
from desktop.ui.theme import look


class RotaPicture(Drawn):
    """Bars over the years; years in which many leave have a tinted ground and a word."""

    def __init__(self, rota: Rota, today: date) -> None:
        self._rota, self._today = rota, today
        self._lines: Sequence[RotaLine] = [one for one in rota.lines if one.tenure.last_day]
        self._years = drawn_years(rota, today)
        super().__init__(told_words(rota))
        self.restyle()

    def _row(self) -> float:
        """Return the height of one member: one line of words, or two when narrow."""
        return small_line() * (2 if look.narrow else 1) + look.gap(12)

    def high(self) -> int:
        return round(small_line() * 2 + look.gap(10) + self._row() * len(self._lines))

    def _left(self) -> float:
        return 0 if look.narrow else look.wide(150)

    def _x(self, day: date) -> float:
        """Return where *day* stands."""
        left, wide = self._left(), self.width() - self._left() - 2
        first = date(self._years.start, 1, 1).toordinal()
        whole = date(self._years.stop, 1, 1).toordinal() - first
        part = (day.toordinal() - first) / whole
        return left + wide * min(max(part, 0), 1)

    def draw(self, painter: QPainter) -> None:
        top = small_line() * 2 + look.gap(4)
        for year in self._years:
            self._draw_year(painter, year, top)
        x = self._x(self._today)
        painter.setPen(QPen(look.colour("warm"), 2))
        painter.drawLine(round(x), round(top), round(x), self.height())
        for number, line in enumerate(self._lines):
            self._draw_line(painter, line, top + number * self._row())

    def _draw_year(self, painter: QPainter, year: int, top: float) -> None:
        left, right = self._x(date(year, 1, 1)), self._x(date(year, 12, 31))
        if year in self._rota.crowded:
            ground = QRectF(left, 0, right - left, self.height())
            painter.fillRect(ground, look.colour("warning_soft"))
        painter.setPen(QPen(look.colour("border"), 1))
        painter.drawLine(round(left), round(top), round(left), self.height())
        box = QRectF(left, 0, right - left, small_line())
        write_small(painter, box, str(year), "text", 700, align=MIDDLE)
        leaving = sum(one.until.year == year for one in self._rota.endings)
        if leaving and year >= self._today.year:
            box.translate(0, small_line())
            tone = "warning" if year in self._rota.crowded else "muted"
            many = year in self._rota.crowded
            words = trn("{n} leaves", "{n} leave", leaving)
            write_small(painter, box, words, tone, 700 if many else 400, align=MIDDLE)

    def _draw_line(self, painter: QPainter, line: RotaLine, top: float) -> None:
        end = line.tenure.last_day
        if end is None:
            return
        high = small_line() + look.gap(4)
        name = QRectF(0, top + look.gap(4), self._left() or self.width(), small_line())
        write_small(painter, name, line.name, weight=600)
        if look.narrow:
            top += small_line()
        left, right = self._x(line.tenure.since), self._x(end)
        bar = QRectF(left, top + look.gap(2), max(right - left, 6), high)
        shape = QPainterPath()
        shape.addRoundedRect(bar, 6, 6)
        painter.fillPath(shape, look.colour("accent_soft"))
        painter.strokePath(shape, QPen(look.colour("accent"), 1.5))
        words = last_words(end)
        room = painter.fontMetrics().horizontalAdvance(words) + look.gap(12)
        inside = bar.width() > room
        place = bar.adjusted(0, look.gap(2), -look.gap(6), 0)
        if not inside:
            place = QRectF(right + look.gap(6), bar.top() + look.gap(2), room, high)
        if inside:
            write_small(painter, place, words, "accent", 700, align=RIGHT)
        else:
            write_small(painter, place, words, "accent", 700)
