"""What was typed over in cells that nobody was to fill in: told cell by cell, never taken.

It is compared with the workbook as it was exported, which the workspace keeps (up to 25 MB), since
names and titles may have been changed here meanwhile. Where it is not kept, nothing is told. To
read it takes as long as what came back: where the rows here tell that nothing differs, it is not.
"""

import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from changedesk.exchange.cells import number_text
from changedesk.exchange.references import column_letters
from changedesk.exchange.returns.file import CellValue, ReturnedFile, read_returned
from changedesk.exchange.returns.rows import ReturnedRow
from changedesk.exchange.returns.tables import FoundTable, cell, find_table
from changedesk.exchange.returns.values import as_exported
from changedesk.office.identity import ID_COLUMN
from changedesk.office.layout import Column
from changedesk.overview.returns.comparing import TableView
from changedesk.overview.returns.model import Note
from changedesk.overview.returns.tables import TableState
from changedesk.store.errors import UserError
from changedesk.store.text import on_one_line, shortened

_NAMED_AT_MOST = 100
_TESTER = "tester"


@dataclass(frozen=True)
class Locked:
    """What locked cells say otherwise than they did; `testers` are those named anew, by row."""

    notes: tuple[Note, ...] = ()
    testers: Mapping[str, str] = field(default_factory=dict)


def read_exported(data: bytes | None, *, marks: bool = False) -> ReturnedFile | None:
    """Read the workbook as it was exported; None where it is not kept or cannot be read."""
    if data is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "exported.xlsx"
        made.write_bytes(data)
        try:
            return read_returned(made, marks=marks)
        except UserError:
            return None  # kept by a copy that was damaged: what came back is taken in all the same


def told_here(states: Iterable[TableState]) -> bool:
    """Tell whether the rows here say what was exported, so that the export need not be read."""
    return all(state.made is not None or not state.rows.names for state in states)


def untouched(views: Iterable[TableView]) -> bool:
    """Tell whether every locked cell says what the rows here say was exported."""
    return all(_untouched(view) for view in views)


def _untouched(view: TableView) -> bool:
    made = view.state.made or {}
    columns = [
        (view.found.places[column.key], at)
        for at, column in enumerate(view.table.expected.columns)
        if _is_compared(view, column)
    ]
    for row in view.known:
        before = made.get(row.id)
        if before is None:
            return False
        for place, at in columns:
            now, was = cell(row.cells, place), before[at]
            if now != was and _text(now) != _text(as_exported(str(was))):
                return False
    return True


def _is_compared(view: TableView, column: Column) -> bool:
    return (
        not column.fillable
        and column.key != view.state.rows.shown  # a changed reference is told with the row's id
        and column.key in view.found.places
    )


def locked_changes(
    exported: ReturnedFile | None, file: ReturnedFile, views: Sequence[TableView]
) -> Locked:
    """Compare the locked cells of the rows that are known with the workbook as exported."""
    if exported is None:
        return Locked()
    notes: list[Note] = []
    testers: dict[str, str] = {}
    # A text file keeps no types: only texts can be compared.
    texts_only = file.kind == "text"
    for view in views:
        found = find_table(exported, view.table.expected)
        if found is not None:
            more = 0
            for row, key, note in _changed(view, found, texts_only=texts_only):
                if key == _TESTER and (named := _text(cell(row.cells, view.found.places[key]))):
                    testers[row.id] = named
                if len(notes) < _NAMED_AT_MOST:
                    notes.append(note)
                else:
                    more += 1
            if more:
                notes.append(Note(view.found.sheet.name, f"{more:,} more locked cells differ."))
    return Locked(tuple(notes), testers)


def _changed(
    view: TableView, made: FoundTable, *, texts_only: bool
) -> Iterator[tuple[ReturnedRow, str, Note]]:
    place_of_id = made.places.get(ID_COLUMN)
    then = {str(cell(row, place_of_id)): row for row in made.sheet.rows[made.first - 1 :]}
    columns = [
        (column, view.found.places[column.key], made.places[column.key])
        for column in view.table.expected.columns
        if _is_compared(view, column) and column.key in made.places
    ]
    for row in view.known:
        before = then.get(row.id)
        if before is None:
            continue
        for column, place, was_at in columns:
            now, was = cell(row.cells, place), cell(before, was_at)
            if now == was or (texts_only and not isinstance(was, str)) or _text(now) == _text(was):
                continue
            where = (
                f"{view.found.sheet.name}, row {row.number}, {column.title} "
                f"({column_letters(place)}{row.number})"
            )
            why = f"locked text was changed from “{_short(was)}” to “{_short(now)}”: "
            why += (
                "results of this row are by whom it names now"
                if column.key == _TESTER and _text(now)
                else "it is not taken"
            )
            yield row, column.key, Note(where, why)


def _text(value: CellValue) -> str:
    if isinstance(value, date):
        return value.isoformat()
    text = number_text(value) if isinstance(value, float) else str(value)
    return " ".join(text.split())


def _short(value: CellValue) -> str:
    return shortened(on_one_line(_text(value)), 60)
