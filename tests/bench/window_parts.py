"""What the window's bench needs made: a cycle to run, a second workspace, a workbook to import."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from changedesk.desk import new_desk
from changedesk.store.workspace import Workspace
from changedesk.uat.cycles import add_cycle, plan_runs
from changedesk.uat.queries import CycleRow, cycles
from changedesk.uat.records import Script


class PaintCounter(QObject):
    """Counts how often a widget was painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.Paint
        return False


def fresh_cycle(workspace: Workspace, project: int) -> CycleRow:
    """Plan a new cycle of fifty scripts for nobody in particular, and return it."""
    key = add_cycle(workspace, project, "Bench")
    rows = workspace.rows(Script.select(Script.id).where(Script.project == project).limit(50))
    plan_runs(workspace, key, [row.id for row in rows], [None])
    return next(cycle for cycle in cycles(workspace, project) if cycle.id == key)


def copy_of(workspace: Workspace, path: Path) -> Workspace:
    """Return another workspace with the same operations."""
    other = new_desk(path, actor="Bench")
    other.receive(workspace.operations())
    return other


def write_scripts(path: Path, rows: int, steps: int = 1) -> None:
    """Write a workbook of as many rows of twelve cells: scripts with `steps` steps each."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Test cases")
    sheet.append([
        "ID", "Title", "Area", "Priority", "Preconditions", "Step", "Action", "Test data",
        "Expected result", "Status", "Tester", "Comment",
    ])  # fmt: skip
    for row in range(rows):
        number, step = row // steps + 1, row % steps + 1
        sheet.append([
            f"TC-{number:05}", f"Look up customer {number} by telephone", "Telephony", "High",
            "The agent is signed in", step, f"Call from number {number} and do {step}",
            f"+44 20 7946 {number:05}", "The customer's page opens within two seconds",
            "Pass" if number % 9 else "Fail", f"Tester {number % 7}", f"Tried at desk {number}",
        ])  # fmt: skip
    book.save(path)
