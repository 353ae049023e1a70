"""How a value of a field reads on the screen, and what a typed text means: by QLocale."""

import re
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from typing import Any

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale, QTime, QTimeZone

from changedesk.store.errors import UserError
from changedesk.store.fields import Choice, Kind
from changedesk.store.listing import Named
from changedesk.store.spec import FieldSpec
from changedesk.store.text import on_one_line
from ui.i18n import translate_label

ISO = "yyyy-MM-dd"
_CENTURY_TURNS = 1950
KNOWN_BY_NAME = frozenset(("group",))
"""Records that have a code, and that nobody calls by it."""
_DAY_AND_TIME = re.compile(r"(\S+?),?[ T]+([0-9]{1,2})[:.]([0-9]{2})")
_IN_ZONE = re.compile(r"(.+?)\s*\(([\w+\-/]+)\)")
_EXAMPLE = QDateTime(QDate(2026, 3, 31), QTime(9, 0))


def display(spec: FieldSpec, value: Any) -> str:
    """Return how a value reads; the empty text for no value."""
    if value is None or value == "":
        return ""
    if spec.choices:
        return choice_text(spec.choices, value)
    if isinstance(value, Named):
        return value.title if spec.target in KNOWN_BY_NAME else value.short
    if spec.kind is Kind.YES_NO:
        return yes_or_no(value)
    if spec.kind is Kind.DATE:
        return date_text(str(value))
    if spec.kind is Kind.MOMENT:
        return moment_text(value)
    if spec.kind is Kind.INTEGER:
        return QLocale().toString(int(value))
    return str(value)


def editable_text(spec: FieldSpec, value: Any) -> str:
    """Return the text that an editor of one line begins with, and that goes to the clipboard."""
    if spec.kind is Kind.INTEGER and value is not None:
        return str(value)
    if spec.choices:
        found = choice_of(spec.choices, str(value or ""))
        return translate_label(found.label) if found else str(value or "")
    if isinstance(value, Named):
        return value.short
    if spec.kind is Kind.MOMENT and isinstance(value, Placed):
        return _beside(value, _short, value.zone)
    return display(spec, value)


def choice_of(choices: tuple[Choice, ...], code: str) -> Choice | None:
    """Return the choice with a code, or None."""
    return next((choice for choice in choices if choice.code == code), None)


def choice_text(choices: tuple[Choice, ...], code: str) -> str:
    """Return glyph and word of a code; the code itself when it is unknown."""
    found = choice_of(choices, code)
    return f"{found.glyph} {translate_label(found.label)}".strip() if found else code


def yes_or_no(value: object) -> str:
    """Return the word for a truth value; glyph and word, as for every state."""
    if value:
        return QCoreApplication.translate("Values", "✔ Yes")
    return QCoreApplication.translate("Values", "— No")


def date_text(iso: str) -> str:
    """Return a calendar day as the locale writes it; what is no date stays as it is."""
    day = QDate.fromString(iso, ISO)
    return QLocale().toString(day, QLocale.FormatType.ShortFormat) if day.isValid() else iso


def moment_text(milliseconds: int) -> str:
    """Return a point in time as the locale writes it: in local time, or that of its place."""
    moment = milliseconds if isinstance(milliseconds, Placed) else Placed(milliseconds, "")
    return _beside(moment, _short, moment.city)


def _short(when: QDateTime) -> str:
    locale = QLocale()
    told = locale.toString(when, QLocale.FormatType.ShortFormat)
    # Where no language is set, the short form is the only one that tells seconds.
    return told.removesuffix(":00") if locale.language() is QLocale.Language.C else told


class Placed(int):
    """A moment in milliseconds that is told by the clocks of a place, named by its time zone."""

    zone: str

    def __new__(cls, milliseconds: int, zone: str) -> "Placed":
        """Return the moment with its zone; one that nobody knows is this computer's."""
        made = super().__new__(cls, milliseconds)
        made.zone = zone if zone and QTimeZone(zone.encode()).isValid() else ""
        return made

    @property
    def city(self) -> str:
        """Return the last part of its zone's name: a column of a list has no room for more."""
        return self.zone.rpartition("/")[2].replace("_", " ")


def placed(fields: Sequence[FieldSpec], values: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return the values of a record with its moments told by the time zone that it names."""
    zone = zone_of(fields, values)
    if not zone:
        return values
    return tuple(
        Placed(value, zone) if field.kind is Kind.MOMENT and value is not None else value
        for field, value in zip(fields, values, strict=True)
    )


def zone_of(fields: Sequence[FieldSpec], values: Sequence[Any]) -> str:
    """Return the time zone that a record names; empty for none, and for one that nobody knows."""
    pairs = zip(fields, values, strict=True)
    zone = next((str(value or "") for field, value in pairs if field.name == "time_zone"), "")
    return zone if zone and QTimeZone(zone.encode()).isValid() else ""


def typed_in(zone: str, spec: FieldSpec, value: Any) -> Any:
    """Return what was typed of a record in a time zone: its moments are meant on those clocks."""
    moment = spec.kind is Kind.MOMENT and isinstance(value, str) and value.strip()
    return f"{value} ({zone})" if moment and zone and not _IN_ZONE.fullmatch(value) else value


def placed_clock(milliseconds: int, zone: str) -> str:
    """Return the time of day in a zone, with its name where the clocks differ from those here."""
    moment = Placed(milliseconds, zone)
    return _beside(moment, lambda when: when.time().toString("HH:mm"), moment.zone)


def _beside(moment: Placed, told: Callable[[QDateTime], str], name: str) -> str:
    here = QDateTime.fromMSecsSinceEpoch(moment)
    if not moment.zone:
        return told(here)
    there = here.toTimeZone(QTimeZone(moment.zone.encode()))
    alike = there.offsetFromUtc() == here.offsetFromUtc()
    return told(there) if alike else f"{told(there)} ({name})"


def time_text(milliseconds: int) -> str:
    """Return the time of day to the second, such as 14:02:11."""
    when = QDateTime.fromMSecsSinceEpoch(milliseconds)
    return when.time().toString("HH:mm:ss")


def clock_text(milliseconds: int) -> str:
    """Return the time of day to the minute, such as 14:02."""
    return QDateTime.fromMSecsSinceEpoch(milliseconds).time().toString("HH:mm")


def day_text(milliseconds: int, now_ms: int) -> str:
    """Return "today 09:00", "yesterday 17:30" or the date and time."""
    when = QDateTime.fromMSecsSinceEpoch(milliseconds)
    days = when.date().daysTo(QDateTime.fromMSecsSinceEpoch(now_ms).date())
    clock = clock_text(milliseconds)
    if days == 0:
        return QCoreApplication.translate("Values", "today {0}").format(clock)
    if days == 1:
        return QCoreApplication.translate("Values", "yesterday {0}").format(clock)
    return moment_text(milliseconds)


def parse(spec: FieldSpec, text: str, references: tuple[Named, ...] = ()) -> Any:
    """Return the value that a typed or pasted text means; raises UserError when it means none."""
    text = text.strip("\n") if spec.kind is Kind.LONG_TEXT else on_one_line(text).strip()
    label = translate_label(spec.label)
    if spec.choices:
        return _parse_choice(spec, text, label)
    if spec.kind is Kind.REFERENCE:
        return _parse_reference(text, references, label)
    if spec.kind is Kind.INTEGER:
        return _parse_integer(text, label)
    if spec.kind is Kind.DATE:
        return _parse_date(text, label)
    if spec.kind is Kind.MOMENT:
        return _parse_moment(text, label)
    if spec.kind is Kind.YES_NO:
        return _parse_yes_no(text, label)
    if spec.facts.required and not text:
        raise UserError(QCoreApplication.translate("Values", "{0} is needed.").format(label))
    return text


def _parse_choice(spec: FieldSpec, text: str, label: str) -> str:
    if not text:
        return ""
    wanted = text.casefold()
    for choice in spec.choices:
        word = translate_label(choice.label)
        names = (choice.code, choice.label, word, f"{choice.glyph} {word}")
        if wanted in (name.casefold() for name in names):
            return choice.code
    words = ", ".join(translate_label(choice.label) for choice in spec.choices)
    raise UserError(
        QCoreApplication.translate(
            "Values", "“{0}” is not a value of {1}: choose one of {2}."
        ).format(text, label, words)
    )


def _parse_reference(text: str, references: tuple[Named, ...], label: str) -> int | None:
    if not text:
        return None
    wanted = " ".join(text.split()).casefold()
    for named in references:
        names = (named.code, named.title, " ".join(named.full.split()))
        if wanted in (name.casefold() for name in names if name):
            return named.key
    raise UserError(
        QCoreApplication.translate("Values", "{0}: there is no “{1}”.").format(label, text)
    )


def _parse_integer(text: str, label: str) -> int | None:
    if not text:
        return None
    number, understood = QLocale().toLongLong(text)
    if not understood and text.lstrip("-").isascii() and text.lstrip("-").isdigit():
        number, understood = int(text), True
    if not understood or abs(number) >= 2**31:
        raise UserError(
            QCoreApplication.translate("Values", "{0} takes a whole number, such as 12.").format(
                label
            )
        )
    return int(number)


def _parse_date(text: str, label: str) -> str:
    if not text:
        return ""
    day = QDate.fromString(text, ISO)
    locale = QLocale()
    for form in (QLocale.FormatType.ShortFormat, QLocale.FormatType.LongFormat):
        if not day.isValid():
            day = locale.toDate(text, form)
            if day.isValid() and day.year() < _CENTURY_TURNS:
                day = day.addYears(100)
    if not day.isValid():
        example = locale.toString(QDate(2026, 3, 31), QLocale.FormatType.ShortFormat)
        raise UserError(
            QCoreApplication.translate(
                "Values", "{0} takes a date, such as {1} or 2026-03-31."
            ).format(label, example)
        )
    return day.toString(ISO)


def _parse_moment(text: str, label: str) -> int | None:
    if not text:
        return None
    if (named := _IN_ZONE.fullmatch(text)) and QTimeZone(named[2].encode()).isValid():
        here = _parse_moment(named[1], label)
        return None if here is None else in_zone(here, named[2])
    when = QLocale().toDateTime(text, QLocale.FormatType.ShortFormat)
    if when.isValid():
        day = when.date() if when.date().year() >= _CENTURY_TURNS else when.date().addYears(100)
        return int(QDateTime(day, when.time()).toMSecsSinceEpoch())
    parts = _DAY_AND_TIME.fullmatch(text)
    clock = QTime(int(parts[2]), int(parts[3])) if parts else QTime()
    if parts is None or not clock.isValid():
        raise UserError(
            QCoreApplication.translate(
                "Values", "{0} takes a day and a time, such as {1} or 2026-03-31 09:00."
            ).format(label, moment_text(_EXAMPLE.toMSecsSinceEpoch()))
        )
    day = QDate.fromString(_parse_date(parts[1], label), ISO)
    return int(QDateTime(day, clock).toMSecsSinceEpoch())


def in_zone(milliseconds: int, zone: str) -> int:
    """Return the moment at which the clocks of a zone show what those here show at a moment."""
    here = QDateTime.fromMSecsSinceEpoch(milliseconds)
    there = QDateTime(here.date(), here.time(), QTimeZone(zone.encode()))
    return int(there.toMSecsSinceEpoch())


def _parse_yes_no(text: str, label: str) -> bool:
    wanted = text.casefold()
    yes = {"1", "yes", "y", "true", "x", "✔", yes_or_no(True).casefold()}
    no = {"", "0", "no", "n", "false", "—", yes_or_no(False).casefold()}
    yes.add(yes_or_no(True).casefold().removeprefix("✔ "))
    no.add(yes_or_no(False).casefold().removeprefix("— "))
    if wanted in yes or wanted in no:
        return wanted in yes
    raise UserError(QCoreApplication.translate("Values", "{0} takes yes or no.").format(label))


def now_ms() -> int:
    """Return the time now, for texts such as "today"; records take theirs from the workspace."""
    return int(datetime.now(UTC).timestamp() * 1000)


def today_iso() -> str:
    """Return the calendar day here and now."""
    return date.fromtimestamp(now_ms() / 1000).isoformat()
