"""The expat pass over an OpenDocument sheet, where one element can stand for a million cells."""

from collections.abc import Iterable

from changedesk.exchange.limits import Limits
from changedesk.exchange.references import Cell
from changedesk.exchange.sheetscan import SheetFacts
from changedesk.exchange.xmlscan import TooMuch, feed, new_parser

_TABLE = "table:table"
_ROW = "table:table-row"
_CELLS = {"table:table-cell", "table:covered-table-cell"}


def scan_content(chunks: Iterable[bytes], limits: Limits) -> dict[str, SheetFacts]:
    """Return the facts by sheet name; raise `TooMuch` beyond the bounds."""
    scan = _ContentScan(limits)
    parser = new_parser()
    parser.StartElementHandler = scan.start
    parser.EndElementHandler = scan.end
    feed(parser, chunks)
    return scan.facts


class _ContentScan:
    """Counters of one content.xml; a repeated cell or row counts only where it holds something."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.facts: dict[str, SheetFacts] = {}
        self.current = SheetFacts()
        self.depth = self.cells = self.row = self.rows_here = self.column = 0
        self.filled = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > self.limits.depth:
            raise TooMuch(f"its elements are nested more than {self.limits.depth} deep")
        if name in _CELLS:
            self.on_cell(attributes)
        elif name == _ROW:
            self.row += self.rows_here
            self.rows_here = _repeat(attributes.get("table:number-rows-repeated"))
            self.column = self.filled = 0
        elif name == _TABLE:
            self.on_table(attributes)

    def end(self, name: str) -> None:
        self.depth -= 1
        if name == _ROW and self.filled:
            self.cells += self.filled * self.rows_here
            last = self.row + self.rows_here
            if self.cells > self.limits.cells:
                raise TooMuch(f"it holds more than {self.limits.cells:,} cells")
            if last > self.limits.rows or last * self.column > self.limits.area:
                raise TooMuch(
                    f"its cells are spread over {last:,} rows and {self.column:,} columns"
                )

    def on_table(self, attributes: dict[str, str]) -> None:
        if len(self.facts) >= self.limits.sheets:
            raise TooMuch(f"it has more than {self.limits.sheets} sheets")
        self.current = SheetFacts()
        self.facts[attributes.get("table:name", "")] = self.current
        self.row, self.rows_here = 1, 0

    def on_cell(self, attributes: dict[str, str]) -> None:
        count = _repeat(attributes.get("table:number-columns-repeated"))
        formula = "table:formula" in attributes
        if formula or "office:value-type" in attributes:
            self.filled += count
            if self.filled > self.limits.columns:
                raise TooMuch("a row holds more cells than a sheet can have")
            if formula:
                here = self.cells_here(count)
                self.current.formulas |= here
                self.current.worded |= here
        self.column += count

    def cells_here(self, count: int) -> set[Cell]:
        """Return every cell that this element stands for, within the bounds."""
        if count * self.rows_here > self.limits.cells:
            raise TooMuch(f"it holds more than {self.limits.cells:,} cells")
        rows = range(self.row, self.row + self.rows_here)
        return {(row, self.column + n) for row in rows for n in range(count)}


def _repeat(text: str | None) -> int:
    if text is None:
        return 1
    if not text.isascii() or not text.isdigit() or len(text) > 9:
        raise TooMuch("it repeats a cell more often than a sheet has room for")
    return max(int(text), 1)
