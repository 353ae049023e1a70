"""Merging groups: what is still to be done goes along, what is over stays, all in one change."""

from pathlib import Path

import pytest

from changedesk.desk import new_desk
from changedesk.handover.regrouping import merge_groups
from changedesk.impact.records import Communication, Impact, Stakeholder
from changedesk.people.actions import add_group, add_project
from changedesk.people.links import ADDRESSES, SUCCEEDED_BY, link, links
from changedesk.people.regrouping import Part, split_group
from changedesk.store.dump import dump
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
