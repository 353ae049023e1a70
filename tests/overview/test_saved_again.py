"""Every document of the sample, saved again by another program, is still the one that was made."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook

from changedesk.desk import build_sample, open_desk
from changedesk.overview.documents import DOCUMENTS, document_called, export
from changedesk.overview.exportable import Wanted
from changedesk.overview.proving import proof_of_document
from changedesk.people.queries import project_called
from changedesk.store.workspace import Workspace

PROGRAM = shutil.which("soffice") or shutil.which("libreoffice")
FILTERS = {"docx": "docx:MS Word 2007 XML", "xlsx": "xlsx:Calc MS Excel 2007 XML"}
WAVE = "WV-05"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    path = tmp_path_factory.mktemp("desk") / "sample.changedesk"
    build_sample(path)
    opened = open_desk(path)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def made(desk: Workspace, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """All documents that bear a seal, in all formats that carry one."""
    folder = tmp_path_factory.mktemp("made")
    wanted = Wanted(project_called(desk), thumbnails=True, wave=WAVE)
    paths = [
        folder / f"{document.name}.{ending}"
        for document in DOCUMENTS
        for ending in document.formats
        if ending in FILTERS and document.name != "zephyr-xlsx"  # that one is for another tool
    ]
    for path in paths:
        export(desk, document_called(path.stem), wanted, path)
    return paths


def saved_again(paths: list[Path], folder: Path) -> list[Path]:
    if PROGRAM is None:
        pytest.skip("LibreOffice is not installed")
    profile = (folder / "profile").as_uri()
    for ending in sorted({path.suffix for path in paths}):
        subprocess.run(
            [PROGRAM, f"-env:UserInstallation={profile}", "--headless", "--convert-to",
             FILTERS[ending[1:]], "--outdir", str(folder),
             *(str(path) for path in paths if path.suffix == ending)],
            check=True, capture_output=True, timeout=120,
        )  # fmt: skip
    return [folder / path.name for path in paths]


def test_what_was_made_is_genuine_to_the_byte_and_hides_nothing(
    desk: Workspace, made: list[Path]
) -> None:
    for path in made:
        for workspace in (desk, None):
            proof = proof_of_document(path, workspace)
            assert (path.name, proof.findings) == (path.name, ())
        assert proof_of_document(path, desk).same_bytes


@pytest.mark.slow
def test_libreoffice_saves_every_document_without_being_taken_for_a_forger(
    desk: Workspace, made: list[Path], tmp_path: Path
) -> None:
    for path in saved_again(made, tmp_path):
        proof = proof_of_document(path, desk)
        assert (path.name, proof.findings, proof.same_bytes) == (path.name, (), False)


def test_a_library_saves_every_workbook_without_being_taken_for_a_forger(
    desk: Workspace, made: list[Path], tmp_path: Path
) -> None:
    for path in made:
        if path.suffix == ".xlsx":
            load_workbook(path).save(tmp_path / path.name)
            proof = proof_of_document(tmp_path / path.name, desk)
            assert (path.name, proof.findings, proof.same_bytes) == (path.name, (), False)


@pytest.mark.slow
def test_a_forgery_is_named_also_after_it_was_saved_again(
    desk: Workspace, made: list[Path], tmp_path: Path
) -> None:
    path = next(path for path in made if path.name == "uat-workbook.xlsx")
    book = load_workbook(path)
    book["Summary"]["C11"].number_format = '"12"'
    book["Steps"].row_dimensions[9].hidden = True
    book["Steps"]["C7"].value = "Something else"
    (tmp_path / "forged").mkdir()
    forged = tmp_path / "forged" / "uat-workbook.xlsx"
    book.save(forged)
    (again,) = saved_again([forged], tmp_path)
    named = {one.where: one.why for one in proof_of_document(again, desk).findings}
    assert named.keys() == {"Summary!C11, number format", "Steps!row 9", "Steps!C7"}
    assert "12" in named["Summary!C11, number format"]
    assert proof_of_document(again, None).findings
