"""Goals 5 and 6: a long workbook and long Word tables, against the plain libraries."""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from figures import Figure, in_turn, peak_mb, seconds

STEPS = 20_000  # a cycle of the large sample: two runs of each of its 10,000 steps
COLUMNS = 12


def workbook(workspace: Path) -> Iterator[Figure]:
    """From the database to the saved workbook, against openpyxl writing the same styled cells."""
    figures: dict[str, list[tuple[float, float]]] = {}
    for side in ("plain", "changedesk", "plain", "changedesk", "plain", "changedesk"):
        taken, memory = _in_a_process(side, workspace)
        figures.setdefault(side, []).append((taken, memory))
    floor, program = (sorted(figures[side])[1] for side in ("plain", "changedesk"))
    detail = f"({program[0]:.2f} s; openpyxl write_only {floor[0]:.2f} s)"
    yield Figure(5, "uat-workbook of 20,000 rows", program[0] / floor[0], 0.30, "×", detail)
    detail = f"(peak {program[1]:.0f} MB; openpyxl write_only {floor[1]:.0f} MB)"
    yield Figure(5, "its memory", program[1] / floor[1], 1.5, "×", detail)


def _in_a_process(side: str, workspace: Path) -> tuple[float, float]:
    out = subprocess.run(
        [sys.executable, __file__, side, str(workspace)],
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    taken, memory = json.loads(out.splitlines()[-1])
    return taken, memory


def write_plain(target: Path) -> None:
    """Write as many styled cells as the steps sheet has, with openpyxl's write_only mode."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Border, Font, Side

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Steps")
    font, wrap = Font(size=10), Alignment(wrap_text=True, vertical="top")
    border = Border(bottom=Side(style="thin"))
    for row in range(STEPS):
        cells = []
        for column in range(COLUMNS):
            cell = WriteOnlyCell(sheet, f"Step {row} of column {column}: watch the agent desktop")
            cell.font, cell.alignment, cell.border = font, wrap, border
            cells.append(cell)
        sheet.append(cells)
    book.save(target)


def write_ours(workspace: Path, target: Path) -> int:
    """Export the first cycle of the large sample; return how many rows it wrote."""
    from changedesk.desk import open_desk
    from changedesk.people.queries import projects
    from changedesk.uat.queries import cycles
    from changedesk.uat.workbook import export_uat_workbook

    desk = open_desk(workspace)
    try:
        cycle = cycles(desk, projects(desk)[0].id)[0]
        return export_uat_workbook(desk, cycle.id, target).rows
    finally:
        desk.close()


def word_tables(_workspace: Path) -> Iterator[Figure]:
    """A Word table of 1,000 rows against python-docx's add_row, and of 5,000 against 1,000."""
    with tempfile.TemporaryDirectory() as folder:
        plain, ours = Path(folder) / "plain.docx", Path(folder) / "ours.docx"
        floor, one = in_turn(lambda: plain_word(plain), lambda: our_word(ours, 1000), 3)
        five = seconds(lambda: our_word(ours, 5000), 3)
    detail = f"({one:.2f} s; add_row {floor:.2f} s)"
    yield Figure(6, "Word table of 1,000 rows", one / floor, 0.05, "×", detail)
    yield Figure(6, "5,000 rows against 1,000", five / one, 6, "×", f"({five:.2f} s)")


def plain_word(target: Path) -> None:
    """Build 1,000 rows of 6 cells row by row, in the quickest way that python-docx offers."""
    from docx import Document

    document = Document()
    table = document.add_table(rows=1, cols=6)
    for row in range(1000):
        for column, cell in enumerate(table.add_row().cells):
            cell.text = f"row {row} column {column}"
    document.save(str(target))


def our_word(target: Path, rows: int) -> None:
    """Build the same through the toolkit."""
    from changedesk.office import layout
    from changedesk.office.identity import Identity
    from changedesk.office.word import write_document

    columns = tuple(layout.Column(f"Column {n}", f"c{n}") for n in range(6))
    table = layout.Table(columns, [[f"row {r} column {c}" for c in range(6)] for r in range(rows)])
    identity = Identity("x", "y", "bench", datetime(2026, 3, 1, tzinfo=UTC))
    write_document(layout.Document("Bench", (table,), identity), target)


def _child(side: str, workspace: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "out.xlsx"
        work: Callable[[], object] = lambda: write_plain(target)  # noqa: E731
        if side == "changedesk":
            work = lambda: write_ours(workspace, target)  # noqa: E731
        start = time.perf_counter()
        work()
        taken = time.perf_counter() - start
    print(json.dumps([taken, peak_mb()]))


if __name__ == "__main__":
    # openpyxl loads NumPy where it finds it, as it does beside our tests; no installation has it.
    sys.modules["numpy"] = None  # type: ignore[assignment]
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    _child(sys.argv[1], Path(sys.argv[2]))
