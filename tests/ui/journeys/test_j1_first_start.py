"""J1: the first start, until there is a council that says what to do first."""

from pathlib import Path

from desktop.i18n import tr
from desktop.services.choices import choices, words
from desktop.ui.app import App
from tests.ui.driver import Person
from tests.ui.journeys.conftest import ARTICLE, REPLY_ARTICLE

MOST_STEPS = 12


def test_from_first_start_to_a_council_of_our_own(
    app: App, person: Person, home: Path, opened_files: list[Path], qtbot
) -> None:
    app.begin()
    qtbot.waitUntil(app.start_window.isActiveWindow)
    person.sees(tr("Welcome to Samenspraak"))
    person.presses(tr("Make your council"))

    person.writes("Cliëntenraad Duinrede")  # the cursor stands in the first field
    person.types(tr("Municipality"), "Duinrede")
    person.presses(tr("Go on"))

    person.types(tr("E-mail of the council"), "secretaris@clientenraad-duinrede.example")
    person.presses(tr("Go on"))

    person.types(tr("Your name"), "Henk Terpstra")
    person.types(
        tr("{label} (optional)", label=tr("The other members")), "Fatima el Amrani, voorzitter"
    )
    person.presses(tr("Go on"))

    person.types(words("norm_help", "advice_minimum"), "42")
    person.types(tr("Where does it stand?"), ARTICLE)
    person.types(words("norm_help", "reply_term"), "8")
    person.chooses(tr("Unit"), choices("unit")["weeks"], nth=2)
    person.types(tr("Where does it stand?"), REPLY_ARTICLE, nth=2)
    person.presses(tr("Go on"))

    person.sees(str(home / "Documents" / "Samenspraak" / "Cliëntenraad Duinrede.samenspraak"))
    person.types(tr("Passphrase"), "vier natte blauwe stoelen")
    person.types(tr("The same once more"), "vier natte blauwe stoelen")
    person.presses(tr("Make the council"))

    person.sees(tr("Your recovery sheet"))
    person.presses(tr("Make the sheet (PDF)"))
    person.waits(lambda: bool(opened_files), "the sheet does not open")
    assert opened_files[0].read_bytes().startswith(b"%PDF")
    person.presses(tr("To your council"))

    person.waits(lambda: app.desk is not None and app.desk.window.isActiveWindow())
    person.sees("Cliëntenraad Duinrede", "Henk", tr("Start with your first advice"))
    assert person.focus().text() == tr("Open a letter")
    assert len(person.steps) <= MOST_STEPS, person.steps

    council = app.desk.office.council
    assert council.profile().name == "Cliëntenraad Duinrede"
    assert {m.name: m.role for m in council.members()} == {
        "Henk Terpstra": "secretaris",
        "Fatima el Amrani": "voorzitter",
    }
    assert [(n.kind, n.amount, n.unit, n.source) for n in council.norms()] == [
        ("advice_minimum", 42, "days", ARTICLE),
        ("reply_term", 8, "weeks", REPLY_ARTICLE),
    ]


def test_one_step_back_keeps_what_was_typed(app: App, person: Person, qtbot) -> None:
    app.begin()
    qtbot.waitUntil(app.start_window.isActiveWindow)
    person.presses(tr("Make your council"))
    person.writes("Cliëntenraad Duinrede")
    person.presses(tr("Go on"))
    person.types(tr("Place"), "Duinrede")
    person.uses("Esc")
    assert person.value_of(tr("Name of the council")) == "Cliëntenraad Duinrede"
    person.presses(tr("Go on"))
    assert person.value_of(tr("Place")) == "Duinrede"
