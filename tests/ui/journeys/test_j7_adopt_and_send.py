"""J7: the council decides, the letter is looked over, and it goes out."""

from datetime import date
from pathlib import Path

import pytest

from desktop.domain.dutch_dates import long_date
from desktop.i18n import tr
from desktop.ui.advice.dossier import DossierPage
from desktop.ui.advice.letter import LetterPage
from desktop.ui.desk import Desk
from desktop.ui.places import open_dossier
from tests.data.make_request import QUESTIONS, REPLY_BY, SENT, SUBJECT
from tests.ui.driver import Person
from tests.ui.journeys.conftest import REPLY_ARTICLE

MOST_STEPS = 6
TODAY = date(2026, 6, 23)
MINORITY = "Eén lid wil meer loketten."
REPLY_DUE = date(2026, 8, 18)  # eight weeks later


@pytest.fixture
def today() -> date:
    """The Tuesday of the meeting."""
    return TODAY


@pytest.fixture
def dossier(our_council: Desk, today: date) -> int:
    """A complete draft that lies before the council, on the screen."""
    office = our_council.office
    number = office.dossiers.start(
        SUBJECT,
        SENT,
        questions=QUESTIONS,
        received=SENT,
        reply_by=REPLY_BY,
        phase="preparation",
        level_offered="advise",
    )
    office.dossiers.move(number, "intake", SENT)
    office.dossiers.move(number, "drafting", SENT)
    office.drafts.write(number, "summary", "Wij zijn het eens met hulp in de buurt.")
    office.drafts.write(number, "residents", "Wij spraken 23 inwoners.")
    advice = office.drafts.add_recommendation(
        number,
        what="Geef elke wijk een vast loket.",
        by_whom="de gemeente",
        by_when="voor 1 januari 2027",
        why="Mensen zoeken nu te lang.",
    )
    office.evidence.add_group(number, "Ouderen", heard=True, people=23, how="koffieochtend")
    office.evidence.add_group(number, "Jongeren", heard=False, how="niet bereikt")
    view = office.dossiers.view(number, today)
    office.dossiers.set_addressees(number, [row.id for row in office.council.addressees()])
    for question in view.questions:
        office.drafts.answer_with(question.id, [advice])
    office.dossiers.move(number, "discussing", today)
    open_dossier(our_council, number)
    return number


def test_adopt_check_and_send(
    our_council: Desk, person: Person, dossier: int, tmp_path: Path
) -> None:
    person.presses(tr("Record the decision"))
    person.types(tr("Members present"), "5")
    person.types(tr("For"), "4")
    person.types(tr("Against"), "1")
    person.types(
        tr("{label} (optional)", label=tr("Another opinion")), "Eén lid wil meer loketten."
    )
    person.presses(tr("Adopt the advice"))

    person.waits(lambda: isinstance(our_council.window.page, DossierPage))
    person.presses(tr("To the letter"))
    person.sees(tr("Ready to send?"), tr("Everything was looked at"))
    assert person.value_of(tr("Answer before")) == long_date(REPLY_DUE)
    person.presses(tr("Send the letter"))

    person.sees(tr("The letter is ready: Word, PDF and an e-mail with both."))
    person.sees(tr("Sent on {date}", date=long_date(TODAY)))
    person.sees(tr("Answer before: {date}", date=long_date(REPLY_DUE)), REPLY_ARTICLE)
    assert len(person.steps) <= MOST_STEPS, person.steps

    made = sorted(path.suffix for path in (tmp_path / tr("Letters")).iterdir())
    assert made == [".docx", ".eml", ".pdf"]
    view = our_council.office.dossiers.view(dossier, TODAY)
    assert view.dossier.state == "sent"
    (letter,) = view.letters
    assert letter.sent
    assert letter.reply_by == REPLY_DUE
    kept = {Path(paper.name).suffix for paper in view.papers if paper.kind == "letter"}
    assert kept == {".docx", ".pdf"}
    assert view.decision.minority_view == MINORITY
    assert isinstance(our_council.window.page, LetterPage)
