"""Lessons on paper: Word and PDF say the same, the picture has its words, both sizes are valid."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from desktop.documents.document import Document, Figure, walk, words
from desktop.documents.pdf import pdf_bytes
from desktop.documents.word import word_bytes
from desktop.services.members import lesson_out
from desktop.services.members.lessons import Lessons, save_booklet
from tests.documents import readback
from tests.documents.validating import complaints
from tests.example import example

TODAY = date(2026, 3, 10)


@pytest.fixture
def lessons(tmp_path: Path) -> Iterator[Lessons]:
    """The lessons of the sample council, so that its own advice and rules are in them."""
    office = example(tmp_path, TODAY)
    yield office.lessons
    office.close()


@pytest.fixture
def documents(lessons: Lessons) -> list[Document]:
    """Lessons with another picture each, in turn in large and in normal print."""
    keys = ("wet", "vijf-rechten", "ladder", "onze-geschiedenis")
    return [
        lesson_out.document(lessons.booklet(TODAY, key, large=place % 2 == 0))
        for place, key in enumerate(keys)
    ]


def test_word_and_pdf_say_the_same(documents: list[Document]):
    for document in documents:
        assert readback.word_words(word_bytes(document)) == words(document)
        assert readback.pdf_words(pdf_bytes(document)) == readback.expected_in_pdf(document)


def test_a_lesson_on_paper_says_what_the_screen_says(lessons: Lessons):
    lesson = lessons.lesson("hoe-een-advies-loopt")
    document = lesson_out.document(lessons.booklet(TODAY, lesson.key, large=True))
    said = " ".join(words(document))
    for part in lesson.parts:
        assert part.heading in said
        assert all(paragraph in said for paragraph in part.paragraphs)
        assert all(rule.text in said and rule.source in said for rule in part.legal)
    for question in lesson.questions:
        assert question.text in said
        assert all(answer.text in said for answer in question.answers)
        assert next(one.feedback for one in question.answers if one.right) in said
    assert "nagekeken op" in said
    assert "Bijzondere bijstand" in said, "the advice of the own council"


def test_the_picture_is_told_to_who_cannot_see_it(documents: list[Document]):
    figures = [
        block for one in documents for block in walk(one.blocks) if isinstance(block, Figure)
    ]
    assert len(figures) == len(documents)
    for figure in figures:
        assert len(figure.alt) > 40, figure.alt
        assert figure.png.startswith(b"\x89PNG")


def test_the_files_bear_the_word_les(lessons: Lessons, tmp_path: Path):
    made = save_booklet(lessons.booklet(TODAY, "ladder", large=True), tmp_path)
    assert [path.name for path in made] == [
        "Les De ladder hoeveel telt uw stem (grote letters).docx",
        "Les De ladder hoeveel telt uw stem (grote letters).pdf",
    ]
    assert lesson_out.document(lessons.booklet(TODAY)).title == "Lessen voor leden"


@pytest.mark.validators
def test_both_validators_accept_them(documents: list[Document], lessons: Lessons, tmp_path: Path):
    documents = [*documents, lesson_out.document(lessons.booklet(TODAY))]
    assert complaints(documents, tmp_path) == []
