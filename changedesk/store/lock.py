"""Who has a workspace open: a small file beside it, for people on other machines to see.

On this machine the operating system's lock on that file decides: it goes when the program ends,
however it ends, so nothing stale is left to be believed.
"""

import json
import os
import time
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from changedesk.store.installation import host_name, user_name

_LOCKED_BYTE = 1 << 30  # far behind the text: Windows lets nobody read what is locked


@dataclass(frozen=True)
class Holder:
    """Who has the workspace open in a window."""

    user: str
    host: str
    pid: int
    since_ms: int

    @property
    def here(self) -> bool:
        """Tell whether that is this user on this machine."""
        return (self.user, self.host) == (user_name(), host_name())


class WindowLock:
    """The mark of one open window; `release` takes it away."""

    def __init__(self, workspace: Path) -> None:
        self.path = workspace.with_name(f".~{workspace.name}.lock")
        self._file: IO[str] | None = None

    def holder(self) -> Holder | None:
        """Return who holds the workspace now, or None; a mark left behind by a crash counts not."""
        try:
            with self.path.open("r+", encoding="utf-8") as file:
                found = _read(file)
                if found is not None and found.here and _locked(file):
                    return None
        except OSError:
            return None
        return found

    def take(self) -> Holder | None:
        """Hold the workspace; return None, or who holds it already."""
        if self._file is not None:
            return None
        while True:
            file = self.path.open("a+", encoding="utf-8")
            found = _read(file)
            if not _locked(file) or (found is not None and not found.here):
                file.close()
                return found or Holder(user_name(), host_name(), 0, 0)
            if _still_there(file, self.path):
                break
            file.close()  # its holder took it away just now
        facts = {
            "user": user_name(),
            "host": host_name(),
            "pid": os.getpid(),
            "since_ms": time.time_ns() // 1_000_000,
        }
        file.truncate(0)
        file.write(json.dumps(facts))
        file.flush()
        self._file = file
        return None

    def release(self) -> None:
        """Take the mark away, if it is ours."""
        if self._file is not None:
            if os.name == "nt":  # where an open file cannot be removed
                self._file.close()
                self.path.unlink(missing_ok=True)
            else:
                self.path.unlink(missing_ok=True)
                self._file.close()
            self._file = None


def _read(file: IO[str]) -> Holder | None:
    try:
        file.seek(0)
        facts = json.loads(file.read(4096))
        return Holder(
            str(facts["user"]), str(facts["host"]), int(facts["pid"]), int(facts["since_ms"])
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _still_there(file: IO[str], path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except FileNotFoundError:
        return False


def _locked(file: IO[str]) -> bool:
    """Lock an open file for as long as it stays open; tell whether nobody else had it."""
    try:
        if os.name == "nt":
            import msvcrt

            os.lseek(file.fileno(), _LOCKED_BYTE, os.SEEK_SET)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
            os.lseek(file.fileno(), 0, os.SEEK_SET)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:
        return True  # a file system without locks: then only what the mark says counts
    return True
