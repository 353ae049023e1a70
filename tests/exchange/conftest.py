"""Makes the files that the readers are tested with: ordinary workbooks and packages by hand."""

import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"

Rows = Sequence[Sequence[Any]]


@pytest.fixture
def workbook(tmp_path: Path) -> Callable[..., Path]:
    """Return a maker of workbooks: sheet name -> rows, and merges by sheet name."""

    def make(
        sheets: Mapping[str, Rows] | Rows,
        merges: Mapping[str, Sequence[str]] | None = None,
        name: str = "plan.xlsx",
        hidden: Sequence[str] = (),
    ) -> Path:
        book = openpyxl.Workbook()
        assert book.active is not None
        book.remove(book.active)
        named = sheets if isinstance(sheets, Mapping) else {"UAT": sheets}
        for title, rows in named.items():
            sheet = book.create_sheet(title)
            for row in rows:
                sheet.append(list(row))
            for area in (merges or {}).get(title, ()):
                sheet.merge_cells(area)
            if title in hidden:
                sheet.sheet_state = "veryHidden"
        path = tmp_path / name
        book.save(path)
        return path

    return make


@pytest.fixture
def text_file(tmp_path: Path) -> Callable[..., Path]:
    """Return a maker of files from bytes or text."""

    def make(content: str | bytes, name: str = "plan.csv", encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
        return path

    return make


@pytest.fixture
def package(tmp_path: Path) -> Callable[..., Path]:
    """Return a maker of .xlsx packages whose XML is written by hand."""

    def make(
        rows: str,
        *,
        around: str = "",
        prolog: str = "",
        parts: Mapping[str, str | bytes] | None = None,
        name: str = "book.xlsx",
    ) -> Path:
        path = tmp_path / name
        sheet = (
            f'<?xml version="1.0"?>{prolog}<worksheet xmlns="{MAIN}">'
            f"<sheetData>{rows}</sheetData>{around}</worksheet>"
        )
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
            frame = {**_frame(), "xl/worksheets/sheet1.xml": sheet}
            for part, content in [*frame.items(), *(parts or {}).items()]:
                book.writestr(part, content)
        return path

    return make


def _frame() -> dict[str, str]:
    types = (
        f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
        'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{SHEET}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{SHEET}.worksheet+xml"/>'
        "</Types>"
    )
    return {
        "[Content_Types].xml": types,
        "_rels/.rels": _relations(("rId1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
        '<sheet name="UAT" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _relations(
            ("rId1", "worksheet", "worksheets/sheet1.xml"),
            ("rId2", "sharedStrings", "sharedStrings.xml"),
        ),
    }


def _relations(*entries: tuple[str, str, str]) -> str:
    inner = "".join(
        f'<Relationship Id="{ident}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for ident, kind, target in entries
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{inner}</Relationships>'


@pytest.fixture
def ods(tmp_path: Path) -> Callable[..., Path]:
    """Return a maker of OpenDocument sheets of one cell above a million blank rows."""
    names = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )

    def make(inner: str, attributes: str, prolog: str = "", rows: str = "") -> Path:
        content = (
            f"{prolog}<office:document-content {names}><office:body><office:spreadsheet>"
            f'<table:table table:name="UAT"><table:table-row {rows}>'
            f"<table:table-cell {attributes}>{inner}</table:table-cell></table:table-row>"
            '<table:table-row table:number-rows-repeated="1048575">'
            '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
            "</table:table></office:spreadsheet></office:body></office:document-content>"
        )
        path = tmp_path / "plan.ods"
        with zipfile.ZipFile(path, "w") as package:
            package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
            package.writestr("META-INF/manifest.xml", "<manifest/>")
            package.writestr("content.xml", content)
        return path

    return make
