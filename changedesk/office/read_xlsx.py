"""What the cells of a workbook say: position, type, text; nothing of how they look."""

from collections.abc import Iterator

from lxml import etree

from changedesk.office.escapes import unescape
from changedesk.office.package import Package

Cells = Iterator[tuple[str, str, str]]
_MACHINERY = "_cd_"
_SHARED = "xl/sharedStrings.xml"


def sheet_items(package: Package) -> Iterator[tuple[str, Cells]]:
    """Yield each sheet that people see with its filled cells, row by row."""
    for name, part in package.sheets():
        if not name.startswith(_MACHINERY):
            yield name, sheet_cells(package, part)


def sheet_cells(package: Package, part: str) -> Cells:
    """Yield (place, type, text) of each filled cell.

    Types: s text, n number, b truth, e error, f formula.
    """
    shared = (
        [_text(item) for item in package.elements(_SHARED, "si")] if (package.has(_SHARED)) else []
    )
    for cell in package.elements(part, "c"):
        kind = str(cell.get("t", "n"))
        formula = cell.find("{*}f")
        value = cell.find("{*}v")
        if formula is not None:
            content = ("f", formula.text or "")
        elif kind == "inlineStr":
            content = ("s", _text(cell))
        elif value is None or not value.text:
            continue
        elif kind == "s":
            content = ("s", shared[int(value.text)])
        elif kind == "str":
            content = ("s", unescape(value.text))
        else:
            content = (kind, value.text)
        if content[1]:
            yield (str(cell.get("r")), *content)


def _text(item: etree._Element) -> str:
    """Return the text of a string item: its runs without the phonetic guide."""
    return unescape("".join(node.text or "" for node in item.iter("{*}t") if not _phonetic(node)))


def _phonetic(node: etree._Element) -> bool:
    parent = node.getparent()
    return parent is not None and etree.QName(parent).localname == "rPh"
