"""What may be private in a paper that others will read: mend it, or leave it on purpose."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop.domain.personal_data import PersonalData
from desktop.i18n import tr, trn
from desktop.ui.boxes import Item, text
from desktop.ui.kit import button, message, row

_MOST = 5


@dataclass(frozen=True)
class Quoted:
    """One piece of a paper that may be private: where it stands, and how to mend it."""

    data: PersonalData
    mend: Callable[[], object]
    leave: Callable[[], object]
    place: str = ""


def private_card(found: Sequence[Quoted]) -> list[Item]:
    """Return the first of *found* with their two ways, or that all is well."""
    if not found:
        return [row(tr("No private data were found"), icon="done", tone="success")]
    shown: list[Item] = [_quote(one) for one in found[:_MOST]]
    more = len(found) - len(shown)
    if more:
        shown.append(text(trn("And {n} more.", "And {n} more.", more), "small", "muted"))
    return shown


def _quote(one: Quoted) -> Item:
    said = f"“{one.data.text}”"
    return message(
        "warning",
        f"{one.place}: {said}" if one.place else said,
        one.data.reason,
        button(tr("Mend this"), one.mend),
        button(tr("Leave it"), one.leave),
    )
