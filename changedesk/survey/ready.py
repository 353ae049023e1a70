"""Ready surveys: read from resources/surveys, whole or not at all, in our own words.

Their texts are English; the window shows them through the translations, as it does those of the
questionnaires. A text may hold a blank such as {system}, which `filled` fills in.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

from changedesk.store.errors import UserError

SURVEYS = (
    "change-pulse",
    "training-reaction",
    "uat-pulse",
    "handoff-check",
    "sus",
    "sponsor-check",
    "agent-pulse",
    "customer-pulse",
)
_FOLDER = "resources.surveys"
_SCALES = "scales"


@dataclass(frozen=True, slots=True)
class ReadyOption:
    """An answer that is offered. `meaning` is na or dont_know where choosing it is no answer."""

    value: str
    label: str
    number: int | None = None
    meaning: str = ""
    other: bool = False


@dataclass(frozen=True, slots=True)
class ReadyQuestion:
    """A question as it can be taken into a survey; `order` counts from 1.

    `element` is an ADKAR element; `construct` names the items that make one score together.
    """

    order: int
    key: str
    kind: str
    text: str
    help: str = ""
    required: bool = False
    relevant: str = ""
    block: str = ""
    scale: str = ""
    options: tuple[ReadyOption, ...] = ()
    reverse: bool = False
    element: str = ""
    construct: str = ""
    least: int | None = None
    most: int | None = None


@dataclass(frozen=True, slots=True)
class ReadyWave:
    """A time to ask: `day` counts from go-live, and is None where another event decides."""

    order: int
    occasion: str
    title: str
    day: int | None


@dataclass(frozen=True, slots=True)
class ReadySurvey:
    """A survey that comes with the program; `blanks` are what its texts leave open."""

    key: str
    title: str
    purpose: str
    source: str
    mode: str
    welcome: str
    thanks: str
    blanks: tuple[str, ...]
    waves: tuple[ReadyWave, ...]
    questions: tuple[ReadyQuestion, ...]


def ready_surveys() -> tuple[ReadySurvey, ...]:
    """Return every survey that comes with the program."""
    return tuple(map(ready_survey, SURVEYS))


@cache
def ready_survey(key: str) -> ReadySurvey:
    """Return a survey that comes with the program; raises UserError for an unknown name."""
    if key not in SURVEYS:
        raise UserError(f"There is no ready survey {key}: choose one of {', '.join(SURVEYS)}.")
    told = _told(key)
    scales = _scales()
    questions = tuple(
        _question(order, one, scales) for order, one in enumerate(told["questions"], 1)
    )
    waves = tuple(ReadyWave(order, **one) for order, one in enumerate(told["waves"], 1))
    heads = {name: told[name] for name in ("title", "purpose", "source", "mode", "welcome")}
    return ReadySurvey(
        key, **heads, thanks=told["thanks"], blanks=tuple(told.get("blanks", ())),
        waves=waves, questions=questions,
    )  # fmt: skip


def filled(
    survey: ReadySurvey, blanks: Mapping[str, str], say: Callable[[str], str] = str
) -> ReadySurvey:
    """Return a survey whose texts say, for each blank such as system, what it stands for.

    A blank that is not given, or is given empty, gets its plain words, such as “the new system”.
    `say` puts the texts into the language of whoever asks.
    """
    said = {name: blanks.get(name, "").strip() or say(PLAIN_WORDS[name]) for name in survey.blanks}

    def fill(text: str) -> str:
        text = say(text)
        for name, words in said.items():
            text = text.replace(f"{{{name}}}", words)
        return text[:1].upper() + text[1:]

    def ask(one: ReadyQuestion) -> ReadyQuestion:
        options = tuple(replace(option, label=say(option.label)) for option in one.options)
        return replace(
            one, text=fill(one.text), help=fill(one.help), block=fill(one.block),
            construct=say(one.construct), options=options,
        )  # fmt: skip

    return replace(
        survey, title=fill(survey.title), purpose=fill(survey.purpose), source=say(survey.source),
        welcome=fill(survey.welcome), thanks=say(survey.thanks),
        waves=tuple(replace(one, title=say(one.title)) for one in survey.waves),
        questions=tuple(map(ask, survey.questions)),
    )  # fmt: skip


PLAIN_WORDS: Mapping[str, str] = {
    "system": "the new system",
    "course": "the course",
    "behaviour": "hands a contact over as agreed",
}
"""What a blank says while nobody has filled it in."""


def texts() -> tuple[str, ...]:
    """Return every text that people read in the ready surveys, each once: for translators."""
    found: dict[str, None] = {}
    for survey in ready_surveys():
        heads = (survey.title, survey.purpose, survey.source, survey.welcome, survey.thanks)
        found |= dict.fromkeys((*heads, *(wave.title for wave in survey.waves)))
        for one in survey.questions:
            found |= dict.fromkeys((one.text, one.help, one.block, one.construct))
            found |= dict.fromkeys(option.label for option in one.options)
    found |= dict.fromkeys(PLAIN_WORDS.values())
    return tuple(text for text in found if any(map(str.isalpha, text)))


@cache
def _scales() -> Mapping[str, tuple[ReadyOption, ...]]:
    return {name: _options(options) for name, options in _told(_SCALES).items()}


def _told(name: str) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(files(_FOLDER).joinpath(f"{name}.json").read_text("utf-8"))
    return told


def _options(told: list[dict[str, Any]]) -> tuple[ReadyOption, ...]:
    return tuple(ReadyOption(**one) for one in told)


def _question(
    order: int, told: dict[str, Any], scales: Mapping[str, tuple[ReadyOption, ...]]
) -> ReadyQuestion:
    facts = dict(told)
    own = facts.pop("options", None)
    options = _options(own) if own is not None else scales.get(facts.get("scale", ""), ())
    return ReadyQuestion(order, options=options, **facts)
