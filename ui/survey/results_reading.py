"""Reads the figures of a survey off the GUI thread, and keeps what was read for the next look."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from changedesk.store.workspace import Workspace
from changedesk.survey.contrasts import Contrast
from changedesk.survey.figures import levels_of
from changedesk.survey.missing import missing_people
from changedesk.survey.queries import SurveyRow, surveys
from changedesk.survey.responding import waiting_answers
from changedesk.survey.results import Results, figures, read
from changedesk.survey.viewing import Slice, Told

EVERYBODY = ""
"""The part that is nobody apart."""


@dataclass(frozen=True)
class Wanted:
    """What is asked for: a survey (None for the first), a wave, and what tells people apart."""

    project: int
    survey: int | None
    wave: int | None = None
    by: str = "group"


@dataclass(frozen=True)
class Found:
    """What was read. `whole` tells nobody apart, `apart` does; both hold all waves.

    `wave` is the place of the wave in hand, None where no wave was answered. `missing` names who
    has not answered, by group, where the survey tells. `waiting` counts anonymous answers that do
    not count yet, by wave.
    """

    number: int
    wanted: Wanted
    surveys: tuple[SurveyRow, ...]
    told: Told
    whole: Results
    apart: Results
    wave: int | None
    between_groups: tuple[Contrast, ...]
    missing: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    waiting: Mapping[int, int] = field(default_factory=dict)

    @property
    def answered(self) -> bool:
        """Tell whether there is anything to show."""
        return any(one.responses for one in self.whole.waves)

    def by_choices(self) -> list[tuple[str, str]]:
        """Return the questions that responses can be told apart by: key and text."""
        return [
            (one.key, one.text)
            for one in self.told.questions
            if one.kind in ("single", "multi") or levels_of(one)
        ]


def read_figures(
    workspace: Workspace, number: int, wanted: Wanted, known: Told | None
) -> Found | None:
    """Return the figures that are asked for, None where the project has no survey.

    `known` is what was read before, None if it is stale.
    """
    there = tuple(surveys(workspace, wanted.project))
    if not there:
        return None
    first = there[0].id
    told = known or read(workspace, first if wanted.survey is None else wanted.survey)
    keys = {one.key for one in told.questions}
    by = wanted.by if wanted.by in ("group", "site", "role") or wanted.by in keys else "group"
    whole, apart = figures(told), figures(told, by=by)
    last = max((n for n, one in enumerate(whole.waves) if one.responses), default=None)
    chosen = next((n for n, one in enumerate(whole.waves) if one.wave.id == wanted.wave), last)
    between: tuple[Contrast, ...] = apart.comparisons
    missing: Mapping[int, tuple[str, ...]] = {}
    if chosen is not None:
        wave = whole.waves[chosen].wave
        missing = missing_people(workspace, told, wave)
        if chosen != last:
            between = figures(told, wave.id, by).comparisons
    waits = {
        one.wave.id: waiting_answers(workspace, one.wave.id)
        for one in whole.waves
        if told.survey.anonymous
    }
    return Found(number, wanted, there, told, whole, apart, chosen, between, missing, waits)


def mark_of(part: Slice) -> str:
    """Return what a part of the responses is known by from one wave to the next."""
    return f"{part.label}\n{part.value}"
