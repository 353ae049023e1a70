"""100,000 rows in a table: a lean bare model against ours, and a proxy against the database."""

import time
from collections.abc import Callable
from functools import partial
from typing import Any

from lean_model import LeanModel
from PySide6.QtCore import QSortFilterProxyModel
from PySide6.QtWidgets import QTableView

from changedesk.store.listing import Listing
from changedesk.uat.records import StepResult
from ui.records.table import RecordTable

Wait = Callable[[Callable[[], Any]], None]


def measure(application: Any, desktop: Any, wait_until: Wait) -> dict[str, float]:
    """Return the times in ms, each the median of three turns."""
    turns = [_turn(application, desktop, wait_until) for _ in range(3)]
    return {name: sorted(turn[name] for turn in turns)[1] for name in turns[0]}


def _turn(application: Any, desktop: Any, wait_until: Wait) -> dict[str, float]:
    context = desktop.session.desk.context
    with context.workspace.connected() as sql:
        start = time.perf_counter()
        rows = [tuple(map(str, row)) for row in sql.rows("SELECT * FROM step_result")]
    bare = QTableView()
    bare.resize(1280, 720)
    bare.setModel(LeanModel(rows, bare))
    bare.show()
    bare.repaint()
    found = {"rows": float(len(rows)), "bare_open": _since(start)}
    start = time.perf_counter()
    ours = RecordTable(context, StepResult)
    ours.resize(1280, 720)
    ours.show()
    ours.records.list_records(Listing())
    wait_until(lambda: ours.model().rowCount() > 0 and ours.model().index(0, 0).data())
    ours.repaint()
    found["our_open"] = _since(start)
    found["bare_scroll"] = _scroll(application, bare, wait_until)
    found["our_scroll"] = _scroll(application, ours, wait_until)
    found |= _proxy(rows)
    found["our_sort"] = _sorted(ours, wait_until)
    found["our_filter"] = _filtered(ours, wait_until)
    for view in (bare, ours):
        view.close()
        view.deleteLater()
    application.processEvents()
    return found


def _since(start: float) -> float:
    return (time.perf_counter() - start) * 1000


def _scroll(application: Any, view: QTableView, wait_until: Wait) -> float:
    bar = view.verticalScrollBar()
    taken = []
    for page in range(1, 41):
        start = time.perf_counter()
        bar.setValue(bar.minimum() + page * bar.pageStep())
        top = view.rowAt(5)
        column = view.columnAt(5)
        wait_until(partial(_has_text, view, top, column))
        view.repaint()
        application.processEvents()
        taken.append(_since(start))
    return sorted(taken)[len(taken) // 2]


def _has_text(view: QTableView, row: int, column: int) -> bool:
    return view.model().index(row, column).data() is not None


def _proxy(rows: list[tuple[str, ...]]) -> dict[str, float]:
    holder = QTableView()
    proxy = QSortFilterProxyModel(holder)
    proxy.setSourceModel(LeanModel(rows, proxy))
    proxy.setFilterKeyColumn(-1)
    holder.setModel(proxy)
    start = time.perf_counter()
    proxy.setFilterFixedString("queue")
    filtered = _since(start)
    proxy.setFilterFixedString("")
    start = time.perf_counter()
    proxy.sort(3)
    return {"proxy_filter": filtered, "proxy_sort": _since(start)}


def _sorted(view: RecordTable, wait_until: Wait) -> float:
    heard: list[int] = []
    view.records.listed.connect(lambda: heard.append(1))
    start = time.perf_counter()
    view.records.sort(1)
    wait_until(lambda: heard)
    return _since(start)


def _filtered(view: RecordTable, wait_until: Wait) -> float:
    heard: list[int] = []
    view.records.listed.connect(lambda: heard.append(1))
    start = time.perf_counter()
    view.records.restrict("queue")
    wait_until(lambda: heard)
    return _since(start)
