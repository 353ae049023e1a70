"""The steps of a script as a sheet that is edited at once and written in the order of the edits.

No Qt in here. An edit changes `rows` immediately and is a `StepEdit` that a worker carries out
later. It speaks of places, not of keys: keys change when an edit makes a new version.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from changedesk.store.errors import UserError
from changedesk.store.workspace import Workspace
from changedesk.uat import scripts
from changedesk.uat.records import Step


class Texts(NamedTuple):
    """What a row says; `trials` and `threshold` are whole numbers as they are typed."""

    do: str = ""
    data: str = ""
    expected: str = ""
    trials: str = ""
    threshold: str = ""


Rows = tuple[Texts, ...]
FIELDS = Texts._fields
NUMBERS = {"trials": (2, 1000), "threshold": (0, 100)}
"""The fields that hold a number, with the least and the most that it can be."""


def is_fitting(name: str, text: str) -> bool:
    """Tell whether a text can stand in a field; an empty one always can."""
    if name not in NUMBERS or not text:
        return True
    least, most = NUMBERS[name]
    return text.isascii() and text.isdigit() and least <= int(text) <= most


def _row(step: Step) -> Texts:
    numbers = ("" if value is None else str(value) for value in (step.trials, step.threshold))
    return Texts(step.do, step.data, step.expected, *numbers)


def _fields(texts: Mapping[str, str]) -> dict[str, Any]:
    # As the record takes them: numbers for texts, nothing for an empty one.
    return {
        name: (int(text) if text else None) if name in NUMBERS else text
        for name, text in texts.items()
    }


def read_rows(workspace: Workspace, script: int) -> Rows:
    """Return the rows of a script as they stand; for a worker."""
    steps = scripts.steps_of(workspace, scripts.current_version(workspace, script))
    return tuple(_row(step) for step in steps)


@dataclass(frozen=True)
class StepEdit:
    """An edit of a sheet that stood as `before`; `write` gets the keys of its rows in order."""

    script: int
    before: Rows
    write: Callable[[Workspace, list[int]], None]

    def __call__(self, workspace: Workspace) -> None:
        """Write it; raises UserError when the steps do not stand as they did."""
        version = scripts.current_version(workspace, self.script)
        steps = scripts.steps_of(workspace, version)
        if tuple(_row(step) for step in steps) != self.before:
            raise UserError("These steps were changed elsewhere just now: look at them again.")
        self.write(workspace, [step.id for step in steps])


class StepSheet:
    """The rows of one script. Every editing method returns the edit to write, or None for nothing.

    The edits of one sheet must be carried out one after the other.
    """

    def __init__(self, script: int, rows: Sequence[Texts] = ()) -> None:
        self.script = script
        self.rows = list(rows)

    def set_texts(self, texts: Mapping[int, Mapping[str, str]]) -> StepEdit | None:
        """Put texts into cells of rows that are there, by place and field."""
        before = tuple(self.rows)
        changes = {}
        for place, fields in texts.items():
            now = self.rows[place]
            differing = {name: text for name, text in fields.items() if getattr(now, name) != text}
            if differing:
                self.rows[place] = now._replace(**differing)
                changes[place] = differing
        if not changes:
            return None

        def write(workspace: Workspace, keys: list[int]) -> None:
            edits = {keys[place]: _fields(fields) for place, fields in changes.items()}
            scripts.edit_steps(workspace, self.script, edits)

        return StepEdit(self.script, before, write)

    def insert(self, at: int, texts: Sequence[Mapping[str, str]]) -> StepEdit:
        """Make rows at a place."""
        before = tuple(self.rows)
        fresh = [Texts(**fields) for fields in texts]
        self.rows[at:at] = fresh

        def write(workspace: Workspace, _: list[int]) -> None:
            added = [_fields(row._asdict()) for row in fresh]
            scripts.add_steps(workspace, self.script, added, at + 1)

        return StepEdit(self.script, before, write)

    def remove(self, places: Sequence[int]) -> StepEdit | None:
        """Take rows out."""
        before, gone = tuple(self.rows), sorted(set(places))
        if not gone:
            return None
        self.rows = [row for place, row in enumerate(before) if place not in gone]

        def write(workspace: Workspace, keys: list[int]) -> None:
            scripts.remove_steps(workspace, self.script, [keys[place] for place in gone])

        return StepEdit(self.script, before, write)

    def move(self, place: int, to: int) -> StepEdit | None:
        """Move a row to another place."""
        before = tuple(self.rows)
        if place == to or not (0 <= place < len(before) and 0 <= to < len(before)):
            return None
        self.rows.insert(to, self.rows.pop(place))

        def write(workspace: Workspace, keys: list[int]) -> None:
            scripts.move_step(workspace, self.script, keys[place], to + 1)

        return StepEdit(self.script, before, write)
