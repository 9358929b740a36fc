"""A simpler word is offered only in a form that fits the sentence."""

import pytest

from desktop.language import analyse
from desktop.language.fit import replacements
from desktop.language.tokens import Sentence
from desktop.language.wordlist import index


def offered(text: str, word: str) -> tuple[str, ...]:
    """Return what the hint on *word* in *text* offers to put in its place."""
    return next(hint.suggestions for hint in analyse(text).hints if hint.text == word)


@pytest.mark.parametrize(
    ("text", "word", "simpler"),
    [
        # Article: "de resultaat" is wrong, and so is "een regels".
        ("De outcome is klaar.", "outcome", ()),
        ("Een outcome is klaar.", "outcome", ("resultaat",)),
        ("De evolutie is klaar.", "evolutie", ("ontwikkeling",)),
        ("Er komt een verordening.", "verordening", ()),
        ("Dat staat in de verordening.", "verordening", ("regels van de gemeente",)),
        # Number: a word without a plural cannot stand for one.
        ("De modificaties zijn klaar.", "modificaties", ("wijzigingen",)),
        ("De allianties zijn klaar.", "allianties", ()),
        ("De equivalenten zijn klaar.", "equivalenten", ()),
        # The parts of a verb: "deelt in het plan" and "te oplossen" are no Dutch.
        ("De gemeente categoriseert het plan.", "categoriseert", ()),
        ("De gemeente gaat het plan categoriseren.", "categoriseren", ("indelen",)),
        ("Het is goed om het risico te ondervangen.", "ondervangen", ()),
        ("Het is goed om het plan te verifiëren.", "verifiëren", ("controleren",)),
        ("De gemeente onderschrijft het plan.", "onderschrijft", ("is het eens met",)),
        ("De gemeente heeft het plan gecreëerd.", "gecreëerd", ("gemaakt",)),
        ("Zij werkt faciliterend.", "faciliterend", ()),
        ("Een faciliterende rol.", "faciliterende", ()),
        # Before a noun: an adjective that can be inflected.
        ("Dit is een frequent probleem.", "frequent", ()),
        ("Dit is een permanente keuze.", "permanente", ("vaste", "blijvende")),
    ],
)
def test_what_is_offered_fits(text, word, simpler):
    assert offered(text, word) == simpler


def test_a_verb_in_two_parts_goes_around_the_words_between():
    hint = analyse("De raad vangt morgen met het werk aan.").hints[0]
    assert hint.text == "vangt morgen met het werk aan"
    assert hint.suggestions == (
        "begint morgen met het werk",
        "start morgen met het werk",
    )


def test_must_said_the_old_way():
    hint = analyse("De gemeente dient het geld te betalen.").hints[0]
    assert (hint.text, hint.suggestions) == ("dient het geld te", ("moet het geld",))
    assert not analyse("De gemeente dient een klacht in.").hints


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Wij hebben het begrip gedefinieerd.", "gedefinieerd"),
        ("Dat gaat veel efficiënter dan toen.", "efficiënter"),
        ("De procesevaluatie komt in mei.", "procesevaluatie"),
        ("De beleidscontext is oud.", "beleidscontext"),
    ],
)
def test_hard_words_are_found_in_every_form(text, word):
    assert any(hint.text == word and hint.kind == "difficult_word" for hint in analyse(text).hints)


def test_a_word_of_the_list_goes_before_a_form_of_another():
    found = [hint.text for hint in analyse("Het gaat om de instroom en doorstroom.").hints]
    assert {"instroom", "doorstroom"} <= set(found)


def test_every_form_of_the_list_takes_any_tag():
    text = Sentence("Om dit te zeggen.")
    for form in index().words.values():
        for tag in ("WWpe", "WWpm", "VD", "VDp", "ADJp", "ADJv", "INF", "Ne", "Nm", "BW"):
            text.tags = ["VZ", "AWp", "VZ", tag, "LET"]
            assert all(replacements(text, 3, form)), form
