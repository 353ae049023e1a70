"""The change side of the sample: people, impacts, messages and training tell one story."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from changedesk.desk import build_sample, open_desk
from changedesk.handover.sample_people import address
from changedesk.impact.records import (
    AdkarReading,
    Communication,
    Impact,
    MessageSent,
    Mitigation,
    Stakeholder,
)
from changedesk.people.links import (
    ADDRESSES,
    CALLS_FOR,
    MITIGATED_BY,
    PRACTISES,
    REQUIRES,
    links,
)
from changedesk.people.queries import project_called
from changedesk.people.records import Duty, Group, HeadcountReading, Membership, Person
from changedesk.store.workspace import Workspace
from changedesk.training.clash_queries import clashes
from changedesk.training.coverage import coverage
from changedesk.training.records import Attendance, Enrolment, ProficiencyReading, TrainingSession

LAST_DAY = "2026-03-20"


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    path = tmp_path_factory.mktemp("sample") / "sample.changedesk"
    build_sample(path)
    desk = open_desk(path, actor="Reader")
    yield desk
    desk.close()


def _rows(desk: Workspace, kind: Any, *where: Any) -> list[Any]:
    query = kind.select().order_by(kind.id)
    return desk.rows(query.where(*where) if where else query)


def test_eighty_five_people_are_in_teams_and_teams_in_a_tree(sample: Workspace) -> None:
    groups = {row.id: row for row in _rows(sample, Group)}
    people = _rows(sample, Person, Person.group.is_null(False))
    sizes = Counter(person.group for person in people)
    assert {key: groups[key].headcount for key in sizes} == dict(sizes)
    assert sum(sizes.values()) == 85
    assert len({person.email for person in _rows(sample, Person)}) == 90
    (top,) = [row for row in groups.values() if row.parent is None]
    assert top.name == "Customer Service"
    assert sample.counts()["membership"] == len(_rows(sample, Membership)) == 85


def test_headcounts_are_dated_and_the_newest_is_that_of_the_team(sample: Workspace) -> None:
    newest = {row.group: row.people for row in _rows(sample, HeadcountReading)}
    teams = _rows(sample, Group, Group.headcount.is_null(False))
    assert newest == {team.id: team.headcount for team in teams}


@pytest.mark.parametrize(
    ("name", "mail"),
    [
        ("Łukasz Żak", "lukasz.zak@northwind.example"),
        ("Inês Moreira", "ines.moreira@northwind.example"),
    ],
)
def test_addresses_have_plain_letters(name: str, mail: str) -> None:
    assert address(name) == mail


def test_stakeholders_of_every_quadrant_and_engagement_are_in_the_register(
    sample: Workspace,
) -> None:
    found = _rows(sample, Stakeholder)
    assert 14 <= len(found) <= 20
    assert {row.quadrant for row in found} >= {"MC", "KS", "KI", "MO"}
    assert {row.current for row in found} == {"U", "R", "N", "S", "L"}
    assert all(row.power and row.interest and row.current and row.desired for row in found)
    assert any(row.private_note for row in found)


def test_impacts_have_both_views_and_some_are_far_apart(sample: Workspace) -> None:
    found = _rows(sample, Impact)
    assert 25 <= len(found) <= 35
    apart = [
        row
        for row in found
        if row.group_severity is not None and abs(row.severity - row.group_severity) >= 2
    ]
    assert 4 <= len(apart) <= 10
    assert any(row.group_severity is None for row in found)
    assert len({row.aspect for row in found}) >= 8
    assert {row.status for row in found} == {"draft", "validated", "planned", "mitigated"}
    assert all(row.as_is and row.to_be and row.reason and row.group for row in found)
    assert all(row.starts <= row.ends for row in found)
    assert {row.status for row in _rows(sample, Mitigation)} == {"open", "done"}


def test_what_belongs_together_is_linked(sample: Workspace) -> None:
    for relation in (ADDRESSES, CALLS_FOR, MITIGATED_BY, PRACTISES, REQUIRES):
        assert links(sample, relation)
    answered = links(sample, MITIGATED_BY)
    open_ones = [row for row in _rows(sample, Impact) if row.id not in answered]
    assert 0 < len(open_ones) <= 5
    addressed = links(sample, ADDRESSES)
    assert {row.id for row in _rows(sample, Communication)} == set(addressed)


def test_messages_that_were_sent_tell_whom_they_reached(sample: Workspace) -> None:
    sent = {row.communication: row for row in _rows(sample, MessageSent)}
    for message in _rows(sample, Communication):
        assert (message.status == "sent") == (message.id in sent)
        assert message.id not in sent or sent[message.id].sent <= LAST_DAY
        assert message.status == "sent" or message.planned > LAST_DAY
    assert all((row.opened or row.attended) <= row.recipients for row in sent.values())


def test_three_waves_of_adkar_go_up_for_most(sample: Workspace) -> None:
    found = _rows(sample, AdkarReading)
    assert Counter(row.wave for row in found if row.group) == {
        "Wave 1": 7, "Wave 2": 7, "Wave 3": 7,
    }  # fmt: skip
    sums: dict[int, list[int]] = {}
    for row in sorted((one for one in found if one.group), key=lambda one: one.taken):
        total = row.awareness + row.desire + row.knowledge + row.ability + row.reinforcement
        sums.setdefault(row.group, []).append(total)
    assert all(first < last for first, _, last in sums.values())
    assert len([row for row in found if row.person]) >= 10


def test_eighty_five_people_are_enrolled_and_who_was_there_was_tested(sample: Workspace) -> None:
    enrolled = _rows(sample, Enrolment)
    assert len({row.person for row in enrolled}) == 85
    sessions = {row.id: row for row in _rows(sample, TrainingSession)}
    assert len(sessions) == 12
    noted = {row.enrolment: row.outcome for row in _rows(sample, Attendance)}
    held = [row.id for row in enrolled if sessions[row.session].status == "held"]
    assert set(noted) == set(held)
    assert set(noted.values()) == {"attended", "partial", "no_show", "excused"}
    assert any(row.walk_in for row in enrolled)
    tested = {row.person for row in _rows(sample, ProficiencyReading) if row.person}
    there = {row.person for row in enrolled if noted.get(row.id) == "attended"}
    assert tested == there


def test_nobody_had_to_be_at_two_courses_and_few_plans_clash(sample: Workspace) -> None:
    found = clashes(sample, project_called(sample).id)
    assert 3 <= len(found) <= 12
    assert "materials" in {row.kind for row in found}


def test_coverage_is_on_its_way_and_not_there_yet(sample: Workspace) -> None:
    found = coverage(sample, project_called(sample).id, LAST_DAY)
    wanted = sum(group.standing.wanted or 0 for group in found.groups)
    level = sum(len(group.standing.at_level or ()) for group in found.groups)
    assert 0 < level < wanted


def test_the_roster_of_two_weeks_has_everybody_and_some_leave(sample: Workspace) -> None:
    found = _rows(sample, Duty)
    assert len({row.person for row in found}) == 85
    days = {row.day for row in found}
    assert (min(days), max(days)) == ("2026-03-23", "2026-04-05")
    kinds = Counter(row.kind for row in found)
    assert kinds["away"] * 10 < kinds["work"]
