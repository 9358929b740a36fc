"""The lists of the council: addressees, ordinances, municipalities and fields of policy."""

from typing import Any

from desktop.domain.dutch_dates import long_date
from desktop.i18n import tr
from desktop.services.choices import choices, words
from desktop.services.council import Named
from desktop.ui.council.records import Records, Shown
from desktop.ui.desk import Desk
from desktop.ui.form import Form, choice, date_line, line, lines


def addressees(desk: Desk) -> Records:
    """Return the list of everyone the council writes to."""
    council = desk.office.council

    def form() -> Form:
        made = Form()
        made.add_row(tr("Name"), line("name"), tr("For example: College of Duinrede."))
        made.add_row(tr("For the attention of"), line("attention"), optional=True)
        made.add_row(
            tr("Address"),
            lines("address", rows=2),
            tr("Street or postbox, then postcode and place."),
            optional=True,
        )
        made.add_row(tr("Salutation"), line("salutation", tr("Geacht college,")))
        made.add_row(tr("E-mail"), line("email"), optional=True)
        made.add_row(tr("Municipality"), choice("municipality_id", _municipalities(desk)))
        return made

    def shown() -> list[Shown]:
        return [
            Shown(
                row.id,
                row.name,
                row.attention or row.address.replace("\n", ", "),
                {**vars(row), "municipality_id": str(row.municipality_id or "")},
            )
            for row in council.addressees()
        ]

    return Records(
        tr("To whom do you write?"),
        tr("With a name and address your letters are ready at once."),
        tr("Add an addressee"),
        tr("Nobody yet."),
        "letter",
        form,
        shown,
        lambda values: council.add_addressee(**values),
        lambda record, values: council.change("addressee", record, **values),
        lambda record: council.remove("addressee", record),
        _with_municipality,
    )


def ordinances(desk: Desk) -> Records:
    """Return the list of ordinances and agreements."""
    council = desk.office.council

    def form() -> Form:
        made = Form()
        made.add_row(tr("What is it called?"), line("title"))
        made.add_pair(
            (tr("What is it?"), choice("status", list(choices("legal_status").items()))),
            (tr("Since"), date_line("since")),
        )
        made.add_row(tr("Municipality"), choice("municipality_id", _municipalities(desk)))
        made.add_row(tr("What does it give your council?"), lines("note", rows=4), optional=True)
        made.set_values({"status": "verordening"})
        return made

    def shown() -> list[Shown]:
        return [
            Shown(
                row.id,
                row.title,
                ", ".join(
                    part
                    for part in (
                        words("legal_status", row.status),
                        long_date(row.since) if row.since else "",
                    )
                    if part
                ),
                {**vars(row), "municipality_id": str(row.municipality_id or "")},
            )
            for row in council.ordinances()
        ]

    return Records(
        tr("Ordinances and agreements"),
        tr("What your rights rest on. Letters name the right article."),
        tr("Add an ordinance or agreement"),
        tr("Nothing yet. Ask the municipality for the ordinance about your council."),
        "file",
        form,
        shown,
        lambda values: council.add_ordinance(**values),
        lambda record, values: council.change("ordinance", record, **values),
        lambda record: council.remove("ordinance", record),
        _with_municipality,
    )


def municipalities(desk: Desk) -> Records:
    """Return the list of municipalities."""
    council = desk.office.council
    return Records(
        tr("Municipalities"),
        tr("For which municipalities do you advise?"),
        tr("Add a municipality"),
        tr("None yet."),
        "raad",
        _name_form,
        lambda: _named(council.municipalities()),
        lambda values: council.add_municipality(values["name"]),
        lambda record, values: council.change("municipality", record, **values),
        lambda record: council.remove("municipality", record),
    )


def domains(desk: Desk) -> Records:
    """Return the list of fields of policy."""
    council = desk.office.council
    return Records(
        tr("Fields of policy"),
        tr("What do you advise on?"),
        tr("Add a field of policy"),
        tr("None yet."),
        "lesson",
        _name_form,
        lambda: _named(council.domains()),
        lambda values: council.add_domain(values["name"]),
        lambda record, values: council.change("domain", record, **values),
        lambda record: council.remove("domain", record),
    )


def _name_form() -> Form:
    made = Form()
    made.add_row(tr("Name"), line("name"))
    return made


def _named(rows: list[Named]) -> list[Shown]:
    return [Shown(row.id, row.name, "", {"name": row.name}) for row in rows]


def _municipalities(desk: Desk) -> list[tuple[str, str]]:
    rows = desk.office.council.municipalities()
    return [("", tr("None")), *((str(row.id), row.name) for row in rows)]


def _with_municipality(values: dict[str, Any]) -> dict[str, Any]:
    chosen = str(values["municipality_id"] or "")
    return {**values, "municipality_id": int(chosen) if chosen else None}
