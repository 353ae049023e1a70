"""What the documents of a survey say: gathered once, from one consistent snapshot."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import uuid4

from changedesk.office.identity import Identity
from changedesk.office.word_values import zone
from changedesk.people.records import Person, Project
from changedesk.store.workspace import Workspace
from changedesk.survey.answer_values import OTHER
from changedesk.survey.comments import Comment, comments
from changedesk.survey.contrasts import Contrast
from changedesk.survey.missing import missing_people
from changedesk.survey.queries import Asking, SurveyRow
from changedesk.survey.results import GroupRate, Results, WaveFigures, figures, read
from changedesk.survey.shielding import GROUP, NOTHING
from changedesk.survey.statistics.shares import ResponseRate
from changedesk.survey.suppression import hidden_siblings
from changedesk.survey.viewing import Slice, Told


@dataclass(frozen=True)
class SurveyTold:
    """A survey at one moment; `by_group` holds the waves told apart by group.

    `texts` are what was written, by wave and question, as far as it may be read. `missing` names
    who has not answered, by wave and group, where the survey is identified.
    """

    told: Told
    whole: Results
    by_group: Results
    texts: dict[tuple[int, str], list[Comment]]
    names: dict[int, str]
    missing: dict[int, dict[int, tuple[str, ...]]]
    project_code: str
    project_name: str
    survey_uid: str
    workspace_uid: str
    author: str
    now_ms: int

    @property
    def survey(self) -> SurveyRow:
        """Return the survey."""
        return self.whole.survey

    @property
    def answered(self) -> list[WaveFigures]:
        """Return the waves that somebody answered, in their order."""
        return [one for one in self.whole.waves if one.responses]

    @property
    def last(self) -> WaveFigures | None:
        """Return the newest wave that somebody answered."""
        return self.answered[-1] if self.answered else None

    @property
    def grouped(self) -> WaveFigures | None:
        """Return the newest wave that somebody answered, told apart by group."""
        last = self.last
        if last is None:
            return None
        return next(one for one in self.by_group.waves if one.wave.id == last.wave.id)

    @property
    def asked(self) -> list[Asking]:
        """Return the questions, without texts that are only read."""
        return [one for one in self.whole.questions if one.kind != "note"]

    @property
    def reversed(self) -> frozenset[str]:
        """Return the keys of the questions where agreeing is bad news."""
        return frozenset(one.key for one in self.whole.questions if one.reverse)

    @property
    def least(self) -> int:
        """Return the smallest group that is shown."""
        return self.survey.min_cell

    @property
    def latest(self) -> list[Contrast]:
        """Return what became of each subject in the last wave, against the one before it."""
        found = self.answered
        if len(found) < 2:
            return []
        pair = (found[-2].wave.code, found[-1].wave.code)
        return [one for one in self.whole.comparisons if one.between == pair]

    def wave_title(self, code: str) -> str:
        """Return the title of a wave by its code; other labels (of groups) as they are."""
        return next((one.wave.title for one in self.whole.waves if one.wave.code == code), code)

    def slice_of(self, wave: WaveFigures, group: int | None) -> Slice | None:
        """Return the figures of a group in a wave; None where nobody of it answered."""
        found = next(one for one in self.by_group.waves if one.wave.id == wave.wave.id)
        value = NOTHING if group is None else str(group)
        return next((one for one in found.by if one.value == value), None)

    def rates_of(self, wave: WaveFigures) -> list[tuple[GroupRate, ResponseRate | None]]:
        """Return the groups of a wave with their rates; None where it would tell what is hidden."""
        if self.survey.mode == "identified":
            return [(one, one.rate) for one in wave.rates]
        if wave.waiting or wave.suppressed:
            return [(one, None) for one in wave.rates]
        # How many of a group answered everything is a base as well: of the last questions.
        few = hidden_siblings(
            {str(one.group): one.rate.complete for one in wave.rates if one.rate.complete},
            self.least,
        )
        hidden = {
            one.group
            for one in wave.rates
            if str(one.group) in few
            or ((part := self.slice_of(wave, one.group)) is not None and part.suppressed)
        }
        return [(one, None if one.group in hidden else one.rate) for one in wave.rates]

    @property
    def made(self) -> datetime:
        """Return when it was made, as the wall clock showed it here."""
        return datetime.fromtimestamp(self.now_ms / 1000, UTC).astimezone()

    @property
    def made_in_words(self) -> str:
        """Return when it was made as people write it."""
        return f"{self.made.day} {self.made:%b %Y, %H:%M} {zone(self.made)}"

    def identity(self, kind: str) -> Identity:
        """Return whose export this is: it names the survey by its UUID, never by its code."""
        subject = f"survey:{self.survey_uid}"
        return Identity(uuid4().hex, self.workspace_uid, kind, self.made, subject=subject)


def survey_told(workspace: Workspace, survey: int) -> SurveyTold:
    """Read everything that the documents of a survey say. Raises UserError if it is gone."""
    with workspace.snapshot():
        told = read(workspace, survey)
        project = workspace.get(Project, told.survey.project)
        missing = {one.id: missing_people(workspace, told, one) for one in told.waves}
        return SurveyTold(
            told, figures(told), figures(told, by=GROUP), _texts(workspace, told),
            _names(workspace, told), missing, project.code, project.name,
            workspace.uid_of(survey), workspace.uid, workspace.actor, workspace.clock(),
        )  # fmt: skip


def _texts(workspace: Workspace, told: Told) -> dict[tuple[int, str], list[Comment]]:
    keys = [key for one in told.questions for key in _written(one)]
    found = {}
    for wave in told.waves:
        for key in keys:
            said = comments(workspace, wave.id, key)
            if said:
                # In the order of the texts alone: nothing of who wrote when is left.
                found[wave.id, key] = sorted(said, key=lambda one: (one.text.casefold(), one.text))
    return found


def _written(question: Asking) -> Sequence[str]:
    keys = [question.key] if question.kind == "text" else []
    if any(option.other for option in question.options):
        keys.append(f"{question.key}{OTHER}")
    return keys


def _names(workspace: Workspace, told: Told) -> dict[int, str]:
    if told.survey.mode != "identified":
        return {}
    rows = workspace.rows(Person.select(Person.id, Person.name))
    return {row.id: row.name for row in rows}
