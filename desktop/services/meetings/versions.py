"""Who gets which version of the papers: as each member asked, and the agenda for everyone."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from desktop.documents.document import (
    Block,
    Cell,
    Document,
    Heading,
    ListBlock,
    Pairs,
    Paragraph,
    Run,
    Table,
    Title,
    runs,
)
from desktop.domain import agenda as rules
from desktop.domain.calendar import clock
from desktop.domain.dutch_dates import weekday_date
from desktop.i18n import tr
from desktop.models.council import Member
from desktop.models.store import Store
from desktop.services.council import CouncilDesk
from desktop.services.meetings import agenda_out
from desktop.services.meetings.agenda_out import Sheet
from desktop.services.members.kinds import Version, chosen


@dataclass(frozen=True)
class Receiver:
    """A member who gets the papers, and how."""

    name: str
    email: str
    address: str
    wishes: tuple[str, ...] = ()
    """In words, only those that are about papers and contact."""
    note: str = ""
    makes: frozenset[Version] = frozenset()
    to_arrange: tuple[str, ...] = ()
    """What the meeting itself needs for this member, in words."""

    @property
    def by_post(self) -> bool:
        """Whether the papers go on paper, in an envelope."""
        return "post" in self.makes

    @property
    def by_mail(self) -> bool:
        """Whether an e-mail with the papers is made for this member."""
        return bool(self.email) and not self.by_post

    @property
    def as_always(self) -> bool:
        """Whether the plain e-mail is all there is to do."""
        return self.by_mail and not self.wishes and not self.note

    @property
    def words(self) -> str:
        """How this member gets the papers: "per e-mail, grote letter", "grote letter, per post"."""
        way = tr("by e-mail") if self.by_mail else ""
        if not self.by_mail and not self.by_post:
            way = tr("on paper, for there is no e-mail address")
        told = [word[:1].lower() + word[1:] for word in self.wishes]
        return ", ".join(filter(None, [way, *told, self.note]))


def receivers(store: Store, council: CouncilDesk, sheet: Sheet) -> list[Receiver]:
    """Return the members in office on the day of the meeting, in the order of the list."""
    with store.reading() as session:
        known = {member.id: member for member in session.scalars(select(Member))}
    found: list[Receiver] = []
    for row in council.members(sheet.day):
        member = known[row.id]
        every = chosen(member.wishes)
        mine = [wish for wish in every if wish.group != "meeting"]
        found.append(
            Receiver(
                row.name,
                row.email,
                member.address,
                tuple(wish.words for wish in mine),
                member.wish_note,
                frozenset(wish.makes for wish in mine if wish.makes),
                tuple(wish.words for wish in every if wish.group == "meeting"),
            )
        )
    return found


def sending_list(sheet: Sheet, found: Sequence[Receiver]) -> Document:
    """Return who gets which version, with room to tick off what is in the envelope."""
    special = [one for one in found if not one.as_always]
    rows = tuple(
        (
            Cell(runs(one.words), strong=one.name),
            Cell(runs(one.email if one.by_mail else one.address)),
            Cell(runs("☐")),
        )
        for one in special
    )
    others = [one.name for one in found if one.as_always]
    blocks: list[Block] = [
        Title(tr("Sending list"), subtitle=agenda_out.subtitle(sheet)),
        Paragraph(runs(tr("This is how members asked for the papers. Nobody needs to say why."))),
        Table((tr("Who and how"), tr("To"), tr("Sent")), rows, (70.0, 62.0, 18.0)),
    ]
    if others:
        blocks.append(Heading(tr("By e-mail, as always")))
        blocks.append(ListBlock(tuple(runs(name) for name in others)))
    return agenda_out.document(sheet, tr("Sending list"), blocks)


def public_agenda(sheet: Sheet) -> Document:
    """Return the agenda for who comes to listen: no closed items, and no names or papers."""
    begins = rules.clock_times(sheet.items, sheet.meeting.starts)
    rows: list[tuple[Cell, ...]] = []
    for item in sheet.items:
        number, seen = sheet.numbers[item.id], item in sheet.open_items
        title = item.title if seen else tr("Closed item")
        strong = f"{number}. {title}" if number else title
        below = item.question if seen else ""
        rows.append((Cell(runs(clock(begins[item.id]))), Cell(runs(below), strong=strong)))
    when = f"{weekday_date(sheet.day)}, {agenda_out.hours(sheet.meeting)}"
    places = [(tr("Where"), agenda_out.where(sheet.meeting)), (tr("When"), when)]
    blocks: list[Block] = [
        Title(tr("Agenda"), subtitle=agenda_out.subtitle(sheet)),
        Paragraph(runs(tr("Everyone may come and listen."))),
        Pairs(tuple((label, runs(value)) for label, value in places if value)),
        Table((tr("Time"), tr("What do we talk about?")), tuple(rows), (15.0, 135.0), row_header=1),
    ]
    return agenda_out.document(sheet, tr("Agenda for everyone"), blocks)


def large_papers(sheet: Sheet, paper_texts: Sequence[str]) -> Document:
    """Return the agenda with the hard words in large print.

    It is no table: that gets too narrow for large letters.
    """
    begins = rules.clock_times(sheet.items, sheet.meeting.starts)
    labels = agenda_out.paper_labels(sheet)
    blocks: list[Block] = [
        Title(tr("Agenda"), subtitle=agenda_out.subtitle(sheet)),
        agenda_out.facts(sheet),
        Heading(tr("What do we talk about?")),
    ]
    for item in sheet.items:
        number = sheet.numbers[item.id]
        title = f"{number}. {item.title}" if number else item.title
        mine = [labels[paper.id] for paper in sheet.papers if paper.item_id == item.id]
        papers = tr("paper {labels}", labels=", ".join(mine)) if mine else ""
        told = [clock(begins[item.id]), item.owner, papers]
        below = "\n".join(filter(None, (item.question, " · ".join(filter(None, told)))))
        blocks.append(Paragraph((Run(title, bold=True), Run(f"\n{below}"))))
    blocks += agenda_out.paper_list(sheet, sheet.papers)
    blocks += agenda_out.hard_words(sheet, paper_texts)
    return agenda_out.document(sheet, tr("Agenda"), blocks, large=True)
