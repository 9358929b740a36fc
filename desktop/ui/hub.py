"""Tell the screens, in the window's own thread, what was changed in the council file."""

from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal


class Store(Protocol):
    """Anything that tells a listener about each committed action."""

    def on_change(self, listener: Callable[[Any], None], /) -> object:
        """Call *listener* with every action."""
        ...


class Hub(QObject):
    """One signal for all changes; Qt hands it over when another thread wrote."""

    changed = Signal(object)

    def listen(self, store: Store) -> None:
        """Pass on every action of *store*."""
        store.on_change(self.changed.emit)
