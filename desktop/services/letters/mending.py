"""Put other words in the place of something in a letter that points to a person."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.domain.errors import CouncilError
from desktop.domain.letter_checks import Quote
from desktop.i18n import tr
from desktop.models.advice import Decision, HeardGroup, Question, Recommendation, Section
from desktop.models.base import Record


def mend(session: Session, dossier: int, quote: Quote, replacement: str | None = None) -> None:
    """Replace *quote* in its part of the draft; raises CouncilError when it is gone."""
    record, column = _place(session, dossier, quote.section)
    text = str(getattr(record, column)) if record else ""
    end = quote.start + len(quote.text)
    if record is None or text[quote.start : end] != quote.text:
        raise CouncilError(tr("This text has been changed since. Look again."))
    words = quote.replacement if replacement is None else replacement
    before, after = text[: quote.start], text[end:]
    if not before.strip() or before.rstrip().endswith((".", "!", "?")):
        words = words[:1].upper() + words[1:]
    if not words:
        before = before.rstrip(" ")
    setattr(record, column, before + words + after)


def _place(session: Session, dossier: int, section: str) -> tuple[Record | None, str]:
    """Return the record and column that hold the part *section* of the letter."""
    kind, _, rest = section.partition(":")
    number, _, column = rest.partition(":")
    match kind:
        case "recommendation":
            return session.scalar(
                select(Recommendation).where(
                    Recommendation.dossier_id == dossier, Recommendation.number == int(number)
                )
            ), column
        case "question":
            return session.scalar(
                select(Question).where(
                    Question.dossier_id == dossier, Question.number == int(number)
                )
            ), column
        case "heard":
            groups = session.scalars(
                select(HeardGroup).where(HeardGroup.dossier_id == dossier).order_by(HeardGroup.id)
            ).all()
            return (groups[int(number) - 1] if int(number) <= len(groups) else None), column
        case "minority_view":
            return session.scalar(select(Decision).where(Decision.dossier_id == dossier)), kind
        case _:
            return session.scalar(
                select(Section).where(Section.dossier_id == dossier, Section.key == section)
            ), "text"
