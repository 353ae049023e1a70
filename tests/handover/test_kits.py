"""Starter kits: each is read whole, taken in parts, undone at once, and taken again for nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from changedesk.desk import new_desk
from changedesk.handover.kit_applying import RELATIONS, apply_kit, in_words
from changedesk.handover.kits import ENTRY_KINDS, KITS, PARTS, Kit, kit_called, kits, read_kit
from changedesk.impact.checks import check_impacts
from changedesk.impact.records import Communication, Impact, Mitigation, SponsorAction
from changedesk.people.actions import add_group, add_project
from changedesk.people.links import ADDRESSES, links
from changedesk.people.records import Group
from changedesk.store.errors import UserError
from changedesk.store.workspace import Workspace
from changedesk.survey.queries import questions, surveys, waves
from changedesk.training.records import Course, CourseSkill, Need
from changedesk.uat.records import Script, Step

HEAD = 'title = "Small"\nsummary = "A small kit."\n'
KINDS = tuple(ENTRY_KINDS)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Workspace]:
    workspace = new_desk(tmp_path / "kit.changedesk", actor="Dana")
    yield workspace
    workspace.close()


@pytest.fixture
def project(desk: Workspace) -> int:
    return add_project(desk, "CSM", "New desk", go_live="2026-04-20")  # a Monday


def _standing(desk: Workspace) -> dict[str, int]:
    return {name: count for name, count in desk.counts().items() if count}


@pytest.mark.parametrize("name", KITS)
def test_a_kit_has_what_somebody_needs_to_begin(name: str) -> None:
    kit = kit_called(name)
    counts = {kind: len(kit.of(kind)) for kind in KINDS}
    assert 5 <= counts["group"] <= 12
    assert counts["stakeholder"] >= 5
    assert counts["sponsor_action"] >= 4
    assert 12 <= counts["impact"] <= 20
    assert 8 <= counts["communication"] <= 12
    assert 4 <= counts["course"] <= 8
    assert counts["course"] <= counts["need"] + 3
    assert 8 <= counts["script"] <= 15
    assert all(len(script.children) >= 2 for script in kit.of("script"))
    assert all(entry.fields["message"] for entry in kit.of("communication"))
    assert {part for part in PARTS if kit.in_part(part)} == set(PARTS)


@pytest.mark.parametrize("name", KITS)
def test_impacts_of_a_kit_say_all_that_rating_needs_and_hard_ones_are_answered(name: str) -> None:
    for impact in kit_called(name).of("impact"):
        told = impact.fields
        assert told["as_is"]
        assert told["to_be"]
        assert told["reason"]
        assert told["phase"]
        assert 0 <= told["severity"] <= 5
        assert impact.days["starts"] < impact.days["ends"]
        assert impact.refs["group"]
        assert told["severity"] < 3 or impact.refs.get("answered_by") or impact.children


@pytest.mark.parametrize("name", KITS)
def test_a_hard_impact_of_a_kit_is_told_before_it_starts(name: str) -> None:
    kit = kit_called(name)
    sent = {one.id: one.days["planned"] for one in kit.of("communication")}
    for impact in kit.of("impact"):
        days = [sent[one] for one in impact.refs.get("answered_by", ()) if one in sent]
        if impact.fields["severity"] >= 3:
            assert min(days) < impact.days["starts"], impact.title


@pytest.mark.parametrize("name", KITS)
def test_every_course_of_a_kit_is_needed_and_every_need_can_be_met(name: str) -> None:
    kit = kit_called(name)
    levels = {
        (course.id, child.skill): child.fields["level"]
        for course in kit.of("course")
        for child in course.children
    }
    for need in kit.of("need"):
        (course,), (skill,) = need.refs["course"], need.refs["skill"]
        assert need.fields["required"] <= levels[course, skill]
    drawn = {one for impact in kit.of("impact") for one in impact.refs.get("calls_for", ())}
    assert drawn == {need.id for need in kit.of("need")}
    answering = {one for entry in kit.of("impact") for one in entry.refs.get("answered_by", ())}
    taught = {need.refs["course"][0] for need in kit.of("need")}
    assert {course.id for course in kit.of("course")} <= taught | answering


@pytest.mark.parametrize("name", KITS)
def test_a_kit_is_one_change_that_can_be_undone(desk: Workspace, project: int, name: str) -> None:
    before = _standing(desk)
    applied = apply_kit(desk, kit_called(name), project)
    assert applied.made["group"] == len(kit_called(name).of("group"))
    assert applied.there == 0
    assert applied.links > 30
    assert desk.changes(1)[0].label == f"Start from the kit “{kit_called(name).title}”"
    after = _standing(desk)
    assert desk.undo()
    assert _standing(desk) == before
    assert apply_kit(desk, kit_called(name), project).made == applied.made
    assert _standing(desk) == after
    assert desk.verify() == []


@pytest.mark.parametrize("name", KITS)
def test_nothing_is_amiss_with_the_impacts_of_a_kit(
    desk: Workspace, project: int, name: str
) -> None:
    apply_kit(desk, kit_called(name), project)
    assert check_impacts(desk, project) == []


def test_a_kit_taken_twice_adds_nothing(desk: Workspace, project: int) -> None:
    apply_kit(desk, kit_called("crm-migration"), project)
    before, length = _standing(desk), desk.journal_length()
    again = apply_kit(desk, kit_called("crm-migration"), project)
    assert (dict(again.made), again.links) == ({}, 0)
    assert again.there == len(kit_called("crm-migration").entries)
    assert (_standing(desk), desk.journal_length()) == (before, length)


def test_two_kits_share_the_groups_that_are_called_alike(desk: Workspace, project: int) -> None:
    for kit in kits():
        apply_kit(desk, kit, project)
    names = [row.name.casefold() for row in desk.rows(Group.select(Group.name))]
    assert len(names) == len(set(names))
    assert desk.verify() == []


def test_a_group_that_is_there_is_used_whatever_its_case(desk: Workspace, project: int) -> None:
    mine = add_group(desk, "agents,  VOICE", headcount=20)
    applied = apply_kit(desk, kit_called("crm-migration"), project)
    assert applied.there == 1
    group = desk.get(Group, mine)
    assert (group.name, group.headcount) == ("agents,  VOICE", 20)
    assert any(row.group == mine for row in desk.rows(Impact.select(Impact.group)))


def test_parts_taken_one_after_the_other_are_tied_as_if_taken_at_once(
    desk: Workspace, project: int, tmp_path: Path
) -> None:
    kit = kit_called("crm-migration")
    for part in reversed(PARTS):
        apply_kit(desk, kit, project, [part])
    with_groups = desk.rows(Impact.select(Impact.id).where(Impact.group.is_null(False)))
    assert len(with_groups) == len(kit.of("impact"))
    once = new_desk(tmp_path / "once.changedesk", actor="Dana")
    try:
        apply_kit(once, kit, add_project(once, "CSM", "New desk"))
        for relation in RELATIONS.values():
            ends = [sorted(map(len, links(one, relation).values())) for one in (desk, once)]
            assert ends[0] == ends[1] != []
        levels = [one.counts()["course_skill"] for one in (desk, once)]
        assert levels[0] == levels[1]
    finally:
        once.close()


def test_only_the_parts_that_were_chosen_are_taken(desk: Workspace, project: int) -> None:
    apply_kit(desk, kit_called("crm-migration"), project, ["communications"])
    kept = _standing(desk)
    assert set(kept) == {"project", "communication"}


def test_days_are_counted_from_go_live_and_leave_out_weekends(
    desk: Workspace, project: int
) -> None:
    text = HEAD + (
        '[[communication]]\ntitle = "A week before"\nday = -7\n'
        '[[communication]]\ntitle = "On the Saturday before"\nday = -2\n'
        '[[sponsor_action]]\naction = "Opens it"\nday = -1\n'
        '[[impact]]\ntitle = "From Sunday"\nfrom_day = -1\nto_day = 5\n'
        'mitigation = [{ what = "Sit beside them", day = 6 }]\n'
    )
    apply_kit(desk, read_kit("small", text), project)
    planned = desk.rows(Communication.select(Communication.planned, Communication.occasion))
    assert [tuple(row) for row in planned] == [("2026-04-13", ""), ("2026-04-17", "")]
    assert desk.value(SponsorAction.select(SponsorAction.due)) == "2026-04-17"
    assert tuple(desk.row(Impact.select(Impact.starts, Impact.ends))) == (
        "2026-04-19", "2026-04-25",
    )  # fmt: skip
    assert desk.value(Mitigation.select(Mitigation.due)) == "2026-04-24"


def test_without_a_go_live_no_day_is_made_up_but_the_plan_says_when(desk: Workspace) -> None:
    project = add_project(desk, "CSM", "New desk")
    apply_kit(desk, kit_called("crm-migration"), project)
    rows = desk.rows(Communication.select(Communication.planned, Communication.occasion))
    assert {row.planned for row in rows} == {""}
    assert "2 weeks before go-live" in {row.occasion for row in rows}
    assert "Daily" in {row.occasion for row in rows}
    assert {row.starts for row in desk.rows(Impact.select(Impact.starts))} == {""}


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (0, "On the day of go-live"),
        (-7, "1 week before go-live"),
        (30, "30 days after go-live"),
        (1, "1 day after go-live"),
    ],
)
def test_a_day_from_go_live_in_words(day: int, words: str) -> None:
    assert in_words(day) == words


def test_courses_come_with_skills_and_scripts_with_steps(desk: Workspace, project: int) -> None:
    kit = kit_called("crm-migration")
    apply_kit(desk, kit, project)
    taught = sum(len(course.children) for course in kit.of("course"))
    assert desk.counts()["course_skill"] == taught
    assert all(row.skill for row in desk.rows(CourseSkill.select(CourseSkill.skill)))
    assert all(
        row.course and row.group and row.skill
        for row in desk.rows(Need.select(Need.course, Need.group, Need.skill))
    )
    steps = sum(len(script.children) for script in kit.of("script"))
    assert desk.counts()["step"] == len(desk.rows(Step.select(Step.id))) == steps
    assert {row.version for row in desk.rows(Script.select(Script.version))} == {1}
    assert {row.status for row in desk.rows(Course.select(Course.status))} == {"draft"}


def test_a_message_addresses_its_groups(desk: Workspace, project: int) -> None:
    kit = kit_called("crm-migration")
    apply_kit(desk, kit, project)
    told = {
        row.title: len(links(desk, ADDRESSES)[row.id])
        for row in desk.rows(Communication.select(Communication.id, Communication.title))
    }
    assert told == {one.title: len(one.refs["groups"]) for one in kit.of("communication")}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("title = ", "cannot be read"),
        ('title = "A"', "needs a title and a summary"),
        (HEAD + "[[planet]]\nname = 'x'", "“planet”, which is no kind of entry"),
        (HEAD + "[[group]]\nsite = 'x'", "a group without a “name”"),
        (HEAD + "[[group]]\nname = 'x'\nsize = 3", "says “size”, which it cannot"),
        (HEAD + "[[group]]\nname = 'x'\noff_floor = 200", "group “x”"),
        (HEAD + "[[impact]]\ntitle = 'x'\naspect = 'weather'", "is not a value of “Aspect”"),
        (HEAD + "[[impact]]\ntitle = 'x'\nstarts = '2026-01-01'", "“starts”, which it cannot"),
        (HEAD + "[[impact]]\ntitle = 'x'\nfrom_day = 'soon'", "a whole number of days"),
        (HEAD + "[[impact]]\ntitle = 'x'\ngroup = 'y'", "there is no group “y”"),
        (HEAD + "[[impact]]\ntitle = 'x'\nanswered_by = 'y'", "is a list of names"),
        (HEAD + "[[course]]\ntitle = 'x'\nteaches = { y = 2 }", "there is no skill “y”"),
        (HEAD + "[[course]]\ntitle = 'x'\nafter = ['x']", "names itself"),
        (HEAD + "[[script]]\ntitle = 'x'\nsteps = [['do']]", "each step needs"),
        (HEAD + "[[group]]\nname = 'x'\n[[skill]]\ntitle = 'x'", "the name “x” twice"),
    ],
)
def test_a_kit_with_a_fault_is_refused_in_one_sentence(text: str, why: str) -> None:
    with pytest.raises(UserError, match=why) as refused:
        read_kit("small", text)
    assert "\n" not in str(refused.value)


def test_an_unknown_kit_is_refused_with_the_names_of_all() -> None:
    with pytest.raises(UserError, match="choose one of crm-migration"):
        kit_called("bogus")


def test_each_kit_is_listed_with_a_title_of_its_own() -> None:
    found: list[Kit] = list(kits())
    assert [kit.name for kit in found] == list(KITS)
    assert len({kit.title for kit in found}) == len(KITS)


def test_surveys_of_a_kit_come_with_questions_waves_and_the_name_of_what_is_new(
    desk: Workspace, project: int
) -> None:
    kit = kit_called("crm-migration")
    applied = apply_kit(desk, kit, project, ["surveys"])
    assert applied.made == {"survey": len(kit.of("survey"))}
    (pulse,) = [one for one in surveys(desk, project) if one.ready == "change-pulse"]
    assert any("the new CRM" in one.text for one in questions(desk, pulse.id))
    assert waves(desk, pulse.id)[0].opens == "2026-02-16"
    again = apply_kit(desk, kit, project, ["surveys"])
    assert (again.made, again.there) == ({}, len(kit.of("survey")))
    with pytest.raises(UserError, match="no ready survey"):
        read_kit("small", HEAD + '[[survey]]\nready = "mood"\n')
