"""Make the minutes as a document: internal or public, in three styles, and the attendance list."""

from datetime import datetime

from desktop.documents.document import (
    Block,
    Cell,
    Document,
    Heading,
    Pairs,
    Paragraph,
    Table,
    Title,
    Together,
    runs,
)
from desktop.domain.attendance import Presence
from desktop.domain.dutch_dates import in_words, long_date, weekday_date
from desktop.domain.minutes import open_changes, presence_words
from desktop.i18n import tr, trn
from desktop.services.choices import words as choice
from desktop.services.letters.phrases import capital
from desktop.services.meetings.kinds import decides
from desktop.services.meetings.kinds import words as kind_words
from desktop.services.meetings.minutes_items import Paper, item_blocks, results
from desktop.services.meetings.minutes_look import MinutesView
from desktop.services.meetings.rows import AttendanceRow

_SPACE = "\xa0"


def minutes(
    view: MinutesView, paper: Paper, *, public: bool = False, made: datetime | None = None
) -> Document:
    """Return the minutes; *public* leaves out closed items, guests without consent and names.

    Both versions have the same numbers: of a closed item the number and the word "closed" stay. Of
    a meeting where not everyone may listen nothing is told.
    """
    meeting = view.meeting
    top = Title(tr("Minutes of the meeting"), subtitle=_subtitle(view, public=public))
    body: list[Block] = [top, *_told(view, paper, public=public)]
    state = [] if view.adopted else [tr("concept")]
    if public:
        state.append(tr("public version"))
    day = long_date(view.day)
    return Document(
        title=tr("Minutes of {day}", day=day),
        blocks=tuple(body),
        author=paper.council,
        footer=tr("{council}, minutes {day}", council=paper.council, day=day),
        sender_mark=paper.logo,
        state=", ".join(state),
        made=made,
        as_of=(meeting.closed or meeting.starts).date(),
    )


def attendance_list(view: MinutesView, paper: Paper) -> Document:
    """Return who was there, with a place to sign when the meeting must still begin."""
    before = not any(one.way != "expected" for one in view.attendance)
    head = [tr("Name"), tr("Role"), tr("Signature") if before else tr("Present")]
    numbers = _numbers(view)
    rows = tuple(
        (
            Cell(runs(one.name)),
            Cell(runs(_role(one))),
            Cell(runs("" if before else presence_words(_presence(one), numbers))),
        )
        for one in view.attendance
    )
    day = long_date(view.day)
    return Document(
        title=tr("Attendance list {day}", day=day),
        blocks=(
            Title(tr("Attendance list"), subtitle=_when(view)),
            Table(tuple(head), rows, (52.0, 48.0, 50.0)),
            *(() if before else tuple(_quorum(view, paper))),
        ),
        author=paper.council,
        footer=tr("{council}, attendance list {day}", council=paper.council, day=day),
        sender_mark=paper.logo,
        as_of=view.day,
    )


# ---- the head ----------------------------------------------------------------------------------


def _told(view: MinutesView, paper: Paper, *, public: bool) -> list[Block]:
    """Return everything below the title."""
    if public and not view.meeting.public:
        return [Paragraph(runs(tr("This meeting was not public. Its minutes are for members.")))]
    told: list[Block] = [_attendance(view, public=public)] if view.attendance else []
    told += _quorum(view, paper)
    for part in view.items:
        told += item_blocks(part, view, paper, public=public)
    if view.rest and not public:
        told += [Heading(tr("Agreed as well"), item=True), results(view.rest, view, paper)]
    return told + _adoption(view, public=public)


def _subtitle(view: MinutesView, *, public: bool) -> str:
    if view.adopted and view.adopted_on:
        state = tr("Adopted on {day}", day=long_date(view.adopted_on))
    else:
        state = tr("Concept: not yet adopted")
    kind = tr("Public version") if public else tr("For members only")
    return "\n".join([_when(view), f"{state}. {kind}."])


def _when(view: MinutesView) -> str:
    meeting = view.meeting
    start = meeting.opened or meeting.starts
    place = ", ".join(filter(None, (meeting.place, meeting.room)))
    name = meeting.title.strip() or kind_words("meeting", meeting.kind)
    hours = _clock(start)
    if meeting.closed:
        hours = tr("{start} to {end}", start=hours, end=_clock(meeting.closed))
    words = tr("{name} of {day}, {hours} hours", name=name, day=weekday_date(view.day), hours=hours)
    return ", ".join(filter(None, (words, place))).replace(" uur", f"{_SPACE}uur")


def _clock(moment: datetime) -> str:
    return f"{moment:%H.%M}"


def _numbers(view: MinutesView) -> dict[int, str]:
    return {part.item.id: part.item.number for part in view.items if part.item.number}


def _presence(one: AttendanceRow) -> Presence:
    return Presence(one.way, one.from_item, one.to_item)


def _role(one: AttendanceRow) -> str:
    return choice("role", one.role).lower() if one.member_id is not None else one.role


def _attendance(view: MinutesView, *, public: bool) -> Table:
    numbers = _numbers(view)
    rows: list[tuple[Cell, ...]] = []
    for one in view.attendance:
        duties = [_role(one)]
        if one.name and one.name == view.chair and one.role != "voorzitter":
            duties.append(tr("chairs the meeting"))
        if one.name and one.name == view.note_taker:
            duties.append(tr("takes the minutes"))
        role = ", ".join(filter(None, duties))
        named = one.named_in_public or not public
        rows.append(
            (
                Cell(runs(one.name if named else tr("a guest"))),
                Cell(runs(role if named else "")),
                Cell(runs(presence_words(_presence(one), numbers, public=public))),
            )
        )
    return Table((tr("Name"), tr("Role"), tr("Present")), tuple(rows), (52.0, 48.0, 50.0))


def _quorum(view: MinutesView, paper: Paper) -> list[Block]:
    if not view.members_listed or not view.members_there:
        return []
    count = trn(
        "{there} of the {all} members is there.",
        "{there} of the {all} members are there.",
        view.members_there,
        there=capital(in_words(view.members_there)),
        all=in_words(view.members_listed),
    )
    if paper.quorum is None or not decides(view.meeting.kind):
        return [Paragraph(runs(count))]
    enough = view.members_there >= paper.quorum
    told = tr("That is enough to decide.") if enough else tr("That is too few to decide.")
    return [Paragraph(runs(f"{count} {told}"))]


# ---- the end -----------------------------------------------------------------------------------


def _adoption(view: MinutesView, *, public: bool) -> list[Block]:
    if view.adopted and view.adopted_on:
        lines = [line for line in view.meeting.adopted_changes.splitlines() if line.strip()]
        day, changes = long_date(view.adopted_on), lines or [tr("none")]
        if public:
            changes = open_changes(changes, closed_numbers(view))
    else:
        day, changes = "_" * 26, [tr("none / these: {line}", line="_" * 34)]
    items = ((tr("Adopted on"), runs(day)), (tr("Changes"), runs("\n".join(changes))))
    signed: list[Block] = []
    roles = (choice("role", "voorzitter").lower(), tr("takes the minutes"))
    for name, role in zip((view.chair, view.note_taker), roles, strict=True):
        if name:
            words = f"{name}, {role}"
            words = tr("signed: {who}", who=words) if public else words
            signed.append(Paragraph(runs(words), "signature"))
    return [Together((Heading(tr("Adoption")), Pairs(items), *signed))]


def closed_numbers(view: MinutesView) -> list[str]:
    """Return the numbers of the closed items."""
    return [part.item.number for part in view.items if not part.public and part.item.number]
