"""The surveys of the sample: a pulse in three waves, usability after the tests, facts beside them.

What people answer follows what is read of their teams (see `sample_change`), person by person and
always the same, so that the figures tell the story that the readings tell.
"""

import random
import tomllib
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from importlib.resources import files
from typing import Any

from changedesk.handover.sample_people import Staff
from changedesk.handover.sample_story import Story, StoryClock
from changedesk.people.groups import headcounts
from changedesk.people.links import SHOWS_ADOPTION, link
from changedesk.people.records import Person
from changedesk.store.workspace import Workspace
from changedesk.survey.actions import survey_from_ready
from changedesk.survey.asking import close_wave, open_wave, remind, set_wave, snapshot
from changedesk.survey.given import packed
from changedesk.survey.linking import linked
from changedesk.survey.promises import set_survey
from changedesk.survey.queries import Asking, questions, waves
from changedesk.survey.records import (
    Benefit,
    BenefitReading,
    Measure,
    MeasureReading,
    Response,
)
from changedesk.survey.words import ELEMENTS

_LEAST, _MOST = 1, 5
_DICE = 2026
_KEY = b"the sample is the same each time"
"""A real survey draws its key from a passphrase and from itself (see `linking.link_key`)."""
_CODES = 0.8
"""The share of people who give a code of their own."""
_INTERRUPTED = 0.04
_COMMENTS = 0.3
_SCATTER = 0.8


class SurveySide:
    """Writes surveys and adoption of the story down, on their days."""

    def __init__(
        self, workspace: Workspace, clock: StoryClock, story: Story, project: int, staff: Staff
    ) -> None:
        self._workspace = workspace
        self._clock = clock
        self._story = story
        self._project = project
        self._staff = staff
        text = files("resources.sample").joinpath("survey.toml").read_text("utf-8")
        self._told: dict[str, Any] = tomllib.loads(text)
        self._dice = random.Random(_DICE)
        self._comments: dict[str, list[str]] = {}

    def begin(self) -> None:
        """Design the pulse, with the days on which it will be asked."""
        told = self._told["pulse"]
        self._at(told["wave"][0]["opens"] - timedelta(days=3), 10)
        self._pulse = survey_from_ready(
            self._workspace, self._project, told["ready"], {"system": told["system"]}
        )
        set_survey(self._workspace, self._pulse, linked=True)

    def wave(self, number: int) -> None:
        """Ask the pulse, and take in what is answered."""
        told = self._told["pulse"]["wave"][number - 1]
        found = waves(self._workspace, self._pulse)
        wave = next(one.id for one in found if one.occasion == told["occasion"])
        self._at(told["opens"], 9)
        days = {name: self._story.day(told[name]) for name in ("opens", "closes")}
        set_wave(self._workspace, wave, **days)
        counts = headcounts(self._workspace, days["opens"])
        groups = [self._staff.groups[team] for team in self._told["pulse"]["groups"]]
        with self._workspace.change("Invite the teams to the pulse") as change:
            asked: dict[int | None, tuple[int, int | None]] = {
                group: (counts[group].people or 0, None) for group in groups
            }
            snapshot(self._workspace, change, wave, asked)
        open_wave(self._workspace, wave)
        for day in told["reminded"]:
            self._at(day, 11)
            remind(self._workspace, wave, self._story.day(day))
        self._at(told["closes"], 17)
        self._answer(wave, told)
        close_wave(self._workspace, wave)

    def _answer(self, wave: int, told: Mapping[str, Any]) -> None:
        asked = questions(self._workspace, self._pulse)
        rows = {row[0]: row[1:] for row in self._story.change["wave"][told["of"] - 1]["rows"]}
        responses = []
        self._comments = {team: list(said) for team, said in self._told["comments"].items()}
        for team in self._told["pulse"]["groups"]:
            scores = dict(zip((one.code for one in ELEMENTS), rows[team], strict=False))
            for name in self._staff.members[team]:
                own = random.Random(f"{_DICE} {name}")
                mood, code = own.gauss(0, 0.5), own.random() < _CODES
                if self._dice.random() < told["share"]:
                    answers = self._answers(asked, scores, mood, team)
                    responses.append(self._response(wave, told, name, team, answers, code))
        with self._workspace.change(f"Take in {len(responses)} responses") as change:
            change.add_many(Response, responses)

    def _answers(
        self, asked: tuple[Asking, ...], scores: Mapping[str, int], mood: float, team: str
    ) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for one in asked:
            if one.kind == "text":
                said = self._comments[team]
                talks = said and self._dice.random() < _COMMENTS
                found[one.key] = said.pop(0) if talks else {"missing": "skipped"}
                continue
            level = scores[one.element] + mood + self._dice.gauss(0, _SCATTER)
            score = min(_MOST, max(_LEAST, round(level)))
            found[one.key] = str(_LEAST + _MOST - score if one.reverse else score)
        return found

    def _response(
        self, wave: int, told: Mapping[str, Any], name: str, team: str, answers: dict[str, Any],
        code: bool,
    ) -> dict[str, Any]:  # fmt: skip
        partial = self._dice.random() < _INTERRUPTED
        if partial:
            for key in list(answers)[-4:]:
                answers[key] = {"missing": "not_shown"}
        days = (told["closes"] - told["opens"]).days
        day = told["opens"] + timedelta(days=self._dice.randint(0, days))
        minute = self._dice.randint(0, 8 * 60 - 1)
        at = self._story.moment(day, time(9 + minute // 60, minute % 60))
        return {
            "wave": wave, "group": self._staff.groups[team], "role": "Agent",
            "site": self._site(team), "channel": self._dice.choice(("form", "kiosk", "kiosk")),
            "submitted": int(at.timestamp() * 1000), "seconds": self._dice.randint(95, 310),
            "partial": partial, "answers": packed(answers),
            "answered": sum(isinstance(answer, str) for answer in answers.values()),
            "link_code": linked(_KEY, f"own code of {name}") if code else "",
        }  # fmt: skip

    def _site(self, team: str) -> str:
        first = self._staff.people[self._staff.members[team][0]]
        return str(self._workspace.get(Person, first).site)

    # -- usability ----------------------------------------------------------------------------

    def usability(self) -> None:
        """Ask the testers how they get on with the new desk."""
        told = self._told["usability"]
        self._at(told["opens"], 9)
        survey = survey_from_ready(
            self._workspace, self._project, told["ready"], {"system": told["system"]}
        )
        wave = waves(self._workspace, survey)[0].id
        days = {name: self._story.day(told[name]) for name in ("opens", "closes")}
        set_wave(self._workspace, wave, title=told["title"], occasion="other", **days)
        open_wave(self._workspace, wave)
        self._at(told["closes"], 17)
        items = [one for one in questions(self._workspace, survey) if one.kind == "sus"]
        others = [
            one for one in questions(self._workspace, survey) if one.kind not in ("sus", "note")
        ]
        at = int(self._story.moment(told["closes"], time(15)).timestamp() * 1000)
        with self._workspace.change("Take in what the testers say") as change:
            change.add_many(
                Response,
                [
                    {
                        "wave": wave, "channel": "form", "submitted": at, "answered": len(items),
                        "answers": packed(
                            {one.key: str(n) for one, n in zip(items, row, strict=True)}
                            | {one.key: {"missing": "skipped"} for one in others}
                        ),
                    }
                    for row in told["rows"]
                ],
            )  # fmt: skip
        close_wave(self._workspace, wave)

    # -- adoption and benefits ----------------------------------------------------------------

    def adoption(self) -> None:
        """Write down what shows that the change is lived, and what it is worth."""
        last = self._story.change["wave"][-1]["taken"]
        self._at(last, 17)
        with self._workspace.change("Write down how adoption is measured") as change:
            measures = self._made(change.add_many, Measure, "measure")
            benefits = self._made(change.add_many, Benefit, "benefit")
            pairs = [(measures[one], benefits[two]) for one, two in self._told["shows"].items()]
            link(self._workspace, change, SHOWS_ADOPTION, pairs)
        with self._workspace.change("Read the usage reports") as change:
            change.add_many(MeasureReading, self._readings(measures))
            change.add_many(
                BenefitReading,
                [
                    {
                        "benefit": benefits[one["id"]], "taken": self._story.day(day),
                        "value": value, "source": one["source"],
                    }
                    for one in self._told["benefit"]
                    for day, value in one["readings"]
                ],
            )  # fmt: skip

    def _made(self, add_many: Any, record_type: Any, name: str) -> dict[str, int]:
        told = self._told[name]
        keys = add_many(record_type, [self._facts(one) for one in told])
        return dict(zip((one["id"] for one in told), keys, strict=True))

    def _facts(self, told: Mapping[str, Any]) -> dict[str, Any]:
        return {"project": self._project} | {
            name: self._story.day(value) if isinstance(value, date) else value
            for name, value in told.items()
            if name not in ("id", "readings")
        }

    def _readings(self, measures: Mapping[str, int]) -> list[dict[str, Any]]:
        return [
            {
                "measure": measures[one["id"]], "taken": self._story.day(day), "count": count,
                "base": base, "group": self._staff.groups[team], "source": one["source"],
            }
            for one in self._told["measure"]
            for day, by_team in one["readings"]
            for team, (count, base) in by_team.items()
        ]  # fmt: skip

    def _at(self, written: date, hour: int) -> None:
        # What ended later than the next thing begins takes nothing back.
        moment: datetime = self._story.moment(written, time(hour))
        self._clock.now = max(self._clock.now, moment)
