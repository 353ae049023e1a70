"""What a document says: paragraphs, table cells, pictures in order; then its margins and notes.

What people do not see, or what shows something else than stands there, is said too, as an item of
its own: hidden text, comments, fields, drawn shapes, text put before a paragraph by a list.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree

from changedesk.office.contrast import WHITE
from changedesk.office.docx_drawings import Pictures
from changedesk.office.docx_sight import Look, Sight, cell_ground, is_closed, is_covered
from changedesk.office.identity import SEAL_PROPERTY
from changedesk.office.package import Package, parser
from changedesk.store.text import clean

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_CHARACTERS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "\u2011"}
_P, _TABLE, _TEXT = f"{_W}p", f"{_W}tbl", f"{_W}t"
_TEXTS = {_TEXT, "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"}
_UNSEEN = {
    f"{_W}{name}" for name in ("pPr", "rPr", "del", "moveFrom", "tblPr", "tcPr", "trPr", "sectPr")
} | {f"{_MC}Fallback"}
_DRAWINGS = {f"{_W}drawing", f"{_W}pict", f"{_W}object"}
_BOX, _SYMBOL = f"{_W}txbxContent", f"{_W}sym"
_FIELD, _CODE, _SIMPLE = f"{_W}fldChar", f"{_W}instrText", f"{_W}fldSimple"
_FOREIGN = {f"{_W}altChunk", f"{_W}dataBinding"}
_FROM_ELSEWHERE = "text from elsewhere in the file is shown here"
_ALTERNATIVE, _FALLBACK = f"{_MC}AlternateContent", f"{_MC}Fallback"
_COUNTED = {"PAGE", "NUMPAGES"}
_PLAIN_FIELDS = _COUNTED | {"HYPERLINK", "TOC", "REF", "PAGEREF", "SEQ"}
_ROW, _CELL = f"{_W}tr", f"{_W}tc"
_RUN, _LOOK, _RUN_LOOK = f"{_W}r", f"{_W}pPr", f"{_W}rPr"
_LEAST_PAGE = 5_000  # twentieths of a point
_MARGINS = {f"{_W}headerReference": "header", f"{_W}footerReference": "footer"}
_NOTES = (("comment", "comments"), ("footnote", "footnotes"), ("endnote", "endnotes"))

Items = Iterator[tuple[str, str, str]]
PartBytes = Callable[[str], bytes]
TableTexts = Sequence[Sequence[str]]
"""What stands in a table, row by row: a cleaned text for each cell, empty for an empty one."""


def document_items(package: Package) -> Items:
    """Yield (place, type, text) of the document in a package.

    Types: s text, i a picture's SHA-256, h what is hidden or shows something else.
    """
    targets = package.relations(package.main)

    def part(relation: str) -> bytes:
        target = targets.get(relation, "")
        if not package.has(target):
            return target.encode()
        with package.open(target) as file:
            return file.read()

    styles = package.related(package.main, "styles")
    looks = package.tree(styles[0]) if styles else None
    seal = package.properties().get(SEAL_PROPERTY, "")
    reading = _Reading(Pictures(part, seal), {}, Sight(looks))
    reading.document(package.tree(package.main), part)
    for name, kind in _NOTES:
        for notes in package.related(package.main, kind):
            reading.notes(package.tree(notes), name)
    return iter(reading.items)


def written_items(
    document: etree._Element,
    part: PartBytes,
    styles: etree._Element,
    tables: Mapping[etree._Element, TableTexts],
) -> Items:
    """Yield the items of a document that is being made; `part(relation id)` gives a part's bytes.

    `tables` holds the texts of those tables whose element only marks their place.
    """
    reading = _Reading(Pictures(part, ""), tables, Sight(styles))
    reading.document(document, part)
    return iter(reading.items)


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


@dataclass
class _Field:
    """A field that has begun: its instruction, then what it shows."""

    code: str
    shows: bool = False
    result: str = ""

    @property
    def name(self) -> str:
        """The first word of its instruction."""
        return self.code.split(maxsplit=1)[0].upper() if self.code.strip() else ""


@dataclass
class _Line:
    """What one paragraph holds, in the order in which it stands; `hidden` while a run is."""

    look: Look
    ground: str
    hidden: bool = False
    said: list[str] = field(default_factory=list)
    unseen: list[str] = field(default_factory=list)
    others: list[tuple[str, str]] = field(default_factory=list)
    drawings: list[etree._Element] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)


class _Reading:
    """Gathers the items of one document; a list, because a long table has many and nests deep."""

    def __init__(
        self, pictures: Pictures, tables: Mapping[etree._Element, TableTexts], sight: Sight
    ) -> None:
        self._pictures = pictures
        self._tables = tables
        self._sight = sight
        self._fields: list[_Field] = []
        self._in_margin = False
        self.items: list[tuple[str, str, str]] = []

    def document(self, document: etree._Element, part: PartBytes) -> None:
        """Gather the body, then each different header and footer that it refers to."""
        body = document.find(f"{_W}body")
        if body is None:
            return
        self.blocks(body, "", _Count(), WHITE)
        for page in body.iter(f"{_W}pgSz"):
            if any(int(page.get(f"{_W}{side}", _LEAST_PAGE)) < _LEAST_PAGE for side in "wh"):
                self.items.append(("page", "h", "it is too small to show its text"))
        said: set[bytes] = set()
        self._in_margin = True
        for reference in body.iter(*_MARGINS):
            data = part(str(reference.get(f"{_R}id")))
            if data not in said:
                said.add(data)
                self._margin(data, _MARGINS[str(reference.tag)])

    def _margin(self, data: bytes, name: str) -> None:
        try:
            margin = etree.fromstring(data, parser())
        except etree.XMLSyntaxError:
            self.items.append((name, "h", "unreadable"))
            return
        self.blocks(margin, name, _Count(), WHITE)

    def notes(self, notes: etree._Element, name: str) -> None:
        """Gather comments or notes; the lines between text and notes are none."""
        count = _Count()
        for note in notes.iterchildren(f"{_W}{name}"):
            if note.get(f"{_W}type") in (None, "normal"):
                self.blocks(note, count.next(name), _Count(), WHITE)

    def blocks(self, parent: etree._Element, place: str, count: _Count, ground: str) -> None:
        """Gather from the paragraphs and tables of a body, a table cell or a text box."""
        for child in parent:
            if child.tag == _P:
                self._paragraph(child, place, count, ground)
            elif child.tag == _TABLE:
                texts = self._tables.get(child)
                if texts is None:
                    self._table(child, count.next("table"), count, ground)
                else:
                    self._known_table(texts, count.next("table"))
            elif child.tag in _FOREIGN:
                self.items.append((place or "text", "h", _FROM_ELSEWHERE))
            elif child.tag not in _UNSEEN:
                if child.tag == _ALTERNATIVE and (other := _alternative(child)):
                    self.items.append((f"{place or 'text'}, alternative", "h", other))
                self.blocks(child, place, count, ground)  # content controls, insertions

    def _table(self, table: etree._Element, place: str, count: _Count, ground: str) -> None:
        if table.find(f"{_W}tblPr/{_W}tblpPr") is not None:
            self.items.append((place, "h", "it lies over or under the text"))
        for row_number, row in enumerate(table.iterchildren(_ROW), 1):
            closed = is_closed(row)
            for column, cell in enumerate(row.iterchildren(_CELL), 1):
                where = f"{place}, row {row_number}, column {column}"
                before = len(self.items)
                self.blocks(cell, where, count.cell(), cell_ground(cell, ground))
                if (closed or is_covered(cell)) and len(self.items) > before:
                    self.items.append((where, "h", "the cell is hidden"))

    def _known_table(self, texts: TableTexts, place: str) -> None:
        for row_number, row in enumerate(texts, 1):
            where = f"{place}, row {row_number}, column "
            self.items += [
                (f"{where}{column}, paragraph 1", "s", text)
                for column, text in enumerate(row, 1)
                if text
            ]

    def _paragraph(self, paragraph: etree._Element, place: str, count: _Count, ground: str) -> None:
        look = paragraph.find(_LOOK)
        line = _Line(look, ground)
        text = self._plain_text(paragraph, line)
        if text is None:
            self._gather(paragraph, line)
            text = "".join(line.said)
        unseen = clean("".join(line.unseen)).strip()
        text = clean(text)
        where = count.paragraph(place) if text or unseen else place or "text"
        if text:
            self.items.append((where, "s", text))
        if unseen:
            self.items.append((f"{where}, hidden text", "h", unseen))
        if text and self._sight.is_numbered(look):
            self.items.append((f"{where}, list", "h", "a list puts its number or sign before it"))
        self.items += [(f"{where}, {what}", "h", clean(words)) for what, words in line.others]
        for drawing in line.drawings:
            for what, kind, words in self._pictures.shown(drawing):
                self.items.append((count.next(what), kind, words))
        for box in line.boxes:
            self.blocks(box, place, count, ground)

    def _plain_text(self, paragraph: etree._Element, line: _Line) -> str | None:
        """Return the text of a paragraph that holds only runs of text, None for any other.

        The fast path: nearly every paragraph of a long table is of this kind.
        """
        if self._fields:
            return None
        pieces = []
        for run in paragraph:
            if run.tag == _RUN:
                if self._sight.hides(run.find(_RUN_LOOK), line.look, line.ground):
                    return None
                for node in run:
                    if node.tag == _TEXT:
                        pieces.append(node.text or "")
                    elif node.tag != _RUN_LOOK:
                        return None
            elif run.tag != _LOOK:
                return None
        return "".join(pieces)

    def _gather(self, node: etree._Element, line: _Line) -> None:
        """Collect text, drawings and text boxes below `node`, in the order in which they stand."""
        for child in node:
            if child.tag == _RUN:
                before = line.hidden
                line.hidden |= self._sight.hides(child.find(_RUN_LOOK), line.look, line.ground)
                self._gather(child, line)
                line.hidden = before
            elif child.tag not in _UNSEEN:
                self._one(child, line)

    def _one(self, child: etree._Element, line: _Line) -> None:
        tag = child.tag
        if tag in _TEXTS:
            self._say(child.text or "", line)
        elif tag in _CHARACTERS:
            if tag != f"{_W}br" or child.get(f"{_W}type") in (None, "textWrapping"):
                self._say(_CHARACTERS[str(tag)], line)
        elif tag == _SYMBOL:
            self._say(f"{child.get(f'{_W}font')} {child.get(f'{_W}char')}", line)
        elif tag in _DRAWINGS:
            line.drawings.append(child)
            line.boxes += child.iter(_BOX)
        elif tag in (_FIELD, _CODE, _SIMPLE):
            self._field(child, line)
        elif tag in _FOREIGN:
            line.others.append(("content", _FROM_ELSEWHERE))
        else:
            if tag == f"{_W}hyperlink" and (relation := child.get(f"{_R}id")):
                line.others.append(("link", self._pictures.target(str(relation))))
            if tag == _ALTERNATIVE and (other := _alternative(child)):
                line.others.append(("alternative", other))
            self._gather(child, line)

    def _say(self, text: str, line: _Line) -> None:
        within = self._fields[-1] if self._fields else None
        if within and within.shows and self._in_margin and within.name in _COUNTED:
            within.result += text
        elif line.hidden or (within and not within.shows):
            line.unseen.append(text)
        else:
            line.said.append(text)

    def _field(self, part: etree._Element, line: _Line) -> None:
        """Follow a field, which may begin in one paragraph and end in another."""
        kind = part.get(f"{_W}fldCharType")
        if part.tag == _SIMPLE:
            self._fields.append(_Field(str(part.get(f"{_W}instr")), shows=True))
            self._gather(part, line)
        elif kind == "begin":
            self._fields.append(_Field(""))
        if not self._fields:
            return
        if part.tag == _CODE:
            self._fields[-1].code += part.text or ""
        elif kind == "separate":
            self._fields[-1].shows = True
        elif kind == "end" or part.tag == _SIMPLE:
            ended = self._fields.pop()
            if not ended.result.strip().isdecimal():
                line.said.append(ended.result)
            if ended.name not in _PLAIN_FIELDS:
                line.others.append(("field", ended.code.strip()))


def _alternative(node: etree._Element) -> str:
    """Return what programs show that do not know the first choice, where it says otherwise."""
    first, last = (
        "".join(text.text or "" for part in node if (part.tag == _FALLBACK) is late
                for text in part.iter(_TEXT))
        for late in (False, True)
    )  # fmt: skip
    return "" if first == last else clean(last)
