"""The codes of UAT in the user's language; word and glyph are the core's, the same everywhere."""

from PySide6.QtCore import QLocale

from changedesk.people.shares import Share
from changedesk.store.fields import Choice
from changedesk.uat import words
from ui.i18n import translate_label

NOT_RUN = "not_run"
NOTHING = "–"
_CHOICES: dict[str, Choice] = {
    choice.code: choice
    for choices in (
        words.SCRIPT_STATUS,
        words.DEFECT_STATUS,
        words.CYCLE_STATUS,
        words.SEVERITIES,
        words.STATES,
        words.OUTCOMES,
        words.MOSCOW,
        words.CRITERION_KINDS,
        words.ATTENDANCE,
    )
    for choice in choices
}


def word_of(code: str) -> str:
    """Return the word of an outcome, a state or a severity ("" counts as not run)."""
    choice = _CHOICES.get(code or NOT_RUN)
    return translate_label(choice.label) if choice else code


def glyph_of(code: str) -> str:
    """Return the glyph of an outcome, a state or a severity ("" counts as not run)."""
    choice = _CHOICES.get(code or NOT_RUN)
    return choice.glyph if choice else ""


def labelled(code: str) -> str:
    """Return glyph and word of a code, such as "✔ Pass"."""
    return f"{glyph_of(code)} {word_of(code)}".strip()


def percent(share: Share) -> str:
    """Return a share as whole percent, as documents show it; "–" where there is no base."""
    return NOTHING if share.percent is None else f"{QLocale().toString(share.percent)} %"
