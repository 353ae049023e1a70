"""What XLSForms say in other ways than we do: bounds as rules, and values without spaces."""

import re
from collections.abc import Iterable, Mapping

from changedesk.store.errors import UserError
from changedesk.survey.condition_parts import Answer, Call, Chain, Current, Literal, Part
from changedesk.survey.conditions import Condition, mapped, names, parse
from changedesk.survey.wording import free_key

Bounds = tuple[int | None, int | None]
Renamed = Mapping[str, Mapping[str, str]]
"""For each question, by its key, the values that are called otherwise on the other side."""

_COUNT = Call("count-selected", (Current(),))
_NO_NAME = re.compile(r"[^\w.-]+")


def rule_of(least: int | None, most: int | None, *, several: bool = False) -> str:
    """Return bounds as the rule that an XLSForm states: of the figure, or of how many."""
    said = "count-selected(.)" if several else "."
    rules = [f"{said} >= {least}"] if least is not None else []
    rules += [f"{said} <= {most}"] if most is not None else []
    return " and ".join(rules)


def bounds_of(rule: str) -> Bounds | None:
    """Return the bounds that a rule states; None where it says something else, or more."""
    try:
        whole = parse(rule).whole
    except UserError:
        return None
    parts = [whole] if whole is not None else []
    if isinstance(whole, Chain) and whole.rest[0][0] == "and":
        parts = [whole.first, *(one for _, one in whole.rest)]
    found: dict[str, int] = {}
    for part in parts:
        bound = _bound(part)
        if bound is None or bound[0] in found:
            return None
        found[bound[0]] = bound[1]
    return found.get(">="), found.get("<=")


def _bound(part: Part) -> tuple[str, int] | None:
    if not isinstance(part, Chain) or len(part.rest) != 1 or part.first not in (Current(), _COUNT):
        return None
    ((sign, figure),) = part.rest
    if sign not in (">=", "<=") or not isinstance(figure, Literal):
        return None
    value = figure.value
    return (sign, int(value)) if isinstance(value, float) and value.is_integer() else None


def parameter_bounds(parameters: str) -> Bounds:
    """Return the bounds of a range: `start=0 end=10 step=1`."""
    told = dict(re.findall(r"(\w+)\s*=\s*(-?\d{1,9})(?![.\d])", parameters, re.ASCII))
    least, most = told.get("start"), told.get("end")
    return (None if least is None else int(least), None if most is None else int(most))


def nameable(values: Iterable[str]) -> dict[str, str]:
    """Return, for values that cannot be names of choices, the names that stand for them."""
    values = list(values)
    taken = {one for one in values if not _NO_NAME.search(one)}
    renamed: dict[str, str] = {}
    for value in values:
        if value not in taken and value not in renamed:
            name = free_key(_NO_NAME.sub("_", value).strip("_") or "choice", taken)
            taken.add(name)
            renamed[value] = name
    return renamed


def with_values(condition: Condition, renamed: Renamed) -> Condition:
    """Return a condition with the values of the questions it asks about as the other side says."""
    changes: dict[str, str] = {}
    for key in names(condition):
        changes |= renamed.get(key, {})
    if not changes:
        return condition

    def change(part: Part) -> Part:
        if isinstance(part, Literal) and isinstance(part.value, str):
            return Literal(changes.get(part.value, part.value))
        return part

    return mapped(condition, change)


def with_parts(condition: Condition, known: Mapping[str, Part]) -> Condition:
    """Return a condition in which calculated values are replaced by what they are made of."""
    if not known.keys() & set(names(condition)):
        return condition

    def change(part: Part) -> Part:
        return known.get(part.key, part) if isinstance(part, Answer) else part

    return mapped(condition, change)
