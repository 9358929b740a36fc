"""Another function of a member that an agenda item may touch: a calm prompt to ask about it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

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


def touches(words: Iterable[str], said: str) -> bool:
    """Tell whether one of *words* stands in *said* as a word of its own."""
    whole = (rf"(?<!\w){re.escape(word)}(?!\w)" for word in words)
    return any(re.search(one, said, re.IGNORECASE) for one in whole)


def said_of(session: Session, items: Sequence[ItemRow]) -> dict[int, str]:
    """Return what is said of each item: its title and question, and the title of its dossier."""
    keys = {item.dossier_id for item in items if item.dossier_id is not None}
    query = select(Dossier.id, Dossier.title).where(Dossier.id.in_(keys))
    titles = dict(session.execute(query).all())
    return {
        item.id: "\n".join((item.title, item.question, titles.get(item.dossier_id or 0, "")))
        for item in items
    }


def prompts(store: Store, items: Sequence[ItemRow], day: date) -> dict[int, list[str]]:
    """Return item → prompts, for the *items* that touch a function of a member on *day*."""
    with store.reading() as session:
        query = select(Interest, Member.name, Member.until).join(
            Member, Member.id == Interest.member_id
        )
        told = [
            Told(name, interest.function, interest.organisation, search_words(interest))
            for interest, name, until in session.execute(query.order_by(Interest.id))
            if not (interest.until and interest.until < day) and not (until and until < day)
        ]
        said = said_of(session, items)
    found = {item: [one.prompt for one in told if touches(one.words, said[item])] for item in said}
    return {item: asks for item, asks in found.items() if asks}


def search_words(interest: Interest) -> tuple[str, ...]:
    """Return the words that bring *interest* up; without words the name of the organisation."""
    return split_words(interest.words) or (interest.organisation,)


def split_words(words: str) -> tuple[str, ...]:
    """Return *words* that stand with commas between, one by one."""
    return tuple(word.strip() for word in words.split(",") if word.strip())
