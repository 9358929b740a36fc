"""A whole letter on paper: Word and PDF say the same, and it breaks where it should."""

from dataclasses import replace

import pytest

from desktop.documents.document import words
from desktop.documents.pdf import pdf_bytes
from desktop.documents.word import word_bytes
from desktop.services.letters.build import letter_document
from desktop.services.letters.templates import kinds, standard
from tests.data.letter_dossier import full_material
from tests.documents import readback


@pytest.mark.parametrize("kind", kinds())
def test_word_and_pdf_say_the_same(kind):
    document = letter_document(full_material(kind), standard(kind))
    assert readback.word_words(word_bytes(document)) == words(document)
    assert readback.pdf_words(pdf_bytes(document)) == readback.expected_in_pdf(document)


def test_the_closing_is_on_one_page_with_words_before_it():
    for extra in range(0, 26, 3):
        room = full_material()
        view = room.view
        more = " ".join(["Dit is een zin om de brief langer te maken."] * 3)
        sections = view.sections | {"request": "\n\n".join([more] * extra)}
        room = replace(room, view=replace(view, sections=sections))
        pages = readback.page_texts(pdf_bytes(letter_document(room, standard("advice"))))
        [page] = [text for text in pages if "Met vriendelijke groet" in text]
        assert "Henk Terpstra" in page
        assert "Eén lid wil een lening" in page


def test_only_the_addressee_stands_in_the_address():
    document = letter_document(full_material(), standard("advice"))
    assert document.letterhead is not None
    assert document.letterhead.address == (
        "Aan het college van burgemeester en wethouders van Duinrede",
        "t.a.v. de heer D. Hofstee, wethouder",
        "Postbus 1",
        "1999 AA  DUINREDE",
    )
