"""Finds the table in a sheet: where its heading stands, in one row or two, and what lies below."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from changedesk.exchange import outcomes
from changedesk.exchange.headings import Heading, fields_of, normal
from changedesk.exchange.sheets import Area, SheetData
from changedesk.exchange.step_columns import step_columns
from changedesk.exchange.tester_names import tester_in

_ROWS_TO_LOOK_AT = 40
_LONGEST_HEADING = 90
_CORE = {"title", "scenario", "description", "steps", "expected", "acceptance"}


@dataclass(frozen=True, slots=True)
class Table:
    """A table: indices of its heading rows, its headings, and the index of its first row."""

    first: int
    last: int
    headings: tuple[Heading, ...]
    fields: frozenset[str]

    @property
    def body(self) -> int:
        """Index of the first row below the heading."""
        return self.last + 1

    @property
    def width(self) -> int:
        """How many columns carry a heading, counted from the left edge."""
        return max((i + 1 for i, heading in enumerate(self.headings) if heading.label), default=0)


def find_table(sheet: SheetData, chosen: Mapping[str, str] | None = None) -> Table | None:
    """Return the table whose heading names most fields, looking at the first 40 rows.

    `chosen` says which field a person gave to a heading: such a heading is known as well.
    """
    best: Table | None = None
    best_score = 0.0
    wanted = {normal(heading): name for heading, name in (chosen or {}).items()}
    for table in possible_tables(sheet):
        score = _score(table, wanted)
        if score > best_score:
            best, best_score = table, score
    return best or _by_shape(sheet)


def possible_tables(sheet: SheetData) -> Iterator[Table]:
    """Yield what may be a heading, of one row or of two, among the first 40 rows."""
    for index in range(min(len(sheet.rows), _ROWS_TO_LOOK_AT)):
        for table in (_one_row(sheet, index), _two_rows(sheet, index)):
            if table is not None:
                yield table


def repeats_heading(row: Sequence[str], table: Table) -> bool:
    """Tell whether a row further down is the heading once more."""
    filled = [(i, normal(text)) for i, text in enumerate(row) if text.strip()]
    if len(filled) < 2:
        return False
    headings = [normal(heading.text or heading.above) for heading in table.headings]
    same = sum(i < len(headings) and bool(text) and headings[i] == text for i, text in filled)
    return same >= 2 and same >= 0.6 * len(filled)


def heading_rows_again(sheet: SheetData, index: int, table: Table) -> int:
    """Return how many rows a repeated heading takes at `index` (0: it is none)."""
    if not repeats_heading(sheet.rows[index], table):
        above = [heading.above for heading in table.headings if heading.above]
        row = {normal(text) for text in sheet.rows[index] if text.strip()}
        two = table.last > table.first and len(row & {normal(text) for text in above}) >= 1
        following = index + 1 < len(sheet.rows)
        if two and following and repeats_heading(sheet.rows[index + 1], table):
            return 2
        return 0
    return 1


def tester_above(sheet: SheetData, table: Table) -> str:
    """Return who tested, where the line right above a heading that comes again says so."""
    told = [text for text in sheet.rows[table.first - 1] if text] if table.first else []
    name = (tester_in(told[0]) or "") if len(told) == 1 else ""
    below = range(table.body, len(sheet.rows))
    return name if name and any(heading_rows_again(sheet, at, table) for at in below) else ""


def expected_width(rows: Sequence[Sequence[str]], table: Table) -> int:
    """Return how many fields a row may have: as many as headings, or one separator more each time.

    Some programs end every line with a separator; then nearly all rows have the same extra blank.
    """
    headings = len(rows[table.last])
    body = [row for row in rows[table.body :] if any(row)]
    if not body:
        return headings
    length, times = Counter(map(len, body)).most_common(1)[0]
    blank = all(not any(row[headings:]) for row in body if len(row) == length)
    return length if length > headings and blank and times >= 0.8 * len(body) else headings


def _score(table: Table, chosen: Mapping[str, str]) -> float:
    """Return how surely a row is the heading; 0.0 where it is none."""
    named = [heading for heading in table.headings if heading.label]
    mapped = {chosen[key] for h in named if (key := normal(h.label)) in chosen}
    fields = table.fields | mapped
    beside = {c for columns in step_columns(table.headings).values() for c in columns.values()}
    known = len(mapped) + sum(
        bool(fields_of(h.text) or fields_of(h.above) or column in beside)
        for column, h in enumerate(table.headings)
    )
    if len(fields) < 2 or known < 2 or not fields & _CORE:
        return 0.0
    if len(fields) < 3 and known < 0.6 * len(named):
        return 0.0
    return len(fields) + known / len(named)


def _one_row(sheet: SheetData, index: int) -> Table | None:
    row = sheet.rows[index]
    if not _may_be_heading(row):
        return None
    above = _groups_above(sheet, index, row)
    headings = tuple(Heading(text.strip(), above.get(i, "")) for i, text in enumerate(row))
    first = index - 1 if above else index
    return Table(first, index, headings, _fields(headings))


def _may_be_heading(row: Sequence[str]) -> bool:
    filled = [text.strip() for text in row if text.strip()]
    return len(filled) >= 2 and sum(len(text) <= _LONGEST_HEADING for text in filled) >= 0.8 * len(
        filled
    )


def _fields(headings: Sequence[Heading]) -> frozenset[str]:
    found = set()
    for heading in headings:
        candidates = fields_of(heading.text) or fields_of(heading.above)
        if candidates:
            found.add(candidates[0][0])
        elif outcomes.heading_meaning(heading.text):
            found.add("outcome")
    beside = {name for columns in step_columns(headings).values() for name in columns}
    return frozenset(found | beside & _CORE)


def _groups_above(sheet: SheetData, index: int, row: Sequence[str]) -> dict[int, str]:
    """Return the group over each column ("Cycle 1") where the headings below repeat."""
    texts = [normal(text) for text in row if text.strip()]
    if index == 0 or len(set(texts)) == len(texts):
        return {}
    upper = sheet.rows[index - 1]
    filled = [i for i, text in enumerate(upper) if text.strip()]
    if not filled or len(filled) >= len(texts):
        return {}
    return _spread(upper, index - 1, sheet.merged, range(len(row)), set(filled))


def _two_rows(sheet: SheetData, index: int) -> Table | None:
    """Read two rows as one heading: sub-headings such as Pass and Fail under a merged cell."""
    if index + 1 >= len(sheet.rows):
        return None
    upper, lower = sheet.rows[index], sheet.rows[index + 1]
    below = {i: text.strip() for i, text in enumerate(lower) if text.strip()}
    over = {i for i, text in enumerate(upper) if text.strip()}
    if len(below) < 2 or len(over) < 2 or not _may_be_heading(upper):
        return None
    if any(len(text) > _LONGEST_HEADING for text in below.values()):
        return None
    covered = _spread(upper, index, sheet.merged, below, over)
    # Sub-headings stand where the row above is empty or spans them; data fills every column.
    spanning = [i for i in below if i not in over]
    if not spanning or len(over - set(below)) < 2 or len(covered) < len(below):
        return None
    width = max(len(upper), len(lower))
    headings = []
    for i in range(width):
        top = upper[i].strip() if i < len(upper) else ""
        if i in below:
            headings.append(Heading(below[i], covered[i]))
        else:
            headings.append(Heading(top))
    table = tuple(headings)
    return Table(index, index + 1, table, _fields(table))


def _spread(
    upper: Sequence[str],
    index: int,
    merged: Sequence[Area],
    wanted: Sequence[int] | range | dict[int, str],
    filled: set[int],
) -> dict[int, str]:
    """Return the upper cell over each wanted column: by merge, else the nearest to the left."""
    found: dict[int, str] = {}
    ordered = sorted(filled)
    spans = [(left, right) for top, left, _, right in merged if top == index + 1 and right > left]
    for column in wanted:
        span = next((s for s in spans if s[0] <= column <= s[1]), None)
        if span is not None and span[0] in filled:
            found[column] = upper[span[0]].strip()
        elif not spans:
            at = bisect_right(ordered, column)
            if at:
                found[column] = upper[ordered[at - 1]].strip()
        elif column in filled:
            found[column] = upper[column].strip()
    return found


def _by_shape(sheet: SheetData) -> Table | None:
    """Without a known heading: a row of short texts over rows that fill the same columns.

    Only where the cells below give themselves away: results, or lists of steps.
    """
    for index in range(min(len(sheet.rows) - 2, _ROWS_TO_LOOK_AT)):
        row = sheet.rows[index]
        filled = [i for i, text in enumerate(row) if text.strip()]
        texts = {row[i].strip() for i in filled}
        if len(texts) < max(3, len(filled)) or not all(2 <= len(t) <= 60 for t in texts):
            continue
        body = [r for r in sheet.rows[index + 1 : index + 30] if any(t.strip() for t in r)]
        if len(body) < 2 or not _gives_itself_away(body, filled):
            continue
        return Table(index, index, tuple(Heading(text.strip()) for text in row), frozenset())
    return None


def _gives_itself_away(body: Sequence[Sequence[str]], columns: Sequence[int]) -> bool:
    for column in columns:
        texts = [row[column] for row in body if column < len(row) and row[column].strip()]
        if len(texts) < max(2, len(body) // 2):
            continue
        decided = [outcomes.read(text).outcome in {"pass", "fail"} for text in texts]
        counts = sum(text.strip().isdecimal() for text in texts)  # at the foot, of each word
        if sum(decided) >= max(2, 0.6 * (len(texts) - counts)):
            return True
    return False
