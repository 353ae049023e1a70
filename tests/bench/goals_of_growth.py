"""Goals 7 and 15: taking in a long workbook, and the figures with ten times the results."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from figures import Figure, in_turn, seconds

from changedesk.desk import open_desk
from changedesk.exchange.scripts import read_scripts
from changedesk.people.queries import projects
from changedesk.store.listing import Listing, record_ids
from changedesk.store.workspace import Workspace
from changedesk.uat.coverage import coverage
from changedesk.uat.cycles import current_versions
from changedesk.uat.importing import import_scripts
from changedesk.uat.queries import CycleRow, cycles
from changedesk.uat.records import Cycle, Run, Script, Step, StepResult
from changedesk.uat.standings import progress

IMPORTED = 10_000
ROUNDS = 9
SAME = 2.0
TENFOLD = 12.0


def imports(workspace: Path) -> Iterator[Figure]:
    """Workbooks of 10,000 rows with results, from file to commit, against bare openpyxl.

    Their rows have twelve filled cells, as those of the page's other floors: ten steps to a script
    as most people have them, then a script in every row, which makes four times the records.
    """
    from window_parts import write_scripts

    for steps, what in ((10, "steps"), (1, "scripts")):
        with tempfile.TemporaryDirectory(dir=workspace.parent) as folder:
            book = Path(folder) / "scripts.xlsx"
            write_scripts(book, IMPORTED, steps)
            floors, programs = [], []
            for number in range(3):
                floors.append(seconds(lambda: _bare_pass(book), 1))  # noqa: B023 - called here
                programs.append(_take_in(workspace, Path(folder) / f"{number}.changedesk", book))
        floor, program = sorted(floors)[1], sorted(programs)[1]
        detail = f"({program:.1f} s; one openpyxl pass {floor:.1f} s)"
        yield Figure(7, f"import of 10,000 {what} with results", program / floor, 0.8, "×", detail)


def _take_in(workspace: Path, copy: Path, book: Path) -> float:
    shutil.copyfile(workspace, copy)
    desk = open_desk(copy)
    try:
        project = projects(desk)[0].id
        return seconds(lambda: import_scripts(desk, project, read_scripts(book)), 1)
    finally:
        desk.close()


def _bare_pass(book: Path) -> None:
    from openpyxl import load_workbook

    sheet: Any = load_workbook(book, read_only=True).active
    for row in sheet.iter_rows(values_only=True):
        assert row


def growth(workspace: Path) -> Iterator[Figure]:
    """The figures of a cycle, a page of a list and a search with 100,000 and 1,000,000 results."""
    with tempfile.TemporaryDirectory(dir=workspace.parent) as folder:
        copy = Path(folder) / "million.changedesk"
        shutil.copyfile(workspace, copy)
        desk = open_desk(copy)
        try:
            before = _figures(desk)
            results = _grow(desk)
            after = _figures(desk)
            yield from _progress_of_a_million(desk, results)
        finally:
            desk.close()
    for what, (seconds_before, bound) in before.items():
        seconds_after = after[what][0]
        detail = f"({seconds_before * 1000:.1f} ms, then {seconds_after * 1000:.1f} ms)"
        yield Figure(15, f"{what}, ten times the results", seconds_after / seconds_before, bound,
                     "×", detail)  # fmt: skip


def _figures(desk: Workspace) -> dict[str, tuple[float, float]]:
    project = projects(desk)[0].id
    cycle = cycles(desk, project)[0]
    works: dict[str, tuple[Callable[[], object], float]] = {
        "progress of a cycle": (lambda: progress(desk, cycle), SAME),
        "coverage of a cycle": (lambda: coverage(desk, project, cycle.id), SAME),
        "list of scripts": (lambda: record_ids(desk, Script, Listing(project=project)), SAME),
        "list of all results": (lambda: record_ids(desk, StepResult, Listing()), TENFOLD),
        "search": (lambda: desk.search("telephone"), SAME),
    }
    desk.search("telephone")
    return {what: (seconds(work, 5), bound) for what, (work, bound) in works.items()}


def _grow(desk: Workspace) -> int:
    project = projects(desk)[0].id
    scripts = [
        row.id for row in desk.rows(Script.select(Script.id).where(Script.project == project))
    ]
    versions = current_versions(desk, scripts)
    steps: dict[int, list[int]] = {}
    for row in desk.rows(Step.select(Step.version, Step.id)):
        steps.setdefault(row.version, []).append(row.id)
    for number in range(ROUNDS):
        with desk.change(f"Round {number}") as change:
            cycle = change.add(Cycle(project=project, title=f"Round {number}", status="open"))
            plan = [(script, attempt) for attempt in range(1, 11) for script in scripts]
            runs = change.add_many(
                Run,
                [
                    {"cycle": cycle.id, "script": script, "version": versions[script],
                     "attempt": attempt, "started": change.now_ms}
                    for script, attempt in plan
                ],
            )  # fmt: skip
            change.add_many(
                StepResult,
                [
                    {"run": run, "step": step, "outcome": "pass", "at": change.now_ms}
                    for run, (script, _) in zip(runs, plan, strict=True)
                    for step in steps.get(versions[script], ())
                ],
            )
    return desk.counts()["step_result"]


def _progress_of_a_million(desk: Workspace, results: int) -> Iterator[Figure]:
    project = projects(desk)[0].id
    cycle: CycleRow = cycles(desk, project)[0]

    def full_scan() -> None:
        with desk.connected() as sql:
            sql.rows("SELECT outcome, COUNT(*) FROM step_result GROUP BY outcome")

    floor, program = in_turn(full_scan, lambda: progress(desk, cycle), 3)
    detail = f"({program * 1000:.1f} ms; full scan of {results:,}: {floor * 1000:.0f} ms)"
    yield Figure(4, "progress with 1,000,000 results", program * 1000, 50, "ms", detail)
    yield Figure(4, "the same against its own full scan", program / floor, 0.15, "×", detail)
