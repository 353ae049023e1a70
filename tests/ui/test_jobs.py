"""What pages rely on when they let something be done off the GUI thread."""

import threading
import weakref

import pytest
import shiboken6
from PySide6.QtCore import QObject, QThread, Slot

from changedesk.store.errors import UserError
from ui.jobs import Cancelled, InlineJobRunner, Job, JobRunner, Progress, Step


class Listener(QObject):
    def __init__(self):
        super().__init__()
        self.results = []
        self.errors = []
        self.threads = []

    @Slot(object)
    def take(self, result):
        self.threads.append(QThread.currentThread())
        self.results.append(result)

    @Slot(object)
    def fail(self, error):
        self.errors.append(error)


@pytest.fixture
def runner(qapp):
    runner = JobRunner()
    yield runner
    assert runner.close()


def test_a_result_arrives_in_the_gui_thread(qtbot, runner):
    listener = Listener()
    ran_in = []

    def work(progress):
        ran_in.append(threading.get_ident())
        return 42

    runner.run(work, listener.take)
    qtbot.waitUntil(lambda: listener.results == [42])
    assert listener.threads == [QThread.currentThread()]
    assert ran_in != [threading.get_ident()]


def test_an_error_goes_to_whoever_asked_to_hear_of_it(qtbot, runner):
    listener = Listener()

    def work(progress):
        raise UserError("The file is open in Excel.")

    runner.run(work, listener.take, listener.fail)
    qtbot.waitUntil(lambda: len(listener.errors) == 1)
    assert listener.results == []


def test_an_error_nobody_asked_for_is_told_by_the_runner(qtbot, runner):
    def work(progress):
        raise ZeroDivisionError

    with qtbot.waitSignal(runner.trouble) as told:
        runner.run(work)
    assert isinstance(told.args[0], ZeroDivisionError)


def test_a_page_that_is_gone_is_not_called(qtbot, runner):
    listener = Listener()
    go = threading.Event()

    def work(progress):
        assert go.wait(10)
        return 1

    job = runner.run(work, listener.take)
    results = listener.results
    shiboken6.delete(listener)
    with qtbot.waitSignal(job.ended):
        go.set()
    assert results == []


def test_work_does_not_keep_its_page_alive(qtbot, runner):
    listener = Listener()
    gone = weakref.ref(listener)
    go = threading.Event()

    def work(progress):
        assert go.wait(10)

    job = runner.run(work, listener.take)
    del listener
    assert gone() is None
    with qtbot.waitSignal(job.ended):
        go.set()


def test_stopped_work_calls_nobody(qtbot, runner):
    listener = Listener()
    begun = threading.Event()

    def work(progress):
        begun.set()
        while True:
            progress(1, 2)

    job = runner.run(work, listener.take, listener.fail)
    assert begun.wait(10)
    with qtbot.waitSignal(job.ended):
        job.cancel()
    assert (listener.results, listener.errors) == ([], [])
    assert not runner.busy


def test_progress_is_told_ten_times_a_second_at_most():
    told: list[Step] = []
    progress = Progress(told.append)
    for done in range(1, 100_001):
        progress(done, 100_000)
    assert told[-1] == Step(100_000, 100_000)
    assert len(told) < 20


def test_progress_is_where_work_is_stopped():
    progress = Progress(lambda step: None)
    progress(1, 3)
    progress.stop()
    with pytest.raises(Cancelled):
        progress(2, 3)


def test_writes_keep_their_order(qtbot, runner):
    seen = []
    listener = Listener()

    def note(number):
        def work(progress):
            seen.append(number)
            return number

        return work

    for number in range(50):
        runner.write(note(number), listener.take)
    qtbot.waitUntil(lambda: len(listener.results) == 50)
    assert seen == listener.results == list(range(50))


def test_closing_waits_for_what_is_being_written(qapp):
    runner = JobRunner()
    written = []
    begun = threading.Event()

    def work(progress):
        begun.set()
        written.append(1)

    runner.write(work)
    assert runner.close()
    assert begun.is_set()
    assert written == [1]


def test_the_inline_runner_is_done_when_run_returns(qapp):
    listener = Listener()
    runner = InlineJobRunner()
    job = runner.run(lambda progress: 7, listener.take)
    assert isinstance(job, Job)
    assert listener.results == [7]
    assert not runner.busy
