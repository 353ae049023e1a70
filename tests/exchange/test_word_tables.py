"""Tables of Word documents: merges, wrapped rows, deleted text, and documents that do harm."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from changedesk.exchange.reader import read_file
from changedesk.exchange.sheets import SheetData
from changedesk.store.errors import UserError

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WIDE = '<w:gridSpan w:val="999999999"/>'
Package = Callable[..., Path]


@pytest.fixture
def raw(tmp_path: Path) -> Package:
    """Return a maker of documents whose body is written by hand."""

    def make(body: str, prolog: str = "") -> Path:
        path = tmp_path / "plan.docx"
        inside = f"<w:body>{body}</w:body>"
        text = f'<?xml version="1.0"?>{prolog}<w:document xmlns:w="{W}">{inside}</w:document>'
        with zipfile.ZipFile(path, "w") as package:
            package.writestr("[Content_Types].xml", "<Types/>")
            package.writestr("word/document.xml", text)
        return path

    return make


def cell(text: str, look: str = "") -> str:
    return f"<w:tc><w:tcPr>{look}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"


def only_sheet(path: Path) -> SheetData:
    (sheet,) = read_file(path).sheets
    return sheet


def test_a_table_is_named_by_the_heading_above_it_and_keeps_its_merges(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Communication plan", 1)
    table = document.add_table(rows=3, cols=3)
    for place, text in enumerate(["Audience", "Message", "Channel"]):
        table.cell(0, place).text = text
    table.cell(1, 0).merge(table.cell(2, 0)).text = "Agents"
    table.cell(1, 1).merge(table.cell(1, 2)).text = "Hello\nagain"
    table.cell(2, 1).text = "x"
    path = tmp_path / "plan.docx"
    document.save(str(path))
    sheet = only_sheet(path)
    assert sheet.name == "Table 1: Communication plan"
    assert sheet.rows[1][:3] == ("Agents", "Hello\nagain", "")
    assert sheet.rows[2][0] == ""
    assert set(sheet.merged) == {(2, 0, 3, 0), (2, 1, 2, 2)}


def test_rows_in_content_controls_count_and_deleted_text_does_not(raw: Package) -> None:
    gone = "<w:del><w:r><w:delText>old</w:delText><w:t>old</w:t></w:r></w:del>"
    row = f"<w:tr><w:tc><w:p>{gone}<w:ins><w:r><w:t>new</w:t></w:r></w:ins></w:p></w:tc></w:tr>"
    sheet = only_sheet(raw(f"<w:tbl><w:sdt><w:sdtContent>{row}</w:sdtContent></w:sdt></w:tbl>"))
    assert sheet.rows == (("new",),)


def test_formulas_and_markup_stay_text(raw: Package) -> None:
    row = f"<w:tr>{cell('=HYPERLINK(1)')}{cell('&lt;b&gt;x')}</w:tr>"
    assert only_sheet(raw(f"<w:tbl>{row}</w:tbl>")).rows == (("=HYPERLINK(1)", "<b>x"),)


@pytest.mark.parametrize(
    ("body", "prolog", "why"),
    [
        (f"<w:tbl><w:tr>{cell('&x;')}</w:tr></w:tbl>",
         '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>', "document type"),
        (f"<w:tbl><w:tr>{cell('a', WIDE)}</w:tr></w:tbl>", "",
         "columns"),
        ("<w:p><w:r><w:t>only words</w:t></w:r></w:p>", "", "without a table"),
        (f"<w:tbl>{'<w:tr>' * 80}{cell('a')}{'</w:tr>' * 80}</w:tbl>", "", "deep"),
    ],
)  # fmt: skip
def test_a_document_that_does_harm_is_refused_in_a_sentence(
    raw: Package, body: str, prolog: str, why: str
) -> None:
    with pytest.raises(UserError, match=why):
        read_file(raw(body, prolog))
