"""Go from one part of the window to the next: menu, page, panel (F6)."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui.pages import Page
from desktop.ui.sidebar import first_control


def go_to_pane(panes: Sequence[QWidget], step: int) -> None:
    """Give the focus to the pane that is *step* further than the one that has it."""
    focus = QApplication.focusWidget()
    inside = [n for n, pane in enumerate(panes) if focus and pane.isAncestorOf(focus)]
    target = panes[((inside[-1] if inside else 0) + step) % len(panes)]
    control = target.first_focus() if isinstance(target, Page) else first_control(target)
    if control:
        control.setFocus(Qt.FocusReason.ShortcutFocusReason)
