"""What needs attention around new members, in kind words: nobody is ever behind."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from desktop.domain.dutch_dates import long_date
from desktop.i18n import tr
from desktop.services.members.programmes import Programmes
from desktop.services.members.rows_onboarding import ProgrammeRow, StepRow

if TYPE_CHECKING:
    from desktop.services.attention import Notice

_SOON = timedelta(days=7)
_REVIEW_SOON = timedelta(days=14)


def notices(programmes: Programmes, today: date) -> Iterator["Notice"]:
    """Give what is next for each new member, who has no buddy, who asked, who has no programme."""
    for row in programmes.all():
        if row.name == programmes.who:
            yield from _own(row, today)
            continue
        if not row.over:
            yield from _of_programme(row, today)
        yield from (_question(row, step) for step in row.steps if step.waiting_question)
    for member in programmes.newcomers(today):
        yield _notice(
            tr("{name} is new in the council", name=member.name),
            tr("Make a programme, so that {name} feels at home.", name=_first(member.name)),
            tr("no programme yet"),
            tr("Make a programme"),
            f"start:{member.id}",
            member.since if member.since and member.since > today else None,
        )


def _own(row: ProgrammeRow, today: date) -> Iterator["Notice"]:
    """Give the next step to the new member who works here."""
    step = row.next
    if step and step.due and step.due - today <= _SOON:
        yield _notice(
            step.title,
            tr("The next step of your programme. Take your time."),
            _when(step, today),
            tr("Begin"),
            f"now:{row.member_id}",
            max(step.due, today),
        )


def _of_programme(row: ProgrammeRow, today: date) -> Iterator["Notice"]:
    here = partial(_notice, place=f"programme:{row.id}")
    if row.buddy_id is None:
        yield here(
            tr("{name} has no buddy yet", name=row.name),
            tr("Somebody to call makes a new member feel at home."),
            tr("no buddy yet"),
            tr("Choose"),
            due=row.starts if row.starts > today else None,
        )
    step = row.next
    if step is None or step.due is None:
        return
    review = step.kind == "review"
    if step.due - today > (_REVIEW_SOON if review else _SOON):
        return
    if review:
        yield here(
            tr("Talk with {name} after three months", name=row.name),
            tr("How is it going? Plan three quarters of an hour together."),
            _when(step, today),
            tr("Look"),
            due=step.due,
        )
    else:
        yield here(
            f"{row.first_name}: {step.title[:1].lower()}{step.title[1:]}",
            tr("It may also be done later. Ask whether you can help."),
            _when(step, today),
            tr("Look"),
            due=max(step.due, today),
        )


def _question(row: ProgrammeRow, step: StepRow) -> "Notice":
    return _notice(
        tr("{name} has a question", name=row.name),
        step.question,
        tr("waits for you"),
        tr("Look"),
        f"programme:{row.id}",
        None,
    )


def _when(step: StepRow, today: date) -> str:
    if step.due is None or step.due < today:
        return tr("may still be done")
    if step.due == today:
        return tr("today")
    return tr("until {date}", date=long_date(step.due))


def _notice(
    title: str, why: str, state: str, button: str, place: str, due: date | None
) -> "Notice":
    from desktop.services.attention import Notice

    return Notice(title, why, state, "calm", button, "members", "buddy", due=due, place=place)


def _first(name: str) -> str:
    return name.partition(" ")[0]
