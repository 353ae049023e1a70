"""What an import dialog asks of the readers: a file, and what a person decided about it.

No widget in here; everything is for workers and for tests.
"""

from dataclasses import dataclass, field, replace
from pathlib import Path

from changedesk.exchange.drafts import Outcome, Place, ScriptImport
from changedesk.exchange.reader import read_file
from changedesk.exchange.scripts import scripts_of
from changedesk.exchange.sheets import ForeignFile
from changedesk.store.workspace import Workspace
from changedesk.uat.importing import Taken, import_scripts

AUTOMATIC = ""
DAY_FIRST, MONTH_FIRST = "day", "month"


@dataclass(frozen=True)
class Decisions:
    """What a person decided: sheets added and left out, columns, unknown words, date order."""

    taken: frozenset[str] = frozenset()
    left: frozenset[str] = frozenset()
    mapping: dict[str, str] = field(default_factory=dict)
    answers: dict[str, Outcome | None] = field(default_factory=dict)
    date_order: str = AUTOMATIC


@dataclass(frozen=True)
class Reading:
    """A file as it was read, what it makes with these decisions, and how many rows were left out
    with sheets that a person took the tick off.
    """

    file: ForeignFile
    decisions: Decisions
    found: ScriptImport
    left_rows: int


def first_reading(path: Path) -> Reading:
    """Read a file in the child process; raises UserError for one that is refused."""
    return read_again(read_file(path), Decisions())


def read_again(file: ForeignFile, decisions: Decisions) -> Reading:
    """Make sense of a file that was read already."""
    kept = replace(file, sheets=tuple(s for s in file.sheets if s.name not in decisions.left))
    order = decisions.date_order
    found = scripts_of(
        kept,
        mapping=decisions.mapping,
        take=[Place(name, 0) for name in sorted(decisions.taken - decisions.left)],
        answers=decisions.answers,
        date_order="day" if order == DAY_FIRST else "month" if order == MONTH_FIRST else None,
    )
    left = [sheet for sheet in file.sheets if sheet.name in decisions.left]
    rows = sum(any(text.strip() for text in row) for sheet in left for row in sheet.rows)
    return Reading(file, decisions, found, rows)


def result_count(found: ScriptImport) -> int:
    """Return how many results an import would make."""
    steps = sum(1 for script in found.scripts for step in script.steps if step.outcome)
    return steps + sum(1 for script in found.scripts if script.outcome)


def step_count(found: ScriptImport) -> int:
    """Return how many steps an import would make."""
    return sum(len(script.steps) for script in found.scripts)


def take_in(workspace: Workspace, project: int, reading: Reading, cycle: int | None) -> Taken:
    """Make one change of it: a backup first, as before everything that changes much."""
    if workspace.path is not None:
        workspace.backup()
    return import_scripts(workspace, project, reading.found, cycle=cycle)
