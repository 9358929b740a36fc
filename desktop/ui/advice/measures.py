"""The time an advice has, drawn: on the home page, in the list and in the dossier."""

from datetime import date

from desktop.domain.dutch_dates import long_date
from desktop.domain.timeliness import Timeliness
from desktop.i18n import tr
from desktop.services.advice.rows import DossierLine
from desktop.services.attention import time_left
from desktop.ui.boxes import TOP, Box, Item, beside, ruled, stack, text
from desktop.ui.desk import Desk
from desktop.ui.drawn import Bar
from desktop.ui.kit import card, pill, quiet
from desktop.ui.measures import TermBar
from desktop.ui.places import open_dossier

_TONES = {"late": "danger", "soon": "warning", "calm": "plain"}
_SHOWN = 4


def day_month(day: date) -> str:
    """Return "2 maart": a date without its year, for beside a drawing."""
    return long_date(day).rsplit(" ", 1)[0]


def state_pill(line: DossierLine, today: date) -> tuple[str, str]:
    """Return how a dossier stands in two or three words, and the tone of its pill."""
    if line.due is None:
        return line.dossier.state_words, "plain"
    words, tone = time_left(line.due, today)
    return words, _TONES[tone]


def term_bar(time: Timeliness) -> TermBar | None:
    """Return the bar of days given against the minimum; None without dates."""
    if time.given is None or time.start is None or time.end is None:
        return None
    until = day_month(time.minimum_until) if time.minimum_until else ""
    return TermBar(time.given, time.minimum, day_month(time.start), day_month(time.end), until)


def time_words(time: Timeliness) -> str:
    """Return in one sentence how much time the council has, with the source of its minimum."""
    if time.given is None:
        return tr("Fill in the dates. Then you see how much time you have.")
    if time.minimum is None:
        return tr("No minimum was agreed for an advice.")
    return tr("Your minimum stands in: {source}.", source=time.source)


def time_card(desk: Desk, lines: list[DossierLine]) -> Box:
    """Return the card with the running advices, each with its time."""
    today = desk.today()
    running = [line for line in lines if not line.dossier.ended]
    rows = [_running(desk, line, today) for line in running[:_SHOWN]]
    more = quiet(tr("All advices"), lambda: desk.window.show_area("advice"))
    return card(tr("Running advices"), *ruled(*rows), beside(more, ...))


def _running(desk: Desk, line: DossierLine, today: date) -> Box:
    number = line.dossier.id
    title = text(line.dossier.title, "strong")
    parts: list[Item] = [beside((title, 1), (pill(*state_pill(line, today)), 0, TOP), gap=8)]
    part = _part_used(line, today)
    sentence = _sentence(line)
    if part is not None:
        late = line.due is not None and line.due < today
        parts.append(Bar(part, sentence, "danger" if late else "accent"))
    go = quiet(tr("Open"), lambda: open_dossier(desk, number))
    go.setAccessibleName(tr("Open {title}", title=line.dossier.title))
    parts.append(beside((text(sentence, "small", "muted"), 1), go))
    return stack(*parts, gap=6)


def _part_used(line: DossierLine, today: date) -> float | None:
    start = line.time.start
    if line.due is None or start is None or line.due <= start:
        return None
    return max(0.0, min(1.15, (today - start).days / (line.due - start).days))


def _sentence(line: DossierLine) -> str:
    dossier, time = line.dossier, line.time
    if dossier.state in ("sent", "overdue") and line.due:
        return tr("Answer due on {date}.", date=day_month(line.due))
    if time.given is not None and time.minimum is not None and time.short_by:
        return tr("Got {given} of {minimum} days.", given=time.given, minimum=time.minimum)
    if line.due:
        return tr("Advice before {date}.", date=day_month(line.due))
    return dossier.kind_words
