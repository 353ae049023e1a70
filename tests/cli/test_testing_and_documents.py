"""record, progress, export, documents."""

import hashlib
import os
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from changedesk.desk import open_desk
from changedesk.documents.actions import vector_of
from changedesk.documents.records import Document
from changedesk.office import content_digest
from changedesk.overview.documents import Wanted, document_called, export
from changedesk.people.actions import add_person
from changedesk.people.queries import project_called
from changedesk.uat.records import Evidence


def test_a_result_is_recorded_in_the_open_cycle(run, sample):
    facts = run(
        "record",
        sample,
        "uat-009",
        1,
        "FAIL",
        "--actual",
        "No page",
        "--comment",
        "Twice",
        "--json",
    ).facts
    assert (facts["cycle"], facts["script"], facts["step"]) == ("CYC-02", "UAT-009", 1)
    assert (facts["outcome"], facts["run_state"]) == ("fail", "failed")
    steps = run("progress", sample, "--cycle", "CYC-02", "--json").facts["cycles"][0]["steps"]
    assert steps["fail"] == 2


def counts_of(run, path):
    return run("info", path, "--json").facts["counts"]


@pytest.mark.parametrize("name", ["amira KHAN", " Amira  Khan "])
def test_a_tester_is_known_whatever_the_case_and_the_spaces(run, sample, name):
    before = counts_of(run, sample)
    said = run("record", sample, "UAT-001", 1, "pass", "--tester", name, "--json")
    assert said.code == 0
    assert counts_of(run, sample)["person"] == before["person"]


@pytest.mark.parametrize("name", ["Amria Khan", "Khan", "amira"])
def test_a_tester_who_is_not_there_is_refused_with_the_names_that_are_near(run, sample, name):
    before = sample.read_bytes()
    said = run("record", sample, "UAT-009", 1, "pass", "--tester", name)
    assert (said.code, said.out) == (2, "")
    assert said.err == (
        f"There is nobody called “{name}” in this workspace: did you mean Amira Khan? "
        "To add a new person, give --new-tester too.\n"
    )
    assert sample.read_bytes() == before


def test_a_new_tester_is_added_once_and_that_is_told(run, sample):
    before = counts_of(run, sample)
    words = ("record", sample, "UAT-009", 1, "pass", "--tester", "Somebody New")
    said = run(*words, "--json")
    assert said.facts["run_made"]
    assert said.err == (
        "Somebody New is new in this workspace and was added to its people.\n"
        "No run of UAT-009 with Somebody New was planned in CYC-02: one was made.\n"
    )
    again = run(*words, "--json")
    assert (again.facts["run_made"], again.err) == (False, "")
    after = counts_of(run, sample)
    assert {name: after[name] - before[name] for name in ("person", "run", "result")} == {
        "person": 1, "run": 1, "result": 2,
    }  # fmt: skip


def test_a_new_tester_whose_name_is_like_another_is_added_when_that_is_asked_for(run, sample):
    before = counts_of(run, sample)
    words = ("record", sample, "UAT-009", 1, "pass", "--tester", "Amira Kahn", "--new-tester")
    assert run(*words).code == 0
    assert counts_of(run, sample)["person"] == before["person"] + 1


def test_an_address_that_nobody_has_makes_no_person(run, sample):
    said = run("record", sample, "UAT-009", 1, "pass", "--tester", "who@example.org")
    assert said.code == 2
    assert "nobody called “who@example.org”" in said.err


def test_of_two_people_with_one_name_the_address_tells_who_is_meant(run, sample, tmp_path):
    desk = open_desk(sample)
    add_person(desk, "Amira Khan", email="a.khan@example.org")
    desk.close()
    said = run("record", sample, "UAT-009", 1, "pass", "--tester", "Amira Khan")
    assert said.code == 2
    assert "give the e-mail address" in said.err
    said = run("record", sample, "UAT-009", 1, "pass", "--tester", "A.Khan@example.org")
    assert said.code == 0


def test_a_flag_for_a_new_tester_without_a_name_is_refused(run, sample):
    assert run("record", sample, "UAT-009", 1, "pass", "--new-tester").code == 2


def test_evidence_is_kept_by_content_with_the_type_that_its_bytes_tell(run, sample, tmp_path):
    file = tmp_path / "=cmd|'x'!A1.exe.png"
    file.write_bytes(b"%PDF-1.7 nothing")
    facts = run("record", sample, "UAT-009", 1, "fail", "--evidence", file, "--json").facts
    desk = open_desk(sample)
    try:
        (kept,) = desk.rows(Evidence.select().where(Evidence.name == file.name))
        assert (kept.media_type, desk.content(kept.content)) == (
            "application/pdf", b"%PDF-1.7 nothing",
        )  # fmt: skip
        assert desk.uid_of(kept.result) == facts["result"]
    finally:
        desk.close()


def test_progress_has_the_keys_of_the_contract(run, sample):
    cycles = run("progress", sample, "--json").facts["cycles"]
    assert [one["code"] for one in cycles] == ["CYC-01", "CYC-02"]
    second = cycles[1]
    assert second["runs"] == {
        "planned": 31, "executed": 22, "passed": 21, "failed": 1, "blocked": 1, "disputed": 1,
        "not_applicable": 0, "not_run": 3, "in_progress": 4,
    }  # fmt: skip
    assert second["executed_share"] == {"n": 22, "base": 31, "value": 22 / 31}
    assert second["pass_rate"] == {"n": 21, "base": 23, "value": 21 / 23}
    assert second["open_defects"] == {"high": 2, "medium": 2, "low": 1}
    assert second["steps"]["disputed"] == 1
    assert sum(second["steps"].values()) == 170
    assert second.keys() >= {
        "first_pass_yield", "coverage", "criteria", "forecast_end",
    }  # fmt: skip


def test_progress_of_nothing_makes_up_no_figure(run, empty):
    assert run("progress", empty, "--json").facts == {"cycles": []}
    assert run("progress", empty).out == "There is no cycle yet.\n"


def test_an_export_says_where_it_is_and_how_it_is_sealed(run, sample, tmp_path):
    path = tmp_path / "book.xlsx"
    facts = run("export", sample, "uat-workbook", "-o", path, "--json").facts
    assert (facts["file"], facts["document"]) == (str(path), "uat-workbook")
    assert content_digest(path) == facts["content"]
    assert facts["content"][:4] in facts["seal"]
    assert facts["rows"] > 142


def test_an_export_of_another_cycle(run, sample, tmp_path):
    path = tmp_path / "first.xlsx"
    run("export", sample, "uat-workbook", "--cycle", "CYC-01", "-o", path)
    assert "First full round" in load_workbook(path)["Cover"]["B2"].value


def test_an_export_of_one_testers_part(run, sample, tmp_path):
    path = tmp_path / "amira.xlsx"
    run("export", sample, "uat-workbook", "--tester", "Amira Khan", "-o", path)
    sheet = load_workbook(path)["Steps"]
    column = next(cell.column for cell in sheet[4] if cell.value == "Tester")
    assert {sheet.cell(row, column).value for row in range(5, sheet.max_row + 1)} == {"Amira Khan"}


def test_without_a_name_nothing_is_written_over(run, sample, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    names = [run("export", sample, "uat-signoff", "--json").facts["file"] for _ in range(2)]
    assert names == ["CSM-CYC-02-uat-signoff.docx", "CSM-CYC-02-uat-signoff-2.docx"]


def test_in_a_folder_the_document_gets_its_usual_name(run, sample, tmp_path):
    folder = tmp_path / "for Helena"
    folder.mkdir()
    names = [
        run("export", sample, "uat-workbook", "-o", folder, "--json").facts["file"]
        for _ in range(2)
    ]
    assert names == [
        str(folder / "CSM-CYC-02-uat-workbook.xlsx"),
        str(folder / "CSM-CYC-02-uat-workbook-2.xlsx"),
    ]
    assert sorted(str(path) for path in folder.iterdir()) == sorted(names)


@pytest.mark.parametrize("place", ["-", os.devnull])
def test_a_document_goes_to_no_stream_and_no_device(run, sample, tmp_path, monkeypatch, place):
    monkeypatch.chdir(tmp_path)
    said = run("export", sample, "uat-workbook", "-o", place)
    assert (said.code, said.out) == (2, "")
    assert "file" in said.err
    assert {path.name for path in tmp_path.iterdir()} == {"sample.changedesk"}


def test_the_ending_may_be_left_out(run, sample, tmp_path):
    facts = run("export", sample, "uat-signoff", "-o", tmp_path / "certificate", "--json").facts
    assert facts["file"].endswith("certificate.docx")


def test_an_export_is_kept_in_the_list_of_documents_and_changes_nothing_else(run, sample, tmp_path):
    before = run("info", sample, "--json").facts["counts"]
    written = run("export", sample, "uat-workbook", "-o", tmp_path / "book.xlsx", "--json").facts
    after = run("info", sample, "--json").facts["counts"]
    assert after == {**before, "document": before["document"] + 1}
    desk = open_desk(sample)
    made = desk.find(Document, file_name="book.xlsx")
    seen = desk.version_vector()
    desk.close()
    assert made is not None
    assert (made.name, made.subject, made.seal) == ("uat-workbook", "CYC-02", written["content"])
    assert made.expected
    assert hashlib.sha256((tmp_path / "book.xlsx").read_bytes()).hexdigest() == made.content
    # What it was made from is what was there before it was kept itself: two operations less.
    assert sum(seen.values()) - sum(vector_of(made.seen).values()) == 2
    # A file that was handed out is not called back: undo passes it over.
    assert run("undo", sample).code == 2
    assert run("info", sample, "--json").facts["counts"] == after


def test_a_workspace_that_cannot_be_written_to_still_gives_documents(sample, tmp_path):
    desk = open_desk(sample)
    desk.read_only = "Dana has it open on another computer."
    wanted = Wanted(project_called(desk))
    written = export(desk, document_called("uat-workbook"), wanted, tmp_path / "book.xlsx")
    kept = desk.find(Document)
    desk.close()
    assert written.path.exists()
    assert kept is None
    assert "Dana has it open" in written.warnings[-1]


def test_documents_are_listed_with_their_formats(run):
    facts = run("documents", "--json").facts["documents"]
    assert [(one["name"], one["formats"]) for one in facts] == [
        ("uat-workbook", ["xlsx"]),
        ("uat-signoff", ["docx", "pdf"]),
        ("uat-runsheet", ["docx", "pdf"]),
        ("uat-evidence", ["docx", "pdf"]),
        ("people-workbook", ["xlsx"]),
        ("impact-report", ["docx", "pdf"]),
        ("impact-workbook", ["xlsx"]),
        ("communication-plan", ["xlsx", "docx", "pdf"]),
        ("training-workbook", ["xlsx"]),
        ("training-plan", ["docx", "pdf"]),
        ("attendance-sheet", ["docx", "xlsx", "pdf"]),
        ("survey-form", ["xlsx"]),
        ("survey-paper", ["docx", "pdf"]),
        ("survey-workbook", ["xlsx"]),
        ("survey-report", ["docx", "pdf"]),
        ("adoption-report", ["docx", "xlsx", "pdf"]),
        ("testrail-csv", ["csv"]),
        ("xray-csv", ["csv"]),
        ("xray-results", ["json"]),
        ("zephyr-xlsx", ["xlsx"]),
        ("testlink-xml", ["xml"]),
        ("azure-csv", ["csv"]),
        ("jira-csv", ["csv"]),
    ]


def test_a_pdf_without_libreoffice_is_one_sentence(run, sample, tmp_path, monkeypatch):
    monkeypatch.setattr("changedesk.office.pdf._PROGRAMS", ())
    monkeypatch.setattr("changedesk.office.pdf._USUAL_PLACES", ())
    said = run("export", sample, "uat-signoff", "-o", tmp_path / "c.pdf")
    assert said.code == 2
    assert said.err.startswith("A PDF needs LibreOffice")
    assert list(tmp_path.glob("c.*")) == []


@pytest.mark.slow
def test_a_certificate_as_pdf(run, sample, tmp_path):
    path = tmp_path / "certificate.pdf"
    said = run("export", sample, "uat-signoff", "-o", path, "--json")
    if "A PDF needs LibreOffice" in said.err:
        pytest.skip("LibreOffice is not installed")
    assert said.facts["file"] == str(path)
    assert path.read_bytes().startswith(b"%PDF-")
    assert {found.name for found in tmp_path.iterdir()} == {"sample.changedesk", "certificate.pdf"}


def test_run_sheets_and_the_evidence_book_are_exported(run, sample, tmp_path):
    sheets = run("export", sample, "uat-runsheet", "-o", tmp_path / "sheets.docx", "--json").facts
    book = run("export", sample, "uat-evidence", "-o", tmp_path / "book.docx", "--json").facts
    assert (sheets["document"], book["document"]) == ("uat-runsheet", "uat-evidence")
    for facts in (sheets, book):
        assert content_digest(Path(facts["file"])) == facts["content"]
    whole = sheets["rows"]
    own = run(
        "export", sample, "uat-runsheet", "--tester", "Hannah Price", "-o", tmp_path / "own.docx",
        "--json",
    ).facts  # fmt: skip
    assert 0 < own["rows"] < whole


def test_a_certificate_shows_its_evidence_when_asked(run, sample, tmp_path):
    plain, shown = (
        run("export", sample, "uat-signoff", "-o", tmp_path / f"c{n}.docx", *more, "--json").facts
        for n, more in enumerate(((), ("--thumbnails",)))
    )
    pictures = [
        len([name for name in ZipFile(facts["file"]).namelist() if "media/" in name])
        for facts in (plain, shown)
    ]
    assert pictures == [1, 4]
