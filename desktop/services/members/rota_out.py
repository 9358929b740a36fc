"""Make the rota (rooster van aftreden) as a document: who leaves when, with the rules behind it."""

from collections.abc import Sequence
from datetime import date

from desktop.documents.diagrams import drawing_png
from desktop.documents.document import (
    Block,
    Box,
    Cell,
    Document,
    Figure,
    Heading,
    Paragraph,
    Table,
    Title,
    runs,
)
from desktop.domain import tenures as rules
from desktop.domain.dutch_dates import MONTHS, in_words, long_date
from desktop.domain.rota_years import Bar, rota_years
from desktop.i18n import tr, trn
from desktop.services.choices import words
from desktop.services.members.rows_people import RotaLine, SeatRow
from desktop.services.members.terms import Rota
from desktop.services.records import listed

_WIDE = 150.0
_POINTS = 9.5


def rota_document(
    rota: Rota, empty: Sequence[SeatRow], council: str, logo: bytes | None, today: date
) -> Document:
    """Return the rota as it stands on *today*: rules, terms, and a picture over the years."""
    day = long_date(today)
    blocks: list[Block] = [
        Title(tr("Rota of terms"), subtitle=tr("As it stands on {day}", day=day)),
        *_rules(rota),
        Heading(tr("Who leaves when?")),
        _terms(rota.lines),
    ]
    if rota.endings:
        picture = _picture(rota, today)
        blocks += [Heading(tr("Over the years")), picture, _years(rota), *_crowded(rota)]
    if empty:
        blocks.append(Heading(tr("Empty seats")))
        blocks.append(Paragraph(runs(listed([seat.name for seat in empty]))))
    return Document(
        title=tr("Rota of terms {day}", day=day),
        blocks=tuple(blocks),
        author=council,
        footer=tr("{council}, rota of terms {day}", council=council, day=day),
        sender_mark=logo,
        as_of=today,
    )


def told_words(rota: Rota) -> str:
    """Say in words what the picture of *rota* shows."""
    told = [
        tr("{name} until {date}", name=one.name, date=long_date(one.until)) for one in rota.endings
    ]
    return tr("Terms over the years: {told}", told="; ".join(told))


def drawn_years(rota: Rota, today: date) -> range:
    """Return the years to draw: last year, up to the last one in which somebody leaves."""
    last = max((one.until.year for one in rota.endings), default=today.year)
    return range(today.year - 1, max(last, today.year) + 1)


def last_words(day: date) -> str:
    """Return a last day as it stands at its bar: "1 juni"."""
    return f"{day.day} {MONTHS[day.month - 1]}"


def rule_words(rota: Rota) -> list[str]:
    """Return the council's own rules in sentences, each with its source."""
    found: list[str] = []
    if rota.length:
        found.append(
            tr("A term lasts {term} ({source}).", term=rota.length.words, source=rota.length.source)
        )
    if rota.most:
        found.append(
            trn(
                "A member sits for {count} term at most ({source}).",
                "A member sits for {count} terms at most ({source}).",
                rota.most.amount,
                count=in_words(rota.most.amount),
                source=rota.most.source,
            )
        )
    return found


def crowded_words(rota: Rota, year: int) -> str:
    """Say that many leave in *year*, and who."""
    names = listed([one.name for one in rota.crowded[year]])
    return tr(
        "In {year} {count} of the {all} members leave: {names}.",
        year=year,
        count=in_words(len(rota.crowded[year])),
        all=in_words(len(rota.lines)),
        names=names,
    )


def after_words(line: RotaLine) -> str:
    """Say what may come after the term of *line*."""
    if line.tenure.ended:
        return tr("stops")
    return tr("may go on") if line.may_return else tr("last term")


def _rules(rota: Rota) -> list[Block]:
    said = rule_words(rota)
    if not said:
        return [Paragraph(runs(tr("No rule was agreed on the length of a term.")), "lead")]
    return [Box(tr("Our rules"), tuple(runs(one) for one in said), ordered=False)]


def _terms(lines: Sequence[RotaLine]) -> Table:
    header = (tr("Who"), tr("Since"), tr("Until"), tr("After that"))
    body = tuple(
        (
            Cell(runs(_place(line)), strong=line.name),
            Cell(runs(long_date(line.tenure.since))),
            Cell(runs(_until(line))),
            Cell(runs(after_words(line))),
        )
        for line in lines
    )
    return Table(header, body, (58.0, 30.0, 33.0, 29.0))


def _place(line: RotaLine) -> str:
    seat = line.seat or words("role", line.role)
    return tr("{seat}, term {number}", seat=seat, number=line.tenure.number)


def _until(line: RotaLine) -> str:
    end = line.tenure.last_day
    return long_date(end) if end else tr("no end agreed")


def _picture(rota: Rota, today: date) -> Figure:
    bars = [
        Bar(line.name, line.tenure.since, end, last_words(end))
        for line in rota.lines
        if (end := line.tenure.last_day)
    ]
    years = drawn_years(rota, today)
    png = drawing_png(
        lambda width, pen: rota_years(bars, years, rota.crowded, width, pen), _WIDE, _POINTS
    )
    return Figure(png, told_words(rota), _WIDE)


def _years(rota: Rota) -> Table:
    years = rules.by_year(rota.endings)
    body = tuple(
        (
            Cell(runs(str(year))),
            Cell(runs(str(len(years.get(year, []))))),
            Cell(runs(listed([one.name for one in years.get(year, [])]) or tr("nobody"))),
        )
        for year in range(min(years), max(years) + 1)
    )
    return Table((tr("Year"), tr("Leave"), tr("Who")), body, (20.0, 24.0, 106.0))


def _crowded(rota: Rota) -> list[Block]:
    said = [crowded_words(rota, year) for year in sorted(rota.crowded)]
    if not said:
        return []
    advice = tr("That is many at once. Spread it: let a new term end in another year.")
    return [Paragraph(runs(f"{' '.join(said)} {advice}"))]
