"""The participation ladder: two presets and the council's own."""

import pytest

from desktop.domain.errors import CouncilError
from desktop.services.choices import choices


def test_the_presets_have_five_and_six_rungs(office):
    assert set(office.ladders.ladders()) == {"five", "six"}
    assert len(office.ladders.rungs("five")) == 5
    assert len(office.ladders.rungs("six")) == 6
    assert office.ladders.rungs("unknown") == choices("rungs_six")


def test_an_own_ladder_has_two_rungs_or_more(office):
    with pytest.raises(CouncilError) as error:
        office.ladders.set_own(["Meepraten", " ", "Meepraten"])
    assert error.value.field == "rungs"
    assert office.ladders.own() == ()
    office.ladders.set_own([" Horen ", "", "Meepraten", "Horen"])
    assert office.ladders.own() == ("Horen", "Meepraten")
    assert set(office.ladders.ladders()) == {"five", "six", "own"}
    assert list(office.ladders.rungs("own")) == ["Horen", "Meepraten"]
    office.ladders.set_own([])
    assert "own" not in office.ladders.ladders()
