"""Blocks of cells as Excel puts them on the clipboard: tabs, lines, and quotes where needed."""

from collections.abc import Iterable, Sequence


def to_block(rows: Iterable[Sequence[str]]) -> str:
    """Return rows of cells as text; a cell with a tab, a line end or a quote is quoted."""
    return "\n".join("\t".join(_quoted(cell) for cell in row) for row in rows)


def _quoted(cell: str) -> str:
    if any(mark in cell for mark in '\t\n\r"'):
        return '"' + cell.replace('"', '""') + '"'
    return cell


def from_block(text: str) -> list[list[str]]:
    """Return the cells of a copied block; a line end after the last row counts not.

    A quoted cell may hold tabs and several lines. A quote within a cell that does not begin with
    one is an ordinary letter.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    rows: list[list[str]] = [[]]
    place = 0
    while place <= len(text):
        cell, place, end = _cell(text, place)
        rows[-1].append(cell)
        if end == "\n" and place < len(text):
            rows.append([])
        elif end != "\t":
            break
    return rows if text else []


def _cell(text: str, place: int) -> tuple[str, int, str]:
    """Return the cell that begins at `place`, where the next one begins, and what ended it."""
    if text.startswith('"', place):
        found = _quoted_cell(text, place + 1)
        if found is not None:
            return found
    end = place
    while end < len(text) and text[end] not in "\t\n":
        end += 1
    return text[place:end], end + 1, text[end : end + 1]


def _quoted_cell(text: str, place: int) -> tuple[str, int, str] | None:
    parts = []
    while True:
        end = text.find('"', place)
        if end < 0:
            return None
        parts.append(text[place:end])
        following = text[end + 1 : end + 2]
        if following == '"':
            parts.append('"')
            place = end + 2
        elif following in ("", "\t", "\n"):
            return "".join(parts), end + 2, following
        else:
            return None
