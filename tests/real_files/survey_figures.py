"""Every figure of real surveys that somebody published or that was computed apart: what to get.

Each is read from what `changedesk results --json` says after `changedesk import`; where the desk
shows an exact test, or hides a group, the pure function is asked instead, and the check says so.
"""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from changedesk.desk import open_desk
from changedesk.survey.columns import columns_of
from changedesk.survey.queries import surveys
from changedesk.survey.results import read
from changedesk.survey.viewing import Told

SHARED = Path(__file__).resolve().parents[3] / "shared" / "fixtures" / "surveys"
COMMAND, FUNCTION = "command", "function"


@dataclass
class Imported:
    """One file in a workspace of its own, and what the command line says of it."""

    workspace: Path
    run: Callable[..., str]
    _said: dict[tuple[str, ...], Any] = field(default_factory=dict)

    def results(self, *words: str) -> Any:
        """Return what `results --json` says."""
        if words not in self._said:
            self._said[words] = json.loads(
                self.run("results", str(self.workspace), *words, "--json")
            )
        return self._said[words]

    def wave(self, survey: int = 0, wave: int = 0, by: str = "") -> Any:
        """Return a wave of the results."""
        words = ("--by", by) if by else ()
        return self.results(*words)["surveys"][survey]["waves"][wave]

    def item(self, start: str, survey: int = 0, wave: int = 0) -> Any:
        """Return the item whose key or text begins so."""
        for one in self.wave(survey, wave)["items"]:
            if one["code"].startswith(start) or one["text"].startswith(start):
                return one
        raise KeyError(start)

    def n(self, start: str, label: str, survey: int = 0) -> int:
        """Return how many gave an answer whose label begins so."""
        bars = self.item(start, survey)["distribution"]
        return int(next(bar["n"] for bar in bars if bar["label"].startswith(label)))

    def scale(self, name: str, by: str = "", label: str = "") -> Any:
        """Return a scale of the only wave, or of one of its groups."""
        wave = self.wave(by=by)
        if by:
            wave = next(one for one in wave["by"] if one["label"] == label)
        return next(one for one in wave["scales"] if one["name"] == name)

    @cached_property
    def told(self) -> Told:
        """Everything that was read, for the pure functions."""
        ws = open_desk(self.workspace)
        try:
            return read(ws, surveys(ws, 1)[0].id)
        finally:
            ws.close()

    def scores(self, key: str, group: str = "") -> list[float | None]:
        """Return what the responses say to an item: all, or of groups whose name holds a word."""
        question = next(one for one in self.told.questions if one.key == key)
        chosen = [
            one.answers
            for one in self.told.responses
            if group in self.told.groups.get(one.group or 0, "")
        ]
        return columns_of([question], chosen).scores(question)


@dataclass(frozen=True)
class Check:
    """One figure: of which file, what it must be, and how it is got."""

    file: str
    figure: str
    expected: Any
    get: Callable[[Imported], Any]
    places: int = 5
    how: str = COMMAND


def import_words(file: str) -> list[str]:
    """Return the words with which a file is imported."""
    words = ["import", str(SHARED / file)]
    if file == CIHR:
        return [*words, "--as", "responses"]
    if file == ATTITUDE:
        items = ("rating", "complaints", "privileges", "learning", "raises", "critical", "advance")
        maps = [part for one in items for part in ("--map", f"{one}=measures:attitude")]
        return [*words, "--as", "responses", *maps]
    return words


def full(values: list[float | None]) -> list[float]:
    """Return the values without the blanks."""
    return [one for one in values if one is not None]


STARWARS = "surveymonkey_starwars_two_row_header.csv"
FLYING = "surveymonkey_flying_etiquette.csv"
GRID = "googleforms_sus_text_grid_are4dsl.xlsx"
FOLADOR = "sus_numeric_semicolon_folador.csv"
TOOLKIT = "sus_two_systems_toolkit.csv"
SAFECOMP = "likert_paired_groups_safecomp.csv"
VOLKER = "likert_volker_chatgpt_en.csv"
MATH = "likert_math_anxiety_raw.csv"
GARDEN = "nps_garden_chain_t0_t3.csv"
ATTITUDE = "alpha_attitude_employee_survey.csv"
CIHR = "training_eval_cihr.xlsx"


def imported(file: str, folder: Path, run: Callable[..., str]) -> Imported:
    """Import a file into a workspace of its own."""
    name = re.sub(r"\W", "_", file)
    path = folder / f"{name}.changedesk"
    run("new", str(path), "--project", "REAL")
    words = import_words(file)
    run(words[0], str(path), *words[1:])
    return Imported(path, run)
