"""What the answers to a survey say: figures for each wave, its groups, and what changed.

Everything is computed from rows that are read once. What may not be shown is not there: a figure
that is hidden is None, and says that it is.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from changedesk.people.records import Group
from changedesk.store.errors import UserError
from changedesk.store.workspace import Workspace
from changedesk.survey.columns import Columns, columns_of
from changedesk.survey.figures import ItemFigures, hidden, item_figures
from changedesk.survey.given import Given, given
from changedesk.survey.queries import (
    Asking,
    Invited,
    SurveyRow,
    WaveRow,
    invitations,
    questions,
    reminders,
    survey_row,
    waves,
)
from changedesk.survey.scoring import (
    Composite,
    ScaleFigures,
    composites,
    scale_figures,
)
from changedesk.survey.shielding import (
    ATTRIBUTES,
    GROUP,
    NOTHING,
    TICKED,
    Cut,
    Shield,
    attribute_cuts,
)
from changedesk.survey.statistics.shares import ResponseRate


@dataclass(frozen=True, slots=True)
class GroupRate:
    """How many of a group answered; `group` is None for who belongs to none that was invited."""

    group: int | None
    name: str
    rate: ResponseRate


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
class WaveFigures:
    """The figures of one wave.

    `responses` are all that count, `partial` those among them that were interrupted. `rate` is
    None where nobody was invited, `needed` is how many complete answers give the margin allowed.
    `waiting` tells that groups and comments are shown only once the wave is closed.
    """

    wave: WaveRow
    responses: int
    partial: int
    rate: ResponseRate | None
    needed: int | None
    rates: tuple[GroupRate, ...]
    reminded: tuple[str, ...]
    items: tuple[ItemFigures, ...]
    scales: tuple[ScaleFigures, ...]
    by: tuple[Slice, ...]
    suppressed: bool
    waiting: bool


@dataclass(frozen=True, slots=True)
class Results:
    """All figures of a survey; `by` is what the responses were told apart by."""

    survey: SurveyRow
    questions: tuple[Asking, ...]
    waves: tuple[WaveFigures, ...]
    by: str = ""
    only: Mapping[str, str] = field(default_factory=dict)


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


def read(workspace: Workspace, survey: int) -> Told:
    """Read a survey with all that was answered."""
    with workspace.snapshot():
        asked = waves(workspace, survey)
        names = workspace.rows(Group.select(Group.id, Group.name))
        return Told(
            survey_row(workspace, survey),
            questions(workspace, survey),
            tuple(asked),
            tuple(invitations(workspace, survey)),
            reminders(workspace, survey),
            tuple(given(workspace, asked)),
            {row.id: row.name for row in names},
        )


def results(
    workspace: Workspace,
    survey: int,
    wave: int | None = None,
    by: str | None = None,
    only: Mapping[str, str] | None = None,
) -> Results:
    """Return the figures of a survey, of all waves or one.

    `by` is group, site, role, or the key or text of a question; `only` filters by such names and
    their values (of a group its key, of a question the value). Raises UserError for a name that
    is none.
    """
    return figures(read(workspace, survey), wave, by, only)


def figures(
    told: Told,
    wave: int | None = None,
    by: str | None = None,
    only: Mapping[str, str] | None = None,
) -> Results:
    """Return the figures of what was read."""
    parts = cuts_of(told, by) if by else []
    filters = [(cut, value) for name, value in (only or {}).items() for cut in _one(told, name)]
    chosen = [one for one in told.waves if wave in (None, one.id)]
    found = tuple(_wave(told, one, parts, filters) for one in chosen)
    return Results(told.survey, told.questions, found, by or "", dict(only or {}))


def cuts_of(told: Told, name: str) -> list[Cut]:
    """Return the cuts that a name means; several for a question that takes several answers."""
    wanted = name.strip().casefold()
    if wanted in ATTRIBUTES:
        return [Cut(wanted)]
    for one in told.questions:
        if wanted in (one.key.casefold(), one.text.casefold()):
            if one.kind in ("multi", "rank"):
                return [
                    Cut(f"{one.key}/{option.value}", one, option.value) for option in one.options
                ]
            return [Cut(f"?{one.key}", one)]
    raise UserError(
        f"Responses cannot be told apart by “{name}”: give {', '.join(ATTRIBUTES)} or the key of "
        "a question."
    )


def _one(told: Told, name: str) -> list[Cut]:
    found = cuts_of(told, name)
    if len(found) > 1:
        raise UserError(f"“{name}” takes several answers: responses cannot be filtered by it.")
    return found


# -- one wave -------------------------------------------------------------------------------------


def _wave(
    told: Told, wave: WaveRow, parts: Sequence[Cut], filters: Sequence[tuple[Cut, str]]
) -> WaveFigures:
    responses = told.of(wave)
    cuts = list({cut.name: cut for cut in _judged(parts, filters)}.values())
    shield = Shield(told.survey, wave, responses, cuts, {cut.name: value for cut, value in filters})
    places = [
        at
        for at, one in enumerate(responses)
        if all(cut.value(one) == value for cut, value in filters)
    ]
    view = _View(told, shield, responses)
    items, scales = view.figures(places, {})
    shown = not told.questions or any(not one.suppressed for one in items)
    rate = response_rate(told, wave)
    return WaveFigures(
        wave,
        len(places),
        sum(responses[at].partial for at in places),
        rate,
        rate.needed(wave.margin / 100) if rate else None,
        tuple(group_rates(told, wave)),
        tuple(told.reminded.get(wave.id, ())),
        items,
        scales,
        tuple(view.slices(parts, places)),
        not shown and bool(responses),
        shield.whole_only,
    )


def _judged(parts: Sequence[Cut], filters: Sequence[tuple[Cut, str]]) -> list[Cut]:
    """Return the cuts that are judged together: attributes always, where any is seen."""
    if not parts and not filters:
        return []
    return [*attribute_cuts(), *(cut for cut, _ in filters), *parts]


@dataclass
class _View:
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
            if self._shows(one.key, [one], values)
            else hidden(one)
            for one in self.told.questions
            if one.kind != "note"
        )
        scales = tuple(
            scale_figures(one, self.columns, places)
            if self._shows(f"{one.kind}/{one.name}", one.questions, values)
            else ScaleFigures(one, suppressed=True)
            for one in self.scores
        )
        return items, scales

    def _shows(self, name: str, asked: Sequence[Asking], values: Mapping[str, str]) -> bool:
        flags = [self.columns.answered[one.key] for one in asked]
        return self.shield.shows(
            name, lambda: [all(row) for row in zip(*flags, strict=True)], values
        )

    def slices(self, parts: Sequence[Cut], places: Sequence[int]) -> list[Slice]:
        """Return the figures of each value of some cuts, in the order of their labels."""
        found = []
        for cut in parts:
            by_value: dict[str, list[int]] = {}
            for at in places:
                by_value.setdefault(cut.value(self.responses[at]), []).append(at)
            found += [
                self._slice(cut, value, by_value[value]) for value in self._values(cut, by_value)
            ]
        return found

    def _slice(self, cut: Cut, value: str, places: Sequence[int]) -> Slice:
        values = {cut.name: value}
        label = self._label(cut, value)
        if not self.shield.shows("", lambda: [True] * len(self.responses), values):
            items, scales = _all_hidden(self.told.questions)
            return Slice(label, value, None, items, scales, True)
        return Slice(label, value, len(places), *self.figures(places, values), False)

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


# -- who answered ---------------------------------------------------------------------------------


def response_rate(told: Told, wave: WaveRow) -> ResponseRate | None:
    """Return how many of those invited to a wave answered; None where nobody was."""
    invited = [one for one in told.invited if one.wave == wave.id]
    if not invited:
        return None
    return _rate(told.of(wave), invited)


def group_rates(told: Told, wave: WaveRow) -> list[GroupRate]:
    """Return the response rate of each group that was invited, and of who is in none of them."""
    invited = [one for one in told.invited if one.wave == wave.id]
    responses = told.of(wave)
    known = {one.group for one in invited}
    found = [
        GroupRate(
            one.group,
            one.name,
            _rate([given for given in responses if given.group == one.group], [one]),
        )
        for one in invited
    ]
    others = [one for one in responses if one.group not in known]
    if others and invited:
        found.append(GroupRate(None, "", _rate(others, [])))
    return found


def _rate(responses: Sequence[Given], invited: Sequence[Invited]) -> ResponseRate:
    partial = sum(one.partial for one in responses)
    return ResponseRate(
        len(responses) - partial,
        partial,
        sum(one.invited for one in invited),
        sum(one.ineligible for one in invited),
    )
