"""How long the window stood still while work was done beside it."""

import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer
from window_parts import copy_of, write_scripts

from changedesk.desk import open_desk
from changedesk.exchange.scripts import read_scripts
from changedesk.people.queries import projects
from changedesk.store.workspace import Workspace
from changedesk.uat.importing import import_scripts
from changedesk.uat.queries import cycles
from changedesk.uat.records import Defect
from changedesk.uat.workbook import export_uat_workbook

Wait = Callable[[Callable[[], Any]], None]
TICK_MS = 5


class Heartbeat(QObject):
    """Ticks in the GUI thread and keeps the longest time between two ticks, in ms."""

    def __init__(self) -> None:
        super().__init__()
        self.worst = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tick)
        self._timer.start(TICK_MS)

    def _tick(self) -> None:
        now = time.perf_counter()
        self.worst = max(self.worst, (now - self._last) * 1000)
        self._last = now

    def stop(self) -> float:
        """Stop ticking; return the worst gap."""
        self._tick()
        self._timer.stop()
        return self.worst


@dataclass(frozen=True)
class Prepared:
    """What the works take, made before there is a window: nothing else is under way then."""

    folder: Path
    book: Path
    other: Workspace
    project: int
    cycle: int


@contextmanager
def prepared(workspace: str) -> Iterator[Prepared]:
    """Make a workbook to import, and a copy of the workspace where somebody else worked."""
    with tempfile.TemporaryDirectory(dir=Path(workspace).parent) as made:
        folder = Path(made)
        write_scripts(folder / "scripts.xlsx", 10_000)
        desk = open_desk(workspace)
        other = copy_of(desk, folder / "other.changedesk")
        with other.change("Work elsewhere") as change:
            change.add_many(Defect, [{"project": 1, "title": f"d{n}"} for n in range(5000)])
        project = projects(desk)[0].id
        cycle = cycles(desk, project)[0].id
        desk.close()
        yield Prepared(folder, folder / "scripts.xlsx", other, project, cycle)
        other.close()


def measure(desktop: Any, made: Prepared, wait_until: Wait) -> dict[str, float]:
    """Return the worst gap in ms while the window settles, and during each kind of work."""
    desk = desktop.session.desk.workspace
    jobs = desktop.services.jobs
    heartbeat = Heartbeat()
    start = time.perf_counter()
    # The first backup, and the look through it, come a little after the window.
    wait_until(lambda: not jobs.busy and desk.backups())
    found = {"start": heartbeat.stop(), "start_s": time.perf_counter() - start}
    works = {
        "import": lambda _: import_scripts(desk, made.project, read_scripts(made.book)),
        "export": lambda _: export_uat_workbook(desk, made.cycle, made.folder / "out.xlsx"),
        "merge": lambda _: desk.receive(made.other.operations(desk.version_vector())),
        "backup": lambda _: desk.backup(made.folder / "backup.changedesk"),
    }
    for name, work in works.items():
        ended: list[object] = []
        heartbeat = Heartbeat()
        start = time.perf_counter()
        job = jobs.run(work)
        job.ended.connect(ended.append)
        wait_until(ended.__len__)
        found[name] = heartbeat.stop()
        found[f"{name}_s"] = time.perf_counter() - start
    return found
