"""The tree of groups, headcounts on a day, and who is in a group on a day."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from changedesk.people import groups
from changedesk.people.actions import add_group, add_person
from changedesk.people.groups import Headcount
from changedesk.people.records import Group, HeadcountReading, Membership, Person
from changedesk.store.dump import dump
from changedesk.store.errors import UserError

KEYS = st.integers(1, 8)


def names(found):
    return [one.name for one in found]


@pytest.fixture
def site(desk):
    """A site with two teams, one of them with a shift, and a group apart."""
    top = add_group(desk, "Leeds", headcount=3)
    chat = add_group(desk, "Chat", parent=top, headcount=12)
    add_group(desk, "Chat nights", parent=chat, headcount=4)
    add_group(desk, "Voice", parent=top)
    add_group(desk, "Back office", headcount=7)
    return top


def test_the_tree_lists_each_group_before_those_within_it(desk, site):
    assert [(node.name, node.depth) for node in groups.tree(desk)] == [
        ("Back office", 0), ("Leeds", 0), ("Chat", 1), ("Chat nights", 2), ("Voice", 1),
    ]  # fmt: skip


def test_the_tree_adds_up_what_is_known_below(desk, site):
    told = {node.name: (node.people, node.below) for node in groups.tree(desk)}
    assert told["Leeds"] == (3, 16)
    assert told["Voice"] == (None, None)


def test_a_circle_is_refused_in_a_sentence(desk, site):
    nights = desk.find(Group, name="Chat nights").id
    with pytest.raises(UserError, match="Leeds cannot be part of Chat nights: Chat nights is part"):
        groups.set_parent(desk, site, nights)
    with pytest.raises(UserError, match="cannot be part of itself"):
        groups.set_parent(desk, site, site)
    assert desk.get(Group, site).parent_id is None


def test_moving_a_group_is_one_change(desk, site):
    voice = desk.find(Group, name="Voice").id
    groups.set_parent(desk, voice, None)
    assert desk.next_undo() == "Take Voice out of its group"
    desk.undo()
    assert desk.get(Group, voice).parent_id == site


@given(st.dictionaries(KEYS, st.none() | KEYS, max_size=8))
def test_every_group_is_reached_from_the_top_whatever_circles_a_merge_made(parents):
    free = groups.cut(parents)
    assert free.keys() == parents.keys()
    for key in free:
        path = [key]
        while (above := free[path[-1]]) is not None:
            assert above not in path
            path.append(above)


def test_a_circle_in_the_records_is_still_shown(desk, site):
    chat = desk.find(Group, name="Chat")
    with desk.change("As two copies may have done") as change:
        change.set(desk.get(Group, site), parent=chat.id)
    assert len(groups.tree(desk)) == 5
    assert set(groups.within(desk, site)) >= {site, chat.id}


def test_the_headcount_of_a_day_is_the_last_reading_by_then(desk):
    team = add_group(desk, "Chat", headcount=10)
    assert groups.headcount(desk, team, "2026-03-01") == Headcount(10, "")
    with desk.change("Count") as change:
        for day, people in (("2026-05-01", 14), ("2026-04-01", 12)):
            change.add(HeadcountReading(group=team, taken=day, people=people))
    days = ("2026-04-01", "2026-04-30", "2026-05-01", "2027-01-01")
    assert [groups.headcount(desk, team, day).people for day in days] == [12, 12, 14, 14]
    assert groups.headcount(desk, team, "2026-04-30").taken == "2026-04-01"


def test_an_unknown_headcount_is_no_zero(desk):
    team = add_group(desk, "Chat")
    assert groups.headcount(desk, team, "2026-03-01").people is None


def test_an_edited_headcount_is_dated(desk):
    team = add_group(desk, "Chat", headcount=10)
    with desk.change("Edit headcount of group") as change:
        groups.follow_group_edits(desk, change, {team: {"headcount": 11}})
        change.set_many(Group, {team: {"headcount": 11}})
    reading = desk.find(HeadcountReading, group=team)
    assert (reading.taken, reading.people) == ("2026-06-01", 11)


def test_people_without_memberships_count_where_they_are(desk):
    team = add_group(desk, "Chat")
    add_person(desk, "Ben", group=team)
    add_person(desk, "Amira", group=team)
    add_person(desk, "Chloé")
    assert names(groups.members(desk, [team], "2026-03-01")) == ["Amira", "Ben"]


def move(desk, person, group, day):
    with desk.change("Move") as change:
        groups.keep_memberships(desk, change, {person: group}, day)
        change.set_many(Person, {person: {"group": group}})


def test_moving_people_keeps_where_they_were(desk):
    chat, voice = add_group(desk, "Chat"), add_group(desk, "Voice")
    amira = add_person(desk, "Amira", group=chat)
    move(desk, amira, voice, "2026-04-01")
    assert names(groups.members(desk, [chat], "2026-03-31")) == ["Amira"]
    assert groups.members(desk, [chat], "2026-04-01") == []
    assert names(groups.members(desk, [voice], "2026-04-01")) == ["Amira"]
    move(desk, amira, chat, "2026-05-01")
    assert names(groups.members(desk, [chat, voice], "2026-04-15")) == ["Amira"]
    assert names(groups.members(desk, [chat], "2026-05-01")) == ["Amira"]


def test_one_undo_takes_a_move_back_with_its_memberships(desk):
    chat, voice = add_group(desk, "Chat"), add_group(desk, "Voice")
    amira = add_person(desk, "Amira", group=chat)
    before = dump(desk)
    move(desk, amira, voice, "2026-04-01")
    desk.undo()
    assert dump(desk) == before


def test_an_edited_group_of_a_person_keeps_where_he_was(desk):
    chat, voice = add_group(desk, "Chat"), add_group(desk, "Voice")
    amira = add_person(desk, "Amira", group=chat)
    with desk.change("Edit group of person") as change:
        groups.follow_person_edits(desk, change, {amira: {"group": voice, "role": "Lead"}})
        change.set_many(Person, {amira: {"group": voice}})
    stays = desk.rows(Membership.select(Membership.group, Membership.since, Membership.until))
    assert [tuple(row) for row in stays] == [(chat, "", "2026-06-01"), (voice, "2026-06-01", "")]
