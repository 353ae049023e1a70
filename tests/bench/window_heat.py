"""Heat maps, matrices and calendar of 60 groups and 400 impacts, read and painted."""

import statistics
import threading
import time
from collections.abc import Callable
from typing import Any

from change_parts import MESSAGES, fill_change

Wait = Callable[[Callable[[], Any]], None]
TURNS = 15


def measure(application: Any, desktop: Any, wait_until: Wait) -> dict[str, float]:
    """Return processor times in ms: of reading both maps, of painting each picture again."""
    from ui.impact.heat_reading import read_maps

    context = desktop.session.desk.context
    project = fill_change(context.workspace)
    context.project_id = project
    desktop.window.resize(1920, 1080)
    context.go_to("impacts")
    page = desktop.window.desk_view.page("impacts")
    wait_until(lambda: page.aspects.grid.heat.rowCount() and not desktop.services.jobs.busy)
    found = {"read": _on_a_thread(lambda: read_maps(context.workspace, project))}
    for name, show, panel in (
        ("aspects", page.show_aspects, page.aspects),
        ("months", page.show_months, page.months),
    ):
        show()
        application.processEvents()
        grid = panel.grid
        found[f"{name}_cells"] = float(len(panel.grid.heat.grid.cells))
        found[f"{name}_cold"] = _cold(panel, grid)
        found[f"{name}_scrolled"] = _scrolled(grid)
    return {
        **found,
        **_matrices(application, desktop, wait_until),
        **_calendar(application, desktop, wait_until),
    }


def _matrices(application: Any, desktop: Any, wait_until: Wait) -> dict[str, float]:
    context = desktop.session.desk.context
    context.go_to("stakeholders")
    page = desktop.window.desk_view.page("stakeholders")
    page.show_power()
    wait_until(lambda: bool(page.power.chart.rows) and not desktop.services.jobs.busy)
    application.processEvents()
    chart, keys = page.power.chart, [row.id for row in page.power.chart.rows]
    taken = []
    for turn in range(TURNS):  # the next bubble is taken in hand
        start = time.thread_time()
        chart.choose(keys[turn * 7 % len(keys)])
        chart.repaint()
        taken.append((time.thread_time() - start) * 1000)
    page.show_engagement()
    application.processEvents()
    matrix = page.engagement.matrix
    return {
        "bubbles": float(len(keys)),
        "power": statistics.median(taken),
        "engagement": _scrolled(matrix),
    }


def _calendar(application: Any, desktop: Any, wait_until: Wait) -> dict[str, float]:
    context = desktop.session.desk.context
    context.go_to("communications")
    page = desktop.window.desk_view.page("communications")
    page.show_calendar()
    wait_until(
        lambda: (
            page.calendar.messages_of_day() is not None
            and page.calendar.isVisible()
            and not desktop.services.jobs.busy
        )
    )
    application.processEvents()
    taken = []
    for _ in range(10):  # the month before is turned to and painted
        start = time.thread_time()
        page.calendar.month_before()
        page.calendar.grid.repaint()
        taken.append((time.thread_time() - start) * 1000)
    return {"messages": float(MESSAGES), "calendar": statistics.median(taken)}


def _on_a_thread(work: Callable[[], object]) -> float:
    taken: list[float] = []

    def run() -> None:
        for _ in range(TURNS):
            start = time.thread_time()
            work()
            taken.append((time.thread_time() - start) * 1000)

    worker = threading.Thread(target=run)
    worker.start()
    worker.join()
    return statistics.median(taken)


def _cold(panel: Any, grid: Any) -> float:
    """Another measure at hand: every cell looks different and is painted for the first time."""
    taken = []
    for _ in range(panel.measure.count()):
        grid.brush.renew()
        panel.measure.setCurrentIndex((panel.measure.currentIndex() + 1) % panel.measure.count())
        taken.append(_painted(grid))
    return max(taken)


def _scrolled(grid: Any) -> float:
    bar = grid.verticalScrollBar()
    taken = []
    for turn in range(TURNS):
        bar.setValue(bar.maximum() * (turn % 4) // 3)
        taken.append(_painted(grid))
    return statistics.median(taken)


def _painted(grid: Any) -> float:
    start = time.thread_time()
    grid.viewport().repaint()  # and with it what else has been moved or changed
    return (time.thread_time() - start) * 1000
