"""When something goes wrong: a fresh window on the same file, and a log without names or texts."""

import logging
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMessageLogContext, QtMsgType
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop.i18n import tr
from desktop.models import lock, vault
from desktop.ui import crash, theme
from desktop.ui.app import App
from desktop.ui.pages import Page
from tests.example import example
from tests.ui.driver import Person
from tests.ui.walk import walk

SECRET = "Zebedeus Onvindbaar"


@pytest.fixture
def log(tmp_path: Path):
    """A log of its own, closed again afterwards."""
    path = tmp_path / "log" / "samenspraak.log"
    crash.open_log(path)
    yield path
    for handler in crash._log.handlers[:]:
        crash._log.removeHandler(handler)
        handler.close()


def _fail(key: bytes) -> None:
    code = vault.recovery_code(key)
    words = {"name": SECRET, "code": code}
    raise KeyError(f"{words['name']} {key.hex()} {code}")


def test_a_report_holds_no_key_and_no_name(log: Path, qtbot):
    """A key in a local variable, and in the message, as a library might put it there."""
    key = vault.new_key()
    catcher = crash.Catcher(log)
    try:
        _fail(key)
    except KeyError as error:
        catcher.failed(error)
        report = crash.report(type(error), error.__traceback__)
    page = _page(qtbot)
    page.copy_report()
    for words in (report, log.read_text("utf-8"), QApplication.clipboard().text()):
        assert "KeyError" in words
        assert "_fail" in words
        _knows_nothing(words, key)
    page.accept()


def _knows_nothing(words: str, key: bytes) -> None:
    code = vault.recovery_code(key)
    for secret in (SECRET, key.hex(), code, code.split()[0], repr(key), str(Path.home())):
        assert secret not in words


def _page(qtbot) -> crash.CrashPage:
    def pages() -> list[crash.CrashPage]:
        found = [w for w in QApplication.topLevelWidgets() if isinstance(w, crash.CrashPage)]
        return [page for page in found if page.isVisible()]

    qtbot.waitUntil(lambda: len(pages()) == 1)
    return pages()[0]


def test_the_log_stays_small(log: Path):
    logger = logging.getLogger("samenspraak")
    for number in range(3_000):
        logger.error("%s %s", number, "x" * 500)
    files = sorted(log.parent.iterdir())
    assert [file.name for file in files] == ["samenspraak.log", "samenspraak.log.1"]
    assert sum(file.stat().st_size for file in files) <= 1_000_000


def test_what_qt_warns_of_is_noted_without_its_texts(log: Path):
    context = QMessageLogContext()
    warning = QtMsgType.QtWarningMsg
    crash.note_qt(warning, context, f"QImage::load: cannot open '/home/henk/{SECRET}.png'")
    crash.note_qt(warning, context, f"{SECRET}: niet te tonen")
    crash.note_qt(QtMsgType.QtDebugMsg, context, "QPainter::begin")
    words = log.read_text("utf-8")
    assert "QImage::load" in words
    assert len(words.splitlines()) == 2
    for secret in (SECRET, "Zebedeus", "henk", ".png", "QPainter"):
        assert secret not in words


def test_taking_over_prints_nothing(log: Path, monkeypatch, capfd, qtbot):
    before = crash.qInstallMessageHandler(None)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)
    monkeypatch.setattr(crash.threading, "excepthook", crash.threading.excepthook)
    try:
        catcher = crash.Catcher(log)
        catcher.install()
        try:
            _fail(vault.new_key())
        except KeyError as error:
            sys.excepthook(type(error), error, error.__traceback__)
        _page(qtbot).accept()
    finally:
        crash.qInstallMessageHandler(before)
    assert capfd.readouterr() == ("", "")


class _Broken(Page):
    """A page that fails at everything."""

    def build(self):
        return []

    def leave(self) -> bool:
        raise RuntimeError(SECRET)


@pytest.mark.parametrize("broken", [False, True])
def test_the_council_opens_again_in_a_fresh_window(qtbot, tmp_path: Path, today, log, broken):
    office = example(tmp_path / "voorbeeld", today)
    running = App(lambda: today)
    desk = running.open(office)
    qtbot.waitUntil(desk.window.isActiveWindow)
    office.council.add_member("Nieuw Lid", "lid")
    if broken:
        page = _Broken()
        page.ensure_built = lambda: None
        desk.window.open_page(page)
    catcher = crash.Catcher(log)
    catcher.reopen = running.restart
    try:
        _fail(vault.new_key())
    except KeyError as error:
        catcher.failed(error)
    page = _page(qtbot)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    Person(qtbot, lambda: page).presses(tr("Open again"))
    assert running.desk is not None
    assert running.desk is not desk
    names = [member.name for member in running.desk.office.council.members()]
    assert "Nieuw Lid" in names
    running.desk.office.council.add_member("Nog Een", "lid")
    running.desk.window.close()
    running.desk.window.deleteLater()


def test_a_page_that_fails_at_closing_keeps_its_window_once(qtbot, tmp_path: Path, today):
    """Its words may be saved nowhere yet; nobody is locked in either."""
    office = example(tmp_path / "voorbeeld", today)
    running = App(lambda: today)
    desk = running.open(office)
    page = _Broken()
    page.ensure_built = lambda: None
    desk.window.open_page(page)
    with pytest.raises(RuntimeError):
        desk.window.close()
    assert desk.window.isVisible()
    assert desk.window.close()
    assert not lock.lock_path(office.path).exists()
    desk.window.deleteLater()


def _caught(catcher: crash.Catcher, act=lambda: _fail(b"x" * 32)) -> None:
    try:
        act()
    except Exception as error:
        catcher.failed(error)


def test_it_stays_when_the_dialog_where_it_went_wrong_goes(log: Path, qtbot):
    dialog = QDialog()
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    catcher = crash.Catcher(log)
    _caught(catcher)
    page = _page(qtbot)
    dialog.reject()
    assert page.isVisible()
    page.accept()
    _caught(catcher, lambda: 1 / 0)
    _page(qtbot).accept()


def test_a_fault_that_comes_back_by_itself_leaves_people_alone(log: Path, qtbot):
    """A drawing that fails would come back at each blink; the log still has each time."""
    clock, shown = [100.0], []
    catcher = crash.Catcher(log)
    catcher.now = lambda: clock[0]
    for _second in range(200):
        _caught(catcher)
        qtbot.wait(1)
        pages = [w for w in QApplication.topLevelWidgets() if isinstance(w, crash.CrashPage)]
        for page in filter(QWidget.isVisible, pages):
            shown.append(clock[0] - 100)
            page.accept()
        clock[0] += 1
    assert shown == [0, 2, 10, 42, 170]
    _caught(catcher, lambda: 1 / 0)  # something else is told at once
    _page(qtbot).accept()
    assert log.read_text("utf-8").count("KeyError") == 200


@pytest.mark.parametrize(("colours", "size"), [("light", 1.0), ("dark", 2.0)])
def test_the_page_fits(qtbot, qapp, tmp_path: Path, colours, size):
    theme.apply(qapp, colours, size)
    page = crash.CrashPage("verslag", tmp_path, lambda: None)
    qtbot.addWidget(page)
    page.show()
    assert walk(page, (size,)) == []
    assert page.width() <= 1280
    assert page.height() <= 720 - 40, "its last button falls off a small screen"
