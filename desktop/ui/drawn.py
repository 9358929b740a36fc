"""What is drawn, not built: the state line and the plain bar; ``measures.py`` has two more.

Each shows its facts in words and shapes, never in colour alone, and speaks them to a screen reader.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.i18n import tr
from desktop.ui.icons import draw_icon
from desktop.ui.spoken import speak_as
from desktop.ui.theme import look

_LEFT = Qt.AlignmentFlag.AlignLeft


class Drawn(QWidget):
    """A widget that draws itself; what it shows is also what it says."""

    def __init__(self, says: str) -> None:
        super().__init__()
        self._says = says
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        speak_as(self, QAccessible.Role.Graphic, lambda: self._says)

    def says(self) -> str:
        """Return the facts in words, as the screen reader hears them."""
        return self._says

    def high(self) -> int:
        """Return the height in pixels at this text size."""
        return look.px()

    def draw(self, painter: QPainter) -> None:
        """Draw the facts."""
        raise NotImplementedError

    def restyle(self) -> None:
        self.setFixedHeight(self.high())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(look.wide(120), self.high())

    def minimumSizeHint(self) -> QSize:
        return QSize(1, self.high())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(painter)
        painter.end()


def write_small(
    painter: QPainter,
    box: QRectF,
    words: str,
    tone: str = "text",
    weight: int = 400,
    *,
    align: Qt.AlignmentFlag = _LEFT,
) -> None:
    """Write *words* in small text at the top of *box*."""
    painter.setFont(look.font("small", weight))
    painter.setPen(look.colour(tone))
    flags = align | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
    painter.drawText(box, int(flags), words)


def small_line() -> float:
    """Return the height of a line of small text in pixels."""
    return look.px("small") * 1.35


def hatch(painter: QPainter, shape: QPainterPath, box: QRectF, width: float, step: int) -> None:
    """Fill *box* inside *shape* with slanting lines: what is too late or too much."""
    painter.save()
    painter.setClipPath(shape)
    painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
    painter.fillRect(box, look.colour("danger_soft"))
    painter.setPen(QPen(look.colour("danger"), width))
    x = box.left() + 4
    while x < box.right() + box.height():
        painter.drawLine(QPointF(x - box.height(), box.bottom()), QPointF(x, box.top()))
        x += step
    painter.restore()


class Steps(Drawn):
    """Where a dossier stands: tick, dot in ring, empty ring; when narrow a sentence and a bar.

    *steps* are (name, when) pairs, *now* counts from 0; ``now == len(steps)`` means all done.
    """

    def __init__(self, steps: Sequence[tuple[str, str]], now: int) -> None:
        self._steps, self._now = list(steps), now
        super().__init__(self._sentence())
        self.restyle()

    def _sentence(self) -> str:
        if self._now >= len(self._steps):
            return tr("All {total} steps done", total=len(self._steps))
        name, when = self._steps[self._now]
        words = tr(
            "Step {number} of {total}: {name}",
            number=self._now + 1,
            total=len(self._steps),
            name=name,
        )
        return f"{words}, {when}" if when else words

    def high(self) -> int:
        if look.narrow:
            return round(small_line() * 1.2 + look.gap(8) + 16)
        return round(2 * self._radius() + look.gap(10) + 2 * small_line() + 4)

    def _radius(self) -> float:
        return look.size(11)

    def draw(self, painter: QPainter) -> None:
        if look.narrow:
            self._draw_sentence(painter)
            return
        radius = self._radius()
        count = max(len(self._steps), 1)
        room = min(self.width() / count, look.wide(96))  # for the words under the last one
        each = (self.width() - room) / max(count - 1, 1)
        y = radius + 2
        last = each * (len(self._steps) - 1)
        reached = min(self._now, len(self._steps) - 1)
        painter.setPen(QPen(look.colour("border"), 2))
        painter.drawLine(QPointF(radius, y), QPointF(last + radius, y))
        painter.setPen(QPen(look.colour("accent"), 3))
        painter.drawLine(QPointF(radius, y), QPointF(each * reached + radius, y))
        for number, (name, when) in enumerate(self._steps):
            x = each * number + radius + 2
            self._sign(painter, QPointF(x, y), number)
            here = number == self._now
            box = QRectF(
                x - radius,
                2 * y + look.gap(6),
                min(each, self.width() - x + radius) - 8,
                small_line(),
            )
            tone = "text" if number <= self._now else "muted"
            write_small(
                painter, box, _short(painter, name, box.width(), here), tone, 700 if here else 400
            )
            box.translate(0, small_line())
            write_small(painter, box, _short(painter, when, box.width(), here=False), "muted")

    def _sign(self, painter: QPainter, middle: QPointF, number: int) -> None:
        radius, done, here = self._radius(), number < self._now, number == self._now
        tone = "accent" if done or here else "border"
        painter.setPen(QPen(look.colour(tone), 3 if here else 2))
        painter.setBrush(look.colour("accent" if done else "surface"))
        painter.drawEllipse(middle, radius, radius)
        if done:
            size = round(radius * 1.3)
            corner = middle - QPointF(size / 2, size / 2)
            draw_icon(painter, corner, "saved", "on_accent", size)
        elif here:
            painter.setBrush(look.colour("accent"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(middle, radius * 0.5, radius * 0.5)

    def _draw_sentence(self, painter: QPainter) -> None:
        top = QRectF(0, 0, self.width(), small_line() * 1.2)
        write_small(painter, top, self._sentence(), weight=600)
        part = min(self._now + 1, len(self._steps)) / max(len(self._steps), 1)
        draw_bar(painter, QRectF(1, top.bottom() + look.gap(8), self.width() - 2, 14), part)


def _short(painter: QPainter, words: str, width: float, here: bool) -> str:
    """Cut *words* to fit *width*, with an ellipsis; the whole is always spoken."""
    painter.setFont(look.font("small", 700 if here else 400))
    return painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(width))


class Bar(Drawn):
    """A plain measure from 0 to 1; what is over 1 is hatched. *says* tells it in words."""

    def __init__(self, part: float, says: str, tone: str = "accent", high: int = 8) -> None:
        self._part, self._tone, self._high = part, tone, high
        super().__init__(says)
        self.restyle()

    def show_part(self, part: float, says: str = "", tone: str = "") -> None:
        """Show another measure."""
        self._part, self._says, self._tone = part, says or self._says, tone or self._tone
        self.update()

    def high(self) -> int:
        return look.size(self._high)

    def draw(self, painter: QPainter) -> None:
        draw_bar(painter, QRectF(1, 1, self.width() - 2, self.height() - 2), self._part, self._tone)


def draw_bar(painter: QPainter, box: QRectF, part: float, tone: str = "accent") -> None:
    """Draw a bar that is filled for *part* (0 to 1); more than 1 is hatched at its end."""
    shape = QPainterPath()
    shape.addRoundedRect(box, box.height() / 2, box.height() / 2)
    painter.fillPath(shape, look.colour("sunken"))
    painter.save()
    painter.setClipPath(shape)
    end = box.width() * min(max(part, 0), 1 / max(part, 1))
    filled = QRectF(box.left(), box.top(), end, box.height())
    painter.fillRect(filled, look.colour(tone))
    painter.restore()
    if part > 1:
        rest = QRectF(box.left() + end + 1, box.top(), box.width() - end, box.height())
        hatch(painter, shape, rest, 2, 7)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.strokePath(shape, QPen(look.colour("border"), 1))
