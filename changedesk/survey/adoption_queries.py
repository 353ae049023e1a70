"""Where adoption stands: every measure with its readings, every benefit with what came of it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Any

from changedesk.people.records import Group, Project
from changedesk.people.shares import Share
from changedesk.store.workspace import Workspace
from changedesk.survey.adoption import (
    ENOUGH,
    UNMEASURED,
    Reading,
    Realised,
    Speed,
    against_target,
    effective_adoption,
    pooled,
    realised,
    share_against_target,
    speed,
)
from changedesk.survey.records import Benefit, BenefitReading, Measure, MeasureReading
from changedesk.survey.statistics.estimates import Estimate
from changedesk.survey.statistics.shares import share_estimate

UTILISATION, PROFICIENCY, SPEED, NUMBER = "utilisation", "proficiency", "speed", "number"


@dataclass(frozen=True)
class ReadingRow:
    """One reading: its day, its group, and what was read; a share or a number."""

    id: int
    day: str
    group: int | None
    group_name: str
    share: Share | None
    value: Decimal | None
    source: str
    remark: str


@dataclass(frozen=True)
class Point:
    """What was read on a day, over all groups."""

    day: date
    share: Share | None
    value: Decimal | None


@dataclass(frozen=True)
class MeasureState:
    """A measure with its readings, the newest day first, and how it stands to its target."""

    id: int
    code: str
    title: str
    kind: str
    unit: str
    direction: str
    target: Decimal | None
    target_day: str
    go_live: str
    group: int | None
    group_name: str
    owner: str
    readings: tuple[ReadingRow, ...]
    points: tuple[Point, ...]
    standing: str
    speed: Speed | None

    @property
    def is_share(self) -> bool:
        """Tell whether it is read as so many of so many."""
        return self.kind != NUMBER

    @property
    def latest(self) -> Point | None:
        """Return what was read last."""
        return self.points[-1] if self.points else None

    @property
    def estimate(self) -> Estimate | None:
        """Return the latest share with its interval."""
        last = self.latest
        return share_estimate(last.share) if last is not None and last.share is not None else None


@dataclass(frozen=True)
class Effective:
    """Utilisation times proficiency, from two measures of the same people."""

    utilisation: MeasureState
    proficiency: MeasureState
    estimate: Estimate


@dataclass(frozen=True)
class BenefitState:
    """A benefit with what it had come to on each day, the newest last."""

    id: int
    code: str
    title: str
    unit: str
    direction: str
    baseline: Decimal | None
    target: Decimal | None
    target_day: str
    dependent: int | None
    owner: str
    readings: tuple[tuple[int, str, Decimal, str], ...]
    realised: Realised

    @property
    def actual(self) -> Decimal | None:
        """Return what it had come to last."""
        return self.readings[-1][2] if self.readings else None


@dataclass(frozen=True)
class Adoption:
    """All that is known of adoption in a project."""

    measures: tuple[MeasureState, ...]
    effective: tuple[Effective, ...]
    benefits: tuple[BenefitState, ...]


def adoption(workspace: Workspace, project: int) -> Adoption:
    """Return where the adoption of a project stands."""
    with workspace.snapshot():
        measures = _measures(workspace, project)
        benefits = _benefits(workspace, project)
    return Adoption(tuple(measures), tuple(_effective(measures)), tuple(benefits))


def decimal_of(text: str) -> Decimal | None:
    """Return the number that a field holds, None for none."""
    try:
        return Decimal(text) if text else None
    except InvalidOperation:
        return None


def _measures(workspace: Workspace, project: int) -> list[MeasureState]:
    live = workspace.get(Project, project).go_live
    groups = {row.id: row.name for row in workspace.rows(Group.select(Group.id, Group.name))}
    rows = workspace.rows(
        Measure.select().where(Measure.project == project).order_by(Measure.code, Measure.id)
    )
    read: dict[int, list[ReadingRow]] = defaultdict(list)
    for row in workspace.rows(
        MeasureReading.select()
        .where(MeasureReading.measure.in_([row.id for row in rows]))
        .order_by(MeasureReading.taken, MeasureReading.id)
    ):
        share = None
        if row.base is not None:
            share = Share(row.count or 0, row.base)
        name = groups.get(row.group, "") if row.group else ""
        read[row.measure].append(
            ReadingRow(
                row.id, row.taken, row.group, name, share, decimal_of(row.value), row.source,
                row.remark,
            )
        )  # fmt: skip
    return [
        _state(row, read[row.id], row.go_live or live, groups.get(row.group, "")) for row in rows
    ]


def _state(row: Any, readings: Sequence[ReadingRow], go_live: str, group: str) -> MeasureState:
    points = _points(readings)
    target = decimal_of(row.target)
    return MeasureState(
        row.id, row.code, row.title, row.kind, row.unit, row.direction, target,
        row.target_day, go_live, row.group, group, row.owner,
        tuple(reversed(readings)), tuple(points),
        _standing(row.kind, points, target, row.direction),
        _speed(go_live, points, target),
    )  # fmt: skip


def _points(readings: Sequence[ReadingRow]) -> list[Point]:
    """Return what was read day by day: the groups' shares together, the last number."""
    by_day: dict[str, list[ReadingRow]] = defaultdict(list)
    for one in readings:
        by_day[one.day].append(one)
    points = []
    for day, some in sorted(by_day.items()):
        shares = [one.share for one in _last_of_groups(some) if one.share is not None]
        values = [one.value for one in some if one.value is not None]
        points.append(
            Point(
                date.fromisoformat(day),
                pooled(shares) if shares else None,
                values[-1] if values else None,
            )
        )
    return points


def _last_of_groups(readings: Sequence[ReadingRow]) -> list[ReadingRow]:
    # Read twice on a day, the later reading counts; one of everybody stands for all groups.
    last = {one.group: one for one in readings}
    return [last[None]] if None in last else list(last.values())


def _standing(kind: str, points: Sequence[Point], target: Decimal | None, direction: str) -> str:
    last = points[-1] if points else None
    if kind == NUMBER:
        return against_target(last.value if last else None, target, direction)
    if last is None or last.share is None:
        return UNMEASURED if target is not None else against_target(None, None, direction)
    return share_against_target(last.share, target, direction)


def _speed(go_live: str, points: Sequence[Point], target: Decimal | None) -> Speed | None:
    if not go_live:
        return None
    seen = [Reading(one.day, one.share) for one in points if one.share is not None]
    percent = int(target) if target is not None else ENOUGH
    return speed(date.fromisoformat(go_live), seen, percent)


def _effective(measures: Sequence[MeasureState]) -> list[Effective]:
    """Pair what is used with how well it is used, where both were read of the same people."""
    found = []
    for using in measures:
        for well in measures:
            pair = (using.kind, well.kind) == (UTILISATION, PROFICIENCY)
            if not pair or using.group != well.group:
                continue
            shares = [one.latest.share if one.latest else None for one in (using, well)]
            if shares[0] is not None and shares[1] is not None:
                estimate = effective_adoption(shares[0], shares[1])
                if estimate is not None:
                    found.append(Effective(using, well, estimate))
    return found


def _benefits(workspace: Workspace, project: int) -> list[BenefitState]:
    rows = workspace.rows(
        Benefit.select().where(Benefit.project == project).order_by(Benefit.code, Benefit.id)
    )
    read: dict[int, list[tuple[int, str, Decimal, str]]] = defaultdict(list)
    for row in workspace.rows(
        BenefitReading.select()
        .where(BenefitReading.benefit.in_([row.id for row in rows]))
        .order_by(BenefitReading.taken, BenefitReading.id)
    ):
        value = decimal_of(row.value)
        if value is not None:
            read[row.benefit].append((row.id, row.taken, value, row.source))
    return [_benefit(row, read[row.id]) for row in rows]


def _benefit(row: Any, readings: Sequence[tuple[int, str, Decimal, str]]) -> BenefitState:
    baseline, target = decimal_of(row.baseline), decimal_of(row.target)
    actual = readings[-1][2] if readings else None
    return BenefitState(
        row.id, row.code, row.title, row.unit, row.direction, baseline, target, row.target_day,
        row.dependent, row.owner, tuple(readings),
        realised(baseline, target, actual, row.direction),
    )  # fmt: skip


def people_part(state: BenefitState) -> Fraction | None:
    """Return how much of a benefit's way depends on people, None where nobody said."""
    if state.dependent is None or state.baseline is None or state.target is None:
        return None
    return Fraction(state.target - state.baseline) * state.dependent / 100
