"""Rows of any record type out of somebody's table: columns are known by the field's own words."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from changedesk.exchange.drafts import Account, Place, RowNote
from changedesk.exchange.field_values import Misfit, Reader, readers, says_nothing
from changedesk.exchange.reader import read_file
from changedesk.exchange.references import column_letters
from changedesk.exchange.sheets import ForeignFile, SheetData
from changedesk.store.errors import UserError
from changedesk.store.fields import Kind
from changedesk.store.spec import FieldSpec, RecordSpec

HEADER_ROWS = 11
_SOURCES = {"xlsx": "Excel workbook", "xls": "old Excel workbook", "ods": "OpenDocument sheet"}


@dataclass(frozen=True)
class RecordDraft:
    """One row as a record: the values that it gives, by field, and its place in the file.

    References are the words of the file: whoever takes the row in looks them up. `code` is what
    the file calls the record, so that other rows of the file can name it.
    """

    values: Mapping[str, str | int | bool]
    where: Place
    code: str = ""


@dataclass(frozen=True)
class RecordImport:
    """All that a file says about records of one type; `columns` are headings and their fields."""

    file: str
    source: str
    type_name: str
    rows: tuple[RecordDraft, ...]
    account: Account
    columns: Mapping[str, str]
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Head:
    """Where a table's heading stands, and which column is which field."""

    row: int
    columns: Mapping[int, FieldSpec]


def read_records(
    path: Path, spec: RecordSpec, mapping: Mapping[str, str] | None = None
) -> RecordImport:
    """Read a table whose headings are the labels or names of the type's fields.

    `mapping` gives further headings ("Column" → field name). A row with a value that does not fit
    is rejected with the reason, never guessed. Raises UserError when no table is found.
    """
    return records_of(read_file(path), spec, mapping=mapping)


def records_of(
    file: ForeignFile,
    spec: RecordSpec,
    *,
    sheet: str = "",
    mapping: Mapping[str, str] | None = None,
) -> RecordImport:
    """The same for a file that was read already; `sheet` takes that sheet alone."""
    if sheet and sheet not in {known.name for known in file.sheets}:
        names = ", ".join(f"“{known.name}”" for known in file.sheets)
        raise UserError(f"{file.path.name} has no sheet “{sheet}”; it has {names}.")
    known = _headings(spec, mapping or {})
    heads = [
        _head(data, spec, known) if sheet == data.name or not (sheet or data.hidden) else None
        for data in file.sheets
    ]
    most = max((len(head.columns) for head in heads if head), default=0)
    work = _Work(file, spec)
    for data, head in zip(file.sheets, heads, strict=True):
        if head is not None and len(head.columns) == most:
            work.read(data, head)
        else:
            work.leave_out(data, _why_left_out(data, sheet, spec, head))
    _refuse_missing_columns(work, mapping or {})
    return work.finish()


def _why_left_out(data: SheetData, sheet: str, spec: RecordSpec, head: "_Head | None") -> str:
    if sheet:
        return "another sheet was chosen"
    if data.hidden:
        return "the sheet is hidden"
    if head is not None:
        return f"another sheet names more columns of {spec.plural.lower()}"
    return f"the sheet has no table of {spec.plural.lower()}"


def clearly_holds(file: ForeignFile, spec: RecordSpec) -> bool:
    """Tell whether every sheet with rows is a table of such records beyond doubt.

    That is: most of its headings are fields of the type, its title and two others among them.
    """
    known = _headings(spec, {})
    filled = [sheet for sheet in file.sheets if not sheet.hidden and any(map(any, sheet.rows))]
    for sheet in filled:
        head = _head(sheet, spec, known)
        if head is None or len(head.columns) < 3:
            return False
        if len(head.columns) < 0.6 * sum(bool(text.strip()) for text in sheet.rows[head.row]):
            return False
    return bool(filled)


def takes(spec: RecordSpec) -> str:
    """Return the names of the fields that a file can give, for a sentence."""
    return ", ".join(field.name for field in spec.shown if field.editable)


def _headings(spec: RecordSpec, mapping: Mapping[str, str]) -> dict[str, FieldSpec]:
    known: dict[str, FieldSpec] = {}
    for field in spec.shown:
        names = [field.label, field.name, f"{field.label} {field.facts.unit}"]
        known |= {_bare(name): field for name in names if field.editable or _is_code(field)}
    for heading, name in mapping.items():
        chosen = next((f for f in spec.shown if f.name == name and f.editable), None)
        if chosen is None:
            raise UserError(
                f"{spec.label} has no field “{name}” that a file can give: there are {takes(spec)}."
            )
        known[_bare(heading)] = chosen
    return known


def _is_code(field: FieldSpec) -> bool:
    return field.kind is Kind.CODE


def _bare(heading: str) -> str:
    return re.sub(r"[\W_]+", "", heading.casefold())


def _head(sheet: SheetData, spec: RecordSpec, known: Mapping[str, FieldSpec]) -> _Head | None:
    best: _Head | None = None
    for index, row in enumerate(sheet.rows[:HEADER_ROWS]):
        columns: dict[int, FieldSpec] = {}
        for at, cell in enumerate(row):
            field = known.get(_bare(cell))
            if field is not None and field not in columns.values():
                columns[at] = field
        titled = any(field.name == spec.title_field for field in columns.values())
        if titled and (best is None or len(columns) > len(best.columns)):
            best = _Head(index, columns)
    return best


def _refuse_missing_columns(work: "_Work", mapping: Mapping[str, str]) -> None:
    if not work.columns:
        labels = ", ".join(field.label for field in work.spec.shown if field.editable)
        raise UserError(
            f"{work.file.path.name} has no table of {work.spec.plural.lower()}: "
            f"name its columns {labels}."
        )
    there = {_bare(heading) for heading in work.headings}
    for heading in mapping:
        if _bare(heading) not in there:
            raise UserError(
                f"{work.file.path.name} has no column “{heading}”; "
                f"it has {', '.join(work.headings)}."
            )


class _Work:
    """What one reading gathers, sheet by sheet."""

    def __init__(self, file: ForeignFile, spec: RecordSpec) -> None:
        self.file = file
        self.spec = spec
        self.rows: list[RecordDraft] = []
        self.skipped: list[RowNote] = []
        self.rejected: list[RowNote] = []
        self.columns: dict[str, str] = {}
        self.headings: list[str] = []
        self.warnings: list[str] = []
        self.count = 0

    def leave_out(self, sheet: SheetData, why: str) -> None:
        """Account for a sheet that is not taken."""
        rows = sum(_filled(row) for row in sheet.rows)
        self.count += rows
        if rows:
            self.skipped.append(RowNote(Place(sheet.name, 0), why, rows))

    def read(self, sheet: SheetData, head: _Head) -> None:
        """Read the rows below a heading."""
        self._note_columns(sheet, head)
        body = [row for row in sheet.rows[head.row + 1 :] if _filled(row)]
        reading = readers(head.columns, body)
        nothing = f"no {self.spec.plural} yet.".casefold()
        broken = dict(sheet.broken)
        for index, row in enumerate(sheet.rows):
            if not _filled(row):
                continue
            self.count += 1
            where = Place("" if sheet.delimited else sheet.name, sheet.number(index))
            texts = [cell.strip() for cell in row if cell.strip()]
            if index <= head.row:
                self.skipped.append(RowNote(where, "heading"))
            elif [text.casefold() for text in texts] == [nothing]:
                self.skipped.append(RowNote(where, "it says that the table is empty"))
            else:
                self._take(where, row, reading, broken.get(index) or _too_long(sheet, head, row))

    def _take(
        self, where: Place, row: tuple[str, ...], reading: Mapping[int, Reader], broken: str
    ) -> None:
        try:
            if broken:
                raise Misfit(broken)
            self.rows.append(_draft(self.spec, row, reading, where))
        except Misfit as misfit:
            self.rejected.append(RowNote(where, str(misfit)))

    def _note_columns(self, sheet: SheetData, head: _Head) -> None:
        left = []
        for at, text in enumerate(sheet.rows[head.row]):
            if not text.strip():
                continue
            if text not in self.headings:
                self.headings.append(text)
            if at in head.columns:
                self.columns[text] = head.columns[at].name
            elif not any(_bare(text) == _bare(f.label) for f in self.spec.shown):
                left.append(f"“{text.strip()}” ({column_letters(at)})")
        if left:
            where = f"Sheet “{sheet.name}”" if sheet.name else self.file.path.name
            self.warnings.append(
                f"{where}: no field of {self.spec.plural.lower()} is called {', '.join(left)}: "
                f"left out; the fields are {takes(self.spec)}."
            )

    def finish(self) -> RecordImport:
        account = Account(self.count, len(self.rows), 0, tuple(self.skipped), tuple(self.rejected))
        source = _SOURCES.get(self.file.kind, "text file with separators")
        return RecordImport(
            self.file.path.name, source, self.spec.type_name, tuple(self.rows), account,
            self.columns, tuple(self.warnings),
        )  # fmt: skip


def _filled(row: tuple[str, ...]) -> bool:
    return any(cell.strip() for cell in row)


def _too_long(sheet: SheetData, head: _Head, row: tuple[str, ...]) -> str:
    width = len(sheet.rows[head.row])
    if sheet.delimited and any(cell.strip() for cell in row[width:]):
        return "the row has more fields than the heading: a separator in it may lack its quotes"
    return ""


def _draft(
    spec: RecordSpec, row: tuple[str, ...], reading: Mapping[int, Reader], where: Place
) -> RecordDraft:
    values: dict[str, str | int | bool] = {}
    code = ""
    for field, text, read in _cells(row, reading):
        if _is_code(field):
            code = text
        else:
            values[field.name] = read(text)
    for field in spec.fields:
        if field.facts.required and field.editable and says_nothing(values.get(field.name)):
            raise Misfit(f"“{field.label}” is empty")
    return RecordDraft(values, where, code)


def _cells(
    row: tuple[str, ...], reading: Mapping[int, Reader]
) -> Iterator[tuple[FieldSpec, str, Reader]]:
    for at, read in reading.items():
        text = row[at].strip() if at < len(row) else ""
        if text:
            yield read.field, text, read
