"""What the cells of a workbook say: position, type, text.

What people do not see, or what shows something else than stands there, is said too, as an item of
its own behind the cells: hidden sheets, rows and columns, ink of the ground's colour, formats that
show another value, comments, pictures and shapes. Ours have nothing of it but their hidden ids.
"""

import re
from collections.abc import Iterator

from lxml import etree
from openpyxl.utils import column_index_from_string

from changedesk.office.escapes import unescape
from changedesk.office.identity import ID_COLUMN, META_SHEET
from changedesk.office.package import Package
from changedesk.office.xlsx_sight import BookSight, is_on

LISTS_SHEET = "_cd_lists"
"""Holds the choices of long lists."""

Cells = Iterator[tuple[str, str, str]]
_MACHINERY = {META_SHEET, LISTS_SHEET}
_ROW = re.compile(r"\d+$")
_LEAST_HEIGHT = 3.0  # points
_LEAST_WIDTH = 0.5  # letters
_SEEN = (
    "c", "row", "col", "cfRule", "sheetView", "sheetFormatPr", "hyperlink",
    "picture", "control", "oleObject",
)  # fmt: skip
_OWN_SHAPES = {"graphicFrame", "from", "to", "clientData", "pos", "ext"}


def is_machinery(sheet: str) -> bool:
    """Say whether a sheet of this name is for programs, not for people."""
    return sheet in _MACHINERY


def sheet_items(package: Package) -> Iterator[tuple[str, Cells]]:
    """Yield each sheet that people see with its filled cells, row by row, then what is unseen.

    Types: s text, n number, b truth, e error, f formula, h what is hidden or shows otherwise.
    """
    shared, hidden_texts = _shared(package, sight := BookSight(package))
    states = {
        str(sheet.get("name")): str(sheet.get("state", "visible"))
        for sheet in package.tree(package.main).iter("{*}sheet")
    }
    for name, part in package.sheets():
        if not is_machinery(name):
            reading = _Sheet(package, part, sight, shared, hidden_texts)
            yield name, reading.items(states[name])


def sheet_cells(package: Package, part: str) -> Cells:
    """Yield (place, type, text) of each filled cell of a sheet, whether it is seen or not."""
    shared, _ = _shared(package, None)
    for cell in package.elements(part, "c"):
        if said := _said(cell, shared):
            yield (str(cell.get("r")), *said)


def _shared(package: Package, sight: BookSight | None) -> tuple[list[str], set[int]]:
    """Return the texts that cells share, and which of them have a part that is not seen."""
    texts: list[str] = []
    hidden: set[int] = set()
    for part in package.related(package.main, "sharedStrings"):
        for item in package.elements(part, "si"):
            if sight is not None and _has_hidden_run(item, sight):
                hidden.add(len(texts))
            texts.append(_text(item))
    return texts, hidden


def _said(cell: etree._Element, shared: list[str]) -> tuple[str, str] | None:
    """Return the type and text of a cell, None of an empty one."""
    kind = str(cell.get("t", "n"))
    formula = cell.find("{*}f")
    value = cell.find("{*}v")
    if formula is not None:
        said = ("f", formula.text or "")
    elif kind == "inlineStr":
        said = ("s", _text(cell))
    elif value is None or not value.text:
        return None
    elif kind == "s":
        said = ("s", shared[int(value.text)])
    elif kind == "str":
        said = ("s", unescape(value.text))
    else:
        said = (kind, value.text)
    return said if said[1] else None


class _Sheet:
    """Reads one sheet."""

    def __init__(
        self, package: Package, part: str, sight: BookSight, shared: list[str], hidden: set[int]
    ) -> None:
        self._package = package
        self._part = part
        self._sight = sight
        self._shared = shared
        self._hidden_texts = hidden
        self._ids: set[str] = set()
        self._columns: dict[str, bool] = {}  # filled columns in their order
        self._closed: list[tuple[int, int]] = []
        self._filled = False
        self._unseen: list[tuple[str, str]] = []

    def items(self, state: str) -> Cells:
        """Yield the filled cells, then what is not seen."""
        if state != "visible":
            self._unseen.append(("sheet", "it is hidden"))
        for element in self._package.elements(self._part, *_SEEN):
            name = etree.QName(element).localname
            if name == "c":
                if said := _said(element, self._shared):
                    place = str(element.get("r"))
                    self._look(element, place, said[1])
                    yield (place, *said)
            else:
                self._around(name, element)
        self._unseen += self._closed_columns()
        self._unseen += self._beside()
        for place, words in self._unseen:
            yield place, "h", words

    def _look(self, cell: etree._Element, place: str, text: str) -> None:
        """Note what the look of a filled cell does to it."""
        self._filled = True
        column = _ROW.sub("", place)
        self._columns[column] = True
        if text == ID_COLUMN:
            self._ids.add(column)
        style = self._sight.cell(cell.get("s"))
        if style.misleads:
            self._unseen.append((f"{place}, number format", style.format))
        if style.hides:
            self._unseen.append((f"{place}, look", style.hides))
        value = cell.find("{*}v")
        rich = (
            int(value.text or 0) in self._hidden_texts
            if value is not None and cell.get("t") == "s"
            else _has_hidden_run(cell, self._sight)
        )
        if rich:
            self._unseen.append((f"{place}, look", "a part of its text cannot be seen"))

    def _around(self, name: str, element: etree._Element) -> None:
        if name == "row":
            low = float(element.get("ht", _LEAST_HEIGHT)) < _LEAST_HEIGHT
            if self._filled and (low or is_on(element.get("hidden"))):
                self._unseen.append((f"row {element.get('r')}", "it is hidden"))
            self._filled = False
        elif name == "col":
            narrow = float(element.get("width", _LEAST_WIDTH)) < _LEAST_WIDTH
            if narrow or is_on(element.get("hidden")):
                self._closed.append((int(element.get("min", 1)), int(element.get("max", 1))))
        elif name == "cfRule":
            if self._sight.rule_hides(element):
                parent = element.getparent()
                cells = "" if parent is None else parent.get("sqref", "")
                self._unseen.append(
                    (f"{cells}, conditional format".lstrip(", "), "it hides values")
                )
        elif name == "hyperlink":
            self._unseen.append((f"{element.get('ref')}, link", "a link was put on it"))
        else:
            self._unseen += [("sheet", words) for words in _of_sheet(name, element)]

    def _closed_columns(self) -> Iterator[tuple[str, str]]:
        for column in self._columns:
            number = column_index_from_string(column)
            if column not in self._ids and any(a <= number <= b for a, b in self._closed):
                yield f"column {column}", "it is hidden"

    def _beside(self) -> Iterator[tuple[str, str]]:
        """Yield comments, and what is drawn over the cells but charts."""
        comments = 0
        for kind in ("comments", "threadedComment"):
            for part in self._package.related(self._part, kind):
                for one in self._package.tree(part).iter("{*}comment", "{*}threadedComment"):
                    comments += 1
                    yield f"{one.get('ref')}, comment", _text(one) or "".join(_words(one))
        for part in self._package.related(self._part, "drawing"):
            for shape in self._package.tree(part).iterchildren(etree.Element):
                if words := _shape(shape):
                    yield "drawing", words
        if not comments and self._package.related(self._part, "vmlDrawing"):
            yield "drawing", "a shape is drawn here"


def _of_sheet(name: str, element: etree._Element) -> Iterator[str]:
    """Yield in words what hides something of a whole sheet."""
    if name == "sheetView":
        if element.get("showZeros") in ("0", "false"):
            yield "it does not show noughts"
        frozen = element.find("{*}pane[@state='frozen']") is not None
        if frozen and element.get("topLeftCell", "A1") != "A1":
            yield "rows or columns are frozen out of sight"
    elif name == "sheetFormatPr":
        if is_on(element.get("zeroHeight")):
            yield "its rows are hidden"
    else:
        yield "a picture or control lies on it"


def _shape(anchor: etree._Element) -> str:
    """Return in words what is drawn at a place of a sheet, empty for a chart alone."""
    kinds = {etree.QName(one).localname for one in anchor.iterchildren(etree.Element)}
    uris = {str(one.get("uri")).rpartition("/")[2] for one in anchor.iter("{*}graphicData")}
    if kinds <= _OWN_SHAPES and uris <= {"chart"}:
        return ""
    said = " ".join(text for text in _words(anchor) if text)
    return f"{', '.join(sorted(kinds - _OWN_SHAPES | uris - {'chart'}))}: {said}".rstrip(": ")


def _words(element: etree._Element) -> Iterator[str]:
    return (one.text or "" for one in element.iter("{*}t", "{*}text"))


def _has_hidden_run(item: etree._Element, sight: BookSight) -> bool:
    return any(sight.run_hides(look) for look in item.iter("{*}rPr"))


def _text(item: etree._Element) -> str:
    """Return the text of a string item: its runs without the phonetic guide."""
    return unescape("".join(node.text or "" for node in item.iter("{*}t") if not _phonetic(node)))


def _phonetic(node: etree._Element) -> bool:
    parent = node.getparent()
    return parent is not None and etree.QName(parent).localname == "rPh"
