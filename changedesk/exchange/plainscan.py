"""The same look at a worksheet for the plain spelling that nearly every program writes.

Counting bytes is several times faster than being called for every element, and it is sound
because everything is accounted for: each "<" belongs to a tag that is known here and that ends
where it should, each cell begins with its reference. All else is left to expat: `None` then.
"""

import re
import string
from collections.abc import Iterable, Iterator

from changedesk.exchange.limits import Limits
from changedesk.exchange.references import column_number
from changedesk.exchange.sheetscan import SheetFacts, scan_sheet
from changedesk.exchange.xmlscan import Found, TooMuch

_BEGIN, _END, _ROW_END = b"<sheetData>", b"</sheetData>", b"</row>"
_TAGS = (
    b"<row ", b"</row>", b"<c ", b"</c>", b"<v>", b"</v>", b"<f>", b"<f ", b"</f>",
    b"<is>", b"</is>", b"<t>", b"<t ", b"</t>",
)  # fmt: skip
_FOLLOWS = {
    b"</row>": (b"</row><row ",),
    b"</c>": (b"</c><c ", b"</c></row>"),
    b"</v>": (b"</v></c>",),
    b"</f>": (b"</f><v>", b"</f></c>"),
    b"</is>": (b"</is></c>",),
    b"</t>": (b"</t></is>",),
}
"""What may follow the end of an element; so none can hold another of its kind, however deep."""

_CELL = re.compile(rb'<c r="([A-Z]{1,3}[0-9]{1,7})"')
_LETTERS, _DIGITS = string.ascii_uppercase.encode(), string.digits.encode()
_FORMULA = re.compile(rb'<c r="([A-Z]{1,3})([0-9]{1,7})"[^<>]*><f[ >]')
_ERROR = re.compile(rb'<c r="([A-Z]{1,3})([0-9]{1,7})"[^<>]* t="e"')
_LONGEST_ROW = 4_000_000
_SAMPLE = 4_000


def scan_plain_sheet(chunks: Iterable[bytes], found: Found, limits: Limits) -> SheetFacts | None:
    """Return the facts of a plainly spelled worksheet; `None` where expat has to look.

    Raises `TooMuch` as `scan_sheet` does.
    """
    scan = _PlainScan(limits)
    frame = scan.frame(iter(chunks))
    if frame is None:
        return None
    facts = scan_sheet([frame], found, limits)
    found.cells += scan.cells
    if found.cells > limits.cells:
        raise TooMuch(f"it holds more than {limits.cells:,} cells")
    facts.formulas |= scan.facts.formulas
    facts.errors |= scan.facts.errors
    return facts


def longest_segment(chunks: Iterable[bytes], mark: bytes, limit: int) -> int | None:
    """Return the most bytes between two marks, or `None` once that is above the limit."""
    longest, rest = 0, b""
    for chunk in chunks:
        *whole, rest = (rest + chunk).split(mark)
        longest = max(longest, max(map(len, whole), default=0))
        if longest > limit or len(rest) > 2 * limit:
            return None
    return max(longest, len(rest)) if len(rest) <= limit else None


class _PlainScan:
    """Counters over the rows of one worksheet."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.facts = SheetFacts()
        self.cells = 0
        self.top_row = 0
        self.columns: set[bytes] = set()

    def frame(self, chunks: Iterator[bytes]) -> bytes | None:
        """Count the rows; return what stands around them as a worksheet without rows."""
        head = b""
        for chunk in chunks:
            head += chunk
            if _BEGIN in head or len(head) > _LONGEST_ROW:
                break
        head, begin, rest = head.partition(_BEGIN)
        if not begin:
            return None
        tail = self.rows(rest, chunks)
        return None if tail is None else head + begin + tail

    def rows(self, rest: bytes, chunks: Iterator[bytes]) -> bytes | None:
        """Count whole rows piece by piece; return all from the end of the rows on."""
        while True:
            block, end, tail = rest.partition(_END)
            if end:
                return end + tail + b"".join(chunks) if self.count(block) else None
            cut = rest.rfind(_ROW_END) + len(_ROW_END)
            if cut >= len(_ROW_END):
                if not self.count(rest[:cut]):
                    return None
                rest = rest[cut:]
            chunk = next(chunks, b"")
            if not chunk or len(rest) > _LONGEST_ROW:
                return None
            rest += chunk

    def count(self, block: bytes) -> bool:
        """Account for every sign of some whole rows; False where something is spelled otherwise."""
        counts = _tags(block)
        if counts is None:
            return False
        closing = sum(number for tag, number in counts.items() if tag.startswith(b"</"))
        opening = sum(counts.values()) - closing
        places = _CELL.findall(block)
        formulas = counts[b"<f>"] + counts[b"<f "]
        if len(places) != counts[b"<c "]:
            return False
        if opening != closing + block.count(b"/>") or not _is_flat(block, counts):
            return False
        if formulas and not self.note_formulas(block, formulas):
            return False
        for place in _ERROR.findall(block) if b' t="e"' in block else ():
            self.facts.errors.add(_cell(place))
        self.cells += len(places)
        return self.reach(places)

    def note_formulas(self, block: bytes, formulas: int) -> bool:
        """Note which cells are calculated; False unless every formula was found in a cell."""
        found = _FORMULA.findall(block)
        self.facts.formulas.update(map(_cell, found))
        return len(found) == formulas

    def reach(self, places: list[bytes]) -> bool:
        """Note how far out cells stand; where that is suspicious, expat tells filled from blank."""
        if self.cells > self.limits.cells:
            raise TooMuch(f"it holds more than {self.limits.cells:,} cells")
        joined = b" ".join(places)
        self.columns.update(joined.translate(None, _DIGITS).split())
        rows = {*joined.translate(None, _LETTERS).split()}
        self.top_row = max(self.top_row, max(map(int, rows), default=0))
        width = max((column_number(letters.decode()) + 1 for letters in self.columns), default=0)
        fits = self.top_row <= self.limits.rows and width <= self.limits.columns
        return fits and self.top_row * width <= self.limits.area


def _tags(block: bytes) -> dict[bytes, int] | None:
    """Count the tags that are known; `None` unless every "<" belongs to one of them."""
    counts = dict.fromkeys(_TAGS, 0)
    brackets = block.count(b"<")
    # The frequent ones first: once they account for every "<", the others cannot be there.
    for tag in sorted(_TAGS, key=block[:_SAMPLE].count, reverse=True):
        if not brackets:
            return counts
        counts[tag] = block.count(tag)
        brackets -= counts[tag]
    return None if brackets else counts


def _is_flat(block: bytes, counts: dict[bytes, int]) -> bool:
    """Tell whether every element ends where it should: rows, cells and values, never nested."""
    for end, followers in _FOLLOWS.items():
        followed = sum(block.count(follower) for follower in followers) if counts[end] else 0
        last = 1 if end == b"</row>" and counts[end] else 0
        if followed + last != counts[end]:
            return False
    return True


def _cell(place: tuple[bytes, bytes]) -> tuple[int, int]:
    return int(place[1]), column_number(place[0].decode())
