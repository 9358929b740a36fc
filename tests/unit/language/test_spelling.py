"""Spelling: finds slips, leaves names alone, learns the council's words."""

import pytest

from desktop.language import analyse
from desktop.language.spelling import Speller

pytest.importorskip("hunspell")


@pytest.fixture(scope="module")
def speller():
    return Speller(["Duinrede"])


def test_a_slip_is_found_with_its_place(speller):
    text = "Wij 😀 vinden dit een goede vergadreing."
    (hint,) = speller.check(text)
    assert (hint.text, text[hint.start : hint.end]) == ("vergadreing", "vergadreing")
    assert hint.suggestions == ()
    assert "vergadering" in speller.suggest("vergadreing")


def test_names_links_and_short_forms_are_left_alone(speller):
    text = "Mevrouw Zwaluwstaart van de VNG mailt naar xqz@raad.nl over art. 3 van Duinrede."
    assert speller.check(text) == ()


def test_new_compounds_of_known_words_are_right(speller):
    assert speller.check("Het cliëntenraadoverleg is vandaag.") == ()


def test_a_word_can_be_added(speller):
    assert not speller.is_right("blorkig")
    speller.add("Blorkig")
    assert speller.is_right("blorkig")


def test_long_words_get_no_suggestions(speller):
    assert speller.suggest("gemeenteraadsverkiezinng") == ()


def test_analyse_leaves_spelling_out():
    assert "spelling" not in {hint.kind for hint in analyse("Een ide van blorkig.").hints}
