"""Work beside the window: every result arrives, progress is told, stopping stops."""

import gc
import threading

import pytest

from desktop.ui.hub import Hub
from desktop.ui.tasks import Stopped, Tasks


class Part:
    """Notes in which thread it was let go of, as a part of a screen would be."""

    def __init__(self, threads):
        self._threads = threads

    def __del__(self):
        self._threads.add(threading.get_ident())


@pytest.fixture
def tasks(qapp):
    failures = []
    made = Tasks(None, failures.append)
    made.failures = failures
    yield made
    made.close()


def test_two_thousand_results_arrive_in_order(qtbot, tasks):
    arrived = []
    for number in range(2000):
        tasks.run(lambda number=number: number, arrived.append)
    qtbot.waitUntil(lambda: len(arrived) == 2000, timeout=20_000)
    assert arrived == list(range(2000))
    assert tasks.failures == []


def test_results_come_back_in_the_thread_of_the_window(qtbot, tasks):
    threads = []
    tasks.run(threading.get_ident, lambda worker: threads.extend([worker, threading.get_ident()]))
    qtbot.waitUntil(lambda: len(threads) == 2)
    assert threads[0] != threads[1] == threading.get_ident()


def test_what_a_job_holds_is_let_go_of_in_the_thread_of_the_window(qtbot, tasks):
    threads, arrived = set(), []
    for _ in range(300):
        work, done = Part(threads), Part(threads)
        tasks.run(lambda work=work: None, lambda _nothing, done=done: arrived.append(1))
    del work, done
    qtbot.waitUntil(lambda: len(arrived) == 300)
    tasks.run(lambda: None, lambda _nothing: arrived.append(1))
    qtbot.waitUntil(lambda: len(arrived) == 301)
    assert threads == {threading.get_ident()}


def test_garbage_is_collected_in_the_thread_of_the_window(qtbot, tasks):
    threads, arrived = set(), []

    def litter():
        for _ in range(20_000):
            part = Part(threads)
            part.itself = part  # only the collector finds it

    tasks.run(litter, arrived.append)
    qtbot.waitUntil(lambda: len(arrived) == 1)
    gc.collect()
    assert threads == {threading.get_ident()}
    assert gc.isenabled()


def test_a_failure_is_handed_over(qtbot, tasks):
    tasks.run(lambda: 1 / 0, lambda _result: pytest.fail("it has no result"))
    qtbot.waitUntil(lambda: len(tasks.failures) == 1)
    assert isinstance(tasks.failures[0], ZeroDivisionError)


def test_progress_is_told_before_the_result(qtbot, tasks):
    heard = []

    def work(step):
        for number in range(1, 4):
            step(number, 3)
        return "klaar"

    tasks.run_long(work, heard.append, lambda done, total: heard.append((done, total)))
    qtbot.waitUntil(lambda: "klaar" in heard)
    assert heard == [(1, 3), (2, 3), (3, 3), "klaar"]


def test_stopped_work_ends_at_its_next_step_and_says_nothing(qtbot, tasks):
    reached, go, ended = threading.Event(), threading.Event(), []

    def work(step):
        reached.set()
        go.wait(5)
        try:
            step(1, 2)
        except Stopped:
            ended.append("stopped")
            raise

    task = tasks.run_long(work, lambda _: ended.append("done"), lambda *_: ended.append("step"))
    assert reached.wait(5)
    task.stop()
    go.set()
    tasks.run(lambda: "next", ended.append)
    qtbot.waitUntil(lambda: "next" in ended)
    assert ended == ["stopped", "next"]
    assert tasks.failures == []


def test_busy_is_told_at_the_start_and_the_end(qtbot, tasks):
    states = []
    tasks.busy.connect(states.append)
    tasks.run(lambda: None, lambda _: None)
    tasks.run(lambda: None, lambda _: None)
    qtbot.waitUntil(lambda: states == [True, False])


def test_the_hub_passes_on_changes_of_any_thread(qtbot):
    class Store:
        def on_change(self, listener):
            self.tell = listener

    store, hub, heard = Store(), Hub(), []
    hub.listen(store)
    hub.changed.connect(lambda action: heard.append((action, threading.get_ident())))
    writer = threading.Thread(target=lambda: store.tell("Advies vastgesteld"))
    writer.start()
    writer.join()
    qtbot.waitUntil(lambda: heard == [("Advies vastgesteld", threading.get_ident())])


def test_an_answer_never_comes_before_run_has_returned(qtbot, tasks):
    order = []
    for _ in range(50):
        tasks.run(lambda: None, lambda _: order.append("answer"))
        order.append("returned")
        qtbot.waitUntil(lambda: len(order) % 2 == 0)
    assert order == ["returned", "answer"] * 50
