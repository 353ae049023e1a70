"""A desk with a survey to be answered: what the tests of answers and figures start from."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from changedesk.desk import new_desk
from changedesk.people.actions import add_group, add_project
from changedesk.store.workspace import Workspace
from changedesk.survey.actions import survey_from_form
from changedesk.survey.asking import add_wave, open_wave
from changedesk.survey.ready import ReadyOption, ReadyQuestion

START_MS = 1_790_000_000_000
FIVE = tuple(ReadyOption(str(n), f"Level {n}", n) for n in range(1, 6))


@dataclass
class Clock:
    """Rises by a second with each look."""

    now_ms: int = START_MS

    def __call__(self) -> int:
        self.now_ms += 1000
        return self.now_ms


def level(key: str, **facts: object) -> ReadyQuestion:
    """Return an item from 1 to 5."""
    return ReadyQuestion(1, key, "likert", f"About {key}", options=FIVE, **facts)  # type: ignore[arg-type]


@dataclass
class Asked:
    """A workspace with one survey, one open wave and three groups."""

    ws: Workspace
    project: int
    survey: int
    wave: int
    groups: list[int] = field(default_factory=list)
    second: int = 0


def asked(
    address: str | Path,
    mode: str = "confidential",
    questions: Sequence[ReadyQuestion] = (),
    *,
    actor: str = "Amira",
    **fields: object,
) -> Asked:
    """Make a workspace with an open wave."""
    ws = new_desk(address, actor=actor, clock=Clock())
    project = add_project(ws, "P", "Project", go_live="2026-09-01")
    groups = [add_group(ws, name, headcount=20) for name in ("Back", "Front", "Chat")]
    told = questions or (
        level("easy"),
        level("helps"),
        ReadyQuestion(3, "why", "text", "Why?"),
    )
    survey = survey_from_form(ws, project, "Pulse", told, mode=mode, **fields)
    wave = add_wave(ws, survey, "Before", occasion="before")
    open_wave(ws, wave)
    return Asked(ws, project, survey, wave, groups)
