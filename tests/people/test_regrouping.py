"""Merging groups and splitting one: what becomes of people, headcounts and the past."""

import pytest

from changedesk.people import groups
from changedesk.people.actions import add_group, add_person
from changedesk.people.records import Group, Person
from changedesk.people.regrouping import Part, merge_groups, split_group
from changedesk.store.dump import dump
from changedesk.store.errors import UserError

DAY = "2026-06-01"


def names(found):
    return [one.name for one in found]


@pytest.fixture
def teams(desk):
    """Two teams of a site with people, the first with a shift within it."""
    site = add_group(desk, "Leeds")
    one = add_group(desk, "Chat", parent=site, site="Leeds", shift="Day", headcount=12)
    two = add_group(desk, "E-mail", parent=site, site="Leeds", shift="Late", headcount=8)
    add_group(desk, "Chat nights", parent=one)
    for name, team in (("Amira", one), ("Ben", one), ("Chloé", two)):
        add_person(desk, name, group=team)
    return site, one, two


def test_a_merge_keeps_what_both_have_and_adds_the_headcounts(desk, teams):
    site, one, two = teams
    made = desk.get(Group, merge_groups(desk, [one, two], "Written", DAY))
    assert (made.name, made.site, made.shift, made.headcount) == ("Written", "Leeds", "", 20)
    assert (made.since, made.parent_id) == (DAY, site)
    assert desk.next_undo() == "Merge Chat and E-mail into Written"
    assert {desk.get(Group, key).until for key in (one, two)} == {DAY}


def test_after_a_merge_the_past_still_tells_who_was_where(desk, teams):
    _, one, two = teams
    made = merge_groups(desk, [one, two], "Written", DAY)
    assert names(groups.members(desk, [made], DAY)) == ["Amira", "Ben", "Chloé"]
    assert names(groups.members(desk, [one], "2026-05-31")) == ["Amira", "Ben"]
    assert groups.members(desk, [one, two], DAY) == []
    assert groups.headcount(desk, one, "2026-05-31").people == 12
    assert groups.headcount(desk, one, DAY).people == 0
    assert groups.headcount(desk, made, "2026-05-31").people == 0
    assert groups.headcount(desk, made, DAY).people == 20


def test_groups_within_a_merged_one_become_part_of_the_new_one(desk, teams):
    _, one, two = teams
    made = merge_groups(desk, [one, two], "Written", DAY)
    assert desk.find(Group, name="Chat nights").parent_id == made


def test_a_group_is_merged_with_the_one_that_it_is_part_of(desk, teams):
    site, one, _ = teams
    made = merge_groups(desk, [site, one], "Leeds", DAY)
    assert desk.get(Group, made).parent_id is None
    assert desk.find(Group, name="E-mail").parent_id == made


def test_a_merge_with_an_unknown_headcount_has_an_unknown_one(desk, teams):
    _, one, _ = teams
    other = add_group(desk, "Social")
    assert desk.get(Group, merge_groups(desk, [one, other], "Web", DAY)).headcount is None


@pytest.mark.parametrize("pick", [lambda one, two: [one], lambda one, two: [one, one]])
def test_one_group_is_not_merged(desk, teams, pick):
    _, one, two = teams
    with pytest.raises(UserError, match="at least two groups"):
        merge_groups(desk, pick(one, two), "Written", DAY)


def test_a_group_that_has_ended_is_not_merged_again(desk, teams):
    _, one, two = teams
    merge_groups(desk, [one, two], "Written", DAY)
    with pytest.raises(UserError, match="has ended already"):
        merge_groups(desk, [one, two], "Again", DAY)


def test_one_undo_takes_a_merge_back(desk, teams):
    _, one, two = teams
    before = dump(desk)
    merge_groups(desk, [one, two], "Written", DAY)
    desk.undo()
    assert dump(desk) == before


def test_a_split_puts_everybody_into_a_part(desk, teams):
    site, one, _ = teams
    amira, ben = (desk.find(Person, name=name).id for name in ("Amira", "Ben"))
    parts = [Part("Chat A", (amira,), 7), Part("Chat B", (ben,))]
    first, second = split_group(desk, one, parts, DAY)
    assert desk.next_undo() == "Split Chat into Chat A and Chat B"
    assert names(groups.members(desk, [first], DAY)) == ["Amira"]
    assert names(groups.members(desk, [second], DAY)) == ["Ben"]
    assert names(groups.members(desk, [one], "2026-05-31")) == ["Amira", "Ben"]
    assert (desk.get(Group, first).headcount, desk.get(Group, second).headcount) == (7, None)
    assert desk.get(Group, first).shift == "Day"
    assert desk.find(Group, name="Chat nights").parent_id == site
    assert desk.get(Group, one).until == DAY


def test_one_undo_takes_a_split_back(desk, teams):
    _, one, _ = teams
    people = tuple(desk.find(Person, name=name).id for name in ("Amira", "Ben"))
    before = dump(desk)
    split_group(desk, one, [Part("Chat A", people), Part("Chat B")], DAY)
    desk.undo()
    assert dump(desk) == before


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        ([("A", ["Amira", "Ben"])], "at least two parts"),
        ([("A", ["Amira"]), ("B", [])], "Ben is in no part of Chat"),
        ([("A", ["Amira", "Ben"]), ("B", ["Ben"])], "Ben is in two parts"),
        ([("A", ["Amira", "Ben"]), ("A ", [])], "Two parts are called A"),
        ([("A", ["Amira", "Ben"]), (" ", [])], "needs a name"),
        ([("A", ["Amira", "Ben"]), ("B", ["Chloé"])], "Chloé is not in Chat"),
    ],
)
def test_a_split_that_is_not_clear_is_refused_in_a_sentence(desk, teams, parts, sentence):
    _, one, _ = teams
    before = dump(desk)
    wanted = [
        Part(name, tuple(desk.find(Person, name=person).id for person in people))
        for name, people in parts
    ]
    with pytest.raises(UserError, match=sentence):
        split_group(desk, one, wanted, DAY)
    assert dump(desk) == before
