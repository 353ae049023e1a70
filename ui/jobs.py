"""Work off the GUI thread: one runner for everything, with progress, cancelling and a clean end."""

import inspect
import logging
import threading
import time
import weakref
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

logger = logging.getLogger(__name__)
T = TypeVar("T")

TELLING_SECONDS = 0.1
THREADS = 4


class Cancelled(Exception):
    """The user stopped this work; nothing was changed by it."""


@dataclass(frozen=True)
class Step:
    """How far a job is; `total` is 0 where it is unknown."""

    done: int
    total: int


class Progress:
    """Handed to the work: call it with (done, total) often; it tells at most ten times a second.

    It raises `Cancelled` once the user has stopped the job, so calling it is also the place
    where the work may be stopped.
    """

    def __init__(self, tell: Callable[[Step], None]) -> None:
        self._tell = tell
        self._stop = threading.Event()
        self._told = 0.0

    def __call__(self, done: int, total: int = 0) -> None:
        """Say how far the work is; raises Cancelled."""
        self.check()
        now = time.monotonic()
        if now - self._told >= TELLING_SECONDS or (total and done >= total):
            self._told = now
            self._tell(Step(done, total))

    def check(self) -> None:
        """Raise Cancelled when the user has stopped the job."""
        if self._stop.is_set():
            raise Cancelled

    def stop(self) -> None:
        """Ask the work to stop at its next word of progress."""
        self._stop.set()


Work = Callable[[Progress], Any]
Callback = Callable[[Any], None]


class Job(QObject):
    """One piece of work; lives in the GUI thread, its signals are emitted from the worker.

    `progressed` carries a Step, `ended` nothing. Callbacks run in the GUI thread, and not at all
    when the object that they belong to is gone.
    """

    progressed = Signal(object)
    ended = Signal(object)
    _returned = Signal(object)
    _raised = Signal(object)

    def __init__(
        self, work: Work, done: Callback | None, failed: Callback, title: str, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.title = title
        self.writes = False
        self.progress = Progress(self.progressed.emit)
        self._work: Work | None = work
        self._done = _held(done)
        self._failed = _held(failed)
        self.finished = False
        self._returned.connect(self._take_result)
        self._raised.connect(self._take_error)

    def run(self) -> None:
        """Do the work and tell the GUI thread; called on a worker."""
        work, self._work = self._work, None
        try:
            self.progress.check()
            result = work(self.progress) if work else None
        except BaseException as error:  # noqa: BLE001 - handed to the GUI thread, whatever it is
            self._raised.emit(error)
        else:
            self._returned.emit(result)

    def cancel(self) -> None:
        """Ask the work to stop at its next word of progress."""
        self.progress.stop()

    @Slot(object)
    def _take_result(self, result: object) -> None:
        self._finish(self._done(), result)

    @Slot(object)
    def _take_error(self, error: BaseException) -> None:
        callback = None if isinstance(error, Cancelled) else self._failed()
        self._finish(callback, error)

    def _finish(self, callback: Callback | None, outcome: object) -> None:
        self.finished = True
        try:
            if callback is not None and _alive(callback):
                callback(outcome)
        finally:
            self.ended.emit(self)
            self.deleteLater()


class _Errand(QRunnable):
    def __init__(self, job: Job) -> None:
        super().__init__()
        self._job = job

    def run(self) -> None:
        self._job.run()


class JobRunner(QObject):
    """Runs work on a few threads; `write` runs one after the other, in the order given.

    `run(work, done, failed, title)`: `work` gets a Progress and returns a result; `done` gets
    that result and `failed` the exception, both as bound methods, in the GUI thread. Without
    `failed`, `trouble` is emitted with the exception. A title makes the work visible after 300 ms.
    """

    started = Signal(object)
    ended = Signal(object)
    trouble = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(THREADS)
        self._writer = QThreadPool(self)
        self._writer.setMaxThreadCount(1)
        self._jobs: list[Job] = []

    @property
    def busy(self) -> bool:
        """Tell whether anything is under way."""
        return bool(self._jobs)

    @property
    def writing(self) -> str:
        """Return the title of work that changes records and is under way, or an empty text."""
        titles = (job.title for job in self._jobs if job.writes)
        return next((title for title in titles if title), "")

    def run(
        self,
        work: Work,
        done: Callback | None = None,
        failed: Callback | None = None,
        title: str = "",
    ) -> Job:
        """Start work that reads, or that may take long."""
        return self._start(self._pool, work, done, failed, title)

    def write(
        self,
        work: Work,
        done: Callback | None = None,
        failed: Callback | None = None,
        title: str = "",
    ) -> Job:
        """Start work that changes records; such works keep their order."""
        return self._start(self._writer, work, done, failed, title)

    def wait(self, seconds: float = 20.0) -> bool:
        """Wait for what changes records; tell whether it ended in time."""
        return self._writer.waitForDone(int(seconds * 1000))

    def wait_for_all(self, seconds: float = 60.0) -> bool:
        """Wait for everything that is under way; tell whether it ended in time."""
        return self.wait(seconds) and self._pool.waitForDone(int(seconds * 1000))

    def close(self, seconds: float = 20.0) -> bool:
        """Finish what changes records, stop the rest; tell whether all ended in time."""
        for job in tuple(self._jobs):
            if job.title:
                job.cancel()
        milliseconds = int(seconds * 1000)
        return self._writer.waitForDone(milliseconds) and self._pool.waitForDone(milliseconds)

    def _start(
        self,
        pool: QThreadPool,
        work: Work,
        done: Callback | None,
        failed: Callback | None,
        title: str,
    ) -> Job:
        job = Job(work, done, failed or self.trouble.emit, title, self)
        job.writes = pool is self._writer
        job.ended.connect(self._forget)
        self._jobs.append(job)
        self.started.emit(job)
        self._launch(pool, job)
        return job

    def _launch(self, pool: QThreadPool, job: Job) -> None:
        pool.start(_Errand(job))

    @Slot(object)
    def _forget(self, job: Job) -> None:
        if job in self._jobs:
            self._jobs.remove(job)
        self.ended.emit(job)


class InlineJobRunner(JobRunner):
    """The same, at once and in the calling thread: for tests of widgets."""

    def _launch(self, pool: QThreadPool, job: Job) -> None:
        job.run()


def _held(callback: Callback | None) -> Callable[[], Callback | None]:
    # A page that is gone must neither be kept alive by its work nor be called by it.
    if callback is not None and inspect.ismethod(callback):
        return weakref.WeakMethod(callback)

    def give() -> Callback | None:
        return callback

    return give


def _alive(callback: Callback) -> bool:
    owner = getattr(callback, "__self__", None)
    return not isinstance(owner, QObject) or bool(shiboken6.isValid(owner))
