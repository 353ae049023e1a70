"""Who has a workspace open: a small file beside it, for people on other machines to see."""

import json
import os
import time
from dataclasses import dataclass
from pathlib import Path

from changedesk.store.installation import host_name, user_name


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

    @property
    def gone(self) -> bool:
        """Tell whether that program has ended without taking its mark away."""
        return self.here and not _alive(self.pid)


class WindowLock:
    """The mark of one open window; `release` takes it away."""

    def __init__(self, workspace: Path) -> None:
        self.path = workspace.with_name(f".~{workspace.name}.lock")
        self._held = False

    def holder(self) -> Holder | None:
        """Return who holds the workspace now, or None; a mark left behind by a crash counts not."""
        try:
            facts = json.loads(self.path.read_text("utf-8"))
            found = Holder(
                str(facts["user"]), str(facts["host"]), int(facts["pid"]), int(facts["since_ms"])
            )
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return None if found.gone else found

    def take(self) -> Holder | None:
        """Hold the workspace; return None, or who holds it already."""
        other = self.holder()
        if other is not None and (other.pid != os.getpid() or not other.here):
            return other
        facts = {
            "user": user_name(),
            "host": host_name(),
            "pid": os.getpid(),
            "since_ms": time.time_ns() // 1_000_000,
        }
        fresh = self.path.with_name(f"{self.path.name}.{os.getpid()}")
        fresh.write_text(json.dumps(facts), "utf-8")
        fresh.replace(self.path)
        self._held = True
        return None

    def release(self) -> None:
        """Take the mark away, if it is ours."""
        if self._held:
            self.path.unlink(missing_ok=True)
            self._held = False


def _alive(pid: int) -> bool:
    if os.name == "nt":
        import ctypes

        kernel = ctypes.windll.kernel32  # type: ignore[attr-defined,unused-ignore]
        handle = kernel.OpenProcess(0x1000, False, pid)
        if handle:
            kernel.CloseHandle(handle)
        return bool(handle)
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
