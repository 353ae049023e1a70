"""The documents of the sample in another program: no repair, no error value, the same content."""

import shutil
import subprocess
from pathlib import Path

import pytest
from openpyxl import load_workbook

from changedesk.desk import build_sample, open_desk
from changedesk.office import content_digest
from changedesk.people.queries import project_called
from changedesk.uat.document import export_uat_signoff
from changedesk.uat.evidence import export_uat_evidence
from changedesk.uat.queries import cycle_called
from changedesk.uat.runsheet import export_uat_runsheet
from changedesk.uat.workbook import export_uat_workbook

ERRORS = {"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!"}
READER = shutil.which("pdftotext")
PROGRAM = shutil.which("soffice") or shutil.which("libreoffice")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(PROGRAM is None, reason="LibreOffice is not installed"),
]


@pytest.fixture(scope="module")
def documents(tmp_path_factory):
    folder = tmp_path_factory.mktemp("documents")
    build_sample(folder / "sample.changedesk")
    desk = open_desk(folder / "sample.changedesk")
    cycle = cycle_called(desk, project_called(desk).id).id
    made = (
        export_uat_workbook(desk, cycle, folder / "workbook.xlsx"),
        export_uat_signoff(desk, cycle, folder / "certificate.docx", thumbnails=True),
        export_uat_runsheet(desk, cycle, folder / "runsheet.docx"),
        export_uat_evidence(desk, cycle, folder / "evidence.docx"),
    )
    desk.close()
    return made


def convert(path: Path, form: str, folder: Path) -> Path:
    assert PROGRAM is not None
    profile = (folder / "profile").as_uri()
    subprocess.run(
        [PROGRAM, f"-env:UserInstallation={profile}", "--headless", "--convert-to", form,
         "--outdir", str(folder), str(path)],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    return folder / f"{path.stem}.{form.split(':', maxsplit=1)[0]}"


def test_the_workbook_is_saved_again_without_an_error_value(documents, tmp_path):
    workbook = documents[0]
    again = convert(workbook.path, "xlsx:Calc MS Excel 2007 XML", tmp_path)
    assert content_digest(again) == workbook.content_hash
    book = load_workbook(again)
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert not ERRORS & {str(cell.value) for cell in cells}
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    assert len(book["Summary"]._charts) == 5  # type: ignore[attr-defined]


@pytest.mark.parametrize("which", [1, 2, 3])
def test_a_document_is_saved_again_with_the_same_content(documents, tmp_path, which):
    again = convert(documents[which].path, "docx:MS Word 2007 XML", tmp_path)
    assert content_digest(again) == documents[which].content_hash


def test_a_run_sheet_begins_each_script_on_a_page_of_its_own(documents, tmp_path):
    pages = printed_pages(documents[2].path, tmp_path)
    sheets = [page for page in pages if "I ran these steps and ticked what I saw." in page]
    assert len(sheets) == 9
    assert all("Before you start" in page for page in sheets)
    (trial,) = [page for page in sheets if "16 of 20" in " ".join(page.split())]
    assert trial.count("☐") >= 4 * 5 + 11


def test_the_evidence_book_has_a_page_for_each_picture(documents, tmp_path):
    pages = printed_pages(documents[3].path, tmp_path)
    assert len(pages) == 1 + 3
    for number, page in enumerate(pages[1:], start=1):
        assert f"Picture {number}: UAT-" in page
        assert "SHA-256" in page


def printed_pages(path: Path, folder: Path) -> list[str]:
    """Return the text of each page that a file prints on."""
    if READER is None:
        pytest.skip("pdftotext is not installed")
    pdf = convert(path, "pdf", folder)
    done = subprocess.run(
        [READER, "-layout", str(pdf), "-"], check=True, capture_output=True, encoding="utf-8"
    )
    return done.stdout.split("\f")[:-1]


def test_every_printed_page_of_the_workbook_has_a_table_and_the_seal(documents, tmp_path):
    workbook = documents[0]
    pages = printed_pages(workbook.path, tmp_path)
    sheets = [page.strip().splitlines()[0].split()[-1] for page in pages]
    assert list(dict.fromkeys(sheets)) == [
        "Cover", "Summary", "Steps", "Scripts", "Defects", "Traceability", "Matrix",
    ]  # fmt: skip
    assert sheets.count("Summary") == 2
    breaks = load_workbook(workbook.path)["Summary"].row_breaks.brk
    assert len(breaks) == sheets.count("Summary") - 1
    for page in pages:
        assert workbook.seal in page
        assert len(page.strip().splitlines()) > 6


def test_each_heading_of_the_certificate_stands_on_the_page_of_its_table(documents, tmp_path):
    certificate = documents[1]
    pages = printed_pages(certificate.path, tmp_path)
    assert len(pages) <= 7
    for heading, head in (
        ("Exit criteria", "Target"),
        ("Criteria changed after the cycle was opened", "What was changed"),
        ("Failed and blocked steps", "What happened"),
        ("What was not run to its end", "Steps done"),
        ("Open and deferred defects", "Disposition"),
        ("Requirements", "in scope covered"),
        ("Sessions and attendance", "expected testers"),
        ("Conditions", "Until"),
        ("Sign-off", "Meaning"),
    ):
        (page,) = [page for page in pages if f"\n{heading}\n" in page]
        table = page.split(f"\n{heading}\n")[1]
        assert head.split()[0] in table
        assert len(table.strip().splitlines()) > 4
    assert "Not accepted" in pages[0]
    for page in pages:
        assert f"Document id · content hash {certificate.seal}" in " ".join(page.split())
    assert [page.count("Sealed") for page in pages][-1] == 1
    assert "Novak" in pages[-1]
