"""How figures of surveys read: shares with bases and intervals, verdicts, tests, effects."""

from PySide6.QtCore import QCoreApplication, QLocale

from changedesk.people.shares import Share
from changedesk.survey import figure_words, words
from changedesk.survey.comparing import LINKED, Comparison
from changedesk.survey.contrasts import Contrast
from changedesk.survey.statistics.nps import Nps
from changedesk.survey.verdicts import DIFFERS, EACH_SAMPLE, TOO_FEW
from ui.i18n import QT_TRANSLATE_NOOP, translate_label
from ui.records.values import date_text
from ui.uat.words import percent

translate = QCoreApplication.translate


def said(text: str) -> str:
    """Return the translation of a text of the results."""
    return translate("Results", text)


def number(value: float | None, places: int = 1) -> str:
    """Return a figure in the language of the window; "–" for none."""
    return "–" if value is None else QLocale().toString(float(value), ord("f"), places)


def plain(value: float | None) -> str:
    """Return a figure without a decimal that says nothing: "4", "3.5"."""
    return number(value, 0 if value is not None and value == int(value) else 1)


def signed(value: float, places: int = 0) -> str:
    """Return a figure with its sign."""
    written = number(abs(value), places)
    if not any(mark in "123456789" for mark in written):
        return written
    return f"+{written}" if value > 0 else f"−{written}"


def between(share: Share) -> str:
    """Return Wilson's interval of a share, such as "46–74 %"; empty without a base."""
    if share.interval is None:
        return ""
    low, high = share.interval
    return f"{100 * low:.0f}–{100 * high:.0f} %"


def of(share: Share) -> str:
    """Return "25 of 41"."""
    return said(QT_TRANSLATE_NOOP("Results", "{0} of {1}")).format(share.n, share.base)


def full_share(share: Share) -> str:
    """Return a share with all that belongs to it: "61 % (46–74 %), 25 of 41"."""
    if share.value is None:
        return "–"
    return f"{percent(share)} ({between(share)}), {of(share)}"


def nps_words(nps: Nps) -> str:
    """Return a net promoter score with its interval: "+25 (−11 to +61)"."""
    told = nps.estimate
    if told is None:
        return "–"
    return f"{signed(told.value)} ({interval(told.low, told.high, 0, with_sign=True)})"


def interval(
    low: float | None, high: float | None, places: int = 1, *, with_sign: bool = False
) -> str:
    """Return "3.4 to 4.1"; empty where there is none."""
    if low is None or high is None:
        return ""
    write = signed if with_sign else number
    told = said(QT_TRANSLATE_NOOP("Results", "{0} to {1}"))
    return told.format(write(low, places), write(high, places))


def hidden_words(least: int) -> str:
    """Return what stands where a figure may not be shown."""
    return said(QT_TRANSLATE_NOOP("Results", "hidden: a group under {0}")).format(least)


def hidden_reason(least: int) -> str:
    """Return why a figure is not shown, in a sentence."""
    told = QT_TRANSLATE_NOOP(
        "Results",
        "Hidden: fewer than {0} people answered, or a hidden group could be worked out from it.",
    )
    return said(told).format(least)


def day(iso: str) -> str:
    """Return a day as the window writes days."""
    return date_text(iso)


def missing_words(code: str) -> str:
    """Return why there is no answer."""
    return next((translate_label(one.label) for one in words.MISSING if one.code == code), code)


# -- comparisons ----------------------------------------------------------------------------------


def verdict(one: Comparison) -> str:
    """Return glyph and words of a verdict, with how many more answers it would take."""
    told = translate_label(figure_words.verdict_label(one))
    return f"{told}: {more_words(one)}" if one.verdict == TOO_FEW and one.more else told


def more_words(one: Comparison) -> str:
    """Return how many more answers could settle a comparison; empty where that is not known."""
    if not one.more:
        return ""
    more = figure_words.MORE
    return translate_label(more.get(one.more_of, more[EACH_SAMPLE])).format(one.more)


def verdict_code(one: Contrast, reversed_items: frozenset[str]) -> str:
    """Return the code that colours a verdict: what is good news, not what went up."""
    good = figure_words.is_good(one, reversed_items)
    if good is None:
        return "blocked" if one.comparison.verdict == DIFFERS else "na"
    return "in_progress" if good else "blocked"


def test_words(one: Comparison) -> str:
    """Return the name of the test; empty where none fits."""
    return translate_label(figure_words.TESTS.get(one.test, one.test))


def effect_words(one: Comparison) -> str:
    """Return the effect with its interval: "+0.59 (+0.33 to +0.85)"."""
    if one.effect is None:
        return "–"
    scale, places = (100.0, 0) if one.effect_of == "share_difference" else (1.0, 2)
    if one.effect_of == "nps_points":
        places = 0
    write = number if one.overall else signed
    value = write(one.effect * scale, places)
    if one.low is None or one.high is None:
        return value
    return f"{value} ({interval(one.low * scale, one.high * scale, places, with_sign=True)})"


def effect_name(one: Comparison) -> str:
    """Return what the effect is."""
    return translate_label(figure_words.effect_name(one))


def p_words(p: float | None) -> str:
    """Return a p as it is printed; "–" for none."""
    if p is None:
        return "–"
    return "< .001" if p < 0.001 else number(p, 3)


def sizes_words(one: Comparison) -> str:
    """Return how many were compared."""
    if one.design == LINKED and not one.overall:
        told = said(QT_TRANSLATE_NOOP("Results", "{0} pairs, {1} changed"))
        return told.format(*one.n)
    return said(QT_TRANSLATE_NOOP("Results", " and ")).join(str(n) for n in one.n)


def notes_words(one: Comparison) -> str:
    """Return what must be said beside a comparison."""
    notes = figure_words.NOTES
    return " ".join(translate_label(notes[note]) for note in one.notes if note in notes)
