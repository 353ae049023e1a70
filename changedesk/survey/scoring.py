"""Scores that several questions make together: constructs, ADKAR elements, usability."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import fsum
from typing import Any

from changedesk.survey import words
from changedesk.survey.columns import Columns
from changedesk.survey.figures import levels_of
from changedesk.survey.queries import Asking
from changedesk.survey.statistics import sus
from changedesk.survey.statistics.estimates import Estimate
from changedesk.survey.statistics.scales import FEW_PEOPLE, complete_rows, scale

SUS, ADKAR, CONSTRUCT = "sus", "adkar", "scale"
_AGREEMENT = [1, 2, 3, 4, 5]


@dataclass(frozen=True, slots=True)
class Composite:
    """What makes a score: its name, its kind and its questions in their order."""

    name: str
    kind: str
    questions: tuple[Asking, ...]

    @property
    def mark(self) -> str:
        """Return what tells this score from questions and other scores."""
        return f"{self.kind}/{self.name}"


@dataclass(frozen=True, slots=True)
class ScaleFigures:
    """A score over those who answered all of its questions; `left_out` answered only some.

    `low` and `high` are Student's interval of the mean, those of alpha Feldt's. `warnings` are
    codes of `statistics.scales`. Grade and percentile are those of a usability score. With
    `suppressed` all figures are None.
    """

    composite: Composite
    n: int | None = None
    left_out: int | None = None
    mean: float | None = None
    sd: float | None = None
    median: float | None = None
    low: float | None = None
    high: float | None = None
    alpha: Estimate | None = None
    if_deleted: tuple[float | None, ...] = ()
    warnings: tuple[str, ...] = ()
    grade: str = ""
    percentile: float | None = None
    suppressed: bool = False


def composites(questions: Sequence[Asking]) -> list[Composite]:
    """Return the scores that a survey's questions make.

    Once one of its questions was reworded or dropped, a score is another one: what it was before
    follows it, under a name that says so.
    """
    *before, now = (_composites(one) for one in _versions(questions))
    found = list(now)
    for at, scores in enumerate(before, 1):
        for one in scores:
            if one.questions not in [known.questions for known in found]:
                found.append(replace(one, name=f"{one.name} (wording {at})"))
    order = [one.code for one in words.ELEMENTS]
    return sorted(found, key=lambda one: _rank(one, order)) if before else found


def _rank(one: Composite, order: Sequence[str]) -> tuple[int, int]:
    kinds = (SUS, ADKAR, CONSTRUCT)
    element = one.questions[0].element if one.kind == ADKAR else ""
    return kinds.index(one.kind), order.index(element) if element else 0


def _versions(questions: Sequence[Asking]) -> list[list[Asking]]:
    """Return what was asked, from the first wordings on; the last is what is asked now."""
    by_key = {one.key: one for one in questions}
    followed = {one.replaces for one in questions if one.replaces}

    depths = {}
    for one in questions:
        older, depths[one.key] = by_key.get(one.replaces), 0
        # No way is longer than there are questions, whatever circle two merged copies made.
        while older is not None and depths[one.key] < len(questions):
            older, depths[one.key] = by_key.get(older.replaces), depths[one.key] + 1
    last = max((depths[one.key] + one.retired for one in questions), default=0)
    return [
        [
            one
            for one in questions
            if depths[one.key] == at
            or (depths[one.key] < at and one.key not in followed and not one.retired)
        ]
        for at in range(last + 1)
    ]


def _composites(questions: Sequence[Asking]) -> list[Composite]:
    found: list[Composite] = []
    usability = [one for one in questions if one.kind == "sus"]
    if len(usability) == sus.ITEMS and all(levels_of(one) == _AGREEMENT for one in usability):
        found.append(Composite("SUS", SUS, tuple(usability)))
    by_element: dict[str, list[Asking]] = defaultdict(list)
    by_construct: dict[str, list[Asking]] = defaultdict(list)
    for one in questions:
        if not levels_of(one) and one.kind != "number":
            continue
        if one.element:
            by_element[one.element].append(one)
        if one.construct and one.kind != "sus":
            by_construct[one.construct].append(one)
    found += [
        Composite(one.label, ADKAR, tuple(by_element[one.code]))
        for one in words.ELEMENTS
        if one.code in by_element
    ]
    found += [
        Composite(name, CONSTRUCT, tuple(own))
        for name, own in by_construct.items()
        if len(own) > 1 and _comparable(own)
    ]
    return found


def _comparable(questions: Sequence[Asking]) -> bool:
    """Tell whether questions are answered on one scale, so that their mean means something."""
    ends = {(levels[0], levels[-1]) for one in questions if (levels := levels_of(one))}
    return len(ends) < 2 and (not ends or all(map(levels_of, questions)))


def rows_of(
    composite: Composite, columns: Columns, places: Sequence[int] | None = None
) -> list[tuple[float | None, ...]]:
    """Return the scores of some responses' answers, turned round where they are reversed."""
    found = []
    for place, one in enumerate(composite.questions):
        scores = columns.scores(one)
        own = scores if places is None else [scores[at] for at in places]
        found.append(_turned(one, own, composite, place))
    return list(zip(*found, strict=True))


def _turned(
    question: Asking, scores: Sequence[float | None], composite: Composite, place: int
) -> Sequence[float | None]:
    levels = levels_of(question)
    # Even items of the usability scale find fault with the system, whether they are marked or not.
    turned = place % 2 == 1 if composite.kind == SUS else question.reverse
    if not turned or not levels:
        return scores
    turn = levels[0] + levels[-1]
    return [None if one is None else turn - one for one in scores]


def person_scores(composite: Composite, columns: Columns) -> list[float | None]:
    """Return the score of each response; None where not all of its questions were answered."""
    found: list[float | None] = []
    for row in rows_of(composite, columns):
        full = [answer for answer in row if answer is not None]
        if len(full) < len(row):
            found.append(None)
        elif composite.kind == SUS:
            found.append(2.5 * fsum(answer - 1 for answer in full))
        else:
            found.append(fsum(full) / len(full))
    return found


def scale_figures(composite: Composite, columns: Columns, places: Sequence[int]) -> ScaleFigures:
    """Return the figures of a score over some responses."""
    rows = rows_of(composite, columns, places)
    told = scale(rows)
    facts: dict[str, Any] = {
        "n": told.n, "left_out": told.left_out, "mean": told.mean, "sd": told.sd,
        "low": told.estimate.low if told.estimate else None,
        "high": told.estimate.high if told.estimate else None,
        "alpha": told.alpha, "if_deleted": told.if_deleted, "warnings": told.warnings,
    }  # fmt: skip
    if composite.kind == SUS:
        facts |= _usability(rows)
    if composite.kind == ADKAR and told.n < FEW_PEOPLE:
        facts |= {"alpha": None, "if_deleted": ()}
    return ScaleFigures(composite, **facts)


def _usability(rows: Sequence[Sequence[float | None]]) -> dict[str, Any]:
    # The rows are turned already; the score takes the answers as they were given.
    full = [
        [int(6 - answer) if place % 2 else int(answer) for place, answer in enumerate(row)]
        for row in complete_rows(rows)
    ]
    told = sus.summary(full)
    if told is None:
        return {"mean": None, "sd": None, "low": None, "high": None}
    return {
        "mean": told.mean, "sd": told.sd, "median": told.median, "grade": told.grade,
        "percentile": told.percentile,
        "low": told.estimate.low if told.estimate else None,
        "high": told.estimate.high if told.estimate else None,
    }  # fmt: skip
