"""The keys that walk through the tips: F8 and its kin, from the text and from what shows them."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.i18n import tr
from desktop.language import Hint
from desktop.ui.kit import announce
from desktop.ui.writing.adviser import Adviser
from desktop.ui.writing.explained import told_at
from desktop.ui.writing.families import kind_name
from desktop.ui.writing.marks import Mark
from desktop.ui.writing.tip import alternatives, like, title

if TYPE_CHECKING:
    from desktop.ui.writing.tip_line import TipLine
    from desktop.ui.writing.tips import TipsPanel

Shows: TypeAlias = "TipsPanel | TipLine"

_Key = Qt.Key
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier


class Guide(QObject):
    """Steps through the tips of *adviser* and carries out what the open one in *panel* offers.

    ``asked`` says that somebody asked for a tip, so that it must be in sight.
    Its keys, pressed anywhere in *around*, go before those of the window, which may hold the same
    ones in a menu: Qt would find two and press neither.
    """

    asked = Signal()

    def __init__(self, adviser: Adviser, panel: Shows, around: QWidget) -> None:
        super().__init__(around)
        self._adviser, self._panel = adviser, panel
        self._signs, self._editor = adviser.signs, adviser.editor
        panel.replaced.connect(self.replace)
        panel.ignored.connect(self.put_aside)
        panel.hidden_for_good.connect(self.hide_for_good)
        panel.learned.connect(self.learn)
        panel.suggestions_wanted.connect(adviser.checker.want_suggestions)
        self._keys: dict[QKeyCombination, Callable[[], object]] = {
            QKeyCombination(_Key.Key_F8): self.step,
            QKeyCombination(_SHIFT, _Key.Key_F8): lambda: self.step(back=True),
            QKeyCombination(_Key.Key_F9): self.explain,
            QKeyCombination(_Key.Key_F1): self.look_up,
            QKeyCombination(_CONTROL, _Key.Key_F8): self.put_aside,
            QKeyCombination(_ALT, _Key.Key_1): lambda: self.replace_by(0),
            QKeyCombination(_ALT, _Key.Key_2): lambda: self.replace_by(1),
            QKeyCombination(_ALT, _Key.Key_3): lambda: self.replace_by(2),
        }
        for part in (around, self._editor):
            part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() == QEvent.Type.KeyRelease:
            return False
        act = self._keys.get(event.keyCombination())
        if act is None:
            return False
        event.accept()  # also of the question "is this a shortcut?": no, it is ours
        if event.type() == QEvent.Type.KeyPress:
            act()
        return True

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """Return what the actions of the menu "Tips in the text" do."""
        return {
            "hint_next": self.step,
            "hint_previous": lambda: self.step(back=True),
            "hint_explain": self.explain,
            "help": self.look_up,
            "hint_ignore": self.put_aside,
            "alternative_1": lambda: self.replace_by(0),
            "alternative_2": lambda: self.replace_by(1),
            "alternative_3": lambda: self.replace_by(2),
        }

    # ---- from tip to tip

    def step(self, *, back: bool = False, announced: bool = True) -> None:
        """Open the next tip in the text (or the one before); after the last comes the first."""
        marks = self._signs.marks()
        if not marks:
            if announced:
                announce(self._editor, self._panel.count_words())
            return
        self.open(self._beside(marks, back=back), announced=announced)

    def _beside(self, marks: list[Mark], *, back: bool) -> Mark:
        opened = self._signs.opened()
        if opened is not None:
            return marks[(marks.index(opened) + (-1 if back else 1)) % len(marks)]
        here = self._editor.textCursor().position()
        if back:
            return next((mark for mark in reversed(marks) if mark.start < here), marks[-1])
        return next((mark for mark in marks if mark.start >= here), marks[0])

    def pick(self, hint: Hint) -> None:
        """Open the tip *hint*, as when its row was pressed."""
        mark = next((one for one in self._signs.marks() if one.hint is hint), None)
        if mark:
            self.open(mark)

    def open(self, mark: Mark, *, announced: bool = True) -> None:
        """Go to *mark*, open it, and let a screen reader say what is the matter."""
        self._signs.go_to(mark)
        self._panel.open_hint(mark.hint)
        if not announced:
            return
        self.asked.emit()
        hint = mark.hint
        words = [title(hint), kind_name(hint.kind), hint.message]
        offered = alternatives(hint)
        if offered:
            words.append(tr("Instead: {words}", words=", ".join(offered)))
        announce(self._editor, ". ".join(dict.fromkeys(words)))

    # ---- what the open tip offers

    def explain(self) -> None:
        """Show the explanation of the open tip, and let a screen reader say it."""
        said = self._panel.toggle_explanation()
        if said:
            announce(self._panel, said)

    def look_up(self) -> None:
        """Explain the word at the cursor, and let a screen reader say it."""
        told = told_at(self._editor.textCursor())
        self._signs.open_mark(None)
        self.asked.emit()
        self._panel.show_word(told)
        announce(self._editor, ". ".join(told))
        self._adviser.looked_up.emit(told[0])

    def replace_by(self, at: int) -> None:
        """Take alternative number *at* (from 0) of the open tip."""
        mark = self._signs.opened()
        offered = alternatives(mark.hint) if mark else []
        if at < len(offered):
            self.replace(offered[at])

    def replace(self, words: str) -> None:
        """Put *words* in the place of what the open tip is about; capitals stay."""
        mark = self._signs.opened()
        if mark is None:
            return
        fitting = like(words, mark.hint.text)
        self._signs.replace(mark, fitting)
        self._adviser.checker.check()
        self._editor.setFocus()
        announce(self._editor, tr("Replaced by {words}", words=fitting))

    def put_aside(self) -> None:
        """Ignore the open tip in its sentence, and go on to the next."""
        self._leave_out(self._adviser.put_aside)

    def hide_for_good(self) -> None:
        """Never show the open tip in this council again, and go on to the next."""
        self._leave_out(self._adviser.hide_for_good)

    def learn(self) -> None:
        """Put the word of the open tip in the council's own list, and go on to the next tip."""
        self._leave_out(self._adviser.learn)

    def _leave_out(self, decide: Callable[[Mark], object]) -> None:
        mark = self._signs.opened()
        if mark:
            self.step(announced=False)
            decide(mark)
