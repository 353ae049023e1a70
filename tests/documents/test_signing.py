"""A signature covers exactly what was seen; what came later shows, and tampering is found."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from changedesk.desk import new_desk, open_desk
from changedesk.documents.records import Signature
from changedesk.documents.signing import (
    Name,
    Scope,
    changed_since,
    check_signatures,
    digest_of,
    sign,
    signatures_of,
)
from changedesk.governance.records import GoNoGo
from changedesk.overview.proving import line_of, proofs_of_signatures
from changedesk.overview.signing_scopes import scope_of
from changedesk.people.actions import add_project
from changedesk.people.links import TESTED_BY, link, unlink
from changedesk.store.engine import Sql
from changedesk.store.errors import UserError
from changedesk.store.workspace import Workspace
from changedesk.uat.capture import record_result
from changedesk.uat.cycles import add_cycle, plan_runs
from changedesk.uat.records import Cycle, Defect, Requirement, Run, Script, StepResult
from changedesk.uat.scripts import add_script, current_version, steps_of


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Workspace]:
    desk = new_desk(tmp_path / "desk.changedesk", actor="Dana Kowalski")
    project = add_project(desk, "CSM", "Service Cloud")
    script = add_script(desk, project, "Transfer a chat", [{"do": "Open"}, {"do": "Ask"}])
    cycle = add_cycle(desk, project, "Round one")
    plan_runs(desk, cycle, [script], [None])
    yield desk
    desk.close()


def project_of(desk: Workspace) -> int:
    found = desk.find(Cycle)
    assert found is not None
    return int(found.project_id)


def cycle_scope(desk: Workspace) -> Scope:
    return scope_of(desk, "cycle", project_of(desk), "CYC-01")


def result(desk: Workspace, outcome: str, place: int = 0) -> None:
    run = desk.find(Run)
    assert run is not None
    steps = steps_of(desk, current_version(desk, run.script_id))
    record_result(desk, run.id, steps[place].id, outcome)


def since(desk: Workspace) -> list[tuple[str, str, str]]:
    (proof, *_) = proofs_of_signatures(desk, project_of(desk))
    return [(one.kind, one.type_name, one.field) for one in proof.since]


def test_what_was_signed_is_unchanged_until_somebody_changes_it(desk: Workspace) -> None:
    result(desk, "pass")
    sign(desk, cycle_scope(desk), Name("Ruth Adeyemi", "Supervisor", "approved", "Well done"))
    assert since(desk) == []
    assert check_signatures(desk) == []
    (row,) = signatures_of(desk, project_of(desk))
    assert (row.name, row.role, row.decision, row.manner) == (
        "Ruth Adeyemi", "Supervisor", "approved", "typed",
    )  # fmt: skip
    result(desk, "fail", 1)
    assert ("added", "step_result", "") in since(desk)
    assert check_signatures(desk) == []


def test_a_changed_field_is_named_with_what_it_was_and_who_changed_it(desk: Workspace) -> None:
    sign(desk, cycle_scope(desk), Name("Ruth"))
    cycle = desk.find(Cycle)
    assert cycle is not None
    with desk.change("Say more") as change:
        change.set(cycle, title="Round one, again", build="7")
    (proof,) = proofs_of_signatures(desk, project_of(desk))
    told = {one.field: (one.before, one.after, one.actor) for one in proof.since}
    assert told == {
        "title": ("Round one", "Round one, again", "Dana Kowalski"),
        "build": (None, "7", "Dana Kowalski"),
    }


def test_what_the_certificate_says_of_requirements_and_earlier_defects_is_signed_too(
    desk: Workspace,
) -> None:
    project, script = project_of(desk), desk.find(Script)
    assert script is not None
    next_cycle = add_cycle(desk, project, "Round two")
    with desk.change("Write what must work") as change:
        must = change.add(Requirement(project=project, title="Chats are kept", priority="must")).id
        link(desk, change, TESTED_BY, [(must, script.id)])
        early = change.add(Defect(project=project, title="Lost", cycle=desk.find(Cycle))).id
    sign(desk, scope_of(desk, "cycle", project, "CYC-02"), Name("Ruth"))
    sign(desk, cycle_scope(desk), Name("Omar"))
    with desk.change("Make it look better") as change:
        change.set_many(Requirement, {must: {"priority": "could"}})
        change.set_many(Defect, {early: {"severity": "low"}})
        unlink(desk, change, TESTED_BY, [(must, script.id)])
        change.add(Defect(project=project, title="Found later", cycle=next_cycle))
    told = [
        {(one.kind, one.type_name, one.field) for one in proof.since}
        for proof in proofs_of_signatures(desk, project)
    ]
    either = {
        ("changed", "requirement", "priority"),
        ("changed", "defect", "severity"),
        ("removed", "link", ""),
    }
    assert told == [either, either | {("added", "defect", "")}]
    (proof, _) = proofs_of_signatures(desk, project)
    assert {line_of(desk, one).record for one in proof.since} == {
        "REQ-001", "D-001", "REQ-001 is tested by UAT-001",
    }  # fmt: skip


def test_a_signature_can_be_taken_back_and_a_removed_record_is_named_once(
    desk: Workspace,
) -> None:
    result(desk, "pass")
    sign(desk, cycle_scope(desk), Name("Ruth"))
    desk.undo()  # the signature itself
    assert signatures_of(desk, project_of(desk)) == []
    desk.redo()
    assert since(desk) == []
    with desk.change("Take the run out") as change:
        found = desk.find(StepResult)
        assert found is not None
        change.delete(found)
    assert since(desk) == [("removed", "step_result", "")]
    desk.undo()
    assert since(desk) == []


def test_nobody_signs_what_changed_under_his_eyes(desk: Workspace) -> None:
    seen = digest_of(desk, cycle_scope(desk))
    result(desk, "fail")
    before = desk.head()
    with pytest.raises(UserError, match="was changed while it was read"):
        sign(desk, cycle_scope(desk), Name("Ruth"), seen=seen)
    assert desk.head() == before
    sign(desk, cycle_scope(desk), Name("Ruth"), seen=digest_of(desk, cycle_scope(desk)))


@pytest.mark.parametrize(("name", "decision"), [("  ", "approved"), ("Ruth", "yes"), ("Ruth", "")])
def test_a_signature_needs_a_name_and_a_known_decision(
    desk: Workspace, name: str, decision: str
) -> None:
    with pytest.raises(UserError):
        sign(desk, cycle_scope(desk), Name(name, decision=decision))
    assert signatures_of(desk, project_of(desk)) == []


@pytest.mark.parametrize("subject", ["impact", "training", "adoption"])
def test_a_plan_of_the_project_can_be_signed(desk: Workspace, subject: str) -> None:
    scope = scope_of(desk, subject, project_of(desk), "CSM")
    sign(desk, scope, Name("Ruth", decision="approved_with_conditions"))
    assert since(desk) == []


def test_a_go_no_go_decision_is_signed_and_a_later_change_shows(desk: Workspace) -> None:
    with desk.change("Decide") as change:
        decision = change.add(GoNoGo(project=project_of(desk), title="Go live", value="go"))
    sign(desk, scope_of(desk, "go-no-go", project_of(desk), decision.code), Name("Ruth"))
    with desk.change("Decide again") as change:
        change.set(decision, value="no_go")
    assert since(desk) == [("changed", "go_no_go", "value")]


def test_what_cannot_be_signed_is_said_in_a_sentence(desk: Workspace) -> None:
    with pytest.raises(UserError, match="cannot be signed: use one of"):
        scope_of(desk, "weather", project_of(desk), "")
    with pytest.raises(UserError, match="There is no cycle CYC-99"):
        scope_of(desk, "cycle", project_of(desk), "CYC-99")


TEXTS = ("name", "role", "decision", "comment", "label", "digest", "seen", "proof", "key")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(TEXTS), st.integers(0, 500), st.integers(1, 15))
def test_any_change_of_a_signature_is_found_and_named(
    desk: Workspace, field: str, place: int, by: int
) -> None:
    if not signatures_of(desk, project_of(desk)):
        sign(desk, cycle_scope(desk), Name("Ruth", "Supervisor", "approved", "So it is"))
    (row,) = signatures_of(desk, project_of(desk))
    text = getattr(row, field)
    place %= len(text)
    letter = (
        format((int(text[place], 16) + by) % 16, "x") if text[place] in "0123456789abcdef" else "?"
    )
    altered = text[:place] + letter + text[place + 1 :]
    with desk.connected() as sql:
        write(sql, field, altered)
        found = [one.where for one in check_signatures(desk)]
        write(sql, field, text)
    assert found, (field, altered)
    assert check_signatures(desk) == []


def write(sql: Sql, field: str, text: str) -> None:
    sql.run(f'UPDATE "signature" SET "{field}" = ?', (text,))


def test_a_list_of_what_was_signed_that_was_changed_or_lost_is_found(desk: Workspace) -> None:
    sign(desk, cycle_scope(desk), Name("Ruth"))
    row = desk.find(Signature)
    assert row is not None
    with desk.connected() as sql:
        key = bytes.fromhex(row.digest)
        whole = bytes(sql.value("SELECT data FROM content WHERE h = ?", (key,)))
        sql.run("UPDATE content SET data = ? WHERE h = ?", (whole[:-32], key))
        assert [one.why for one in check_signatures(desk)] == [
            "the list of what was signed was changed"
        ]
        sql.run("DELETE FROM content WHERE h = ?", (key,))
        assert [one.why for one in check_signatures(desk)] == [
            "what was signed is not in the workspace any more"
        ]


def test_a_signature_holds_on_another_installation(
    desk: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sign(desk, cycle_scope(desk), Name("Ruth"))
    copy = desk.backup(tmp_path / "copy.changedesk")
    monkeypatch.setenv("CHANGEDESK_HOME", str(tmp_path / "elsewhere"))
    other = open_desk(copy, actor="Omar")
    assert check_signatures(other) == []
    sign(other, cycle_scope(other), Name("Omar"))
    rows = signatures_of(other, project_of(other))
    assert len({row.key for row in rows}) == 2
    assert changed_since(other, rows[-1].digest, cycle_scope(other).keys) == []
    other.close()
