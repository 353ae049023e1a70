"""What a returned workbook is seen as: cells that were filled in, and what is proposed for each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from changedesk.overview.returns.comparing import TableView
    from changedesk.overview.returns.sign_off import SignOff
    from changedesk.overview.returns.tables import Context

Decision = Literal["take", "keep", "both"]
"""take: what was returned counts; keep: what is there counts; both: both stay, as a dispute."""


class Verdict(StrEnum):
    """What became of a cell that was filled in."""

    TAKE = "take"
    SAME = "same"
    CONFLICT = "conflict"
    REJECTED = "rejected"


class Cell(NamedTuple):
    """A cell that somebody filled in: where it stands, and what it said at export, now and here.

    Cells of one `unit` are decided together; `decision` is what is proposed. A rejected cell with
    a `suggestion` can be mended by an answer. `value` is what it says as a code, `words` are what
    people read, `note` is what its words say beyond the code. `key` names the cell for ever within
    its document.
    """

    key: str
    unit: str
    row: str
    column: str
    where: str
    record: str
    field: str
    before: str
    now: str
    returned: str
    verdict: Verdict
    decision: Decision
    value: str = ""
    why: str = ""
    suggestion: str = ""
    suggested: str = ""
    note: str = ""

    @property
    def choices(self) -> tuple[Decision, ...]:
        """Return how it can be decided."""
        if self.verdict is Verdict.CONFLICT:
            return ("keep", "take", "both") if self.decision == "both" else ("keep", "take")
        return ("take", "keep") if self.verdict is Verdict.TAKE else ("keep",)


@dataclass(frozen=True, slots=True)
class Note:
    """Something about the file that a person should know: where, and what, in a sentence.

    `unread`: something that is there was not read, and only a person can say whether that matters.
    """

    where: str
    why: str
    unread: bool = False


@dataclass(frozen=True)
class Preview:
    """A returned workbook beside the workspace, before anything is written.

    `again` says in a sentence when this very file was taken in already: then `cells` is empty.
    `document` is the key of the export that it was made from, None where that is not known;
    `testers` are the names that were written over the tester of a row, by the row's id.
    """

    path: Path
    digest: str
    kind: str
    project: int
    document: int | None
    document_name: str
    returned_by: str
    known_by: str
    cells: tuple[Cell, ...]
    notes: tuple[Note, ...]
    warnings: tuple[str, ...]
    again: str
    state: str
    context: "Context"
    views: "tuple[TableView, ...]"
    block: "SignOff"
    testers: Mapping[str, str] = field(default_factory=dict)

    def of(self, verdict: Verdict) -> tuple[Cell, ...]:
        """Return the cells with a verdict, in the order of the file."""
        return self._by_verdict.get(verdict, ())

    @cached_property
    def _by_verdict(self) -> Mapping[Verdict, tuple[Cell, ...]]:
        return {one: tuple(c for c in self.cells if c.verdict is one) for one in Verdict}

    @property
    def conflicts(self) -> tuple[Cell, ...]:
        """Return what was changed on both sides: a person decides."""
        return self.of(Verdict.CONFLICT)

    @property
    def asked(self) -> tuple[Cell, ...]:
        """Return the rejected cells that an answer can mend."""
        return tuple(cell for cell in self.of(Verdict.REJECTED) if cell.suggested)

    @property
    def rejected(self) -> tuple[Cell, ...]:
        """Return what is not taken as it stands."""
        return self.of(Verdict.REJECTED)

    @property
    def taken(self) -> tuple[Cell, ...]:
        """Return what is new and collides with nothing."""
        return self.of(Verdict.TAKE)

    @property
    def same(self) -> tuple[Cell, ...]:
        """Return what says the same as the workspace does by now."""
        return self.of(Verdict.SAME)

    @property
    def needs_a_person(self) -> bool:
        """Tell whether anything is to be decided or looked at."""
        return bool(self.conflicts or self.rejected)


def decided(cells: Iterable[Cell], decisions: Mapping[str, Decision]) -> dict[str, Decision]:
    """Return the decision for each unit: what was decided by its name, else what is proposed."""
    found: dict[str, Decision] = {}
    for cell in cells:
        open_ = cell.verdict in (Verdict.TAKE, Verdict.CONFLICT)
        if open_:
            found[cell.unit] = cell.decision
        found.setdefault(cell.unit, "keep")
    return {unit: decisions.get(unit, proposed) for unit, proposed in found.items()}
