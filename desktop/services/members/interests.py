"""Another function of a member that an agenda item may touch: a calm prompt to ask about it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from desktop.i18n import tr
from desktop.models.advice import Dossier
from desktop.models.council import Member
from desktop.models.members import Interest
from desktop.models.store import Store
from desktop.services.meetings.rows import ItemRow


@dataclass(frozen=True)
class Told:
    """A function that a member told about, and the words that bring it up."""

    name: str
    function: str
    organisation: str
    words: tuple[str, ...]

    def touches(self, said: str) -> bool:
        """Tell whether one of the words stands in *said* as a word of its own."""
        whole = (rf"(?<!\w){re.escape(word)}(?!\w)" for word in self.words)
        return any(re.search(one, said, re.IGNORECASE) for one in whole)

    @property
    def prompt(self) -> str:
        """What to do about it, for whoever makes the agenda or leads the meeting."""
        first = self.name.partition(" ")[0]
        if self.function:
            return tr(
                "{name} is {function} of {organisation}. Ask whether {first} takes part.",
                name=self.name,
                function=self.function,
                organisation=self.organisation,
                first=first,
            )
        return tr(
            "{name} works with {organisation}. Ask whether {first} takes part.",
            name=self.name,
            organisation=self.organisation,
            first=first,
        )


def prompts(store: Store, items: Sequence[ItemRow], day: date) -> dict[int, list[str]]:
    """Return item → prompts, for the *items* that touch a function of somebody in office on *day*.

    The title and the question of the item are read, and the title of its dossier.
    """
    with store.reading() as session:
        query = select(Interest, Member.name, Member.until).join(
            Member, Member.id == Interest.member_id
        )
        told = [
            Told(name, interest.function, interest.organisation, search_words(interest))
            for interest, name, until in session.execute(query.order_by(Interest.id))
            if not (interest.until and interest.until < day) and not (until and until < day)
        ]
        keys = {item.dossier_id for item in items if item.dossier_id is not None}
        titles = dict(
            session.execute(select(Dossier.id, Dossier.title).where(Dossier.id.in_(keys))).all()
        )
    found: dict[int, list[str]] = {}
    for item in items:
        said = "\n".join((item.title, item.question, titles.get(item.dossier_id or 0, "")))
        asks = [one.prompt for one in told if one.touches(said)]
        if asks:
            found[item.id] = asks
    return found


def search_words(interest: Interest) -> tuple[str, ...]:
    """Return the words that bring *interest* up; without words the name of the organisation."""
    words = tuple(word.strip() for word in interest.words.split(",") if word.strip())
    return words or (interest.organisation,)
