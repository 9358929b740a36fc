"""The chair's script of a meeting, and the plan of all meetings of a year."""

from collections.abc import Sequence
from datetime import date, timedelta

from desktop.documents.document import (
    Block,
    Cell,
    Document,
    Heading,
    ListBlock,
    Paragraph,
    Table,
    Title,
    runs,
)
from desktop.domain import agenda as rules
from desktop.domain.calendar import clock
from desktop.domain.dutch_dates import long_date, weekday_date
from desktop.i18n import tr, trn
from desktop.services.meetings.agenda_out import Sheet, document, hours, subtitle
from desktop.services.meetings.kinds import words
from desktop.services.meetings.plan import YearCount
from desktop.services.meetings.policy import PolicyRow
from desktop.services.meetings.rows import MeetingRow
from desktop.services.meetings.saying import chair_lines, helps


def chair_script(sheet: Sheet) -> Document:
    """Return what the chair says at every item, with the time; for the chair alone."""
    begins = rules.clock_times(sheet.items, sheet.meeting.starts)
    blocks: list[Block] = [
        Title(
            tr("Chair's script"),
            subtitle=f"{subtitle(sheet)}, {hours(sheet.meeting)}\n{tr('Only for the chair')}",
        )
    ]
    for item in sheet.items:
        number = sheet.numbers[item.id]
        name = f"{number}. {item.title}" if number else item.title
        blocks.append(Heading(name, item=True))
        about = [
            f"{clock(begins[item.id])}, {trn('{n} minute', '{n} minutes', item.minutes)}",
            words("purpose", item.purpose).lower() if number else "",
            item.owner,
            tr("closed item: only members in the room")
            if not item.public and sheet.meeting.public
            else "",
        ]
        blocks.append(Paragraph(runs(" · ".join(part for part in about if part)), "note"))
        lines = chair_lines(item)
        if lines:
            blocks.append(ListBlock(tuple(runs(line) for line in lines)))
    blocks.append(Heading(tr("When it gets hard")))
    for one in helps():
        blocks.append(Heading(one.title, 2))
        blocks.append(Paragraph(runs(one.words)))
    return document(sheet, tr("Chair's script"), blocks, large=True)


def year_plan(
    meetings: Sequence[MeetingRow],
    count: YearCount,
    policy: Sequence[PolicyRow],
    council: str,
    logo: bytes | None,
    today: date,
) -> Document:
    """Return all meetings of a year, with what was agreed about their number.

    Below it stands the *policy* calendar: what the municipality decides, and our time for it.
    """
    rows = tuple(
        (
            Cell(runs(_day(one))),
            Cell(runs(_state(one)), strong=one.title),
            Cell(runs(_hours(one))),
            Cell(runs(_short_place(one))),
        )
        for one in meetings
    )
    header = (tr("Day"), tr("What"), tr("Time"), tr("Where"))
    blocks: list[Block] = [
        Title(
            tr("Year plan {year}", year=count.year),
            subtitle=tr("As it stands on {day}", day=f"{weekday_date(today)} {today.year}"),
        ),
        Table(header, rows, (41.0, 41.0, 30.0, 38.0)),
        Paragraph(runs(count_words(count))),
        *_policy(policy),
    ]
    return Document(
        title=tr("Year plan {year}", year=count.year),
        blocks=tuple(blocks),
        author=council,
        footer=f"{council}, {tr('year plan {year}', year=count.year)}",
        sender_mark=logo,
        as_of=today,
    )


def _policy(found: Sequence[PolicyRow]) -> list[Block]:
    if not found:
        return []
    rows = tuple(
        (
            Cell(runs(one.title)),
            Cell(runs(long_date(one.advice_by) if one.advice_by else "")),
            Cell(runs(long_date(one.decides_on) if one.decides_on else "")),
            Cell(runs(one.words)),
        )
        for one in found
    )
    header = (tr("About"), tr("Our advice before"), tr("Municipality decides"), tr("For us"))
    return [
        Heading(tr("What the municipality decides")),
        Table(header, rows, (38.0, 34.0, 34.0, 44.0)),
    ]


def count_words(count: YearCount) -> str:
    """Return how many meetings there are against what was agreed, with its source."""
    total = count.held + count.planned
    name = words("meeting", count.kind).lower()
    has = tr("{kind}: {n} times this year.", kind=name[:1].upper() + name[1:], n=total)
    if count.norm is None:
        return f"{has} {tr('No number was agreed.')}"
    agreed = tr(
        "Agreed: at least {n} times ({source}).", n=count.norm.amount, source=count.norm.source
    )
    if not count.short:
        return f"{has} {agreed}"
    missing = trn("{n} is missing.", "{n} are missing.", count.short)
    return f"{has} {agreed} {missing}"


def _day(meeting: MeetingRow) -> str:
    return weekday_date(meeting.starts.date())


def _hours(meeting: MeetingRow) -> str:
    ends = meeting.starts + timedelta(minutes=meeting.minutes)
    return tr("{start} to {end}", start=clock(meeting.starts), end=clock(ends))


def _short_place(meeting: MeetingRow) -> str:
    """Return the building and the room; the street stands in the invitation."""
    parts = (meeting.place.partition(",")[0], meeting.room.replace(" ", "\N{NO-BREAK SPACE}"))
    return ", ".join(part for part in parts if part)


def _state(meeting: MeetingRow) -> str:
    if meeting.state == "cancelled":
        return tr("Does not take place")
    if meeting.moved_from:
        return tr("Moved, was {day}", day=weekday_date(meeting.moved_from.date()))
    return ""
