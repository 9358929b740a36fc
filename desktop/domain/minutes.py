"""Rules for minutes: their states, the order of treatment, and attendance in words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from desktop.domain.attendance import HERE, Presence, words
from desktop.domain.errors import CouncilError
from desktop.i18n import tr

STATES = ("concept", "circulated", "remarks", "adopted")
"""The life of minutes: concept, rondgestuurd, opmerkingen, vastgesteld."""
STYLES = ("items", "decisions", "extensive")
WAYS_TO_ADOPT = ("presented", "changed", "postponed")
CONVENTIONS = ("listed", "corrected")
"""Where changes go: listed in the new minutes, or corrected in the old ones."""
_ON_RECORD = ("placed", "treated", "carried")


class Treated(Protocol):
    """What the order of treatment needs to know of an item."""

    @property
    def id(self) -> int: ...  # noqa: D102
    @property
    def parent_id(self) -> int | None: ...  # noqa: D102
    @property
    def place(self) -> int: ...  # noqa: D102
    @property
    def turn(self) -> int | None: ...  # noqa: D102
    @property
    def state(self) -> str: ...  # noqa: D102


Item = TypeVar("Item", bound=Treated)


def in_order(items: Iterable[Item]) -> list[Item]:
    """Return *items* in the order in which they were treated, sub-items behind their own item.

    What was not treated stands behind the item that comes before it on the agenda; parked and
    refused items stay out.
    """
    shown = [item for item in items if item.state in _ON_RECORD]
    known = {item.id for item in shown}
    children: dict[int | None, list[Item]] = {}
    for item in shown:
        above = item.parent_id if item.parent_id in known else None
        children.setdefault(above, []).append(item)
    result: list[Item] = []
    for item in _ordered(children.get(None, [])):
        result.append(item)
        result += _ordered(children.get(item.id, []))
    return result


def _ordered(items: list[Item]) -> list[Item]:
    """Return neighbours by turn; one that had no turn follows its neighbour on the agenda."""
    result = sorted((item for item in items if item.turn is not None), key=_turn)
    before: Item | None = None
    for item in sorted(items, key=lambda item: (item.place, item.id)):
        if item.turn is None:
            result.insert(result.index(before) + 1 if before else 0, item)
        before = item
    return result


def _turn(item: Treated) -> tuple[int, int, int]:
    return (item.turn or 0, item.place, item.id)


def presence_words(presence: Presence, numbers: Mapping[int, str], *, public: bool = False) -> str:
    """Say whether someone was there: "ja", "ja, via Teams", "vanaf punt 3", "t/m punt 2".

    *numbers* gives the number of each item. A public version says only that someone was away,
    never whether there was a message; a reason stands nowhere.
    """
    if presence.way not in HERE:
        if presence.way == "expected":
            return tr("not noted")
        return tr("absent") if public else words(presence, numbers)
    told = words(presence, numbers)
    if presence.from_item in numbers or presence.to_item in numbers:
        return told
    return ", ".join(filter(None, (tr("yes"), told)))


@dataclass(frozen=True)
class Lack:
    """Something that is not there yet; ``item`` is the agenda item it belongs to, if any."""

    words: str
    item: int | None = None


def step_to(state: str, target: str) -> None:
    """Raise CouncilError when minutes at *state* cannot become *target*."""
    if state == "adopted":
        raise CouncilError(tr("These minutes were adopted. They can only be read now."))
    allowed = {
        "": ("concept",),
        "concept": ("circulated", "adopted"),
        "circulated": ("concept", "circulated", "remarks", "adopted"),
        "remarks": ("circulated", "remarks", "adopted"),
    }
    if target not in allowed[state]:
        raise CouncilError(tr("Send the minutes to the members first."))


def check_adoption(how: str, open_remarks: int, changes: Sequence[str]) -> None:
    """Raise CouncilError when minutes cannot be adopted in this way."""
    if how not in WAYS_TO_ADOPT:
        raise CouncilError(tr("Choose what the council decided about these minutes."), "how")
    if how == "postponed":
        return
    if open_remarks:
        raise CouncilError(
            tr("There is still an open remark. Take it over, or leave it out."), "how"
        )
    if how == "changed" and not changes:
        raise CouncilError(
            tr("What changes? Take a remark over, or write the change down."), "changes"
        )


def change_lines(remarks: Iterable[tuple[str, str]], written: str) -> list[str]:
    """Return every change on a line of its own: (item number, text) taken over, then *written*."""
    lines = [
        _of_item(number, " ".join(text.split())) if number else " ".join(text.split())
        for number, text in remarks
    ]
    lines += [line.strip(" -•\t") for line in written.splitlines()]
    return list(dict.fromkeys(line for line in lines if line))


def open_changes(changes: Iterable[str], closed: Sequence[str]) -> list[str]:
    """Return *changes* for everyone to read: of a closed item only that something changed."""
    result: list[str] = []
    for line in changes:
        number = next((n for n in closed if line.startswith(_of_item(n, ""))), "")
        result.append(tr("Item {number}: closed", number=number) if number else line)
    return list(dict.fromkeys(result))


def _of_item(number: str, text: str) -> str:
    return tr("Item {number}: {text}", number=number, text=text)


def adoption_sentence(how: str, day: str, convention: str, changes: Sequence[str]) -> str:
    """Return the sentence for the new minutes on those of *day*."""
    if how == "postponed":
        return tr("The minutes of {day} come back at the next meeting.", day=day)
    if how == "presented":
        return tr("The minutes of {day} are adopted without changes.", day=day)
    if convention == "corrected":
        return tr("The minutes of {day} are adopted as corrected.", day=day)
    if len(changes) == 1:
        return tr("The minutes of {day} are adopted with this change.", day=day)
    return tr("The minutes of {day} are adopted with these changes.", day=day)
