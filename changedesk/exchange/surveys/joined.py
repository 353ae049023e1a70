"""Cells that hold several options at once: what parts them, and where an option ends."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from changedesk.exchange.surveys.values import folded

_SEPARATORS = (";", "\n", "|", ", ", ",")
_LONGEST_OPTION = 120
_MOST_OPTIONS = 40


@dataclass(frozen=True, slots=True)
class Joint:
    """How a column joins options: the separator, and all options in the order of use."""

    separator: str
    options: tuple[str, ...]
    ordered: bool = False

    def split(self, text: str) -> list[str]:
        """Return the options of a cell, the longest that fit first; what is left is its own."""
        if not self.separator.strip() and self.separator != "\n":
            return [part for part in text.split() if part]
        if self.separator in {";", "|", "\n"}:
            return [part.strip() for part in text.split(self.separator) if part.strip()]
        return _longest_first(text, self.options, self.separator)


def joint_of(
    texts: Sequence[str], offered: Sequence[str] = (), *, spaces: bool = False
) -> Joint | None:
    """Return how a column joins options; None for a column of single answers or free text.

    `offered` are the survey's options where they are known. `spaces` allows codes in a row.
    """
    filled = [text for text in texts if text]
    if spaces:
        return _spaced(filled)
    for separator in _SEPARATORS:
        if not any(separator in text for text in filled):
            continue
        if offered:
            return Joint(separator, tuple(offered), _is_ranking(filled, separator))
        found = _joint(filled, separator)
        if found is not None:
            return found
    return None


def _joint(filled: Sequence[str], separator: str) -> Joint | None:
    rows = [_parts(text, separator) for text in filled]
    if separator in {", ", ","}:
        rows = _whole_options(rows, separator)
    counted = Counter(folded(part) for row in rows for part in row)
    total = sum(counted.values())
    if not counted or len(counted) > _MOST_OPTIONS or max(map(len, counted)) > _LONGEST_OPTION:
        return None
    recurring = sum(times for times in counted.values() if times >= 2)
    several = [row for row in rows if len(row) >= 2]
    trailing = separator == ";" and sum(text.endswith(";") for text in filled) >= 0.9 * len(filled)
    if not trailing:
        alone = {folded(row[0]) for row in rows if len(row) == 1}
        combined = {folded(part) for row in several for part in row}
        wholes = {folded(text) for text in filled}
        meets = bool(alone & combined) or len(wholes) > len(counted)
        if len(several) < 2 or not meets or recurring < 0.6 * total:
            return None
        if any(len({*map(folded, row)}) < len(row) for row in several):
            return None
    shown: dict[str, str] = {}
    for row in rows:
        for part in row:
            shown.setdefault(folded(part), part)
    options = tuple(shown[key] for key, _ in sorted(counted.items(), key=lambda one: -one[1]))
    return Joint(separator, options, _is_ranking(filled, separator))


def _is_ranking(filled: Sequence[str], separator: str) -> bool:
    """Tell cells that hold all options each time, in different orders."""
    rows = [_parts(text, separator) for text in filled]
    sets = {frozenset(map(folded, row)) for row in rows}
    orders = {tuple(map(folded, row)) for row in rows}
    return len(rows) >= 3 and len(sets) == 1 and len(next(iter(sets))) >= 3 and len(orders) >= 2


def _parts(text: str, separator: str) -> list[str]:
    return [part.strip() for part in text.split(separator) if part.strip()]


def _whole_options(rows: Sequence[list[str]], separator: str) -> list[list[str]]:
    """Put parts together again that only ever stand beside each other: a comma in an option."""
    counted = Counter(part for row in rows for part in row)
    pairs = Counter(pair for row in rows for pair in pairwise(row))
    glued = {
        pair for pair, times in pairs.items()
        if times >= 2 and times == counted[pair[0]] == counted[pair[1]] and pair[1][:1].islower()
    }  # fmt: skip
    if not glued:
        return list(map(list, rows))
    joint = separator if separator.endswith(" ") else f"{separator} "
    found = []
    for row in rows:
        parts: list[str] = []
        last = ""
        for part in row:
            if parts and (last, part) in glued:
                parts[-1] = f"{parts[-1]}{joint}{part}"
            else:
                parts.append(part)
            last = part
        found.append(parts)
    return found


def _longest_first(text: str, options: Sequence[str], separator: str) -> list[str]:
    mark = separator.strip()
    found: list[str] = []
    rest = text.strip()
    ordered = sorted(options, key=len, reverse=True)
    while rest:
        fitting = next((one for one in ordered if _begins(rest, one, mark)), None)
        length = len(fitting) if fitting is not None else _until(rest, mark, ordered)
        found.append(rest[:length].strip())
        rest = rest[length:].strip().removeprefix(mark).strip()
    return [part for part in found if part]


def _begins(text: str, option: str, mark: str) -> bool:
    if not text.casefold().startswith(option.casefold()):
        return False
    rest = text[len(option) :].lstrip()
    return not rest or rest.startswith(mark)


def _until(text: str, mark: str, options: Sequence[str]) -> int:
    """Return where words of a person's own end: before the next option, else at the end."""
    starts = [match.start() for match in re.finditer(re.escape(mark), text)]
    for start in starts:
        after = text[start + len(mark) :].strip()
        if any(_begins(after, option, mark) for option in options):
            return start
    return len(text)


def _spaced(filled: Sequence[str]) -> Joint | None:
    rows = [text.split() for text in filled]
    counted = Counter(part for row in rows for part in row)
    several = [row for row in rows if len(row) >= 2]
    coded = all(re.fullmatch(r"[\w.\-]{1,40}", part) for part in counted)
    doubled = any(len(set(row)) < len(row) for row in rows)
    once = sum(times == 1 for times in counted.values())
    if not several or not coded or doubled or len(counted) > 25 or once > 0.2 * len(counted):
        return None
    return Joint(" ", tuple(part for part, _ in counted.most_common()))
