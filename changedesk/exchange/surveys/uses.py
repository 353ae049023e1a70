"""Decides what each column is used for: answers, who answered, when; or nothing at all."""

import re
from dataclasses import dataclass, replace

from changedesk.exchange.headings import normal
from changedesk.exchange.references import column_number
from changedesk.exchange.surveys.choices import Choices
from changedesk.exchange.surveys.drafts import ColumnGuess, Use
from changedesk.exchange.surveys.table import AnswerTable, Column
from changedesk.exchange.surveys.values import folded, is_moment, is_number, whole
from changedesk.exchange.surveys.words import (
    IGNORED,
    SystemUse,
    added_by_tool,
    headed,
    kept_use,
)
from changedesk.store.errors import UserError

_LETTERS = re.compile(r"[A-Z]{1,3}")
_PEOPLE = frozenset({"group", "site", "role", "wave"})
_TIMES = frozenset({"submitted", "started"})
_BY_HAND = re.compile(r"(?:(?:column|spalte|colonne|columna|coluna) ?\d+)?", re.IGNORECASE)
_ASKS_GROUP = re.compile(
    r"^(?:(?:in|to|for|dans|en|em|zu|a) )?(?:which|what|welche[rmsn]?|quel(?:le)?|qu[eé]|cu[aá]l|"
    r"qual)\b.{0,30}\b(?:departments?|teams?|division|business unit|abteilung|arbeitsgruppe|"
    r"bereich|équipe|département|equipo|departamento|equipe)\b.{0,40}\?",
    re.IGNORECASE,
)
_POINTS = re.compile(r"(?:points|feedback|punkte|puntos|pontos) -.*", re.IGNORECASE)
_TIMINGS = re.compile(
    r"(?:group|question)time\d*\b.*|(?:group|question|gruppen|fragen?)[ -]?(?:time|zeit) ?:.*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Used:
    """A column and what its tool keeps in it ("" for a question), with what is told of it."""

    column: Column
    system: SystemUse
    guess: ColumnGuess


def uses_of(table: AnswerTable, choices: Choices) -> list[Used]:
    """Return what every column is used for; a person's choice overrides.

    Raises `UserError` for a choice about a column that is not there.
    """
    chosen = _chosen(table, choices)
    found: list[Used] = []
    taken: set[str] = set()
    for column in table.columns:
        if column.at in chosen:
            use = chosen[column.at]
            system: SystemUse = "" if use == "question" else use
            guess = ColumnGuess(column.letter, column.heading, use, why="chosen", chosen=True)
            found.append(Used(column, system, guess))
            continue
        system = _system(table, column)
        if system in taken and system in {"source_id", "submitted", "started", *_PEOPLE}:
            # A tool may say the time twice: that is no question, and no time to be kept either.
            again = table.source != "own" and system not in _PEOPLE
            system = "technical" if again else ""
        taken.add(system)
        found.append(_used(column, system))
    return found


def _used(column: Column, system: SystemUse) -> Used:
    guess = ColumnGuess(column.letter, column.heading, "question", why="its heading is a question")
    if system == "blank":
        why = "nothing stands in it"
        return Used(column, system, replace(guess, use="ignore", why=why))
    if system:
        left_out = IGNORED.get(system, "")
        why = left_out or "its heading says so"
        guess = replace(guess, use=kept_use(system), why=why, left_out=left_out)
        guess = replace(guess, sure=system not in _PEOPLE)
    return Used(column, system, guess)


def _chosen(table: AnswerTable, choices: Choices) -> dict[int, Use]:
    found: dict[int, Use] = {}
    for name, use in choices.uses.items():
        at = [column.at for column in table.columns if _is_called(column, name)]
        if not at and _LETTERS.fullmatch(name) and column_number(name) < len(table.columns):
            at = [column_number(name)]
        if not at:
            raise UserError(f"There is no column “{name}”; choose one of the headings in the file.")
        found[at[0]] = use
    return found


def _is_called(column: Column, name: str) -> bool:
    return name in {column.heading, column.code} or normal(name) == normal(column.heading)


def _system(table: AnswerTable, column: Column) -> SystemUse:
    names = _names(table, column)
    system = next((use for name in names if (use := headed(table.source, name))), "")
    if not system and added_by_tool(column.heading):
        return "technical"
    if not system and not column.block and _ASKS_GROUP.search(column.text):
        return "group" if _few_names(column) else ""
    if not column.filled():
        return system or ("blank" if _BY_HAND.fullmatch(column.heading) else "")
    if table.source == "ms_forms" and _POINTS.match(column.heading):
        return "points"
    if table.source == "limesurvey" and any(map(_TIMINGS.match, (*names, column.heading))):
        return "technical"
    if _holds(table, column, system):
        return system
    return "technical" if added_by_tool(column.heading) else ""


def _names(table: AnswerTable, column: Column) -> list[str]:
    """Return what may be the tool's own heading: not that of an option below a question."""
    if column.block:
        return []
    if table.source == "limesurvey":
        return [column.cells[0].split(". ", 1)[0], column.cells[0], column.text]
    if table.source == "qualtrics":
        return [column.code]
    if table.source == "kobo":
        # A question may be called "status"; what the tool adds has its own spelling.
        return [column.cells[0]] if "/" not in column.cells[0].removeprefix("meta/") else []
    return [column.text]


def _few_names(column: Column) -> bool:
    filled = column.filled()
    return 2 <= len(set(map(folded, filled))) <= 0.6 * len(filled)


def _holds(table: AnswerTable, column: Column, system: SystemUse) -> bool:
    """Tell whether what stands below can be what the heading says."""
    filled = column.filled()
    if system in _TIMES:
        return sum(map(is_moment, filled)) >= 0.5 * len(filled)
    if system == "seconds":
        return all(map(is_number, filled))
    if table.source != "own":
        return True
    distinct = {folded(text) for text in filled}
    if system == "source_id":
        return len(distinct) == len(filled) and len(filled) >= 0.5 * len(column.texts)
    if system == "wave":
        return 1 <= len(distinct) <= 12
    if system in {"group", "site", "role"}:
        figures = all(whole(text) is not None for text in filled)
        return len(distinct) <= max(2, 0.6 * len(filled)) and not figures
    if system == "email":
        return any("@" in text for text in filled)
    return True
