"""A moment on a hard word tells what it means: on every label, list and text of a window."""

import html

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QTextDocument
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QTextEdit, QToolTip, QWidget

from desktop.language.glossary import term_at
from desktop.ui.painted import PaintedLine


class HoverWords(QObject):
    """Explains the word under the mouse, where no part of *window* has something to say itself.

    Qt asks the part under the mouse first, then what is around it; what nobody answers comes here.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return False
        part = self._window.childAt(event.pos())
        found = term_at(*_words_at(part, part.mapFrom(self._window, event.pos()))) if part else None
        told = f"<b>{html.escape(found.term)}</b><br>{html.escape(found.meaning)}" if found else ""
        QToolTip.showText(event.globalPos(), told, self._window)
        return bool(found)


def _words_at(part: QWidget, place: QPoint) -> tuple[str, int]:
    """Return the words under *place* in *part*, and the number of the character there."""
    if isinstance(part, QLabel):
        return _in_label(part, place)
    if isinstance(part, PaintedLine):
        return part.words_at(place)
    around = part.parentWidget()
    if isinstance(around, QTextEdit | QPlainTextEdit) and part is around.viewport():
        cursor = around.cursorForPosition(place)
        return cursor.block().text(), cursor.positionInBlock()
    return "", 0


def _in_label(label: QLabel, place: QPoint) -> tuple[str, int]:
    """Lay the words of *label* out as Qt did, and look which one is under *place*."""
    room, paper = label.contentsRect(), QTextDocument()
    paper.setDocumentMargin(0)
    paper.setDefaultFont(label.font())
    if label.textFormat() == Qt.TextFormat.RichText:
        paper.setHtml(label.text())
    else:
        paper.setPlainText(label.text())
    paper.setTextWidth(room.width())
    above = 0.0
    if label.alignment() & Qt.AlignmentFlag.AlignVCenter:
        above = max(room.height() - paper.size().height(), 0) / 2
    here = place - room.topLeft() - QPoint(0, round(above))
    found = paper.documentLayout().hitTest(here, Qt.HitTestAccuracy.ExactHit)
    if found < 0:
        return "", 0
    block = paper.findBlock(found)
    return block.text(), found - block.position()
