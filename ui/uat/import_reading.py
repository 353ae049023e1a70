"""What an import dialog asks of the readers: a file, and what a person decided about it.

No widget in here; everything is for workers and for tests.
"""

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import get_args

from changedesk.exchange.asked import Asked
from changedesk.exchange.change.drafts import ChangeImport
from changedesk.exchange.change.files import KINDS as CHANGE_KINDS
from changedesk.exchange.drafts import (
    Import,
    Outcome,
    Place,
    ResultImport,
    RowNote,
    ScriptImport,
    SheetNote,
)
from changedesk.exchange.making import Taken
from changedesk.exchange.profiles import Profile, keep_profile, kept_profile
from changedesk.exchange.reader import read_file
from changedesk.exchange.recognise import RECOGNISERS, recognise_file
from changedesk.exchange.sheets import ForeignFile
from changedesk.handover.importing import import_change, unclear_people
from changedesk.store.workspace import Workspace
from changedesk.uat.importing import import_found
from changedesk.uat.importing_results import homeless

AUTOMATIC = ""
DAY_FIRST, MONTH_FIRST = "day", "month"
_OUTCOMES: dict[str, Outcome] = {code: code for code in get_args(Outcome)}


@dataclass(frozen=True)
class Decisions:
    """What a person decided: kind, sheets added and left out, columns, unknown words, date order.

    `answers` are about results, `words` about all else: severity, levels, attitudes, codes.
    """

    taken: frozenset[str] = frozenset()
    left: frozenset[str] = frozenset()
    mapping: dict[str, str] = field(default_factory=dict)
    answers: dict[str, Outcome | None] = field(default_factory=dict)
    date_order: str = AUTOMATIC
    words: dict[str, str] = field(default_factory=dict)
    kind: str = AUTOMATIC


@dataclass(frozen=True)
class Reading:
    """A file as it was read, what it makes with these decisions, and what stays out.

    `left_rows` counts rows in sheets that a person took the tick off. `kinds` are those that the
    file can be read as. `homeless` are results whose script is not here, and rows of people whom
    several may be. `remembered` says that
    decisions about an earlier file of this form were taken over.
    """

    file: ForeignFile
    decisions: Decisions
    found: Import | ChangeImport
    left_rows: int
    kinds: tuple[str, ...] = ()
    homeless: tuple[RowNote, ...] = ()
    remembered: bool = False

    @property
    def sheets(self) -> tuple[SheetNote, ...]:
        """Return what is said about each sheet; a tree of results has none."""
        return () if isinstance(self.found, ResultImport) else self.found.sheets


def first_reading(path: Path) -> Reading:
    """Read a file in the child process; raises UserError for one that is refused.

    What was decided about an earlier file of the same form is taken over.
    """
    reading = read_again(read_file(path), Decisions())
    if isinstance(reading.found, ScriptImport | ChangeImport):
        kept = kept_profile(reading.found.fingerprint)
        if kept is not None:
            decided = _decided(kept, reading.found)
            return replace(read_again(reading.file, decided), remembered=True)
    return reading


def read_again(file: ForeignFile, decisions: Decisions) -> Reading:
    """Make sense of a file that was read already."""
    recogniser = recognise_file(file, decisions.kind or None)
    kept = replace(file, sheets=tuple(s for s in file.sheets if s.name not in decisions.left))
    order = decisions.date_order
    asked = Asked(
        mapping=decisions.mapping,
        take=[Place(name, 0) for name in sorted(decisions.taken - decisions.left)],
        answers=decisions.answers,
        date_order="day" if order == DAY_FIRST else "month" if order == MONTH_FIRST else None,
        words=decisions.words,
    )
    found = recogniser.read(kept, asked)
    left = [sheet for sheet in file.sheets if sheet.name in decisions.left]
    rows = sum(any(text.strip() for text in row) for sheet in left for row in sheet.rows)
    # Only a table can be one thing or another; a tool's tree says what it is.
    tables = any(sheet.rows for sheet in file.sheets)
    kinds = {known.kind: None for known in RECOGNISERS if tables and known.knows(file)}
    if found.kind in CHANGE_KINDS:
        kinds = {found.kind: None} | kinds
    return Reading(file, decisions, found, rows, tuple(kinds))


def placed(workspace: Workspace, project: int | None, reading: Reading) -> Reading:
    """Return a reading that knows which of its results have no script in the project."""
    found = reading.found
    if isinstance(found, ChangeImport):
        return replace(reading, homeless=tuple(unclear_people(workspace, found)))
    if not isinstance(found, ResultImport) or project is None:
        return reading
    return replace(reading, homeless=tuple(homeless(workspace, project, found)))


def result_count(found: Import | ChangeImport) -> int:
    """Return how many results a file tells of."""
    if isinstance(found, ResultImport):
        return len(found.results)
    if not isinstance(found, ScriptImport):
        return 0
    steps = sum(1 for script in found.scripts for step in script.steps if step.outcome)
    return steps + sum(1 for script in found.scripts if script.outcome)


def step_count(found: ScriptImport) -> int:
    """Return how many steps an import would make."""
    return sum(len(script.steps) for script in found.scripts)


def record_count(reading: Reading) -> int:
    """Return how many records of its kind an import would take in."""
    found = reading.found
    if isinstance(found, ChangeImport):
        unclear = {note.where for note in reading.homeless}
        return sum(draft.where not in unclear for draft in found.drafts)
    match found.kind:
        case "scripts":
            return len(found.scripts)
        case "results":
            return len(found.results) - len(reading.homeless)
        case "defects":
            return len(found.defects)
    return len(found.requirements)


def take_in(workspace: Workspace, project: int, reading: Reading, cycle: int | None) -> Taken:
    """Make one change of it: a backup first, as before everything that changes much.

    What was decided is kept for the next file of the same form.
    """
    if workspace.path is not None:
        workspace.backup()
    found = reading.found
    if isinstance(found, ChangeImport):
        taken = import_change(workspace, project, found)
        keep_profile(found.fingerprint, _profile(reading.decisions))
        return taken
    taken = import_found(workspace, project, found, cycle=cycle)
    if isinstance(found, ScriptImport):
        keep_profile(found.fingerprint, _profile(reading.decisions))
    return taken


def _profile(decisions: Decisions) -> Profile:
    # A file asks about results or about other words, never about both.
    answers: dict[str, str] = {w: outcome or "" for w, outcome in decisions.answers.items()}
    answers |= decisions.words
    return Profile(decisions.mapping, answers, decisions.date_order)


def _decided(kept: Profile, found: Import | ChangeImport) -> Decisions:
    if isinstance(found, ChangeImport):
        return Decisions(
            mapping=dict(kept.mapping), words=dict(kept.answers), date_order=kept.date_order
        )
    return Decisions(
        mapping=dict(kept.mapping),
        answers={word: _OUTCOMES.get(code) for word, code in kept.answers.items()},
        date_order=kept.date_order,
    )
