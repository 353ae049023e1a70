"""What changed between waves, and how groups differ: the comparisons of one report.

The design decides the test (see `comparing`), and all comparisons are one family (see
`verdicts`). What a side hides is not compared: the difference would tell it.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from changedesk.survey.columns import Columns
from changedesk.survey.comparing import (
    NPS,
    ORDINAL,
    SCORE,
    SHARE,
    WELCH,
    Comparison,
    compare_linked,
    compare_linked_waves,
    compare_samples,
    compare_several,
)
from changedesk.survey.figures import levels_of
from changedesk.survey.given import Given
from changedesk.survey.queries import Asking
from changedesk.survey.scoring import CONSTRUCT, Composite, composites, person_scores
from changedesk.survey.statistics.scales import complete_rows
from changedesk.survey.two_answers import CountedAnswer, counted_answer
from changedesk.survey.verdicts import judge, undirected

MOST_GROUPS = 8
"""With more groups there are too many pairs for any of them to show something."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What is compared: a question or a score; `mark` is what its base goes by (see `viewing`).

    Of one that is not `directed` more is neither up nor down.
    """

    mark: str
    item: str
    name: str
    kind: str
    values: Callable[[Columns], Sequence[float | None]]
    keys: tuple[str, ...]
    directed: bool = True

    def shows_in(self, *sides: "Side") -> bool:
        """Tell whether this may be shown on every side."""
        return all(one.shows(self) for one in sides)


@dataclass(frozen=True, slots=True)
class Contrast:
    """One comparison of a report: of what, between which waves or groups, and what came of it.

    Beside a comparison of means, `ranks` is the test by ranks that would fit as well: it is there
    to be looked at, and has no part in the verdict.
    """

    item: str
    name: str
    between: tuple[str, ...]
    comparison: Comparison
    ranks: Comparison | None = None
    directed: bool = True


def subjects(questions: Sequence[Asking]) -> list[Subject]:
    """Return what can be compared of a survey's questions: scores before items, no item twice."""
    scores = composites(questions)
    found = [_score(one) for one in scores]
    inside = {one.key for score in scores if score.kind != CONSTRUCT for one in score.questions}
    for one in questions:
        if one.key not in inside and (levels_of(one) or one.kind == "number"):
            found.append(_item(one))
        elif (counted := counted_answer(one)) is not None:
            found.append(_share(one, counted))
    return found


def _score(one: Composite) -> Subject:
    keys = tuple(question.key for question in one.questions)
    return Subject(
        one.mark, one.name, one.name, SCORE, lambda columns: person_scores(one, columns), keys
    )


def _item(one: Asking) -> Subject:
    kind = NPS if one.kind == "nps" else ORDINAL
    return Subject(
        one.key, one.key, one.text, kind, lambda columns: columns.scores(one), (one.key,)
    )


def _share(one: Asking, counted: CountedAnswer) -> Subject:
    def values(columns: Columns) -> list[float | None]:
        answers = columns.answers[one.key]
        return [float(a == counted.value) if isinstance(a, str) else None for a in answers]

    name = f"{one.text} (“{counted.label}”)"
    return Subject(one.key, one.key, name, SHARE, values, (one.key,), counted.directed)


@dataclass(frozen=True, slots=True)
class Side:
    """One wave, or one group of a wave: its responses, and whether a subject may be shown.

    `whole` tells that everybody who was asked answered.
    """

    label: str
    responses: Sequence[Given]
    columns: Columns
    shows: Callable[[Subject], bool]
    whole: bool = False


def between_waves(
    questions: Sequence[Asking], sides: Sequence[Side], least: int = 0
) -> list[Contrast]:
    """Compare each wave with the one before it, and the last with the first.

    Where the same people answered three or more waves, all of them are compared at once before.
    Of fewer than `least` people who answered each time nothing is told.
    """
    places = [*pairwise(range(len(sides)))]
    if len(sides) > 2:
        places.append((0, len(sides) - 1))
    everywhere = _everywhere(sides) if len(sides) > 2 else []
    made: list[Contrast] = []
    for subject in subjects(questions):
        overall = _all_waves(subject, sides, everywhere, least)
        if overall is not None:
            made.append(_contrast(subject, sides, overall))
        made += [
            _contrast(subject, (sides[one], sides[two]), found)
            for one, two in places
            if (found := _waves(subject, sides[one], sides[two], least)) is not None
        ]
    return _judged(made)


def _everywhere(sides: Sequence[Side]) -> list[tuple[int, ...]]:
    """Return the places of the people who are known in every wave, if they are half of one."""
    marks = [_marks(one.responses) for one in sides]
    known = [mark for mark in marks[0] if all(mark in other for other in marks)]
    smallest = min(len(one.responses) for one in sides)
    enough = 2 * len(known) >= smallest > 0
    return [tuple(one[mark] for one in marks) for mark in known] if enough else []


def _all_waves(
    subject: Subject, sides: Sequence[Side], everywhere: Sequence[tuple[int, ...]], least: int
) -> Comparison | None:
    # Of everybody who was asked, the pairs tell what is so: there is nothing to test.
    if not everywhere or not subject.shows_in(*sides) or all(one.whole for one in sides):
        return None
    columns = [subject.values(one.columns) for one in sides]
    rows = [
        [column[at] for column, at in zip(columns, places, strict=True)] for places in everywhere
    ]
    full = complete_rows(rows)
    return compare_linked_waves(full, subject.kind) if len(full) >= least else None


def _waves(subject: Subject, before: Side, after: Side, least: int) -> Comparison | None:
    if not subject.shows_in(before, after):
        return None
    first, second = subject.values(before.columns), subject.values(after.columns)
    whole = before.whole and after.whole
    pairs = _pairs(before, after)
    if pairs:
        linked = [
            (one, two)
            for here, there in pairs
            if (one := first[here]) is not None and (two := second[there]) is not None
        ]
        enough = len(linked) >= max(1, least)
        return compare_linked(linked, subject.kind, whole=whole) if enough else None
    samples = _full(first), _full(second)
    # What was not asked in a wave, as a reworded question was not, has nothing to be compared.
    return compare_samples(*samples, subject.kind, whole=whole) if all(samples) else None


def _ranks(subject: Subject, found: Comparison, one: Side, two: Side) -> Comparison | None:
    if found.test != WELCH:
        return None
    first, second = (_full(subject.values(side.columns)) for side in (one, two))
    return compare_samples(first, second, ORDINAL, found.design)


def _pairs(before: Side, after: Side) -> list[tuple[int, int]]:
    """Return the places of the people who are known in both waves; a code given twice pairs none.

    Fewer than half of the smaller wave make no comparison of pairs.
    """
    one, two = _marks(before.responses), _marks(after.responses)
    pairs = [(one[mark], two[mark]) for mark in one if mark in two]
    smaller = min(len(before.responses), len(after.responses))
    return pairs if smaller and 2 * len(pairs) >= smaller else []


def _marks(responses: Sequence[Given]) -> Mapping[str, int]:
    marks = [f"person {one.person}" if one.person is not None else one.link for one in responses]
    times = Counter(marks)
    return {mark: at for at, mark in enumerate(marks) if mark and times[mark] == 1}


def between_groups(questions: Sequence[Asking], sides: Sequence[Side]) -> list[Contrast]:
    """Compare the groups of one wave: two with each other, more all at once and in pairs."""
    made: list[Contrast] = []
    for subject in subjects(questions):
        shown = [one for one in sides if subject.shows_in(one)]
        if not 2 <= len(shown) <= MOST_GROUPS:
            continue
        samples = [_full(subject.values(one.columns)) for one in shown]
        if len(shown) == 2:
            found = compare_samples(samples[0], samples[1], subject.kind, "groups")
            made.append(_contrast(subject, shown, found))
            continue
        overall, pairs = compare_several(samples, subject.kind)
        if overall is not None:
            made.append(_contrast(subject, shown, overall))
        made += [_contrast(subject, [shown[a], shown[b]], found) for a, b, found in pairs]
    return _judged(made)


def _contrast(subject: Subject, sides: Sequence[Side], found: Comparison) -> Contrast:
    labels = tuple(one.label for one in sides)
    ranks = _ranks(subject, found, *sides) if len(sides) == 2 else None
    return Contrast(subject.item, subject.name, labels, found, ranks, subject.directed)


def _full(values: Sequence[float | None]) -> list[float]:
    return [one for one in values if one is not None]


def _judged(made: Sequence[Contrast]) -> list[Contrast]:
    told = judge([one.comparison for one in made])
    return [
        replace(one, comparison=found if one.directed else undirected(found))
        for one, found in zip(made, told, strict=True)
    ]
