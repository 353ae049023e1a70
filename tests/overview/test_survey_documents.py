"""Documents of surveys and adoption by their names: of the sample, and through LibreOffice."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook

from changedesk.desk import build_sample, new_desk, open_desk
from changedesk.office import content_digest, read_identity
from changedesk.overview.documents import Wanted, document_called, export
from changedesk.people.actions import add_project
from changedesk.people.queries import project_called
from changedesk.store.errors import UserError
from changedesk.store.workspace import Workspace

PROGRAM = shutil.which("soffice") or shutil.which("libreoffice")
ERRORS = {"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!"}
KINDS = [
    ("survey-workbook", "xlsx"), ("survey-report", "docx"),
    ("adoption-report", "docx"), ("adoption-report", "xlsx"),
]  # fmt: skip


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    path = tmp_path_factory.mktemp("sample") / "sample.changedesk"
    build_sample(path)
    desk = open_desk(path, actor="Dana")
    yield desk
    desk.close()


def made(desk: Workspace, name: str, path: Path, wave: str = "WV-03") -> Any:
    return export(desk, document_called(name), Wanted(project_called(desk), wave=wave), path)


def words(path: Path) -> list[str]:
    if path.suffix == ".docx":
        body = Document(str(path)).element.body
        return [text.text or "" for text in body.iter("{*}t")]
    cells = [
        cell
        for sheet in load_workbook(path).worksheets
        for row in sheet.iter_rows()
        for cell in row
    ]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    return [str(cell.value) for cell in cells if cell.value is not None]


@pytest.mark.parametrize(("name", "ending"), KINDS)
def test_each_document_is_sealed_under_its_name(
    sample: Workspace, tmp_path: Path, name: str, ending: str
) -> None:
    written = made(sample, name, tmp_path / f"x.{ending}")
    assert content_digest(written.path) == written.content_hash
    identity = read_identity(written.path)
    assert identity is not None
    assert identity.kind == name


def test_the_wave_names_the_survey(sample: Workspace, tmp_path: Path) -> None:
    pulse = words(made(sample, "survey-report", tmp_path / "1.docx", "WV-01").path)
    usability = words(made(sample, "survey-report", tmp_path / "2.docx", "WV-06").path)
    assert "Change pulse" in pulse
    assert any(one.startswith("Usability is 70 of 100: grade C") for one in usability)


def test_of_several_surveys_one_must_be_named(sample: Workspace, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"Say which survey.*SV-01 \(WV-01.*SV-02 \(WV-06"):
        made(sample, "survey-report", tmp_path / "x.docx", "")


def test_without_a_survey_it_is_said(tmp_path: Path) -> None:
    desk = new_desk(tmp_path / "empty.changedesk", actor="Dana")
    add_project(desk, "CRM", "Service Cloud")
    with pytest.raises(UserError, match="no survey in this project yet"):
        made(desk, "survey-workbook", tmp_path / "x.xlsx", "")
    desk.close()


@pytest.mark.slow
@pytest.mark.skipif(PROGRAM is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("name", ["survey-workbook", "adoption-report"])
def test_a_workbook_is_saved_again_without_an_error_value(
    sample: Workspace, tmp_path: Path, name: str
) -> None:
    written = made(sample, name, tmp_path / "x.xlsx")
    out = tmp_path / "out"
    subprocess.run(
        [str(PROGRAM), f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
         "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(out), str(written.path)],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    again = out / "x.xlsx"
    assert content_digest(again) == written.content_hash
    assert not ERRORS & set(words(again))
