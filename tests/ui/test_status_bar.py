"""What the bottom line says while something is under way."""

import threading

import pytest
from PySide6.QtCore import Qt

from ui.jobs import JobRunner
from ui.status_bar import StatusBar


@pytest.fixture
def runner(qapp):
    runner = JobRunner()
    yield runner
    assert runner.close()


@pytest.fixture
def bar(runner, qtbot):
    bar = StatusBar(runner)
    qtbot.addWidget(bar)
    bar.show()
    return bar


def test_short_work_is_not_shown(bar, runner, qtbot):
    shown = []
    job = runner.run(lambda progress: shown.append(bar.work.isVisible()), title="Importing")
    with qtbot.waitSignal(job.ended):
        pass
    assert shown == [False]
    assert not bar.work.isVisible()


def test_long_work_is_shown_with_its_progress_and_can_be_stopped(bar, runner, qtbot):
    stopped = threading.Event()

    def work(progress):
        while not stopped.is_set():
            progress(1, 4)

    job = runner.run(work, title="Importing scripts")
    qtbot.waitUntil(bar.work.isVisible, timeout=3000)
    assert bar.work.label.text() == "Importing scripts"
    qtbot.waitUntil(lambda: bar.work.bar.value() == 250)
    assert not bar.work.stop.isVisible()
    qtbot.waitUntil(bar.work.stop.isVisible, timeout=3000)
    with qtbot.waitSignal(job.ended):
        qtbot.mouseClick(bar.work.stop, Qt.MouseButton.LeftButton)
    stopped.set()
    assert not bar.work.isVisible()


def test_work_that_waits_is_shown_after_the_first(bar, runner, qtbot):
    first, second = threading.Event(), threading.Event()
    runner.run(lambda progress: first.wait(20), title="First")
    runner.run(lambda progress: second.wait(20), title="Second")
    qtbot.waitUntil(bar.work.isVisible, timeout=3000)
    first.set()
    qtbot.waitUntil(lambda: bar.work.label.text() == "Second")
    second.set()
    qtbot.waitUntil(lambda: not runner.busy)
    assert not bar.work.isVisible()
