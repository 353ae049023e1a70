"""How the cells of a heat map read: a number, a word, a tone, and marks that need no colour."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from PySide6.QtCore import QCoreApplication, QLocale

from changedesk.impact.cells import Cell
from changedesk.impact.heat import LEVELS
from changedesk.impact.severity import MEDIUM
from ui.i18n import QT_TRANSLATE_NOOP
from ui.theme.statuses import BAD, INFO, QUIET, WARNING

SEVERITY, REACH, COUNT, WEIGHTED, HOURS, CHANGES = (
    "severity", "reach", "count", "weighted", "hours", "changes",
)  # fmt: skip
MEASURES = {
    SEVERITY: QT_TRANSLATE_NOOP("HeatMap", "Severity: lowest–highest"),
    REACH: QT_TRANSLATE_NOOP("HeatMap", "Reach: severity × people"),
    COUNT: QT_TRANSLATE_NOOP("HeatMap", "Number of impacts"),
    WEIGHTED: QT_TRANSLATE_NOOP("HeatMap", "Weighted: low 1, medium 5, high 10"),
    HOURS: QT_TRANSLATE_NOOP("HeatMap", "Hours per person"),
    CHANGES: QT_TRANSLATE_NOOP("HeatMap", "Projects at once"),
}
_LEVEL_WORDS = dict(
    zip(
        LEVELS,
        (
            QT_TRANSLATE_NOOP("HeatMap", "High"),
            QT_TRANSLATE_NOOP("HeatMap", "Medium"),
            QT_TRANSLATE_NOOP("HeatMap", "Low"),
        ),
        strict=True,
    )
)
_TONES = {"high": BAD, "medium": WARNING, "low": INFO}
ANCHORS = (
    QT_TRANSLATE_NOOP("HeatMap", "none"),
    QT_TRANSLATE_NOOP("HeatMap", "aware only"),
    QT_TRANSLATE_NOOP("HeatMap", "a minor new step"),
    QT_TRANSLATE_NOOP("HeatMap", "needs training"),
    QT_TRANSLATE_NOOP("HeatMap", "core task changes"),
    QT_TRANSLATE_NOOP("HeatMap", "role redefined"),
)
"""What the severities 0 to 5 mean, in the words of `changedesk.impact.words`."""
_FIXED = ord("f")
NEAR_LINE = Fraction(3, 4)
"""From this share of the capacity line on a load is told as near it."""


@dataclass(frozen=True)
class Look:
    """What is painted in a cell: the same look is painted once and kept.

    `fill` is the load as a share of the capacity line, in percent, None without a line; `collides`
    puts a mark into the corner.
    """

    number: str
    word: str
    tone: str
    collides: bool = False
    fill: int | None = None


_SHORT_WORDS = {**_LEVEL_WORDS, MEDIUM: QT_TRANSLATE_NOOP("HeatMap", "Med")}


def level_word(level: str, *, short: bool = False) -> str:
    """Return the word for a level: High, Medium (short: Med), Low, or "" for none."""
    word = (_SHORT_WORDS if short else _LEVEL_WORDS).get(level, "")
    return QCoreApplication.translate("HeatMap", word) if word else ""


def measure_word(measure: str) -> str:
    """Return the words of a measure."""
    return QCoreApplication.translate("HeatMap", MEASURES[measure])


def look_of(cell: Cell, measure: str) -> Look:
    """Return how a cell reads in a measure."""
    if measure == HOURS:
        return _look_of_hours(cell)
    number, word = _NUMBERS[measure](cell), level_word(cell.level, short=True)
    if measure == SEVERITY and not cell.level:
        known = cell.severity == 0
        word = QCoreApplication.translate("HeatMap", "None" if known else "Unrated")
    tone = _TONES.get(cell.level, QUIET)
    return Look(number, word, tone, bool(cell.collides) or cell.over)


def hours_text(hours: Fraction) -> str:
    """Return hours with one decimal; what is less than that, and not nothing, as “<0.1”."""
    if 0 < hours < Fraction(1, 20):
        return "<" + QLocale().toString(0.1, _FIXED, 1)
    return QLocale().toString(float(hours), _FIXED, 1)


def severity_text(severity: int | None) -> str:
    """Return a severity with what it means, or that nobody rated it."""
    if severity is None:
        return QCoreApplication.translate("HeatMap", "not rated")
    return f"{severity} {anchor_word(severity)}"


def anchor_word(severity: int) -> str:
    """Return what a severity of 0 to 5 means."""
    return QCoreApplication.translate("HeatMap", ANCHORS[severity])


def _look_of_hours(cell: Cell) -> Look:
    number = hours_text(cell.hours)
    marked = bool(cell.collides) or cell.over
    if cell.line is None:
        return Look(number, "", QUIET if not cell.hours else INFO, marked)
    if cell.over:
        share = int(min(Fraction(999), 100 * cell.hours / cell.line)) if cell.line else 999
        word = f"> {hours_text(cell.line)}"
        return Look(number, word, BAD, marked, share)
    share = int(100 * cell.hours / cell.line) if cell.line else 0
    near = bool(cell.line) and cell.hours >= NEAR_LINE * cell.line
    word = QCoreApplication.translate("HeatMap", "of {0}").format(hours_text(cell.line))
    return Look(number, word, WARNING if near else QUIET, marked, share)


def _severity(cell: Cell) -> str:
    if cell.severity is None:
        return "–"
    alike = cell.mildest == cell.severity
    return str(cell.severity) if alike else f"{cell.mildest}–{cell.severity}"


def _reach(cell: Cell) -> str:
    return QLocale().toString(cell.reach)


def _count(cell: Cell) -> str:
    return str(cell.count)


def _weighted(cell: Cell) -> str:
    return str(cell.weighted)


def _changes(cell: Cell) -> str:
    return str(cell.changes)


_NUMBERS: dict[str, Callable[[Cell], str]] = {
    SEVERITY: _severity, REACH: _reach, COUNT: _count, WEIGHTED: _weighted, CHANGES: _changes,
}  # fmt: skip
