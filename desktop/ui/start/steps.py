"""The five steps of the first start: what each asks, and why."""

from collections.abc import Callable
from typing import Any

from desktop.i18n import tr
from desktop.services.choices import choices, words
from desktop.ui.buttons import ChoiceCards, Tick
from desktop.ui.fields import secret
from desktop.ui.form import Form, choice, line, lines, number

TERMS = ("advice_minimum", "reply_term", "quorum")
CONTACT = 1
"""The step with the address, where a logo can be chosen."""

Step = tuple[Callable[[], str], Callable[[], str], Callable[[], Form]]


def _name() -> Form:
    form = Form()
    form.add_row(tr("Name of the council"), line("name", tr("Client council of Duinrede")))
    form.add_pair(
        (tr("What kind of council?"), choice("kind", list(choices("council_kind").items()))),
        (tr("Municipality"), line("municipality")),
    )
    people = [(key, label, "") for key, label in choices("person_word").items()]
    form.add_row(
        tr("For whom do you speak?"),
        ChoiceCards(tr("For whom do you speak?"), people, "person_word"),
        tr("Letters and lessons use this word."),
    )
    form.set_values({"person_word": "inwoner", "kind": "sociaal_domein"})
    return form


def _contact() -> Form:
    form = Form()
    form.add_row(
        tr("Address on the letter"),
        lines("address", rows=2, hint=tr("Postbus 12, 1999 DR DUINREDE")),
        optional=True,
    )
    form.add_pair((tr("Place"), line("place")), (tr("E-mail of the council"), line("email")))
    for key, label in choices("suggested_domain").items():
        form.add_row(label, Tick(label, "", f"domain_{key}"))
    return form


def _people() -> Form:
    form = Form()
    roles = list(choices("role").items())
    form.add_pair((tr("Your name"), line("me")), (tr("Your role"), choice("my_role", roles)))
    form.add_row(
        tr("The other members"),
        lines("others", rows=4, hint=tr("Fatima el Amrani, voorzitter")),
        tr("One on each line. Behind the name a comma and the role, if there is one."),
        optional=True,
    )
    form.set_values({"my_role": "secretaris"})
    return form


def _terms() -> Form:
    form = Form()
    units = [(key, choices("unit")[key]) for key in ("days", "weeks", "months")]
    sources = list(choices("source_kind").items())
    for kind in TERMS:
        amount = number(f"{kind}_amount", 0, 999)
        stands = (tr("Where does it stand?"), line(f"{kind}_source"))
        source = (tr("What is that?"), choice(f"{kind}_source_kind", sources))
        label = words("norm_help", kind)
        if kind == "quorum":
            form.add_pair((label, amount), stands, source)
        else:
            form.add_pair((label, amount), (tr("Unit"), choice(f"{kind}_unit", units)))
            form.add_pair(stands, source)
    return form


def _safe() -> Form:
    form = Form()
    form.add_row(
        tr("Where shall the file be?"), line("path"), tr("One file holds everything, locked.")
    )
    for key, label, help_text in (
        (
            "passphrase",
            tr("Passphrase"),
            tr("Three or four words that only you would put together."),
        ),
        ("again", tr("The same once more"), ""),
    ):
        form.add_row(label, secret(key), help_text)
    return form


STEPS: tuple[Step, ...] = (
    (
        lambda: tr("What is your council called?"),
        lambda: tr("These words come on every letter. You can always change them."),
        _name,
    ),
    (
        lambda: tr("How can people reach you?"),
        lambda: tr("This stands at the top of your letters. Tick what you advise on."),
        _contact,
    ),
    (
        lambda: tr("Who is in the council?"),
        lambda: tr("Chair and secretary sign the letters."),
        _people,
    ),
    (
        lambda: tr("What did you agree with the municipality?"),
        lambda: tr("No law gives a number of days. Leave empty what was not agreed."),
        _terms,
    ),
    (
        lambda: tr("Keep it safe"),
        lambda: tr("Everything stays on this computer, behind a passphrase."),
        _safe,
    ),
)


def chosen_domains(values: dict[str, Any]) -> tuple[str, ...]:
    """Return the names of the fields of policy that were ticked."""
    return tuple(
        label for key, label in choices("suggested_domain").items() if values.get(f"domain_{key}")
    )
