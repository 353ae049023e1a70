"""The fast path: body rows of long sheets as XML text, spliced into what openpyxl wrote.

openpyxl makes everything but these rows. The cells are those that it would have written: a
test holds both equal, cell by cell.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import IO

from openpyxl.utils import get_column_letter

from changedesk.office.cells import looks_like_formula
from changedesk.office.escapes import escape
from changedesk.office.excel_values import NUMBER, TEXT, Convert
from changedesk.office.layout import Value
from changedesk.office.measure import lines, row_height
from changedesk.office.seal import SheetDigest

_MARKUP = re.compile("[&<>]")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_BATCH = 250
_END_OF_ROWS = b"</sheetData>"
_DIMENSION = re.compile(rb'<dimension ref="[^"]*"')


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
    letters = [get_column_letter(index) for index in range(1, len(columns) + 1)]
    prepared = [
        (column.convert, letter, str(column.plain), str(column.quoted), column.room)
        for column, letter in zip(columns, letters, strict=True)
    ]
    done = 0
    xml: list[str] = []
    for done, row in enumerate(rows, 1):
        number = str(first_row + done - 1)
        cells: list[str] = []
        most = 1
        for (convert, letter, plain, quoted, room), value in zip(prepared, row, strict=True):
            kind, text = convert(value)
            place = letter + number
            if kind == TEXT:
                style = quoted if looks_like_formula(text) else plain
                cells.append(f'<c r="{place}" s="{style}" t="inlineStr"><is>{_t(text)}</is></c>')
                if room:
                    most = max(most, lines(text, room))
            elif kind == NUMBER:
                cells.append(f'<c r="{place}" s="{plain}" t="n"><v>{text}</v></c>')
            else:
                cells.append(f'<c r="{place}" s="{plain}"/>')
                continue
            digest.add(place, kind, text)
        xml.append(f'<row r="{number}" ht="{row_height(most)}">{"".join(cells)}</row>')
        if done % _BATCH == 0:
            out.write("".join(xml).encode())
            xml.clear()
            tell(done)
    out.write("".join(xml).encode())
    return done


def _t(text: str) -> str:
    """Return the text element; spaces at its ends are kept only when it says so."""
    if _MARKUP.search(text):
        for character, entity in _ENTITIES.items():
            text = text.replace(character, entity)
    text = escape(text)
    if text[0].isspace() or text[-1].isspace():
        return f'<t xml:space="preserve">{text}</t>'
    return f"<t>{text}</t>"


def splice(sheet_xml: bytes, last_cell: str, body: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the sheet with `body` rows behind the rows that it has, and its size set right."""
    head, end, tail = unfix_heights(sheet_xml).partition(_END_OF_ROWS)
    if not end:
        raise ValueError("A sheet to be spliced needs at least one row of its own.")
    yield _DIMENSION.sub(f'<dimension ref="A1:{last_cell}"'.encode(), head, count=1)
    yield from body
    yield end + tail


def unfix_heights(sheet_xml: bytes) -> bytes:
    """Return the sheet with heights that a program may still fit when somebody types."""
    return sheet_xml.replace(b' customHeight="1"', b"")
