"""Pictures and the sealed end of a document."""

import hashlib
from io import BytesIO

from docx.document import Document as Docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml.ns import qn
from docx.oxml.shape import CT_Inline
from docx.parts.image import ImagePart
from docx.shared import Cm
from PIL import Image

from changedesk.office import palette
from changedesk.office.layout import Document, Picture, Pictures
from changedesk.office.seal import BLANK_SEAL
from changedesk.office.seal_code import SEAL_PICTURE, seal_code
from changedesk.office.word_page import TEXT_WIDTH
from changedesk.office.word_styles import style_id
from changedesk.office.word_values import day
from changedesk.office.word_xml import (
    Element,
    border,
    cell,
    element,
    find,
    paragraph,
    row,
    run,
    table,
)

_HIGHEST = 21.0
_CODE_SIZE = 2.6
_SIDE = 0.15
_JPEG = b"\xff\xd8"
_SMALL_HIGHEST = 4.5
_KEPT = {"PNG", "JPEG"}


class UnreadablePictureError(Exception):
    """The bytes are no picture that can be shown."""


class Album:
    """Puts pictures into a document; bytes that come again are kept once.

    The library would hash all pictures before it for each new one: hundreds would take minutes.
    """

    def __init__(self, docx: Docx) -> None:
        self._part = docx.part
        self._relations: dict[bytes, str] = {}
        self._count = 0

    def picture(self, block: Picture) -> list[Element]:
        """Return the picture, fitted, and its caption. Raises UnreadablePictureError."""
        data, width, height = _fitted(block)
        place = paragraph(style_id("Normal"), keep=bool(block.caption))
        self._put(place, data, (width, height), "picture", block.alt)
        if not block.caption:
            return [place]
        return [place, paragraph(style_id("Picture Caption"), run(block.caption))]

    def grid(self, block: Pictures) -> tuple[list[Element], list[str]]:
        """Return small pictures in a table without lines, and the names of unreadable ones."""
        width = TEXT_WIDTH / block.across
        made = table([width] * block.across, padding=(0.1, _SIDE))
        unread = []
        for first in range(0, len(block.items), block.across):
            cells = []
            for item in block.items[first : first + block.across]:
                try:
                    holder = self._small(item, width - 2 * _SIDE)
                except UnreadablePictureError:
                    holder = paragraph(style_id("Small"), run(f"[{item.alt}]"))
                    unread.append(item.alt)
                caption = paragraph(style_id("Picture Caption"), run(item.caption))
                cells.append(cell(width, holder, caption))
            while len(cells) < block.across:
                cells.append(cell(width, paragraph(style_id("Small"))))
            made.append(row(*cells))
        return [made, paragraph(style_id("Gap"))], unread

    def code(self, place: Element, line: str) -> None:
        """Put the QR code of `line` into the empty paragraph `place`."""
        self._put(place, seal_code(line), (_CODE_SIZE, _CODE_SIZE), SEAL_PICTURE, line)

    def _small(self, item: Picture, room: float) -> Element:
        """Return a paragraph with one picture, at most `room` cm wide and `_SMALL_HIGHEST` high."""
        data, width, height = _fitted(item)
        scale = min(1.0, room / width, _SMALL_HIGHEST / height)
        place = paragraph(style_id("Small"))
        self._put(place, data, (width * scale, height * scale), "picture", item.alt)
        return place

    def _put(
        self, place: Element, data: bytes, size: tuple[float, float], name: str, alt: str
    ) -> None:
        self._count += 1
        width, height = size
        inline: Element = CT_Inline.new_pic_inline(
            self._count, self._relation(data), name, Cm(width), Cm(height)
        )
        _describe(inline, name, alt)
        place.append(element("r", None, element("drawing", None, inline)))

    def _relation(self, data: bytes) -> str:
        digest = hashlib.sha256(data).digest()
        if digest not in self._relations:
            # Not read by the library, which refuses JPEGs that every other program shows.
            ending, kind = ("jpg", "image/jpeg") if data[:2] == _JPEG else ("png", "image/png")
            name = PackURI(f"/word/media/image{len(self._relations) + 1}.{ending}")
            made = ImagePart(name, kind, data)
            self._relations[digest] = self._part.relate_to(made, RELATIONSHIP_TYPE.IMAGE)
        return self._relations[digest]


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


def _describe(inline: Element, name: str, alt: str) -> None:
    for side in ("distT", "distB", "distL", "distR"):
        inline.set(side, "0")
    for properties in inline.iter(qn("wp:docPr")):
        properties.set("name", name)
        properties.set("descr", alt)
