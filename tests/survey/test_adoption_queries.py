"""Where adoption stands, from the readings that people typed."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from changedesk.desk import new_desk
from changedesk.people.actions import add_group, add_project
from changedesk.people.shares import Share
from changedesk.store.errors import UserError
from changedesk.store.workspace import Workspace
from changedesk.survey.adoption_actions import add_benefit_reading, add_reading, remove_readings
from changedesk.survey.adoption_queries import adoption
from changedesk.survey.records import Benefit, Measure


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Workspace]:
    desk = new_desk(tmp_path / "desk.changedesk", actor="Dana")
    add_project(desk, "CSM", "Service Cloud", go_live="2026-03-02")
    yield desk
    desk.close()


def measure(desk: Workspace, **facts: object) -> int:
    with desk.change("Add") as change:
        return int(change.add(Measure(project=1, **{"title": "Hand-off", **facts})).id)


def test_94_percent_of_85_agents_is_told_with_its_interval_and_target(desk: Workspace) -> None:
    key = measure(desk, target="80")
    add_reading(desk, key, "2026-03-09", count=40, base=85)
    add_reading(desk, key, "2026-03-30", count=80, base=85)
    (state,) = adoption(desk, 1).measures
    assert state.latest is not None
    assert state.latest.share == Share(80, 85)
    assert state.estimate is not None
    assert (round(state.estimate.low, 3), round(state.estimate.high, 3)) == (0.870, 0.975)
    assert state.standing == "reached"
    assert state.speed is not None
    assert (state.speed.days, state.speed.held) == (28, True)


def test_the_groups_of_a_day_are_one_figure_and_a_later_reading_of_a_group_counts(
    desk: Workspace,
) -> None:
    one, two = add_group(desk, "Leeds", headcount=10), add_group(desk, "Porto", headcount=10)
    key = measure(desk)
    add_reading(desk, key, "2026-03-09", count=1, base=10, group=one)
    add_reading(desk, key, "2026-03-09", count=6, base=10, group=two)
    add_reading(desk, key, "2026-03-09", count=4, base=10, group=one)
    (state,) = adoption(desk, 1).measures
    assert state.latest is not None
    assert state.latest.share == Share(10, 20)
    remove_readings(desk, [state.readings[0].id])
    (state,) = adoption(desk, 1).measures
    assert state.latest is not None
    assert state.latest.share == Share(7, 20)
    desk.undo()
    assert len(adoption(desk, 1).measures[0].readings) == 3


def test_effective_adoption_is_utilisation_times_proficiency_of_the_same_people(
    desk: Workspace,
) -> None:
    using = measure(desk, kind="utilisation")
    well = measure(desk, kind="proficiency")
    add_reading(desk, using, "2026-03-09", count=80, base=100)
    add_reading(desk, well, "2026-03-09", count=60, base=80)
    (found,) = adoption(desk, 1).effective
    assert round(found.estimate.value, 6) == 0.6


@pytest.mark.parametrize(
    ("count", "base", "sentence"),
    [(5, 4, "more show it than there are"), (None, 4, "how many show it"), (0, 0, "Of nobody")],
)
def test_a_reading_that_cannot_be_is_one_sentence(
    desk: Workspace, count: int | None, base: int, sentence: str
) -> None:
    key = measure(desk)
    with pytest.raises(UserError, match=sentence):
        add_reading(desk, key, "2026-03-09", count=count, base=base)
    with pytest.raises(UserError, match="is not a day"):
        add_reading(desk, key, "9 March", count=1, base=2)
    assert adoption(desk, 1).measures[0].readings == ()


def test_a_benefit_says_how_much_of_the_way_is_done_or_why_not(desk: Workspace) -> None:
    with desk.change("Add") as change:
        csat = change.add(
            Benefit(project=1, title="CSAT", baseline="71", target="85", direction="up")
        )
        change.add(Benefit(project=1, title="Time", target="9", direction="down"))
    add_benefit_reading(desk, csat.id, "2026-04-30", "84")
    first, second = adoption(desk, 1).benefits
    assert first.actual == Decimal(84)
    assert first.realised.value == Fraction(13, 14)
    assert second.realised.state == "no_baseline"
    with pytest.raises(UserError, match="Type a number"):
        add_benefit_reading(desk, csat.id, "2026-04-30", " ")
