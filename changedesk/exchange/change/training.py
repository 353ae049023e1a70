# ruff: noqa: E501 - wide letters count double there
"""Reads training plans: who needs what, and which courses there are."""

import re

from changedesk.exchange.change.drafts import ChangeDraft
from changedesk.exchange.change.gathering import (
    Gathering,
    code_in,
    kept_values,
    rating,
    titled,
)
from changedesk.exchange.change.scales import Level
from changedesk.exchange.change.tables import ChangeTable, TableRow, table_rows
from changedesk.exchange.headings import normal

_MODES = tuple(
    (code, re.compile(words))
    for code, words in (
        (
            "self_paced",
            r"self paced|e ?learning|online course|recording|video|selbst|autoform|autoaprend|самост|электронн",
        ),
        (
            "virtual",
            r"webinar|virtual|online|remote|teams|zoom|вебинар|онлайн|virtuel|distancia|à distance",
        ),
        (
            "on_the_job",
            r"on the job|shadow|floor ?walk|buddy|am arbeitsplatz|sur le terrain|en el puesto|на рабочем месте",
        ),
        (
            "classroom",
            r"classroom|hands on|instructor|workshop|face to face|in person|role ?play|interactive|präsenz|seminar|présentiel|presencial|очно|аудитор|тренинг|семинар",
        ),
        ("job_aid", r"job aid|guide|manual|documentation|leitfaden|handbuch|guía|памятка|инструкц"),
    )
)
_CRITICAL = tuple(
    (code, re.compile(words))
    for code, words in (
        ("must", r"must|critical|high|mandatory|hoch|pflicht|élev|obligat|alta|высок|обязат"),
        ("should", r"should|medium|mittel|moyen|media|média|средн"),
        ("could", r"could|low|optional|niedrig|faible|baja|baixa|низк|жела"),
    )
)
_LENGTH = re.compile(
    r"(?:(\d+(?:[.,]\d+)?)\s*(?:-|–|to|bis|à|до)\s*)?(\d+(?:[.,]\d+)?)\s*"
    r"(minutes?|mins?|minuten|minutos?|minutos|минут\w*|мин|hours?|hrs?|h|std|stunden?|heures?|horas?|час\w*|ч|"
    r"days?|tage?|jours?|días?|dias?|дн\w*|день)?\.?\b", re.IGNORECASE,
)  # fmt: skip
_UNIT = re.compile(
    r"minut|\bmin\b|минут|hour|\bhrs?\b|\bh\b|stunden|heure|hora|час|days?\b|tage|дн"
)
_DAY_HOURS = 8


def read_needs(table: ChangeTable, work: Gathering) -> None:
    """Take each group with what it must learn."""
    rows = list(table_rows(table, work.tally))
    levels = {name: rating(table, rows, name, work) for name in ("required", "current")}
    for row in rows:
        groups = [titled(text) for _, text in row.all("group")][:1]
        needs = row.text("needs")
        if not needs:
            why = "it names a group and no need" if groups else "it names no need"
            work.skip(row, why) if groups else work.reject(row, why)
            continue
        values = kept_values(
            title=titled(needs),
            people=count_of(row.text("people")),
            method=mode_of(row.text("method")),
            criticality=code_in(row.text("criticality"), _CRITICAL),
            owner=titled(row.text("owner")),
            remark="\n".join(text for _, text in row.all("remark")),
        )
        for name, found in levels.items():
            if found is not None:
                values |= kept_values(**{name: _of_four(found.level(row, work))})
        work.made(
            ChangeDraft(
                "need", titled(needs), row.where, row.text("id"),
                work.key(table.form(), row.text("id"), f"{needs}|{groups}"), values,
                {"group": tuple(groups)}, (),
                row.further("id", "group", "needs", "people", "owner", "remark"),
            )
        )  # fmt: skip


def _of_four(level: Level) -> int | None:
    words = {"none": 0, "very_low": 1, "low": 1, "medium": 2, "high": 3, "very_high": 4}
    if level.number is None:
        return words.get(level.word)
    return min(level.number, 4) if level.high <= 5 else None


def read_courses(table: ChangeTable, work: Gathering) -> None:
    """Take each module or course of a catalogue."""
    for row in table_rows(table, work.tally):
        title = titled(row.text("title"))
        if not title:
            work.reject(row, "it names no course")
            continue
        minutes = length(row.text("duration"), _over(row, "duration"))
        values = kept_values(
            title=title,
            objectives="\n".join(text for _, text in row.all("topics")),
            audience=titled(row.text("audience")),
            minutes=minutes,
            mode=mode_of(row.text("method")),
            trainer=titled(row.text("trainer")),
            capacity=count_of(row.text("seats")) or None,
            owner=titled(row.text("owner")),
            remark="\n".join(text for _, text in row.all("remark")),
        )
        taken = ["id", "title", "topics", "audience", "trainer", "seats", "owner", "remark"]
        if minutes is not None:
            taken.append("duration")
        work.made(
            ChangeDraft(
                "course", title, row.where, row.text("id"),
                work.key(table.form(), row.text("id"), title), values, {}, (),
                row.further(*taken),
            )
        )  # fmt: skip


def _over(row: TableRow, name: str) -> str:
    return " ".join(row.table.headings[column] for column in row.table.columns(name))


def length(text: str, heading: str = "") -> int | None:
    """Return minutes out of "4 hours", "90 min", "1:30", "2 days" of eight hours each.

    A figure without a unit counts as the heading says, else nobody knows; of "2-3 hours" the
    longer one.
    """
    if match := re.fullmatch(r"(\d{1,3}):([0-5]\d)(?::[0-5]\d)?", text.strip()):
        return int(match[1]) * 60 + int(match[2])
    match = _LENGTH.search(text.strip())
    if match is None:
        return None
    unit = (match[3] or "").casefold()
    if not unit:
        words = _UNIT.search(normal(heading))
        unit = words[0] if words else ""
    if not unit:
        return None
    amount = float(match[2].replace(",", "."))
    if unit.startswith(("mi", "ми")):
        return round(amount)
    hours = _DAY_HOURS if unit.startswith(("d", "t", "j", "дн", "де")) else 1
    return round(amount * 60 * hours)


def count_of(text: str) -> int | None:
    """Return the whole number that a text begins with; a percentage is none."""
    found = re.match(r"~?\s*(\d{1,6})\b(?!\s*%)", re.sub(r"[\s,.’'](?=\d{3}\b)", "", text.strip()))
    return int(found[1]) if found else None


def mode_of(text: str) -> str:
    """Return the way of teaching that is named first."""
    found = [(m.start(), code) for code, words in _MODES if (m := words.search(normal(text)))]
    return min(found)[1] if found else ""
