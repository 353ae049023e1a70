"""The tables of a Word document as sheets: each table one sheet, named by the heading above it.

Guarded like every package: no declaration of entities, bounded parts, cells and columns.
"""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from changedesk.exchange import guard
from changedesk.exchange.cells import clean_cell
from changedesk.exchange.limits import LIMITS, Limits
from changedesk.exchange.sheets import LONGEST_TEXT, Area
from changedesk.exchange.xmlscan import TooMuch

_PART = "word/document.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "‑"}
_UNSEEN = {"del", "moveFrom", "instrText", "delText", "rPr", "pPr", "Fallback"}
_LONGEST_HEADING = 90
_MOST_COLUMNS = 200
_MOST_CELLS = 200_000


@dataclass
class WordTable:
    """A table: rows of texts where a merged cell has its text once, and the areas of merges."""

    name: str
    rows: list[list[str]] = field(default_factory=list)
    merged: list[Area] = field(default_factory=list)


def word_tables(path: Path, limits: Limits = LIMITS) -> Iterator[WordTable]:
    """Yield the tables of a document that passed the guard; raise `TooMuch` past a bound."""
    heading, number, cells = "", 0, 0
    for block in _blocks(_body(path, limits)):
        if _local(block) == "p":
            text = clean_cell(_text(block))
            heading = text if text and len(text) <= _LONGEST_HEADING else heading
            continue
        number += 1
        table = _table(block, _name(number, heading), _MOST_CELLS - cells)
        cells += sum(map(len, table.rows))
        yield table


def _name(number: int, heading: str) -> str:
    return f"Table {number}: {' '.join(heading.split())}" if heading else f"Table {number}"


def _body(path: Path, limits: Limits) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        with zipfile.ZipFile(path) as package, guard.part(package, _PART, limits) as chunks:
            for chunk in chunks:
                parser.feed(chunk)
        root = parser.close()
    except KeyError:
        raise TooMuch("it has no text") from None
    except etree.XMLSyntaxError:
        raise TooMuch("its text cannot be made sense of") from None
    found = next((one for one in root if _local(one) == "body"), None)
    if found is None:
        raise TooMuch("it has no text")
    return found


def _local(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _blocks(
    parent: etree._Element, wanted: frozenset[str] = frozenset({"p", "tbl"})
) -> Iterator[etree._Element]:
    """Yield what is wanted, also out of content controls and tracked insertions around it."""
    for child in parent:
        name = _local(child)
        if name in wanted:
            yield child
        elif name not in _UNSEEN and name not in {"tbl", "tr", "tc", "p"}:
            yield from _blocks(child, wanted)


_ROWS, _CELLS = frozenset({"tr"}), frozenset({"tc"})


def _table(element: etree._Element, name: str, room: int) -> WordTable:
    table = WordTable(name)
    open_below: dict[int, int] = {}
    for row in _blocks(element, _ROWS):
        texts: list[str] = [""] * _number(row, "trPr", "gridBefore", 0)
        for cell in _blocks(row, _CELLS):
            column, span = len(texts), _number(cell, "tcPr", "gridSpan", 1)
            goes_on = _goes_on(cell)
            texts += [clean_cell(_text(cell)) if not goes_on else "", *[""] * (span - 1)]
            _note_merge(table, open_below, column, span, goes_on=goes_on)
            if len(texts) > _MOST_COLUMNS:
                raise TooMuch(f"a table in it has more than {_MOST_COLUMNS} columns")
        room -= len(texts)
        if room < 0:
            raise TooMuch(f"its tables have more than {_MOST_CELLS:,} cells")
        table.rows.append(texts)
    return table


def _note_merge(
    table: WordTable, open_below: dict[int, int], column: int, span: int, *, goes_on: bool
) -> None:
    number = len(table.rows) + 1
    place = open_below.get(column)
    if goes_on and place is not None:
        top, left, _, right = table.merged[place]
        table.merged[place] = (top, left, number, right)
        return
    open_below[column] = len(table.merged)
    table.merged.append((number, column, number, column + span - 1))


def _number(element: etree._Element, holder: str, name: str, default: int) -> int:
    for look in element:
        if _local(look) == holder:
            for one in look:
                if _local(one) == name:
                    text = one.get(f"{_W}val") or one.get(f"{_STRICT}val") or ""
                    value = int(text) if text.isascii() and text.isdigit() else default
                    return min(max(value, default), _MOST_COLUMNS + 1)
    return default


def _goes_on(cell: etree._Element) -> bool:
    """Tell a cell that continues the one above it."""
    for look in cell:
        if _local(look) == "tcPr":
            for one in look:
                if _local(one) == "vMerge":
                    return (one.get(f"{_W}val") or one.get(f"{_STRICT}val")) != "restart"
    return False


def _text(element: etree._Element) -> str:
    pieces: list[str] = []
    _gather(element, pieces)
    text = "".join(pieces)
    if len(text) > LONGEST_TEXT:
        raise TooMuch("a cell's text is longer than a million characters")
    return text


def _gather(element: etree._Element, pieces: list[str]) -> None:
    for child in element:
        name = _local(child)
        if name in _UNSEEN:
            continue
        if name == "t":
            pieces.append(child.text or "")
        elif name in _BREAKS:
            pieces.append(_BREAKS[name])
        else:
            if name == "p" and pieces and not pieces[-1].endswith("\n"):
                pieces.append("\n")
            _gather(child, pieces)
