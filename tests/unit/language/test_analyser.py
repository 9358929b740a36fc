"""The analyser that follows a text gives the same as looking at the whole text anew."""

import json
import zlib

from desktop.language import Analyser, analyse
from desktop.language.tagger import Tagger
from desktop.resources import resource

TEXT = (
    "Wij faciliteren dit. Het plan wordt door de VNG gemaakt.\n\n"
    "De UWV komt ook. Dit is een heel korte zin.\n\n"
    "- een punt\n- nog een punt over de verordening\n"
)


def finished(steps):
    count = 0
    try:
        while True:
            next(steps)
            count += 1
    except StopIteration as done:
        return done.value, count


def test_each_keystroke_gives_what_a_fresh_look_gives():
    analyser = Analyser()
    for end in range(0, len(TEXT), 3):
        assert analyser.update(TEXT[:end]) == analyse(TEXT[:end])


def test_a_pass_in_slices_gives_the_same():
    text = "\n\n".join(TEXT.replace("plan", f"plan {number}") for number in range(20))
    analysis, slices = finished(Analyser().analyse_in_slices(text, budget_ms=0))
    assert analysis == analyse(text)
    assert slices > 2


def test_a_change_moves_what_comes_after():
    analyser = Analyser()
    before = analyser.update(TEXT).hints
    after = analyser.update("Dag! " + TEXT).hints
    assert [hint.start + 5 for hint in before] == [hint.start for hint in after]


def test_an_abbreviation_explained_earlier_is_no_longer_pointed_out():
    analyser = Analyser()
    assert "abbreviation" in {hint.kind for hint in analyser.update("De VNG komt.").hints}
    text = "De Vereniging van Nederlandse Gemeenten (VNG) is er.\n\nDe VNG komt."
    assert "abbreviation" not in {hint.kind for hint in analyser.update(text).hints}


def test_what_was_read_before_makes_no_difference():
    """The tagger remembers words; a word with a capital is another than the same without."""
    content = json.loads(zlib.decompress(resource("language/tagger.bin").read_bytes()))
    sentence = ["Regioplan", ",", "Cliëntenparticipatie", ":", "de", "moeite", "waard", "?"]
    fresh, seasoned = (Tagger(content["tags"], content["weights"], content["known"]) for _ in "ab")
    seasoned.tag(["Cliëntenparticipatie", "van", "regioplan", "is", "DE", "cliëntenparticipatie"])
    assert seasoned.tag(sentence) == fresh.tag(sentence)
