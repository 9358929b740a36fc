"""Which tips this council wants to see."""


def test_a_tip_is_put_aside_in_one_dossier_only(office):
    office.tips.ignore(1, "zin")
    office.tips.ignore(1, "zin")
    office.tips.ignore(1, "andere zin")
    assert office.tips.ignored(1) == {"zin", "andere zin"}
    assert office.tips.ignored(2) == frozenset()
    office.store.undo()
    assert office.tips.ignored(1) == {"zin"}


def test_a_hidden_tip_can_be_shown_again(office):
    office.tips.hide("jargon", "Wmo")
    office.tips.hide("difficult_word", "Wmo")
    assert office.tips.hidden() == {("jargon", "Wmo"), ("difficult_word", "Wmo")}
    office.tips.show_again("jargon", "Wmo")
    assert office.tips.hidden() == {("difficult_word", "Wmo")}
    office.store.undo()
    assert ("jargon", "Wmo") in office.tips.hidden()


def test_own_words_and_kinds_are_kept_clean(office):
    office.tips.set_own_words([" Valys ", "", "Wmo", "Valys"])
    assert office.tips.own_words() == ("Valys", "Wmo")
    office.tips.set_off({"passive"})
    assert office.tips.off() == {"passive"}
    office.tips.set_off(())
    assert office.tips.off() == frozenset()


def test_choosing_what_was_chosen_is_no_action(office):
    office.tips.set_off(())
    office.tips.show_again("jargon", "Wmo")
    assert office.store.undo_label == ""
