"""What changed since a document was made is told, also where it is not there any more."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from changedesk.desk import new_desk
from changedesk.impact.records import Impact, Mitigation
from changedesk.overview.documents import Wanted, document_called, export
from changedesk.overview.proving import proof_of_document, told_since
from changedesk.people.actions import add_project
from changedesk.people.links import TESTED_BY, link, unlink
from changedesk.people.queries import project_called
from changedesk.store.workspace import Workspace
from changedesk.uat.capture import record_result
from changedesk.uat.cycles import add_cycle, plan_runs
from changedesk.uat.records import Cycle, Defect, Requirement, Run, Script, StepResult
from changedesk.uat.scripts import add_script, current_version, steps_of


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Workspace]:
    desk = new_desk(tmp_path / "desk.changedesk", actor="Dana")
    project = add_project(desk, "CSM", "Service Cloud")
    steps = [{"do": "Open a case", "expected": "It is there"}]
    script = add_script(desk, project, "Refund", steps)
    plan_runs(desk, add_cycle(desk, project, "Round 1"), [script], [None])
    run = desk.find(Run)
    assert run is not None
    step = steps_of(desk, current_version(desk, script))[0]
    record_result(desk, run.id, step.id, "fail", actual="Nothing opens")
    with desk.change("Hit") as change:
        impact = change.add(Impact(project=project, title="New screens"))
        change.add(Mitigation(impact=impact, title="Show them"))
    yield desk
    desk.close()


def changes(desk: Workspace, page: Path) -> list[tuple[str, str]]:
    proof = proof_of_document(page, desk)
    return [(one.type_name, one.what) for one in told_since(desk, proof.since)]


def made(desk: Workspace, kind: str, path: Path) -> Path:
    export(desk, document_called(kind), Wanted(project_called(desk)), path)
    return path


def test_a_result_that_was_taken_out_is_told(desk: Workspace, tmp_path: Path) -> None:
    page = made(desk, "uat-signoff", tmp_path / "page.docx")
    assert changes(desk, page) == []
    result = desk.find(StepResult)
    assert result is not None
    with desk.change("Take it out") as change:
        change.delete(result)
    assert changes(desk, page) == [("step_result", "withdrawn")]


def test_what_went_along_with_what_it_hung_on_is_told_too(desk: Workspace, tmp_path: Path) -> None:
    page = made(desk, "impact-report", tmp_path / "report.docx")
    impact = desk.find(Impact)
    assert impact is not None
    with desk.change("Take it out") as change:
        change.delete(impact)
    assert {("impact", "withdrawn"), ("mitigation", "withdrawn")} <= set(changes(desk, page))


def test_an_earlier_defect_and_what_covered_a_requirement_are_told_when_they_are_gone(
    desk: Workspace, tmp_path: Path
) -> None:
    project, script = project_called(desk), desk.find(Script)
    assert script is not None
    add_cycle(desk, project.id, "Round 2")
    with desk.change("Write it down") as change:
        must = change.add(Requirement(project=project.id, title="Cases open", priority="must")).id
        link(desk, change, TESTED_BY, [(must, script.id)])
        early = change.add(Defect(project=project.id, title="Lost", cycle=desk.find(Cycle))).id
    page = tmp_path / "page.docx"
    wanted = Wanted(project, cycle="CYC-02")
    export(desk, document_called("uat-signoff"), wanted, page)
    with desk.change("Make it look better") as change:
        unlink(desk, change, TESTED_BY, [(must, script.id)])
        change.delete(desk.get(Defect, early))
    proof = proof_of_document(page, desk)
    assert {(one.record, one.what) for one in told_since(desk, proof.since)} == {
        ("REQ-001 is tested by UAT-001", "withdrawn"), ("D-001", "withdrawn"),
    }  # fmt: skip


def test_what_another_project_lost_is_not_told(desk: Workspace, tmp_path: Path) -> None:
    page = made(desk, "impact-report", tmp_path / "report.docx")
    project = add_project(desk, "BOT", "Chatbot")
    with desk.change("Elsewhere") as change:
        other = change.add(Impact(project=project, title="Not ours"))
    with desk.change("Take it out") as change:
        change.delete(desk.get(Impact, other.id))
    assert changes(desk, page) == []
