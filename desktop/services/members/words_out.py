"""The hard words of one member on paper: to learn at the kitchen table, and to bring along."""

from collections.abc import Sequence
from datetime import date

from desktop.documents.document import Block, Document, Heading, Pairs, Paragraph, Title, runs
from desktop.domain.dutch_dates import long_date
from desktop.i18n import tr
from desktop.services.letters.phrases import capital
from desktop.services.members.rows_onboarding import WordRow


def words_sheet(
    member: str,
    mine: Sequence[WordRow],
    ours: Sequence[WordRow],
    *,
    council: str,
    logo: bytes | None,
    today: date,
    large: bool,
) -> Document:
    """Return the words that *member* looked up (*mine*) and those of the own papers (*ours*)."""
    name = tr("My words {name}", name=member)
    subtitle = tr("Of {name}, on {day}", name=member, day=long_date(today))
    learning = [word for word in mine if not word.known]
    known = [word for word in mine if word.known]
    body: list[Block] = [
        Title(tr("My words"), subtitle=subtitle),
        Paragraph(runs(tr("Asking is wise. Nobody knows all the words.")), "lead"),
        *_part(tr("Looked up"), learning),
        *_part(tr("I know these now"), known),
        *_part(tr("Words in our own papers"), ours),
    ]
    return Document(
        title=tr("{name} (large print)", name=name) if large else name,
        blocks=tuple(body),
        author=council,
        footer=tr("My words"),
        sender_mark=logo,
        size="large" if large else "print",
        as_of=today,
    )


def _part(title: str, words: Sequence[WordRow]) -> list[Block]:
    if not words:
        return []
    pairs = tuple((capital(word.term), runs(word.told)) for word in words)
    return [Heading(title), Pairs(pairs, "word")]
