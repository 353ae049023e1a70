"""What a cell says about a result: a documented word, the absence of one, or a question."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from changedesk.exchange.drafts import Outcome
from changedesk.exchange.outcome_words import GLYPHS, HINTS, REMARK_WORDS, WORDS, Meaning

_VARIATION = "\ufe0f"
_LATIN_LOOK_ALIKES = str.maketrans(
    "аеорсухіјѕԁһӏԛԝАВЕКМНОРСТХІЈЅαοερνιυτкмтнвΑΒΕΗΙΚΜΝΟΡΤΥΧΖ",
    "aeopcyxijsdhlqwABEKMHOPCTXIJSaoepviutkmthbABEHIKMNOPTYXZ",
)
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


@dataclass(frozen=True, slots=True)
class Reading:
    """A result cell understood. `known` False: ask, with `suggestion` pre-filled.

    `outcome` None and `known` True: documented as no result. `remark`: a pass with a remark.
    """

    outcome: Outcome | None
    known: bool = True
    remark: bool = False
    suggestion: Outcome | None = None


NO_RESULT = Reading(None)


@cache
def read(text: str) -> Reading:
    """Say what a result cell means; only case and spaces are folded, never letters."""
    folded = fold(text)
    if not folded:
        return NO_RESULT
    if folded in _remarks() or (folded[0] in "✔✓✅☑" and folded.partition(" ")[2] in _remarks()):
        return Reading("pass", remark=True)
    meaning = _meanings().get(folded) or _glyph_and_word(folded)
    if meaning is None:
        return Reading(None, known=False, suggestion=suggest(folded))
    return Reading(_outcome(meaning))


def read_mark(text: str) -> bool:
    """Tell whether a cell of a column headed "Pass" or "Fail" is ticked."""
    folded = fold(text).replace(_VARIATION, "")
    return folded in _TICKS


def mark(text: str) -> Outcome | None:
    """Return what a check mark or a cross says in a column that holds both; alone it is asked."""
    folded = fold(text).replace(_VARIATION, "")
    return _MARKS.get(folded)


def are_both_marks(texts: Iterable[str]) -> bool:
    """Tell cells among which stand check marks as well as crosses."""
    return {mark(text) for text in texts} >= {"pass", "fail"}


_MARKS: dict[str, Outcome] = {
    **dict.fromkeys("✔✓✅", "pass"),
    **dict.fromkeys("✘✗✖✕❌", "fail"),
}

# Marks alone, and a cross among them: a word below "Pass" is a result, not a tick.
_TICKS = {"x", "✔", "✓", "✅", "☑", "✗", "✘", "✖", "❌", "●", "•", "■", "√"}


def fold(text: str) -> str:
    """Return text in lower case with single spaces: all that may differ from the list."""
    return " ".join(text.lower().split())


def is_result(text: str) -> bool:
    """Tell whether the text is a documented word for a result or for its absence."""
    return bool(fold(text)) and read(text).known


def says_something(text: str) -> bool:
    """Tell a result, or a word that nobody knows, from the absence of a result."""
    reading = read(text)
    return not reading.known or reading.outcome is not None


def are_signs(texts: Sequence[str]) -> bool:
    """Tell a column of signs such as ○, × and △: marks that somebody set, not texts."""
    return any(not text.isalnum() for text in texts) and all(
        len(text) <= 2 and (not text.isalnum() or text.lower() == "x") for text in texts
    )


def heading_meaning(text: str) -> Meaning | None:
    """Return the meaning of a column heading that is itself a result word, such as "FAIL"."""
    folded = fold(text).strip("()[]:*# ")
    if len(folded) < 4 and folded not in {"ok", "nok", "n/a", "na"}:
        return None
    return _meanings().get(folded)


def suggest(text: str) -> Outcome | None:
    """Guess what was meant, to pre-fill an answer: look-alikes, widths, signs, near words."""
    plain = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text)).replace(_VARIATION, "")
    folded = fold(plain)
    if reversed_text := "\u202e" in text:
        folded = folded[::-1]
    candidates = [folded, fold(plain.translate(_LATIN_LOOK_ALIKES)), folded.strip("!.:*()[] ")]
    for candidate in candidates:
        meaning = _meanings().get(candidate) or HINTS.get(candidate) or GLYPHS.get(candidate)
        if meaning is not None and not (reversed_text and meaning == "none"):
            return _outcome(meaning)
    return None


def _outcome(meaning: Meaning) -> Outcome | None:
    return None if meaning == "none" else meaning


def _glyph_and_word(folded: str) -> Meaning | None:
    glyph, _, word = folded.replace(_VARIATION, "").partition(" ")
    meaning = GLYPHS.get(glyph)
    if meaning is None or not word:
        return None
    return meaning if _meanings().get(word) == meaning else None


@cache
def _meanings() -> dict[str, Meaning]:
    """Return folded word -> meaning; a word that languages use differently is left out."""
    found: dict[str, Meaning] = {}
    clashes: set[str] = set()
    for by_meaning in WORDS.values():
        for meaning, words in by_meaning.items():
            for word in _split(words):
                # Upper case is not always the mirror of lower case (Turkish i, German sharp s).
                for form in {fold(word), fold(word.upper())}:
                    if found.setdefault(form, meaning) != meaning:
                        clashes.add(form)
    for word in clashes:
        del found[word]
    return found


@cache
def _remarks() -> frozenset[str]:
    return frozenset(fold(word) for word in _split(REMARK_WORDS))


def _split(words: str) -> list[str]:
    return [word.strip() for word in words.split(",") if word.strip()]
