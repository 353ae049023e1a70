"""The survey of the large sample: 5,000 responses to 40 items, in two waves."""

import random
from datetime import date, timedelta
from typing import Any

from changedesk.people.records import Group
from changedesk.store.workspace import Workspace
from changedesk.survey.actions import survey_from_form
from changedesk.survey.asking import snapshot
from changedesk.survey.given import packed
from changedesk.survey.ready import ReadyOption, ReadyQuestion
from changedesk.survey.records import Response, Wave
from changedesk.survey.words import ELEMENTS

RESPONSES, ITEMS = 5000, 40
_WAVES = (("before", date(2026, 7, 1), 0.0), ("day_30", date(2026, 10, 7), 0.4))
_LEVELS = ("Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree")
_THINGS = (
    "the case desk", "the softphone", "the bot", "the knowledge base", "the roster",
    "the score card", "the refund form", "the report",
)  # fmt: skip
_SAYS = (
    "I know why we get {}", "I want {} to work", "I know how to use {}", "I can work with {} alone",
    "In my team it is noticed who uses {} well",
)  # fmt: skip


def fill_survey(workspace: Workspace, project: int, teams: list[int]) -> None:
    """Ask everybody twice, always the same, with dice of its own."""
    dice = random.Random(3003)
    options = tuple(ReadyOption(str(n), label, n) for n, label in enumerate(_LEVELS, 1))
    asked = [
        ReadyQuestion(
            n + 1, f"item_{n + 1:02d}", "adkar", f"{_SAYS[n % 5].format(_THINGS[n // 5])}.",
            options=options, element=ELEMENTS[n % 5].code, scale="agree5",
        )
        for n in range(ITEMS)
    ]  # fmt: skip
    survey = survey_from_form(workspace, project, "One Desk pulse", asked, status="closed")
    sites = {row.id: row.site for row in workspace.rows(Group.select(Group.id, Group.site))}
    for title, day, shift in _WAVES:
        with workspace.change(f"Take in {RESPONSES // 2:,} responses") as change:
            wave = change.add(
                Wave(
                    survey=survey, title=f"Wave {day:%B}", occasion=title, status="closed",
                    opens=day.isoformat(), closes=(day + timedelta(days=7)).isoformat(),
                )
            )  # fmt: skip
            snapshot(workspace, change, wave.id, dict.fromkeys(teams, (60, None)))
            change.add_many(
                Response,
                [
                    _response(dice, wave.id, teams[n % len(teams)], sites, shift)
                    for n in range(RESPONSES // 2)
                ],
            )


def _response(
    dice: random.Random, wave: int, team: int, sites: dict[int, str], shift: float
) -> dict[str, Any]:
    mood = dice.gauss(3.1 + shift, 0.7)
    answers: dict[str, Any] = {}
    for n in range(ITEMS):
        blank = dice.random() < 0.02
        score = min(5, max(1, round(dice.gauss(mood - 0.2 * (n % 5), 0.8))))
        answers[f"item_{n + 1:02d}"] = {"missing": "skipped"} if blank else str(score)
    return {
        "wave": wave, "group": team, "site": sites[team], "channel": "import",
        "role": "Supervisor" if dice.random() < 0.1 else "Agent", "answers": packed(answers),
        "answered": sum(isinstance(answer, str) for answer in answers.values()),
    }  # fmt: skip
