"""Minutes and lists on paper: Word and PDF say the same, in both versions and every style."""

from datetime import date
from pathlib import Path

import pytest

from desktop.documents.document import Document, words
from desktop.documents.pdf import pdf_bytes
from desktop.documents.word import word_bytes
from desktop.models.store import Store
from desktop.services.council import CouncilDesk
from desktop.services.meetings import minutes_files, minutes_out
from desktop.services.meetings.minutes import MinutesDesk
from tests.data.held_meeting import hold
from tests.documents import readback
from tests.documents.validating import complaints


@pytest.fixture
def documents(store: Store) -> list[Document]:
    """Every document of this area, made from one meeting."""
    meeting = hold(store).meeting
    council = CouncilDesk(store)
    desk, paper, today = (
        MinutesDesk(store, council),
        minutes_files.paper(store),
        date(2026, 3, 20),
    )
    made = [
        minutes_out.attendance_list(desk.view(meeting), paper),
        minutes_files.action_list(store, paper, today),
        minutes_files.promise_list(store, paper, today),
        minutes_files.decision_list(store, paper, today, None),
        minutes_files.action_list(store, paper, today, public=True),
        minutes_files.decision_list(store, paper, today, None, public=True),
    ]
    for style in ("items", "decisions", "extensive"):
        desk.set_style(meeting, style)
        made += [desk.document(meeting, public=public) for public in (False, True)]
    return made


def test_word_and_pdf_say_the_same(documents):
    assert len(documents) == 12
    for document in documents:
        assert readback.word_words(word_bytes(document)) == words(document)
        assert readback.pdf_words(pdf_bytes(document)) == readback.expected_in_pdf(document)


@pytest.mark.validators
def test_both_validators_accept_them(documents, tmp_path: Path):
    assert complaints(documents, tmp_path) == []
