"""What the answers to one item look like: distribution, base, median, mean, spread, top two."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import sqrt

from changedesk.people.shares import Share

Number = int | float | Fraction


@dataclass(frozen=True)
class Description:
    """The valid answers to one item; mean, median and spread are None where there are too few.

    `distribution` holds every level of the scale in its order, also those nobody chose. `top2`
    and `bottom2` are None where the item has no scale of its own.
    """

    base: int
    missing: int
    distribution: tuple[tuple[Number, int], ...]
    mean: float | None
    sd: float | None
    median: float | None
    top2: Share | None
    bottom2: Share | None


def describe(values: Iterable[Number | None], levels: Sequence[Number] = ()) -> Description:
    """Describe answers; None is missing (blank, not shown, N/A) and leaves the base."""
    counted = Counter(values)
    missing = counted.pop(None, 0)
    return describe_counts(
        {key: n for key, n in counted.items() if key is not None}, levels, missing
    )


def describe_counts(
    counts: Mapping[Number, int], levels: Sequence[Number] = (), missing: int = 0
) -> Description:
    """Describe answers that are counted already, by value; `levels` are those of the scale."""
    shown = sorted({*levels, *(value for value, n in counts.items() if n)})
    distribution = tuple((value, counts.get(value, 0)) for value in shown)
    base = sum(n for _, n in distribution)
    return Description(
        base,
        missing,
        distribution,
        float(_mean(distribution, base)) if base else None,
        _spread(distribution, base) if base > 1 else None,
        _median(distribution, base) if base else None,
        _ends(distribution, sorted(levels)[-2:], base) if levels else None,
        _ends(distribution, sorted(levels)[:2], base) if levels else None,
    )


def _ends(distribution: Sequence[tuple[Number, int]], wanted: Sequence[Number], base: int) -> Share:
    return Share(sum(n for value, n in distribution if value in wanted), base)


def _mean(distribution: Sequence[tuple[Number, int]], base: int) -> Fraction:
    # Fractions are exact, whatever the order of the answers and however far they lie from zero.
    return sum((Fraction(value) * n for value, n in distribution), Fraction(0)) / base


def _spread(distribution: Sequence[tuple[Number, int]], base: int) -> float:
    """Return the standard deviation of a sample (n - 1)."""
    mean = _mean(distribution, base)
    squares = sum((n * (Fraction(value) - mean) ** 2 for value, n in distribution), Fraction(0))
    return sqrt(squares / (base - 1))


def _median(distribution: Sequence[tuple[Number, int]], base: int) -> float:
    low, high = _at(distribution, (base - 1) // 2), _at(distribution, base // 2)
    return float((Fraction(low) + Fraction(high)) / 2)


def _at(distribution: Sequence[tuple[Number, int]], place: int) -> Number:
    """Return the answer at a place, counted from 0, when all stand in order."""
    for value, n in distribution:
        if place < n:
            return value
        place -= n
    raise IndexError(place)
