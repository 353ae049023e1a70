"""Putting two texts together that were written from the same one: line by line, or not at all."""

from collections.abc import Iterator
from difflib import SequenceMatcher

MOST_LINES = 3000
"""Of longer texts nobody waits for the comparison: they count as written over each other."""

_Block = tuple[int, int, int, int]


def merged_text(base: str, one: str, other: str) -> str | None:
    """Return the text that holds what both changed, or None where they changed the same lines.

    It is the same whichever comes first.
    """
    if other in (one, base):
        return one
    if base == one:
        return other
    was, mine, theirs = base.split("\n"), one.split("\n"), other.split("\n")
    if max(len(was), len(mine), len(theirs)) > MOST_LINES:
        return None
    lines: list[str] = []
    at_base = at_one = at_other = 0
    for base_from, base_to, one_from, other_from in _common(was, mine, theirs):
        part = _part(was[at_base:base_from], mine[at_one:one_from], theirs[at_other:other_from])
        if part is None:
            return None
        lines += part + was[base_from:base_to]
        length = base_to - base_from
        at_base, at_one, at_other = base_to, one_from + length, other_from + length
    return "\n".join(lines)


def _part(was: list[str], mine: list[str], theirs: list[str]) -> list[str] | None:
    if theirs in (mine, was):
        return mine
    return theirs if was == mine else None


def _common(was: list[str], mine: list[str], theirs: list[str]) -> Iterator[_Block]:
    """Yield the stretches of the base that both kept, and at last one of no length at the end."""
    kept_by_one = SequenceMatcher(None, was, mine, autojunk=False).get_matching_blocks()
    kept_by_other = SequenceMatcher(None, was, theirs, autojunk=False).get_matching_blocks()
    one = other = 0
    while one < len(kept_by_one) and other < len(kept_by_other):
        a, b = kept_by_one[one], kept_by_other[other]
        start, end = max(a.a, b.a), min(a.a + a.size, b.a + b.size)
        if start < end:
            yield start, end, a.b + start - a.a, b.b + start - b.a
        if a.a + a.size < b.a + b.size:
            one += 1
        else:
            other += 1
    yield len(was), len(was), len(mine), len(theirs)
