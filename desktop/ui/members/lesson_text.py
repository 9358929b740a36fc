"""The text of a lesson: to read at ease, with a cursor so that F1 can explain a word."""

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QTextEdit

from desktop.ui.theme import look

_LINE_HEIGHT = 118  # per cent of a normal line: tired eyes find the next one back


class LessonText(QTextEdit):
    """Paragraphs as high as their words."""

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

    def _fit(self) -> None:
        self.document().setTextWidth(max(self.viewport().width(), 1))
        high = round(self.document().size().height()) + 2
        if high != self.height():
            self.setFixedHeight(high)
