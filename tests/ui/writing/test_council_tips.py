"""What a council chooses about tips: kept in its file, seen at once, undone, there again later."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from desktop.services import office as offices
from desktop.ui.advice.draft import DraftPage
from desktop.ui.advice.paper import PaperPage
from desktop.ui.advice.recommendations import Recommendations
from desktop.ui.boxes import Words
from desktop.ui.buttons import Tick
from desktop.ui.council.tips import TipsPage
from desktop.ui.writing.field import TippedLines
from tests.example import example as example_council

TODAY = date(2026, 6, 10)
DOSSIER, NOTA = 9, 11
PART = "reason"
TEXT = "De gemeente moet dit bewerkstelligen. Nu wordt door de gemeente een lening gegeven."
PATIENCE_MS = 20_000


@pytest.fixture
def office(tmp_path):
    made = example_council(tmp_path, TODAY)
    made.drafts.write(DOSSIER, PART, TEXT)
    return made


@pytest.fixture
def today():
    return TODAY


@pytest.fixture
def desk(app, qtbot, office):
    made = app.open(office, example=True)
    made.window.resize(1280, 760)
    return made


@pytest.fixture
def page(desk, qtbot):
    return opened(desk, qtbot)


def opened(desk, qtbot):
    made = DraftPage(desk, DOSSIER, PART)
    desk.window.open_page(made)
    qtbot.waitUntil(lambda: "bewerkstelligen" in words(made), timeout=PATIENCE_MS)
    return made


def words(page):
    return [mark.hint.text for mark in page.paper.writing.signs.marks()]


def kinds(page):
    return {mark.hint.kind for mark in page.paper.writing.signs.marks()}


def open_tip(page, word):
    marks = page.paper.writing.signs.marks()
    page.paper.guide.open(next(mark for mark in marks if mark.hint.text == word))


def shown(widget):
    return "\n".join(part.text() for part in widget.findChildren(Words) if part.isVisible())


def test_a_kind_switched_off_is_gone_on_the_way_back_to_the_draft(desk, page):
    assert "passive" in kinds(page)
    tips = TipsPage(desk)
    desk.window.open_page(tips)
    tick = next(box for box in tips.findChildren(Tick) if box.objectName() == "kind_passive")
    tick.click()
    tips.leave()
    desk.window.back()
    assert "passive" in desk.office.tips.off()
    assert "passive" not in kinds(page)
    desk.office.store.undo()
    assert "passive" in kinds(page)


def test_a_kind_switched_off_is_gone_from_the_recommendations(desk, qtbot):
    desk.office.drafts.change_recommendation(
        desk.office.drafts.add_recommendation(DOSSIER), what="Geef het geld volgens de verordening."
    )
    page = DraftPage(desk, DOSSIER, "recommendations")
    desk.window.open_page(page)
    fields = page.findChildren(TippedLines)
    what = next(field for field in fields if "verordening" in field.toPlainText())

    def told():
        return {mark.hint.text for mark in what.signs.marks()}

    def waits(*words):
        qtbot.waitUntil(lambda: told() == set(words), timeout=PATIENCE_MS)

    waits("verordening")
    desk.office.tips.set_off(["jargon"])
    waits()
    desk.office.tips.set_off([])
    waits("verordening")
    desk.office.tips.set_own_words(["verordening"])
    waits()


def test_a_recommendation_that_does_not_steer_is_told_on_its_card(desk, qtbot):
    record = desk.office.drafts.add_recommendation(DOSSIER)
    desk.office.drafts.change_recommendation(record, what="Waarom is er geen geld?")
    page = DraftPage(desk, DOSSIER, "recommendations")
    desk.window.open_page(page)
    (cards,) = page.findChildren(Recommendations)
    assert "Dit is alleen een vraag." in shown(cards)
    desk.office.tips.set_off(["no_advice"])
    assert "Dit is alleen een vraag." not in shown(cards)
    desk.office.tips.set_off([])
    desk.office.drafts.change_recommendation(record, what="Geef het geld dit jaar nog.")
    assert "Dit is alleen een vraag." not in shown(cards)


def test_never_show_again_is_undone_from_the_strip_and_survives_reopening(desk, page, qtbot):
    open_tip(page, "bewerkstelligen")
    page.paper.panel.open_tip.hidden_for_good.emit()
    assert "bewerkstelligen" not in words(page)
    assert desk.office.tips.hidden() == {("difficult_word", "bewerkstelligen")}
    put_back = desk.window.strip.findChildren(type(page.paper._tips_button))[0]
    put_back.click()
    assert desk.office.tips.hidden() == frozenset()
    assert "bewerkstelligen" in words(page)
    desk.office.store.redo()
    path = desk.office.path
    desk.window.close()
    again = offices.open_office(path, passphrase="voorbeeldraad")
    assert again.tips.hidden() == {("difficult_word", "bewerkstelligen")}
    again.close()


def test_ignore_here_is_undone_and_survives_reopening(desk, page, qtbot):
    open_tip(page, "bewerkstelligen")
    page.paper.guide.put_aside()
    assert "bewerkstelligen" not in words(page)
    desk.office.store.undo()
    assert "bewerkstelligen" in words(page)
    desk.office.store.redo()
    assert "bewerkstelligen" not in words(page)
    desk.window.back()
    fresh = DraftPage(desk, DOSSIER, PART)
    desk.window.open_page(fresh)
    assert "passive" in kinds(fresh)
    assert "bewerkstelligen" not in words(fresh)
    path = desk.office.path
    desk.window.close()
    again = offices.open_office(path, passphrase="voorbeeldraad")
    (note,) = again.tips.ignored(DOSSIER)
    assert note.startswith("difficult_word|bewerkstelligen|")
    again.close()


def test_a_word_put_in_the_list_is_in_the_file(desk, page, qtbot):
    desk.window.setFocus()  # out of the text, so that what the file says now is shown
    told = "Wij gaan met de prumelbus. Meneer Terpstra rijdt. Terpstra is chauffeur."
    desk.office.drafts.write(DOSSIER, PART, told)
    qtbot.waitUntil(lambda: "prumelbus" in words(page), timeout=PATIENCE_MS)
    assert "Terpstra" not in words(page)  # the secretary's name is no slip
    open_tip(page, "prumelbus")
    page.paper.guide.learn()
    assert desk.office.tips.own_words() == ("prumelbus",)
    assert "prumelbus" not in words(page)
    desk.office.store.undo()
    assert "prumelbus" in words(page)


def test_a_hard_paper_shows_its_words_and_the_letter_that_asks_a_summary(desk, qtbot):
    view = desk.office.dossiers.view(NOTA, TODAY)
    paper = next(one for one in view.papers if one.pages == 40)
    page = PaperPage(desk, NOTA, paper.id)
    desk.window.open_page(page)
    assert "Dit stuk is moeilijk te lezen (niveau 4 van 4)." in shown(page)
    qtbot.waitUntil(lambda: "draagvlak" in shown(page), timeout=PATIENCE_MS)
    assert "Veel mensen staan achter het plan." in shown(page)
    text = page._words
    cursor = QTextCursor(text.document())
    cursor.setPosition(text.toPlainText().index("Teneinde") + 2)
    text.setTextCursor(cursor)
    text.setFocus()
    QTest.keyClick(desk.window.windowHandle(), Qt.Key.Key_F1)
    assert "Makkelijker is: om" in shown(desk.window.strip)
    page._ask_summary()
    letter = desk.window.page
    assert letter is not page
    assert "samenvatting" in shown(letter).lower()


def test_the_names_of_the_file_are_known(office):
    assert {"terpstra", "duinrede", "kreekwaard"} <= office.names()
    office.close()
