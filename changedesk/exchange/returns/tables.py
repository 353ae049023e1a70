"""Where our tables stand in a returned workbook, whatever was done to sheets, rows and columns."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from changedesk.exchange.returns.file import CellValue, ReturnedFile, ReturnedSheet
from changedesk.office.identity import ID_COLUMN, MetaTable
from changedesk.office.layout import Column

_ROWS_TO_LOOK_AT = 60
_LEAST_SHARE = 0.5


@dataclass(frozen=True)
class ExpectedTable:
    """A table of ours as it was exported: its key and its columns, in their order."""

    key: str
    columns: tuple[Column, ...]

    @property
    def fillable(self) -> tuple[Column, ...]:
        """Return the columns that people fill in."""
        return tuple(column for column in self.columns if column.fillable)


@dataclass(frozen=True)
class FoundTable:
    """A table in a returned workbook: its sheet, its header row (0: none), where columns stand.

    `lost` are fillable columns that are not there any more; `remarks` are whole sentences.
    """

    expected: ExpectedTable
    sheet: ReturnedSheet
    header: int
    places: Mapping[str, int]
    lost: tuple[Column, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def first(self) -> int:
        """Return the number of the first row of the body."""
        return self.header + 1


@dataclass(frozen=True)
class _Head:
    row: int
    places: dict[str, int]
    twice: tuple[str, ...]


def find_table(file: ReturnedFile, expected: ExpectedTable) -> FoundTable | None:
    """Return the table in the file: where its marks say, else where its headings stand."""
    told = next((one for one in file.meta.tables if one.key == expected.key), None)
    named = [one for one in file.sheets if told is not None and one.name == told.sheet]
    others = [one for one in file.sheets if one not in named]
    for sheets in (named, others):
        best: FoundTable | None = None
        for sheet in sheets:
            found = _in_sheet(sheet, expected, told)
            if found and (best is None or len(found.places) > len(best.places)):
                best = found
        if best is not None:
            return best
    return _without_header(file, named[0], expected, told) if named and told else None


def look_alikes(file: ReturnedFile, found: FoundTable) -> list[FoundTable]:
    """Return the tables on other sheets that have all the headings of the one that was found."""
    wanted = set(found.places) - {ID_COLUMN}
    return [
        other
        for sheet in file.sheets
        if sheet.name != found.sheet.name
        and (other := _in_sheet(sheet, found.expected, None)) is not None
        and wanted
        and wanted <= set(other.places)
    ]


def _in_sheet(
    sheet: ReturnedSheet, expected: ExpectedTable, told: MetaTable | None
) -> FoundTable | None:
    heads = [
        head
        for number, row in enumerate(sheet.rows[:_ROWS_TO_LOOK_AT], start=1)
        if (head := _head(number, row, expected)) is not None
    ]
    best = max(heads, key=lambda head: len(head.places), default=None)
    if best is None:
        return None
    remarks = [f"The heading “{title}” stands there twice: the first column was read."
               for title in best.twice]  # fmt: skip
    places = dict(best.places)
    for column in expected.columns:
        if column.key in places or told is None or column.key not in told.columns:
            continue
        place = _by_neighbours(told.columns, column.key, best.places)
        heading = _text(sheet.rows[best.row - 1], place)
        if place is not None and heading and place not in places.values():
            places[column.key] = place
            remarks.append(f"The heading “{column.title}” was changed to “{heading}”.")
    if places and sorted(places, key=lambda k: places[k]) != [
        key for key in _keys(expected) if key in places
    ]:
        remarks.append("Columns stand in another order.")
    lost = tuple(column for column in expected.fillable if column.key not in places)
    return FoundTable(expected, sheet, best.row, places, lost, tuple(remarks))


def _keys(expected: ExpectedTable) -> list[str]:
    return [*(column.key for column in expected.columns), ID_COLUMN]


def _head(number: int, row: Sequence[CellValue], expected: ExpectedTable) -> _Head | None:
    titles = {folded(column.title): column.key for column in expected.columns}
    titles[ID_COLUMN] = ID_COLUMN
    places: dict[str, int] = {}
    twice = []
    for place, value in enumerate(row):
        key = titles.get(folded(value)) if isinstance(value, str) and value else None
        if key is None:
            continue
        if key in places:
            twice.append(str(value))
        else:
            places[key] = place
    known = sum(key != ID_COLUMN for key in places)
    enough = known >= max(2, _LEAST_SHARE * len(expected.columns))
    filled = any(column.key in places for column in expected.fillable)
    return _Head(number, places, tuple(twice)) if enough and filled else None


def _by_neighbours(keys: Sequence[str], wanted: str, places: Mapping[str, int]) -> int | None:
    """Return where a column stands by those beside it; None where they do not agree on it."""
    at = keys.index(wanted)
    told = {
        places[keys[beside]] + at - beside
        for beside in (at - 1, at + 1)
        if 0 <= beside < len(keys) and keys[beside] in places
    }
    return told.pop() if len(told) == 1 else None


def _without_header(
    file: ReturnedFile, sheet: ReturnedSheet, expected: ExpectedTable, told: MetaTable
) -> FoundTable | None:
    """Return a table whose heading is gone: the columns are where they were exported.

    The hidden ids tell whether they still are; where those stand elsewhere or are gone too,
    nobody knows what a column holds.
    """
    places = {key: place for place, key in enumerate(told.columns) if key}
    ids = {one for (table, _), one in file.meta.ids.items() if table == expected.key}
    place = places.get(ID_COLUMN)
    if ids and not any(cell(row, place) in ids for row in sheet.rows):
        return None
    # Where the headings were only put into other words, they are no row of the table.
    head = next(
        (n for n, row in enumerate(sheet.rows, 1) if place and cell(row, place) == ID_COLUMN), 0
    )
    remark = f"The headings of “{sheet.name}” are gone: its columns were read by their places."
    lost = tuple(column for column in expected.fillable if column.key not in places)
    return FoundTable(expected, sheet, head, places, lost, (remark,)) if places else None


def _text(row: Sequence[CellValue], place: int | None) -> str:
    if place is None or not 0 <= place < len(row):
        return ""
    value = row[place]
    return value if isinstance(value, str) else ""


def folded(value: object) -> str:
    """Return a heading as it is compared: case and spaces do not count."""
    return " ".join(str(value).casefold().split())


def cell(row: Sequence[CellValue], place: int | None) -> CellValue:
    """Return the cell of a row; beyond its end stands nothing."""
    return row[place] if place is not None and 0 <= place < len(row) else ""
