"""Every main screen, at 100 % and 200 % text, in light and in high contrast: names, words, room."""

import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui import theme
from desktop.ui.advice.closing import ClosingPage
from desktop.ui.advice.new import NewDossierPage
from desktop.ui.advice.paper import PaperPage
from desktop.ui.advice.pick_evidence import PickEvidencePage
from desktop.ui.advice.short_letter import ShortLetterPage
from desktop.ui.advice.versions import VersionsPage
from desktop.ui.app import App
from desktop.ui.boxes import Words
from desktop.ui.buttons import Button
from desktop.ui.council import kinds
from desktop.ui.council.clearing import ClearUpPage
from desktop.ui.council.ladder import LadderPage
from desktop.ui.council.norms import NormsPage
from desktop.ui.council.profile import ProfilePage
from desktop.ui.council.records import RecordsPage
from desktop.ui.council.retention import RetentionPage
from desktop.ui.council.retention_terms import RetentionTermsPage
from desktop.ui.council.screen import ScreenPage
from desktop.ui.council.tips import TipsPage
from desktop.ui.desk import Desk
from desktop.ui.meetings.bring_in import BringInPage
from desktop.ui.meetings.list_settings import ListSettingsPage
from desktop.ui.members.budget import BudgetPage
from desktop.ui.members.lesson import LessonPage
from desktop.ui.members.lessons import LessonsPage
from desktop.ui.members.spendings import SpendingsPage
from desktop.ui.members.support import SupportPage
from desktop.ui.pages import Page
from desktop.ui.pictures import HIGH, WIDE, walk_screens
from desktop.ui.search.page import SearchPage
from desktop.ui.start.steps import STEPS
from desktop.ui.start.unlock import SheetPage, UnlockPage
from desktop.ui.start.window import StartWindow
from desktop.ui.start.wizard import WizardPage
from desktop.ui.window import MainWindow
from tests.ui.walk import looked_at

AT_REST = 3.0
"""Seconds in which a screen has found its shape: the tips come after the text."""

TODAY = date(2026, 3, 10)


@pytest.fixture
def today() -> date:
    """The home day of the example council."""
    return TODAY


ALL = [("light", 1.0), ("light", 2.0), ("high_contrast", 1.0), ("high_contrast", 2.0)]
looks = pytest.mark.parametrize(("colours", "size"), ALL)
two_looks = pytest.mark.parametrize(("colours", "size"), [ALL[0], ALL[3]])


@looks
def test_every_screen_can_be_read_and_named(
    example: Desk, qtbot: QtBot, qapp: QApplication, colours: str, size: float
) -> None:
    theme.apply(qapp, colours, size)
    example.window.resize(WIDE, HIGH)
    complaints: list[str] = []
    for name, go in walk_screens(example):
        go()
        complaints += [f"{name}: {complaint}" for complaint in looked_over(example.window, qapp)]
    assert not complaints, "\n".join(complaints)


@two_looks
def test_what_lies_behind_the_main_screens_too(
    example: Desk, qapp: QApplication, colours: str, size: float
) -> None:
    theme.apply(qapp, colours, size)
    example.window.resize(WIDE, HIGH)
    complaints: list[str] = []
    for name, make in further_pages(example).items():
        example.window.show_area("today")
        example.window.open_page(make())
        complaints += [f"{name}: {complaint}" for complaint in looked_over(example.window, qapp)]
    assert not complaints, "\n".join(complaints)


def further_pages(desk: Desk) -> dict[str, Callable[[], Page]]:
    """Return the screens that are one press further."""
    dossiers = desk.office.dossiers
    views = [dossiers.view(line.dossier.id, TODAY) for line in dossiers.lines(TODAY)]
    with_paper = next(view for view in views if view.papers)
    draft = next(view.dossier.id for view in views if view.dossier.state == "drafting")
    paper = with_paper.papers[0].id
    return {
        "nieuw": lambda: NewDossierPage(desk),
        "zoeken": lambda: SearchPage(desk, "bijstand"),
        "niets gevonden": lambda: SearchPage(desk, "xyzxyz"),
        "stuk": lambda: PaperPage(desk, with_paper.dossier.id, paper),
        "versies": lambda: VersionsPage(desk, draft),
        "bewijs kiezen": lambda: PickEvidencePage(desk, draft, str),
        "stoppen": lambda: ClosingPage(desk, draft, ["abandoned", "too_late"]),
        "korte brief": lambda: ShortLetterPage(desk, draft, "delay"),
        "gegevens": lambda: ProfilePage(desk),
        "termijnen": lambda: NormsPage(desk),
        "geadresseerden": lambda: RecordsPage(desk, kinds.addressees(desk)),
        "verordeningen": lambda: RecordsPage(desk, kinds.ordinances(desk)),
        "ladder": lambda: LadderPage(desk),
        "tips": lambda: TipsPage(desk),
        "op dit scherm": lambda: ScreenPage(desk),
        "nummers": lambda: ListSettingsPage(desk),
        "wat mag weg": lambda: RetentionPage(desk),
        "bewaartermijnen": lambda: RetentionTermsPage(desk),
        "geschiedenis opruimen": lambda: ClearUpPage(desk),
        "inlezen": lambda: BringInPage(desk),
        "geld": lambda: BudgetPage(desk),
        "uitgaven": lambda: SpendingsPage(desk),
        "hulp": lambda: SupportPage(desk),
        "lessen": lambda: LessonsPage(desk),
        "les": lambda: LessonPage(desk, "wie-is-wie"),
    }


@two_looks
def test_the_first_start_too(
    app: App, qapp: QApplication, qtbot: QtBot, tmp_path: Path, colours: str, size: float
) -> None:
    theme.apply(qapp, colours, size)
    window = app.ask()
    window.resize(WIDE, HIGH)
    qtbot.waitUntil(window.isActiveWindow)
    complaints = [f"welkom: {complaint}" for complaint in looked_over(window, qapp)]
    window.make_council()
    wizard = window.page
    assert isinstance(wizard, WizardPage)
    wizard.form.set_values({"name": "Cliëntenraad Duinrede"})
    for step in range(1, len(STEPS) + 1):
        complaints += [f"stap {step}: {complaint}" for complaint in looked_over(window, qapp)]
        if step < len(STEPS):
            QTest.keyClick(
                next(b for b in wizard.findChildren(Button) if b.kind == "primary"),
                Qt.Key.Key_Return,
            )
    window.show_page(UnlockPage(window, tmp_path / "Raad.samenspraak"))
    complaints += [f"openen: {complaint}" for complaint in looked_over(window, qapp)]
    window.show_page(SheetPage(window, tmp_path / "Raad.samenspraak", "Pak het herstelblad."))
    complaints += [f"herstellen: {complaint}" for complaint in looked_over(window, qapp)]
    assert not complaints, "\n".join(complaints)


def looked_over(window: MainWindow | StartWindow, qapp: QApplication) -> list[str]:
    """Return what is wrong with the screen once it is at rest."""
    found: list[str] = []
    until = time.monotonic() + AT_REST
    while True:
        qapp.processEvents()
        found = [
            *title_out_of_sight(window),
            *looked_at(window),
            *sideways(window),
            *scrolls_outside(window),
        ]
        if not found or time.monotonic() > until:
            return found


def scrolls_outside(window: MainWindow | StartWindow) -> list[str]:
    """Return the page that scrolls as a whole where only the part that fills it should."""
    page = window.page
    if page is None or not page.fills or theme.look.factor > 1:
        return []
    outside = page.findChild(QScrollArea)
    return ["the whole page scrolls"] if outside.verticalScrollBar().maximum() else []


def sideways(window: QWidget) -> list[str]:
    """Return the parts of the screen that scroll sideways."""
    return [
        f"scrolls sideways: {type(area).__name__} {area.accessibleName()}"
        for area in window.findChildren(QAbstractScrollArea)
        if area.isVisible() and area.horizontalScrollBar().maximum() > 0
    ]


def title_out_of_sight(window: QWidget) -> list[str]:
    """Return the title when the page opened with it scrolled away, and a focus out of sight."""
    found: list[str] = []
    title = next(
        w for w in window.findChildren(Words) if w.isVisible() and w.property("role") == "h1"
    )
    if title.visibleRegion().isEmpty():
        found.append(f"title out of sight: {title.text()}")
    focus = QApplication.focusWidget()
    if focus is None or focus.visibleRegion().isEmpty():
        found.append("the focus is out of sight")
    return found
