"""The text of a lesson: to read at ease, with a cursor so that F1 can explain a word."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import (
    QHelpEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QTextEdit, QToolTip

from desktop.language.glossary import explain_at
from desktop.ui.theme import look

_LINE_HEIGHT = 118  # per cent of a normal line: tired eyes find the next one back


class LessonText(QTextEdit):
    """Paragraphs as high as their words; hovering over a hard word tells what it means."""

    def __init__(self, heading: str, paragraphs: tuple[str, ...]) -> None:
        super().__init__()
        self.setProperty("cls", "bare")
        self.setReadOnly(True)
        by_key = Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.setTextInteractionFlags(by_key | Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WordWrap)
        self.setAccessibleName(heading)
        self.setPlainText("\n".join(paragraphs))
        self.restyle()

    def restyle(self) -> None:
        font = look.font("lead", 400)
        self.setStyleSheet(f"font-size: {font.pixelSize()}px;")
        shape = QTextBlockFormat()
        shape.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        shape.setBottomMargin(look.gap(10))
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(shape)
        self.document().setDocumentMargin(0)
        self._fit()

    def resizeEvent(self, e: QResizeEvent) -> None:
        super().resizeEvent(e)
        self._fit()

    def wheelEvent(self, e: QWheelEvent) -> None:
        e.ignore()  # the page scrolls, not the text

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            cursor = self.cursorForPosition(event.pos())
            found = explain_at(cursor.block().text(), cursor.positionInBlock())
            told = f"{found.term}: {found.meaning}" if found else ""
            QToolTip.showText(event.globalPos(), told, self)
            return True
        return super().viewportEvent(event)

    def _fit(self) -> None:
        self.document().setTextWidth(max(self.viewport().width(), 1))
        high = round(self.document().size().height()) + 2
        if high != self.height():
            self.setFixedHeight(high)
