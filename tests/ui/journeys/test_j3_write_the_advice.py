"""J3: from a question to a complete draft: parts, recommendations, answers, tips worked away."""

from datetime import date

import pytest

from desktop.i18n import tr
from desktop.services.advice.rows import DossierView
from desktop.services.choices import choices, words
from desktop.ui.advice.draft import DraftPage
from desktop.ui.desk import Desk
from desktop.ui.places import open_dossier
from tests.data.make_request import QUESTIONS, REPLY_BY, SENT, SUBJECT
from tests.ui.driver import Person

MOST_STEPS = 20
EASY_WORD = "Om"
SUMMARY = (
    "Wij zijn het eens met hulp in de buurt. Maak het wel eenvoudig om hulp te vragen. "
    "Teneinde mensen te bereiken is een vast gezicht nodig.\n"
    "De gemeente praat met betrekking tot hulp nu te weinig met jongeren."
)
VOICE = "Wij spraken 23 inwoners. Zij weten vaak niet waar zij hulp kunnen vragen."
ADVICE = (
    ("Geef elke wijk een vast loket.", "de gemeente", "Mensen zoeken nu te lang."),
    ("Laat elk gezin een vaste begeleider houden.", "het wijkteam", "Vertrouwen kost tijd."),
    ("Vraag jongeren mee te denken over het plan.", "de gemeente", "Zij zijn nu niet gehoord."),
)


@pytest.fixture
def today() -> date:
    """Two days after the question was sent."""
    return date(2026, 6, 10)


@pytest.fixture
def dossier(our_council: Desk) -> int:
    """The dossier as journey J2 leaves it, on the screen."""
    number = our_council.office.dossiers.start(
        SUBJECT, SENT, questions=QUESTIONS, received=SENT, reply_by=REPLY_BY
    )
    open_dossier(our_council, number)
    return number


def test_write_the_whole_advice(our_council: Desk, person: Person, dossier: int) -> None:
    def kept() -> DossierView:
        return our_council.office.dossiers.view(dossier, our_council.today())

    person.presses(tr("Put it in a row"))
    person.chooses(tr("How far is the municipality?"), choices("phase")["preparation"])
    person.chooses(tr("Influence they offer"), choices("rungs_five")["advise"])
    person.presses(tr("Ready"))
    person.presses(tr("Start writing"))

    headings = our_council.office.drafts.headings()
    person.waits(lambda: isinstance(our_council.window.page, DraftPage))
    person.sees(headings["summary"], words("section_help", "summary"))
    person.writes(SUMMARY)
    person.sees(tr("Replace by {words}", words=EASY_WORD))
    person.uses("F8")
    person.uses("Alt+1")
    person.uses("F8")
    person.uses("Alt+1")
    person.waits(lambda: "Om mensen te bereiken" in kept().sections.get("summary", ""))
    assert "met betrekking tot" not in kept().sections["summary"]

    person.presses(tr("{name}, {state}", name=headings["residents"], state=tr("still empty")))
    person.writes(VOICE)

    person.presses(tr("{name}, {state}", name=headings["recommendations"], state=tr("still empty")))
    for number, (what, by_whom, why) in enumerate(ADVICE, 1):
        person.presses(tr("Add a recommendation"))
        person.writes(what)  # the cursor stands in the new recommendation
        person.types(tr("By whom?"), by_whom, nth=number)
        person.types(tr("Why?"), why, nth=number)

    person.presses(tr("{name}, {state}", name=headings["questions"], state=tr("still empty")))
    for number in range(1, len(QUESTIONS) + 1):
        person.ticks(tr("Recommendation {n} answers this", n=number), nth=number)

    person.waits(lambda: all(question.settled for question in kept().questions))
    assert len(person.steps) <= MOST_STEPS, person.steps
    view = kept()
    assert view.sections["residents"] == VOICE
    assert [(a.what, a.by_whom, a.why) for a in view.recommendations] == list(ADVICE)
    assert [question.answered_by for question in view.questions] == [(1,), (2,), (3,)]
