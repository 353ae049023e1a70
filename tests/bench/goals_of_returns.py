"""Goal 8: a returned workbook read and compared, against openpyxl that only reads it."""

import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from figures import Figure, in_turn, seconds

from changedesk.desk import new_desk, open_desk
from changedesk.overview.documents import Wanted, document_called, export
from changedesk.overview.returns import preview
from changedesk.people.actions import add_person, add_project
from changedesk.people.queries import project_called
from changedesk.store.workspace import Workspace
from changedesk.uat.cycles import add_cycle, plan_runs
from changedesk.uat.scripts import add_scripts

_STEPS_OF_A_SCRIPT = 10
_EMPTY_OUTCOME = re.compile(rb'<c r="G(\d+)" s="(\d+)"/>')
_FILLED = '<c r="G\\1" s="\\2" t="inlineStr"><is><t>✔ Pass</t></is></c>'.encode()


def returns(_workspace: Path) -> Iterator[Figure]:
    """Read, compare and preview a return of 10,000 rows, and one of 5,000."""
    with tempfile.TemporaryDirectory() as folder:
        desk, path = _returned(Path(folder), 10_000)
        try:
            floor, program = in_turn(lambda: _only_read(path), lambda: preview(desk, path), 3)
            found = len(preview(desk, path).taken)
        finally:
            desk.close()
    detail = f"({program:.2f} s, {found:,} cells; openpyxl read_only {floor:.2f} s)"
    yield Figure(8, "preview of a return of 10,000 rows", program / floor, 0.4, "×", detail)
    with tempfile.TemporaryDirectory() as folder:
        desk, path = _returned(Path(folder), 5_000)
        try:
            taken = seconds(lambda: preview(desk, path), 3)
        finally:
            desk.close()
    yield Figure(8, "preview of a return of 5,000 rows", taken, 4, "s")


def _returned(folder: Path, rows: int) -> tuple[Workspace, Path]:
    """Export a cycle of as many steps, and fill in every outcome."""
    new_desk(folder / "bench.changedesk", actor="Dana").close()
    desk = open_desk(folder / "bench.changedesk", actor="Dana")
    project = add_project(desk, "CRM", "Service Cloud")
    tester = add_person(desk, "Ana")
    titles = [f"Script {n}" for n in range(rows // _STEPS_OF_A_SCRIPT)]
    steps = [
        [
            {"do": f"Open case {n} and look at {k}", "expected": f"Field {k} of case {n} is set"}
            for k in range(_STEPS_OF_A_SCRIPT)
        ]
        for n in range(len(titles))
    ]
    with desk.change("Add") as change:
        scripts = add_scripts(
            change, [{"project": project, "title": title} for title in titles], steps
        )
    plan_runs(desk, add_cycle(desk, project, "Round"), scripts, [tester])
    path = folder / "back.xlsx"
    export(desk, document_called("uat-workbook"), Wanted(project_called(desk)), path)
    _fill_in(path)
    return desk, path


def _fill_in(path: Path) -> None:
    with ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    with ZipFile(path, "w", ZIP_DEFLATED) as package:
        for name, data in parts.items():
            steps = b"_cd_" not in name.encode() and b"Expected result" in data
            package.writestr(name, _EMPTY_OUTCOME.sub(_FILLED, data) if steps else data)


def _only_read(path: Path) -> None:
    from openpyxl import load_workbook

    book = load_workbook(path, read_only=True)
    for sheet in book.worksheets:
        for _ in sheet.iter_rows(values_only=True):
            pass
    book.close()
