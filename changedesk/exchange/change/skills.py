"""Reads a matrix of skills: people down, skills across, in each cell a level of 0 to 4."""

import re
from dataclasses import dataclass

from changedesk.exchange.change.drafts import ChangeDraft
from changedesk.exchange.change.gathering import Gathering, titled
from changedesk.exchange.change.people_rows import (
    facts_in,
    group_in,
    other_columns,
    person_in,
    tables_of_people,
)
from changedesk.exchange.change.tables import ChangeTable, table_rows
from changedesk.exchange.change.words import TRAINING_ID
from changedesk.exchange.headings import normal
from changedesk.exchange.sheets import SheetData

_TITLE = re.compile(
    r"\bskills?\b|competenc|proficienc|qualifi[ck]ation|fähigkeit|kompeten[zc]|kenntnis|compétence|"
    r"habilidad|competência|навык|компетенц"
)
_REQUIRED = re.compile(
    r"(?:required|target|minimum|desired|soll|ziel|requis|cible|requerido|exigido|требуем\w*)\b"
)
_NOBODY = re.compile(r"(?:average|mean|total|gap|durchschnitt|mittelwert|moyenne|promedio|média)\b")
_LEVEL = re.compile(r"([0-4])(?:[.,]0+)?")
_FEWEST_SKILLS = 2
_MOST_LIKELY = 0.7
_LONGEST_SKILL = 60
_NO_LEVEL = "levels go from 0 (none) to 4 (teaches others), and this was not read: {}"


@dataclass(frozen=True)
class SkillMatrix:
    """A table of people with the skill of each further column."""

    table: ChangeTable
    skills: dict[int, str]


def find_skills(sheet: SheetData) -> SkillMatrix | None:
    """Return the matrix in a sheet that is called one, by its name or by what stands above it."""
    for table in tables_of_people(sheet):
        skills = {
            column: titled(heading)
            for column in other_columns(table)
            if _is_name(heading := table.headings[column])
            and _holds_levels(sheet, table.body, column)
        }
        said = [sheet.name, *(text for above in sheet.rows[: table.first] for text in above)]
        if len(skills) >= _FEWEST_SKILLS and any(_TITLE.search(normal(text)) for text in said):
            return SkillMatrix(table, skills)
    return None


def _is_name(heading: str) -> bool:
    # A question of a survey is longer, or asks.
    short = len(heading) <= _LONGEST_SKILL and "?" not in heading
    return short and not TRAINING_ID.search(normal(heading))


def _holds_levels(sheet: SheetData, first: int, column: int) -> bool:
    texts = [row[column].strip() for row in sheet.rows[first:] if column < len(row)]
    filled = [text for text in texts if text]
    levels = sum(bool(_LEVEL.fullmatch(text)) for text in filled)
    return levels >= 2 and levels >= _MOST_LIKELY * len(filled)


def read_skills(found: SkillMatrix, work: Gathering) -> None:
    """Take the level of each person and skill; rows of required levels and means are left out."""
    for row in table_rows(found.table, work.tally):
        person = person_in(row)
        if not person:
            work.reject(row, "it names nobody")
            continue
        if _REQUIRED.match(normal(person)):
            work.skip(row, "levels that are required: they belong to the needs of a group")
            continue
        if _NOBODY.match(normal(person)):
            work.skip(row, "figures of nobody")
            continue
        values = facts_in(row)
        group = group_in(row)
        drafts = []
        for column, skill in found.skills.items():
            text = row.texts[column]
            level = _LEVEL.fullmatch(text)
            if level:
                drafts.append(
                    ChangeDraft(
                        "skill_level", skill, row.where, "", "",
                        {**values, "level": int(level[1])},
                        {"person": (person,), "skill": (skill,), "group": group},
                    )
                )  # fmt: skip
            elif normal(text):
                work.doubt(skill, _NO_LEVEL, text, row.where)
        if drafts:
            work.made(*drafts)
        else:
            work.skip(row, "it holds no level")
