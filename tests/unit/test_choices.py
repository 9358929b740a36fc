"""The choices on the screens."""

from desktop.domain.dossier import STATES
from desktop.services.choices import choices, plural, words


def test_every_state_has_words_and_an_act():
    assert set(STATES) <= set(choices("state"))
    for state in set(STATES) - {"announced", "received", "initiative"}:
        assert words("act", state) != state


def test_a_key_of_the_council_stands_for_itself():
    assert words("role", "notulist") == "notulist"


def test_a_screen_cannot_change_the_choices():
    choices("kind").clear()
    assert choices("kind")


def test_the_councils_word_for_more_people():
    assert [plural(word) for word in ("inwoner", "burger", "cliënt")] == [
        "inwoners",
        "burgers",
        "cliënten",
    ]
