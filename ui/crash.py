"""What happens when the program itself is wrong: a log, a dialog with details, the work safe."""

import faulthandler
import logging
import platform
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType
from typing import IO

from PySide6.QtCore import QObject, Signal, qVersion

from changedesk import __version__
from changedesk.store.errors import ChangeDeskError
from changedesk.store.installation import home

logger = logging.getLogger("changedesk.window")

LOG_BYTES = 500_000
LOG_FILES = 4


def logs_folder() -> Path:
    """Return where the logs of this installation are kept."""
    folder = home() / "logs"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


class LogFile(logging.Handler):
    """A rotating file, opened with the first line: what it needs would hold up the start."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._file: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        if self._file is None:
            from logging.handlers import RotatingFileHandler  # noqa: PLC0415

            self._file = RotatingFileHandler(
                self._path, maxBytes=LOG_BYTES, backupCount=LOG_FILES, encoding="utf-8"
            )
            self._file.setFormatter(self.formatter)
        self._file.emit(record)

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
        super().close()


def start_log() -> Path:
    """Write what happens to a rotating file; return it."""
    path = logs_folder() / "changedesk.log"
    handler = LogFile(path)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    handler.setLevel(logging.INFO)
    logging.getLogger().addHandler(handler)
    logging.getLogger().setLevel(logging.INFO)
    return path


class CrashLog:
    """The file that the interpreter writes to when it dies; `earlier` is what was in it."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "crash.txt"
        self.earlier = self.path.read_text("utf-8", "replace") if self.path.is_file() else ""
        self._file: IO[str] = self.path.open("w", encoding="utf-8")
        faulthandler.enable(self._file)

    def close(self) -> None:
        """Stop watching; called when the program ends in good order."""
        faulthandler.disable()
        self._file.close()


def diagnostics() -> str:
    """Return what a developer asks first; it holds no record and no file name."""
    return "\n".join(
        (
            f"ChangeDesk {__version__}",
            f"Python {platform.python_version()}, Qt {qVersion()}",
            platform.platform(),
        )
    )


class CrashReporter(QObject):
    """Hears of every exception that nobody caught, on any thread, and tells it in the GUI thread.

    `happened` carries the exception for the dialog; a sentence for the user goes to `sentence`.
    """

    happened = Signal(object)
    sentence = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._busy = threading.local()
        self._previous = (sys.excepthook, threading.excepthook)

    def install(self) -> None:
        """Take over the hooks of the interpreter."""
        self._previous = (sys.excepthook, threading.excepthook)
        sys.excepthook = self._take
        threading.excepthook = self._take_from_thread

    def uninstall(self) -> None:
        """Give the hooks back."""
        sys.excepthook, threading.excepthook = self._previous

    def tell(self, error: BaseException) -> None:
        """Log an exception and tell of it; an exception while telling is only logged."""
        if getattr(self._busy, "telling", False):
            logger.critical("failed while telling of a failure", exc_info=error)
            return
        self._busy.telling = True
        try:
            if isinstance(error, ChangeDeskError):
                self.sentence.emit(error)
            else:
                logger.error("a bug", exc_info=error)
                self.happened.emit(error)
        finally:
            self._busy.telling = False

    def _take(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._previous[0](kind, error, trace)
            return
        self.tell(error.with_traceback(trace))

    def _take_from_thread(self, facts: threading.ExceptHookArgs) -> None:
        if facts.exc_value is not None:
            self.tell(facts.exc_value.with_traceback(facts.exc_traceback))


def details_of(error: BaseException) -> str:
    """Return the text that goes into the dialog and onto the clipboard."""
    trace = "".join(traceback.format_exception(error))
    return f"{diagnostics()}\n\n{trace}"
