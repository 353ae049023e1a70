"""What the body of a document says: paragraphs, table cells, pictures, in order."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence

from lxml import etree

from changedesk.office.package import Package
from changedesk.store.text import clean

SEAL_PICTURE = "changedesk-seal"

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_PART = "word/document.xml"
_CHARACTERS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "\u2011"}
_P, _TABLE, _TEXT = f"{_W}p", f"{_W}tbl", f"{_W}t"
_UNSEEN = {
    f"{_W}{name}"
    for name in ("pPr", "rPr", "del", "moveFrom", "instrText", "tblPr", "tcPr", "trPr", "sectPr")
} | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
_DRAWING, _BOX = f"{_W}drawing", f"{_W}txbxContent"
_ROW, _CELL = f"{_W}tr", f"{_W}tc"
_RUN, _LOOK, _RUN_LOOK = f"{_W}r", f"{_W}pPr", f"{_W}rPr"

Items = Iterator[tuple[str, str, str]]
PictureBytes = Callable[[str], bytes]
TableTexts = Sequence[Sequence[str]]
"""What stands in a table, row by row: a cleaned text for each cell, empty for an empty one."""


def document_items(package: Package) -> Items:
    """Yield (place, type, text) of the document in a package: s text, i a picture's SHA-256."""
    targets = package.relations(_PART)

    def picture(relation: str) -> bytes:
        target = targets.get(relation, "")
        if not package.has(target):
            return b""
        with package.open(target) as file:
            return file.read()

    body = package.tree(_PART).find(f"{_W}body")
    return iter(()) if body is None else body_items(body, picture)


class _Count:
    """Numbers tables and pictures of the whole document, paragraphs of the body or one cell."""

    def __init__(self, document: dict[str, int] | None = None) -> None:
        self._document = document if document is not None else {}
        self._paragraphs = 0

    def cell(self) -> "_Count":
        """Return a count for a table cell, whose paragraphs start at 1."""
        return _Count(self._document)

    def paragraph(self, place: str) -> str:
        """Return the place of the next paragraph."""
        self._paragraphs += 1
        return f"{place}, paragraph {self._paragraphs}".removeprefix(", ")

    def next(self, what: str) -> str:
        """Return the place of the next table or picture."""
        self._document[what] = self._document.get(what, 0) + 1
        return f"{what} {self._document[what]}"


def body_items(
    body: etree._Element,
    picture: PictureBytes,
    tables: Mapping[etree._Element, TableTexts] | None = None,
) -> Items:
    """Yield the items of a body element; `picture(relation id)` gives a picture's bytes.

    `tables` holds the texts of those tables whose element only marks their place.
    """
    reading = _Reading(picture, tables or {})
    reading.blocks(body, "", _Count())
    return iter(reading.items)


class _Reading:
    """Gathers the items of one body; a list, because a long table has many and nests deep."""

    def __init__(self, picture: PictureBytes, tables: Mapping[etree._Element, TableTexts]) -> None:
        self._picture = picture
        self._tables = tables
        self.items: list[tuple[str, str, str]] = []

    def blocks(self, parent: etree._Element, place: str, count: _Count) -> None:
        """Gather from the paragraphs and tables of a body, a table cell or a text box."""
        for child in parent:
            if child.tag == _P:
                self._paragraph(child, place, count)
            elif child.tag == _TABLE:
                texts = self._tables.get(child)
                if texts is None:
                    self._table(child, count.next("table"), count)
                else:
                    self._known_table(texts, count.next("table"))
            elif child.tag not in _UNSEEN:
                self.blocks(child, place, count)  # content controls, insertions

    def _table(self, table: etree._Element, place: str, count: _Count) -> None:
        for row_number, row in enumerate(table.iterchildren(_ROW), 1):
            for column, cell in enumerate(row.iterchildren(_CELL), 1):
                where = f"{place}, row {row_number}, column {column}"
                self.blocks(cell, where, count.cell())

    def _known_table(self, texts: TableTexts, place: str) -> None:
        for row_number, row in enumerate(texts, 1):
            where = f"{place}, row {row_number}, column "
            self.items += [
                (f"{where}{column}, paragraph 1", "s", text)
                for column, text in enumerate(row, 1)
                if text
            ]

    def _paragraph(self, paragraph: etree._Element, place: str, count: _Count) -> None:
        relations: list[str] = []
        boxes: list[etree._Element] = []
        text = _plain_text(paragraph)
        if text is None:
            pieces: list[str] = []
            _gather(paragraph, pieces, relations, boxes)
            text = "".join(pieces)
        if text := clean(text):
            self.items.append((count.paragraph(place), "s", text))
        for relation in relations:
            digest = hashlib.sha256(self._picture(relation)).hexdigest()
            self.items.append((count.next("picture"), "i", digest))
        for box in boxes:
            self.blocks(box, place, count)


def _plain_text(paragraph: etree._Element) -> str | None:
    """Return the text of a paragraph that holds only runs of text, None for any other.

    The fast path: nearly every paragraph of a long table is of this kind.
    """
    pieces = []
    for run in paragraph:
        if run.tag == _RUN:
            for node in run:
                if node.tag == _TEXT:
                    pieces.append(node.text or "")
                elif node.tag != _RUN_LOOK:
                    return None
        elif run.tag != _LOOK:
            return None
    return "".join(pieces)


def _gather(
    node: etree._Element,
    pieces: list[str],
    relations: list[str],
    boxes: list[etree._Element],
) -> None:
    """Collect text, pictures and text boxes below `node`, in the order in which they stand."""
    for child in node:
        tag = child.tag
        if tag == _TEXT:
            pieces.append(child.text or "")
        elif tag in _CHARACTERS:
            if tag != f"{_W}br" or child.get(f"{_W}type") in (None, "textWrapping"):
                pieces.append(_CHARACTERS[str(tag)])
        elif tag == _DRAWING:
            _pictures(child, relations)
            _gather(child, pieces, relations, boxes)
        elif tag == _BOX:
            boxes.append(child)
        elif tag not in _UNSEEN:
            _gather(child, pieces, relations, boxes)


def _pictures(drawing: etree._Element, relations: list[str]) -> None:
    names = [str(item.get("name")) for item in drawing.iter("{*}docPr")]
    if SEAL_PICTURE in names:
        return
    relations.extend(
        str(blip.get(f"{_R}embed")) for blip in drawing.iter("{*}blip") if blip.get(f"{_R}embed")
    )
