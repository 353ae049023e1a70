"""Letters that an export wrote as entities, `&amp;` for "&": read as letters where all are so."""

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape

from changedesk.exchange.cells import clean_cell
from changedesk.exchange.sheets import ForeignFile, SheetData

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_QUOTES = {'"': ("&quot;", "&#34;"), "'": ("&#39;", "&#039;", "&apos;", "&#x27;")}
TOLD = (
    "The texts hold “&amp;” and the like throughout, as exports write “&”: they were read as the "
    "letters that they stand for."
)


def with_letters(file: ForeignFile) -> ForeignFile:
    """Return the file with its entities decoded, once, where it was written so as a whole.

    A bare "&" anywhere says that nothing was escaped: then `&lt;` is what somebody typed.
    """
    told = "\n".join(_texts_with(file, "&"))
    if not told or not _is_escaped(file, told):
        return file
    return replace(file, sheets=tuple(map(_decoded, file.sheets)))


def _texts_with(file: ForeignFile, letter: str) -> Iterator[str]:
    for sheet in file.sheets:
        for row in sheet.rows:
            for text in row:
                if letter in text:
                    yield text


def _is_escaped(file: ForeignFile, told: str) -> bool:
    if "&" in _ENTITY.sub(lambda found: "" if unescape(found[0]) != found[0] else "&", told):
        return False
    for bracket, entity in (("<", "&lt;"), (">", "&gt;")):
        if entity in told and any(_texts_with(file, bracket)):
            return False
    if "&amp;" in told:
        return True
    # Nobody types the entity of a quotation mark, but a mark as such says that somebody did.
    return any(
        any(entity in told for entity in entities) and not any(_texts_with(file, quote))
        for quote, entities in _QUOTES.items()
    )


def _decoded(sheet: SheetData) -> SheetData:
    rows = tuple(
        tuple(map(_letters, row)) if any("&" in text for text in row) else row for row in sheet.rows
    )
    parted = {cell: tuple(map(_letters, items)) for cell, items in sheet.parted.items()}
    return replace(sheet, rows=rows, parted=parted)


def _letters(text: str) -> str:
    return clean_cell(unescape(text)) if "&" in text else text
