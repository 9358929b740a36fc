"""J2: an e-mail with a policy paper of forty pages comes in, and the app says what it means."""

from datetime import date
from pathlib import Path

import pytest

from desktop.domain.dutch_dates import long_date
from desktop.i18n import tr
from desktop.ui.advice.dossier import DossierPage
from desktop.ui.desk import Desk
from tests.data.make_request import (
    DECISION,
    PAPER_NAME,
    QUESTIONS,
    REFERENCE,
    REPLY_BY,
    SENT,
    SUBJECT,
    request_mail,
)
from tests.ui.driver import Person
from tests.ui.journeys.conftest import ARTICLE

MOST_STEPS = 4


@pytest.fixture
def today() -> date:
    """The day after the e-mail was sent."""
    return date(2026, 6, 9)


def test_a_dropped_mail_becomes_a_dossier_that_says_how_much_time_there_is(
    our_council: Desk, person: Person, tmp_path: Path
) -> None:
    mail = tmp_path / "Adviesaanvraag.eml"
    mail.write_bytes(request_mail())
    person.drops(mail)

    person.sees(tr("Is this right?"), PAPER_NAME)
    assert person.value_of(tr("What is it about?")) == SUBJECT
    assert person.value_of(tr("Who asks it?")) == "Gemeente Duinrede"
    assert person.value_of(tr("Received on")) == long_date(SENT)
    assert person.value_of(tr("Advice needed by")) == long_date(REPLY_BY)
    assert person.value_of(tr("Decision on")) == long_date(DECISION)
    questions = person.value_of(tr("{label} (optional)", label=tr("Their questions")))
    assert questions.splitlines() == list(QUESTIONS)
    person.sees(tr("This paper is hard to read (level 4 of 4)."))
    person.presses(tr("Start the advice"))

    person.waits(lambda: isinstance(our_council.window.page, DossierPage))
    person.sees(SUBJECT, *QUESTIONS, PAPER_NAME)
    person.sees("28", "42", "14", tr("Your minimum stands in: {source}.", source=ARTICLE))
    person.sees(tr("estimated level {level} of 4", level=4))
    person.sees(tr("Letter: ask for a summary"), tr("Put this in the letter"))
    assert len(person.steps) <= MOST_STEPS, person.steps

    (line,) = our_council.office.dossiers.lines(our_council.today())
    assert (line.dossier.received, line.dossier.reply_by) == (SENT, REPLY_BY)
    assert line.dossier.request_reference == REFERENCE
    assert line.time.short_by == 14
