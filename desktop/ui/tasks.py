"""Run slow work away from the window, with progress and a way to stop."""

import gc
from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from functools import partial
from itertools import count
from typing import Any, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

T = TypeVar("T")
Step = Callable[[int, int], None]
"""Called by the work as ``step(done, total)``; raises Stopped when the user wants no more."""


class Stopped(Exception):  # noqa: N818  it is a wish of the user, not an error
    """The user stopped the work."""


class Task:
    """One piece of work that was handed over."""

    def __init__(self) -> None:
        self._stopped = False

    def stop(self) -> None:
        """Ask the work to stop at its next step; what comes of it is thrown away."""
        self._stopped = True

    @property
    def stopped(self) -> bool:
        """Whether the user stopped it."""
        return self._stopped


class _Job(NamedTuple):
    """What was handed over; everything in it is let go of in the window's thread."""

    task: Task
    work: Callable[[], Any]
    done: Callable[[Any], None]
    failed: Callable[[BaseException], None]


class Tasks(QObject):
    """Hand work to one worker thread and its result back to the window.

    One object and one signal live as long as the window: the results of a signal object per job are
    lost when Python frees that object first.

    No part of a screen may be let go of in the worker: Qt falls over. So a job is kept until the
    worker is past it, and while it works Python collects no garbage, which it would do in whichever
    thread asks for memory.
    """

    _arrived = Signal(object)
    busy = Signal(bool)

    def __init__(self, parent: QObject | None, failed: Callable[[BaseException], None]) -> None:
        super().__init__(parent)
        self._failed = failed
        self._running = 0
        self._numbers = count()
        self._jobs: dict[int, _Job] = {}
        self._last: _Job | None = None  # until the next one is back: the worker is then past it
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="council")
        # queued: work that is done at once must not answer before run() has returned
        self._arrived.connect(self._call, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[BaseException], None] | None = None,
    ) -> Task:
        """Run *work* in the background, then call *done* (or *failed*) in the window's thread."""
        return self._start(Task(), work, done, failed)

    def run_long(
        self,
        work: Callable[[Step], T],
        done: Callable[[T], None],
        progress: Callable[[int, int], None],
        failed: Callable[[BaseException], None] | None = None,
    ) -> Task:
        """Run *work*, which gets a ``step`` to call; *progress* hears it in the window's thread."""
        task = Task()

        def step(count: int, total: int) -> None:
            if task.stopped:
                raise Stopped
            self._arrived.emit(partial(progress, count, total))

        return self._start(task, lambda: work(step), done, failed)

    def close(self) -> None:
        """Finish what runs, forget what waits."""
        self._worker.shutdown(cancel_futures=True)
        gc.enable()

    def _start(
        self,
        task: Task,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[BaseException], None] | None,
    ) -> Task:
        self._running += 1
        if self._running == 1:
            gc.disable()
            self.busy.emit(True)

        number = next(self._numbers)
        self._jobs[number] = _Job(task, work, done, failed or self._failed)

        def hand_back(job: Future[Any]) -> None:
            self._arrived.emit(partial(self._deliver, number, job))

        self._worker.submit(work).add_done_callback(hand_back)
        return task

    @Slot(object)
    def _call(self, act: Callable[[], None]) -> None:
        act()

    def _deliver(self, number: int, result: Future[Any]) -> None:
        job = self._last = self._jobs.pop(number)
        self._running -= 1
        if self._running == 0:
            gc.enable()
            gc.collect(0)  # what has gathered, here and now: the worker may still be on its way out
            self.busy.emit(False)
        if job.task.stopped or result.cancelled():
            return
        error = result.exception()
        if error is None:
            job.done(result.result())
        elif not isinstance(error, Stopped | CancelledError):
            job.failed(error)
