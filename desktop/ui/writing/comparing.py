"""Two versions of a text in one: added words are underlined, removed words struck through."""

from collections.abc import Sequence

from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from desktop.i18n import tr, trn
from desktop.ui.kit import Box, look, text
from desktop.ui.writing.differences import Line, Piece, State, compare
from desktop.ui.writing.paper import TEXT_SIZE
from desktop.ui.writing.shapes import Dress, Shape, set_shape

_LEAST_HEIGHT = 260  # px; so that it stays readable inside a page that scrolls


class CompareView(Box):
    """Shows what changed; colour is never the only sign, and a screen reader hears it in words."""

    def __init__(self) -> None:
        self._lines: tuple[Line, ...] = ()
        self._summary = text("", "strong")
        self._legend = text(
            tr("Underlined words were added, struck-out words were removed."), "small", "muted"
        )
        self._paper = QTextEdit()
        self._paper.setReadOnly(True)
        self._paper.setProperty("cls", "bare")
        self._paper.setTabChangesFocus(True)
        self._paper.document().setDocumentMargin(0)
        self._paper.setAccessibleName(tr("What changed"))
        self._dress = Dress(self._paper.document())
        self._paper.setMinimumHeight(_LEAST_HEIGHT)
        super().__init__(
            [self._summary, self._legend, 6, (self._paper, 1)],
            gap=4,
            pad=(30, 16, 26, 12),
            cls="paper",
        )
        self._ready = True

    def compare(self, old: str, new: str) -> None:
        """Show how *old* became *new* (both as stored)."""
        self._lines = compare(old, new)
        added = _count(self._lines, "added")
        removed = _count(self._lines, "removed")
        if added or removed:
            self._summary.setText(
                tr(
                    "{added}, {removed}",
                    added=trn("{n} word added", "{n} words added", added),
                    removed=trn("{n} word removed", "{n} words removed", removed),
                )
            )
        else:
            self._summary.setText(tr("Nothing changed between these versions."))
        self._legend.setVisible(bool(added or removed))
        self._paper.setAccessibleDescription(spoken(self._lines))
        self._fill()

    def _fill(self) -> None:
        document = self._paper.document()
        document.clear()
        font = look.font("body")
        font.setPixelSize(round(look.px("body") * TEXT_SIZE))
        document.setDefaultFont(font)
        document.setIndentWidth(look.wide(24))
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        for at, line in enumerate(self._lines):
            if at:
                cursor.insertBlock()
            table = line.shape in (Shape.CELL, Shape.HEADER_CELL)
            set_shape(cursor, Shape.PARAGRAPH if table else line.shape)
            cursor.setBlockCharFormat(QTextCharFormat())  # a bullet has no fate of its own
            for piece in line.pieces:
                cursor.insertText(piece.words.replace("\n", "\u2028"), _dress(piece.state))
        cursor.endEditBlock()
        self._paper.moveCursor(QTextCursor.MoveOperation.Start)

    def restyle(self) -> None:
        super().restyle()
        if hasattr(self, "_ready"):
            self._dress.renew()
            self._fill()


def _dress(state: State) -> QTextCharFormat:
    form = QTextCharFormat()
    if state == "added":
        form.setFontUnderline(True)
        form.setFontWeight(QFont.Weight.Bold)
        form.setForeground(look.colour("success"))
        form.setBackground(look.colour("success_soft"))
    elif state == "removed":
        form.setFontStrikeOut(True)
        form.setForeground(look.colour("danger"))
        form.setBackground(look.colour("danger_soft"))
    return form


def _count(lines: Sequence[Line], state: State) -> int:
    return sum(
        len(piece.words.split()) for line in lines for piece in line.pieces if piece.state == state
    )


def spoken(lines: Sequence[Line]) -> str:
    """Return the changes of *lines* in words, in reading order."""
    return " ".join(
        _said(piece) for line in lines for piece in line.pieces if piece.state != "same"
    )


def _said(piece: Piece) -> str:
    words = " ".join(piece.words.split())
    if piece.state == "added":
        return tr("Added: {words}.", words=words)
    return tr("Removed: {words}.", words=words)
