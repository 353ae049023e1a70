"""Assessments: questionnaires that are data, answered on a day, read as results and as a trend."""

import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import Any

from changedesk.impact import scoring
from changedesk.impact.records import Assessment, AssessmentAnswer
from changedesk.impact.words import ASSESSMENTS
from changedesk.people.records import Group
from changedesk.store.errors import UserError
from changedesk.store.workspace import Workspace

PCT, CHARACTERISTICS, ATTRIBUTES, READINESS, SPONSOR = (choice.code for choice in ASSESSMENTS)
_FOLDER = "resources.assessments"


@dataclass(frozen=True)
class Item:
    """One question; `low` and `high` say what the lowest and the highest answer mean, if asked."""

    key: str
    text: str
    low: str = ""
    high: str = ""


@dataclass(frozen=True)
class Part:
    """Items that are added up together."""

    key: str
    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Questionnaire:
    """A questionnaire; answer n means the n-th of `answers`."""

    kind: str
    title: str
    about: str
    source: str
    answers: tuple[str, ...]
    parts: tuple[Part, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        """Return all items in their order."""
        return tuple(item for part in self.parts for item in part.items)


@dataclass(frozen=True)
class PartResult:
    """What a part says: sum and mean are None and the band is incomplete while one is blank.

    A band is empty where a part has none of its own.
    """

    key: str
    title: str
    answered: int
    items: int
    least: int
    most: int
    total: int | None
    mean: Fraction | None
    band: str


@dataclass(frozen=True)
class Result:
    """What an answered questionnaire says, part by part and as a whole."""

    parts: tuple[PartResult, ...]
    band: str

    @property
    def answered(self) -> int:
        """Return how many items have an answer."""
        return sum(part.answered for part in self.parts)

    @property
    def items(self) -> int:
        """Return how many items there are."""
        return sum(part.items for part in self.parts)

    @property
    def complete(self) -> bool:
        """Tell whether no item is blank."""
        return self.answered == self.items


@dataclass(frozen=True)
class Taken:
    """A questionnaire that was answered on a day: by whom, about what, and what it says."""

    id: int
    kind: str
    day: str
    assessor: str
    group: int | None
    group_name: str
    subject: str
    answers: Mapping[str, int | None]
    result: Result


@cache
def questionnaire(kind: str) -> Questionnaire:
    """Return the questionnaire of a kind; raises UserError for a kind that is none."""
    if kind not in {choice.code for choice in ASSESSMENTS}:
        raise UserError(f"There is no questionnaire {kind}.")
    told = tomllib.loads(files(_FOLDER).joinpath(f"{kind}.toml").read_text("utf-8"))
    parts = tuple(
        Part(part["key"], part["title"], tuple(Item(*item) for item in part["items"]))
        for part in told["part"]
    )
    return Questionnaire(
        kind, told["title"], told["about"], told["source"], tuple(told["answers"]), parts
    )


def result_of(asked: Questionnaire, answers: Mapping[str, int | None]) -> Result:
    """Return what answers say; an item that is not in them is blank."""
    given = [[answers.get(item.key) for item in part.items] for part in asked.parts]
    bands = _PART_BANDS.get(asked.kind)
    parts = tuple(
        PartResult(
            part.key, part.title, sum(value is not None for value in values), len(values),
            len(values), len(values) * len(asked.answers), scoring.total(values),
            scoring.mean(values), bands(values) if bands is not None else "",
        )
        for part, values in zip(asked.parts, given, strict=True)
    )  # fmt: skip
    return Result(parts, _whole(asked.kind, parts, given))


_PART_BANDS: Mapping[str, Callable[[scoring.Answers], str]] = {
    PCT: scoring.corner_band,
    CHARACTERISTICS: scoring.change_size,
    ATTRIBUTES: scoring.organisation_band,
}


def _whole(kind: str, parts: Sequence[PartResult], given: Sequence[scoring.Answers]) -> str:
    """Return the band of a whole questionnaire: of the triangle that of its weakest corner."""
    if any(part.answered < part.items for part in parts):
        return scoring.INCOMPLETE
    if kind == PCT:
        order = (scoring.AT_RISK, scoring.ALERT, scoring.STRONG)
        return min((part.band for part in parts), key=order.index)
    if kind == SPONSOR:
        return scoring.sponsor_colour(given)
    return parts[0].band if len(parts) == 1 else ""


def record_assessment(
    workspace: Workspace,
    project: int,
    kind: str,
    day: str,
    answers: Mapping[str, int | None],
    **fields: Any,
) -> int:
    """Keep a questionnaire that was filled in, blanks as blanks; return its key.

    Assessor, group, subject and remark are given as fields. One undoable change. Raises UserError
    where nothing is answered, or an answer is none.
    """
    asked = questionnaire(kind)
    known = {item.key for item in asked.items}
    if unknown := sorted(set(answers) - known):
        raise UserError(f"The questionnaire “{asked.title}” has no item {unknown[0]}.")
    if not any(value is not None for value in answers.values()):
        raise UserError("Answer at least one question first.")
    if kind == SPONSOR and not str(fields.get("subject", "")).strip():
        raise UserError("Say which sponsor the answers are about.")
    most = len(asked.answers)
    for value in answers.values():
        if value is not None and not 1 <= value <= most:
            raise UserError(f"An answer of “{asked.title}” is a number from 1 to {most}.")
    with workspace.change(f"Assess: {asked.title}, {day}") as change:
        made = change.add(Assessment(project=project, kind=kind, taken=day, **fields))
        rows = [
            {"assessment": made.id, "item": item.key, "value": answers.get(item.key)}
            for item in asked.items
        ]
        change.add_many(AssessmentAnswer, rows)
        return int(made.id)


def assessments(workspace: Workspace, project: int, kind: str = "") -> list[Taken]:
    """Return what was assessed in a project, of all kinds or one, the oldest first."""
    a, answer = Assessment, AssessmentAnswer
    where = a.project == project
    if kind:
        where &= a.kind == kind
    query = (
        a.select(a.id, a.kind, a.taken, a.assessor, a.group, Group.name, a.subject)
        .left_outer_join(Group, on=(a.group == Group.id))
        .where(where)
        .order_by(a.taken, a.id)
    )
    values = (
        answer.select(answer.assessment, answer.item, answer.value)
        .join(a, on=(answer.assessment == a.id))
        .where(where)
    )
    given: dict[int, dict[str, int | None]] = defaultdict(dict)
    with workspace.snapshot():
        rows = workspace.rows(query)
        for row in workspace.rows(values):
            given[row.assessment][row.item] = row.value
    return [
        Taken(
            row.id, row.kind, row.taken, row.assessor, row.group, row.name or "", row.subject,
            given[row.id], result_of(questionnaire(row.kind), given[row.id]),
        )
        for row in rows
    ]  # fmt: skip


def newest_risk(taken: Iterable[Taken]) -> str:
    """Return the risk by the newest complete answers about the change and the organisation.

    Answers about one group alone do not count.
    """
    sums: dict[str, int | None] = {}
    for one in taken:
        if one.kind in (CHARACTERISTICS, ATTRIBUTES) and one.group is None and one.result.complete:
            sums[one.kind] = one.result.parts[0].total
    return scoring.risk(sums.get(CHARACTERISTICS), sums.get(ATTRIBUTES))


@dataclass(frozen=True)
class TrendPoint:
    """One day: the mean of each part over those who answered all of it, and how many did.

    `figures` holds for each part the sum (the mean for readiness and sponsors), None where nobody
    answered all of it; `alphas` those of its scales, where several people answered.
    """

    day: str
    n: int
    figures: Mapping[str, Fraction | None]
    alphas: Mapping[str, Fraction | None]


def trend(taken: Iterable[Taken]) -> list[TrendPoint]:
    """Return the days on which one kind was assessed, the oldest first."""
    by_day: dict[str, list[Taken]] = defaultdict(list)
    for one in taken:
        by_day[one.day].append(one)
    return [_point(day, rows) for day, rows in sorted(by_day.items())]


def _point(day: str, rows: Sequence[Taken]) -> TrendPoint:
    asked = questionnaire(rows[0].kind)
    figures: dict[str, Fraction | None] = {}
    alphas: dict[str, Fraction | None] = {}
    for place, part in enumerate(asked.parts):
        found = [figure for row in rows if (figure := _figure(row, place)) is not None]
        figures[part.key] = sum(found, Fraction(0)) / len(found) if found else None
        answers = [[row.answers.get(item.key) for item in part.items] for row in rows]
        alphas[part.key] = scoring.alpha(answers)
    return TrendPoint(day, len(rows), figures, alphas)


def _figure(row: Taken, place: int) -> Fraction | None:
    part = row.result.parts[place]
    if row.kind in (READINESS, SPONSOR):
        return part.mean
    return Fraction(part.total) if part.total is not None else None
