"""Theme cards: what the council knows about a theme, who keeps it up to date, and until when."""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from desktop.documents.both import write_both
from desktop.documents.readers import read_bytes
from desktop.domain import terms
from desktop.domain.errors import CouncilError
from desktop.i18n import tr, trn
from desktop.models.knowledge import ThemeCard
from desktop.models.links import remove
from desktop.models.store import Store
from desktop.resources import text
from desktop.services.attention import Notice
from desktop.services.council import CouncilDesk
from desktop.services.file_names import safe_name
from desktop.services.intake import write_new
from desktop.services.meetings.rows import ItemRow
from desktop.services.members import knowledge_out
from desktop.services.members.interests import said_of, split_words, touches
from desktop.services.records import fill, needed, rows, to_row

_PAPER_LIMIT = 10_000_000


@dataclass(frozen=True)
class ThemeRow:
    """A theme card as every field of it stands."""

    id: int
    title: str
    words: str
    summary: str
    watch: str
    questions: str
    source: str
    dated: date | None
    owner_id: int | None
    look_again: date | None
    paper: str
    paper_name: str


@cache
def texts() -> dict[str, Any]:
    """Return the words of the paper and the themes to start with: members/themes.toml."""
    return tomllib.loads(text("members/themes.toml"))


class Knowledge:
    """Read and change the theme cards."""

    def __init__(self, store: Store, council: CouncilDesk) -> None:
        self._store, self._council = store, council

    def cards(self) -> list[ThemeRow]:
        """Return all cards by title."""
        with self._store.reading() as session:
            found = rows(session, ThemeRow, ThemeCard)
        return sorted(found, key=lambda one: one.title.casefold())

    def card(self, card: int) -> ThemeRow:
        """Return one card; raises CouncilError when it is gone."""
        with self._store.reading() as session:
            found = session.get(ThemeCard, card)
            if found is None:
                raise CouncilError(tr("This card is gone."))
            return to_row(ThemeRow, found)

    def themes(self) -> list[str]:
        """Return the themes of the start list for which there is no card yet."""
        known = {one.title.casefold() for one in self.cards()}
        titles = [str(theme["title"]) for theme in texts()["theme"]]
        return [title for title in titles if title.casefold() not in known]

    def add(self, title: str) -> int:
        """Start a card; of a known theme also the words that bring it up. Return its number."""
        title = needed(title, "title")
        known = {str(theme["title"]): str(theme["words"]) for theme in texts()["theme"]}
        card = ThemeCard(title=title, words=known.get(title, ""))
        with self._store.changing(tr("Start a theme card")) as session:
            session.add(card)
            session.flush()
            return card.id

    def change(self, card: int, **fields: Any) -> None:  # noqa: ANN401 – any column of a card
        """Change *fields* of a card; its title cannot be taken away."""
        if "title" in fields:
            fields["title"] = needed(fields["title"], "title")
        with self._store.changing(tr("Change a theme card"), merge=f"theme_card:{card}") as session:
            fill(session.get_one(ThemeCard, card), fields)

    def still_right(self, card: int, today: date) -> None:
        """Say that a card is right as it stands; it is looked at again after a year."""
        self.change(card, look_again=terms.add(today, 12, "months"))

    def remove(self, card: int) -> None:
        """Throw a card away; undo brings it back."""
        with self._store.changing(tr("Throw a theme card away")) as session:
            found = session.get(ThemeCard, card)
            if found:
                remove(session, found)

    def attach(self, card: int, path: Path) -> None:
        """Keep the longer paper at *path* (at most 10 MB) with a card."""
        name, data = read_bytes(path)
        if len(data) > _PAPER_LIMIT:
            raise CouncilError(tr("Choose a file of at most 10 MB."))
        with self._store.changing(tr("Keep a paper with a theme card")) as session:
            found = session.get_one(ThemeCard, card)
            found.paper, found.paper_name = self._store.keep(session, data), name

    def save_paper(self, card: int, folder: Path) -> Path:
        """Write the longer paper of a card to *folder*; raises CouncilError when there is none."""
        found = self.card(card)
        if not found.paper:
            raise CouncilError(tr("There is no paper with this card."))
        return write_new(folder, found.paper_name, self._store.kept(found.paper))

    def old(self, today: date) -> list[ThemeRow]:
        """Return the cards of which the day to look again is past."""
        return [one for one in self.cards() if one.look_again and one.look_again < today]

    def at_items(self, items: Sequence[ItemRow]) -> dict[int, list[ThemeRow]]:
        """Return item → cards, for the *items* that name the title or a word of a card."""
        cards = self.cards()
        with self._store.reading() as session:
            said = said_of(session, items)
        found = {
            item: [one for one in cards if touches((one.title, *split_words(one.words)), words)]
            for item, words in said.items()
        }
        return {item: some for item, some in found.items() if some}

    def save_card(self, card: int, today: date, folder: Path) -> list[Path]:
        """Write a card as one page in Word and PDF; return the files."""
        found = self.card(card)
        members = self._council.members(today)
        owner = next((one.name for one in members if one.id == found.owner_id), "")
        council, logo = self._council.profile().name, self._council.logo()
        document = knowledge_out.page(found, owner, texts()["paper"], council, logo, today)
        return write_both(document, folder / safe_name(document.title))

    def notices(self, today: date) -> Iterator[Notice]:
        """Give one calm notice for the cards that may have grown old."""
        old = self.old(today)
        if old:
            yield Notice(
                trn(
                    "{n} theme card may be out of date",
                    "{n} theme cards may be out of date",
                    len(old),
                ),
                ", ".join(one.title for one in old),
                tr("look again"),
                "calm",
                tr("Look"),
                "members",
                "lesson",
                place="themes",
            )
