"""How long the window stood still while work was done beside it."""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer
from window_parts import copy_of, write_scripts

from changedesk.exchange.scripts import read_scripts
from changedesk.people.queries import projects
from changedesk.uat.importing import import_scripts
from changedesk.uat.queries import cycles
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


def measure(desktop: Any, workspace: str, wait_until: Wait) -> dict[str, float]:
    """Return the worst gap in ms during each kind of work."""
    desk = desktop.session.desk.workspace
    jobs = desktop.services.jobs
    project = projects(desk)[0].id
    cycle = cycles(desk, project)[0].id
    with tempfile.TemporaryDirectory(dir=Path(workspace).parent) as folder:
        book = Path(folder) / "scripts.xlsx"
        write_scripts(book, 10_000)
        other = copy_of(desk, Path(folder) / "other.changedesk")
        with other.change("Work elsewhere") as change:
            from changedesk.uat.records import Defect

            change.add_many(Defect, [{"project": 1, "title": f"d{n}"} for n in range(5000)])
        works = {
            "import": lambda _: import_scripts(desk, project, read_scripts(book)),
            "export": lambda _: export_uat_workbook(desk, cycle, Path(folder) / "out.xlsx"),
            "merge": lambda _: desk.receive(other.operations(desk.version_vector())),
            "backup": lambda _: desk.backup(Path(folder) / "backup.changedesk"),
        }
        found = {}
        for name, work in works.items():
            ended: list[object] = []
            heartbeat = Heartbeat()
            start = time.perf_counter()
            job = jobs.run(work)
            job.ended.connect(ended.append)
            wait_until(ended.__len__)
            found[name] = heartbeat.stop()
            found[f"{name}_s"] = time.perf_counter() - start
        other.close()
    return found
