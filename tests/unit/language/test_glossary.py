"""The glossary on a word, in whatever form it stands."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.language.glossary import explain, explain_at, term_at, word_at


@pytest.mark.parametrize(
    ("words", "term", "said"),
    [
        ("Verordeningen", "verordening", "Regels die de gemeenteraad heeft vastgesteld."),
        ("adviesraad sociaal domein", "adviesraad sociaal domein", "samen"),
        ("o.a.", "o.a.", "onder andere"),
        ("bewerkstelligd", "bewerkstelligen", "zorgen voor"),
        ("ten aanzien van", "ten aanzien van", "over"),
    ],
)
def test_a_word_is_explained_in_every_form(words, term, said):
    found = explain(words)
    assert found is not None
    assert found.term == term
    assert said in found.meaning


def test_a_plain_word_has_no_explanation():
    assert explain("fiets") is None
    assert explain("") is None


def test_the_longest_term_around_the_cursor_wins():
    text = "Onze adviesraad sociaal domein schrijft ten aanzien van de Wmo."
    for word in ("adviesraad", "sociaal", "domein"):
        assert explain_at(text, text.index(word) + 1).term == "adviesraad sociaal domein"
    assert explain_at(text, text.index("aanzien")).term == "ten aanzien van"
    assert explain_at(text, len(text) - 1).term == "Wmo"
    assert explain_at(text, 1) is None
    assert word_at(text, 1) == "Onze"
    assert word_at("a  b", 2) == ""


@settings(max_examples=50, derandomize=True)
@given(st.text(max_size=60), st.integers(0, 60))
def test_any_text_at_any_place(text, place):
    assert word_at(text, place) in text
    explain_at(text, place)


@pytest.mark.parametrize("words", ["wij", "Wij", "om", "mee", "Zin", "grip"])
def test_an_everyday_word_is_no_short_form(words):
    assert explain(words) is None
    assert explain_at(f"Kom {words} allen", 5) is None


@pytest.mark.parametrize("words", ["WIJ", "MEE", "Wmo", "wmo", "uwv", "o.a.", "pgb"])
def test_a_short_form_is_still_told(words):
    assert explain(words).meaning.startswith("Dit is kort voor")


def test_under_the_mouse_only_terms_are_told_no_tips():
    assert explain_at("Indien u komt", 2) is not None
    assert term_at("Indien u komt", 2) is None
    assert term_at("De verordening", 5).term == "verordening"
