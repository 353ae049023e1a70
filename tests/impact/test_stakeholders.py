"""Rating stakeholders, moving them between quadrants, and how engaged they are."""

import pytest

from changedesk.impact.records import Stakeholder
from changedesk.impact.stakeholder_queries import stakeholders
from changedesk.impact.stakeholders import move_to_quadrant, rate, set_engagement
from changedesk.people.actions import add_group, add_project
from changedesk.people.records import Group
from changedesk.store.errors import UserError


@pytest.fixture
def project(desk):
    """A project with a team and two people in its register."""
    project = add_project(desk, "CRM", "New CRM")
    team = add_group(desk, "Chat team", headcount=24)
    with desk.change("Start") as change:
        change.add(Stakeholder(project=project, name="Chat team", kind="group", group=team))
        change.add(Stakeholder(project=project, name="Ida", power=5, interest=3, quadrant="MC"))
        change.add(Stakeholder(project=project, name="Otto", power=2, interest=5, group=team))
    return project


def key_of(desk, name):
    return desk.find(Stakeholder, name=name).id


def row_of(desk, project, name):
    return next(row for row in stakeholders(desk, project) if row.name == name)


def test_a_rating_is_one_change_that_reads_well_and_is_undone(desk, project):
    rate(desk, key_of(desk, "Otto"), 4, 5)
    assert desk.next_undo() == "Rate Otto: power 4, interest 5"
    assert row_of(desk, project, "Otto").placing.quadrant == "MC"
    desk.undo()
    assert row_of(desk, project, "Otto").power == 2


def test_a_rating_off_the_scale_is_refused(desk, project):
    with pytest.raises(UserError):
        rate(desk, key_of(desk, "Otto"), 6, 5)


def test_a_stated_quadrant_stays_when_the_rating_changes(desk, project):
    rate(desk, key_of(desk, "Ida"), 1, 1)
    placed = row_of(desk, project, "Ida").placing
    assert (placed.quadrant, placed.computed, placed.differs) == ("MC", "MO", True)


def test_moving_to_a_quadrant_changes_the_least_and_settles_what_was_stated(desk, project):
    ida, otto = key_of(desk, "Ida"), key_of(desk, "Otto")
    move_to_quadrant(desk, [ida, otto], "KS")
    assert desk.next_undo() == "Move 2 stakeholders to keep satisfied"
    one, other = desk.get(Stakeholder, ida), desk.get(Stakeholder, otto)
    assert (one.power, one.interest, one.quadrant) == (5, 2, "KS")
    assert (other.power, other.interest, other.quadrant) == (4, 2, "")


def test_an_unknown_quadrant_is_refused(desk, project):
    with pytest.raises(UserError, match="no quadrant"):
        move_to_quadrant(desk, [key_of(desk, "Ida")], "XX")


def test_only_group_stakeholders_have_a_headcount(desk, project):
    told = {row.name: row.people for row in stakeholders(desk, project)}
    assert told == {"Chat team": 24, "Ida": None, "Otto": None}


def test_a_group_that_has_ended_has_nobody(desk, project):
    with desk.change("End") as change:
        change.set(desk.find(Group, name="Chat team"), until="2026-05-01")
    assert row_of(desk, project, "Chat team").people == 0


def test_who_is_not_rated_has_no_quadrant_no_salience_and_no_gap(desk, project):
    row = row_of(desk, project, "Chat team")
    assert (row.placing.quadrant, row.salience, row.gap) == ("", "", None)


def test_salience_counts_power_from_four(desk, project):
    with desk.change("Urgent") as change:
        change.set(desk.find(Stakeholder, name="Ida"), urgent=True)
    assert row_of(desk, project, "Ida").salience == "dangerous"
    assert row_of(desk, project, "Otto").salience == "none"


def test_engagement_has_a_gap_and_a_dated_history(desk, project):
    ida = key_of(desk, "Ida")
    set_engagement(desk, ida, current="U", desired="L")
    assert desk.next_undo() == "Ida is unaware and must be leading"
    set_engagement(desk, ida, current="R")
    row = row_of(desk, project, "Ida")
    assert (row.gap, row.needs_action) == (3, True)
    steps = [line for line in desk.record_history([ida]) if line.field in ("current", "desired")]
    assert sorted((step.field, step.new) for step in steps[1:]) == [
        ("current", "U"), ("desired", "L"),
    ]  # fmt: skip
    assert (steps[0].field, steps[0].new, steps[0].who) == ("current", "R", "Dana")
    set_engagement(desk, ida, current="")
    assert row_of(desk, project, "Ida").gap is None


def test_an_unknown_level_is_refused(desk, project):
    with pytest.raises(UserError, match="no level X"):
        set_engagement(desk, key_of(desk, "Ida"), current="X")
