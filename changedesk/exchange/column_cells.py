"""What the cells of one column show: numbers, words, ticks."""

import re
from collections.abc import Sequence

from changedesk.exchange import outcomes
from changedesk.exchange.cells import trim
from changedesk.exchange.outcome_words import Meaning

_CODE = re.compile(
    r"[A-Za-z\u0370-\u052f]{0,12}[-_ .:/#]{0,2}(?:[A-Za-z0-9]{1,8}[-_./]){0,4}\d{1,7}[a-z]?"
)


def looks_like_code(text: str) -> bool:
    """Tell whether a cell looks like an id: TC-001, 1.2, UAT_7b."""
    return len(text) <= 30 and _CODE.fullmatch(text.strip()) is not None


def step_number(text: str) -> int | None:
    """Return a step number such as 3 or "3.", None for any other text."""
    digits = text.strip(" .)")
    return int(digits) if digits.isdecimal() and len(digits) < 6 else None


def is_number(text: str) -> bool:
    """Tell a figure, which may have decimals or be a share."""
    return bool(re.fullmatch(r"\s*\d+([.,]\d+)?\s*%?\s*", text))


def samples(body: Sequence[Sequence[str]], index: int, count: int = 60) -> list[str]:
    """Return the first texts of a column that are not blank."""
    found: list[str] = []
    for row in body:
        if index < len(row) and row[index].strip():
            found.append(row[index].strip())
            if len(found) >= count:
                break
    return found


def are_numbers(texts: Sequence[str]) -> bool:
    """Tell a column of nothing but counting numbers."""
    return bool(texts) and all(text.strip(" .").isdecimal() and len(text) < 6 for text in texts)


def count_steps(texts: Sequence[str]) -> bool:
    """Tell numbers of steps, though a note below the table stands in the same column."""
    numbers = [text for text in texts if are_numbers([text])]
    return bool(numbers) and len(numbers) >= 0.7 * len(texts)


def is_wordy(text: str) -> bool:
    """Tell a text from a number and from a result."""
    return any(map(str.isalpha, text)) and not outcomes.is_result(text)


def is_done(text: str) -> bool:
    """Tell what a step may say from a number and a result; the word "Open" is none of these."""
    return any(map(str.isalpha, text)) and outcomes.read(text).outcome is None


def is_flag_cell(text: str, meaning: Meaning) -> bool:
    """Tell a tick, or the heading's own word, in a column headed Pass or Fail."""
    return outcomes.read_mark(text) or outcomes.heading_meaning(text) == meaning


def band_name(text: str) -> str:
    """Return a section title without the signs that people draw around it."""
    return trim(text.strip(" -–—=*#_:\n")) or text
