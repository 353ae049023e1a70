"""The figures of one question: pure functions over the answers that were given to it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from changedesk.people.shares import Share
from changedesk.survey.answer_values import reason_of, score
from changedesk.survey.queries import Asking
from changedesk.survey.statistics.describing import describe_counts
from changedesk.survey.statistics.nps import UNFIT, Nps, fits

RATED = ("likert", "matrix", "csat", "adkar", "sus", "single")
"""Kinds whose two best answers are told, where their answers are places on a scale."""
ANSWERS = (str, list)
"""What an answer is; anything else says why there is none."""
_MANY_FIGURES = 30
_LEAST_LEVELS = 3


@dataclass(frozen=True, slots=True)
class Bar:
    """How many chose one answer; of a ranking, how many put it first, and its mean place."""

    label: str
    value: str
    n: int
    number: int | None = None
    place: float | None = None


@dataclass(frozen=True, slots=True)
class ItemFigures:
    """What was answered to one question. With `suppressed` all figures are None or empty.

    `missing` is how many did not answer, `reasons` why not. `top2` are the two best answers of a
    scale; its interval is Wilson's. `nps` is None where the question is none.
    """

    question: Asking
    base: int | None = None
    missing: int | None = None
    reasons: tuple[tuple[str, int], ...] = ()
    distribution: tuple[Bar, ...] = ()
    mean: float | None = None
    sd: float | None = None
    median: float | None = None
    top2: Share | None = None
    bottom2: Share | None = None
    nps: Nps | None = None
    suppressed: bool = False


def hidden(question: Asking) -> ItemFigures:
    """Return what is shown of a question where nothing may be."""
    return ItemFigures(question, suppressed=True)


def is_answer(answer: Any) -> bool:
    """Tell whether something was answered; of options to tick, none is an answer too."""
    return isinstance(answer, ANSWERS)


def levels_of(question: Asking) -> list[int]:
    """Return the places of a question's scale from the lowest on; none where it has no scale."""
    if question.options:
        offered = [one for one in question.options if not one.meaning]
        found = [one.number for one in offered if one.number is not None]
        if len(found) < len(offered) or len(set(found)) < _LEAST_LEVELS:
            return []
        return sorted(set(found))
    if question.kind == "nps":
        return list(range(0 if question.least is None else question.least, 11))
    if question.kind in RATED and question.kind != "single":
        least = 1 if question.least is None else question.least
        most = 5 if question.most is None else question.most
        return list(range(least, most + 1))
    return []


def scores_of(question: Asking, answers: Sequence[Any]) -> list[float | None]:
    """Return what answers count as, before any reversing; None for what is no figure."""
    known: dict[str, float | None] = {}
    found: list[float | None] = []
    for answer in answers:
        if not isinstance(answer, str):
            found.append(None)
            continue
        if answer not in known:
            known[answer] = score(question, answer)
        found.append(known[answer])
    return found


def item_figures(question: Asking, answers: Sequence[Any]) -> ItemFigures:
    """Return the figures of a question from what each response says to it."""
    # A list where one value belongs says nothing that could be counted: it is as good as none.
    shapes = ANSWERS if question.kind in ("multi", "rank") else (str,)
    given = [one for one in answers if isinstance(one, shapes)]
    reasons = Counter(reason_of(one) or "skipped" for one in answers if not isinstance(one, shapes))
    facts: dict[str, Any] = {
        "base": len(given),
        "missing": len(answers) - len(given),
        "reasons": tuple(sorted(reasons.items())),
    }
    if question.kind == "multi":
        return ItemFigures(question, distribution=_ticked(question, given), **facts)
    if question.kind == "rank":
        return ItemFigures(question, distribution=_ranked(question, given), **facts)
    if question.kind in ("text", "note"):
        return ItemFigures(question, **facts)
    return _single(question, given, facts)


def _single(question: Asking, given: Sequence[Any], facts: dict[str, Any]) -> ItemFigures:
    counts: Counter[str] = Counter(given)
    told = {value: score(question, value) for value in counts}
    levels = levels_of(question)
    measured = bool(counts) and all(number is not None for number in told.values())
    figures = (
        describe_counts(_counted(told, counts), levels)
        if measured and (levels or not question.options)
        else None
    )
    rated = figures is not None and question.kind in RATED
    return ItemFigures(
        question,
        distribution=_bars(question, counts, levels),
        mean=figures.mean if figures else None,
        sd=figures.sd if figures else None,
        median=figures.median if figures else None,
        top2=figures.top2 if figures and rated else None,
        bottom2=figures.bottom2 if figures and rated else None,
        nps=_nps(question, counts, levels),
        **facts,
    )


def _counted(
    told: Mapping[str, float | None], counts: Mapping[str, int]
) -> dict[int | float | Fraction, int]:
    found: Counter[int | float | Fraction] = Counter()
    for value, n in counts.items():
        found[told[value] or 0.0] += n
    return found


def _bars(question: Asking, counts: Mapping[str, int], levels: Sequence[int]) -> tuple[Bar, ...]:
    left = dict(counts)
    bars = [
        Bar(one.label or one.value, one.value, left.pop(one.value, 0), one.number)
        for one in question.options
        if not one.meaning
    ]
    if not question.options:
        bars = [Bar(str(n), str(n), left.pop(str(n), 0), n) for n in levels]
    if question.kind == "number" and len(left) > _MANY_FIGURES:
        return ()
    return (*bars, *(Bar(value, value, n) for value, n in sorted(left.items(), key=_in_order)))


def _in_order(pair: tuple[str, int]) -> tuple[float, str]:
    try:
        return float(pair[0]), pair[0]
    except ValueError:
        return float("inf"), pair[0]


def _nps(question: Asking, counts: Mapping[str, int], levels: Sequence[int]) -> Nps | None:
    if question.kind != "nps" or not levels or fits(levels[0], levels[-1]) == UNFIT:
        return None
    by_number: Counter[float] = Counter()
    for value, n in counts.items():
        number = score(question, value)
        if number is not None:
            by_number[number] += n
    return Nps(
        sum(n for number, n in by_number.items() if number >= 9),
        sum(n for number, n in by_number.items() if 7 <= number < 9),
        sum(n for number, n in by_number.items() if number < 7),
    )


def _ticked(question: Asking, given: Sequence[Any]) -> tuple[Bar, ...]:
    counts = Counter(value for one in given for value in {*_several(one)})
    return _bars(question, counts, ())


def _ranked(question: Asking, given: Sequence[Any]) -> tuple[Bar, ...]:
    first: Counter[str] = Counter()
    places: dict[str, list[int]] = {}
    for one in given:
        for place, value in enumerate(_several(one), 1):
            places.setdefault(value, []).append(place)
            first[value] += place == 1
    labels = {one.value: one.label or one.value for one in question.options}
    order = [*labels, *sorted(set(places) - set(labels))]
    return tuple(
        Bar(
            labels.get(value, value), value, first[value],
            place=sum(places[value]) / len(places[value]) if value in places else None,
        )
        for value in order
    )  # fmt: skip


def _several(answer: Any) -> list[str]:
    return [str(one) for one in answer] if isinstance(answer, list) else [str(answer)]
