"""When something goes wrong that we did not foresee: say so calmly, and what still is safe."""

import logging
import platform
import re
import sys
import threading
import time
import traceback
from collections.abc import Callable
from datetime import datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    QUrl,
    Signal,
    qInstallMessageHandler,
    qVersion,
)
from PySide6.QtGui import QDesktopServices, QGuiApplication, QShowEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop import __version__
from desktop.i18n import tr
from desktop.ui.boxes import Words, beside, stack, text
from desktop.ui.buttons import button, primary, quiet
from desktop.ui.focus import FocusRing
from desktop.ui.theme import look

_log = logging.getLogger("samenspraak")
_QT_PLACE = re.compile(r"Q\w+(::~?\w+)*")
"""How Qt begins what it says: with the part it is about, such as "QPainter::begin"."""
_HOME = Path(__file__).resolve().parent.parent.parent
_FIRST_QUIET = 2.0
"""Seconds; each time that the same fault was shown it is left alone four times as long."""


def report(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Return what a helper needs to find the fault: places in the code, never texts or names.

    The message of the exception stays out: it may hold words of the council.
    """
    lines = [
        f"Samenspraak {__version__}, Qt {qVersion()}, Python {platform.python_version()}",
        f"{platform.system()} {platform.release()}, {datetime.now():%Y-%m-%d %H:%M}",
        kind.__name__,
    ]
    for frame in traceback.extract_tb(trace):
        lines.append(f"  {_short(frame.filename)}:{frame.lineno} {frame.name}")
    return "\n".join(lines)


def _short(filename: str) -> str:
    """Return *filename* without the folders of this computer: they may hold a person's name."""
    path = Path(filename)
    try:
        return path.relative_to(_HOME).as_posix()
    except ValueError:
        return path.name


def open_log(path: Path) -> None:
    """Keep reports in the file *path*, at most two files of 500 kB."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(path, maxBytes=500_000, backupCount=1, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    _log.addHandler(handler)
    _log.setLevel(logging.INFO)


def note_qt(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """Note what Qt warns of: which part of it, never what it says about our texts and files."""
    if kind in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg):
        return
    place = _QT_PLACE.match(message)
    _log.warning("Qt %s %s %s", kind.name, context.category or "", place.group() if place else "")


class CrashPage(QDialog):
    """What happened, that the work is safe, and how to ask for help.

    *reopen* opens the council anew, in a fresh window.
    """

    def __init__(
        self,
        words: str,
        log: Path | None,
        reopen: Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._report, self._log, self._anew = words, log, reopen
        title = tr("Something went wrong in Samenspraak")
        self.setWindowTitle(title)
        self.copied = Words("", "small", "success")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        layout.addWidget(
            stack(
                text(title, "h1"),
                text(tr("What you wrote is safe: it was saved up to your last pause."), "lead"),
                text(
                    tr(
                        "You can go on working. Does it happen again? Then copy the report and send"
                        " it to your helper. There are no texts or names in it."
                    )
                ),
                *([text(tr("Does the screen look odd? Open it again."))] if reopen else []),
                8,
                beside(
                    primary(tr("Go on working"), self.accept),
                    *([button(tr("Open again"), self._reopen)] if reopen else []),
                    ...,
                ),
                beside(
                    button(tr("Copy the report"), self.copy_report),
                    *([quiet(tr("Show the log file"), self._show_log)] if log else []),
                    ...,
                ),
                self.copied,
                ...,
                gap=12,
                pad=(28, 24, 28, 20),
            )
        )
        self.setMinimumWidth(min(look.wide(520), 1000))
        self.ring = FocusRing(self)

    def showEvent(self, event: QShowEvent) -> None:
        """Take no more height than the words ask for: at 200 % a small screen has little."""
        super().showEvent(event)
        layout = self.layout()
        if layout:
            self.resize(self.minimumWidth(), layout.totalHeightForWidth(self.minimumWidth()))

    def copy_report(self) -> None:
        """Put the report on the clipboard and say so."""
        QGuiApplication.clipboard().setText(self._report)
        self.copied.setText(tr("The report is copied. Paste it in an e-mail."))

    def _reopen(self) -> None:
        self.accept()
        if self._anew:
            self._anew()

    def _show_log(self) -> None:
        if self._log:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._log.parent)))


class Catcher(QObject):
    """Receive every error that nobody expected, from any thread, and show it once at a time."""

    _caught = Signal(str, str)

    now: Callable[[], float] = staticmethod(time.monotonic)

    def __init__(self, log: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log, self._open = log, ""
        self._quiet: dict[str, tuple[float, float]] = {}
        """Per fault until when it is not shown again, and for how long the next time."""
        self.reopen: Callable[[], object] | None = None
        """Opens the council anew, in a fresh window."""
        self._caught.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take over from Python's own way of ending on an error, and from what Qt prints.

        Both print texts, and a desktop keeps what an app prints in a log of its own.
        """
        sys.excepthook = self.caught
        sys.unraisablehook = lambda args: self.caught(
            args.exc_type, args.exc_value, args.exc_traceback
        )
        qInstallMessageHandler(note_qt)
        threading.excepthook = lambda args: self.caught(
            args.exc_type, args.exc_value, args.exc_traceback
        )

    def caught(
        self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Note the error in the log and show the page."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error or kind(), trace)
            return
        words = report(kind, trace)
        _log.error("%s", words)
        self._caught.emit(words, _fault(kind, trace))

    def failed(self, error: BaseException) -> None:
        """Receive an error of background work; hand this to ``Tasks``."""
        self.caught(type(error), error, error.__traceback__)

    def _show(self, words: str, fault: str) -> None:
        until, _wait = self._quiet.get(fault, (0.0, 0.0))
        if self._open or self.now() < until:
            return
        self._open = fault
        # Of no window: it stays when the one where it went wrong goes.
        page = CrashPage(words, self._log, self.reopen)
        page.finished.connect(self._closed)
        page.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        page.setWindowModality(Qt.WindowModality.ApplicationModal)
        page.show()

    def _closed(self) -> None:
        """Leave people alone for a while with a fault that comes back by itself."""
        _until, wait = self._quiet.get(self._open, (0.0, _FIRST_QUIET))
        self._quiet[self._open] = (self.now() + wait, wait * 4)
        self._open = ""


def _fault(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Return what is the same each time that the same thing goes wrong."""
    places = [(frame.filename, frame.lineno) for frame in traceback.extract_tb(trace)]
    return f"{kind.__name__} {places}"
