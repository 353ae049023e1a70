"""Reads lists of attendance as rooms keep them: people down, the days of a course across."""

import re
from dataclasses import dataclass
from datetime import date

from changedesk.exchange import dates
from changedesk.exchange.change.attendance import documented_state
from changedesk.exchange.change.drafts import ChangeDraft
from changedesk.exchange.change.gathering import Gathering, titled
from changedesk.exchange.change.people_rows import (
    facts_in,
    group_in,
    other_columns,
    person_in,
    tables_of_people,
)
from changedesk.exchange.change.tables import ChangeTable, place, table_rows
from changedesk.exchange.headings import normal
from changedesk.exchange.sheets import SheetData

_TITLE = re.compile(
    r"attendance|sign ?in|anwesenheit|teilnehmerliste|teilnahmeliste|présence|émargement|"
    r"asistencia|presença|посещ|присутств"
)
_COURSE = re.compile(
    r"^\s*(?:course|training|module|kurs|schulung|cours|formation|curso|treinamento|курс|тренинг)"
    r"\s*[:：]\s*(.*)$", re.IGNORECASE,
)  # fmt: skip
_ABSENT = frozenset({"abs", "a", "-", "–", "0", "n", "no", "nein", "non", "não", "нет", "н"})
_UNKNOWN = "this mark says neither that somebody came nor that nobody did: {} is left out."


@dataclass(frozen=True)
class SignIn:
    """A table of people with the columns of days, and the course that they attend."""

    table: ChangeTable
    columns: tuple[int, ...]
    course: str


def find_sign_in(sheet: SheetData) -> SignIn | None:
    """Return the list in a sheet that is called one and says above it of which course it is."""
    for table in tables_of_people(sheet):
        days = tuple(
            column
            for column in other_columns(table)
            if dates.looks_like_date(table.headings[column])
        )
        above = [text for row in sheet.rows[: table.first] for text in row if text.strip()]
        called = any(_TITLE.search(normal(text)) for text in (sheet.name, *above))
        course = _course_in(sheet, table.first)
        if days and called and course:
            return SignIn(table, days, course)
    return None


def _course_in(sheet: SheetData, head: int) -> str:
    """Return what stands behind “Course:” above a list, in the same cell or the next one."""
    for row in sheet.rows[:head]:
        for column, text in enumerate(row):
            if match := _COURSE.match(text):
                beside = next((one for one in row[column + 1 :] if one.strip()), "")
                return titled(match[1] or beside)
    return ""


def _days(found: SignIn, work: Gathering) -> dict[int, date]:
    headings = [found.table.headings[column] for column in found.columns]
    order = work.asked.date_order or dates.order_of(headings)[0]
    days = {}
    for column, heading in zip(found.columns, headings, strict=True):
        day = dates.parse(heading, order)
        if day is None:
            work.ask("date", heading, place(found.table.sheet, found.table.first))
        else:
            days[column] = day
    return days


def read_sign_in(found: SignIn, work: Gathering) -> None:
    """Take each person and day with a mark; an empty cell says nothing."""
    days = _days(found, work)
    for row in table_rows(found.table, work.tally):
        person = person_in(row)
        if not person:
            work.reject(row, "it names nobody")
            continue
        told, group = facts_in(row), group_in(row)
        drafts = []
        for column, day in days.items():
            text = row.texts[column].strip()
            outcome = "no_show" if text.casefold() in _ABSENT else documented_state(text)
            if not text:
                continue
            if outcome not in {"attended", "partial", "no_show", "excused"}:
                work.doubt(day.isoformat(), _UNKNOWN, f"{person}: {text}", row.where)
                continue
            drafts.append(
                ChangeDraft(
                    "completion", found.course, row.where, "", "",
                    {**told, "outcome": outcome, "day": day.isoformat()},
                    {"person": (person,), "course": (found.course,), "group": group},
                )
            )  # fmt: skip
        if drafts:
            work.made(*drafts)
        else:
            work.skip(row, "no mark stands beside the name")
