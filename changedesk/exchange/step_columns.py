"""Finds steps that stand side by side in a row: "Step 1, Expected 1, Step 2, Expected 2"."""

import re
from collections.abc import Sequence

from changedesk.exchange.headings import Heading, fields_of, normal

Numbered = dict[int, dict[str, int]]
"""Number of a step -> field -> column. A field "result" is settled by what its cells hold."""

STEP_TEXTS = ("steps", "test_data", "expected")
_FIELDS = ("steps", "test_data", "expected", "outcome", "result", "actual", "comment")
_NUMBER = re.compile(r"(?:\b(?:no|nr|num|n°|nº)\b|[#№])?\s*(\d+)")
_MOST_STEPS = 200


def step_columns(headings: Sequence[Heading]) -> Numbered:
    """Return the columns of each step in the order of their numbers; {} where steps have none.

    One step alone is told by its expected result beside it.
    """
    found: Numbered = {}
    for column, heading in enumerate(headings):
        name, number = _field_and_number(heading)
        if name:
            found.setdefault(number, {}).setdefault(name, column)
    found = {number: found[number] for number in sorted(found) if "steps" in found[number]}
    if len(found) < 2 and not any("expected" in columns for columns in found.values()):
        return {}
    _take_repeated(headings, found)
    return found


def _field_and_number(heading: Heading) -> tuple[str, int]:
    """Return the field of a step and the step's number, ("", 0) for any other heading."""
    name, number = _numbered(heading.text)
    if name:
        return name, number
    name, number = _numbered(heading.above)
    return (_field(normal(heading.text)), number) if name == "steps" else ("", 0)


def _numbered(text: str) -> tuple[str, int]:
    if not any(map(str.isdigit, text)):
        return "", 0
    whole = normal(text)
    numbers = _NUMBER.findall(whole)
    if len(numbers) != 1 or not 0 < len(numbers[0]) <= 3 or int(numbers[0]) > _MOST_STEPS:
        return "", 0
    return _field(" ".join(_NUMBER.sub(" ", whole).split())), int(numbers[0])


def _field(words: str) -> str:
    """Return the field that words name; "step status" is the status."""
    rest = " ".join(word for word in words.split() if not _is_step({n for n, _ in fields_of(word)}))
    for text in (words, rest):
        names = {name for name, _ in fields_of(text)}
        if _is_step(names):
            return "steps"
        for name in _FIELDS:
            if name in names:
                return name
    return ""


def _is_step(names: set[str]) -> bool:
    return bool(names & {"steps", "step_number"})


def _take_repeated(headings: Sequence[Heading], found: Numbered) -> None:
    """Take headings without a number that come again behind each step: "Expected result"."""
    starts = sorted(columns["steps"] for columns in found.values())
    ends = [*starts[1:], len(headings)]
    blocks = {
        start: {normal(headings[column].text): column for column in range(start + 1, end)}
        for start, end in zip(starts, ends, strict=True)
    }
    for columns in found.values():
        own = blocks[columns["steps"]]
        for text, column in own.items():
            times = sum(text in block for block in blocks.values())
            name = _field(text) if times > 1 and text else ""
            if name and column not in columns.values():
                columns.setdefault(name, column)


def settled(found: Numbered, share: float, told: bool) -> Numbered:
    """Return the columns with each "result" as what it is.

    `share` is that of documented words for results in their cells; `told`: any cell says anything.
    """
    made: Numbered = {}
    for number, columns in found.items():
        made[number] = {name: column for name, column in columns.items() if name != "result"}
        if "result" in columns:
            text = "actual" if "expected" in columns else "expected"
            name = "outcome" if share >= 0.2 or not told else text
            made[number].setdefault(name, columns["result"])
    return made
