"""A returned table against the export and the workspace: cell by cell, three ways."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from changedesk.exchange.references import column_letters
from changedesk.exchange.returns.file import CellValue, ReturnedFile
from changedesk.exchange.returns.rows import Identified, ReturnedRow, StrayRow, identify
from changedesk.exchange.returns.tables import FoundTable, cell, look_alikes
from changedesk.exchange.returns.values import Read, Said
from changedesk.office.layout import Column
from changedesk.overview.returns.model import Cell, Decision, Note, Verdict
from changedesk.overview.returns.shifted import doubted
from changedesk.overview.returns.tables import Context, FillableTable, TableState, Values

_MISSING_NAMED = 8


@dataclass(frozen=True)
class TableView:
    """One table of the returned workbook: where it stands, its rows, what is to be said of it."""

    table: FillableTable
    state: TableState
    found: FoundTable
    known: tuple[ReturnedRow, ...]
    cells: tuple[Cell, ...] = ()
    notes: tuple[Note, ...] = ()
    by_reference: int = 0


def compared(
    context: Context, table: FillableTable, found: FoundTable, state: TableState
) -> TableView:
    """Compare a table that was found in the workbook with its rows here."""
    order = [one for (name, _), one in context.file.meta.ids.items() if name == table.key]
    rows = identify(found, state.rows, state.exported, order)
    comparison = _Comparison(context.file, table, state, found)
    for row in rows.rows:
        comparison.row(row)
    for stray in rows.stray:
        comparison.stray(stray)
    others = look_alikes(context.file, found)
    cells = comparison.cells
    if state.then is not None and not table.whole_rows:
        cells = list(doubted(cells, {row.id: state.then.get(row.id, {}) for row in rows.rows}))
    for other in others:
        cells += _elsewhere(context, table, other, state, comparison.cells)
    return TableView(
        table,
        state,
        found,
        rows.rows,
        tuple(cells),
        tuple(_notes(found, others, rows, state)),
        rows.by_reference,
    )


def _elsewhere(
    context: Context,
    table: FillableTable,
    other: FoundTable,
    state: TableState,
    read: Sequence[Cell],
) -> Iterator[Cell]:
    """Yield what was filled in on a sheet of the same headings, unless the one read says it too."""
    comparison = _Comparison(context.file, table, state, other)
    rows = identify(other, state.rows, ())
    for row in rows.rows:
        comparison.row(row)
    for stray in rows.stray:
        comparison.stray(stray)
    said = {(one.row, one.column, one.returned) for one in read}
    name = other.sheet.name
    why = "it stands on a second sheet of the same headings: only the other one was read"
    for one in comparison.cells:
        if (one.row, one.column, one.returned) not in said:
            yield one._replace(
                key=f"{name}/{one.key}", unit=f"{name}/{one.unit}", verdict=Verdict.REJECTED,
                decision="keep", why=why, suggestion="", suggested="",
            )  # fmt: skip


def _notes(
    found: FoundTable, others: Sequence[FoundTable], rows: Identified, state: TableState
) -> Iterator[Note]:
    where = found.sheet.name
    for other in others:
        why = f"This sheet has the headings of “{where}” too: only that one was read."
        yield Note(other.sheet.name, why, unread=True)
    for remark in (*found.remarks, *rows.remarks):
        yield Note(where, remark)
    for column in found.lost:
        yield Note(where, f"The column “{column.title}” is not there any more: nothing was read.")
    if rows.missing:
        named = [state.rows.names.get(one, one) for one in rows.missing[:_MISSING_NAMED]]
        more = len(rows.missing) - len(named)
        listed = ", ".join(named) + (f" and {more:,} more" if more else "")
        yield Note(where, f"Rows that were exported are missing, nothing is deleted: {listed}.")


@dataclass
class _Comparison:
    """Works through the rows of one table."""

    file: ReturnedFile
    table: FillableTable
    found: FoundTable
    state: TableState
    cells: list[Cell] = field(default_factory=list)

    def __init__(
        self, file: ReturnedFile, table: FillableTable, state: TableState, found: FoundTable
    ) -> None:
        self.file, self.table, self.state, self.found = file, table, state, found
        self.cells = []
        self._readers = table.readers(state)
        self._columns: list[tuple[Column, int, Read]] = [
            (column, found.places[column.key], self._readers[column.key])
            for column in table.expected.fillable
            if column.key in found.places
        ]
        sheet = found.sheet
        self._merged = _merged_cells(found, [place for _, place, _ in self._columns])
        self._special = bool(sheet.formulas or sheet.errors or self._merged)
        self._words = {
            column.key: state.words.get(column.key)
            or {choice.code: choice.text for choice in column.choices}
            for column, _, _ in self._columns
        }

    def row(self, row: ReturnedRow) -> None:
        """Compare the cells of a known row."""
        now = self.state.now.get(row.id)
        then = None if self.state.then is None else self.state.then.get(row.id)
        if now is None:
            now = then or {}
        shown = now if then is None else then
        said: dict[str, Said] = {}
        for column, place, read in self._columns:
            value = cell(row.cells, place)
            base = shown.get(column.key, "")
            if value == base and not self._special:
                continue
            found = self._said(row.number, place, value, read)
            if base and base in found.among:
                continue
            if found.why:
                # What a program made of our own text is not filled in; nor is a hole in a merge.
                ours = base and found.suggestion == base
                hole = found.merged and value == "" and not base
                if not ours and not hole:
                    said[column.key] = found
            elif found.text != base and (found.text or then is not None):
                said[column.key] = found
        if said:
            self._differing(row, then, now, said)

    def _said(self, number: int, place: int, value: CellValue, read: Read) -> Said:
        if self._special:
            spot = (number, place)
            if spot in self.found.sheet.formulas:
                return Said(why="it holds a formula: only what is typed counts")
            if spot in self.found.sheet.errors:
                return Said(why="it holds an error value")
            if spot in self._merged:
                why = "it was merged with other cells: nobody knows which row it is of"
                return Said(why=why, merged=True)
        return read(value)

    def _differing(
        self, row: ReturnedRow, then: Values | None, now: Values, said: Mapping[str, Said]
    ) -> None:
        clear = {key: one.text for key, one in said.items() if not one.why}
        wrong = self.table.judge(then, now, clear)
        waits = "outcome" in said and bool(said["outcome"].why) and self.table.whole_rows
        verdicts: dict[str, tuple[Verdict, str]] = {}
        for key, one in said.items():
            if one.why or key in wrong:
                why = one.why or wrong[key]
                if waits and not one.why:
                    why = "the outcome of this row is not clear"
                verdicts[key] = Verdict.REJECTED, why
            else:
                base = None if then is None else then.get(key, "")
                verdicts[key] = verdict_of(base, now.get(key, ""), one.text), ""
        if self.table.whole_rows and any(v is Verdict.CONFLICT for v, _ in verdicts.values()):
            # A row is one event: it collides as a whole.
            verdicts = {
                key: (Verdict.CONFLICT if v is Verdict.TAKE else v, why)
                for key, (v, why) in verdicts.items()
            }
        for column, place, _ in self._columns:
            if column.key in verdicts:
                verdict, why = verdicts[column.key]
                shown = cell(row.cells, place)
                self._add(row.id, row.number, column, place, then, now, said[column.key], shown,
                          verdict, why)  # fmt: skip

    def _add(  # noqa: PLR0913 - each is one thing that is known of a cell
        self,
        row: str,
        number: int,
        column: Column,
        place: int,
        then: Values | None,
        now: Values,
        said: Said,
        shown: CellValue,
        verdict: Verdict,
        why: str,
    ) -> None:
        words = self._words[column.key]
        key = f"{self.table.key}/{row or number}/{column.key}"
        before = "" if then is None else then.get(column.key, "")
        current = now.get(column.key, "")
        decision: Decision = "take" if verdict is Verdict.TAKE else "keep"
        if verdict is Verdict.CONFLICT and self.table.both:
            decision = "both"
        self.cells.append(
            Cell(
                key,
                f"{self.table.key}/{row or number}" if self.table.whole_rows or not row else key,
                row,
                column.key,
                f"{self.found.sheet.name}, row {number}, {column.title} "
                f"({column_letters(place)}{number})",
                self.state.rows.names.get(row, ""),
                column.title,
                words.get(before, before),
                words.get(current, current),
                words.get(said.text, said.text) if not said.why else _shown(shown),
                verdict,
                decision,
                said.text,
                why,
                words.get(said.suggestion, said.suggestion),
                said.suggestion,
                said.note,
            )
        )

    def stray(self, stray: StrayRow) -> None:
        """Refuse each filled cell of a row that is nobody's, or take it as a new record."""
        said = {
            column.key: self._said(stray.number, place, value, read)
            for column, place, read in self._columns
            if (value := cell(stray.cells, place)) != ""
        }
        said = {key: one for key, one in said.items() if one.why or one.text}
        why = stray.why
        verdict = Verdict.REJECTED
        then: Values | None = (self.state.then or {}).get(stray.id) if stray.id else None
        now = self.state.now.get(stray.id, {}) if stray.id else {}
        if stray.added:
            values = {key: one.text for key, one in said.items() if not one.why}
            if self.table.known_new(self.state, values):
                verdict, why = Verdict.SAME, ""
            else:
                unclear = next((one.why for one in said.values() if one.why), "")
                why = self.table.refusal_of_new(self.state, values) or unclear
                verdict = Verdict.REJECTED if why else Verdict.TAKE
        for column, place, _ in self._columns:
            one = said.get(column.key)
            base = now if then is None else then
            if one is None or (stray.id and not one.why and one.text == base.get(column.key)):
                continue
            plain = Said(one.text, one.why) if stray.added else Said(one.text)
            self._add("" if stray.added else stray.id, stray.number, column, place, then, now,
                      plain, cell(stray.cells, place), verdict, why)  # fmt: skip


def verdict_of(before: str | None, now: str, returned: str) -> Verdict:
    """Return what becomes of a cell that says something else than it was exported with.

    Where nobody knows what it was exported with, only an empty one can be filled.
    """
    if returned == now:
        return Verdict.SAME
    if now == ("" if before is None else before):
        return Verdict.TAKE
    return Verdict.CONFLICT


def _merged_cells(found: FoundTable, places: Sequence[int]) -> frozenset[tuple[int, int]]:
    spots: set[tuple[int, int]] = set()
    for top, left, bottom, right in found.sheet.merged:
        if bottom < found.first or (top == bottom and left == right):
            continue
        for place in places:
            if left <= place <= right:
                last = min(bottom, len(found.sheet.rows))
                spots.update((number, place) for number in range(top, last + 1))
    return frozenset(spots)


def _shown(value: CellValue) -> str:
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    return f"{value:g}" if isinstance(value, float) else str(value)
