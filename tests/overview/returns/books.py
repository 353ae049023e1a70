"""A workspace with a cycle, the workbook of it, and ways to fill it in and to spoil it."""

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import load_workbook

from changedesk.desk import new_desk
from changedesk.overview.documents import Wanted, document_called, export
from changedesk.overview.returns import Account, Preview, preview, take
from changedesk.people.actions import add_group, add_person, add_project
from changedesk.people.queries import project_called
from changedesk.store.workspace import Workspace
from changedesk.uat import queries
from changedesk.uat.capture import record_result, start_run
from changedesk.uat.cycles import add_cycle, plan_runs
from changedesk.uat.records import Run
from changedesk.uat.scripts import add_script

HEADER = 4
FIRST = HEADER + 1
OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
FILLED = {
    0: {"Outcome": "✔ Pass"},
    1: {"Outcome": "✔ Pass"},
    2: {"Outcome": "✖ Fail", "What happened": "The list stays empty"},
    5: {"Outcome": "✔ Pass"},
    6: {"Outcome": "⊘ Blocked", "What happened": "No account"},
    7: {"Outcome": "— Not applicable"},
}
"""What the supervisor fills in: eight cells of six rows, none of which had a result before."""


def build(path: Path) -> None:
    """Make a workspace: six scripts of five steps; the last script has results already."""
    desk = new_desk(path, actor="Dana")
    project = add_project(desk, "CRM", "Service Cloud", manager="Dana", sponsor="Sam")
    group = add_group(desk, "Inbound", lead="Sara Lead", headcount=9)
    ana = add_person(desk, "Ana", group=group)
    scripts = [
        add_script(
            desk,
            project,
            f"Script {n}",
            [{"do": f"Do {n}.{k} here", "expected": f"See {n}.{k}"} for k in range(1, 6)],
        )
        for n in range(1, 7)
    ]
    cycle = add_cycle(desk, project, "Round one")
    plan_runs(desk, cycle, scripts, [ana])
    record(desk, 6, 1, "pass")
    record(desk, 6, 2, "fail", "Broke")
    desk.close()


def record(desk: Workspace, script: int, step: int, outcome: str, actual: str = "") -> None:
    """Record a result as the desk does: the script and the step by their numbers."""
    run = run_of(desk, script)
    start_run(desk, run)
    sheet = queries.run_sheet(desk, run)
    record_result(desk, run, sheet.steps[step - 1].id, outcome, actual=actual)


def run_of(desk: Workspace, script: int) -> int:
    """Return the run of a script by its number."""
    found = queries.script_called(desk, project_called(desk).id, f"UAT-{script:03}")
    run = desk.find(Run, script=found.id)
    assert run is not None
    return run.id


def outcome(desk: Workspace, script: int, step: int) -> str:
    """Return the outcome of a step as it stands."""
    return queries.run_sheet(desk, run_of(desk, script)).steps[step - 1].outcome


@dataclass
class Book:
    """The workbook in the hands of somebody. Rows of the steps are counted from nought."""

    path: Path
    book: Any
    columns: dict[str, int] = field(default_factory=dict)

    @property
    def steps(self) -> Any:
        return self.book["Steps"]

    def put(self, row: int, column: str, value: Any) -> Any:
        """Type into a cell and return it."""
        cell = self.steps.cell(FIRST + row, self.columns[column])
        cell.value = value
        return cell

    def at(self, row: int, column: str) -> Any:
        return self.steps.cell(FIRST + row, self.columns[column])

    def fill(self, filled: dict[int, dict[str, str]] | None = None) -> "Book":
        """Fill it in as the supervisor did."""
        for row, cells in (FILLED if filled is None else filled).items():
            for column, value in cells.items():
                self.put(row, column, value)
        return self

    def rows(self) -> list[list[Any]]:
        """Return the values of the body."""
        sheet = self.steps
        return [
            [cell.value for cell in row]
            for row in sheet.iter_rows(min_row=FIRST, max_row=sheet.max_row)
        ]

    def write_rows(self, rows: list[list[Any]]) -> None:
        """Put other values into the body."""
        sheet = self.steps
        sheet.delete_rows(FIRST, sheet.max_row)
        for place, row in enumerate(rows):
            for column, value in enumerate(row, 1):
                sheet.cell(FIRST + place, column).value = value

    def save(self) -> Path:
        self.book.save(self.path)
        return self.path


@dataclass
class Hands:
    """A workspace and the workbook that was exported from it."""

    desk: Workspace
    folder: Path
    sent: Path

    def open(self, name: str = "back.xlsx", sent: Path | None = None) -> Book:
        """Open a copy of what was sent, to fill it in."""
        book = load_workbook(sent or self.sent)
        head = {str(cell.value): int(cell.column or 0) for cell in book["Steps"][HEADER]}
        return Book(self.folder / name, book, head)

    def export(self, name: str, document: str = "uat-workbook") -> Path:
        """Export another one."""
        wanted = Wanted(project_called(self.desk))
        return export(self.desk, document_called(document), wanted, self.folder / name).path

    def receive(self, path: Path, **chosen: Any) -> tuple[Preview, Account]:
        """Look at a file and take it in."""
        seen = preview(self.desk, path)
        return seen, take(self.desk, seen, **chosen)


def rewrite(path: Path, change: Callable[[str, bytes], bytes | None]) -> Path:
    """Rewrite the parts of a package; None leaves a part out."""
    with ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    with ZipFile(path, "w", ZIP_DEFLATED) as package:
        for name, data in parts.items():
            told = change(name, data)
            if told is not None:
                package.writestr(name, told)
    return path


def resave(path: Path, *forms: str) -> Path:
    """Save a file again with LibreOffice, in one form after the other."""
    if OFFICE is None:
        pytest.skip("LibreOffice is not installed")
    for number, form in enumerate(forms):
        folder = path.parent / f"saved{number}"
        profile = (path.parent / "profile").as_uri()
        subprocess.run(
            [OFFICE, f"-env:UserInstallation={profile}", "--headless", "--convert-to", form,
             "--outdir", str(folder), str(path)],
            check=True, capture_output=True, timeout=240,
        )  # fmt: skip
        path = folder / f"{path.stem}.{form.split(':', maxsplit=1)[0]}"
    return path
