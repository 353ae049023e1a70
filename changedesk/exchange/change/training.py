# ruff: noqa: E501 - wide letters count double there
"""Reads training plans: who needs what, which courses there are, and when they are given."""

import re

from changedesk.exchange import dates
from changedesk.exchange.change.drafts import ChangeDraft
from changedesk.exchange.change.gathering import (
    Gathering,
    code_in,
    kept_values,
    names_in,
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
_DAY_HOURS = 8
_WEEKS = re.compile(r"^(?:\D{0,12}?)(\d{1,2})(?:\s*(?:-|–|—|to|bis|à|a|до)\s*(\d{1,2}))?\s*$")


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
            people=_count(row.text("people")),
            method=_mode(row.text("method")),
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
        minutes = length(row.text("duration"), row.table.headings, row)
        values = kept_values(
            title=title,
            objectives="\n".join(text for _, text in row.all("topics")),
            audience=titled(row.text("audience")),
            minutes=minutes,
            mode=_mode(row.text("method")),
            trainer=titled(row.text("trainer")),
            capacity=_count(row.text("seats")) or None,
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


def length(text: str, headings: tuple[str, ...] = (), row: TableRow | None = None) -> int | None:
    """Return minutes out of "4 hours", "90 min", "1,5 Stunden", "2 days" of eight hours each.

    A figure without a unit counts as the heading says, else nobody knows; of "2-3 hours" the
    longer one.
    """
    match = _LENGTH.search(text.strip())
    if match is None:
        return None
    unit = (match[3] or "").casefold()
    if not unit and row is not None:
        over = " ".join(normal(headings[column]) for column in row.table.columns("duration"))
        words = re.search(
            r"minut|\bmin\b|минут|hour|\bhrs?\b|\bh\b|stunden|heure|hora|час|days?\b|tage|дн", over
        )
        unit = words[0] if words else ""
    if not unit:
        return None
    amount = float(match[2].replace(",", "."))
    if unit.startswith(("mi", "ми")):
        return round(amount)
    hours = _DAY_HOURS if unit.startswith(("d", "t", "j", "дн", "де")) else 1
    return round(amount * 60 * hours)


def _count(text: str) -> int | None:
    found = re.match(r"~?\s*(\d{1,6})\b(?!\s*%)", re.sub(r"[\s,.’'](?=\d{3}\b)", "", text.strip()))
    return int(found[1]) if found else None


def read_schedule(table: ChangeTable, work: Gathering) -> None:
    """Take each line of a schedule: a day, or a week or weeks by their number."""
    rows = list(table_rows(table, work.tally))
    order = work.asked.date_order or dates.order_of(row.text("week") for row in rows)[0]
    for row in rows:
        title = titled(row.text("title"))
        if not title:
            work.reject(row, "it names no activity")
            continue
        when = row.text("week")
        day = dates.parse(when, order)
        if when and day is None and dates.looks_like_date(when):
            work.reject(row, "day and month of its date could be either way round")
            continue
        weeks = weeks_of(when)
        values = kept_values(
            place=titled(row.text("place")),
            trainer=titled(row.text("trainer")),
            minutes=length(row.text("minutes")),
            capacity=_count(row.text("seats")) or None,
            day=day.isoformat() if day else "",
            time=row.text("time"),
            weeks=_weeks(weeks) if weeks else when if not day else "",
            audience=", ".join(names_in(row.text("audience"))),
            mode=_mode(row.text("method")),
            method=row.text("method"),
            remark="\n".join(text for _, text in row.all("remark")),
        )
        work.made(
            ChangeDraft(
                "session", title, row.where, row.text("id"),
                work.key(table.form(), row.text("id"), f"{title}|{when}|{row.text('audience')}"),
                values, {"group": names_in(row.text("audience"))},
            )
        )  # fmt: skip


def _weeks(weeks: tuple[int, int]) -> str:
    first, last = weeks
    return str(first) if first == last else f"{first}-{last}"


def _mode(text: str) -> str:
    """Return the way of teaching that is named first."""
    found = [(m.start(), code) for code, words in _MODES if (m := words.search(normal(text)))]
    return min(found)[1] if found else ""


def weeks_of(text: str) -> tuple[int, int] | None:
    """Return first and last week of "6", "Week 6" or "2-3"; None where it is no week."""
    match = _WEEKS.match(text)
    if match is None:
        return None
    first, last = int(match[1]), int(match[2] or match[1])
    return (first, last) if 0 < first <= last <= 53 else None
