"""What a person decides about a returned workbook, before any of it is written."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from changedesk.overview.returns import Cell, Decision, Preview, Verdict
from changedesk.store.fields import Choice

CONFLICTS, ASKED, REJECTED, NOTES, TAKEN, SAME = (
    "conflicts", "asked", "rejected", "notes", "taken", "same",
)  # fmt: skip


@dataclass
class Deciding:
    """The decisions by unit, and the answers by the key of a cell, beside the preview."""

    preview: Preview
    decisions: dict[str, Decision] = field(default_factory=dict)
    answers: dict[str, str] = field(default_factory=dict)

    @cached_property
    def groups(self) -> dict[str, tuple[Cell, ...]]:
        """Return the cells by what they need, what needs a person first."""
        rejected = self.preview.rejected
        asked = tuple(cell for cell in rejected if self.options(cell))
        known = {cell.key for cell in asked}
        return {
            CONFLICTS: self.preview.conflicts,
            ASKED: asked,
            REJECTED: tuple(cell for cell in rejected if cell.key not in known),
            TAKEN: self.preview.taken,
            SAME: self.preview.same,
        }

    def options(self, cell: Cell) -> tuple[Choice, ...]:
        """Return what an unclear cell can be said to mean; nothing where it cannot be mended."""
        if cell.verdict is not Verdict.REJECTED:
            return ()
        choices = self._choices.get((cell.key.partition("/")[0], cell.column), ())
        known = cell.row in self._rows.get(cell.key.partition("/")[0], ())
        unclear = cell.returned and cell.value in ("", "disputed")
        if choices and (cell.suggested or (known and unclear)):
            return choices
        return (Choice(cell.suggested, cell.suggestion),) if cell.suggested else ()

    @cached_property
    def _choices(self) -> dict[tuple[str, str], tuple[Choice, ...]]:
        return {
            (view.table.key, column.key): tuple(
                Choice(one.code, one.label, one.glyph) for one in column.choices
            )
            for view in self.preview.views
            for column in view.table.columns
        }

    @cached_property
    def _rows(self) -> dict[str, frozenset[str]]:
        return {view.table.key: frozenset(view.state.now) for view in self.preview.views}

    @cached_property
    def _by_unit(self) -> dict[str, list[Cell]]:
        found: dict[str, list[Cell]] = {}
        for cell in self.preview.cells:
            found.setdefault(cell.unit, []).append(cell)
        return found

    def unit(self, cell: Cell) -> Sequence[Cell]:
        """Return the cells that are decided together with one, in the order of the file."""
        return [one for one in self._by_unit[cell.unit] if one.verdict is cell.verdict]

    def decide(self, cells: Iterable[Cell], decision: Decision) -> set[str]:
        """Decide cells as far as they can be decided so; return the units that were."""
        done = {cell.unit for cell in cells if decision in cell.choices and is_open(cell)}
        self.decisions |= dict.fromkeys(done, decision)
        return done

    def answer(self, cells: Iterable[Cell], code: str) -> set[str]:
        """Say what unclear cells mean (the empty text: they are left out); return their units."""
        done = set()
        for cell in cells:
            if not code and cell.key in self.answers:
                del self.answers[cell.key]
                done.add(cell.unit)
            elif code and any(code == choice.code for choice in self.options(cell)):
                self.answers[cell.key] = code
                done.add(cell.unit)
        return done

    def is_decided(self, cell: Cell) -> bool:
        """Tell whether somebody said what becomes of a cell."""
        return cell.unit in self.decisions or cell.key in self.answers

    def undecided(self, group: str) -> int:
        """Return how many rows or cells of a group nobody has decided."""
        return len({cell.unit for cell in self.groups[group] if not self.is_decided(cell)})


def is_open(cell: Cell) -> bool:
    """Tell whether a cell can be taken or left."""
    return cell.verdict in (Verdict.CONFLICT, Verdict.TAKE)
