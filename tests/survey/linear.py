"""Systems of linear equations, solved exactly: what follows from what is shown."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

Equation = dict[tuple[str, ...], Fraction]


def echelon(equations: Iterable[Equation]) -> dict[tuple[str, ...], Equation]:
    """The equations in echelon form, by their leading unknown."""
    rows: dict[tuple[str, ...], Equation] = {}
    for equation in equations:
        rest = without(equation, rows)
        if rest:
            lead = min(rest)
            rows[lead] = {at: value / rest[lead] for at, value in rest.items()}
    return rows


def without(equation: Equation, rows: Mapping[tuple[str, ...], Equation]) -> Equation:
    """What is left of an equation when the others are subtracted; nothing if it follows."""
    rest = dict(equation)
    done: set[tuple[str, ...]] = set()
    while leads := sorted(at for at in rest if at in rows and at not in done):
        lead = leads[0]
        done.add(lead)
        times = rest[lead]
        for at, value in rows[lead].items():
            rest[at] = rest.get(at, Fraction(0)) - times * value
            if not rest[at]:
                del rest[at]
    return rest
