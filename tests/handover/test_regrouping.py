"""Merging groups: what is still to be done goes along, what is over stays, all in one change."""

from datetime import date
from pathlib import Path

import pytest

from changedesk.desk import new_desk
from changedesk.handover.regrouping import merge_groups
from changedesk.impact.records import Communication, Impact, Stakeholder
from changedesk.overview.gaps import gaps
from changedesk.people.actions import add_group, add_person, add_project
from changedesk.people.links import ADDRESSES, SUCCEEDED_BY, link, links
from changedesk.people.regrouping import Part, split_group
from changedesk.store.dump import dump
from changedesk.training.members import members_on
from changedesk.training.records import Need


@pytest.fixture
def desk(tmp_path: Path):
    desk = new_desk(tmp_path / "groups.changedesk", actor="Dana")
    yield desk
    desk.close()


def test_what_is_open_goes_to_the_new_group_and_what_is_over_stays(desk):
    project = add_project(desk, "CRM", "CRM")
    leeds, york = add_group(desk, "Leeds"), add_group(desk, "York")
    with desk.change("Fill") as change:
        open_one = change.add(Impact(project=project, title="Open", group=leeds)).id
        closed = change.add(Impact(project=project, title="Closed", group=york, status="closed")).id
        need = change.add(Need(project=project, title="Chat", group=york)).id
        who = change.add(Stakeholder(project=project, name="Agents", group=leeds)).id
        told = change.add(Communication(project=project, title="Hello", status="sent")).id
        planned = change.add(Communication(project=project, title="Soon")).id
        link(desk, change, ADDRESSES, [(told, leeds), (planned, leeds)])
    before = dump(desk)
    made = merge_groups(desk, [leeds, york], "North", "2026-03-02")
    assert desk.get(Impact, open_one).group_id == made
    assert desk.get(Impact, closed).group_id == york
    assert desk.get(Need, need).group_id == made
    assert desk.get(Stakeholder, who).group_id == made
    assert links(desk, ADDRESSES) == {told: {leeds}, planned: {leeds, made}}
    assert links(desk, SUCCEEDED_BY) == {leeds: {made}, york: {made}}
    assert desk.undo() == "Merge Leeds and York into North"
    assert dump(desk) == before


def test_a_split_says_what_became_of_the_group(desk):
    group = add_group(desk, "Leeds")
    made = split_group(desk, group, [Part("Chat"), Part("Voice")], "2026-03-02")
    assert links(desk, SUCCEEDED_BY) == {group: set(made)}


def test_what_a_split_leaves_at_a_group_that_is_no_more_is_named_until_it_is_moved(desk):
    project = add_project(desk, "CRM", "CRM")
    leeds = add_group(desk, "Leeds", headcount=20)
    with desk.change("Fill") as change:
        impact = change.add(Impact(project=project, title="New desk", group=leeds)).id
        change.add(Impact(project=project, title="Over", group=leeds, status="closed"))
        change.add(Need(project=project, title="Use it", group=leeds))
        told = change.add(Communication(project=project, title="Soon", planned="2026-03-09")).id
        link(desk, change, ADDRESSES, [(told, leeds)])
    made = split_group(desk, leeds, [Part("Chat"), Part("Voice")], "2026-03-02")

    def named(day: date) -> list[str]:
        found = gaps(desk, project, day)
        return [f"{one.record}: {one.why}" for one in found if one.kind.endswith("group_ended")]

    ended = "Leeds ended on 2026-03-02: choose Chat or Voice."
    assert named(date(2026, 3, 2)) == [
        f"CI-001: It hits a group that is no more: {ended}", f"TN-001: {ended}",
        f"COM-001: {ended}",
    ]  # fmt: skip
    with desk.change("Move") as change:
        change.set_many(Impact, {impact: {"group": made[0]}})
        link(desk, change, ADDRESSES, [(told, made[0])])
    assert [one.partition(":")[0] for one in named(date(2026, 3, 2))] == ["TN-001"]


def test_on_the_day_of_a_move_nobody_is_counted_in_two_groups(desk):
    leeds, york = add_group(desk, "Leeds"), add_group(desk, "York")
    ann = add_person(desk, "Ann", group=leeds)
    made = merge_groups(desk, [leeds, york], "North", "2026-03-02")
    with desk.connected() as sql:
        assert members_on(sql, "2026-03-01") == {leeds: {ann}}
        assert members_on(sql, "2026-03-02") == {made: {ann}}
