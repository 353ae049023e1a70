"""What the sheets of one workbook share while they are drawn, and what each leaves behind."""

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from openpyxl import Workbook as Book
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from changedesk.office import Progress
from changedesk.office.cells import looks_like_formula, put_text, safe_sheet_name, set_text
from changedesk.office.escapes import unescape
from changedesk.office.excel_lists import Lists
from changedesk.office.excel_meta import MetaLines
from changedesk.office.excel_styles import Look, cell_at, font
from changedesk.office.excel_values import NUMBER, TEXT, Content, Remarks
from changedesk.office.layout import Workbook
from changedesk.office.palette import INK, INK_SOFT
from changedesk.office.seal import BLANK_SEAL, SheetDigest

A4 = 9
TITLE_SIZE = 18


@dataclass
class Drawn:
    """A finished sheet: its digest, and its streamed body when it has one."""

    sheet: Worksheet
    digest: SheetDigest
    body: IO[bytes] | None = None
    last_cell: str = ""


@dataclass
class Build:
    """One workbook being made."""

    workbook: Workbook
    folder: Path
    stack: ExitStack
    progress: Progress | None
    total: int
    stream_from: int
    book: Book
    remarks: Remarks = field(default_factory=Remarks)
    seal_cells: list[Cell] = field(default_factory=list)
    rows: int = 0

    def __post_init__(self) -> None:
        self.lists = Lists(self.book)
        self.meta = MetaLines(self.body_file())
        self._taken: set[str] = set()

    def add_sheet(self, name: str) -> Worksheet:
        """Add a sheet, protected and ready to print, under a name that Excel takes."""
        title = safe_sheet_name(name, self._taken)
        self._taken.add(title.casefold())
        sheet: Worksheet = self.book.create_sheet(title)
        sheet.sheet_view.showGridLines = False
        _protect(sheet)
        _set_up_page(sheet, self.workbook)
        return sheet

    def body_file(self) -> IO[bytes]:
        """Return a temporary file beside the target that is gone when the writing ends."""
        return self.stack.enter_context(tempfile.TemporaryFile(dir=self.folder))

    def tell(self, done: int) -> None:
        """Report progress; the callback may raise to cancel."""
        if self.progress:
            self.progress(self.rows + done, max(self.total, self.rows + done))

    def title(self, sheet: Worksheet, row: int, text: str, column: int = 1) -> None:
        """Put the sheet's title."""
        cell = cell_at(sheet, row, column)
        self.text(cell, text)
        cell.font = font(TITLE_SIZE, bold=True, color=INK)
        sheet.row_dimensions[row].height = 28

    def note(self, sheet: Worksheet, row: int, text: str, column: int = 1) -> None:
        """Put a soft line under a title."""
        cell = cell_at(sheet, row, column)
        self.text(cell, text)
        cell.font = font(color=INK_SOFT)

    def text(self, cell: Cell, text: str) -> None:
        """Put `text` into `cell` and remember when it had to be cut."""
        if put_text(cell, text, self.workbook.labels.cut):
            self.remarks.at(f"{cell.parent.title}!{cell.coordinate}")
            self.remarks.add("the text was cut, a cell holds 32,767 characters.")

    def seal_cell(self, cell: Cell) -> None:
        """Reserve `cell` for the seal, which is known only when all is written."""
        put_text(cell, BLANK_SEAL)
        self.seal_cells.append(cell)


def put_content(cell: Cell, content: Content, look: Look) -> None:
    """Put converted content into `cell` with its column's look."""
    kind, text = content
    look.apply(cell, kind == TEXT and looks_like_formula(text))
    if kind == TEXT:
        set_text(cell, text)
    elif kind == NUMBER:
        cell.value = float(text) if "." in text or "e" in text else int(text)
        look.apply(cell)


def digest_cells(sheet: Worksheet, digest: SheetDigest) -> SheetDigest:
    """Add every filled cell of `sheet` to `digest`, row by row."""
    for cell in _filled(sheet):
        text = str(cell.value)
        kind = TEXT if cell.data_type == "s" else NUMBER
        digest.add(cell.coordinate, kind, unescape(text) if kind == TEXT else text)
    return digest


def _filled(sheet: Worksheet) -> Iterator[Cell]:
    for row in sheet.iter_rows():
        yield from (cell for cell in row if cell.value is not None)


def _protect(sheet: Worksheet) -> None:
    """Lock what is not to be filled in; a guard rail without a password."""
    lock = sheet.protection
    lock.sheet = True
    # In this part False means that the reader may: sort, filter, widen columns and rows.
    lock.sort = lock.autoFilter = lock.formatColumns = lock.formatRows = False


def _set_up_page(sheet: Worksheet, workbook: Workbook) -> None:
    page = sheet.page_setup
    page.paperSize = A4
    page.orientation = "landscape"
    page.fitToWidth, page.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True  # type: ignore[union-attr]
    margins = sheet.page_margins
    margins.left = margins.right = 0.5
    margins.top, margins.bottom, margins.header, margins.footer = 0.75, 0.7, 0.35, 0.35
    sheet.print_options.horizontalCentered = True
    header: Any = sheet.oddHeader
    footer: Any = sheet.oddFooter
    _margin_text(header.left, workbook.title)
    _margin_text(header.right, sheet.title)
    page_words = workbook.labels.page.replace("&", "&&")
    footer.right.text = page_words.format(page="&P", pages="&N")
    _soften(footer.right)


def put_seal_in_footer(sheet: Worksheet, words: str) -> None:
    """Print the seal at the foot of each page."""
    footer: Any = sheet.oddFooter
    _margin_text(footer.left, words)


def _margin_text(part: Any, text: str) -> None:
    part.text = text.replace("&", "&&")[:100]
    _soften(part)


def _soften(part: Any) -> None:
    part.size = 8
    part.color = INK_SOFT
