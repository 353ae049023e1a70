"""Goals 4 and 14: figures of a cycle, and a backup while in use."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from figures import Figure, in_turn

from changedesk.desk import open_desk
from changedesk.people.queries import projects
from changedesk.uat.queries import cycles
from changedesk.uat.standings import progress as progress_of


def progress(workspace: Path) -> Iterator[Figure]:
    """Where a cycle stands, against counting every result of it."""
    desk = open_desk(workspace)
    try:
        project = projects(desk)[0]
        cycle = cycles(desk, project.id)[0]

        def full_scan() -> None:
            with desk.connected() as sql:
                sql.rows("SELECT outcome, COUNT(*) FROM step_result GROUP BY outcome")

        floor, program = in_turn(full_scan, lambda: progress_of(desk, cycle))
        detail = f"({program * 1000:.1f} ms; full scan {floor * 1000:.1f} ms)"
        yield Figure(4, "progress of a cycle of `large`", program * 1000, 50, "ms", detail)
    finally:
        desk.close()


def backup(workspace: Path) -> Iterator[Figure]:
    """A consistent, checked backup against a file copy with fsync."""
    with tempfile.TemporaryDirectory(dir=workspace.parent) as folder:
        # Only SQLite may have a file open that it holds: the floor copies another.
        original = shutil.copyfile(workspace, Path(folder) / "original.changedesk")
        copy = Path(folder) / "copy.changedesk"
        target = Path(folder) / "backup.changedesk"

        def plain_copy() -> None:
            shutil.copyfile(original, copy)
            with copy.open("rb+") as file:
                os.fsync(file.fileno())

        desk = open_desk(workspace)
        try:
            floor, program = in_turn(plain_copy, lambda: desk.backup(target))
        finally:
            desk.close()
        size = workspace.stat().st_size / 1e6
        detail = f"({size:.0f} MB: {program:.2f} s; copy + fsync {floor:.2f} s)"
        yield Figure(14, "consistent backup of `large`", program / floor, 4, "×", detail)
