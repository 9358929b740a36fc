"""Saving fails: keep what was typed, try again, or go on with everything in another place."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.services import rescue
from desktop.services.office import NotSavedError
from desktop.ui.boxes import breakable
from desktop.ui.form import Form

if TYPE_CHECKING:
    from desktop.ui.desk import Desk

Act = Callable[[], object]


class Saved(Protocol):
    """A committed action, as the hub passes it on."""

    @property
    def merge(self) -> str:
        """Where was typed; empty for any other act."""
        ...


@dataclass
class Waiting:
    """What could not be saved: per place what was typed there last, and the last other act."""

    acts: dict[str, Act] = field(default_factory=dict[str, Act])
    moved: bool = False
    """Whether the council goes on in another file, in another window."""

    @property
    def words(self) -> bool:
        """Whether words wait that stand nowhere else."""
        return any(self.acts)

    def add(self, place: str, act: Act) -> None:
        """Keep *act* to try again; newer words in the same *place* take the place of older."""
        self.acts.pop(place, None)
        self.acts[place] = act

    def hear(self, action: Saved) -> None:
        """Something was saved: newer words in a place need the older no more."""
        self.acts.pop(action.merge, None)
        self.acts.pop("", None)


def tell(desk: "Desk", error: NotSavedError, act: Act) -> None:
    """Keep *act*, say that saving failed, and what helps."""
    desk.waiting.add(error.place, act)
    desk.window.set_save_trouble(error.message, *_repairs(desk))


def words_wait(desk: "Desk") -> bool:
    """Tell whether this page must stay open, because its words are saved nowhere; say so."""
    if not desk.waiting.words and not _refused(desk):
        return False
    why = tr("Save them first. Or go on without them: then they are gone.")
    desk.window.set_save_trouble(
        why, *_repairs(desk), (tr("Go on without them"), lambda: _forget(desk))
    )
    return True


def again(desk: "Desk") -> bool:
    """Save what waits; tell whether all of it was saved."""
    for place, act in list(desk.waiting.acts.items()):
        if not desk.attempt(act):
            return False
        desk.waiting.acts.pop(place, None)
    for form in _refused(desk):
        form.flush()
    if _refused(desk):
        return False
    desk.window.set_saved(datetime.now().time())
    return True


def elsewhere(desk: "Desk") -> None:
    """Ask for another folder, save everything there, and go on there."""
    folder = desk.choose_folder(tr("Where shall the council go?"))
    if folder is None:
        return
    page = desk.window.page
    if page:
        page.leave()  # what was just typed waits from now on
    acts = dict(desk.waiting.acts)
    try:
        rescued = rescue.rescue(desk.office, folder)
    except CouncilError as error:
        desk.window.set_save_trouble(error.message, *_repairs(desk))
        return
    desk.waiting.acts = acts
    if again(desk):
        desk.waiting.moved = True
        desk.move(rescue.go_on(desk.office, rescued), *_told(rescued))


def _told(rescued: rescue.Rescued) -> tuple[str, str]:
    where = breakable(rescued.path)
    if rescued.backup:
        return tr("You now work in {path}.", path=where), tr(
            "The old file could not be read. This is the newest copy ({name}), with the words you"
            " typed last. Look whether something is missing.",
            name=rescued.backup.stem,
        )
    return tr("Everything is saved. You now work in {path}.", path=where), tr(
        "Do not use the old file any more, if it is still there."
    )


def _repairs(desk: "Desk") -> tuple[tuple[str, Act], tuple[str, Act]]:
    return (
        (tr("Try again"), lambda: again(desk)),
        (tr("Save in another place"), lambda: elsewhere(desk)),
    )


def _refused(desk: "Desk") -> list[Form]:
    """Return the forms on the screen that hold what the disk refused."""
    page = desk.window.page
    return [form for form in page.findChildren(Form) if form.unsaved] if page else []


def _forget(desk: "Desk") -> None:
    desk.waiting.acts.clear()
    for form in _refused(desk):
        form.unsaved = False
    desk.window.set_saved(datetime.now().time())
