"""Adoption in words: shares with their base and interval, targets, speed, benefits."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from PySide6.QtCore import QCoreApplication, QLocale

from changedesk.people.shares import Share
from changedesk.survey.adoption import (
    NO_ACTUAL,
    NO_BASELINE,
    NO_TARGET,
    NOT_SET,
    REACHED,
    REACHED_UNSURE,
    REALISED,
    SAME_AS_BASELINE,
    SHORT,
    SHORT_UNSURE,
    UNMEASURED,
    WRONG_SIDE,
    Realised,
    Speed,
)
from changedesk.survey.adoption_queries import BenefitState, MeasureState, Point
from changedesk.survey.statistics.estimates import Estimate
from changedesk.survey.statistics.shares import share_estimate
from ui.adoption.measure_chart import Dot, Drawing

CODES = {
    REACHED: "passed", REACHED_UNSURE: "passed_with_remark", SHORT_UNSURE: "blocked",
    SHORT: "failed", UNMEASURED: "not_run", NO_TARGET: "not_run",
}  # fmt: skip


def percent(value: float) -> str:
    """Return a share as a percentage with one digit."""
    return f"{QLocale().toString(100 * value, ord('f'), 1)} %"


def share_words(share: Share | None) -> str:
    """Return a share with its base: 94.1 % (80 of 85)."""
    if share is None or share.value is None:
        return "–"
    say = QCoreApplication.translate
    return say("Adoption", "{0} ({1} of {2})").format(percent(share.value), share.n, share.base)


def interval_words(estimate: Estimate | None) -> str:
    """Return the 95 % interval of a share."""
    if estimate is None:
        return ""
    say = QCoreApplication.translate
    return say("Adoption", "95 %: {0} to {1}").format(percent(estimate.low), percent(estimate.high))


def standing_words(state: str) -> str:
    """Return how a figure stands to its target, with a glyph."""
    say = QCoreApplication.translate
    return {
        REACHED: say("Adoption", "✔ target reached"),
        REACHED_UNSURE: say("Adoption", "✔* reached, not surely"),
        SHORT_UNSURE: say("Adoption", "⊘ short, not surely"),
        SHORT: say("Adoption", "✖ short of the target"),
        UNMEASURED: say("Adoption", "○ not read yet"),
        NO_TARGET: say("Adoption", "○ no target set"),
    }[state]


def speed_words(speed: Speed | None) -> str:
    """Return how soon the level was reached."""
    say = QCoreApplication.translate
    if speed is None:
        return ""
    told = say("Adoption", "reached %n day(s) after go-live", None, speed.days)
    return told if speed.held else say("Adoption", "{0}, and lost again since").format(told)


def point_words(measure: MeasureState, point: Point) -> str:
    """Return what was read on a day."""
    if measure.is_share:
        return share_words(point.share)
    return "–" if point.value is None else f"{point.value} {measure.unit}".strip()


def realised_words(state: Realised) -> str:
    """Return how much of a benefit came, or why that cannot be said."""
    say = QCoreApplication.translate
    if state.state == REALISED and state.value is not None:
        return say("Adoption", "{0} of the way").format(percent(float(state.value)))
    return {
        NO_BASELINE: say("Adoption", "○ not measurable: no baseline"),
        NOT_SET: say("Adoption", "○ no target set"),
        SAME_AS_BASELINE: say("Adoption", "⚠ the target is the baseline"),
        WRONG_SIDE: say("Adoption", "⚠ the target is on the wrong side"),
        NO_ACTUAL: say("Adoption", "○ not read yet"),
    }[state.state]


def drawing_of_measure(measure: MeasureState) -> Drawing:
    """Return the picture of a measure."""
    live = date.fromisoformat(measure.go_live) if measure.go_live else None
    target = float(measure.target) if measure.target is not None else None
    if not measure.is_share:
        dots = [_plain_dot(one.day, one.value) for one in measure.points if one.value is not None]
        return _fitted(dots, target, live, measure.unit)
    dots = []
    for one in measure.points:
        found = share_estimate(one.share) if one.share is not None else None
        if found is not None:
            dots.append(Dot(one.day, 100 * found.value, 100 * found.low, 100 * found.high,
                            percent(found.value)))  # fmt: skip
    return Drawing(dots, target, live)


def drawing_of_benefit(benefit: BenefitState) -> Drawing:
    """Return the picture of a benefit."""
    dots = [_plain_dot(date.fromisoformat(day), value) for _, day, value, _ in benefit.readings]
    target = float(benefit.target) if benefit.target is not None else None
    base = [float(benefit.baseline)] if benefit.baseline is not None else []
    return _fitted(dots, target, None, benefit.unit, base)


def _plain_dot(day: date, value: Decimal) -> Dot:
    figure = float(value)
    return Dot(day, figure, figure, figure, f"{figure:g}")


def _fitted(
    dots: Sequence[Dot], target: float | None, live: date | None, unit: str,
    further: Sequence[float] = (),
) -> Drawing:  # fmt: skip
    values = [one.value for one in dots] + [*further] + ([target] if target is not None else [])
    if not values:
        return Drawing()
    low, high = min(values), max(values)
    room = (high - low) * 0.2 or abs(high) * 0.2 or 1.0
    return Drawing(dots, target, live, low - room, high + room, unit)
