"""Figures of parts of one wave's responses, as far as they may be shown."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from changedesk.survey.columns import Columns, columns_of
from changedesk.survey.contrasts import Side
from changedesk.survey.figures import (
    ItemFigures,
    hidden,
    is_answer,
    item_figures,
    levels_of,
)
from changedesk.survey.given import Given
from changedesk.survey.queries import Asking, Invited, SurveyRow, WaveRow
from changedesk.survey.scoring import Composite, ScaleFigures, composites, scale_figures
from changedesk.survey.shielding import GROUP, NOTHING, TICKED, Cut, Shield

_CHOSEN = ("single", "multi")


@dataclass(frozen=True, slots=True)
class Slice:
    """The figures of one group, or of who gave one answer. `responses` is None where hidden."""

    label: str
    value: str
    responses: int | None
    items: tuple[ItemFigures, ...]
    scales: tuple[ScaleFigures, ...]
    suppressed: bool


@dataclass(frozen=True, slots=True)
class Told:
    """Everything about a survey that figures are computed from, read at one moment."""

    survey: SurveyRow
    questions: tuple[Asking, ...]
    waves: tuple[WaveRow, ...]
    invited: tuple[Invited, ...]
    reminded: Mapping[int, Sequence[str]]
    responses: tuple[Given, ...]
    groups: Mapping[int, str]

    def of(self, wave: WaveRow) -> list[Given]:
        """Return the responses to a wave."""
        return [one for one in self.responses if one.wave == wave.id]


@dataclass
class View:
    """Figures of parts of one wave's responses, as far as they may be shown."""

    told: Told
    shield: Shield
    responses: Sequence[Given]
    columns: Columns = field(init=False)
    scores: tuple[Composite, ...] = field(init=False)

    def __post_init__(self) -> None:
        self.columns = columns_of(self.told.questions, [one.answers for one in self.responses])
        self.scores = tuple(composites(self.told.questions))

    def figures(
        self, places: Sequence[int], values: Mapping[str, str]
    ) -> tuple[tuple[ItemFigures, ...], tuple[ScaleFigures, ...]]:
        """Return the figures of the responses at some places, which have these values."""
        items = tuple(
            item_figures(one, [self.columns.answers[one.key][at] for at in places])
            if self._shows(one.key, (one.key,), values)
            else hidden(one)
            for one in self.told.questions
            if one.kind != "note"
        )
        scales = tuple(
            scale_figures(one, self.columns, places)
            if self._shows(one.mark, tuple(part.key for part in one.questions), values)
            else ScaleFigures(one, suppressed=True)
            for one in self.scores
        )
        return items, scales

    def _shows(self, mark: str, keys: Sequence[str], values: Mapping[str, str]) -> bool:
        def answered() -> list[bool]:
            flags = [self.columns.answered[key] for key in keys]
            return [all(row) for row in zip(*flags, strict=True)]

        return self.shield.shows(mark, answered, values)

    def side(self, label: str, places: Sequence[int], values: Mapping[str, str]) -> Side:
        """Return some responses, which have these values, as a side of comparisons."""
        return Side(
            label,
            [self.responses[at] for at in places],
            self.columns.at(places),
            lambda subject: self._shows(subject.mark, subject.keys, values),
        )

    def sides(self, cut: Cut, places: Sequence[int]) -> list[Side]:
        """Return the groups that a cut makes, but for those who say nothing of themselves."""
        by_value = self._by_value(cut, places)
        return [
            self.side(self._label(cut, value), by_value[value], {cut.name: value})
            for value in self._values(cut, by_value)
            if value != NOTHING
        ]

    def slices(self, parts: Sequence[Cut], places: Sequence[int]) -> list[Slice]:
        """Return the figures of each value of some cuts, in the order of their labels."""
        found = []
        for cut in parts:
            by_value = self._by_value(cut, places)
            found += [
                self._slice(cut, value, by_value[value]) for value in self._values(cut, by_value)
            ]
        return found

    def _by_value(self, cut: Cut, places: Sequence[int]) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for at in places:
            found.setdefault(cut.value(self.responses[at]), []).append(at)
        return found

    def _slice(self, cut: Cut, value: str, places: Sequence[int]) -> Slice:
        values = {cut.name: value}
        label = self._label(cut, value)
        if not self.shield.shows("", lambda: [True] * len(self.responses), values):
            items, scales = _all_hidden(self.told.questions)
            return Slice(label, value, None, items, scales, True)
        items, scales = self.figures(places, values)
        if cut.question is not None:
            items = tuple(
                hidden(one.question) if one.question.key in self.telling else one for one in items
            )
        return Slice(label, value, len(places), items, scales, False)

    @cached_property
    def telling(self) -> frozenset[str]:
        """Return the questions that tell people apart so finely that some groups are hidden.

        Beside the slices of another question they would say, one question after the other, what
        the few people of a hidden group answered. Scales are left: they tell opinions, not who.
        """
        if self.told.survey.mode == "identified":
            return frozenset()
        found = set()
        for one in self.told.questions:
            if one.kind in _CHOSEN and not levels_of(one):
                answers = self.columns.answers[one.key]
                times = Counter(
                    value
                    for answer in answers
                    if is_answer(answer)
                    for value in (answer if isinstance(answer, list) else [answer])
                )
                if any(n < self.told.survey.min_cell for n in times.values()):
                    found.add(one.key)
        return frozenset(found)

    def _values(self, cut: Cut, by_value: Mapping[str, Sequence[int]]) -> list[str]:
        if cut.option:
            return [TICKED] if TICKED in by_value else []
        if cut.question is not None and cut.question.options:
            order = [one.value for one in cut.question.options if one.value in by_value]
            rest = sorted(set(by_value) - set(order) - {NOTHING})
        else:
            order, rest = [], sorted(set(by_value) - {NOTHING}, key=lambda v: self._label(cut, v))
        return [*order, *rest, *([NOTHING] if NOTHING in by_value else [])]

    def _label(self, cut: Cut, value: str) -> str:
        if cut.name == GROUP and value:
            return self.told.groups.get(int(value), value)
        if cut.question is None:
            return value
        wanted = cut.option or value
        labels = {one.value: one.label for one in cut.question.options}
        return labels.get(wanted) or wanted


def _all_hidden(
    asked: Sequence[Asking],
) -> tuple[tuple[ItemFigures, ...], tuple[ScaleFigures, ...]]:
    return (
        tuple(hidden(one) for one in asked if one.kind != "note"),
        tuple(ScaleFigures(one, suppressed=True) for one in composites(asked)),
    )
