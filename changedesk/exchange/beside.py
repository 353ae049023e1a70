"""Two tables side by side in one sheet: each is read as if it stood alone."""

from collections.abc import Sequence
from dataclasses import replace

from changedesk.exchange.headings import fields_of, normal
from changedesk.exchange.sheets import SheetData
from changedesk.exchange.tables import Table

_CORE = {"id", "title", "scenario", "steps"}
_LEAST = 3


def side_by_side(sheet: SheetData, table: Table) -> list[SheetData]:
    """Return the sheet once for each table whose headings stand beside each other, else alone.

    Columns of the other tables are blank in each, so that places stay as a person sees them.
    Rows above the headings belong to the first.
    """
    starts = _starts(table)
    if len(starts) < 2:
        return [sheet]
    ends = [*starts[1:], max(map(len, sheet.rows))]
    first = [0, *starts[1:]]
    return [
        _part(sheet, table, begin, end, above=begin == 0)
        for begin, end in zip(first, ends, strict=True)
    ]


def _starts(table: Table) -> list[int]:
    """Return the columns at which the headings begin anew, in the same order as before."""
    texts = [normal(heading.text) for heading in table.headings]
    filled = [index for index, text in enumerate(texts) if text]
    if not filled:
        return filled[:1]
    begin = filled[0]
    starts = [index for index in filled if texts[index] == texts[begin]]
    blocks = [
        [text for text in texts[at:end] if text]
        for at, end in zip(starts, [*starts[1:], len(texts)], strict=True)
    ]
    alike = all(_begins_like(block, blocks[0]) for block in blocks[1:])
    return starts if alike else starts[:1]


def _begins_like(block: Sequence[str], first: Sequence[str]) -> bool:
    common = [text for text, other in zip(block, first, strict=False) if text == other]
    fields = {name for text in common for name, _ in fields_of(text)}
    return len(common) >= _LEAST and len(common) >= 0.6 * len(block) and len(fields & _CORE) >= 2


def _part(sheet: SheetData, table: Table, begin: int, end: int, *, above: bool) -> SheetData:
    rows = []
    for index, row in enumerate(sheet.rows):
        if index < table.first:
            rows.append(row if above else ())
        else:
            kept = row[begin:end]
            rows.append(("",) * begin + kept if any(kept) else ())
    merged = tuple(area for area in sheet.merged if begin <= area[1] and area[3] < end)
    return replace(sheet, rows=tuple(rows), merged=merged)
