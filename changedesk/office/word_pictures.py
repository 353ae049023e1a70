"""Pictures and the sealed end of a document."""

from io import BytesIO

import segno
from docx.document import Document as Docx
from docx.oxml.ns import qn
from docx.shared import Cm
from PIL import Image

from changedesk.office import palette
from changedesk.office.layout import Document, Picture, Pictures
from changedesk.office.read_docx import SEAL_PICTURE
from changedesk.office.seal import BLANK_SEAL
from changedesk.office.word_page import TEXT_WIDTH
from changedesk.office.word_styles import style_id
from changedesk.office.word_values import day
from changedesk.office.word_xml import Element, border, cell, find, paragraph, row, run, table

_HIGHEST = 21.0
_CODE_SIZE = 2.6
_SIDE = 0.15
_SMALL_HIGHEST = 4.5
_KEPT = {"PNG", "JPEG"}


class UnreadablePictureError(Exception):
    """The bytes are no picture that can be shown."""


def picture(docx: Docx, block: Picture) -> list[Element]:
    """Return the picture, fitted, and its caption. Raises UnreadablePictureError."""
    data, width, height = _fitted(block)
    holder = docx.add_paragraph(style="Normal")
    added = holder.add_run().add_picture(BytesIO(data), Cm(width), Cm(height))
    _describe(added._inline, "picture", block.alt)  # noqa: SLF001 - alt text has no public setter
    elements: list[Element] = [holder._p]  # noqa: SLF001
    if block.caption:
        holder.paragraph_format.keep_with_next = True
        elements.append(paragraph(style_id("Picture Caption"), run(block.caption)))
    return elements


def picture_grid(docx: Docx, block: Pictures) -> tuple[list[Element], list[str]]:
    """Return small pictures in a table without lines, and the names of those nobody can read."""
    width = TEXT_WIDTH / block.across
    made = table([width] * block.across, padding=(0.1, _SIDE))
    unread = []
    for first in range(0, len(block.items), block.across):
        cells = []
        for item in block.items[first : first + block.across]:
            caption = paragraph(style_id("Picture Caption"), run(item.caption))
            try:
                holder = _small(docx, item, width - 2 * _SIDE)
            except UnreadablePictureError:
                holder = paragraph(style_id("Small"), run(f"[{item.alt}]"))
                unread.append(item.alt)
            cells.append(cell(width, holder, caption))
        while len(cells) < block.across:
            cells.append(cell(width, paragraph(style_id("Small"))))
        made.append(row(*cells))
    return [made, paragraph(style_id("Gap"))], unread


def _small(docx: Docx, item: Picture, room: float) -> Element:
    """Return a paragraph with one picture, at most `room` cm wide and `_SMALL_HIGHEST` high."""
    data, width, height = _fitted(item)
    scale = min(1.0, room / width, _SMALL_HIGHEST / height)
    place = paragraph(style_id("Small"))
    added = _put(docx, place, BytesIO(data), width * scale, height * scale)
    _describe(added, "picture", item.alt)
    return place


def _put(docx: Docx, place: Element, data: BytesIO, width: float, height: float) -> Element:
    """Put a picture into the paragraph `place`, wherever that stands; return its drawing."""
    holder = docx.add_paragraph()
    added = holder.add_run().add_picture(data, Cm(width), Cm(height))
    place.append(holder.runs[0]._r)  # noqa: SLF001 - moving it has no public name
    docx.element.body.remove(holder._p)  # noqa: SLF001
    inline: Element = added._inline  # noqa: SLF001
    return inline


def _fitted(block: Picture) -> tuple[bytes, float, float]:
    """Return the bytes (as PNG when they were neither PNG nor JPEG) and the size in cm."""
    try:
        with Image.open(BytesIO(block.data)) as image:
            image.load()
            wide, high = image.size
            data = block.data
            if image.format not in _KEPT:
                out = BytesIO()
                image.convert("RGBA").save(out, "PNG")
                data = out.getvalue()
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise UnreadablePictureError from error
    width = min(block.width, TEXT_WIDTH, _HIGHEST * wide / high)
    return data, width, width * high / wide


def seal_block(document: Document) -> tuple[list[Element], Element, Element]:
    """Return the sealed end: its elements, the seal's text, the paragraph for its code."""
    labels = document.labels
    widths = [_CODE_SIZE + 0.6, TEXT_WIDTH - _CODE_SIZE - 0.6]
    words = run(BLANK_SEAL, bold=True)
    lines = [
        paragraph(style_id("Fact"), run(f"{labels.sealed}  ", color=palette.INK_SOFT), words),
        paragraph(style_id("Figure Note"), run(f"{labels.document} {document.identity.export_id}")),
        paragraph(style_id("Figure Note"), run(day(document.identity.created, labels))),
        paragraph(style_id("Figure Note"), run(labels.seal_note)),
    ]
    made = table(widths, (border("top", palette.RULE, 4),), padding=(0.3, 0.0))
    place = paragraph(style_id("Small"))
    made.append(row(cell(widths[0], place), cell(widths[1], *lines, middle=True)))
    return [made], find(words, "t")[0], place


def put_code(docx: Docx, place: Element, line: str) -> None:
    """Put the QR code of `line` into the empty paragraph `place`."""
    out = BytesIO()
    segno.make(line, error="m", micro=False).save(out, kind="png", scale=6, border=1)
    out.seek(0)
    _describe(_put(docx, place, out, _CODE_SIZE, _CODE_SIZE), SEAL_PICTURE, line)


def _describe(inline: Element, name: str, alt: str) -> None:
    for side in ("distT", "distB", "distL", "distR"):
        inline.set(side, "0")
    for properties in inline.iter(qn("wp:docPr")):
        properties.set("name", name)
        properties.set("descr", alt)
