"""The papers that go out before a meeting: invitation, agenda and the members' sheet."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from desktop.documents.document import (
    Block,
    Cell,
    Document,
    Heading,
    ListBlock,
    Pairs,
    Paragraph,
    Run,
    Runs,
    Table,
    Title,
    runs,
)
from desktop.domain import agenda as rules
from desktop.domain.calendar import clock
from desktop.domain.dutch_dates import long_date, weekday_date
from desktop.i18n import tr, trn
from desktop.services.meetings.kinds import words
from desktop.services.meetings.rows import AgendaPaperRow, ItemRow, MeetingRow

_MOST_HARD_WORDS = 8
_SPACE = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True)
class Sheet:
    """All that the papers of one meeting say."""

    meeting: MeetingRow
    items: tuple[ItemRow, ...]
    papers: tuple[AgendaPaperRow, ...]
    council: str
    logo: bytes | None = None
    secretary: str = ""
    chair: str = ""
    next_one: MeetingRow | None = None
    pages: tuple[tuple[int, int], ...] = ()
    """How many pages a kept paper has: (key of the paper, pages)."""

    @property
    def day(self) -> date:
        """The day of the meeting."""
        return self.meeting.starts.date()

    @property
    def numbers(self) -> dict[int, str]:
        """The number of every item by its key."""
        return rules.numbers(self.items)

    @property
    def open_items(self) -> tuple[ItemRow, ...]:
        """The items that everyone may know of: a part of a closed item is closed too."""
        closed = {item.id for item in self.items if not item.public or not self.meeting.public}
        return tuple(item for item in self.items if not {item.id, item.parent_id} & closed)

    @property
    def open_papers(self) -> tuple[AgendaPaperRow, ...]:
        """The papers that everyone may know of: no paper for members, and none of a closed item."""
        seen = {item.id for item in self.open_items}
        return tuple(one for one in self.papers if one.item_id in seen and not one.internal)


def first_name(name: str) -> str:
    """Return how people in the council call *name*."""
    return name.partition(" ")[0]


def hours(meeting: MeetingRow) -> str:
    """Return from when to when: ``13.30 tot 15.30 uur``."""
    ends = meeting.starts + timedelta(minutes=meeting.minutes)
    spoken = tr("{start} to {end} hours", start=clock(meeting.starts), end=clock(ends))
    return spoken.replace(" uur", f"{_SPACE}uur")


def where(meeting: MeetingRow) -> str:
    """Return the place and the room."""
    return ", ".join(part for part in (meeting.place, meeting.room) if part)


def document(sheet: Sheet, title: str, blocks: Sequence[Block], *, large: bool = False) -> Document:
    """Return *blocks* as a paper of this meeting."""
    day = long_date(sheet.day)
    return Document(
        title=f"{title} {day}",
        blocks=tuple(blocks),
        author=sheet.council,
        # In large print there is no room for more at the foot of the page.
        footer=f"{sheet.council}, {day}" if large else f"{sheet.council}, {title.lower()} {day}",
        sender_mark=sheet.logo,
        size="large" if large else "print",
        as_of=sheet.day,
    )


def subtitle(sheet: Sheet) -> str:
    """Return which meeting it is: Vergadering 3, donderdag 19 maart 2026."""
    name = sheet.meeting.title.strip() or words("meeting", sheet.meeting.kind)
    return f"{name}, {weekday_date(sheet.day)} {sheet.day.year}"


def facts(sheet: Sheet) -> Pairs:
    """Return where, when, how from home, and whom to tell that you cannot come."""
    meeting = sheet.meeting
    rows: list[tuple[str, str]] = [
        (tr("Where"), where(meeting)),
        (tr("When"), f"{weekday_date(sheet.day)}, {hours(meeting)}"),
        (tr("From home"), meeting.online),
    ]
    if sheet.secretary:
        away = tr("Tell {name}. A reason is not needed.", name=first_name(sheet.secretary))
        rows.append((tr("Not coming?"), away))
    return Pairs(tuple((label, runs(value)) for label, value in rows if value))


def agenda(sheet: Sheet) -> Document:
    """Return the agenda: time, item with its question, purpose, who and which papers."""
    begins = rules.clock_times(sheet.items, sheet.meeting.starts)
    labels = paper_labels(sheet)
    rows: list[tuple[Cell, ...]] = []
    for item in sheet.items:
        number = sheet.numbers[item.id]
        strong = f"{number}. {item.title}" if number else item.title
        below = "\n".join(
            part
            for part in (
                item.question,
                tr("Closed item") if not item.public and sheet.meeting.public else "",
            )
            if part
        )
        mine = [paper for paper in sheet.papers if paper.item_id == item.id]
        rows.append(
            (
                Cell(runs(clock(begins[item.id]))),
                Cell(runs(below), strong=strong),
                Cell(runs(words("purpose", item.purpose).lower() if number else "")),
                Cell(runs(item.owner)),
                Cell(runs(", ".join(labels[p.id] if p.paper_id else tr("follows") for p in mine))),
            )
        )
    header = (tr("Time"), tr("Item and question to you"), tr("Purpose"), tr("Who"), tr("Paper"))
    blocks: list[Block] = [
        Title(tr("Agenda"), subtitle=subtitle(sheet)),
        facts(sheet),
        Table(header, tuple(rows), (15.0, 73.0, 29.0, 19.0, 14.0), row_header=1),
        *paper_list(sheet, sheet.papers),
        *_next(sheet),
    ]
    return document(sheet, tr("Agenda"), blocks)


def invitation(sheet: Sheet) -> Document:
    """Return the invitation (convocatie): welcome, the facts, and what is on the agenda."""
    meeting = sheet.meeting
    about = [
        item
        for item in sheet.items
        if item.kind in ("advice", "discussion", "decision", "guest", "talk")
        and (item in sheet.open_items or not meeting.public)
    ]
    blocks: list[Block] = [
        Title(tr("Invitation"), subtitle=subtitle(sheet)),
        Paragraph(
            runs(
                tr("You are welcome at our meeting. Everyone may come and listen.")
                if meeting.public
                else tr("You are welcome at our meeting.")
            )
        ),
        facts(sheet),
    ]
    if meeting.note.strip():
        blocks.append(Paragraph(runs(meeting.note.strip())))
    if about:
        blocks.append(Heading(tr("What do we talk about?")))
        blocks.append(ListBlock(tuple(_point(item, sheet) for item in about)))
    blocks += paper_list(sheet, sheet.open_papers if meeting.public else sheet.papers)
    blocks.append(
        Paragraph(
            runs(
                tr("Do you need something to take part? Large print, for example, or a lift?")
                + " "
                + tr("Tell us, we arrange it.")
            )
        )
    )
    blocks += _next(sheet)
    names = [name for name in (sheet.chair, sheet.secretary) if name]
    if names:
        blocks.append(Paragraph(runs(tr("Kind regards,")), "closing"))
    if sheet.chair:
        blocks.append(Paragraph(runs(f"{sheet.chair}\n{tr('chair')}"), "signature"))
    if sheet.secretary:
        blocks.append(Paragraph(runs(f"{sheet.secretary}\n{tr('secretary')}"), "signature"))
    return document(sheet, tr("Invitation"), blocks)


def members_sheet(sheet: Sheet, paper_texts: Sequence[str] = ()) -> Document:
    """Return the members' sheet in large print: what we ask of you, and the hard words."""
    asked = [item for item in sheet.items if item.question.strip()]
    blocks: list[Block] = [
        Title(tr("Members' sheet"), subtitle=subtitle(sheet)),
        facts(sheet),
    ]
    if asked:
        blocks.append(Heading(tr("What do we ask of you?")))
        blocks.append(
            ListBlock(
                tuple(_question(item, sheet.numbers[item.id]) for item in asked), ordered=True
            )
        )
    others = [item for item in sheet.items if item not in asked and sheet.numbers[item.id]]
    if others:
        blocks.append(Heading(tr("Also on the agenda")))
        blocks.append(
            ListBlock(
                tuple(runs(f"{item.title} ({_place(sheet.numbers[item.id])})") for item in others)
            )
        )
    blocks += hard_words(sheet, paper_texts)
    return document(sheet, tr("Members' sheet"), blocks, large=True)


def hard_words(sheet: Sheet, paper_texts: Sequence[str]) -> list[Block]:
    """Return the hard words of the agenda and its papers with their meaning, under a heading."""
    said = "\n".join(f"{item.title}. {item.question}" for item in sheet.items)
    terms = _hard_words("\n\n".join([said, *paper_texts]))
    if not terms:
        return []
    pairs = tuple((_capital(term), runs(meaning)) for term, meaning in terms)
    return [Heading(tr("Hard words")), Pairs(pairs, "word")]


def paper_labels(sheet: Sheet) -> dict[int, str]:
    """Return how each paper is called: the number of its item, with a letter when there are more.

    A letter is put behind a stroke when the item is a part itself: 5, 5-a, 5a-b.
    """
    labels: dict[int, str] = {}
    for item in sheet.items:
        mine = [paper for paper in sheet.papers if paper.item_id == item.id]
        for place, paper in enumerate(mine):
            number = sheet.numbers[item.id]
            labels[paper.id] = f"{number}-{rules.letter(place)}" if len(mine) > 1 else number
    return labels


def paper_list(sheet: Sheet, papers: Sequence[AgendaPaperRow]) -> list[Block]:
    """Return the *papers* that come with this agenda, under their heading."""
    labels, pages = paper_labels(sheet), dict(sheet.pages)
    rows: list[tuple[str, Runs]] = []
    for paper in papers:
        count = pages.get(paper.paper_id or 0)
        extra = trn("({n} page)", "({n} pages)", count) if count else ""
        if paper.paper_id is None:
            extra = tr("(follows)")
        inside = tr("(for members only)") if paper.internal and sheet.meeting.public else ""
        told = " ".join(filter(None, (paper.name, extra, inside)))
        rows.append((labels[paper.id], runs(told)))
    return [Heading(tr("Papers with this agenda")), Pairs(tuple(rows))] if rows else []


def _next(sheet: Sheet) -> list[Block]:
    if sheet.next_one is None:
        return []
    day = weekday_date(sheet.next_one.starts.date())
    return [
        Paragraph(
            runs(
                tr(
                    "The next meeting is on {day}. Do you want something on the agenda? Tell us.",
                    day=day,
                )
            )
        )
    ]


def _point(item: ItemRow, sheet: Sheet) -> Runs:
    number = sheet.numbers[item.id]
    title = Run(f"{item.title}", bold=True)
    place = Run(f" ({_place(number)})") if number else Run("")
    return (title, place, Run(f"\n{item.question}")) if item.question else (title, place)


def _question(item: ItemRow, number: str) -> Runs:
    place = f" ({_place(number)})" if number else ""
    return (Run(item.title, bold=True), Run(f"{place}\n{item.question}"))


def _place(number: str) -> str:
    return tr("item {number}", number=number).replace(" ", _SPACE)


def _hard_words(said: str) -> list[tuple[str, str]]:
    """Return words of the glossary that *said* holds, first come first, with their meaning."""
    from desktop.language.data import table

    said = said.lower()
    found: list[tuple[int, str, str]] = []
    for term in table("glossary/council.toml")["term"]:
        forms = "|".join(re.escape(form.lower()) for form in (term["term"], *term["forms"]))
        place = re.search(rf"\b(?:{forms})\b", said) if term["hint"] else None
        if place:
            found.append((place.start(), term["term"], term["explanation"]))
    return [(term, meaning) for _place, term, meaning in sorted(found)[:_MOST_HARD_WORDS]]


def _capital(term: str) -> str:
    return term[:1].upper() + term[1:]
