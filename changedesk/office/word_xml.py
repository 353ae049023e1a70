"""The few elements of WordprocessingML that the document modules build by hand."""

from collections.abc import Mapping

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from lxml import etree

from changedesk.store.text import clean

Element = etree._Element  # noqa: SLF001 - the only name that lxml has for its element type

TWIPS_PER_CM = 567


def element(name: str, attributes: Mapping[str, str] | None = None, *children: Element) -> Element:
    """Return `<w:name>` with `w:` attributes and children."""
    made = OxmlElement(
        f"w:{name}", {qn(f"w:{key}"): value for key, value in (attributes or {}).items()}
    )
    made.extend(children)
    return made


def find(parent: Element, name: str) -> list[Element]:
    """Return all `<w:name>` below `parent`."""
    return list(parent.iter(qn(f"w:{name}")))


def run(text: str, *, color: str = "", bold: bool | None = None) -> Element:
    """Return a run of `text`; colour and weight only where they differ from the style."""
    properties = []
    if bold is not None:
        properties.append(element("b", None if bold else {"val": "0"}))
    if color:
        properties.append(element("color", {"val": color}))
    made = element("r")
    if properties:
        made.append(element("rPr", None, *properties))
    put_text(made, text)
    return made


def put_text(made: Element, text: str) -> None:
    """Add `text` to a run: cleaned, line ends and tabs as Word's own."""
    for number, line in enumerate(clean(text).split("\n")):
        if number:
            made.append(element("br"))
        for index, piece in enumerate(line.split("\t")):
            if index:
                made.append(element("tab"))
            if piece:
                made.append(_text(piece))


def _text(piece: str) -> Element:
    made = element("t")
    made.text = piece
    if piece != piece.strip():
        made.set(qn("xml:space"), "preserve")
    return made


def paragraph(style: str, *runs: Element, align: str = "", keep: bool = False) -> Element:
    """Return a paragraph of `style`; `keep` holds it on the page of the next one."""
    properties = element("pPr", None, element("pStyle", {"val": style}))
    if keep:
        properties.append(element("keepNext"))
    if align:
        properties.append(element("jc", {"val": align}))
    return element("p", None, properties, *runs)


def field(instruction: str) -> list[Element]:
    """Return the runs of a field that Word computes, such as PAGE."""
    code = element("instrText")
    code.text = f" {instruction} "
    code.set(qn("xml:space"), "preserve")
    return [
        element("r", None, element("fldChar", {"fldCharType": "begin"})),
        element("r", None, code),
        element("r", None, element("fldChar", {"fldCharType": "separate"})),
        run("1"),
        element("r", None, element("fldChar", {"fldCharType": "end"})),
    ]


def twips(centimetres: float) -> str:
    """Return a length as Word writes it."""
    return str(round(centimetres * TWIPS_PER_CM))


def border(side: str, color: str, eighths: int) -> Element:
    """Return one border line, `eighths` of a point wide."""
    return element(side, {"val": "single", "sz": str(eighths), "space": "0", "color": color})


def table(
    widths: list[float],
    borders: tuple[Element, ...] = (),
    padding: tuple[float, float] = (0.1, 0.18),
) -> Element:
    """Return an empty table with fixed column `widths` in cm and cell `padding` (up, side)."""
    sides = (("top", 0), ("left", 1), ("bottom", 0), ("right", 1))
    margins = [element(side, {"w": twips(padding[which]), "type": "dxa"}) for side, which in sides]
    properties = element(
        "tblPr",
        None,
        element("tblW", {"w": twips(sum(widths)), "type": "dxa"}),
        element("tblInd", {"w": "0", "type": "dxa"}),
        *((element("tblBorders", None, *borders),) if borders else ()),
        element("tblLayout", {"type": "fixed"}),
        element("tblCellMar", None, *margins),
    )
    grid = element("tblGrid", None, *(element("gridCol", {"w": twips(width)}) for width in widths))
    return element("tbl", None, properties, grid)


def cell(
    width: float,
    *paragraphs: Element,
    fill: str = "",
    middle: bool = False,
    borders: tuple[Element, ...] = (),
) -> Element:
    """Return a table cell."""
    properties = element("tcPr", None, element("tcW", {"w": twips(width), "type": "dxa"}))
    if borders:
        properties.append(element("tcBorders", None, *borders))
    if fill:
        properties.append(element("shd", {"val": "clear", "color": "auto", "fill": fill}))
    if middle:
        properties.append(element("vAlign", {"val": "center"}))
    return element("tc", None, properties, *paragraphs)


def row(*cells: Element, header: bool = False, height: float = 0) -> Element:
    """Return a table row that never splits across pages; `height` in cm is the least."""
    properties = element("trPr", None, element("cantSplit"))
    if height:
        properties.append(element("trHeight", {"val": twips(height), "hRule": "atLeast"}))
    if header:
        properties.append(element("tblHeader"))
    return element("tr", None, properties, *cells)
