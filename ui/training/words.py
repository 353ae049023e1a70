"""The codes of training in the user's language, and how its figures read."""

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, QTimeZone

from changedesk.people.shares import Share
from changedesk.store.fields import Choice
from changedesk.training import words
from ui.i18n import QT_TRANSLATE_NOOP, translate_label

_CHOICES: dict[str, Choice] = {
    choice.code: choice
    for choices in (words.ENROLMENT_STATES, words.SESSION_STATUS)
    for choice in choices
}
_CLASHES = {
    "twice": ("✖", QT_TRANSLATE_NOOP("Training", "also in {0}")),
    "leave": ("—", QT_TRANSLATE_NOOP("Training", "on leave")),
    "off_shift": ("◔", QT_TRANSLATE_NOOP("Training", "off shift")),
    "busy": ("▲", QT_TRANSLATE_NOOP("Training", "busy period")),
    "before": ("➔", QT_TRANSLATE_NOOP("Training", "{0} comes first")),
    "seats": ("⚠", QT_TRANSLATE_NOOP("Training", "more people than seats")),
    "trainer": ("✖", QT_TRANSLATE_NOOP("Training", "its trainer is also in {0}")),
    "room": ("✖", QT_TRANSLATE_NOOP("Training", "its room is taken by {0}")),
    "materials": ("⚠", QT_TRANSLATE_NOOP("Training", "before the materials are ready")),
}


def word_of(code: str) -> str:
    """Return the word of a state."""
    choice = _CHOICES.get(code)
    return translate_label(choice.label) if choice else code


def labelled(code: str) -> str:
    """Return glyph and word of a state, such as "✔ Attended"."""
    choice = _CHOICES.get(code)
    return f"{choice.glyph} {word_of(code)}".strip() if choice else code


def clash_words(kind: str, other: str = "") -> str:
    """Return glyph and words of a clash; `other` is the session or course that it is with."""
    glyph, text = _CLASHES[kind]
    return f"{glyph} {QCoreApplication.translate('Training', text)}".format(other)


def of(share: Share) -> str:
    """Return "41 of 85"."""
    number = QLocale().toString
    told = QCoreApplication.translate("Training", "{0} of {1}")
    return told.format(number(share.n), number(share.base))


def between(share: Share) -> str:
    """Return Wilson's interval of a share, such as "38–59 %"; empty without a base."""
    if share.interval is None:
        return ""
    low, high = share.interval
    return f"{100 * low:.0f}–{100 * high:.0f} %"


def when(starts: int | None, zone: str = "", *, day: bool = True) -> str:
    """Return when a session starts on the clocks of its place; the zone's name where one is set."""
    if starts is None:
        return QCoreApplication.translate("Training", "no time yet")
    moment = QDateTime.fromMSecsSinceEpoch(starts)
    place = QTimeZone(zone.encode()) if zone else QTimeZone()
    named = bool(zone) and place.isValid()
    if named:
        moment = moment.toTimeZone(place)
    clock = moment.time().toString("HH:mm")
    if not day:
        return clock
    date = QLocale().toString(moment.date(), QLocale.FormatType.ShortFormat)
    weekday = QLocale().dayName(moment.date().dayOfWeek(), QLocale.FormatType.ShortFormat)
    told = f"{weekday} {date} {clock}"
    return f"{told} ({zone})" if named else told
