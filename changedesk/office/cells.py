"""Text into cells: it stays text, whatever it begins with, and nothing is lost unseen."""

import re
from collections.abc import Container

from openpyxl.cell.cell import Cell

from changedesk.office.escapes import escape
from changedesk.store.text import clean

MOST_CHARACTERS = 32_767
"""What one cell of a workbook holds, in UTF-16 units."""

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_CSV_HAZARD = re.compile("'*[=+\\-@\t\r\n]")
_CSV_ESCAPED = re.compile("'+[=+\\-@\t\r\n]")
_FORBIDDEN_IN_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f]+")
_LONGEST_NAME = 31


def looks_like_formula(text: str) -> bool:
    """Say whether a spreadsheet would take `text`, typed by hand, for a formula."""
    return text.startswith(_FORMULA_STARTS)


def fit(text: str, mark: str = "[cut]") -> tuple[str, bool]:
    """Return `text` cleaned and cut to what a cell holds, and whether it was cut.

    A cut text ends in `… [cut]`, so that nobody takes it for the whole.
    """
    text = clean(text)
    if len(text) <= MOST_CHARACTERS // 2 or _units(text) <= MOST_CHARACTERS:
        return text, False
    tail = f"… {mark}"
    room = (MOST_CHARACTERS - _units(tail)) * 2
    return text.encode("utf-16-le")[:room].decode("utf-16-le", "ignore") + tail, True


def _units(text: str) -> int:
    return len(text) + sum(character > "\uffff" for character in text)


def put_text(cell: Cell, text: str, mark: str = "[cut]") -> bool:
    """Put `text` into `cell` as text and nothing else; return whether it had to be cut."""
    fitted, was_cut = fit(text, mark)
    cell.value = None
    if fitted:
        set_text(cell, fitted)
        if looks_like_formula(fitted):
            cell.quotePrefix = True
    return was_cut


def set_text(cell: Cell, fitted: str) -> None:
    """Put cleaned and fitted text into `cell`; the public setter would guess what it means."""
    cell._value = escape(fitted)  # type: ignore[attr-defined]  # noqa: SLF001
    cell.data_type = "s"


def safe_sheet_name(name: str, taken: Container[str] = ()) -> str:
    r"""Return `name` as Excel allows it: at most 31 units, no `[]:*?/\`, not 'History'.

    `taken` holds the names in use, case-folded; a clash gets ` 2`, ` 3` ...
    """
    base = _FORBIDDEN_IN_NAMES.sub(" ", clean(name))
    base = " ".join(base.split()).strip("' ") or "Sheet"
    if base.casefold() == "history":
        base += " list"
    number, candidate = 1, _short(base, _LONGEST_NAME)
    while candidate.casefold() in taken:
        number += 1
        suffix = f" {number}"
        candidate = _short(base, _LONGEST_NAME - len(suffix)) + suffix
    return candidate


def _short(text: str, units: int) -> str:
    return text.encode("utf-16-le")[: units * 2].decode("utf-16-le", "ignore").rstrip("' ")


def csv_escape(text: str) -> str:
    """Return `text` for a csv cell that a spreadsheet may open: `'` before a formula's look.

    Inverse: `csv_unescape`, which drops one apostrophe where apostrophes lead up to = + - @ tab
    CR or LF. Numbers are not passed through here: -5 stays -5.
    """
    return f"'{text}" if _CSV_HAZARD.match(text) else text


def csv_unescape(text: str) -> str:
    """Return what `csv_escape` was given."""
    return text[1:] if _CSV_ESCAPED.match(text) else text
