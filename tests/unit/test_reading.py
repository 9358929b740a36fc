"""The hardest words of a paper: each once, explained, no names."""

from pathlib import Path

from desktop.services.reading import hardest_terms

PAPER = (
    "De verordening noopt tot herijking. Verordeningen van mevrouw Draagvlak zijn nieuw. "
    "Het beleid moet dit bewerkstelligen. Dat is bewerkstelligd. Hij bewerkstelligt veel. "
    "De verordening geldt. De nieuwe verordening is beter dan de oude verordening."
)
DATA = Path(__file__).parents[1] / "data"


def test_forms_of_one_word_are_one_term_with_all_their_times():
    terms = hardest_terms(PAPER)
    names = [term.term for term in terms]
    assert len(set(names)) == len(names)
    times = {term.term: term.times for term in terms}
    assert times["verordening"] == 5
    assert times["bewerkstelligen"] == 3


def test_a_name_is_no_hard_word():
    assert "draagvlak" not in [term.term for term in hardest_terms(PAPER)]


def test_what_is_used_more_goes_first():
    terms = [term.term for term in hardest_terms(PAPER)]
    assert terms.index("verordening") < terms.index("herijking")


def test_every_term_is_explained_in_one_sentence():
    for path in DATA.glob("SYN_*.txt"):
        for term in hardest_terms(path.read_text("utf-8")):
            assert term.meaning.endswith((".", "?"))
            assert len(term.meaning.split()) <= 20, term
            assert term.times >= 1


def test_ten_at_most_and_none_without_text():
    text = (DATA / "SYN_07_reactie_college_officialese.txt").read_text("utf-8")
    assert len(hardest_terms(text)) <= 10
    assert len(hardest_terms(text, 3)) == 3
    assert hardest_terms("") == []
    assert hardest_terms("Wij lopen naar het park.") == []
