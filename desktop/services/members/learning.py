"""Words that people look up: what they mean, who looked them up, and those of the own papers."""

from collections import Counter
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import InstrumentedAttribute

from desktop.i18n import tr
from desktop.language.glossary import Explained, beginning_with, explain, terms, terms_in
from desktop.models.advice import Section
from desktop.models.council import Ordinance
from desktop.models.links import remove
from desktop.models.meetings import AgendaItem
from desktop.models.onboarding import LookedUp
from desktop.models.papers import Paper
from desktop.models.store import Store
from desktop.services.members.onboarding_words import first_words
from desktop.services.members.rows_onboarding import WordRow

_TEXTS: tuple[InstrumentedAttribute[str], ...] = (
    Paper.text,
    Section.text,
    Ordinance.note,
    AgendaItem.title,
    AgendaItem.notes,
)
"""Where the words of the council stand."""

_Print = tuple[tuple[int, int], ...]


class Learning:
    """Explain words, and keep which ones a member looked up."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._counted: tuple[_Print, Counter[str]] | None = None

    def explain(self, words: str) -> WordRow | None:
        """Return what *words* mean, in whatever form they stand; None when nobody wrote it down."""
        found = explain(words)
        return _row(found) if found else None

    def suggestions(self, letters: str) -> list[WordRow]:
        """Return the terms that *letters* may become, a few at most."""
        found = [_row(one) for one in beginning_with(letters)]
        exact = self.explain(letters)
        if exact and all(one.term != exact.term for one in found):
            found.insert(0, exact)
        return found

    def terms_in(self, text: str) -> list[WordRow]:
        """Return the terms of the glossary that stand in *text*, by the alphabet."""
        return _told(terms_in(text))

    def look_up(self, member: int | None, words: str, today: date) -> WordRow | None:
        """Return what *words* mean, and keep for *member* that it was looked up."""
        found = self.explain(words)
        if found and member is not None:
            self._keep(member, found.term, today)
        return found

    def _keep(self, member: int, term: str, today: date) -> None:
        with self._store.changing(tr("Look up a word"), merge=f"word:{member}:{term}") as session:
            query = select(LookedUp).where(LookedUp.member_id == member, LookedUp.term == term)
            record = session.scalar(query)
            if record is None:
                session.add(LookedUp(member_id=member, term=term, last=today))
            else:
                record.times += 1
                record.last, record.known = today, False

    def words_of(self, member: int) -> list[WordRow]:
        """Return the words that *member* looked up, the latest first; known ones at the end."""
        query = select(LookedUp).where(LookedUp.member_id == member)
        query = query.order_by(LookedUp.known, LookedUp.last.desc(), LookedUp.id.desc())
        with self._store.reading() as session:
            kept = [(r.term, r.times, r.last, r.known) for r in session.scalars(query)]
        found: list[WordRow] = []
        for term, times, last, known in kept:
            told = explain(term)
            meaning, instead = (told.meaning, told.instead) if told else ("", ())
            found.append(WordRow(term, meaning, instead, times, last, known))
        return found

    def know(self, member: int, term: str, *, known: bool = True) -> None:
        """Write down that *member* knows *term* now, or not any more."""
        label = tr("Know a word now") if known else tr("Practise a word again")
        with self._store.changing(label) as session:
            query = select(LookedUp).where(LookedUp.member_id == member, LookedUp.term == term)
            record = session.scalar(query)
            if record:
                record.known = known

    def forget(self, member: int, term: str) -> None:
        """Take *term* off the list of *member*."""
        with self._store.changing(tr("Take a word off the list")) as session:
            query = select(LookedUp).where(LookedUp.member_id == member, LookedUp.term == term)
            record = session.scalar(query)
            if record:
                remove(session, record)

    def council_words(self) -> list[WordRow]:
        """Return the terms of the glossary that stand in the papers of the council."""
        return _told(self._words())

    def common_words(self, most: int = 15) -> list[WordRow]:
        """Return the *most* used terms of the own papers, by the alphabet."""
        return _told(Counter(dict(self._words().most_common(most))))

    def first_words(self) -> list[WordRow]:
        """Return the words that every new member meets, for a council without papers."""
        return [found for word in first_words() if (found := self.explain(word))]

    def word_of_the_day(self, day: date, member: int | None = None) -> WordRow:
        """Return one word for *day* from the own papers, that *member* does not know yet.

        A council without papers gets a word of the whole list.
        """
        known = {row.term for row in self.words_of(member) if row.known} if member else set[str]()
        own = self.council_words() or [_row(one) for one in terms()]
        choice = [row for row in own if row.term not in known] or own
        return choice[day.toordinal() % len(choice)]

    def _words(self) -> Counter[str]:
        """Count the terms in all texts; looks again only when a text changed."""
        with self._store.reading() as session:
            sizes = [
                session.execute(select(func.count(), func.sum(func.length(one)))).one()
                for one in _TEXTS
            ]
            now = tuple((int(count), int(size or 0)) for count, size in sizes)
            if self._counted and self._counted[0] == now:
                return self._counted[1]
            parts = [part for one in _TEXTS for part in session.scalars(select(one)) if part]
        counted = terms_in("\n".join(parts))
        self._counted = (now, counted)
        return counted


def _row(explained: Explained) -> WordRow:
    return WordRow(explained.term, explained.meaning, explained.instead)


def _told(counted: Counter[str]) -> list[WordRow]:
    found: list[WordRow] = []
    for term, times in counted.items():
        told = explain(term)
        if told and times:
            found.append(WordRow(told.term, told.meaning, told.instead, times))
    return sorted(found, key=lambda row: row.term.lower())
