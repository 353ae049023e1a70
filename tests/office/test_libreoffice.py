"""Another program opens our files without repair and gives back the same content."""

import pytest
from openpyxl import load_workbook

from changedesk.office import content_digest, read_identity, write_document, write_workbook
from changedesk.office.carriers import read_carriers
from changedesk.office.layout import (
    Column,
    Document,
    Heading,
    SealBlock,
    SignatureTable,
    Signer,
    Table,
    Verdict,
)

pytestmark = pytest.mark.slow

ERRORS = {"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!"}


@pytest.mark.parametrize("steps", [30, 700])
def test_libreoffice_saves_the_same_content_and_finds_no_error(
    tmp_path, make_workbook, convert, steps
):
    written = write_workbook(make_workbook(steps), tmp_path / "book.xlsx")
    again = convert(written.path, "xlsx:Calc MS Excel 2007 XML")
    assert content_digest(again) == written.content_hash
    book = load_workbook(again)
    values = [cell.value for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert not ERRORS & {str(value) for value in values}
    kinds = {
        cell.data_type for sheet in book.worksheets for row in sheet.iter_rows() for cell in row
    }
    assert "f" not in kinds
    assert len(read_carriers(again)) == 4
    steps_sheet = book["Steps"]
    assert steps_sheet.protection.sheet
    assert steps_sheet.column_dimensions["K"].hidden
    assert any(rule.type == "list" for rule in steps_sheet.data_validations.dataValidation)
    assert len(book["Summary"]._charts) == 3  # type: ignore[attr-defined]


def test_libreoffice_saves_the_same_document(tmp_path, identity, convert):
    document = Document(
        "Certificate",
        [
            Verdict("Accepted", "pass", "With  two spaces,\ta tab\nand a line."),
            Heading("Steps"),
            Table(
                (Column("Step", "s", 10, "id"), Column("What", "w", 40)),
                [(f"UAT-{number:03}", f"=text & <{number}>") for number in range(60)],
            ),
            SignatureTable((Signer("Sponsor", "Helena Novak"),)),
            SealBlock(),
        ],
        identity,
    )
    written = write_document(document, tmp_path / "certificate.docx")
    again = convert(written.path, "docx")
    assert content_digest(again) == written.content_hash
    found = read_identity(again)
    assert found is not None
    assert found.seal.endswith(written.content_hash)
