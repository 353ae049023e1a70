# ruff: noqa: ISC004 - patterns of several lines
"""Recognises the labels of a scale and puts them in order; asks where nobody documented them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from changedesk.exchange.surveys.keys import worded_key
from changedesk.exchange.surveys.scale_words import LADDERS, ONE_SIDED, PATTERNS
from changedesk.exchange.surveys.values import folded

_LEAD = re.compile(
    r"\s*[(\[]?(\d{1,2})[)\]]?\s*(?:[-–—=:.)]\s*|\s+\(?|\s*\()\s*([^\d\s].*)", re.DOTALL
)
_TAIL = re.compile(r"\s*[^\d\s].*?[\s(–—:=-](\d{1,2})\)?\s*", re.DOTALL)
_BARE = re.compile(r"\d{1,2}", re.ASCII)
_CODE = re.compile(r"([A-Za-z]{1,3})0*(\d{1,3})")
_AROUND = re.compile(r"[.!,;]+")
_FEWEST, _MOST = 3, 7


@dataclass(frozen=True, slots=True)
class Ladder:
    """A scale as one file uses it: places with the labels of the file, from low to high.

    `labels[i]` is what place `low + i` is called, the usual word where the file never has it.
    """

    name: str
    labels: tuple[str, ...]
    sure: bool
    why: str
    low: int = 1

    def place(self, text: str) -> int | None:
        """Return the place of a label, None for what is none."""
        places = {_plain(label): self.low + at for at, label in enumerate(self.labels)}
        return places.get(_plain(text))


def _label(text: str) -> str:
    return _AROUND.sub(" ", folded(text)).replace("/", " ").replace("-", " ").strip()


@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    return " ".join(_label(text).split())


@cache
def _places() -> dict[str, dict[tuple[str, str], int]]:
    """Return label → (ladder, language) → place."""
    found: defaultdict[str, dict[tuple[str, str], int]] = defaultdict(dict)
    for name, languages in LADDERS.items():
        for language, text in languages.items():
            for rung in text.split("; "):
                place, _, labels = rung.partition(" ")
                for label in labels.split(", "):
                    found[_plain(label)][name, language] = int(place)
    return dict(found)


@cache
def _usual(name: str, language: str) -> dict[int, str]:
    rungs = (rung.partition(" ") for rung in LADDERS[name][language].split("; "))
    return {int(place): labels.split(", ")[0].capitalize() for place, _, labels in rungs}


def ladders_of(labels: Iterable[str]) -> list[tuple[str, str]]:
    """Return the known scales that hold all these labels at different places, best first."""
    texts = [_plain(label) for label in labels]
    known = _places()
    if not texts or any(text not in known for text in texts):
        return []
    shared = [key for key in known[texts[0]] if all(key in known[text] for text in texts)]
    words = len(set(texts))
    distinct = [key for key in shared if len({known[text][key] for text in texts}) == words]
    return sorted(distinct, key=_order().__getitem__)


@cache
def _order() -> dict[tuple[str, str], int]:
    keys = ((name, language) for name, languages in LADDERS.items() for language in languages)
    return {key: at for at, key in enumerate(keys)}


def known_ladder(own: Sequence[str], all_labels: Sequence[str]) -> Ladder | None:
    """Return the scale of a column whose labels are known; None where one is not.

    `all_labels` are those of all columns of the file of which some share this scale: a label that
    nobody chose in one column, and its place, is learnt from the others.
    """
    keys = ladders_of(own)
    if not keys or len(set(map(_plain, own))) < 2:
        return None
    known = _places()
    for name, language in keys:
        seen: dict[int, str] = {}
        for label in (*own, *all_labels):
            place = known.get(_plain(label), {}).get((name, language))
            if place is not None:
                seen.setdefault(place, label)
        return _filled(name, language, seen)
    return None


def _filled(name: str, language: str, seen: dict[int, str]) -> Ladder:
    """Put in the places that nobody chose, as the scales of four, five or seven labels have."""
    usual = _usual(name, language)
    fitting = [one for one in PATTERNS if set(seen) <= set(one) and set(one) <= {*usual, *seen}]
    exact = next((one for one in fitting if set(one) == set(seen)), None)
    # A few labels do not make a scale of six or seven, nor does one from nothing to much.
    short = [one for one in fitting if len(one) <= 5 or len(seen) >= 5]
    pattern = exact or next(iter(short), tuple(sorted(seen)))
    if exact is None and len(seen) >= _FEWEST and name in ONE_SIDED:
        pattern = tuple(sorted(seen))
    labels = tuple(seen.get(place) or usual[place] for place in pattern)
    sure = exact is not None and len(exact) != 4
    missing = [label for place, label in zip(pattern, labels, strict=True) if place not in seen]
    why = f"labels of {name}, {len(pattern)} places"
    if missing:
        why += "; nobody chose " + ", ".join(f"“{label}”" for label in missing)
    return Ladder(name, labels, sure, why)


def numbered(labels: Sequence[str]) -> dict[str, int] | None:
    """Return label → figure where labels begin with one ("5 - Strongly agree"), or are one.

    Beside bare figures, one of the ends may close with its own ("Extremely likely - 10").
    """
    found = {label: int(label) for label in labels if _BARE.fullmatch(label.strip())}
    worded = 0
    for label in labels:
        if label in found:
            continue
        match = _LEAD.fullmatch(label) or (_TAIL.fullmatch(label) if len(found) >= 2 else None)
        if match is None:
            return None
        found[label] = int(match[1])
        worded += 1
    if not worded or len(set(found.values())) != len({folded(label) for label in labels}):
        return None
    return found if max(found.values()) <= 10 else None


_DEGREES: tuple[tuple[int, re.Pattern[str]], ...] = tuple(
    (degree, re.compile(rf"(?:{pattern})", re.IGNORECASE))
    for degree, pattern in (
        (0, r"\bnot\b.*\bat all\b|^no\b|^none\b|^never\b|\bkein|\bgar nicht\b|\büberhaupt nicht\b|"
            r"\bpas du tout\b|\bnada\b|\bnot\b|\bun\w{4,}"),
        (1, r"\bvery (?:little|small|few|slight)|\bslightly\b|\ba little\b|\bhardly\b|\bbarely\b|"
            r"\bwenig\b|\bkaum\b|\bun peu\b|\bpoco\b|\bless\b|\blow\b"),
        (2, r"\bsomewhat\b|\bsome\b|\bmoderate|\bfairly\b|\bpartly\b|\bteilweise\b|\bmedium\b|"
            r"\bneutral\b|\balgo\b|\bin part"),
        (3, r"\bvery\b|\bgreat|\ba lot\b|\bquite\b|\bmostly\b|\bhigh|\bsehr\b|\btrès\b|\bmuy\b"),
        (4, r"\bextreme|\bcomplete|\bfully\b|\btotal|\bvöllig\b|\btout à fait\b|\bentire"),
    )
)  # fmt: skip


def suggested(labels: Sequence[str]) -> tuple[str, ...]:
    """Return labels from low to high by words of degree or codes; () where they do not tell."""
    codes = [_CODE.fullmatch(label.strip()) for label in labels]
    if all(codes) and len({match[1] for match in codes if match}) == 1:
        return tuple(sorted(labels, key=lambda label: int("".join(filter(str.isdigit, label)))))
    degrees = {label: _degree(label) for label in labels}
    if None in degrees.values() or len(set(degrees.values())) != len(labels):
        return ()
    return tuple(sorted(labels, key=lambda label: degrees[label] or 0))


def _degree(label: str) -> int | None:
    for degree, pattern in (_DEGREES[1], _DEGREES[0], _DEGREES[4], _DEGREES[2], _DEGREES[3]):
        if pattern.search(label):
            return degree
    return None


def label_key(labels: Iterable[str]) -> str:
    """Return the key of a set of labels: the same in whatever order they come."""
    return worded_key(" ".join(sorted(map(folded, labels))))


def may_be_scale(labels: Sequence[str]) -> bool:
    """Tell labels few and short enough for a scale."""
    return _FEWEST <= len(labels) <= _MOST and max(map(len, labels)) <= 60
