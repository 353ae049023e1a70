# ruff: noqa: E501 - wide letters count double there
"""Levels as people write them: H/M/L, 1–3, 1–5, 1–10, words of many languages, with a remark.

A level is a place between the ends of its scale. What cannot be read with certainty stays a text.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from changedesk.exchange.headings import normal

LEVELS = ("none", "very_low", "low", "medium", "high", "very_high")
"""What a word can mean, in order; a person's answer to an unknown word is one of these."""

_WORDS: dict[str, str] = {
    "none": "none, no, nil, no impact, not impacted, keine, kein, nicht, aucun, aucune, ninguno, ninguna, nenhum, nenhuma, нет, отсутствует, nessuno, geen, brak",
    "very_low": "very low, minimal, negligible, insignificant, trivial, vl, sehr niedrig, sehr gering, minimal, très faible, muy bajo, muy baja, mínimo, muito baixo, muito baixa, очень низкий, очень низкая, очень низкое, минимальный, минимальное, незначительный",
    "low": "low, l, lo, minor, small, little, weak, green, niedrig, gering, klein, schwach, faible, bas, basse, mineur, mineure, bajo, baja, menor, baixo, baixa, низкий, низкая, низкое, н, слабый, слабое, малый, basso, bassa, laag, niski, niska",
    "medium": "medium, m, med, moderate, mid, middle, average, amber, yellow, mittel, mäßig, mittlere, mittlerer, moyen, moyenne, modéré, modérée, medio, media, moderado, moderada, médio, média, средний, средняя, среднее, с, умеренный, умеренное, matig, gemiddeld, średni, średnia",
    "high": "high, h, hi, major, large, strong, significant, red, hoch, groß, gross, stark, erheblich, élevé, élevée, haut, haute, fort, forte, majeur, majeure, alto, alta, mayor, grande, forte, высокий, высокая, высокое, в, сильный, сильное, значительный, значительное, hoog, wysoki, wysoka",
    "very_high": "very high, vh, critical, extreme, severe, sehr hoch, kritisch, très élevé, très élevée, très fort, critique, muy alto, muy alta, crítico, crítica, muito alto, muito alta, очень высокий, очень высокая, очень высокое, критический, критическое, критичный, krytyczny",
}  # fmt: skip
_BY_WORD = {normal(word): level for level, words in _WORDS.items() for word in words.split(",")}
_NOT_RATED = frozenset({
    "", "n a", "na", "n v", "k a", "n d", "s o", "not rated", "not yet rated", "not applicable",
    "nicht bewertet", "noch nicht bewertet", "non évalué", "sin evaluar", "não avaliado", "не оценено",
})  # fmt: skip
_TWO_PARTS = (
    re.compile(r"^\s*(?P<level>[^()\[\]]+?)\s*[(\[](?P<remark>.+)[)\]]\s*$", re.DOTALL),
    re.compile(
        r"^\s*(?P<level>[^,;:–—\n]+?)\s*(?:,(?!\d)|[;:–—\n]|\s-\s)\s*(?P<remark>.+?)\s*$", re.DOTALL
    ),
)
_NUMBER = re.compile(r"(\d{1,3})(?:[.,]0+)?(?:\s*(?:/|of|von|sur|de|из)\s*(\d{1,3}))?")
_SPAN = re.compile(r"\b([01])\s*(?:-|–|—|to|bis|до|\.\.\.?|a|à)\s*(3|4|5|6|7|10)\b")
_STARS = re.compile(r"([★●⬤✔+]{1,10})[☆○]*")
_KEY = re.compile(r"\b(\d)\s*(?:=|:|-|–)\s*\D")


@dataclass(frozen=True, slots=True)
class Level:
    """A level with what was said: `word` of the list or a place on `low` to `high`.

    `unknown` is a word that nobody documented; `remark` what stands behind the level.
    """

    said: str = ""
    word: str = ""
    number: int | None = None
    low: int = 1
    high: int = 5
    remark: str = ""
    unknown: str = ""

    @property
    def known(self) -> bool:
        """True where a level was read."""
        return bool(self.word) or self.number is not None


@dataclass(frozen=True, slots=True)
class Span:
    """The ends of a scale of numbers; `guessed` where only the values show them."""

    low: int
    high: int
    guessed: bool = False


NOTHING_SAID = Level()


def is_unrated(text: str) -> bool:
    """Tell a cell that is empty or says that nothing was rated: that is no severity of 0."""
    return normal(text) in _NOT_RATED and not _STARS.fullmatch(text.strip())


def word_level(text: str, kept: Mapping[str, str] | None = None) -> str:
    """Return the level that a word means; "" for none. `kept` are a person's own words."""
    key = normal(text)
    own = {normal(word): level for word, level in (kept or {}).items() if level in LEVELS}
    return own.get(key) or _BY_WORD.get(key, "")


def span_of(heading: str, texts: Iterable[str]) -> Span:
    """Return the ends of a column's scale: what its heading says, else what its values show."""
    if match := _SPAN.search(heading):
        return Span(int(match[1]), int(match[2]))
    if keys := [int(one) for one in _KEY.findall(heading)]:
        return Span(min(1, *keys), max(keys)) if len(keys) > 1 else Span(1, 5, guessed=True)
    found = [match for text in texts if (match := _NUMBER.fullmatch(_level_part(text)))]
    stated = {int(match[2]) for match in found if match[2]}
    if len(stated) == 1 and (end := stated.pop()) >= 3:
        return Span(1, end)
    numbers = [int(match[1]) for match in found]
    most = max(numbers, default=0)
    if most > 5:
        return Span(1, 10, guessed=most < 10)
    return Span(0 if 0 in numbers else 1, 5, guessed=0 < most < 4)


def read_level(text: str, span: Span, kept: Mapping[str, str] | None = None) -> Level:
    """Return the level that a cell gives, with its remark; an unknown word is kept as it is."""
    said = text.strip()
    if not said or not normal(said):
        stars = _STARS.fullmatch(said)
        return (
            Level(said, number=len(stars[1]), high=5)
            if stars and len(stars[1]) < 6
            else (Level(said))
        )
    if is_unrated(said) and not word_level(said, kept):
        return Level(said)
    whole = _alone(said, span, kept)
    if whole is not None:
        return whole
    for pattern in _TWO_PARTS:
        parts = pattern.match(said)
        if parts is None:
            continue
        first = _alone(parts["level"], span, kept)
        # “3 - 5” and “3 (5)” name two figures: nobody knows which one counts.
        two = (
            first is not None
            and first.number is not None
            and not normal(parts["remark"]).strip("0123456789 ")
        )
        if first is not None and not two:
            return Level(
                said, first.word, first.number, first.low, first.high, parts["remark"].strip()
            )
    return Level(said, unknown=said)


def _level_part(text: str) -> str:
    for pattern in _TWO_PARTS:
        if parts := pattern.match(text):
            return parts["level"]
    return text.strip()


def _alone(text: str, span: Span, kept: Mapping[str, str] | None) -> Level | None:
    if match := _NUMBER.fullmatch(text.strip()):
        number, end = int(match[1]), int(match[2] or span.high)
        if span.low <= number <= end and end >= 3:
            return Level(text, number=number, low=min(span.low, 1), high=end)
    # A figure off the scale is a word as any other: somebody may have said what it means.
    if word := word_level(text, kept):
        return Level(text, word)
    # "High / Medium" and "Medium-High" are of two levels: nobody knows which one counts.
    return None


_OF_FIVE = {"none": None, "very_low": 1, "low": 1, "medium": 3, "high": 5, "very_high": 5}
_OF_SEVERITY = {"none": 0, "very_low": 1, "low": 1, "medium": 2, "high": 4, "very_high": 5}


def of_five(level: Level) -> int | None:
    """Return a level as 1 to 5, as power and interest are rated; None where none was read.

    Three levels are 1, 3, 5; of ten, two share one: 1–2 is 1 and 9–10 is 5.
    """
    if level.number is None:
        return _OF_FIVE[level.word] if level.word else None
    number, span = max(level.number, 1), level.high
    if span == 5:
        return number
    if span == 10:
        return (number + 1) // 2
    place = 1 + Fraction(4 * (number - 1), span - 1)
    return int(place + Fraction(1, 2))


def of_severity(level: Level) -> int | None:
    """Return a level as a severity of 0 to 5: low 1, medium 2 and high 4, by the bands of METHODS.

    A 3 would already count as high where half of a group or more is hit.
    """
    if level.number is None:
        return _OF_SEVERITY[level.word] if level.word else None
    if level.number == 0:
        return 0
    if level.high == 3:
        return (1, 2, 4)[level.number - 1]
    return of_five(level)
