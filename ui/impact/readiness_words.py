"""The results of questionnaires in the user's language: glyph, word and tone."""

from PySide6.QtCore import QCoreApplication, QLocale

from changedesk.impact import scoring
from changedesk.impact.assessments import PartResult
from changedesk.impact.words import ASSESSMENTS
from ui.i18n import QT_TRANSLATE_NOOP, translate_label

_BANDS = {
    scoring.INCOMPLETE: (QT_TRANSLATE_NOOP("Impact", "incomplete"), "◌", "quiet"),
    scoring.AT_RISK: (QT_TRANSLATE_NOOP("Impact", "at risk"), "✖", "bad"),
    scoring.ALERT: (QT_TRANSLATE_NOOP("Impact", "watch it"), "◐", "warning"),
    scoring.STRONG: (QT_TRANSLATE_NOOP("Impact", "strong"), "✔", "good"),
    scoring.LARGE: (QT_TRANSLATE_NOOP("Impact", "large change"), "▲", "warning"),
    scoring.SMALL: (QT_TRANSLATE_NOOP("Impact", "small change"), "▼", "good"),
    scoring.HARD: (QT_TRANSLATE_NOOP("Impact", "hard to change"), "▲", "warning"),
    scoring.EASY: (QT_TRANSLATE_NOOP("Impact", "open to change"), "▼", "good"),
    scoring.LOW: (QT_TRANSLATE_NOOP("Impact", "low"), "▼", "good"),
    scoring.MEDIUM: (QT_TRANSLATE_NOOP("Impact", "medium"), "■", "warning"),
    scoring.HIGH: (QT_TRANSLATE_NOOP("Impact", "high"), "▲", "bad"),
    scoring.RED: (QT_TRANSLATE_NOOP("Impact", "red: needs help now"), "✖", "bad"),
    scoring.YELLOW: (QT_TRANSLATE_NOOP("Impact", "yellow: coach the sponsor"), "◐", "warning"),
    scoring.GREEN: (QT_TRANSLATE_NOOP("Impact", "green: strong sponsor"), "✔", "good"),
}


def band_words(band: str) -> str:
    """Return glyph and word of a band; nothing where there is none."""
    word, glyph, _ = _BANDS.get(band, ("", "", ""))
    return f"{glyph} {QCoreApplication.translate('Impact', word)}" if word else ""


def band_tone(band: str) -> str:
    """Return the tone of a band."""
    return _BANDS.get(band, ("", "", "quiet"))[2]


def kind_word(kind: str) -> str:
    """Return the name of a kind of assessment."""
    return next((translate_label(one.label) for one in ASSESSMENTS if one.code == kind), kind)


def part_words(part: PartResult, *, means: bool) -> str:
    """Return the figure of a part: its sum of the most there is, or its mean, or what is blank."""
    say = QCoreApplication.translate
    if part.total is None or part.mean is None:
        return say("Impact", "{0} of {1} answered").format(part.answered, part.items)
    if means:
        return say("Impact", "mean {0}").format(number(float(part.mean)))
    return say("Impact", "{0} of {1}").format(part.total, part.most)


def number(value: float) -> str:
    """Return a figure with one decimal, as the locale writes it."""
    return QLocale().toString(value, ord("f"), 1)
