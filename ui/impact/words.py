"""The codes of the change side in the user's language; words and glyphs are the core's."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from changedesk.impact import words
from changedesk.store.fields import Choice
from ui.i18n import translate_label


def _word(choices: Sequence[Choice], code: str) -> str:
    return next((translate_label(one.label) for one in choices if one.code == code), "")


def quadrant_word(code: str) -> str:
    """Return the name of a quadrant, or nothing."""
    return _word(words.QUADRANTS, code)


def level_word(code: str) -> str:
    """Return the word of a level of engagement, or nothing."""
    return _word(words.ENGAGEMENTS, code)


def level_label(code: str) -> str:
    """Return glyph and word of a level of engagement."""
    glyph = next((one.glyph for one in words.ENGAGEMENTS if one.code == code), "")
    return f"{glyph} {level_word(code)}".strip()


def element_word(code: str) -> str:
    """Return the name of an ADKAR element; of NONE and UNKNOWN what they mean."""
    if code == "":
        return QCoreApplication.translate("Impact", "None")
    return _word(words.ADKAR, code) or QCoreApplication.translate("Impact", "Not known")


def salience_word(code: str) -> str:
    """Return the word of a class of salience, or nothing."""
    say = QCoreApplication.translate
    return {
        "dormant": say("Impact", "dormant"),
        "discretionary": say("Impact", "discretionary"),
        "demanding": say("Impact", "demanding"),
        "dominant": say("Impact", "dominant"),
        "dangerous": say("Impact", "dangerous"),
        "dependent": say("Impact", "dependent"),
        "definitive": say("Impact", "definitive"),
        "none": say("Impact", "none of the three"),
    }.get(code, "")
