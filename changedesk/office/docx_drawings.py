"""What the drawings of a document show: pictures by their bytes, and what is laid over them."""

import hashlib
from collections.abc import Callable, Iterator

from lxml import etree

from changedesk.office.seal_code import SEAL_PICTURE, shows_code

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_PICTURE, _CHART = "picture", "chart"
_LEAST = 36_000  # a millimetre in the unit of drawings
_LINKS = {"hlinkClick", "hlinkHover"}
_NO_EFFECT = {"extLst"}


class Pictures:
    """Tells what a drawing shows; the code of `seal` in the drawing of its name is not told.

    A chart's figures are not read here: they are compared with the file that was made.
    """

    def __init__(self, part: Callable[[str], bytes], seal: str) -> None:
        self._part = part
        self._seal = seal

    def target(self, relation: str) -> str:
        """Return where a link leads."""
        return self._part(relation).decode(errors="replace")

    def shown(self, drawing: etree._Element) -> Iterator[tuple[str, str, str]]:
        """Yield (what, type, text): i a picture's SHA-256, h what is no plain picture or chart."""
        for relation in _relations(drawing):
            data = self._part(relation)
            if not self._is_code(drawing, data):
                yield "picture", "i", hashlib.sha256(data).hexdigest()
        if words := ", ".join(_oddities(drawing)):
            yield "drawing", "h", words

    def _is_code(self, drawing: etree._Element, data: bytes) -> bool:
        named = any(item.get("name") == SEAL_PICTURE for item in drawing.iter("{*}docPr"))
        return named and bool(self._seal) and shows_code(data, self._seal)


def _relations(drawing: etree._Element) -> Iterator[str]:
    """Yield the relations to all that is shown; a picture may be named in several ways."""
    for item in drawing.iter(etree.Element):
        if (name := etree.QName(item).localname) not in _LINKS and name != _CHART:
            yield from (str(item.get(key)) for key in item.keys() if str(key).startswith(_R))  # noqa: SIM118


def _oddities(drawing: etree._Element) -> Iterator[str]:
    """Yield in words what hides or changes a picture, and what is none; ours have nothing of it."""
    kinds = {str(item.get("uri")).rpartition("/")[2] for item in drawing.iter("{*}graphicData")}
    if kinds - {_PICTURE, _CHART} or not kinds:
        said = (str(item.get("string") or item.text or "") for item in _words(drawing))
        yield f"a shape is drawn here: {' '.join(said)}".rstrip(": ")
    if next(drawing.iter("{*}anchor"), None) is not None:
        yield "it lies over or under the text"
    for crop in drawing.iter("{*}srcRect"):
        if any(value not in ("0", "0%") for value in crop.values()):
            yield "the picture is cropped"
    for blip in drawing.iter("{*}blip"):
        for effect in blip.iterchildren(etree.Element):
            if (name := etree.QName(effect).localname) not in _NO_EFFECT:
                yield f"the picture is changed by {name}"
    for extent in drawing.iter("{*}extent"):
        if any(float(extent.get(side, 0)) < _LEAST for side in ("cx", "cy")):
            yield "it is too small to be seen"


def _words(drawing: etree._Element) -> Iterator[etree._Element]:
    for item in drawing.iter(etree.Element):
        if etree.QName(item).localname in ("textpath", "t"):
            yield item
