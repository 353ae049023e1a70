"""Finds the tables of registers and plans in a sheet, and walks their rows with a full account."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from changedesk.exchange.change.impact_columns import DETAILS, settled
from changedesk.exchange.change.words import VOCABULARIES, Vocabulary
from changedesk.exchange.drafts import Account, ColumnNote, Place, RowNote
from changedesk.exchange.headings import normal
from changedesk.exchange.references import column_letters
from changedesk.exchange.sheets import SheetData
from changedesk.exchange.table_columns import How

HEADING_ROWS = 40
_LONGEST_HEADING = 120
_BRACKETS = re.compile(r"[(\[（【][^)\]）】]*[)\]）】]")
_LEGEND = re.compile(
    r"\b(?:legends?|key|designators?|scale|definitions?|explanation|notes?|legende|erläuterung|"
    r"légende|leyenda|legenda|легенда|условные обозначения|обозначения|пояснения)\b"
)
_TOTAL = re.compile(r"(?:grand )?(?:total|sum|summe|gesamt|insgesamt|итого|всего|somme|suma|soma)")
_CODE = re.compile(r"[\w+\-/]{1,3}")
_CODE_IS = re.compile(r"[\w+\-/]{1,12}\s*[=:]\s*\S.*", re.DOTALL)
_PLACEHOLDER = re.compile(r"[<\[{]{1,2}[^<>\[\]{}]+[>\]}]{1,2}")


@dataclass(frozen=True, slots=True)
class ChangeTable:
    """A table: its sheet, what it is called by, where its heading stands, fields by column."""

    sheet: SheetData
    words: Vocabulary
    first: int
    last: int
    headings: tuple[str, ...]
    fields: Mapping[int, str]
    score: float

    @property
    def body(self) -> int:
        """Index of the first row below the heading."""
        return self.last + 1

    @property
    def found(self) -> frozenset[str]:
        """The fields that have a column, but for those that make a table no surer."""
        return frozenset(self.fields.values()) - (
            DETAILS if self.words.sort == "impact" else frozenset()
        )

    def columns(self, name: str) -> list[int]:
        """Return the columns of a field, from the left."""
        return [column for column, field_name in self.fields.items() if field_name == name]

    def form(self) -> str:
        """Return what is the same for all tables with these headings."""
        return "|".join([self.words.sort, *(normal(one) for one in self.headings if one.strip())])


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row of a table: its place, its texts by column, and its table."""

    table: ChangeTable
    index: int
    where: Place
    texts: tuple[str, ...]

    def text(self, name: str) -> str:
        """Return the first text of a field, empty where there is none."""
        return next((text for _, text in self.all(name)), "")

    def all(self, name: str) -> list[tuple[str, str]]:
        """Return (heading, text) of the columns of a field that say something."""
        return [
            (self.table.headings[column], self.texts[column])
            for column in self.table.columns(name)
            if column < len(self.texts) and self.texts[column].strip()
        ]

    def further(self, *taken: str) -> tuple[tuple[str, str], ...]:
        """Return (heading, text) of all columns but those of the fields taken."""
        headings = (*self.table.headings, *[""] * len(self.texts))
        return tuple(
            (headings[column] or column_letters(column), text)
            for column, text in enumerate(self.texts)
            if text.strip() and self.table.fields.get(column, "") not in taken
        )


@dataclass
class Tally:
    """Counts rows: what was read, made, continued, skipped and rejected."""

    read: int = 0
    made: int = 0
    continued: int = 0
    skipped: list[RowNote] = field(default_factory=list)
    rejected: list[RowNote] = field(default_factory=list)

    def account(self) -> Account:
        """Return the account of the rows."""
        return Account(
            self.read, self.made, self.continued, tuple(self.skipped), tuple(self.rejected)
        )


def place(sheet: SheetData, index: int) -> Place:
    """Return where a row stands, as a person says it."""
    return Place("" if sheet.delimited else sheet.name, sheet.number(index))


def filled(row: Sequence[str]) -> bool:
    """Tell a row that holds anything."""
    return any(text.strip() for text in row)


def find_change_table(
    sheet: SheetData,
    vocabularies: Sequence[Vocabulary] = VOCABULARIES,
    chosen: Mapping[str, str] | None = None,
) -> ChangeTable | None:
    """Return the table in a sheet whose heading says most; `chosen` gives fields to headings."""
    mapping = {normal(heading): name for heading, name in (chosen or {}).items()}
    best: ChangeTable | None = None
    for index in range(min(len(sheet.rows), HEADING_ROWS)):
        for first, last, headings in _headings(sheet, index):
            for words in vocabularies:
                table = _table(sheet, words, (first, last), headings, mapping)
                if table is not None and (best is None or table.score > best.score):
                    best = table
    return best


def _headings(sheet: SheetData, index: int) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    row = sheet.rows[index]
    texts = [text.strip() for text in row if text.strip()]
    if len(texts) < 2 or sum(len(text) <= _LONGEST_HEADING for text in texts) < 0.8 * len(texts):
        return
    if len({normal(text) for text in texts}) == 1:
        return
    yield index, index, tuple(text.strip() for text in row)
    if index + 1 < len(sheet.rows) and _is_double(sheet, index):
        yield index, index + 1, _double(sheet, index)


def _is_double(sheet: SheetData, index: int) -> bool:
    """Tell a heading of two rows: cells merged over both of them, or over what stands below."""
    over = [area for area in sheet.merged if area[0] == index + 1]
    down = any(area[2] == index + 2 and area[1] == area[3] for area in over)
    across = any(area[3] > area[1] and filled(sheet.rows[index + 1]) for area in over)
    return down and across


def _double(sheet: SheetData, index: int) -> tuple[str, ...]:
    upper, lower = sheet.rows[index], sheet.rows[index + 1]
    texts = []
    for column in range(max(len(upper), len(lower))):
        top = upper[column].strip() if column < len(upper) else ""
        below = lower[column].strip() if column < len(lower) else ""
        if below and not top:
            top = _spanning(sheet, index, column)
        texts.append(f"{top} / {below}" if top and below else top or below)
    return tuple(texts)


def _spanning(sheet: SheetData, index: int, column: int) -> str:
    for top, left, _, right in sheet.merged:
        if top == index + 1 and left <= column <= right:
            return sheet.rows[index][left].strip()
    return ""


def field_of(words: Vocabulary, heading: str) -> str:
    """Return the field that a heading means: by its words, its last part, or those in brackets."""
    if len(heading) > _LONGEST_HEADING:
        return ""
    bare = normal(_BRACKETS.sub(" ", heading))
    last = normal(_BRACKETS.sub(" ", heading.rpartition(" / ")[2]))
    inside = normal(" ".join(_BRACKETS.findall(heading)))
    for text in (last, bare, inside):
        if text and (name := words.field(text)):
            return name
    return ""


def _table(
    sheet: SheetData,
    words: Vocabulary,
    rows: tuple[int, int],
    headings: tuple[str, ...],
    mapping: Mapping[str, str],
) -> ChangeTable | None:
    fields: dict[int, str] = {}
    for column, heading in enumerate(headings):
        if not heading:
            continue
        name = mapping.get(normal(heading)) or field_of(words, heading)
        if name and name != "ignore":
            fields[column] = name
    marked = _marked(words, headings)
    fields |= dict.fromkeys(marked, "marked")
    found = frozenset(fields.values())
    if words.sort == "impact" and len(found) >= _FEWEST_OF_IMPACTS:
        fixed = [column for column in fields if normal(headings[column]) in mapping]
        fields = settled(headings, fields, sheet.rows[rows[1] + 1 :], fixed)
        found = frozenset(fields.values()) - DETAILS | (found & {"impact"})
    keyed = words.key in found or "last" in found or words.sort in _KEYLESS
    if not words.holds(found) or not keyed:
        return None
    found = found & frozenset(fields.values())
    named = sum(bool(heading) for heading in headings)
    if len(fields) < 0.4 * named:
        return None
    bonus = 1.5 if words.title.search(normal(sheet.name)) else 0.0
    bonus += 0.5 * (rows[1] > rows[0]) + 1.5 * ("marked" in found)
    score = len(found) + len(fields) / named + bonus - 0.01 * rows[0]
    return ChangeTable(sheet, words, rows[0], rows[1], headings, fields, score)


_KEYLESS = {"completion", "duty", "impact"}
_FEWEST_OF_IMPACTS = 3


def _marked(words: Vocabulary, headings: Sequence[str]) -> list[int]:
    """Return the columns whose headings are attitudes that are ticked, at least three of them."""
    from changedesk.exchange.change.engagement import marked  # noqa: PLC0415

    if words.sort != "stakeholder":
        return []
    codes = {i: marked(heading)[0] for i, heading in enumerate(headings) if heading}
    columns = [i for i, code in codes.items() if code]
    return columns if len(columns) >= 3 and len({codes[i] for i in columns}) > 1 else []


def merged_down(sheet: SheetData) -> dict[tuple[int, int], str]:
    """Return the texts that merged cells give to the rows below their first, by index, column."""
    texts: dict[tuple[int, int], str] = {}
    for top, left, bottom, right in sheet.merged:
        if bottom == top or left != right or bottom - top > 2000 or top > len(sheet.rows):
            continue
        row = sheet.rows[top - 1]
        text = row[left] if left < len(row) else ""
        for number in range(top + 1, min(bottom, len(sheet.rows)) + 1):
            if text.strip():
                texts[number - 1, left] = text
    return texts


def table_rows(table: ChangeTable, tally: Tally) -> Iterator[TableRow]:
    """Yield the rows of a table that may be records; headings, legends and totals are noted."""
    sheet = table.sheet
    down = merged_down(sheet)
    broken = dict(sheet.broken)
    end = _end(table)
    for index, row in enumerate(sheet.rows):
        if not filled(row):
            continue
        tally.read += 1
        where = place(sheet, index)
        why = _why_not(table, index, row, end)
        if why:
            tally.skipped.append(RowNote(where, why))
            continue
        reason = broken.get(index) or _too_long(table, row)
        if reason:
            tally.rejected.append(RowNote(where, reason))
            continue
        width = max(len(row), len(table.headings))
        texts = tuple(
            (row[column] if column < len(row) else "").strip() or down.get((index, column), "")
            for column in range(width)
        )
        yield TableRow(table, index, where, texts)


def _too_long(table: ChangeTable, row: Sequence[str]) -> str:
    if table.sheet.delimited and filled(row[len(table.headings) :]):
        return "the row has more fields than the heading: a separator in it may lack its quotes"
    return ""


def _why_not(table: ChangeTable, index: int, row: Sequence[str], end: int) -> str:
    if index < table.first:
        return "it stands above the table"
    if index >= end:
        return "it stands below the table: a legend or a note"
    if index <= table.last or _repeats(table, row):
        return "heading"
    texts = [text.strip() for text in row if text.strip()]
    first = normal(texts[0])
    if _TOTAL.fullmatch(first):
        return "a total"
    if _PLACEHOLDER.fullmatch(_key_text(table, row) or texts[0]) and len(texts) <= 2:
        return "a placeholder"
    if len(texts) == 1 and (_CODE_IS.fullmatch(texts[0]) or _LEGEND.search(first)):
        return "a legend"
    if len(texts) == 1 and len(table.fields) > 3 and _across(table, index):
        return "a title between the rows"
    return _without_record(table, row) if len(texts) == 1 else ""


def _without_record(table: ChangeTable, row: Sequence[str]) -> str:
    """Tell a row that holds nothing but a number, or words where the numbers stand."""
    column = next(place for place, text in enumerate(row) if text.strip())
    if table.fields.get(column) != "id" or len(table.fields) < _FEWEST_OF_IMPACTS:
        return ""
    numbered = any(letter.isdigit() for letter in row[column])
    return "a number and nothing else" if numbered else "a title between the rows"


def _across(table: ChangeTable, index: int) -> bool:
    return any(top == index + 1 and right - left >= 2 for top, left, _, right in table.sheet.merged)


def _repeats(table: ChangeTable, row: Sequence[str]) -> bool:
    texts = {i: normal(text) for i, text in enumerate(row) if text.strip()}
    named = table.headings
    same = sum(i < len(named) and text != "" and normal(named[i]).endswith(text)
               for i, text in texts.items())  # fmt: skip
    return len(texts) >= 2 and same >= 0.6 * len(texts) and same >= 2


def _key_text(table: ChangeTable, row: Sequence[str]) -> str:
    columns = table.columns(table.words.key) or table.columns("last")
    return next((row[c].strip() for c in columns if c < len(row) and row[c].strip()), "")


def _end(table: ChangeTable) -> int:
    """Return the index where the table is over: what follows a gap there is a legend or a note."""
    rows, index = table.sheet.rows, table.body
    while index < len(rows):
        if not filled(rows[index]):
            start = next((i for i in range(index, len(rows)) if filled(rows[i])), len(rows))
            if start < len(rows) and _is_legend(table, start):
                return start
            index = start
            continue
        if index > table.body and _begins_legend(table, rows[index]):
            return index
        index += 1
    return len(rows)


def _begins_legend(table: ChangeTable, row: Sequence[str]) -> bool:
    texts = [text.strip() for text in row if text.strip()]
    short = len(texts) <= 3 and all(len(text) <= 60 for text in texts)
    return short and len(texts) < len(table.fields) and bool(_LEGEND.search(normal(texts[0])))


def _is_legend(table: ChangeTable, start: int) -> bool:
    rows = table.sheet.rows
    block = []
    for row in rows[start:]:
        if not filled(row):
            break
        block.append(row)
    if _begins_legend(table, block[0]):
        return True
    keyed = [row for row in block if _is_keyed(table, row)]
    keyless = not table.columns(table.words.key)
    return not keyless and len(keyed) < 0.5 * len(block)


def _is_keyed(table: ChangeTable, row: Sequence[str]) -> bool:
    """Tell a row that is named and says something, other than a code with its meaning."""
    key = _key_text(table, row)
    said = sum(bool(text.strip()) for text in row)
    return bool(key) and said >= 2 and not (said == 2 and _CODE.fullmatch(key))


def column_notes(table: ChangeTable, chosen: Mapping[str, str]) -> list[ColumnNote]:
    """Return what became of each column with a heading."""
    picked = {normal(heading) for heading in chosen}
    notes = []
    for column, heading in enumerate(table.headings):
        if not heading:
            continue
        name = table.fields.get(column)
        samples = [
            row[column].strip()
            for row in table.sheet.rows[table.body : table.body + 40]
            if column < len(row) and row[column].strip()
        ]
        notes.append(
            ColumnNote(
                table.sheet.name, column_letters(column), heading, name,
                _how(table, heading, name, picked), tuple(samples[:3]),
            )
        )  # fmt: skip
    return notes


def _how(table: ChangeTable, heading: str, name: str | None, picked: Collection[str]) -> How:
    if normal(heading) in picked:
        return "chosen"
    if not name:
        return ""
    return "heading" if name in {field_of(table.words, heading), "marked"} else "content"
