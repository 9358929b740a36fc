"""The lock of the window: when nobody types for long, or at once; the passphrase opens it again.

It keeps out who comes by, not who has the account of this computer: that is what the password of
the computer is for. What was typed is saved first, and a meeting goes on behind the lock.
"""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget

from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.services import keys
from desktop.services.office import Office
from desktop.ui import preferences
from desktop.ui.boxes import Item, beside
from desktop.ui.desk import Desk
from desktop.ui.fields import lines, secret
from desktop.ui.form import Form
from desktop.ui.kit import button, card, head, message, primary, quiet
from desktop.ui.pages import Page

_LOOK_MS = 5_000
_STILL = frozenset(
    {"larger", "smaller", "normal", "full_screen", "quit"}
    | {f"theme_{name}" for name in ("system", "light", "dark", "high_contrast")}
)
"""What the menu does while the window is locked."""

_SIGNS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,  # all that comes of a key command
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


class Locker(QObject):
    """Locks the window of *desk*; ``now`` gives seconds, and goes on while the computer sleeps."""

    now: Callable[[], float] = staticmethod(time.time)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk, self._door = desk, keys.Door(desk.office.path)
        self._cover: LockPage | None = None
        self._before: QWidget | None = None
        self._title = ""
        self._last = self.now()
        handle = desk.window.windowHandle()
        if handle:  # all that a person does passes here, and little else
            handle.installEventFilter(self)
        desk.window.installEventFilter(self)
        desk.window.windowTitleChanged.connect(self._hide_title)
        desk.window.on("lock", lambda: desk.attempt(self.lock))
        timer = QTimer(self, interval=_LOOK_MS)
        timer.timeout.connect(self.look)
        timer.start()

    @property
    def locked(self) -> bool:
        """Whether the window shows nothing of the council."""
        return self._cover is not None

    def look(self) -> None:
        """Lock when nobody did anything for as long as was chosen."""
        minutes = self._desk.window.chosen.lock_after
        rest = abs(self.now() - self._last)
        if minutes and rest >= minutes * 60 and not self.locked and not self._on_the_wall():
            self._desk.attempt(self.lock)

    def lock(self) -> None:
        """Save what was typed and show nothing but the lock; raises CouncilError."""
        if self._cover:
            return
        self._door.close()
        window = self._desk.window
        page = window.page
        saved = page.leave() if page else True
        _close_others(window)
        self._before, self._title = window.focusWidget(), window.windowTitle()
        running = page is not None and page.alone
        self._cover = LockPage(
            self._desk.office, self._door, self._unlock, saved=saved, running=running
        )
        self._cover.setParent(window)
        self._cover.ensure_built()
        self._show_ground(shown=False)
        window.actions_table.hold(_STILL)
        window.setAcceptDrops(False)
        window.keep(preferences.with_lock(window.chosen, self._desk.office.path, locked=True))
        self._cover.setGeometry(window.rect())
        self._cover.show()
        self._cover.raise_()
        self._hide_title(window.windowTitle())
        self._cover.enter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note that somebody is there; let the lock fill the window."""
        kind = event.type()
        if kind in _SIGNS:
            self._last = self.now()
        elif kind == QEvent.Type.Resize and self._cover and watched is self._desk.window:
            self._cover.setGeometry(self._desk.window.rect())
        return False

    def _unlock(self) -> None:
        window, cover = self._desk.window, self._cover
        if cover is None:
            return
        self._cover, self._last = None, self.now()
        window.keep(preferences.with_lock(window.chosen, self._desk.office.path, locked=False))
        window.actions_table.hold(None)
        window.setAcceptDrops(True)
        window.setWindowTitle(self._title)
        self._show_ground(shown=True)
        cover.hide()
        cover.deleteLater()
        if self._before and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_ground(self, *, shown: bool) -> None:
        ground = self._desk.window.centralWidget()
        if ground:
            ground.setVisible(shown)

    def _hide_title(self, title: str) -> None:
        """Keep the council out of the title, also when a page behind the lock is named anew."""
        if self._cover and title != _BARE:
            self._title = title
            self._desk.window.setWindowTitle(_BARE)

    def _on_the_wall(self) -> bool:
        """Tell whether a meeting is shown to all: nobody types then, and everybody reads."""
        page = self._desk.window.page
        return page is not None and page.alone and self._desk.window.isFullScreen()


_BARE = "Samenspraak"


def _close_others(window: QWidget) -> None:
    """Close what lies over *window*, such as a tip or a question."""
    for other in QApplication.topLevelWidgets():
        if other is not window and other.isVisible():
            if isinstance(other, QDialog):
                other.reject()
            else:
                other.close()


class LockPage(Page):
    """All that is seen while the window is locked."""

    def __init__(
        self,
        office: Office,
        door: keys.Door,
        opened: Callable[[], None],
        *,
        saved: bool,
        running: bool,
    ) -> None:
        super().__init__()
        self._office, self._door, self._opened = office, door, opened
        self._saved, self._running, self._by_sheet = saved, running, False
        self._form = Form()

    def build(self) -> list[Item]:
        self._form = self._sheet_form() if self._by_sheet else self._own_form()
        why = [
            tr("What you typed was saved.") if self._saved else tr("What you typed still waits."),
            *([tr("The clock of the meeting goes on.")] if self._running else []),
        ]
        parts: list[Item] = [head(tr("Samenspraak is locked"), " ".join(why))]
        if self._is_example():
            parts.append(message("info", tr("The passphrase of the example is: voorbeeldraad")))
        parts.append(card("", self._form))
        if self._by_sheet:
            go, other = self._choose, button(tr("Back"), self._other_way)
        else:
            go, other = self._enter, quiet(tr("Passphrase forgotten"), self._other_way)
        parts.append(beside(primary(tr("Unlock"), go, "lock"), other, ...))
        return parts

    def first_focus(self) -> QWidget | None:
        return self._form.first()

    def enter(self) -> None:
        """Put the cursor where the passphrase is typed."""
        target = self._form.first()
        if target:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _own_form(self) -> Form:
        form, field = Form(), secret("passphrase")
        field.returnPressed.connect(self._enter)
        form.add_row(tr("Passphrase"), field, tr("Type your passphrase to go on."))
        return form

    def _sheet_form(self) -> Form:
        form = Form()
        form.add_row(
            tr("Code on the recovery sheet"),
            lines("recovery_code", rows=2),
            tr("Fourteen groups of four signs. Capitals, spaces and dashes do not matter."),
        )
        form.add_row(tr("New passphrase"), secret("new"))
        form.add_row(tr("The same once more"), secret("again"))
        return form

    def _other_way(self) -> None:
        self._by_sheet = not self._by_sheet
        self.rebuild()
        self.enter()

    def _enter(self) -> None:
        words = str(self._form.values()["passphrase"])
        self._try(lambda: self._door.check(words))

    def _choose(self) -> None:
        values = self._form.values()
        code, new, again = (str(values[key]) for key in ("recovery_code", "new", "again"))
        self._try(lambda: keys.choose_with_sheet(self._office, code, new, again))

    def _try(self, act: Callable[[], None]) -> None:
        try:
            act()
        except CouncilError as error:
            for field in self._form.findChildren(QLineEdit):
                field.clear()  # dots cannot be mended
            self._form.show_error(error)
            return
        self._opened()

    def _is_example(self) -> bool:
        return self._office.path.parent == preferences.folder() / "voorbeeld"
