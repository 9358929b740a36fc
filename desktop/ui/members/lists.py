"""The short lists around members: seats, working groups, tasks, what they know, other functions."""

from collections.abc import Callable
from datetime import date

from desktop.domain.dutch_dates import long_date
from desktop.domain.errors import CouncilError
from desktop.i18n import tr
from desktop.services.choices import choices as advice_choices
from desktop.services.members.kinds import choices, words
from desktop.ui.council.records import Records, RecordsPage, Shown
from desktop.ui.desk import Desk
from desktop.ui.fields import Line
from desktop.ui.form import Form, choice, date_line, line, lines


class MemberListPage(RecordsPage):
    """A list with one form, in the area of the members."""

    area = "members"
    tables = frozenset({"member", "seat", "tenure", "work_group", "duty", "expertise", "interest"})

    def __init__(self, desk: Desk, make: Callable[[Desk], Records]) -> None:
        super().__init__(desk, make(desk))


def seats(desk: Desk) -> Records:
    """Return the list of seats."""
    office = desk.office

    def form() -> Form:
        made = Form()
        made.add_row(tr("What is this seat called?"), line("name", tr("Seat for young people")))
        made.add_pair(
            (tr("What kind of seat?"), choice("kind", list(choices("seat").items()))),
            (tr("Role"), choice("role", list(advice_choices("role").items()))),
        )
        made.add_row(
            tr("Whose view does it bring?"),
            line("perspective"),
            tr("About the seat. What a member lives with is never kept."),
            optional=True,
        )
        made.add_row(tr("Of which organisation?"), line("organisation"), optional=True)
        made.add_row(tr("Exists until"), date_line("until"), optional=True)
        made.set_values({"kind": "personal", "role": "lid"})
        return made

    def shown() -> list[Shown]:
        holders = {view.row.id: view.holder for view in office.seats.seats(desk.today())}
        found: list[Shown] = []
        for row in office.seats.all():
            state = holders.get(row.id)
            who = state or tr("empty")
            if state is None:
                who = tr("no longer exists")
            # A view never stands beside a name: it is about the seat and not about a person.
            about = row.organisation or ("" if state else row.perspective)
            told = [who, about or words("seat", row.kind)]
            found.append(Shown(row.id, row.name, " · ".join(told), vars(row)))
        return found

    return Records(
        tr("Seats"),
        tr("The places in your council, also the empty ones."),
        tr("Add a seat"),
        tr("No seats yet. You can also do without."),
        "people",
        form,
        shown,
        lambda values: office.seats.add(**values),
        lambda seat, values: office.seats.change(seat, **values),
        office.seats.remove,
    )


def groups(desk: Desk) -> Records:
    """Return the list of working groups."""
    duties = desk.office.people.duties

    def form() -> Form:
        made = Form()
        made.add_row(tr("Name"), line("name", tr("Working group Transport")))
        made.add_row(tr("What is it for?"), lines("purpose", rows=2), optional=True)
        made.add_row(tr("Exists until"), date_line("until"), optional=True)
        return made

    def shown() -> list[Shown]:
        names = {one.id: one.name for one in desk.office.council.members()}
        found: list[Shown] = []
        for row in duties.groups():
            mine = [one.member_id for one in duties.duties() if one.group_id == row.id]
            who = ", ".join(dict.fromkeys(names[member] for member in mine if member in names))
            found.append(Shown(row.id, row.name, who or tr("nobody yet"), vars(row)))
        return found

    return Records(
        tr("Working groups"),
        tr("Who is in it, you say with the member itself."),
        tr("Add a working group"),
        tr("None yet."),
        "action",
        form,
        shown,
        lambda values: duties.add_group(**values),
        lambda group, values: duties.change_group(group, **values),
        duties.remove_group,
    )


def tasks(desk: Desk, member: int) -> Records:
    """Return the tasks of *member*."""
    duties, people = desk.office.people.duties, desk.office.people

    def form() -> Form:
        made = Form()
        made.add_row(tr("What is the task?"), line("name", tr("Keep the website up to date")))
        listed = [(None, tr("None")), *((one.id, one.name) for one in duties.groups(desk.today()))]
        made.add_row(tr("In which working group?"), choice("group_id", listed))
        made.add_row(
            tr("Hours per month"),
            hours_line("hours"),
            tr("Your own estimate, for yourself. Nobody compares."),
            optional=True,
        )
        return made

    def shown() -> list[Shown]:
        view = people.person(member)
        found: list[Shown] = []
        for row in view.duties:
            about = [view.groups.get(row.group_id or 0, ""), hours_words(row.hours)]
            found.append(Shown(row.id, row.name, " · ".join(filter(None, about)), vars(row)))
        return found

    return Records(
        tr("Tasks of {name}", name=people.person(member).row.name),
        tr("Who does what, so that others can find you."),
        tr("Add a task"),
        tr("None yet."),
        "action",
        form,
        shown,
        lambda values: duties.keep(None, member, values),
        lambda duty, values: duties.keep(duty, member, values),
        duties.remove,
    )


def knowledge(desk: Desk, member: int) -> Records:
    """Return what *member* can be asked about."""
    people, council = desk.office.people, desk.office.council

    def form() -> Form:
        made = Form()
        made.add_row(tr("What can others ask you about?"), line("subject"))
        fields = [(None, tr("None")), *((one.id, one.name) for one in council.domains())]
        made.add_row(tr("Field of policy"), choice("domain_id", fields))
        return made

    def shown() -> list[Shown]:
        fields = {one.id: one.name for one in council.domains()}
        return [
            Shown(row.id, row.subject, fields.get(row.domain_id or 0, ""), vars(row))
            for row in people.person(member).expertise
        ]

    return Records(
        tr("What {name} knows", name=people.person(member).row.name),
        tr("Experience counts as much as a diploma."),
        tr("Add something"),
        tr("Nothing yet."),
        "hint",
        form,
        shown,
        lambda values: people.keep_expertise(None, member, values),
        lambda row, values: people.keep_expertise(row, member, values),
        people.remove_expertise,
    )


def interests(desk: Desk, member: int) -> Records:
    """Return the other functions of *member*."""
    people = desk.office.people

    def form() -> Form:
        made = Form()
        made.add_row(tr("At which organisation?"), line("organisation", tr("Food bank Duinrede")))
        made.add_row(
            tr("What do you do there?"), line("function", tr("board member")), optional=True
        )
        made.add_row(
            tr("Words that bring this up"),
            line("words"),
            tr(
                "With commas between them. Does such a word stand in an agenda item? "
                "Then the app asks whether you take part."
            ),
            optional=True,
        )
        made.add_pair((tr("Told on"), date_line("told")), (tr("Until"), date_line("until")))
        return made

    def shown() -> list[Shown]:
        return [
            Shown(row.id, row.organisation, _about(row.function, row.until), vars(row))
            for row in people.person(member).interests
        ]

    return Records(
        tr("Other functions of {name}", name=people.person(member).row.name),
        tr("Told openly, so that nobody needs to wonder."),
        tr("Add another function"),
        tr("None told."),
        "raad",
        form,
        shown,
        lambda values: people.keep_interest(None, member, values),
        lambda row, values: people.keep_interest(row, member, values),
        people.remove_interest,
    )


def _about(function: str, until: date | None) -> str:
    ended = tr("until {date}", date=long_date(until)) if until else ""
    return " · ".join(filter(None, (function, ended)))


def hours_words(hours: float | None) -> str:
    """Return hours per month in words; nothing when nobody estimated them."""
    return tr("{n} hours per month", n=plain_number(hours)) if hours else ""


def plain_number(value: float | None) -> str:
    """Return *value* as people write it: "4" or "2,5"; empty without one."""
    return f"{value:g}".replace(".", ",") if value else ""


class _Hours(Line):
    """Hours per month as people write them ("2,5"); empty is None."""

    def value(self) -> float | None:
        words_ = str(super().value())
        if not words_:
            return None
        try:
            return float(words_.replace(",", "."))
        except ValueError as error:
            sentence = tr("Fill in the hours per month, for example 4.")
            raise CouncilError(sentence, self.objectName()) from error

    def set_value(self, value: object) -> None:
        super().set_value(plain_number(value) if isinstance(value, float) else value)


def hours_line(key: str) -> Line:
    """Return a field for hours per month; raises CouncilError where it is no number."""
    return _Hours(key)
