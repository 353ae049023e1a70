"""The sample project: believable, whole, and the same each time."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from changedesk.desk import SCHEMA, build_sample, open_desk
from changedesk.impact.records import Communication
from changedesk.people.links import TESTED_BY, links
from changedesk.people.queries import project_called
from changedesk.people.records import Group, Person
from changedesk.store.errors import UserError
from changedesk.store.workspace import Workspace
from changedesk.uat import queries
from changedesk.uat.coverage import coverage
from changedesk.uat.criteria import conditions_of, criteria_of
from changedesk.uat.criteria_changes import changes_after_opening
from changedesk.uat.records import Defect, Evidence, Run, Script, ScriptVersion, Step, StepResult
from changedesk.uat.sessions import sessions
from changedesk.uat.words import MEASURES


def _built(folder: Path, **how: Any) -> Workspace:
    path = folder / "sample.changedesk"
    build_sample(path, **how)
    return open_desk(path, actor="Reader")


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    desk = _built(tmp_path_factory.mktemp("sample"))
    yield desk
    desk.close()


def _told(desk: Workspace) -> dict[str, list[tuple[Any, ...]]]:
    # A result names the ones before it by UUID; how many they are is the same each time. So are
    # the records that links lead to, whatever their UUIDs.
    told: dict[str, list[tuple[Any, ...]]] = {}
    for kind in SCHEMA.types:
        rows = [row._asdict() for row in desk.rows(kind.select().order_by(kind.id))]
        for row in rows:
            row["replaces"] = len(row.get("replaces", "").split())
        told[kind.about.type_name] = [tuple(row.items()) for row in rows]
    told["link"] = [(source, *sorted(ends)) for source, ends in links(desk, TESTED_BY).items()]
    told["link"].sort()
    return told


def _cycles(desk: Workspace) -> list[queries.CycleRow]:
    return queries.cycles(desk, project_called(desk).id)


def _day(moment: int) -> str:
    return datetime.fromtimestamp(moment / 1000, UTC).date().isoformat()


def test_a_sample_is_sound(sample: Workspace) -> None:
    assert sample.verify() == []


def test_made_twice_it_says_the_same_and_has_the_same_history(
    sample: Workspace, tmp_path: Path
) -> None:
    again = _built(tmp_path)
    try:
        assert _told(again) == _told(sample)
        assert again.changes(1000) == sample.changes(1000)
    finally:
        again.close()


def test_eighty_five_people_work_at_four_sites(sample: Workspace) -> None:
    groups = sample.rows(Group.select(Group.headcount, Group.site, Group.lead))
    assert sum(group.headcount or 0 for group in groups) == 85
    assert len({group.site for group in groups if group.headcount}) == 4
    people = {person.name for person in sample.rows(Person.select(Person.name))}
    assert {group.lead for group in groups} <= people


def test_eight_workstreams_have_three_scripts_or_more(sample: Workspace) -> None:
    areas = Counter(row.area for row in sample.rows(Script.select(Script.area)))
    assert sorted(areas.values()) == [3, 3, 3, 3, 3, 3, 4, 4]


def test_a_tester_can_follow_every_script(sample: Workspace) -> None:
    for script in sample.rows(Script.select()):
        steps = sample.rows(
            Step.select(Step.position, Step.do, Step.expected)
            .join(ScriptVersion, on=(ScriptVersion.id == Step.version))
            .where(ScriptVersion.script == script.id)
            .order_by(Step.position)
        )
        assert [step.position for step in steps] == list(range(1, len(steps) + 1))
        assert 4 <= len(steps) <= 9
        assert all(step.do and step.expected for step in steps)
        assert script.preconditions
        assert script.test_data
        assert script.minutes
        assert script.requirements


def test_one_round_is_closed_and_one_is_open(sample: Workspace) -> None:
    first, second = _cycles(sample)
    assert (first.status, second.status) == ("closed", "open")
    assert first.build != second.build


def test_results_were_recorded_on_the_days_of_their_round(sample: Workspace) -> None:
    for cycle in _cycles(sample):
        days = [
            _day(row.at)
            for row in sample.rows(
                StepResult.select(StepResult.at)
                .join(Run, on=(Run.id == StepResult.run))
                .where(Run.cycle == cycle.id)
            )
        ]
        assert days
        assert cycle.starts <= min(days) <= max(days) <= cycle.ends


def test_nobody_tests_two_scripts_at_once(sample: Workspace) -> None:
    busy: dict[int, list[tuple[int, int]]] = {}
    for run in sample.rows(Run.select(Run.id, Run.tester, Run.started)):
        times = StepResult.select(StepResult.at).where(StepResult.run == run.id)
        moments = [row.at for row in sample.rows(times)]
        if moments:
            assert run.started <= min(moments)
            busy.setdefault(run.tester, []).append((run.started, max(moments)))
    for spans in busy.values():
        spans.sort()
        assert all(end < start for (_, end), (start, _) in pairwise(spans))


def test_every_state_and_outcome_can_be_seen(sample: Workspace) -> None:
    states = {row.state for row in sample.rows(Run.select(Run.state))}
    assert states >= {
        "not_run", "in_progress", "disputed", "failed", "blocked", "passed_with_remark", "passed",
    }  # fmt: skip
    outcomes = {row.outcome for row in sample.rows(StepResult.select(StepResult.outcome))}
    assert outcomes == {"pass", "fail", "blocked", "skipped", "na"}


def test_what_failed_or_was_blocked_is_told_in_words(sample: Workspace) -> None:
    wrong = sample.rows(
        StepResult.select(StepResult.actual).where(StepResult.outcome.in_(("fail", "blocked")))
    )
    assert wrong
    assert all(row.actual for row in wrong)


def test_two_people_who_knew_nothing_of_each_other_differ_at_one_step(sample: Workspace) -> None:
    disputed = sample.rows(Run.select(Run.id).where(Run.state == "disputed"))
    assert len(disputed) == 1
    sheet = queries.run_sheet(sample, disputed[0].id)
    (step,) = [step for step in sheet.steps if step.outcome == "disputed"]
    heads = [result for result in sheet.results if result.step == step.id and result.standing]
    assert len({head.tester for head in heads}) == 2
    assert {head.outcome for head in heads} == {"pass", "fail"}


def test_a_failed_script_passes_in_the_second_round_and_another_fails_again(
    sample: Workspace,
) -> None:
    first, second = (
        {(run.code, run.tester): run.state for run in queries.runs(sample, cycle.id)}
        for cycle in _cycles(sample)
    )
    after = {second[run] for run, state in first.items() if state == "failed" and run in second}
    assert {"passed", "failed"} <= after


def test_a_defect_knows_the_result_it_was_raised_from(sample: Workspace) -> None:
    defects = sample.rows(Defect.select())
    assert {"new", "ready_for_retest", "closed", "deferred"} <= {d.status for d in defects}
    for defect in defects:
        result = sample.get(StepResult, defect.result)
        run = sample.get(Run, result.run_id)
        assert result.outcome in ("fail", "blocked")
        assert (defect.script, defect.cycle) == (run.script_id, run.cycle_id)
        assert (defect.build, defect.found_by) == (run.build, run.tester_id)
        assert result.actual in defect.description


def test_pictures_of_failures_open(sample: Workspace) -> None:
    kept = sample.rows(Evidence.select())
    assert len(kept) == 7
    for row in kept:
        data = sample.content(row.content)
        assert len(data) == row.size
        with Image.open(BytesIO(data)) as picture:
            picture.load()
            assert picture.format == "PNG"
        assert sample.get(StepResult, row.result).outcome in ("fail", "blocked")


def test_every_script_tests_a_requirement_and_some_requirements_are_still_untested(
    sample: Workspace,
) -> None:
    found = coverage(sample, project_called(sample).id, _cycles(sample)[-1].id)
    assert found.untied == ()
    assert {row.priority for row in found.rows} == {"must", "should", "could", "wont"}
    assert any(not row.scripts for row in found.rows if row.in_scope)
    assert 0 < found.covered < found.in_scope
    for script in sample.rows(Script.select(Script.id, Script.requirements)):
        named = {code.strip() for code in script.requirements.split(",")}
        tied = {row.code for row in found.rows if script.id in {s.id for s in row.scripts}}
        assert named == tied


def test_criteria_of_every_kind_stand_somewhere(sample: Workspace) -> None:
    first, second = _cycles(sample)
    before, now = criteria_of(sample, first.id), criteria_of(sample, second.id)
    assert {one.met for one in before} == {one.met for one in now} == {True, False}
    (waived,) = [one for one in now if one.waived]
    assert not waived.met
    assert {one.kind for one in now} == {"entry", "exit"}
    assert {one.measure for one in now} == {choice.code for choice in MEASURES}
    changed = changes_after_opening(sample, second.id)
    assert {one.field for one in changed} == {"wording", "target"}
    assert {_day(one.when_ms) for one in changed} == {"2026-03-18"}
    assert changes_after_opening(sample, first.id) == []


def test_who_has_results_was_at_a_session_and_one_person_was_ill(sample: Workspace) -> None:
    absent = []
    for cycle in _cycles(sample):
        told = [one for session in sessions(sample, cycle.id) for one in session.testers]
        present = {one.name for one in told if one.attendance == "present"}
        absent += [one.name for one in told if one.attendance == "absent"]
        assert {run.tester_name for run in queries.runs(sample, cycle.id) if run.started} <= present
        assert conditions_of(sample, cycle.id)
    assert absent == ["Miguel Santos"]


def test_a_step_is_tried_twenty_times_and_fails_then_passes(sample: Workspace) -> None:
    states = [
        (cycle.code, step.tally.tries, step.outcome)
        for cycle in _cycles(sample)
        for run in queries.runs(sample, cycle.id)
        for step in queries.run_sheet(sample, run.id).steps
        if step.tally is not None
    ]
    assert states == [("CYC-01", 20, "fail"), ("CYC-02", 20, "pass"), ("CYC-02", 9, "")]


def test_a_script_with_four_data_sets_has_a_run_with_each(sample: Workspace) -> None:
    for cycle in _cycles(sample):
        runs = [run for run in queries.runs(sample, cycle.id) if run.data_set]
        assert {run.data_set for run in runs} == {"English", "Polish", "German", "Portuguese"}
        assert len(runs) == 4
        (polish,) = [run for run in runs if run.data_set == "Polish"]
        sheet = queries.run_sheet(sample, polish.id)
        assert "Łukasz Wójcik" in sheet.steps[0].do
        assert not any("<" in step.do + step.expected for step in sheet.steps)


def test_the_story_can_end_on_another_day(sample: Workspace, tmp_path: Path) -> None:
    moved = _built(tmp_path, today=date(2026, 11, 24))
    try:
        assert moved.verify() == []
        assert [cycle.ends for cycle in _cycles(moved)][-1] == "2026-11-20"
        latest = StepResult.select(StepResult.at).order_by(StepResult.at.desc())
        assert _day(moved.value(latest)) == "2026-11-20"
        assert moved.counts() == sample.counts()
        told = [row.message for row in moved.rows(Communication.select(Communication.message))]
        # The days in its sentences are those of its dates: Sunday, 19 April, 35 weeks later.
        assert any(text.startswith("Sunday 20 December 20:00: Zendesk") for text in told)
    finally:
        moved.close()


def test_no_day_in_a_sentence_is_left_unread(sample: Workspace) -> None:
    with sample.connected() as sql:
        texts = [str(value) for (value,) in sql.rows("SELECT val FROM op")]
    assert any("April" in text for text in texts)
    assert not [text for text in texts if re.search(r"\{\d", text)]


def test_it_is_never_written_over_a_file(tmp_path: Path) -> None:
    mine = tmp_path / "mine.changedesk"
    mine.write_bytes(b"my own notes")
    with pytest.raises(UserError):
        build_sample(mine)
    assert mine.read_bytes() == b"my own notes"


def test_an_unknown_size_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="small"):
        build_sample(tmp_path / "sample.changedesk", "huge")


@pytest.mark.long
def test_the_large_sample_is_sound_and_as_large_as_it_says(tmp_path: Path) -> None:
    desk = _built(tmp_path, size="large")
    try:
        assert desk.verify() == []
        counts = desk.counts()
        assert (counts["script"], counts["step"], counts["cycle"]) == (1000, 10_000, 5)
        assert (counts["run"], counts["step_result"], counts["person"]) == (10_000, 100_000, 2000)
        assert 200 <= counts["defect"] <= 400
        assert counts["requirement"] == 300
        assert (counts["group"], counts["impact"], counts["enrolment"]) == (60, 400, 1000)
        tested = links(desk, TESTED_BY).values()
        assert sum(len(scripts) for scripts in tested) == 1000
        sizes = Counter(row.group for row in desk.rows(Person.select(Person.group)))
        told = desk.rows(Group.select(Group.id, Group.headcount).where(Group.parent.is_null(False)))
        assert dict(sizes) == {row.id: row.headcount for row in told}
        labels = {change.label for change in desk.changes(1000)}
        assert len(labels) <= 40
    finally:
        desk.close()
