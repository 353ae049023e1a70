"""The fast path: body rows of long sheets as XML text, spliced into what openpyxl wrote.

openpyxl makes everything but these rows. The cells are those that it would have written: a
test holds both equal, cell by cell.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import IO

from openpyxl.utils import get_column_letter

from changedesk.office.cells import looks_like_formula
from changedesk.office.escapes import escape
from changedesk.office.excel_values import NUMBER, TEXT, Convert
from changedesk.office.layout import Value
from changedesk.office.measure import lines, row_height
from changedesk.office.seal import SheetDigest, cell_line

_SPECIAL = re.compile("[&<>]|_x")
_SPACES = " \t\n"
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_BATCH = 250
_REMEMBERED = 2_000  # values per column: names, states and dates come again and again
_END_OF_ROWS = b"</sheetData>"
_NO_ROWS = b"<sheetData/>"
_DIMENSION = re.compile(rb'<dimension ref="[^"]*"')


Made = tuple[str, str, int]
"""(markup behind the place, line of the digest behind the place, number of text lines)."""


@dataclass(frozen=True)
class StreamColumn:
    """How one column is streamed: its converter and the numbers of its two styles.

    `room` is how many letters one line of a wrapped column holds, 0 for a column without wrap.
    """

    convert: Convert
    plain: int
    quoted: int
    room: float = 0.0


def stream_rows(
    rows: Iterable[Sequence[Value]],
    columns: Sequence[StreamColumn],
    first_row: int,
    out: IO[bytes],
    digest: SheetDigest,
    tell: Callable[[int], None],
) -> int:
    """Write the `<row>` elements of `rows` to `out`, from sheet row `first_row`; return how many.

    `tell(n)` is called every few hundred rows with the number done; it may raise to cancel.
    """
    makers: list[tuple[str, Callable[[Value], Made], dict[Value, Made]]] = [
        (get_column_letter(index), _maker(column), {}) for index, column in enumerate(columns, 1)
    ]
    done = 0
    xml: list[str] = []
    for done, row in enumerate(rows, 1):
        number = str(first_row + done - 1)
        cells: list[str] = []
        said: list[str] = []
        most = 1
        for (letter, make, known), value in zip(makers, row, strict=True):
            made = known.get(value) or _remember(known, value, make(value))
            markup, line, line_count = made
            place = letter + number
            cells.append(f'<c r="{place}{markup}')
            if line:
                said.append(place + line)
                if line_count > 1:
                    most = max(most, line_count)
        xml.append(f'<row r="{number}" ht="{row_height(most)}">{"".join(cells)}</row>')
        digest.add_lines(said)
        if done % _BATCH == 0:
            out.write("".join(xml).encode())
            xml.clear()
            tell(done)
    out.write("".join(xml).encode())
    return done


def _remember(known: dict[Value, Made], value: Value, made: Made) -> Made:
    """Keep what `value` became, but no numbers: 2 and 2.0 would be one key."""
    if not isinstance(value, int | float | Decimal):
        if len(known) > _REMEMBERED:
            known.clear()
        known[value] = made
    return made


def _maker(column: StreamColumn) -> Callable[[Value], Made]:
    """Return the function that makes everything of a cell but its place."""

    def make(value: Value) -> Made:
        kind, text = column.convert(value)
        if kind == TEXT:
            style = column.quoted if looks_like_formula(text) else column.plain
            markup = f'" s="{style}" t="inlineStr"><is>{text_element(text)}</is></c>'
            return markup, cell_line("", kind, text), lines(text, column.room) if column.room else 1
        if kind == NUMBER:
            markup = f'" s="{column.plain}" t="n"><v>{text}</v></c>'
            return markup, cell_line("", kind, text), 1
        return f'" s="{column.plain}"/>', "", 1

    return make


def text_element(text: str) -> str:
    """Return the text element; spaces at its ends are kept only when it says so."""
    if _SPECIAL.search(text):
        for character, entity in _ENTITIES.items():
            text = text.replace(character, entity)
        text = escape(text)
    if text[0] in _SPACES or text[-1] in _SPACES:
        return f'<t xml:space="preserve">{text}</t>'
    return f"<t>{text}</t>"


def splice(sheet_xml: bytes, last_cell: str, body: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the sheet with `body` rows behind the rows that it has, and its size set right."""
    whole = unfix_heights(sheet_xml).replace(_NO_ROWS, b"<sheetData>" + _END_OF_ROWS)
    head, end, tail = whole.partition(_END_OF_ROWS)
    yield _DIMENSION.sub(f'<dimension ref="A1:{last_cell}"'.encode(), head, count=1)
    yield from body
    yield end + tail


def unfix_heights(sheet_xml: bytes) -> bytes:
    """Return the sheet with heights that a program may still fit when somebody types."""
    return sheet_xml.replace(b' customHeight="1"', b"")
