"""Make the letters that the sample council has sent: as Word, PDF and e-mail, frozen for good."""

from datetime import date, datetime, time

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.advice import Letter
from desktop.models.papers import Paper
from desktop.models.store import Store
from desktop.services.advice.dossiers import Dossiers
from desktop.services.advice.rows import LetterRow
from desktop.services.council import CouncilDesk
from desktop.services.letters import gather, sending
from desktop.services.letters.chosen import Templates
from desktop.services.records import to_row

_POST_TIME = time(10, 30)


def make_letters(store: Store, *, advice: bool) -> list[sending.Ready]:
    """Return the letters that have a date but were not sent yet, with their files.

    First those that are the advice itself: a reminder names the day on which the advice went out.
    """
    council, templates = CouncilDesk(store), Templates(store)
    dossiers = Dossiers(store, council)
    with store.reading() as session:
        waiting = session.scalars(
            select(Letter).where(Letter.dated.is_not(None), Letter.sent.is_(None))
        ).all()
    made: list[sending.Ready] = []
    for letter in waiting:
        template = templates.get(letter.kind)
        if template.is_advice != advice:
            continue
        day = letter.dated or date.today()
        view = dossiers.view(letter.dossier_id, day)
        material = gather.material(council, view, to_row(LetterRow, letter), template, day)
        made += sending.ready([material], templates)
    return made


def send_letters(store: Store, session: Session, letters: list[sending.Ready]) -> None:
    """Freeze *letters* on the day that stands on them, within a running action."""
    for one in letters:
        day = one.letter.dated or date.today()
        sending.freeze(store, session, [one], day)
        record = session.get_one(Letter, one.letter.id)
        record.sent = datetime.combine(day, _POST_TIME)
        kept = (record.word_sha256, record.pdf_sha256)
        for paper in session.scalars(select(Paper).where(Paper.sha256.in_(kept))):
            paper.added = record.sent
