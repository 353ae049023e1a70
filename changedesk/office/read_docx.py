"""What the body of a document says: paragraphs, table cells, pictures, in order."""

import hashlib
from collections.abc import Callable, Iterator

from lxml import etree

from changedesk.office.package import Package
from changedesk.store.text import clean

SEAL_PICTURE = "changedesk-seal"

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_PART = "word/document.xml"
_CHARACTERS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "\u2011"}
_UNSEEN = {
    f"{_W}{name}"
    for name in ("pPr", "rPr", "del", "moveFrom", "instrText", "tblPr", "tcPr", "trPr", "sectPr")
} | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}

Items = Iterator[tuple[str, str, str]]
PictureBytes = Callable[[str], bytes]


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


def body_items(body: etree._Element, picture: PictureBytes) -> Items:
    """Yield the items of a body element; `picture(relation id)` gives a picture's bytes."""
    return _blocks(body, "", _Count(), picture)


def _blocks(parent: etree._Element, place: str, count: _Count, picture: PictureBytes) -> Items:
    for child in parent:
        if child.tag == f"{_W}p":
            yield from _paragraph(child, place, count, picture)
        elif child.tag == f"{_W}tbl":
            yield from _table(child, count.next("table"), count, picture)
        elif child.tag not in _UNSEEN:
            yield from _blocks(child, place, count, picture)  # content controls, insertions


def _table(table: etree._Element, place: str, count: _Count, picture: PictureBytes) -> Items:
    for row_number, row in enumerate(table.iterfind(f"{_W}tr"), 1):
        for column, cell in enumerate(row.iterfind(f"{_W}tc"), 1):
            where = f"{place}, row {row_number}, column {column}"
            yield from _blocks(cell, where, count.cell(), picture)


def _paragraph(
    paragraph: etree._Element, place: str, count: _Count, picture: PictureBytes
) -> Items:
    pieces: list[str] = []
    relations: list[str] = []
    boxes: list[etree._Element] = []
    _gather(paragraph, pieces, relations, boxes)
    if text := clean("".join(pieces)):
        yield count.paragraph(place), "s", text
    for relation in relations:
        yield count.next("picture"), "i", hashlib.sha256(picture(relation)).hexdigest()
    for box in boxes:
        yield from _blocks(box, place, count, picture)


def _gather(
    node: etree._Element,
    pieces: list[str],
    relations: list[str],
    boxes: list[etree._Element],
) -> None:
    """Collect text, pictures and text boxes below `node`, in the order in which they stand."""
    for child in node:
        tag = child.tag
        if tag == f"{_W}t":
            pieces.append(child.text or "")
        elif tag in _CHARACTERS:
            if tag != f"{_W}br" or child.get(f"{_W}type") in (None, "textWrapping"):
                pieces.append(_CHARACTERS[str(tag)])
        elif tag == f"{_W}drawing":
            _pictures(child, relations)
            _gather(child, pieces, relations, boxes)
        elif tag == f"{_W}txbxContent":
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
