"""Finds the table of answers in a sheet: whose export it is, how many rows of headings, columns."""

import html
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from changedesk.exchange.drafts import Place
from changedesk.exchange.headings import normal
from changedesk.exchange.references import column_letters
from changedesk.exchange.sheets import ForeignFile, SheetData
from changedesk.exchange.surveys.choices import Choices
from changedesk.exchange.surveys.drafts import Source
from changedesk.exchange.surveys.values import is_number
from changedesk.exchange.surveys.words import headed, source_of

_SEARCHED = 15
_IMPORT_ID = re.compile(r'\s*\{\s*"+ImportId')
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,200}>")


@dataclass(slots=True)
class Column:
    """A column with its headings from the top down, and what stands below, row by row.

    `block` is what several columns have in common, `text` what this one asks, `code` its short
    name; `base` is the code of the whole question where several columns belong to it.
    """

    at: int
    cells: tuple[str, ...]
    texts: tuple[str, ...]
    code: str = ""
    block: str = ""
    text: str = ""
    base: str = ""

    @property
    def letter(self) -> str:
        """Its letter in the sheet."""
        return column_letters(self.at)

    @property
    def heading(self) -> str:
        """Its headings as a person sees them, on one line."""
        words = (" ".join(cell.split()) for cell in self.cells if not _IMPORT_ID.match(cell))
        shown = dict.fromkeys(filter(None, words))
        return " / ".join(shown)

    def filled(self) -> list[str]:
        """Return what is not blank in it."""
        return [text for text in self.texts if text]


@dataclass(slots=True)
class AnswerTable:
    """The table: `top` is the index of its first row of headings, `depth` counts those rows.

    `rows` are the indexes of all rows below that hold something; columns follow them.
    """

    sheet: SheetData
    source: Source
    top: int
    depth: int
    rows: list[int]
    columns: list[Column] = field(default_factory=list)

    @property
    def width(self) -> int:
        """How many columns have a heading or stand between two that have."""
        return max((column.at for column in self.columns if column.heading), default=-1) + 1

    def place(self, index: int) -> Place:
        """Return where a row stands, as a person says it."""
        return Place("" if self.sheet.delimited else self.sheet.name, self.sheet.number(index))


def find_answers(sheet: SheetData, choices: Choices) -> AnswerTable | None:
    """Return the table of answers of a sheet; None where there is none."""
    found = _top(sheet, choices)
    if found is None:
        return None
    top, source = found
    depth = choices.header_rows or _depth(sheet, top, source)
    rows = [
        at for at in range(top + depth, len(sheet.rows))
        if any(text.strip() for text in sheet.rows[at])
    ]  # fmt: skip
    table = AnswerTable(sheet, source, top, depth, rows)
    heads = _heads(sheet, top, depth)
    width = max(map(len, heads), default=0)
    body = max((len(sheet.rows[at]) for at in rows), default=0)
    for at in range(max(width, 0 if sheet.delimited else body)):
        cells = tuple(head[at] if at < len(head) else "" for head in heads)
        texts = tuple(_cell(sheet.rows[row], at) for row in rows)
        table.columns.append(Column(at, cells, texts))
    return table


def is_form(file: ForeignFile) -> bool:
    """Tell an XLSForm: it asks questions and holds no answers."""
    return any(_is_form_sheet(sheet) for sheet in file.sheets)


def _is_form_sheet(sheet: SheetData) -> bool:
    if normal(sheet.name) != "survey":
        return False
    heads = [{normal(cell) for cell in row} for row in sheet.rows[:_SEARCHED]]
    return any({"type", "name"} <= head for head in heads)


def tidied(text: str) -> str:
    """Return a heading without markup, references and doubled spaces."""
    if "<" in text or "&" in text:
        text = html.unescape(_TAG.sub(" ", text))
    return " ".join(text.replace("\u00a0", " ").split())


def _cell(row: Sequence[str], at: int) -> str:
    return row[at].strip() if at < len(row) else ""


def _top(sheet: SheetData, choices: Choices) -> tuple[int, Source] | None:
    candidates = [
        at for at, row in enumerate(sheet.rows[:_SEARCHED]) if sum(map(bool, map(str.strip, row)))
    ]  # fmt: skip
    for at in candidates:
        source = source_of([tidied(cell) for cell in sheet.rows[at]])
        if source is not None:
            return at, choices.source or source
    usual = _usual_width(sheet)
    for at in candidates:
        cells = [cell for cell in sheet.rows[at] if cell.strip()]
        words = sum(not is_number(cell) for cell in cells)
        distinct = len(set(cells)) >= 0.6 * len(cells)
        if len(cells) >= max(2, 0.6 * usual) and words >= 0.6 * len(cells) and distinct:
            return at, choices.source or "own"
    return None


def _usual_width(sheet: SheetData) -> int:
    widths = Counter(
        sum(bool(cell.strip()) for cell in row) for row in sheet.rows[: _SEARCHED * 4] if any(row)
    )
    return max((width for width, times in widths.items() if times >= 2), default=2)


def _depth(sheet: SheetData, top: int, source: Source) -> int:
    rows = sheet.rows
    if source == "qualtrics":
        for at in (top + 2, top + 1):
            if at < len(rows) and any(_IMPORT_ID.match(cell) for cell in rows[at]):
                return at - top + 1
        ids = [at for at, cell in enumerate(rows[top]) if headed(source, cell) == "source_id"]
        second = _cell(rows[top + 1], ids[0]) if ids and top + 1 < len(rows) else ""
        return 2 if headed(source, second) == "source_id" else 1
    if source == "surveymonkey":
        second_row = rows[top + 1] if top + 1 < len(rows) else ()
        blank = not _cell(second_row, 0) and any(cell.strip() for cell in second_row)
        return 2 if blank else 1
    if source != "own":
        return 1
    depth = 1
    while depth < 3 and _is_heading(sheet, top + depth):
        depth += 1
    return depth


def _is_heading(sheet: SheetData, at: int) -> bool:
    """Tell a further row of headings: nothing in it is like what stands below it."""
    if at + 3 >= len(sheet.rows):
        return False
    row = sheet.rows[at]
    judged = foreign = 0
    for column, cell in enumerate(row):
        below = [text for one in sheet.rows[at + 1 :] if (text := _cell(one, column))]
        numbers = sum(map(is_number, below))
        recurring = len(set(below)) <= 0.6 * len(below)
        if len(below) < 3 or not cell.strip() or not (recurring or numbers >= 0.85 * len(below)):
            continue
        judged += 1
        foreign += cell.strip() not in below and not is_number(cell)
    return judged >= 2 and foreign >= 0.9 * judged


def _heads(sheet: SheetData, top: int, depth: int) -> list[list[str]]:
    """Return the rows of headings, a sparse one above them, which spans columns, filled in."""
    heads = [[tidied(cell) for cell in sheet.rows[at]] for at in range(top, top + depth)]
    above = [tidied(cell) for cell in sheet.rows[top - 1]] if top else []
    spans = [area for area in sheet.merged if area[0] == top and area[1] < area[3]]
    if len(spans) >= 1 and any(above):
        filled = [""] * max(len(heads[0]), *(area[3] + 1 for area in spans))
        for _, first, _, last in spans:
            title = above[first] if first < len(above) else ""
            filled[first : last + 1] = [title] * (last - first + 1)
        heads.insert(0, filled)
    return heads
