"""No foreign file reaches a library before it has been looked at; a refusal says why."""

import io
import re
import time
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from changedesk.exchange.guard import inspect
from changedesk.exchange.limits import Limits
from changedesk.store.errors import EnvironmentProblem, UserError

Maker = Callable[..., Path]
CELL = '<row r="1"><c r="A1" t="inlineStr"><is><t>Title</t></is></c></row>'


def refusal(path: Path, limits: Limits | None = None) -> str:
    """Return the one sentence with which a file is refused, within five seconds."""
    started = time.monotonic()
    with pytest.raises(UserError) as caught:
        inspect(path, limits or Limits())
    assert time.monotonic() - started < 5
    sentence = str(caught.value)
    assert sentence.startswith(f"{path.name} was not read, because ")
    assert "; " in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


def test_an_ordinary_workbook_passes(workbook: Maker) -> None:
    found = inspect(workbook([["Title", "Steps"], ["Log in", "1. Open"]]))
    assert (found.kind, found.facts_known) == ("xlsx", True)
    assert set(found.facts) == {"UAT"}


def test_formulas_and_errors_are_told_from_typed_values(workbook: Maker) -> None:
    path = workbook([["Title", "Result"], ["Log in", '="Pa"&"ss"'], ["Out", "Pass"]])
    facts = inspect(path).facts["UAT"]
    assert facts.formulas == {(2, 1)}


def test_an_error_value_is_noted(package: Maker) -> None:
    path = package('<row r="3"><c r="B3" t="e"><v>#REF!</v></c></row>')
    assert inspect(path).facts["UAT"].errors == {(3, 1)}


@pytest.mark.parametrize(
    ("reference", "reason"),
    [
        ("A1:XFD1048576", "17,179,869,184 cells"),
        ("A1:A9999999999", "9,999,999,999 cells"),
    ],
)
def test_a_merge_over_everything_is_refused(package: Maker, reference: str, reason: str) -> None:
    merge = f'<mergeCells count="1"><mergeCell ref="{reference}"/></mergeCells>'
    assert reason in refusal(package(CELL, around=merge))


def test_a_link_over_everything_is_refused(package: Maker) -> None:
    link = '<hyperlinks><hyperlink ref="A1:XFD1048576" location="A1"/></hyperlinks>'
    assert "merges or links" in refusal(package(CELL, around=link))


def test_many_merges_count_together(package: Maker) -> None:
    merges = "".join('<mergeCell ref="A1:XFD200"/>' for _ in range(3))
    assert "6,553,600 cells" in refusal(package(CELL, around=f"<mergeCells>{merges}</mergeCells>"))


def test_a_cell_in_the_farthest_corner_is_refused(package: Maker) -> None:
    far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    assert "1,048,576 rows and 16,384 columns" in refusal(package(CELL + far))


def test_a_far_cell_that_lies_about_its_row_is_refused(package: Maker) -> None:
    far = '<row r="2"><c r="XFD1048576"><v>1</v></c><c r="A2"><v>1</v></c></row>'
    assert "spread over" in refusal(package(CELL + far))


def test_a_format_in_the_farthest_corner_is_no_harm(package: Maker) -> None:
    assert inspect(package(CELL + '<row r="1048576"><c r="XFD1048576" s="0"/></row>')).facts


@pytest.mark.parametrize("number", ["99999999999", "1e9", "-5", "٣"])
def test_a_row_beyond_the_sheet_is_refused(package: Maker, number: str) -> None:
    assert "a row is numbered" in refusal(package(f'<row r="{number}"><c><v>1</v></c></row>'))


def test_too_many_cells_are_refused(package: Maker) -> None:
    row = "<row>" + "<c><v>1</v></c>" * 40 + "</row>"
    assert "more than 1,000 cells" in refusal(package(row * 30), Limits(cells=1000))


def test_two_million_cells_in_a_small_file_are_refused(package: Maker) -> None:
    row = "<row>" + "<c><v>1</v></c>" * 200 + "</row>"
    path = package(row * 10_000)
    assert path.stat().st_size < 200_000
    assert "would swell" in refusal(path)


def test_too_many_styles_are_refused(package: Maker) -> None:
    styles = f"<styleSheet><cellXfs>{'<xf/>' * 70_000}</cellXfs></styleSheet>"
    assert "cell formats" in refusal(package(CELL, parts={"xl/styles.xml": styles}))


def test_too_many_sheets_are_refused(package: Maker, tmp_path: Path) -> None:
    path = package(CELL)
    sheets = "".join(f'<sheet name="s{n}" sheetId="{n}"/>' for n in range(300))
    book = f"<workbook><sheets>{sheets}</sheets></workbook>"
    assert "256 sheets" in refusal(replaced(path, {"xl/workbook.xml": book}))


@pytest.mark.parametrize("depth", [100, 50_000])
def test_deep_nesting_is_refused(package: Maker, depth: int) -> None:
    nested = f'<row r="1">{"<c>" * depth}{"</c>" * depth}</row>'
    assert "nested" in refusal(package(CELL, around="<extLst>" + nested + "</extLst>"))


def test_texts_that_look_like_nesting_are_no_harm(package: Maker) -> None:
    text = "<![CDATA[" + "<br>" * 500 + "]]>"
    row = f'<row r="1"><c r="A1" t="inlineStr"><is><t>{text}</t></is></c></row>'
    assert inspect(package(row)).facts


def test_a_part_that_swells_is_refused_before_it_does(package: Maker) -> None:
    path = package(CELL, parts={"xl/sharedStrings.xml": "<sst><si><t>" + "A" * 50_000_000})
    assert "would swell to 50,000,012" in refusal(path)


def test_a_text_longer_than_any_cell_is_refused(package: Maker) -> None:
    texts = f'<sst xmlns="x"><si><t>{"Ab1 " * 40_000}</t></si></sst>'
    path = package(CELL, parts={"xl/sharedStrings.xml": texts})
    assert "32,767 characters" in refusal(path)


def test_one_long_text_named_by_every_cell_is_refused(package: Maker) -> None:
    texts = f"<sst><si><t>{'long text ' * 3000}</t></si></sst>"
    row = "<row>" + '<c t="s"><v>0</v></c>' * 100 + "</row>"
    path = package(row * 200, parts={"xl/sharedStrings.xml": texts})
    assert "MB of text" in refusal(path)


DOCTYPES = [
    '<!DOCTYPE worksheet [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    '<!DOCTYPE worksheet [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>',
    '<!DOCTYPE worksheet SYSTEM "http://127.0.0.1:9/x.dtd">',
    "<!DOCTYPE worksheet>",
    "<!--" + "x" * 100_000 + "--><!DOCTYPE worksheet>",
]


@pytest.mark.parametrize("doctype", DOCTYPES, ids=["file", "laughs", "remote", "plain", "late"])
def test_any_document_type_is_refused(package: Maker, doctype: str) -> None:
    assert "document type" in refusal(package(CELL, prolog=doctype))


def test_a_document_type_in_any_part_is_refused(package: Maker) -> None:
    theme = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'
    assert "document type" in refusal(package(CELL, parts={"xl/theme/theme1.xml": theme}))


def test_a_document_type_in_utf_16_is_refused(package: Maker) -> None:
    part = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a><a/>'.encode("utf-16")
    assert "document type" in refusal(package(CELL, parts={"docProps/core.xml": part}))


def test_a_word_document_with_a_document_type_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "letter.docx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", DOCTYPES[0] + "<worksheet>&x;</worksheet>")
    assert "document type" in refusal(path)


def replaced(path: Path, parts: dict[str, str]) -> Path:
    """Write a package again with some parts changed."""
    result = path.with_name("changed.xlsx")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(result, "w") as new:
        for name in old.namelist():
            new.writestr(name, parts.get(name, old.read(name)))
    return result


def test_a_part_that_stands_twice_is_refused(package: Maker) -> None:
    path = package(CELL)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with zipfile.ZipFile(path, "a") as book:
            book.writestr("XL/worksheets/sheet1.xml", "<worksheet/>")
    assert "is in it twice" in refusal(path)


@pytest.mark.parametrize(
    "name",
    ["../../evil.txt", "/etc/evil", "xl/../../evil", "..\\evil", "C:\\evil", "xl/a:stream"],
)
def test_a_part_that_climbs_out_is_refused(package: Maker, name: str) -> None:
    assert "points outside" in refusal(package(CELL, parts={name: "x"}))


def test_a_link_in_a_package_is_refused(package: Maker) -> None:
    path = package(CELL)
    with zipfile.ZipFile(path, "a") as book:
        link = zipfile.ZipInfo("xl/media/image1.png")
        link.external_attr = 0o120777 << 16
        book.writestr(link, "/etc/passwd")
    assert "is a link" in refusal(path)


def test_a_package_that_is_cut_off_is_refused(workbook: Maker) -> None:
    path = workbook([["Title"], ["x"]])
    path.write_bytes(path.read_bytes()[:-400])
    assert "damaged or cut off" in refusal(path)


def test_a_package_with_a_damaged_part_is_refused(package: Maker) -> None:
    path = package("".join(f"<row><c><v>{n}</v></c></row>" for n in range(500)))
    data = bytearray(path.read_bytes())
    start = data.index(b"xl/worksheets/sheet1.xml") + 24
    data[start + 40 : start + 60] = b"\xff" * 20
    path.write_bytes(data)
    sentence = refusal(path)
    assert "damaged" in sentence or "broken" in sentence


def test_a_part_that_holds_more_than_it_declares_is_refused(package: Maker) -> None:
    path = package("<row><c><v>1</v></c></row>" * 2000)
    data = path.read_bytes()
    with zipfile.ZipFile(path) as book:
        size = book.getinfo("xl/worksheets/sheet1.xml").file_size
    path.write_bytes(data.replace(size.to_bytes(4, "little"), (200).to_bytes(4, "little")))
    sentence = refusal(path)
    assert "damaged" in sentence or "broken" in sentence


def test_an_archive_inside_a_workbook_is_never_opened(package: Maker) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("zeros", b"\0" * 20_000_000)
    path = package(CELL, parts={"xl/embeddings/oleObject1.bin": inner.getvalue()})
    assert inspect(path).kind == "xlsx"


def test_broken_xml_is_refused(package: Maker) -> None:
    assert "its XML is broken" in refusal(package(CELL, around="</wrong>"))


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"SQLite format 3\x00" + b"\0" * 100, "sqlite"),
        (b"%PDF-1.7 ...", "pdf"),
        (b"\x89PNG\r\n\x1a\n....", "picture"),
        (b"<html><table><tr><td>x", "html"),
        (b"<?xml version='1.0'?><testsuite/>", "xml"),
        (b"Title;Steps\n", "text"),
        ("Title\tSteps\n".encode("utf-16"), "text"),
        ("Title,Steps\n".encode("utf-16-le"), "text"),
        (b"Title\x00\x01\x02\x03 binary", "binary"),
        (b"", "empty"),
        (b"BMW,Title\n", "text"),
    ],
)
def test_a_file_is_what_it_holds_and_not_what_it_is_called(
    text_file: Maker, head: bytes, kind: str
) -> None:
    assert inspect(text_file(head, name="plan.xlsx")).kind == kind


def test_a_workbook_under_another_name_is_a_workbook(workbook: Maker) -> None:
    path = workbook([["Title"], ["x"]])
    assert inspect(path.rename(path.with_suffix(".csv"))).kind == "xlsx"


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"missing\.xlsx does not exist"):
        inspect(tmp_path / "missing.xlsx")


def test_a_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="is a folder"):
        inspect(tmp_path)


def test_a_text_too_large_is_refused(text_file: Maker) -> None:
    path = text_file(b"a,b\n" * 100_000)
    sentence = refusal(path, Limits(text_bytes=100_000))
    assert "larger than 0 MB" in sentence


def test_a_file_that_may_not_be_read_is_an_environment_problem(
    text_file: Maker, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = text_file("x")

    def denied(*_args: object, **_kwargs: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", denied)
    with pytest.raises(EnvironmentProblem, match=r"plan\.csv cannot be opened \(Permission"):
        inspect(path)


def test_a_large_ordinary_workbook_is_looked_at_quickly(tmp_path: Path) -> None:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("UAT")
    for number in range(5000):
        sheet.append([f"TC-{number}", "Area", "Title", *["text of a cell"] * 9])
    book.save(tmp_path / "large.xlsx")
    started = time.process_time()
    inspect(tmp_path / "large.xlsx")
    assert time.process_time() - started < 1.0


def test_no_limit_is_below_what_excel_itself_can_hold() -> None:
    limits = Limits()
    assert (limits.rows, limits.columns) == (1_048_576, 16_384)
    assert limits.text_length == 32_767


def test_every_refusal_names_file_reason_and_remedy(package: Maker) -> None:
    sentence = refusal(package(CELL, prolog="<!DOCTYPE worksheet>"))
    assert re.fullmatch(r"book\.xlsx was not read, because [^;]+; [^;]+\.", sentence)


STRING = 'office:value-type="string"'


def test_an_opendocument_sheet_above_a_million_blank_rows_passes(ods: Maker) -> None:
    found = inspect(ods("<text:p>x</text:p>", f'{STRING} table:formula="of:=1"'))
    assert (found.kind, found.facts["UAT"].formulas) == ("ods", {(1, 0)})


@pytest.mark.parametrize(
    ("attributes", "rows", "reason"),
    [
        (f'table:number-columns-repeated="99999" {STRING}', "", "holds more cells"),
        (f'table:number-columns-repeated="1e9" {STRING}', "", "repeats a cell"),
        (STRING, 'table:number-rows-repeated="1048576"', "rows and"),
        (f'table:number-columns-repeated="16000" {STRING}', "R", "more than 1,500,000 cells"),
        (f'table:number-columns-repeated="9000" table:formula="x" {STRING}', "R", "more than"),
    ],
)
def test_an_opendocument_sheet_that_swells_is_refused(
    ods: Maker, attributes: str, rows: str, reason: str
) -> None:
    rows = 'table:number-rows-repeated="900000"' if rows == "R" else rows
    assert reason in refusal(ods("<text:p>x</text:p>", attributes, rows=rows))


def test_a_deep_opendocument_sheet_is_refused(ods: Maker) -> None:
    assert "nested" in refusal(ods("<text:p>" * 90 + "</text:p>" * 90, STRING))


def test_a_document_type_in_an_opendocument_sheet_is_refused(ods: Maker) -> None:
    assert "document type" in refusal(ods("", STRING, prolog="<!DOCTYPE x>"))


def test_a_workbook_under_a_password_says_so(text_file: Maker) -> None:
    content = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
    assert inspect(text_file(content, name="plan.xlsx")).kind == "workbook-locked"


def test_a_binary_workbook_is_told_from_an_ordinary_one(tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsb"
    with zipfile.ZipFile(path, "w") as book:
        book.writestr("xl/workbook.bin", b"x")
    assert inspect(path).kind == "xlsb"


def test_a_package_under_a_password_is_refused(package: Maker) -> None:
    path = package(CELL)
    data = bytearray(path.read_bytes())
    entry = data.rindex(b"PK\x01\x02")
    data[entry + 8] |= 1
    path.write_bytes(data)
    assert "password" in refusal(path)
