"""The welcome booklet and the certificate of a new member, from the file of the council."""

from datetime import date
from pathlib import Path

from desktop.documents.both import write_both
from desktop.documents.document import Document
from desktop.domain.dutch_dates import long_date
from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.models.store import Store
from desktop.services.choices import choices, plural
from desktop.services.choices import words as advice_words
from desktop.services.council import CouncilDesk
from desktop.services.file_names import safe_name
from desktop.services.letters.phrases import with_article
from desktop.services.members import booklet_out
from desktop.services.members.booklet_out import Booklet, BuddyCard, PersonCard
from desktop.services.members.booklet_words import OwnWords
from desktop.services.members.certificate_out import Certificate, certificate
from desktop.services.members.learning import Learning
from desktop.services.members.means import Means
from desktop.services.members.people import People
from desktop.services.members.programmes import Programmes
from desktop.services.members.rows_onboarding import ProgrammeRow, Told
from desktop.services.members.rows_people import PersonRow, PersonView
from desktop.services.members.words_out import words_sheet

_WORDS = 18
"""So many words fit on two pages; more is no help on the first evening."""

_ABOUT_ADVICE = ("advice_minimum", "reply_term", "reminder", "quorum")
_ABOUT_MEMBERS = ("meetings_a_year", "alderman_talks_a_year", "term_length", "terms_most")
"""Norms that a new member asks about; the others are for the secretary."""


class Booklets:
    """Makes the booklet of one member, and the certificate."""

    def __init__(
        self,
        store: Store,
        council: CouncilDesk,
        people: People,
        programmes: Programmes,
        learning: Learning,
        means: Means,
    ) -> None:
        self._council, self._people, self.programmes = council, people, programmes
        self._learning, self._means = learning, means
        self.own_words = OwnWords(store)

    def wants_large(self, member: int) -> bool:
        """Tell whether *member* asked for large print."""
        wished = self._people.person(member).row.wished
        return any(wish.makes == "large" for wish in wished)

    def booklet(self, member: int, today: date, *, large: bool | None = None) -> Booklet:
        """Return everything that the booklet of *member* says on *today*.

        Without *large* the member's own wish counts. Raises CouncilError when the member is gone.
        """
        view = self._people.person(member)
        material, row = self.programmes.material, self.programmes.of_member(member)
        people = self._people.people(today)
        own = self.own_words.all()
        does, does_not = material.what_we_do(today)
        words = self._learning.common_words(_WORDS)
        chair = next((one.row.name for one in people if one.row.role == "voorzitter"), "")
        return Booklet(
            member=view.row,
            places=self._places(view.row, row),
            welcome=own["welcome"],
            chair=chair,
            buddy=self._buddy(row, people),
            steps=row.steps if row else (),
            people=tuple(self._card(one) for one in people if one.row.id != member),
            does=does,
            does_not=does_not,
            agreed=self._agreed(_ABOUT_ADVICE),
            member_terms=self._agreed(_ABOUT_MEMBERS),
            dossiers=tuple(material.dossiers(today)),
            meetings=tuple(material.meetings(today)),
            papers=self._council.term("papers_before_meeting"),
            kinds=tuple(one for one in self._means.kinds() if one.used),
            rules=own["rules"],
            words=tuple(words or self._learning.first_words()),
            words_of_papers=bool(words),
            council=self._council.profile().name,
            today=today,
            large=self.wants_large(member) if large is None else large,
        )

    def certificate(self, member: int, today: date) -> Document:
        """Return the certificate of *member*.

        Raises CouncilError as long as the programme runs, or when there is none.
        """
        row = self.programmes.of_member(member)
        if row is None or not row.over:
            raise CouncilError(tr("The certificate comes when the programme is done."))
        officers = [
            (one.name, advice_words("role", one.role))
            for one in self._council.members(today)
            if one.role == "voorzitter"
        ]
        done = [step for step in row.steps if step.done]
        end = row.finished or max((step.done for step in done if step.done), default=row.starts)
        return certificate(
            Certificate(
                member=row.name,
                places=self._places(self._people.person(member).row, row)
                | {"begin": long_date(row.starts), "eind": long_date(end)},
                did=tuple(step.title for step in done if step.kind != "review"),
                signs=tuple(officers or [(row.buddy, tr("your buddy"))]),
                council=self._council.profile().name,
                logo=self._council.logo(),
                today=today,
            )
        )

    def save_certificate(self, member: int, today: date, folder: Path) -> list[Path]:
        """Write the certificate for Word and as PDF into *folder*; raises as ``certificate``."""
        return save(self.certificate(member, today), folder)

    def words(self, member: int, today: date, *, large: bool | None = None) -> Document:
        """Return the words that *member* looked up, and the most used of the papers, as a sheet.

        Without *large* the member's own wish counts.
        """
        mine = self._learning.words_of(member)
        known = {word.term for word in mine}
        ours = [one for one in self._learning.common_words(_WORDS) if one.term not in known]
        return words_sheet(
            self._people.person(member).row.name,
            mine,
            ours,
            council=self._council.profile().name,
            logo=self._council.logo(),
            today=today,
            large=self.wants_large(member) if large is None else large,
        )

    def _places(self, member: PersonRow, row: ProgrammeRow | None) -> dict[str, str]:
        profile = self._council.profile()
        towns = [one.name for one in self._council.municipalities()]
        return {
            "naam": member.name.partition(" ")[0],
            "lid": member.name,
            "raad": with_article(profile.name) if profile.name else tr("our council"),
            "gemeente": (towns[0] if towns else profile.place) or tr("our municipality"),
            "inwoners": plural(profile.person_word),
            "maatje": (row.buddy if row else "") or tr("your buddy"),
        }

    def _agreed(self, kinds: tuple[str, ...]) -> tuple[Told, ...]:
        names, found = choices("norm"), {one.kind: one for one in self._council.norms()}
        return tuple(
            Told(names[kind], (one.term.words, f"({one.source})" if one.source else ""))
            for kind in kinds
            if (one := found.get(kind))
        )

    def _buddy(self, row: ProgrammeRow | None, people: list[PersonView]) -> BuddyCard | None:
        found = next((one.row for one in people if row and one.row.id == row.buddy_id), None)
        if row is None or found is None:
            return None
        return BuddyCard(found.name, row.reachable, found.phone, found.email)

    def _card(self, view: PersonView) -> PersonCard:
        return PersonCard(
            view.row.name,
            advice_words("role", view.row.role),
            view.row.about.strip(),
            tuple(one.subject for one in view.expertise),
            self._people.photo(view.row),
        )


def save_booklet(made: Booklet, folder: Path) -> list[Path]:
    """Write the booklet for Word and as PDF into *folder*; safe beside the window.

    Raises CouncilError when the folder cannot be written to.
    """
    return save(booklet_out.booklet(made), folder)


def save(document: Document, folder: Path) -> list[Path]:
    """Write *document* for Word and as PDF into *folder*, by its title; safe beside the window.

    Raises CouncilError when the folder cannot be written to.
    """
    return write_both(document, folder / safe_name(document.title))


def save_samples(booklets: Booklets, folder: Path, today: date) -> list[Path]:
    """Write what a new member gets: the booklet in both sizes, the own words, the certificate."""
    made: list[Path] = []
    for row in booklets.programmes.all():
        if row.over and row.certificate:
            made += booklets.save_certificate(row.member_id, today, folder)
        elif not row.over:
            made += save(booklets.words(row.member_id, today), folder)
            for large in (False, True):
                made += save_booklet(booklets.booklet(row.member_id, today, large=large), folder)
    return made
