"""What the answers to a survey say: figures for each wave, its groups, and what changed.

Everything is computed from rows that are read once. What may not be shown is not there: a figure
that is hidden is None, and says that it is.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from changedesk.people.records import Group
from changedesk.store.errors import UserError
from changedesk.store.workspace import Workspace
from changedesk.survey.contrasts import Contrast, between_groups, between_waves
from changedesk.survey.figures import ItemFigures
from changedesk.survey.given import Given, given
from changedesk.survey.linking import MatchRate, match_rate
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
from changedesk.survey.scoring import ScaleFigures
from changedesk.survey.shielding import ATTRIBUTES, Cut, Shield, attribute_cuts
from changedesk.survey.statistics.shares import ResponseRate
from changedesk.survey.viewing import Slice, Told, View


@dataclass(frozen=True, slots=True)
class GroupRate:
    """How many of a group answered; `group` is None for who belongs to none that was invited."""

    group: int | None
    name: str
    rate: ResponseRate


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
class Pairing:
    """How far the codes of people who answered a wave pair them with the wave before it."""

    between: tuple[str, str]
    rate: MatchRate


@dataclass(frozen=True, slots=True)
class Results:
    """All figures of a survey; `by` is what the responses were told apart by.

    Groups are compared where they are told apart, else each wave with the one before it.
    """

    survey: SurveyRow
    questions: tuple[Asking, ...]
    waves: tuple[WaveFigures, ...]
    comparisons: tuple[Contrast, ...] = ()
    pairings: tuple[Pairing, ...] = ()
    by: str = ""

    @property
    def reworded(self) -> list[tuple[Asking, Asking]]:
        """Return which question took the place of which: there a series breaks."""
        by_key = {one.key: one for one in self.questions}
        return [(by_key[one.replaces], one) for one in self.questions if one.replaces in by_key]


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
    workspace: Workspace, survey: int, wave: int | None = None, by: str | None = None
) -> Results:
    """Return the figures of a survey, of all waves or one.

    `by` is group, site, role, or the key or text of a question; each value of it is a filter of
    its own. Raises UserError for a name that is none.
    """
    return figures(read(workspace, survey), wave, by)


def figures(told: Told, wave: int | None = None, by: str | None = None) -> Results:
    """Return the figures of what was read."""
    parts = cuts_of(told, by) if by else []
    parted = [_Parted.of(told, one, parts) for one in told.waves if wave in (None, one.id)]
    return Results(
        told.survey, told.questions, tuple(_wave(told, one) for one in parted),
        tuple(_comparisons(told, parted)), tuple(_pairings(told)), by or "",
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Parted:
    """One wave as it is asked for: its responses, told apart by `parts`."""

    wave: WaveRow
    view: View
    parts: Sequence[Cut]

    @staticmethod
    def of(told: Told, wave: WaveRow, parts: Sequence[Cut]) -> "_Parted":
        # What groups of people may be shown is judged alike whatever else tells them apart.
        cuts = {cut.name: cut for cut in (*attribute_cuts(), *parts)} if parts else {}
        responses = told.of(wave)
        shield = Shield(told.survey, wave, responses, list(cuts.values()))
        return _Parted(wave, View(told, shield, responses), parts)

    @property
    def places(self) -> range:
        """The places of all responses."""
        return range(len(self.view.responses))


def _comparisons(told: Told, parted: Sequence[_Parted]) -> list[Contrast]:
    """Compare groups where responses are told apart into such; else waves, if there are some."""
    grouped = [one for one in parted if len(one.parts) == 1]
    if grouped:
        last = next((one for one in reversed(grouped) if one.places), grouped[-1])
        return between_groups(told.questions, last.view.sides(last.parts[0], last.places))
    answered = [one for one in parted if one.places]
    if len(answered) < 2 or answered[0].parts:
        return []
    sides = []
    for one in answered:
        rate = response_rate(told, one.wave)
        whole = rate is not None and rate.everybody
        sides.append(replace(one.view.side(one.wave.code, one.places, {}), whole=whole))
    least = 0 if told.survey.mode == "identified" else told.survey.min_cell
    return between_waves(told.questions, sides, least)


def _pairings(told: Told) -> Iterable[Pairing]:
    """Yield how many codes pair each wave with the one before it, where people made codes."""
    coded = [(one, [given.link for given in told.of(one)]) for one in told.waves]
    answered = [(one, codes) for one, codes in coded if any(codes)]
    for (before, first), (after, second) in pairwise(answered):
        yield Pairing((before.code, after.code), match_rate(first, second))


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


# -- one wave -------------------------------------------------------------------------------------


def _wave(told: Told, parted: _Parted) -> WaveFigures:
    view, places, wave = parted.view, parted.places, parted.wave
    items, scales = view.figures(places, {})
    hidden = any(one.suppressed for one in items) and not any(one.base for one in items)
    rate = response_rate(told, wave)
    return WaveFigures(
        wave,
        len(places),
        sum(view.responses[at].partial for at in places),
        rate,
        rate.needed(wave.margin / 100) if rate else None,
        tuple(group_rates(told, wave)),
        tuple(told.reminded.get(wave.id, ())),
        items,
        scales,
        tuple(view.slices(parted.parts, places)),
        hidden and bool(places),
        view.shield.whole_only,
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
