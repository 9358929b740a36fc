"""Both files say the same words as the document, in the same order."""

import pytest
from hypothesis import HealthCheck, given, settings

from desktop.documents.document import words
from desktop.documents.pdf import pdf_bytes
from desktop.documents.word import word_bytes

from .generate import DOCUMENTS
from .readback import expected_in_pdf, pdf_words, word_words
from .samples import everything


@pytest.mark.parametrize(("name", "document"), everything())
def test_samples_say_the_same(name, document):
    said = words(document)
    assert len(said) > 40, name
    assert word_words(word_bytes(document)) == said
    assert pdf_words(pdf_bytes(document)) == said


@settings(max_examples=60, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
@given(DOCUMENTS)
def test_any_document_says_the_same(document):
    assert word_words(word_bytes(document)) == words(document)
    assert pdf_words(pdf_bytes(document)) == expected_in_pdf(document)
