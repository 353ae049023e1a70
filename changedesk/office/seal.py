"""The seal: a digest of what a file says, not of its bytes.

Covered in a workbook: every sheet by name and order, except the two for programs; of each cell
its position, type and text. Covered in a document: paragraphs, table cells and pictures' bytes in
order, the words of headers, footers and notes. Covered in both: whatever hides something or shows
something else than stands there (`read_docx` and `read_xlsx` say what); what we make has nothing
of it, so that it is found without the file as made. Not covered: properties, colours, fonts,
widths, page numbers, links, alternative texts, the seal's own words wherever they stand (masked by
their form) and its code, if it is the code of this seal. `looks` compares what only the file as
made can tell: number formats, merged cells, margins of sheets, charts.

A whole number counts whole, so that 1 is 1.0; others to 12 digits, because programs that save a
time again disagree about the 15th (whole seconds are safe with 12); a date is its day count; a
formula counts by its text, never by a cached result.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import islice, zip_longest
from pathlib import Path

from changedesk.office.identity import Identity
from changedesk.office.package import Package
from changedesk.office.read_docx import document_items
from changedesk.office.read_xlsx import sheet_items
from changedesk.store.text import clean

_FORM = b"cd-content-1\n"
_TOKEN = re.compile(r"[0-9a-z]{12} · [0-9a-f]{4}(?:-[0-9a-f]{4}){3}")
_MASK = "<seal>"
_FLUSH = 2000
_DIGITS = ".12g"
_MOST_DIGITS = 10**15


def seal_words(export_id: str, digest: str) -> str:
    """Return the short form for people: the document's last 12 signs, the digest's first 16."""
    document = re.sub("[^0-9a-z]", "", export_id.lower())[-12:].rjust(12, "0")
    return f"{document} · " + "-".join(digest[start : start + 4] for start in range(0, 16, 4))


def seal_line(export_id: str, digest: str) -> str:
    """Return the long form for machines: it stands in the properties and in the QR code."""
    return f"cd1:{export_id}:{digest}"


BLANK_SEAL = seal_words("", "0" * 64)
"""Stands where the seal will be while the content is being digested."""


class SheetDigest:
    """Digests one sheet cell by cell, in the order of rows and columns."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._hash = hashlib.sha256()
        self._lines: list[str] = []

    def add(self, place: str, kind: str, text: str) -> None:
        """Add the cell at `place`; `kind` is s text, n number, b truth, e error, f formula."""
        self.add_lines([cell_line(place, kind, text)])

    def add_lines(self, lines: list[str]) -> None:
        """Add cells that `cell_line` put into words."""
        self._lines += lines
        if len(self._lines) > _FLUSH:
            self._flush()

    def _flush(self) -> None:
        self._hash.update("".join(self._lines).encode())
        self._lines.clear()

    def line(self) -> bytes:
        """Return the sheet's line of the whole digest."""
        self._flush()
        return f"{self.name}\x1f{self._hash.hexdigest()}\x1e".encode()


def cell_line(place: str, kind: str, text: str) -> str:
    """Return the line that stands for a cell or an item of a document, its text cleaned before."""
    said = text if kind == "s" and " · " not in text else canonical(kind, text)
    return f"{place}\x1f{kind}\x1f{said}\x1e"


def canonical(kind: str, text: str) -> str:
    """Return the text by which a value is compared: cleaned, seal masked, 1.0 as 1."""
    if kind == "n":
        number = float(text)
        whole = number.is_integer() and abs(number) < _MOST_DIGITS
        return str(int(number)) if whole else format(number, _DIGITS)
    return _TOKEN.sub(_MASK, text) if " · " in text else text


def combine(lines: Iterator[bytes]) -> str:
    """Return the digest over the lines of all sheets or of all items of a document."""
    whole = hashlib.sha256(_FORM)
    for line in lines:
        whole.update(line)
    return whole.hexdigest()


@dataclass(frozen=True)
class Item:
    """One thing that a file says: where it stands, what type it is (h: hidden), its text."""

    place: str
    kind: str
    text: str


def document_digest(items: Iterable[tuple[str, str, str]]) -> str:
    """Return the digest of a document's items."""
    return combine(_joined(cell_line(*item) for item in items))


def _joined(lines: Iterator[str]) -> Iterator[bytes]:
    """Yield `lines` many at a time: hashing each by itself would cost more than the hash."""
    while batch := "".join(islice(lines, _FLUSH)):
        yield batch.encode()


def content_digest(path: Path) -> str:
    """Return the digest of what the workbook or document at `path` says.

    Raises UserError for a file that is neither. A foreign file passes the guard first.
    """
    with Package(path) as package:
        if package.is_document:
            return document_digest(document_items(package))
        return combine(_sheet_lines(package))


def _sheet_lines(package: Package) -> Iterator[bytes]:
    for name, cells in sheet_items(package):
        digest = SheetDigest(name)
        for place, kind, text in cells:
            digest.add(place, kind, clean(text))
        yield digest.line()


def content(path: Path) -> Iterator[Item]:
    """Yield what the file at `path` says, item by item, as the digest sees it."""
    with Package(path) as package:
        if package.is_document:
            for place, kind, text in document_items(package):
                yield Item(place, kind, canonical(kind, text))
            return
        for name, cells in sheet_items(package):
            for place, kind, text in cells:
                yield Item(f"{name}!{place}", kind, canonical(kind, clean(text)))


@dataclass(frozen=True)
class Change:
    """A difference in content; an empty side means that nothing stands there."""

    place: str
    before: str
    after: str


def changed_content(before: Path, after: Path) -> list[Change]:
    """Name what differs in content between two files of one kind, in the order of the first.

    Cells are compared by their place, a document's items by their order.
    """
    old, new = list(content(before)), list(content(after))
    if any("!" in item.place for item in old):
        return _changed_cells(old, new)
    return _changed_items(old, new)


def hidden_content(path: Path) -> list[Change]:
    """Name what is hidden in a file, or shows something else than stands there, as added."""
    return [Change(item.place, "", item.text) for item in content(path) if item.kind == "h"]


def _changed_cells(old: list[Item], new: list[Item]) -> list[Change]:
    was = {item.place: item for item in old}
    now = {item.place: item for item in new}
    return [
        Change(place, *(side[place].text if place in side else "" for side in (was, now)))
        for place in {**was, **now}
        if was.get(place) != now.get(place)
    ]


def _changed_items(old: list[Item], new: list[Item]) -> list[Change]:
    was_said, is_said = ([(item.kind, item.text) for item in side] for side in (old, new))
    found = []
    for tag, a, b, c, d in SequenceMatcher(None, was_said, is_said, autojunk=False).get_opcodes():
        if tag != "equal":
            pairs = zip_longest(old[a:b], new[c:d])
            found += [one for was, now in pairs for one in _paired(was, now)]
    return found


def _paired(was: Item | None, now: Item | None) -> Iterator[Change]:
    """Yield what became of two items at one place: what is hidden now was taken out and added."""
    if was and now and was.kind == now.kind:
        yield Change(was.place, was.text, now.text)
        return
    if was:
        yield Change(was.place, was.text, "")
    if now:
        yield Change(now.place, "", now.text)


def read_digest_of_seal(identity: Identity) -> str | None:
    """Return the full digest that the seal of `identity` claims, None when it bears no seal."""
    form, _, rest = identity.seal.partition(":")
    export_id, _, digest = rest.rpartition(":")
    return digest if form == "cd1" and export_id == identity.export_id else None
