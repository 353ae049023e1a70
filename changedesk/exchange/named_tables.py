"""Tables of records that are no scripts: found by headings in a person's words, read row by row."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from changedesk.exchange.column_cells import looks_like_code
from changedesk.exchange.drafts import Account, Place, RowNote, SheetNote
from changedesk.exchange.footers import SIGNING, why_footer
from changedesk.exchange.headings import normal
from changedesk.exchange.rows import TableView
from changedesk.exchange.sheet_kinds import kind_by_name
from changedesk.exchange.sheets import SheetData
from changedesk.exchange.table_columns import Columns
from changedesk.exchange.tables import (
    Table,
    expected_width,
    heading_rows_again,
    possible_tables,
)

_BRACKETS = re.compile(r"[(\[（【][^)\]）】]*[)\]）】]")
_PLACEHOLDER = re.compile(r"\s*(?:<[^<>]{2,}>|\[[^\[\]]{2,}\]|\{[^{}]{2,}\}|«[^«»]{2,}»)")
_LONGEST_BAND = 150
_LEAST_FIELDS = 2


@dataclass(frozen=True)
class Vocabulary:
    """Headings by field, as comma-separated words; `core` are fields one of which must be there.

    `sure` are headings of which one says by itself what the table is.
    """

    words: Mapping[str, str]
    core: frozenset[str]
    sure: str = ""

    def fields_of(self, heading: str) -> tuple[str, ...]:
        """Return the fields a heading may mean, best first."""
        known = _known(tuple(self.words.items()))
        bare = normal(_BRACKETS.sub(" ", unicodedata.normalize("NFKC", heading)))
        forms = (normal(heading), bare, normal(heading.split("\n", maxsplit=1)[0]))
        return next((known[form] for form in forms if form in known), ())

    def is_sure(self, view: TableView) -> bool:
        """Tell whether a heading of a table says by itself what it is."""
        return _names(view.table, self.sure)


def _names(table: Table, words: str) -> bool:
    wanted = {normal(word) for word in words.split(",")} - {""}
    return any(normal(heading.text) in wanted for heading in table.headings)


@cache
def _known(words: tuple[tuple[str, str], ...]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name, headings in words:
        for heading in headings.split(","):
            for key in {normal(heading), normal(heading.upper())}:
                if key and name not in found.get(key, ()):
                    found[key] = (*found.get(key, ()), name)
    return found


def find_view(sheet: SheetData, vocabulary: Vocabulary) -> TableView | None:
    """Return the table whose headings name most fields of the vocabulary."""
    best: TableView | None = None
    best_score = (0, False, 0.0)
    for table in possible_tables(sheet):
        columns = _columns(table, vocabulary)
        known = len(columns.fields)
        # A column headed by a code ("TC-7") belongs to a record of that code, and names no field.
        labels = [heading.label for heading in table.headings if heading.label]
        named = sum(not looks_like_code(label) for label in labels) or len(labels)
        score = (known, _has_second_row(table, columns, vocabulary), known / named)
        if known < _LEAST_FIELDS or not vocabulary.core & columns.fields.keys():
            continue
        enough = known >= 3 or known >= 0.5 * named or _names(table, vocabulary.sure)
        if enough and score > best_score:
            best, best_score = TableView(sheet, table, columns), score
    return best


def _has_second_row(table: Table, columns: Columns, vocabulary: Vocabulary) -> bool:
    """Tell a heading of two rows, the second of which says nothing under the core headings."""
    core = [columns.fields[name] for name in vocabulary.core & columns.fields.keys()]
    return table.last > table.first and not any(table.headings[column].above for column in core)


def _columns(table: Table, vocabulary: Vocabulary) -> Columns:
    columns = Columns(table.headings)
    wishes = [
        (rank, index, name)
        for index, heading in enumerate(table.headings)
        for rank, name in enumerate(vocabulary.fields_of(heading.text))
    ]
    for _, index, name in sorted(wishes):
        if index not in columns.how and name not in columns.fields:
            columns.fields[name] = index
            columns.how[index] = (name, "heading")
    columns.further = [
        index
        for index, heading in enumerate(table.headings)
        if index not in columns.how and heading.label
    ]
    return columns


@dataclass(slots=True)
class Entry:
    """The rows of one record, as indices, and the band above it."""

    rows: list[int]
    band: str = ""


@dataclass(slots=True)
class RecordRows:
    """Gathers the rows of all tables of a file, each in exactly one place of the account."""

    read: int = 0
    made: int = 0
    continuation: int = 0
    skipped: list[RowNote] = field(default_factory=list)
    rejected: list[RowNote] = field(default_factory=list)
    sheets: list[SheetNote] = field(default_factory=list)

    def account(self) -> Account:
        """Return the account of all rows."""
        return Account(
            self.read, self.made, self.continuation, tuple(self.skipped), tuple(self.rejected)
        )

    def note_sheet(self, sheet: SheetData, note: SheetNote) -> None:
        """Note a sheet; where it is not taken, its rows are skipped with it."""
        self.sheets.append(note)
        if not note.taken and note.rows:
            self.read += note.rows
            self.skipped.append(RowNote(Place(sheet.name, 0), note.why, note.rows))

    def entries(self, view: TableView, keys: Sequence[str]) -> list[Entry]:
        """Return the records; `keys` are the fields one of which begins a record."""
        return _Sorter(view, keys, self).run()


class _Sorter:
    def __init__(self, view: TableView, keys: Sequence[str], rows: RecordRows) -> None:
        self.view, self.sheet, self.table, self.rows = view, view.sheet, view.table, rows
        self.keys = [name for name in keys if name in view.columns.fields]
        self.found: list[Entry] = []
        self.band = ""
        self.pending: list[tuple[int, str]] = []
        self.broken = dict(view.sheet.broken)
        self.width = expected_width(view.sheet.rows, view.table)

    def run(self) -> list[Entry]:
        index = 0
        while index < len(self.sheet.rows):
            index += self.take(index)
        for row, _ in self.pending:
            self.skip(row, "it stands below the last row of the table")
        return self.found

    def take(self, index: int) -> int:
        """Put one row in its place; return how many were read (a heading may take two)."""
        row = self.sheet.rows[index]
        if not any(text.strip() for text in row):
            return 1
        if index < self.table.first:
            self.skip(index, "it stands above the table")
        if index < self.table.body:
            return 1
        if again := heading_rows_again(self.sheet, index, self.table):
            for number in range(index, index + again):
                self.skip(number, "it repeats the headings")
            return again
        if why := self.broken.get(index) or self.field_count_wrong(row):
            self.rows.read += 1
            self.rows.rejected.append(RowNote(self.view.place(index), why))
        elif is_template(row):
            self.skip(index, "it holds placeholders only")
        elif self.found and (why := self.footer(index, row)):
            self.skip(index, why)
        else:
            self.sort(index)
        return 1

    def footer(self, index: int, row: Sequence[str]) -> str:
        """Return why a row below the first record is a total or a place to sign, "" for others."""
        if looks_like_code(self.view.get(index, "id")):
            return ""
        skipped = self.rows.skipped
        return why_footer(row, after_signing=bool(skipped) and skipped[-1].why == SIGNING)

    def field_count_wrong(self, row: Sequence[str]) -> str:
        if self.sheet.delimited and len(row) > self.width:
            return (
                f"it has {len(row)} fields where the headings name {self.width}: a separator "
                "inside a text is not in quotation marks"
            )
        return ""

    def sort(self, index: int) -> None:
        own = self.view.own[index]
        filled = [column for column, text in enumerate(own) if text.strip()]
        keyed = [name for name in self.keys if self.view.get(index, name)]
        if not keyed and self.found and not self.pending:
            self.rows.read += 1
            self.rows.continuation += 1
            self.found[-1].rows.append(index)
        elif len(filled) == 1 and self.is_band(own[filled[0]], filled[0]):
            self.pending.append((index, own[filled[0]]))
        elif keyed == ["id"] and len(filled) == 1:
            self.skip(index, "it is numbered, but says nothing")
        elif not keyed:
            self.skip(index, "it has neither a title nor a description")
        else:
            self.begin(index)

    def is_band(self, text: str, column: int) -> bool:
        """Tell a section title: one text alone on its row, and no code."""
        if column == self.view.columns.fields.get("id"):
            return not looks_like_code(text) and not text.strip().isdigit()
        return len(text) <= _LONGEST_BAND and "id" in self.view.columns.fields

    def begin(self, index: int) -> None:
        for row, text in self.pending:
            self.band = " ".join(text.strip(" -–—=*#_:\n").split())
            self.skip(row, f'it is a section title; the rows below got the area "{self.band}"')
        self.pending = []
        self.rows.read += 1
        self.rows.made += 1
        self.found.append(Entry([index], self.band))

    def skip(self, index: int, why: str) -> None:
        self.rows.read += 1
        self.rows.skipped.append(RowNote(self.view.place(index), why))


def is_template(row: Sequence[str]) -> bool:
    """Tell a row that shows how to fill in the others: most cells begin with "<...>"."""
    filled = [text for text in row if text.strip()]
    shown = sum(bool(_PLACEHOLDER.match(text)) and text.lstrip()[0] != "[" for text in filled)
    wholly = all(_PLACEHOLDER.fullmatch(text) for text in filled) and len(filled) > 1
    return wholly or (bool(shown) and shown >= 0.5 * len(filled))


def untitled(place: Place) -> str:
    """Return what a record is called whose source gives it no title: where it stands."""
    return f"Without a title ({place})"


def rows_of(sheet: SheetData) -> int:
    """Return how many rows hold anything."""
    return sum(any(text.strip() for text in row) for row in sheet.rows)


def is_left_out_by_name(sheet: SheetData, *, sure: bool) -> bool:
    """Tell a sheet whose name says that it explains or shows examples, or that it lists choices.

    Names of the second sort give way to headings that are `sure`.
    """
    kind = kind_by_name(sheet.name)
    return kind in {"instructions", "example", "revisions"} or (
        kind in {"list", "cover", "summary"} and not sure
    )


def further(view: TableView, entry: Entry) -> tuple[tuple[str, str], ...]:
    """Return what no field took, of all rows of a record, as (heading, text)."""
    pairs = []
    for column in view.columns.further:
        heading = view.columns.headings[column]
        for row in entry.rows:
            text = view.cell(row, column, filled=row == entry.rows[0])
            if text and heading.above and heading.text.lower() in {"yes", "no"}:
                pairs.append((" ".join(heading.above.split()), heading.text))
            elif text:
                pairs.append((" ".join(heading.label.split()), text))
    return tuple(dict.fromkeys(pairs))


def texts(view: TableView, name: str) -> Iterator[str]:
    """Yield the texts of a field's column below the headings."""
    for row in range(view.table.body, len(view.sheet.rows)):
        if text := view.get(row, name):
            yield text
