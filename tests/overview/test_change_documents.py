"""The change side's documents, reopened: they say what the queries say, and nothing private."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook

from changedesk.desk import build_sample, new_desk, open_desk
from changedesk.impact.records import Communication, Impact, Stakeholder
from changedesk.office import content_digest, read_identity
from changedesk.overview.change_report import change_report
from changedesk.overview.documents import CHANGE_DOCUMENTS, Wanted, document_called, export
from changedesk.overview.impact_report import who_is_hit
from changedesk.people.actions import add_group, add_project
from changedesk.people.queries import project_called
from changedesk.people.records import Group
from changedesk.store.workspace import Workspace
from changedesk.training.records import Need

PROGRAM = shutil.which("soffice") or shutil.which("libreoffice")
ERRORS = {"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!"}
SECRET = "Leaves in May, tell nobody"
KINDS = [
    (one.name, ending) for one in CHANGE_DOCUMENTS for ending in one.formats if ending != "pdf"
]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    path = tmp_path_factory.mktemp("sample") / "sample.changedesk"
    build_sample(path)
    desk = open_desk(path, actor="Dana")
    key = project_called(desk).id
    with desk.change("Add") as change:
        change.add(Stakeholder(project=key, name="Ruth", private_note=SECRET))
        change.add(Impact(project=key, title="=1+1", severity=4, aspect="tools"))
        change.add(Communication(project=key, title="=HYPERLINK(1)", message="@SUM(A1)"))
    yield desk
    desk.close()


def made(desk: Workspace, name: str, path: Path) -> Any:
    return export(desk, document_called(name), Wanted(project_called(desk)), path)


def words(path: Path) -> str:
    if path.suffix == ".docx":
        body = Document(str(path)).element.body
        return "\n".join(text.text or "" for text in body.iter("{*}t"))
    cells = [
        cell
        for sheet in load_workbook(path).worksheets
        for row in sheet.iter_rows()
        for cell in row
    ]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    return "\n".join(str(cell.value) for cell in cells if cell.value is not None)


@pytest.mark.parametrize(("name", "ending"), KINDS)
def test_each_document_is_sealed_and_tells_nothing_private(
    sample: Workspace, tmp_path: Path, name: str, ending: str
) -> None:
    written = made(sample, name, tmp_path / f"x.{ending}")
    assert content_digest(written.path) == written.content_hash
    identity = read_identity(written.path)
    assert identity is not None
    assert identity.kind == name
    assert written.rows
    assert SECRET not in words(written.path)


@pytest.mark.parametrize(("name", "ending"), KINDS)
def test_an_empty_project_has_each_document(tmp_path: Path, name: str, ending: str) -> None:
    desk = new_desk(tmp_path / "empty.changedesk", actor="Dana")
    add_project(desk, "CRM", "Service Cloud")
    written = made(desk, name, tmp_path / f"x.{ending}")
    desk.close()
    said = words(written.path)
    assert " yet" in said
    assert "None" not in said.split()


def test_the_impact_report_says_what_the_queries_say(sample: Workspace, tmp_path: Path) -> None:
    report = change_report(sample, project_called(sample))
    said = words(made(sample, "impact-report", tmp_path / "x.docx").path)
    assert len(report.unmitigated) == len(report.unowned) == 1
    assert "Not ready: somebody must act" in said
    assert "1 hard impact without a mitigation, 1 hard impact without an owner" in said
    assert "=1+1" in said
    for group in report.heat.groups:
        assert group.name in said.splitlines()


def test_the_workbook_gives_the_identity_of_each_impact(sample: Workspace, tmp_path: Path) -> None:
    book = load_workbook(made(sample, "impact-workbook", tmp_path / "x.xlsx").path)
    sheet = book["Impacts"]
    titles = [cell.value for cell in sheet[4]]
    place = titles.index("_id")
    keys = [row[place] for row in sheet.iter_rows(min_row=5, values_only=True) if row[place]]
    report = change_report(sample, project_called(sample))
    assert set(keys) == {report.uids[key] for key in report.impacts}
    assert not sheet.cell(5, titles.index("Severity") + 1).protection.locked
    assert book["Stakeholders"].max_row > 5
    assert "Private note" not in [cell.value for cell in book["Stakeholders"][4]]
    assert book["Saturation"]._charts  # type: ignore[attr-defined]


def test_coverage_in_the_workbook_is_that_of_the_query(sample: Workspace, tmp_path: Path) -> None:
    book = load_workbook(made(sample, "training-workbook", tmp_path / "x.xlsx").path)
    share = change_report(sample, project_called(sample)).coverage.trained
    rows = list(book["Coverage"].iter_rows(values_only=True))
    (total,) = [row for row in rows if "All" in row]
    assert [value for value in total if isinstance(value, int)][:3] == [
        share.n, share.base - share.n, share.base,
    ]  # fmt: skip
    lists = [r for r in book["Attendance"].data_validations.dataValidation if r.type == "list"]
    assert any("Attended" in str(rule.formula1) for rule in lists)


@pytest.mark.slow
@pytest.mark.skipif(PROGRAM is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("name", ["impact-workbook", "training-workbook", "communication-plan"])
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
    assert not ERRORS & set(words(again).splitlines())


def test_nobody_is_said_to_be_hit_where_the_headcount_is_unknown(tmp_path: Path) -> None:
    desk = new_desk(tmp_path / "unknown.changedesk", actor="Dana")
    project = add_project(desk, "CRM", "Service Cloud")
    chat, voice = add_group(desk, "Chat"), add_group(desk, "Voice")

    def said() -> str:
        return who_is_hit(change_report(desk, project_called(desk)))

    with desk.change("Add") as change:
        for group in (chat, voice):
            change.add(Impact(project=project, group=group, title="New screen", aspect="tools"))
    assert said() == "2 groups; how many people is not known of Chat and Voice"
    with desk.change("Count") as change:
        change.set_many(Group, {voice: {"headcount": 1}})
    assert said() == "2 groups, 1 person by headcount; how many people is not known of Chat"
    with desk.change("Count") as change:
        change.set_many(Group, {chat: {"parent": voice}})
    assert said() == "2 groups, 1 person by headcount"
    with desk.change("Count the part and not the whole") as change:
        change.set_many(Group, {voice: {"headcount": None}, chat: {"headcount": 7}})
    assert said() == "2 groups, 7 people by headcount"
    desk.close()


def test_a_group_that_nobody_counted_is_never_said_to_be_trained_or_on_course(
    tmp_path: Path,
) -> None:
    desk = new_desk(tmp_path / "unsized.changedesk", actor="Dana")
    project = add_project(desk, "CRM", "Service Cloud", go_live="2030-02-01")
    group = add_group(desk, "Chat")
    with desk.change("Add") as change:
        change.add(Impact(project=project, group=group, title="New screen", severity=4))
        change.add(Need(project=project, group=group, title="Use it"))
    for name in ("impact-report", "training-plan"):
        said = words(made(desk, name, tmp_path / f"{name}.docx").path)
        assert "0 of 0" not in said
        assert "not known" in said
        assert "On course" not in said
    desk.close()
