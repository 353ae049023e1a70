"""Sorts the rows below a heading: which begin a script, which go on with one, which are neither."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from changedesk.exchange import outcomes
from changedesk.exchange.column_cells import band_name, is_number, looks_like_code, step_number
from changedesk.exchange.drafts import Place, RowNote
from changedesk.exchange.footers import SIGNING, TOTALS, why_footer
from changedesk.exchange.references import column_letters
from changedesk.exchange.sheets import SheetData
from changedesk.exchange.steps import split
from changedesk.exchange.table_columns import Columns, Round
from changedesk.exchange.tables import Table, expected_width, heading_rows_again, tester_above
from changedesk.exchange.tester_names import tester_in

_PLACEHOLDER = re.compile(
    r"\s*(?:\[[^\[\]]{2,}\]|<[^<>]{2,}>|\{[^{}]{2,}\}|«[^«»]{2,}»)\s*", re.DOTALL
)
_LONGEST_BAND = 150


@dataclass(slots=True)
class RowGroup:
    """The rows of one script: indices into the sheet's rows, and the band it stands under.

    `tester` is who tested, where a line above the rows says so.
    """

    rows: list[int]
    band: str = ""
    tester: str = ""


@dataclass(slots=True)
class Sorted:
    """A sheet's rows, each in exactly one place."""

    groups: list[RowGroup] = field(default_factory=list)
    skipped: list[RowNote] = field(default_factory=list)
    rejected: list[RowNote] = field(default_factory=list)
    read: int = 0


class TableView:
    """A table's cells by field; `own` as they stand, `full` with vertical merges filled down."""

    def __init__(self, sheet: SheetData, table: Table, columns: Columns) -> None:
        self.sheet, self.table, self.columns = sheet, table, columns
        width = max(len(table.headings), max(columns.how, default=0) + 1)
        blank = ("",) * width
        self.own = [row if len(row) >= width else row + blank[len(row) :] for row in sheet.rows]
        self.full = self.own
        self.merges: dict[tuple[int, int], tuple[int, int]] = {}
        for top, left, bottom, right in sheet.merged:
            if bottom > top:
                self.note_merge(
                    top - 1, left, min(bottom, len(sheet.rows)) - 1, min(right, width - 1)
                )
        if self.merges:
            self.fill_merges()
        self.merged_columns = {column for _, column in self.merges}
        self.down: dict[int, list[str]] = {}
        self.places: dict[int, Place] = {}

    def note_merge(self, top: int, left: int, bottom: int, right: int) -> None:
        """Remember for each cell of a merge at which row it begins and ends."""
        for column in range(left, right + 1):
            for row in range(max(top, self.table.body), bottom + 1):
                self.merges[row, column] = (top, bottom)

    def fill_merges(self) -> None:
        """Make `full`: every cell of a merge says what its first row says."""
        full = [list(row) for row in self.own]
        for (row, column), (top, _) in self.merges.items():
            full[row][column] = full[row][column] or self.own[top][column]
        self.full = [tuple(row) for row in full]

    def cell(self, row: int, column: int | None, *, filled: bool = False) -> str:
        """Return a cell, "" where there is none; `filled` with what a merge puts there."""
        if column is None:
            return ""
        return (self.full if filled else self.own)[row][column]

    def get(self, row: int, name: str, *, filled: bool = False) -> str:
        """Return a field's cell, "" where the table has no such column."""
        column = self.columns.fields.get(name)
        if column is None:
            return ""
        return (self.full if filled else self.own)[row][column]

    def origin(self, row: int, column: int) -> tuple[int, int]:
        """Return the cell, as row from 1 and column, in which a merged cell's value stands."""
        merge = None if self.own[row][column] else self.merges.get((row, column))
        return (merge[0] if merge else row) + 1, column

    def filled_down(self, column: int) -> list[str]:
        """Return a column's texts for all rows, each blank cell with the last text above it."""
        if column not in self.down:
            texts, text = [""] * self.table.body, ""
            for row in self.own[self.table.body :]:
                text = row[column] or text
                texts.append(text)
            self.down[column] = texts
        return self.down[column]

    def place(self, row: int, column: int | None = None) -> Place:
        """Return where a row stands, as a person counts."""
        if column is None or self.sheet.delimited:
            if row not in self.places:
                self.places[row] = Place(self.sheet.name, self.sheet.number(row))
            return self.places[row]
        return Place(self.sheet.name, self.sheet.number(row), column_letters(column))


def sort_rows(view: TableView, taken: frozenset[int] = frozenset()) -> Sorted:
    """Sort every row of the sheet; `taken` holds row numbers that a person insists on."""
    return _Sorter(view, taken).run()


class _Sorter:
    def __init__(self, view: TableView, taken: frozenset[int]) -> None:
        self.view, self.sheet, self.table = view, view.sheet, view.table
        self.columns = view.columns
        self.taken = taken
        self.result = Sorted()
        self.band = ""
        self.tester = tester_above(self.sheet, self.table)
        self.pending: list[tuple[int, str]] = []
        self.text_columns = self.columns.text_columns()
        self.broken = dict(self.sheet.broken)
        ids = [self.view.get(i, "id") for i in range(self.table.body, len(self.sheet.rows))]
        ids = [text for text in ids if text]
        self.codes = bool(ids) and sum(map(looks_like_code, ids)) >= 0.8 * len(ids)
        self.first_column = next(
            (i for i, heading in enumerate(self.table.headings) if heading.label), 0
        )
        self.width = expected_width(self.sheet.rows, self.table)
        headings = self.table.headings
        self.heading_texts = {text for h in headings for text in (h.text, h.above) if text}
        self.result_columns = len(self.columns.rounds) + sum(
            len(r.flags) for r in self.columns.rounds
        )
        self.bare_results = self.has_bare_results()

    def run(self) -> Sorted:
        index = 0
        while index < len(self.sheet.rows):
            index += self.take(index)
        for row, _text in self.pending:
            self.skip(row, "it stands below the last script")
        return self.result

    def take(self, index: int) -> int:
        """Put one row (or a repeated heading of two) in its place; return how many were read."""
        row = self.sheet.rows[index]
        if not any(row):
            return 1
        if index < self.table.first:
            self.skip(index, "it stands above the table")
        if index < self.table.body:
            return 1
        again = 0
        if not self.heading_texts.isdisjoint(row):
            again = heading_rows_again(self.sheet, index, self.table)
        for row_index in range(index, index + again):
            self.skip(row_index, "it repeats the headings")
        if not again:
            self.sort(index, row)
        return again or 1

    def has_bare_results(self) -> bool:
        """Tell a sheet of nothing but ids and results, where every id is a script."""
        rows = range(self.table.body, len(self.sheet.rows))
        if any(self.texts(row) for row in rows):
            return False
        return any(self.has_typed_result(row) for row in rows)

    def skip(self, index: int, why: str) -> None:
        self.result.read += 1
        self.result.skipped.append(RowNote(self.view.place(index), why))

    def reject(self, index: int, why: str) -> None:
        self.result.read += 1
        self.result.rejected.append(RowNote(self.view.place(index), why))

    def sort(self, index: int, row: Sequence[str]) -> None:
        why = self.broken.get(index) or self.field_count_wrong(row)
        if why:
            self.reject(index, why)
            return
        if self.sheet.number(index) in self.taken:
            self.begin(index)
            return
        texts = self.texts(index)
        if why := self.footer(index, row, len(texts)):
            self.skip(index, why)
            return
        band = self.band_text(row)
        if band is not None:
            self.on_band(index, band)
            return
        if self.is_placeholder(texts):
            self.skip(index, "it holds placeholders only")
        elif self.goes_on(index):
            self.result.read += 1
            self.result.groups[-1].rows.append(index)
        elif not texts and self.is_lone_result(index):
            self.reject(index, "it has a number and a result, but no title and no step")
        elif why := self.why_not_a_script(index, texts):
            self.skip(index, why)
        else:
            self.begin(index)

    def footer(self, index: int, row: Sequence[str], told: int) -> str:
        """Return why a row below the first script is a total or a place to sign, "" for others.

        `told` is how many texts it has.
        """
        if not self.result.groups or told > 2:
            return ""
        ident = self.view.get(index, "id")
        if ident and looks_like_code(ident) and told:
            return ""
        signing = bool(self.result.skipped) and self.result.skipped[-1].why == SIGNING
        return why_footer(row, after_signing=signing)

    def begin(self, index: int) -> None:
        """Open a script; single lines just before it were bands, the last one counts."""
        for row, text in self.pending:
            if (name := tester_in(text)) is not None:
                self.tester = name
                self.skip(row, f"it says who tested what stands below: {name or 'nobody'}")
                continue
            self.band = band_name(text)
            self.skip(row, f'it is a section title; the scripts below got the area "{self.band}"')
        self.pending = []
        self.result.read += 1
        self.result.groups.append(RowGroup([index], self.band, self.tester))

    def field_count_wrong(self, row: Sequence[str]) -> str:
        """Name a text row whose fields cannot be laid on the headings with certainty."""
        if not self.sheet.delimited:
            return ""
        count = len(row)
        if count > self.width and not any(row[self.width :]) and self.result_fits(row):
            return ""
        if count > self.width:
            return (
                f"it has {count} fields where the headings name {self.width}: a separator inside a "
                "text is not in quotation marks"
            )
        if count == 1 and self.width >= 3:
            return f"it has 1 field where the headings name {self.width}"
        return ""

    def result_fits(self, row: Sequence[str]) -> bool:
        """Tell a row with blank fields too many whose result stands where it should.

        Without that, an unquoted separator may have moved its texts to the right.
        """
        columns = [r.fields["outcome"] for r in self.columns.rounds if "outcome" in r.fields]
        return bool(columns) and all(outcomes.is_result(row[column]) for column in columns)

    def band_text(self, row: Sequence[str]) -> str | None:
        """Return the text of a row that holds one text only and no field's content."""
        if sum(map(bool, row)) > 1 + self.result_columns:
            return None
        filled = [i for i, text in enumerate(row) if text and not self.is_flag(i, text)]
        if len(filled) != 1:
            return None
        column = filled[0]
        text = row[column]
        name = self.columns.how.get(column, ("", ""))[0]
        if name == "id" and (looks_like_code(text) or is_number(text)):
            return None
        if name in {"steps", "expected", "test_data"} and self.result.groups and not self.pending:
            return None
        if name == "title" and "id" not in self.columns.fields:
            others = {"steps", "expected"} & self.columns.fields.keys()
            results = [i for i, text in enumerate(row) if text and i != column]
            if not others and (results or not self.columns.rounds):
                return None
        return text

    def is_flag(self, column: int, text: str) -> bool:
        """Tell a pre-printed word in a result column."""
        name = self.columns.how.get(column, ("", ""))[0]
        if name == "outcome":  # a title beside what was decided is a script, not a section
            return outcomes.is_result(text) and outcomes.read(text).outcome is None
        return name.startswith("flag:")

    def on_band(self, index: int, text: str) -> None:
        if _PLACEHOLDER.fullmatch(text):
            self.skip(index, "it holds a placeholder only")
        elif len(text) > _LONGEST_BAND:
            self.skip(index, "it holds a note only")
        else:
            self.pending.append((index, text))

    def texts(self, index: int) -> list[str]:
        """Return what the row says beside its number and its result."""
        row = self.view.own[index]
        return [row[column] for column in self.text_columns if row[column]]

    def ident(self, index: int) -> str:
        return self.view.get(index, "id", filled=True)

    def is_placeholder(self, texts: Sequence[str]) -> bool:
        return bool(texts) and all(
            text[0] in "[<{«" and _PLACEHOLDER.fullmatch(text) for text in texts
        )

    def is_lone_result(self, index: int) -> bool:
        """Tell a row of a mere number and a typed result; with a real id it is a script."""
        return is_number(self.ident(index)) and self.has_typed_result(index)

    def has_typed_result(self, index: int) -> bool:
        """Tell a result in a result column; words pre-printed under Pass and Fail are none."""
        cells = [self.view.cell(index, r.fields.get("outcome")) for r in self.columns.rounds]
        readings = [outcomes.read(cell) for cell in cells]
        return any(reading.outcome is not None or not reading.known for reading in readings)

    def why_not_a_script(self, index: int, texts: Sequence[str]) -> str:
        """Return why a row makes no script, or "" where it does."""
        view = self.view
        ident = self.ident(index)
        if not texts:
            if not ident:
                return "it has neither a title nor a step"
            if self.has_typed_result(index) or (self.bare_results and not is_number(ident)):
                return ""
            return "it is numbered, but says nothing"
        if any(view.cell(index, column) for column in self.columns.step_texts()):
            return ""
        first = view.cell(index, self.first_column) or ident
        if why_footer([first]) or is_number(view.get(index, "title")):
            return TOTALS
        unlike = self.codes and ident and not looks_like_code(ident)
        if unlike and not self.has_result(index):
            return "its id is unlike the others and it has no step, no expectation and no result"
        return ""

    def has_result(self, index: int) -> bool:
        return any(_has_result(self.view, index, r) for r in self.columns.rounds)

    def goes_on(self, index: int) -> bool:
        """Tell whether a row continues the script above it."""
        if not self.result.groups or self.pending:
            return False
        group = self.result.groups[-1]
        view = self.view
        content = any(view.cell(index, column) for column in self.columns.step_texts())
        if not content and not self.has_result(index) and not view.get(index, "actual"):
            return False
        same = self.same_script(index, group.rows[0])
        if same is not None:
            return same
        return self.next_step(index, group)

    def same_script(self, index: int, first: int) -> bool | None:
        """Compare what names a script: blank or merged goes on, different begins, same: None."""
        named = False
        for name in ("id", "title"):
            column = self.columns.fields.get(name)
            if column is None:
                continue
            own = self.view.cell(index, column)
            if own and own != self.view.cell(first, column):
                return False
            named = named or bool(own)
        if named and "id" not in self.columns.fields and self.other_area(index, first):
            return False
        if named or not {"id", "title"} & self.columns.fields.keys():
            return None
        return True

    def other_area(self, index: int, first: int) -> bool:
        """Tell a row of another area: without an id, the same title there is another script."""
        cells = [(self.view.cell(index, c), self.view.cell(first, c)) for c in self.columns.areas]
        return any(here and here != there for here, there in cells)

    def next_step(self, index: int, group: RowGroup) -> bool:
        """The id stands on every row: a higher step number or another single step goes on."""
        view = self.view
        numbers = [step_number(view.get(i, "step_number")) for i in (group.rows[-1], index)]
        if None not in numbers:
            return numbers[1] > numbers[0]  # type: ignore[operator]
        titled = "title" in self.columns.fields
        if titled and not view.get(index, "title") and view.get(index, "id"):
            return True
        before, here = view.get(group.rows[-1], "steps"), view.get(index, "steps")
        return bool(here) and here != before and len(split(before)) <= 1 and len(split(here)) <= 1


def _has_result(view: TableView, index: int, result: Round) -> bool:
    own = view.cell(index, result.fields.get("outcome"))
    return bool(own) or any(view.cell(index, column) for _, column in result.flags)
