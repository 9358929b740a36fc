"""Who works here: the first member of an empty council, and who is written in another way."""

from PySide6.QtCore import QObject

from desktop.ui import preferences
from desktop.ui.desk import Desk
from desktop.ui.window import Change


class Myself(QObject):
    """Follows the name of the member at this keyboard, also when a change of it is undone."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._names = self._now()

    def hear(self, action: Change) -> None:
        """After *action*, go on under the name that the member at this keyboard has now."""
        if "member" not in action.tables:
            return
        before, self._names = self._names, self._now()
        store, window = self._desk.office.store, self._desk.window
        me = next((key for key, name in before.items() if name == store.actor), 0)
        name = self._names.get(me, store.actor)
        if not before and not store.actor and len(self._names) == 1:
            [name] = self._names.values()  # the page asks to begin with oneself
        if name != store.actor:
            store.actor = name
            window.keep(preferences.with_person(window.chosen, name))

    def _now(self) -> dict[int, str]:
        return {one.id: one.name for one in self._desk.office.council.members()}
