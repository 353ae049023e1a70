"""ADKAR readings: whom they tell of, and what a group's readings say together."""

import pytest

from changedesk.impact.readings import add_reading, profiles, readings
from changedesk.people import groups
from changedesk.people.actions import add_group, add_person, add_project
from changedesk.people.records import Person
from changedesk.store.errors import UserError

VECTOR = {
    "P1": (5, 4, 3, 2, 1),
    "P2": (4, 4, 4, 4, 4),
    "P3": (2, 5, 5, 5, 5),
    "P4": (4, 3, 5, 2, 4),
    "P5": (5, 5, 2, 2, 3),
}


@pytest.fixture
def project(desk):
    """A project; the five of the worked example are in two teams of a site."""
    project = add_project(desk, "CRM", "New CRM")
    site = add_group(desk, "Leeds")
    teams = [add_group(desk, name, parent=site) for name in ("Chat", "Voice")]
    for place, (name, scores) in enumerate(VECTOR.items()):
        person = add_person(desk, name, group=teams[place % 2])
        add_reading(desk, project, "2026-03-01", scores, person=person, wave="W1")
    return project


def by_name(desk, project, **how):
    return {one.name: one for one in profiles(desk, project, **how)}


def test_the_worked_example_comes_out_of_stored_readings(desk, project):
    site = by_name(desk, project)["Leeds"]
    assert site.profile.by_mean == "A2"
    assert site.profile.modal == ("K",)
    assert [one.barrier for one in site.people] == ["K", "", "A", "D", "K"]
    assert not site.whole


def test_everybody_comes_first_and_groups_take_in_those_within(desk, project):
    found = profiles(desk, project)
    assert [(one.name, one.profile.n) for one in found] == [
        ("", 5), ("Leeds", 5), ("Chat", 3), ("Voice", 2),
    ]  # fmt: skip


def test_the_other_setting_counts_below_three(desk, project):
    site = by_name(desk, project, barrier_max=2)["Leeds"]
    assert [one.barrier for one in site.people] == ["A2", "", "A", "A2", "K"]


def test_the_newest_reading_of_a_person_counts_and_the_trend_keeps_both(desk, project):
    person = readings(desk, project)[0].person
    add_reading(desk, project, "2026-05-01", (5, 5, 5, 5, 5), person=person, wave="W2")
    chat = by_name(desk, project)["Chat"]
    assert chat.profile.n == 3
    assert chat.people[0].barrier == ""
    assert [(point.taken, point.wave, point.profile.n) for point in chat.trend] == [
        ("2026-03-01", "W1", 3), ("2026-05-01", "W2", 1),
    ]  # fmt: skip
    assert by_name(desk, project, until="2026-04-01")["Chat"].people[0].barrier == "K"


def test_a_reading_stays_with_the_group_of_its_day(desk, project):
    person = readings(desk, project)[0].person
    assert person is not None
    other = add_group(desk, "Back office")
    with desk.change("Move") as change:
        groups.keep_memberships(desk, change, {person: other}, "2026-04-01")
        change.set_many(Person, {person: {"group": other}})
    assert by_name(desk, project)["Chat"].profile.n == 3
    add_reading(desk, project, "2026-05-01", (3, 3, 3, 3, 3), person=person)
    assert by_name(desk, project)["Back office"].profile.n == 1


def test_a_reading_of_a_whole_group_counts_until_people_are_read(desk):
    project = add_project(desk, "CRM", "New CRM")
    team = add_group(desk, "Chat")
    add_reading(desk, project, "2026-03-01", (4, 4, 4, 2, 1), group=team)
    add_reading(desk, project, "2026-04-01", (4, 4, None, 2, 1), group=team)
    found = by_name(desk, project)["Chat"]
    assert (found.whole, found.profile.n, found.profile.by_mean) == (True, 1, "?")
    person = add_person(desk, "Amira", group=team)
    add_reading(desk, project, "2026-05-01", (5, 5, 5, 5, 3), person=person)
    found = by_name(desk, project)["Chat"]
    assert (found.whole, found.profile.n, found.profile.by_mean) == (False, 1, "R")
    assert [(point.taken, point.whole) for point in found.trend] == [
        ("2026-03-01", True), ("2026-04-01", True), ("2026-05-01", False),
    ]  # fmt: skip


def test_a_reading_is_one_change_that_reads_well(desk, project):
    person = add_person(desk, "Ben")
    add_reading(desk, project, "2026-05-01", (5, 5, 5, 5, 3), person=person)
    assert desk.next_undo() == "ADKAR reading of Ben, 2026-05-01"
    desk.undo()
    assert len(readings(desk, project)) == 5


def test_without_readings_there_is_no_profile(desk):
    assert profiles(desk, add_project(desk, "CRM", "New CRM")) == []


def test_a_reading_of_nobody_or_of_nothing_is_refused(desk, project):
    with pytest.raises(UserError, match="whom the reading is about"):
        add_reading(desk, project, "2026-05-01", (1, 1, 1, 1, 1))
    with pytest.raises(UserError, match="at least one element"):
        add_reading(desk, project, "2026-05-01", (None,) * 5, person=add_person(desk, "Ben"))
    with pytest.raises(UserError):
        add_reading(desk, project, "2026-05-01", (9, 1, 1, 1, 1), person=add_person(desk, "Eva"))
