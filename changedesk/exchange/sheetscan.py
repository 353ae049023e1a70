"""The expat pass over a worksheet part: counts and measures, and notes formulas and errors."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from changedesk.exchange.limits import Limits
from changedesk.exchange.references import Cell, place, range_area
from changedesk.exchange.xmlscan import Found, TooMuch, feed, local, new_parser


@dataclass(slots=True)
class SheetFacts:
    """What values alone do not tell: cells that hold a formula, or an error such as #REF!.

    `worded` are formulas that gave a text, which may be empty.

    Rows count from 1, columns from 0.
    """

    formulas: set[Cell] = field(default_factory=set)
    worded: set[Cell] = field(default_factory=set)
    errors: set[Cell] = field(default_factory=set)


def scan_sheet(chunks: Iterable[bytes], found: Found, limits: Limits) -> SheetFacts:
    """Read a worksheet part: count, measure, and note formulas and errors."""
    scan = _SheetScan(found, limits)
    parser = new_parser()
    parser.StartElementHandler = scan.handler()
    parser.EndElementHandler = scan.end
    feed(parser, _watched(chunks, scan))
    scan.check()
    return scan.facts


def _watched(chunks: Iterable[bytes], scan: "_SheetScan") -> Iterable[bytes]:
    """Hand the pieces on; after each, compare counters with bounds."""
    for chunk in chunks:
        yield chunk
        scan.check()


class _SheetScan:
    """One worksheet's counters."""

    def __init__(self, found: Found, limits: Limits) -> None:
        self.found, self.limits = found, limits
        self.facts = SheetFacts()
        self.cells = self.row = self.filled_row = 0
        self.top_row = self.top_column = 0
        self.merged = self.ranges = self.depth = 0

    def handler(self) -> Callable[[str, dict[str, str]], None]:
        """Return what runs for every element: a closure, because it runs a million times."""
        last: dict[str, str] = {}
        columns: set[str] = set()
        row_text = ""
        column = -1

        def start(name: str, attributes: dict[str, str]) -> None:
            nonlocal last, column, row_text
            self.depth += 1
            if name == "c":
                self.cells += 1
                column += 1
                last = attributes
            elif name == "t":
                return
            elif name in {"v", "is"}:
                # Only cells that hold something: formats alone may well reach the last row.
                self.filled_row = self.row
                reference = last.get("r")
                if reference is None:
                    self.reach((self.row, column))
                else:
                    letters = reference.rstrip("0123456789")
                    if letters not in columns or reference[len(letters) :] != row_text:
                        columns.add(letters)
                        self.reach(place(reference, self.row, column))
                if last.get("t") == "e":
                    self.facts.errors.add(place(reference, self.row, column))
            elif name == "row":
                row_text, column = self.on_row(attributes), -1
            elif name == "f":
                self.on_formula(place(last.get("r"), self.row, column), last.get("t"))
            elif name in {"mergeCell", "hyperlink"}:
                self.on_range(attributes)
            elif ":" in name:
                self.depth -= 1
                start(local(name), attributes)

        return start

    def end(self, _name: str) -> None:
        """Leave an element; the depth is compared where it matters, at the way down's end."""
        if self.depth > self.limits.depth:
            raise TooMuch(f"its elements are nested more than {self.limits.depth} deep")
        self.depth -= 1

    def on_formula(self, cell: Cell, kind: str | None) -> None:
        """Note a formula, and whether its value is a text."""
        self.facts.formulas.add(cell)
        if kind == "str":
            self.facts.worded.add(cell)

    def on_row(self, attributes: dict[str, str]) -> str:
        """Begin a row; return its number as the cells' references should say it."""
        self.row = _whole(attributes.get("r"), self.row + 1)
        if self.row > self.limits.rows:
            raise TooMuch(f"a row is numbered {self.row:,}, beyond what a sheet can have")
        return str(self.row)

    def reach(self, cell: Cell) -> None:
        """Note how far out a filled cell stands."""
        self.top_row = max(self.top_row, cell[0])
        self.top_column = max(self.top_column, cell[1])
        if self.top_row > self.limits.rows or self.top_column >= self.limits.columns:
            raise TooMuch("a cell stands beyond what a sheet can have")

    def check(self) -> None:
        """Compare the counters with the bounds; runs once for each piece of the part."""
        self.found.cells += self.cells
        self.cells = 0
        if self.found.cells > self.limits.cells:
            raise TooMuch(f"it holds more than {self.limits.cells:,} cells")
        rows, columns = max(self.top_row, self.filled_row), self.top_column + 1
        if rows * columns > self.limits.area:
            raise TooMuch(f"its cells are spread over {rows:,} rows and {columns:,} columns")

    def on_range(self, attributes: dict[str, str]) -> None:
        """Add up what merges and links cover."""
        self.ranges += 1
        if self.ranges > self.limits.ranges:
            raise TooMuch(f"it has more than {self.limits.ranges:,} merges and links")
        self.merged += range_area(attributes.get("ref", ""))
        if self.merged > self.limits.merged_area:
            raise TooMuch(f"merges or links in it cover {self.merged:,} cells")


def scan_spread(
    texts: Iterable[Iterable[bytes]], sheets: Iterable[Iterable[bytes]], limits: Limits
) -> None:
    """Add up what the cells would hold: one long shared text can be named by every cell."""
    lengths: list[int] = []
    for chunks in texts:
        _shared_lengths(chunks, lengths)
    total = 0
    kind, value, inside = "", "", False

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal kind, value, inside
        name = local(name)
        if name == "c":
            kind = attributes.get("t", "")
        inside, value = name == "v", ""

    def text(data: str) -> None:
        nonlocal value
        if inside:
            value += data

    def end(_name: str) -> None:
        nonlocal total, inside
        if inside and kind == "s" and value.strip().isdecimal() and int(value) < len(lengths):
            total += lengths[int(value)]
            if total > limits.spread_text:
                raise TooMuch(f"its cells would hold {total // 1_000_000:,} MB of text")
        inside = False

    for chunks in sheets:
        parser = new_parser()
        parser.StartElementHandler, parser.EndElementHandler = start, end
        parser.CharacterDataHandler = text
        feed(parser, chunks)


def _shared_lengths(chunks: Iterable[bytes], lengths: list[int]) -> None:
    def start(name: str, _attributes: dict[str, str]) -> None:
        if local(name) == "si":
            lengths.append(0)

    def text(data: str) -> None:
        if lengths:
            lengths[-1] += len(data)

    parser = new_parser()
    parser.StartElementHandler = start
    parser.CharacterDataHandler = text
    feed(parser, chunks)


def _whole(text: str | None, otherwise: int) -> int:
    if text is None:
        return otherwise
    if not text.isascii() or not text.isdigit():
        raise TooMuch(f'a row is numbered "{text[:20]}"')
    return int(text[:15])
