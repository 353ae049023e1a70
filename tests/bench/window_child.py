"""Plays one part of the window's bench in a process of its own and prints what it measured as JSON.

Usage: python window_child.py PART WORKSPACE
"""

import json
import os
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "bench")]


kept: list[Any] = []
"""What must stay alive until the process ends."""


def resident_mb() -> float:
    """Return this process's resident memory in MB."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def wait_until(true: Callable[[], Any], seconds: float = 60.0) -> None:
    """Let the window work until something holds; raises TimeoutError.

    It sleeps between events, as a window does: a loop that never does keeps workers from running.
    """
    from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer

    end = time.monotonic() + seconds
    waker = QTimer()
    waker.start(2)
    while not true():
        if time.monotonic() > end:
            raise TimeoutError
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def painted(view: Any) -> bool:
    """Tell whether a table shows the text of its first row."""
    model = view.model()
    return bool(
        view.isVisible()
        and model is not None
        and model.rowCount() > 0
        and any(model.index(0, column).data() for column in range(model.columnCount()))
    )


def bare_shell(workspace: str) -> Any:
    """Show the least window that reads a table of the workspace: the floor of start and memory.

    Shell, Peewee and 200 rows, as PERFORMANCE measured it.
    """
    import peewee
    from lean_model import LeanModel
    from PySide6.QtWidgets import QApplication, QMainWindow, QTableView

    application = QApplication(sys.argv[:1])
    application.setStyle("Fusion")
    database = peewee.SqliteDatabase(workspace)  # noqa: TID251 - the floor
    script = peewee.Table("script", ("code", "title", "area", "priority", "status")).bind(database)
    rows = script.select().limit(200).tuples()
    window = QMainWindow()
    view = QTableView()
    view.setModel(LeanModel(list(rows), view))
    window.setCentralWidget(view)
    window.resize(1280, 720)
    window.show()
    wait_until(lambda: painted(view))
    application.processEvents()
    return application, window


def our_window(workspace: str) -> Any:
    """Show our own window on the workspace until the page at hand is painted."""
    import gc

    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QTableView

    gc.disable()  # as `ui.__main__` does
    from ui.app import DOOR_MS, Desktop, make_application
    from ui.garbage import Garbage

    application = make_application(sys.argv[:1])
    desktop = Desktop(application)
    desktop.window.resize(1280, 720)
    desktop.show(workspace)
    garbage = Garbage(desktop.services.jobs, desktop)
    QTimer.singleShot(DOOR_MS, garbage, garbage.begin)
    wait_until(lambda: any(painted(v) for v in desktop.window.findChildren(QTableView)))
    application.processEvents()
    kept.append(desktop)
    return application, desktop


def start_bare(workspace: str) -> dict[str, Any]:
    """Start the bare shell."""
    kept.append(bare_shell(workspace))
    return {"mb": resident_mb()}


def start_ours(workspace: str) -> dict[str, Any]:
    """Start our window."""
    our_window(workspace)
    return {"mb": resident_mb()}


def page_changes(workspace: str) -> dict[str, Any]:
    """Change the page 10,000 times; return how much memory that took.

    An event loop runs meanwhile, as in the program: without one Qt deletes nothing later.
    """
    from PySide6.QtCore import QEventLoop, QTimer

    from ui.pages import PAGES

    _, desktop = our_window(workspace)
    keys = [entry.key for entry in PAGES]

    def change(times: int) -> None:
        loop, turn, numbers = QEventLoop(), QTimer(), iter(range(times))

        def next_page() -> None:
            number = next(numbers, None)
            if number is None:
                loop.quit()
            else:
                desktop.window.desk_view.show_page(keys[number % len(keys)])

        turn.timeout.connect(next_page)
        turn.start(0)
        loop.exec()

    change(500)
    wait_until(lambda: not desktop.services.jobs.busy)
    before = resident_mb()
    change(10_000)
    wait_until(lambda: not desktop.services.jobs.busy)
    return {"grown": resident_mb() - before}


def capture(workspace: str) -> dict[str, Any]:
    """Press P two hundred times; return how long each took until the next step was painted.

    After each key a bare commit goes to a copy of the file: the disk and the machine are as they
    were for the key.
    """
    from bare_commits import BareCommits
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from window_parts import PaintCounter, fresh_cycle

    from changedesk.people.queries import projects
    from changedesk.uat.queries import cycles

    floor = BareCommits(Path(shutil.copyfile(workspace, f"{workspace}.floor")))
    application, desktop = our_window(workspace)
    context = desktop.session.desk.context
    cycle = fresh_cycle(context.workspace, projects(context.workspace)[0].id)
    before = context.workspace.counts()["step_result"]
    context.go_to("run", "cycle", cycle.id)
    page = desktop.window.desk_view.page("run")
    wait_until(lambda: page.session is not None or page.faces.currentWidget() is page.choice)
    wait_until(lambda: not desktop.services.jobs.busy)
    if page.session is None:
        page.choice.begun.emit((cycle, 0))
        wait_until(lambda: page.session is not None)
    wait_until(lambda: not desktop.services.jobs.busy)
    view, paints = page.view, PaintCounter(page.view.card)
    taken, bare = [], []
    for _ in range(200):
        place, before_key = page.session.place, paints.count
        start = time.perf_counter()
        QTest.keyClick(application.focusWidget() or view, Qt.Key.Key_P)
        application.processEvents()
        while paints.count == before_key:
            application.processEvents()
        taken.append((time.perf_counter() - start) * 1000)
        assert page.session.place != place
        QTest.qWait(5)
        bare.append(floor.one())
        QTest.qWait(5)
    floor.close()
    for number in range(100):
        QTest.keyClick(application.focusWidget() or view, Qt.Key.Key_P)
        if number % 5 == 0:
            QTest.qWait(50)
    wait_until(lambda: not desktop.services.jobs.busy)
    recorded = context.workspace.counts()["step_result"] - before
    assert cycles is not None
    return {"ms": taken, "bare_ms": bare, "recorded": recorded, "pressed": 300}


def long_tables(workspace: str) -> dict[str, Any]:
    """Open, scroll, filter and sort 100,000 rows, lean and ours in turn."""
    import window_tables

    application, desktop = our_window(workspace)
    return {**window_tables.measure(application, desktop, wait_until)}


def never_blocked(workspace: str) -> dict[str, Any]:
    """Settle, import, export, merge and back up while a clock ticks; return the worst gaps."""
    import window_gaps

    with window_gaps.prepared(workspace) as made:
        _, desktop = our_window(workspace)
        return {**window_gaps.measure(desktop, made, wait_until)}


def heat_maps(workspace: str) -> dict[str, Any]:
    """Read and paint the heat maps of 60 groups and 400 impacts."""
    import window_heat

    application, desktop = our_window(workspace)
    return {**window_heat.measure(application, desktop, wait_until)}


PARTS = {
    part.__name__: part
    for part in (
        start_bare,
        start_ours,
        page_changes,
        capture,
        long_tables,
        never_blocked,
        heat_maps,
    )
}

if __name__ == "__main__":
    # A laptop's installation has no driver for a team's database; Peewee loads one that it finds.
    sys.modules["psycopg"] = None  # type: ignore[assignment]
    found = PARTS[sys.argv[1]](sys.argv[2])
    print(json.dumps(found), flush=True)
    for one in kept:
        if hasattr(one, "session"):
            one.session.end()
    os._exit(0)
